"""From documents to batches: windows as the annotator makes them, with targets for the words they own."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from onrecord.annotate.labels import HEADS, TAGGERS
from onrecord.annotate.windows import LIMIT, MOST_PIECES, cut, pack
from onrecord.annotate.wordpiece import Shape, WordPiece, shape_of
from training.documents import UNKNOWN, Document, Link, tagger_targets

CASE_SHARE = 0.2
"""Of the windows, shown in lower, UPPER or Title case: on names it cost 0.1 F1 in edited text, and in text of
one case it gave 50 (CoNLL-2003, measured only)."""

CONTEXT = 56
"""Wordpieces of left context in training, more than in use."""

SHORT_SHARE = 0.25
"""Of the documents, read in short windows, as the annotator reads a short report."""

WRONG_ANCHORS = 0.25
"""Wrong anchors (words that no one marked) for each right one, so that a tagger learns to find nothing."""

_CASES = (str.lower, str.upper, str.title)


@dataclass
class Encoded:
    """A document with its wordpieces: ids of each word, and its shape as written and in three other cases."""

    document: Document
    ids: list[tuple[int, ...]]
    shapes: np.ndarray  # 4 × words
    units: list[tuple[int, int]]  # sentences, long ones cut
    sizes: list[int]


def encode_document(document: Document, pieces: WordPiece) -> Encoded:
    """The document's words as the encoder will see them."""
    ids = [pieces.ids(word)[:MOST_PIECES] for word in document.words]
    shapes = np.array(
        [[shape_of(word) for word in document.words]]
        + [[shape_of(case(word)) for word in document.words] for case in _CASES],
        dtype=np.int64,
    )
    units = []
    for start, end in document.sentence_ranges():
        units += [(start + a, start + b) for a, b in cut([len(word) for word in ids[start:end]])]
    return Encoded(document, ids, shapes, units, [sum(len(w) for w in ids[a:b]) for a, b in units])


@dataclass
class WindowExample:
    """One window: words ``start`` to ``end`` of a document, of which it owns those from ``owned``."""

    source: Encoded
    start: int
    owned: int
    end: int
    n_pieces: int
    case: int = 0


def windows_of(encoded: Encoded, chance: random.Random) -> list[WindowExample]:
    """The windows of one document for one epoch."""
    longest = max(encoded.sizes) + 2
    limit = max(longest, chance.randint(48, 160)) if chance.random() < SHORT_SHARE else LIMIT
    examples = []
    for window in pack(encoded.sizes, limit=limit, context_limit=CONTEXT):
        start, owned = encoded.units[window.first][0], encoded.units[window.start][0]
        end = encoded.units[window.stop - 1][1]
        case = chance.randint(1, 3) if chance.random() < CASE_SHARE else 0
        n_pieces = 2 + sum(encoded.sizes[window.first : window.stop])
        examples.append(WindowExample(encoded, start, owned, end, n_pieces, case))
    return examples


@dataclass
class Pairs:
    """For one tagger: flat rows of (word, anchor words) with targets; rows of one anchor are consecutive."""

    word: list[np.ndarray] = field(default_factory=list)
    anchor: list[np.ndarray] = field(default_factory=list)
    distance: list[np.ndarray] = field(default_factory=list)
    target: list[np.ndarray] = field(default_factory=list)
    anchor_words: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Batch:
    """What one step sees. ``targets[head]`` is −1 where nothing is known; ``pairs[tagger]`` may be missing."""

    ids: Tensor
    shapes: Tensor
    lengths: Tensor
    places: Tensor  # of words' first pieces in the flattened [batch × pieces]
    targets: dict[str, Tensor]
    pairs: dict[str, tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]]


def batches(examples: list[WindowExample], n_pieces: int, chance: random.Random) -> Iterator[Batch]:
    """Windows of like length together, at most ``n_pieces`` wordpieces with padding, in random order."""
    chance.shuffle(examples)
    groups: list[list[WindowExample]] = []
    for first in range(0, len(examples), 512):
        pool = sorted(examples[first : first + 512], key=lambda example: example.n_pieces)
        group: list[WindowExample] = []
        for example in pool:
            if group and example.n_pieces * (len(group) + 1) > n_pieces:
                groups.append(group)
                group = []
            group.append(example)
        groups.append(group)
    chance.shuffle(groups)
    for group in groups:
        yield _batch(group, chance)


