"""From scores to spans: the most probable sequence of labels in which every I follows its B or I.

>>> labels = ("O", "B-place", "I-place")
>>> spans = decode(np.log(np.array([[0.1, 0.8, 0.1], [0.3, 0.1, 0.6], [0.9, 0.05, 0.05]], np.float32)), labels)
>>> [(span.start, span.stop, span.label, round(span.score, 2)) for span in spans]
[(0, 2, 'place', 0.7)]

A sequence whose labels are each word's best is the most probable one wherever it is well formed, and it mostly is;
only otherwise are the alternatives weighed (Viterbi), between words that are outside with a probability of 0.99.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_SURE = float(np.log(0.99))
"""Of being outside. Between 0.9 and 0.999 no dev figure moved; Viterbi over whole windows cost a fifth of all time."""


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
    opening: npt.NDArray[np.int64]
    names: tuple[str, ...]


@lru_cache(maxsize=64)
def _scheme(labels: tuple[str, ...]) -> _Scheme:
    number = {label: i for i, label in enumerate(labels)}
    return _Scheme(
        inside=np.array([label.startswith("I-") for label in labels]),
        opening=np.array([number.get(f"B-{label[2:]}", i) for i, label in enumerate(labels)]),
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
    return spans_of(log_softmax(scores), labels)


def spans_of(log_p: Floats, labels: tuple[str, ...]) -> list[LabelledSpan]:
    """As :func:`decode`, from log probabilities."""
    best = log_p.argmax(axis=1)
    if not best.any():
        return []
    scheme = _scheme(labels)
    before = np.concatenate(([0], best[:-1]))
    stray = scheme.inside[best] & (scheme.opening[before] != scheme.opening[best])
    path: list[int] = best.tolist()
    for start, stop in _doubtful(log_p, stray) if stray.any() else ():
        path[start:stop] = _viterbi(log_p[start:stop], scheme)
    spans: list[LabelledSpan] = []
    start = 0
    for i in range(1, len(path) + 1):
        if i < len(path) and scheme.inside[path[i]]:
            continue
        if path[start]:
            opening = int(scheme.opening[path[start]])
            p = np.exp(log_p[start:i, opening]) + np.exp(log_p[start:i, opening + 1])
            spans.append(LabelledSpan(start, i, scheme.names[opening], min(1.0, float(p.min()))))
        start = i
    return spans


def _doubtful(log_p: Floats, stray: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """The stretches between words that are surely outside in which an I is without its B."""
    bounds = [-1, *np.flatnonzero(log_p[:, 0] >= _SURE).tolist(), len(log_p)]
    for before, after in pairwise(bounds):
        if after > before + 1 and stray[before + 1 : after].any():
            yield before + 1, after


def _viterbi(log_p: Floats, scheme: _Scheme) -> list[int]:
    """The best well-formed labels; an I comes only from its own B or I, anything else from anywhere."""
    inside, opening = scheme.inside, scheme.opening
    numbers = np.arange(len(inside))
    score = np.where(inside, -np.inf, log_p[0])
    back = np.zeros(log_p.shape, dtype=np.int64)
    for i in range(1, len(log_p)):
        anywhere = int(score.argmax())
        own = np.where(score[opening] >= score, opening, numbers)
        back[i] = np.where(inside, own, anywhere)
        score = score[back[i]] + log_p[i]
    path = [int(score.argmax())]
    for i in range(len(log_p) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]
