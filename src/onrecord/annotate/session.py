"""What runs the encoder: onnxruntime with the packaged weights, or a fake that says what it was told to say.

A session reads one window and gives a :class:`Reading`: the scores of every head for every word, and on request the
scores of a tagger for chosen anchors. This is the one seam of the annotator: with a :class:`FakeSession` the whole
path runs without weights.

>>> session = FakeSession({"Baghdad": {"names": "B-place", "upos": "PROPN"}})
>>> from onrecord.annotate.windows import encode
>>> from onrecord.annotate.wordpiece import WordPiece
>>> reading = session.run(encode(("In", "Baghdad"), WordPiece.packaged()))
>>> [HEADS["names"].labels[column] for column in reading.scores["names"].argmax(axis=1)]
['O', 'B-place']
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from onrecord.annotate.labels import HEADS, REACH, TAGGER_WIDTH, TAGGERS, ontology_digest
from onrecord.annotate.windows import Encoded
from onrecord.core.errors import WeightsError

FORMAT = "onrecord.weights/1"
WEIGHTS_FILE = "annotator.onnx"
TAGGER_FILE = "tagger.onnx"
"""The taggers' arithmetic without parameters: numpy would hand it to a BLAS that starts threads of its own."""

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
WordRange = tuple[int, int]
"""The words ``start`` up to ``stop`` of a window."""


class Reading(Protocol):
    """What the encoder says of the words of one window."""

    @property
    def scores(self) -> Mapping[str, Floats]:
        """For each head, words × labels: logits whose softmax is calibrated."""
        ...

    def tag(self, tagger: str, anchors: Sequence[WordRange], ranges: Sequence[WordRange]) -> Floats:
        """For each anchor the words of its range, one after the other, × labels: logits of one tagger."""
        ...


class Session(Protocol):
    """Reads windows. ``digest`` names the weights in what is made with them."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights, in hex."""
        ...

    def run(self, window: Encoded) -> Reading:
        """Read one window; safe to call from several threads."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Pairs of an anchor and a word that a tagger looks at: the word, the anchor's number, and how far they are apart.

    The distance is 0 inside the anchor, negative before it, and at most REACH.

    >>> Rows.of([(1, 2), (0, 2)], [(0, 3), (1, 4)]).distances.tolist()
    [-1, 0, 1, 0, 1, 2]
    """

    words: Numbers
    anchors: Numbers
    distances: Numbers

    @classmethod
    def of(cls, anchors: Sequence[WordRange], ranges: Sequence[WordRange]) -> "Rows":
        """All words of each anchor's range, anchor by anchor."""
        words = np.concatenate([np.arange(start, stop) for start, stop in ranges])
        numbers = np.repeat(np.arange(len(anchors)), [stop - start for start, stop in ranges])
        bounds = np.array(anchors)[numbers]
        away = np.minimum(words - bounds[:, 0], 0) + np.maximum(words - bounds[:, 1] + 1, 0)
        return cls(words, numbers, np.minimum(np.maximum(away, -REACH), REACH))


@dataclass(frozen=True, slots=True, eq=False)
class _Tagger:
    number: int
    relative: Floats  # distances × units
    weight: Floats  # units × labels
    bias: Floats
    temperature: float


@dataclass(frozen=True, slots=True, eq=False)
class OnnxReading:
    """The outputs of the graph for one window."""

    scores: Mapping[str, Floats]
    projected: Floats
    queries: Floats
    taggers: Mapping[str, _Tagger]
    arithmetic: Any  # an onnxruntime.InferenceSession, which has no types

    def tag(self, tagger: str, anchors: Sequence[WordRange], ranges: Sequence[WordRange]) -> Floats:
        """For each anchor the words of its range, one after the other, × labels: logits of one tagger."""
        parts = self.taggers[tagger]
        columns = slice(parts.number * TAGGER_WIDTH, (parts.number + 1) * TAGGER_WIDTH)
        rows = Rows.of(anchors, ranges)
        feed = {
            "relative": parts.relative,
            "weight": parts.weight,
            "bias": parts.bias,
            "projected": np.ascontiguousarray(self.projected[:, columns]),
            "queries": np.stack([self.queries[a:b, columns].sum(axis=0) / (b - a) for a, b in anchors]),
            "words": rows.words,
            "anchors": rows.anchors,
            "places": rows.distances + REACH,
        }
        logits: Floats = self.arithmetic.run(("logits",), feed)[0]
        logits *= np.float32(1 / parts.temperature)
        return logits