def _batch(group: list[WindowExample], chance: random.Random) -> Batch:
    width = max(example.n_pieces for example in group)
    pieces = WordPiece.packaged()
    ids = np.zeros((len(group), width), dtype=np.int64)
    shapes = np.full((len(group), width), Shape.MARKER, dtype=np.int64)
    places: list[int] = []
    targets: dict[str, list[np.ndarray]] = {head: [] for head in HEADS}
    pairs: dict[str, Pairs] = {tagger: Pairs() for tagger in TAGGERS}
    for row, example in enumerate(group):
        offset = len(places)
        position = 1
        ids[row, 0] = pieces.start
        for word in range(example.start, example.end):
            word_ids = example.source.ids[word]
            places.append(row * width + position)
            ids[row, position : position + len(word_ids)] = word_ids
            shapes[row, position : position + len(word_ids)] = example.source.shapes[example.case, word]
            position += len(word_ids)
        ids[row, position] = pieces.end
        document = example.source.document
        for head, columns in targets.items():
            column = np.full(example.end - example.start, UNKNOWN, dtype=np.int64)
            if head in document.targets:
                column[example.owned - example.start :] = document.targets[head][example.owned : example.end]
            columns.append(column)
        for tagger, links in document.links.items():
            _add_pairs(pairs[tagger], tagger, links, example, offset, chance)
    return Batch(
        ids=torch.from_numpy(ids),
        shapes=torch.from_numpy(shapes),
        lengths=torch.tensor([example.n_pieces for example in group]),
        places=torch.tensor(places),
        targets={head: torch.from_numpy(np.concatenate(columns)) for head, columns in targets.items()},
        pairs={tagger: _joined(rows) for tagger, rows in pairs.items() if rows.anchor_words},
    )


def _add_pairs(
    rows: Pairs, tagger: str, links: list[Link], example: WindowExample, offset: int, chance: random.Random
) -> None:
    own = [link for link in links if link.anchor[0] >= example.owned and link.anchor[1] <= example.end]
    document = example.source.document
    if tagger in document.closed:
        anchors = {i for link in links for i in range(*link.anchor)}
        wanted = int(WRONG_ANCHORS * len(own) + chance.random())
        for _ in range(wanted):
            word = chance.randrange(example.owned, example.end)
            if word not in anchors and document.words[word].isalpha():
                own.append(Link((word, word + 1), ()))
    for link in own:
        first, last = reach_of(tagger, document, link, example)
        words = np.arange(first, last)
        start, end = link.anchor
        distance = np.where(words < start, words - start, np.where(words >= end, words - end + 1, 0))
        rows.word.append(words - example.start + offset)
        rows.anchor.append(np.full(len(words), len(rows.anchor_words)))
        rows.distance.append(distance)
        rows.target.append(tagger_targets(tagger, link, first, last))
        rows.anchor_words.append((start - example.start + offset, end - example.start + offset))


def reach_of(tagger: str, document: Document, link: Link, example: WindowExample) -> tuple[int, int]:
    """The words that are looked at for one anchor: its sentence for predicates, otherwise the window."""
    if tagger != "frame":
        return example.start, example.end
    for start, end in document.sentence_ranges():
        if start <= link.anchor[0] < end:
            return max(start, example.start), min(end, example.end)
    raise ValueError(f"anchor {link.anchor} is outside all sentences")


def _joined(rows: Pairs) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """word, anchor, distance, target of each row; first and last word of each anchor."""
    columns = [torch.from_numpy(np.concatenate(part)) for part in (rows.word, rows.anchor, rows.distance, rows.target)]
    bounds = torch.tensor(rows.anchor_words)
    return columns[0], columns[1], columns[2], columns[3], bounds[:, 0], bounds[:, 1] - 1
