"""From scores to spans: the most probable sequence of labels in which every I follows its B or I.

>>> labels = ("O", "B-place", "I-place")
>>> spans = decode(np.log(np.array([[0.1, 0.8, 0.1], [0.3, 0.1, 0.6], [0.9, 0.05, 0.05]], np.float32)), labels)
>>> [(span.start, span.stop, span.label, round(span.score, 2)) for span in spans]
[(0, 2, 'place', 0.7)]

A sequence whose labels are each word's best is the most probable one wherever it is well formed, and it mostly is.
Only where it is not are the alternatives weighed (Viterbi): among the labels that are possible at all, and between
words that are surely outside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

_SURE = float(np.log(0.9))
"""A word outside with this probability is not weighed again."""

_POSSIBLE = float(np.log(1e-2))
"""A label that no word of a stretch has with this probability is not weighed. With 0.99 and 1e-4 instead, no dev
figure of the first weights moved by more than 0.1, and Viterbi took twice its time."""


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Words ``start`` up to ``stop``; ``score`` is the lowest probability of the class among them."""

    start: int
    stop: int
    label: str
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class _Scheme:
    """For each label: whether it is an I, the B of its class, and the name of its class."""

    inside: npt.NDArray[np.bool_]
    opening: Numbers
    openings: tuple[int, ...]  # the same
    names: tuple[str, ...]


@lru_cache(maxsize=64)
def _scheme(labels: tuple[str, ...]) -> _Scheme:
    number = {label: i for i, label in enumerate(labels)}
    openings = tuple(number.get(f"B-{label[2:]}", i) for i, label in enumerate(labels))
    return _Scheme(
        inside=np.array([label.startswith("I-") for label in labels]),
        opening=np.array(openings),
        openings=openings,
        names=tuple("" if label == "O" else label[2:] for label in labels),
    )


def log_softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def decode(scores: Floats, labels: tuple[str, ...]) -> list[LabelledSpan]:
    """The spans of one stretch of words from its scores, words × labels; they cannot begin with an I."""
    if not len(scores):
        return []
    return spans_of(log_softmax(scores)[None], labels)[0]


def spans_of(log_p: Floats, labels: tuple[str, ...], breaks: tuple[int, ...] = ()) -> list[list[LabelledSpan]]:
    """The spans of each row of rows × words × labels, log probabilities; no span runs over a word in ``breaks``."""
    best = log_p.argmax(axis=-1)
    if not best.any():
        return [[] for _ in best]
    scheme = _scheme(labels)
    opening = scheme.opening[best]
    before = np.zeros_like(opening)
    before[:, 1:] = opening[:, :-1]
    before[:, list(breaks)] = 0
    stray = scheme.inside[best] & (before != opening)
    for row in np.flatnonzero(stray.any(axis=1)).tolist():
        for start, stop in _doubtful(log_p[row], stray[row], breaks):
            best[row, start:stop] = _viterbi(log_p[row, start:stop], scheme)
    found: list[list[LabelledSpan]] = [[] for _ in best]
    rows, places = best.nonzero()
    chosen = best[rows, places]
    openings = scheme.opening[chosen]
    p = np.exp(log_p[rows, places, openings]) + np.exp(log_p[rows, places, openings + 1])
    continues = scheme.inside[chosen]
    if breaks:
        continues &= ~np.isin(places, breaks)
    starts = np.flatnonzero(~continues).tolist()
    row_of, words, labels_of, chances = rows.tolist(), places.tolist(), chosen.tolist(), p.tolist()
    for a, b in pairwise([*starts, len(words)]):
        span = LabelledSpan(words[a], words[b - 1] + 1, scheme.names[labels_of[a]], min(1.0, *chances[a:b]))
        found[row_of[a]].append(span)
    return found


def _doubtful(log_p: Floats, stray: npt.NDArray[np.bool_], breaks: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The stretches, between words that are surely outside and within breaks, in which an I is without its B."""
    outside = log_p[:, 0] >= _SURE
    n_words = len(stray)
    reached = 0
    for place in np.flatnonzero(stray).tolist():
        if place < reached:
            continue
        start = place
        while start > reached and not outside[start - 1] and start not in breaks:
            start -= 1
        reached = place + 1
        while reached < n_words and not outside[reached] and reached not in breaks:
            reached += 1
        yield start, reached


def _viterbi(log_p: Floats, scheme: _Scheme) -> list[int]:
    """The best well-formed labels; an I comes only from its own B or I, anything else from anywhere."""
    possible = (log_p.max(axis=0) >= _POSSIBLE).nonzero()[0].tolist()
    columns = sorted({0, *possible, *(scheme.openings[i] for i in possible)})
    place = {number: i for i, number in enumerate(columns)}
    opening = [place[scheme.openings[number]] for number in columns]
    inside = [scheme.openings[number] != number for number in columns]
    rows: list[list[float]] = log_p[:, columns].tolist()
    score = [-np.inf if is_inside else p for is_inside, p in zip(inside, rows[0], strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        anywhere = score.index(max(score))
        origins = [(b if score[b] >= score[i] else i) if inside[i] else anywhere for i, b in enumerate(opening)]
        score = [score[origin] + p for origin, p in zip(origins, row, strict=True)]
        back.append(origins)
    path = [score.index(max(score))]
    for origins in reversed(back):
        path.append(origins[path[-1]])
    return [columns[number] for number in reversed(path)]