class OnnxSession:
    """The packaged weights (or those of ``path``), run by onnxruntime on the CPU.

    ``threads`` are onnxruntime's own for one window; the faster way to use two cores is one thread here and two
    Python threads, each with windows of its own, which also gives the same bytes as one.

    Raises:
        WeightsError: the weights are missing, damaged, or made for other label sets.
    """

    def __init__(self, path: Path | None = None, *, threads: int = 1) -> None:
        data = _checked_bytes(path)
        self._session = _inference(data, threads)
        self._arithmetic = _inference(_packaged_bytes(TAGGER_FILE), 1)
        self._digest = hashlib.sha256(data).hexdigest()
        temperatures = _checked_metadata(self._session.get_modelmeta().custom_metadata_map)
        self._columns: list[tuple[str, slice, float]] = []
        column = 0
        for name, head in HEADS.items():
            self._columns.append((name, slice(column, column + len(head.labels)), temperatures.get(name, 1.0)))
            column += len(head.labels)
        self._taggers = self._read_taggers(temperatures)

    @property
    def digest(self) -> str:
        """SHA-256 of the weights, in hex."""
        return self._digest

    def run(self, window: Encoded) -> OnnxReading:
        """Read one window; the same bytes for the same window, on whichever thread."""
        scores, projected, queries = self._session.run(("scores", "projected", "queries"), _feed(window))
        return OnnxReading(
            scores={name: scores[:, columns] * np.float32(1 / heat) for name, columns, heat in self._columns},
            projected=projected,
            queries=queries,
            taggers=self._taggers,
            arithmetic=self._arithmetic,
        )

    def _read_taggers(self, temperatures: Mapping[str, float]) -> dict[str, _Tagger]:
        """The taggers' own parameters are constants of the graph; any window brings them out."""
        smallest = Encoded((".",), np.array([101, 1012, 102]), np.zeros(3, dtype=np.int64), np.array([1]))
        taggers: dict[str, _Tagger] = {}
        for number, name in enumerate(TAGGERS):
            outputs = [f"{name}.{part}" for part in ("relative", "weight", "bias")]
            relative, weight, bias = self._session.run(outputs, _feed(smallest))
            taggers[name] = _Tagger(number, relative, weight, bias, temperatures.get(name, 1.0))
        return taggers


def _feed(window: Encoded) -> dict[str, npt.NDArray[np.int64]]:
    return {"ids": window.ids[None], "shapes": window.shapes[None], "first_pieces": window.first_pieces}


def _inference(data: bytes, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def _packaged_bytes(name: str) -> bytes:
    try:
        return resources.files("onrecord.annotate").joinpath("weights", name).read_bytes()
    except FileNotFoundError as error:
        raise WeightsError(f"weights/{name} is not in the package: reinstall onrecord") from error


def _checked_bytes(path: Path | None) -> bytes:
    if path is not None:
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise WeightsError(f"there are no weights at {path}") from error
    data = _packaged_bytes(WEIGHTS_FILE)
    expected = _packaged_bytes(f"{WEIGHTS_FILE}.sha256").decode("ascii").split()[0]
    if hashlib.sha256(data).hexdigest() != expected:
        raise WeightsError(f"{WEIGHTS_FILE} is damaged (its SHA-256 is not {expected[:12]}…): reinstall onrecord")
    return data


def _checked_metadata(metadata: Mapping[str, str]) -> dict[str, float]:
    """The temperatures by head and tagger, once format and label sets are seen to be this program's."""
    if metadata.get("format") != FORMAT:
        raise WeightsError(f"the weights have format {metadata.get('format')!r}; this version reads {FORMAT!r}")
    if metadata.get("ontology") != ontology_digest():
        raise WeightsError("the weights were trained for other label sets than this version's: reinstall onrecord")
    temperatures: dict[str, float] = json.loads(metadata.get("temperatures", "{}"))
    return temperatures


@lru_cache(maxsize=1)
def packaged_session() -> OnnxSession:
    """The packaged weights, loaded once for the process."""
    return OnnxSession()


_CERTAIN = 12.0  # a logit; the softmax of a chosen label is then above 0.999 in every head


@dataclass(frozen=True, slots=True, eq=False)
class FakeReading:
    """What a :class:`FakeSession` was told to say, for the words of one window."""

    words: tuple[str, ...]
    scores: Mapping[str, Floats]
    links: Mapping[tuple[str, str], Mapping[str, str]]

    def tag(self, tagger: str, anchors: Sequence[WordRange], ranges: Sequence[WordRange]) -> Floats:
        """For each anchor the words of its range × labels, by the anchor's words and by word."""
        labels = TAGGERS[tagger].labels
        rows = Rows.of(anchors, ranges)
        scores = np.zeros((len(rows.words), len(labels)), dtype=np.float32)
        for row, (word, number) in enumerate(zip(rows.words.tolist(), rows.anchors.tolist(), strict=True)):
            chosen = self.links.get((tagger, " ".join(self.words[slice(*anchors[number])])), {})
            scores[row, labels.index(chosen.get(self.words[word], "O"))] = _CERTAIN
        return scores


class FakeSession:
    """Says what it was told: ``words[word][head] = label`` and ``links[tagger, anchor words][word] = label``.

    Words and heads that are not named are "O" ("X" for parts of speech).

    >>> fake = FakeSession(
    ...     {"said": {"cue": "B-cue"}, "Rasool": {"names": "B-person"}},
    ...     {("attribution", "said"): {"Rasool": "B-source", "strikes": "B-content"}},
    ... )
    """

    digest = "0" * 64

    def __init__(
        self,
        words: Mapping[str, Mapping[str, str]],
        links: Mapping[tuple[str, str], Mapping[str, str]] | None = None,
    ) -> None:
        self._words = words
        self._links = links or {}

    def run(self, window: Encoded) -> FakeReading:
        """The chosen labels of the window's words as scores."""
        scores: dict[str, Floats] = {}
        for name, head in HEADS.items():
            default = "O" if head.is_bio else "X"
            table = np.zeros((len(window.words), len(head.labels)), dtype=np.float32)
            for row, word in enumerate(window.words):
                table[row, head.labels.index(self._words.get(word, {}).get(name, default))] = _CERTAIN
            scores[name] = table
        return FakeReading(window.words, scores, self._links)
