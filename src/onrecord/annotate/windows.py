"""Windows of whole sentences, small enough for the encoder, each with a little of what went before.

The words of a text are read in windows of at most ``LIMIT`` wordpieces. A window's own sentences are read for their
labels; where it does not start the text, up to two sentences before them are shown again as left context. A sentence
longer than a window is cut; each part is then read as if it were a sentence.

>>> pack([110, 110, 30, 90])
[Window(first=0, start=0, stop=3), Window(first=2, start=3, stop=4)]
"""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from onrecord.annotate.wordpiece import Shape, WordPiece, shape_of

LIMIT = 256
"""Wordpieces of a window, its two markers included, as in training; with 320, spans linked to a given cue lose 1.8."""

CONTEXT_LIMIT = 32
"""Wordpieces of left context at most. Swept with the first weights on PolNeAR's dev part, spans linked to a given cue:
0 gives 78.7 F1, 32 gives 79.7, 56 gives 79.8 (which these weights were trained with) and shows the encoder up to a
tenth more."""

CONTEXT_SENTENCES = 2

MOST_PIECES = 24
"""Wordpieces of one word at most, so that a link of a thousand characters does not fill a window."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences (or parts of long ones) ``start`` up to ``stop``, shown with those from ``first`` as left context."""

    first: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder is given for one window; ``first_pieces[i]`` is where word ``i`` starts among ``ids``."""

    words: tuple[str, ...]
    ids: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    first_pieces: npt.NDArray[np.int64]


def pack(lengths: list[int], *, limit: int = LIMIT, context_limit: int = CONTEXT_LIMIT) -> list[Window]:
    """Windows that together own every unit once, in order; ``lengths`` are the units' wordpieces.

    No length may be above ``limit - 2`` (see :func:`cut`).
    """
    room = limit - 2
    windows: list[Window] = []
    start = 0
    while start < len(lengths):
        first, used = start, 0
        while first > max(0, start - CONTEXT_SENTENCES) and used + lengths[first - 1] <= context_limit:
            first -= 1
            used += lengths[first]
        while first < start and used + lengths[start] > room:
            used -= lengths[first]
            first += 1
        stop = start
        while stop < len(lengths) and used + lengths[stop] <= room:
            used += lengths[stop]
            stop += 1
        windows.append(Window(first, start, stop))
        start = stop
    return windows


def cut(sizes: list[int], *, limit: int = LIMIT) -> list[tuple[int, int]]:
    """The word ranges into which one sentence is cut, given each word's wordpieces; mostly one range."""
    room = limit - 2
    if sum(sizes) <= room:
        return [(0, len(sizes))]
    ranges: list[tuple[int, int]] = []
    start = used = 0
    for number, size in enumerate(sizes):
        if used + size > room:
            ranges.append((start, number))
            start, used = number, 0
        used += size
    ranges.append((start, len(sizes)))
    return ranges


def sizes_of(words: tuple[str, ...], pieces: WordPiece) -> list[int]:
    """How many wordpieces each word takes in a window."""
    return [min(len(pieces.ids(word)), MOST_PIECES) for word in words]


def encode(words: tuple[str, ...], pieces: WordPiece) -> Encoded:
    """The encoder's input for the words of one window."""
    ids: list[int] = [pieces.start]
    shapes: list[int] = [Shape.MARKER]
    sizes: list[int] = []
    for word in words:
        word_ids = pieces.ids(word)[:MOST_PIECES]
        ids.extend(word_ids)
        shapes.extend([shape_of(word)] * len(word_ids))
        sizes.append(len(word_ids))
    ids.append(pieces.end)
    shapes.append(Shape.MARKER)
    starts = list(accumulate(sizes, initial=1))[:-1]
    return Encoded(
        words=words,
        ids=np.array(ids, dtype=np.int64),
        shapes=np.array(shapes, dtype=np.int64),
        first_pieces=np.array(starts, dtype=np.int64),
    )
