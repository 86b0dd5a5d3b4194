"""Files of one word a line with its label (CoNLL), and the spans that B- and I- labels mean.

A span begins at B-, at I- after O, or at I- of another type than the word before: the definition of the
conlleval script of CoNLL-2000 to 2003 (Tjong Kim Sang and De Meulder 2003, "Introduction to the CoNLL-2003 shared
task").

>>> spans_of_labels(["B-person", "I-person", "O", "I-place", "B-place"])
[(0, 2, 'person'), (3, 4, 'place'), (4, 5, 'place')]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.readers import WordSpan


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """Words and one label for each."""

    words: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def spans(self) -> list[WordSpan]:
        """The labelled spans."""
        return spans_of_labels(self.labels)


def spans_of_labels(labels: Sequence[str]) -> list[WordSpan]:
    """The spans of a sentence's labels.

    Raises:
        ValueError: a label is neither O nor B- or I- with a type.
    """
    spans: list[WordSpan] = []
    start, open_type = 0, ""
    for position, label in enumerate((*labels, "O")):
        prefix, _, kind = label.partition("-")
        if prefix not in ("O", "B", "I") or (prefix != "O") != bool(kind):
            raise ValueError(f"label {label!r} of word {position} is neither O nor B-… or I-…")
        if open_type and (prefix != "I" or kind != open_type):
            spans.append((start, position, open_type))
            open_type = ""
        if kind and not open_type:
            start, open_type = position, kind
    return spans


def read_columns(path: Path) -> list[LabelledSentence]:
    """The sentences of one file: word, tab, label; sentences parted by lines without a word.

    Raises:
        ValueError: a line has a word and no label.
    """
    sentences: list[LabelledSentence] = []
    words: list[str] = []
    labels: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], start=1):
        word, tab, label = line.rstrip("\r").partition("\t")
        if word.strip() and not tab:
            raise ValueError(f"{path.name}, line {number}: a word without a label: {word!r}")
        if word.strip():
            words.append(word)
            labels.append(label.split("\t")[-1].strip())
        elif words:
            sentences.append(LabelledSentence(tuple(words), tuple(labels)))
            words, labels = [], []
    return sentences
