"""Who does what in a sentence: predicates and their core arguments, on English Web Treebank's PropBank.

*Predicate* F1: the predicate's word (the first, where the annotator gives several). *Core argument* F1, with the
predicates that the annotator found: sentence, predicate's word, label ARG0–ARG5 and all words agree. A continued
argument (C-ARG1) counts as a part of its own with the plain label; R- and ARGM- are not core. Consecutive sentences
of one page are read together, with the corpus's own words.

Sources: Silveira et al. 2014 (EWT); Palmer et al. 2005 (PropBank); Carreras and Màrquez 2005 (the measure).
"""

import gzip
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.corpora import Corpus
from benchmarks.event_corpora import WordRange
from benchmarks.scoring import Counts, matches
from onrecord.annotate.annotator import LinkedWords

CORPORA = (
    Corpus(
        "ewt_srl",
        "https://github.com/UniversalDependencies/UD_English-EWT and https://github.com/propbank/propbank-release",
        {split: (f"ewt_srl/{split}.jsonl.gz",) for split in ("dev", "test")},
    ),
)
CORE = frozenset(f"ARG{number}" for number in range(6))


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate's word and its core arguments."""

    predicate: int
    core: frozenset[tuple[str, WordRange]]


@dataclass(frozen=True, slots=True)
class FramedText:
    """Sentences of words and the frames of their predicates; word positions count through all sentences."""

    sentences: tuple[tuple[str, ...], ...]
    frames: tuple[Frame, ...]


def core_label(label: str) -> str | None:
    """The core label, with "C-" and "-DSP" taken off; None where the label is not core.

    >>> core_label("C-ARG1"), core_label("R-ARG0"), core_label("ARGM-TMP")
    ('ARG1', None, None)
    """
    plain = label.removeprefix("C-").removesuffix("-DSP")
    return plain if plain in CORE else None


def read_frames(path: Path) -> list[FramedText]:
    """The texts of one split: consecutive sentences of one page."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line.strip()]
    return [_text(list(page)) for _, page in groupby(rows, key=itemgetter("doc"))]


def _text(rows: Sequence[Mapping[str, Any]]) -> FramedText:
    frames: list[Frame] = []
    offset = 0
    for row in rows:
        for frame in row["frames"]:
            core = frozenset(
                (label, (offset + start, offset + end))
                for start, end, name in frame["args"]
                if (label := core_label(name)) is not None
            )
            frames.append(Frame(offset + int(frame["pred"]), core))
        offset += len(row["tokens"])
    return FramedText(tuple(tuple(row["tokens"]) for row in rows), tuple(frames))


def frames_told(found: Iterable[LinkedWords]) -> tuple[Frame, ...]:
    """The annotator's predicates with their core arguments."""
    return tuple(
        Frame(
            one.anchor.start,
            frozenset(
                (label, (span.start, span.stop)) for span in one.spans if (label := core_label(span.label)) is not None
            ),
        )
        for one in found
    )


def predicate_counts(gold: Sequence[Frame], told: Sequence[Frame]) -> Counts:
    """Predicates by their word."""
    return matches({one.predicate for one in gold}, {one.predicate for one in told})


def core_argument_counts(gold: Sequence[Frame], told: Sequence[Frame]) -> Counts:
    """Core arguments by predicate, label and words."""
    return matches(
        {(one.predicate, argument) for one in gold for argument in one.core},
        {(one.predicate, argument) for one in told for argument in one.core},
    )


def measure(request: Request) -> Figures:
    """Reads each page's sentences and scores their frames."""
    of_predicates, of_arguments = Counts(), Counts()
    for path in request.files["ewt_srl"]:
        for text in read_frames(path):
            told = frames_told(request.annotator.predicates_of_words(text.sentences))
            of_predicates += predicate_counts(text.frames, told)
            of_arguments += core_argument_counts(text.frames, told)
    return {"predicate_f1": of_predicates.f1, "core_argument_f1": of_arguments.f1}


PREDICATES = Benchmark("predicates", CORPORA, measure)

if __name__ == "__main__":
    sys.exit(main(PREDICATES))
