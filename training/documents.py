"""What every corpus is turned into: words, sentences, and for each head what is known of each word.

A corpus labels only part of what the heads can say; the rest is missing, not negative. So a target is not a label but
the *set* of labels that a word may have: one label where the corpus is sure, "O or any class that this corpus does
not mark" where it marks nothing, and −1 where nothing is known. The loss is −log of the set's summed probability.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.annotate.labels import HEADS, TAGGERS

UNKNOWN = -1


class Allowed:
    """The sets of labels that occur as targets of one head; the first rows are the single labels."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self._number = {label: i for i, label in enumerate(self.labels)}
        self.rows: list[frozenset[int]] = [frozenset({i}) for i in range(len(self.labels))]

    def label(self, label: str) -> int:
        """The target of exactly one label."""
        return self._number[label]

    def one_of(self, labels: Iterable[str]) -> int:
        """The target "one of these labels"."""
        row = frozenset(self._number[label] for label in labels)
        if row not in self.rows:
            self.rows.append(row)
        return self.rows.index(row)

    def outside(self, unmarked: Iterable[str] = ()) -> int:
        """The target of a word outside all spans, in a corpus that does not mark the classes ``unmarked``."""
        classes = set(unmarked)
        return self.one_of(["O", *(label for label in self.labels if label[2:] in classes and label != "O")])

    def matrix(self) -> np.ndarray:
        """Rows × labels: 1 where allowed."""
        table = np.zeros((len(self.rows), len(self.labels)), dtype=np.float32)
        for i, row in enumerate(self.rows):
            table[i, list(row)] = 1
        return table


ALLOWED = {name: Allowed(label_set.labels) for name, label_set in HEADS.items()}


@dataclass(frozen=True)
class Link:
    """One anchor (word numbers of the document) and the labelled spans that belong to it, half-open in words."""

    anchor: tuple[int, int]
    spans: tuple[tuple[int, int, str], ...]


@dataclass
class Document:
    """Words in order, the first word of each sentence, targets by head and links by tagger.

    ``closed`` names the taggers of which the document holds all anchors: only there may a wrong anchor be a negative.
    """

    corpus: str
    words: list[str]
    sentence_starts: list[int]
    targets: dict[str, np.ndarray] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()

    def sentence_ranges(self) -> list[tuple[int, int]]:
        """The word range of each sentence."""
        return list(zip(self.sentence_starts, [*self.sentence_starts[1:], len(self.words)], strict=True))


def span_targets(
    head: str, n_words: int, spans: Iterable[tuple[int, int, str]], *, unmarked: Iterable[str] = ()
) -> np.ndarray:
    """Targets of a BIO head from labelled word ranges; a span that overlaps an earlier one is left out."""
    allowed = ALLOWED[head]
    targets = np.full(n_words, allowed.outside(unmarked), dtype=np.int16)
    taken = np.zeros(n_words, dtype=bool)
    for start, end, label in spans:
        if start >= end or taken[start:end].any():
            continue
        taken[start:end] = True
        targets[start] = allowed.label(f"B-{label}")
        targets[start + 1 : end] = allowed.label(f"I-{label}")
    return targets


def tagger_targets(tagger: str, link: Link, start: int, end: int) -> np.ndarray:
    """The label numbers of words ``start`` to ``end`` for one anchor; of overlapping spans the first counts."""
    number = {label: i for i, label in enumerate(TAGGERS[tagger].labels)}
    targets = np.zeros(end - start, dtype=np.int64)
    for first, stop, label in link.spans:
        inside = slice(max(first, start) - start, max(min(stop, end) - start, 0))
        if first >= end or stop <= start or targets[inside].any():
            continue
        targets[inside] = number[f"I-{label}"]
        if first >= start:
            targets[first - start] = number[f"B-{label}"]
    return targets


def bio_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans of a column of BIO tags; an I without its B begins a span."""
    spans: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        if label and (prefix != "I" or name != label):
            spans.append((start, i, label))
            label = ""
        if prefix in "BI" and not label and tag != "O":
            start, label = i, name
    return spans
