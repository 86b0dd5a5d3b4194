"""What a benchmark asks of the program, and how the text of a corpus becomes an article that it can read.

The benchmarks know the program by the protocols below; tests put a small fake in its place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.annotate.annotator import LinkedWords
from onrecord.annotate.decode import LabelledSpan
from onrecord.core.annotations import Annotations
from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.extraction import Extraction, Producer
from onrecord.core.spans import trimmed

WordSpan = tuple[int, int, str]
"""First word, the word after the last, label."""

Words = Sequence[Sequence[str]]
"""A text as sentences of words."""


class Annotator(Protocol):
    """The annotator as the benchmarks use it; word positions count through all sentences of a text."""

    @property
    def weights_digest(self) -> str:
        """The SHA-256 of the weights."""

    def annotate(self, article: Article, /) -> Annotations:
        """All that the annotator says of one article."""

    def tag_words(self, sentences: Words, head: str, *, together: bool = True) -> list[list[LabelledSpan]]:
        """Labelled spans of one head, sentence by sentence, in words of that sentence."""

    def events_of_words(self, sentences: Words) -> list[LinkedWords]:
        """Triggers with their arguments."""

    def arguments_of_words(
        self, sentences: Words, tagger: str, anchors: Sequence[tuple[int, int]]
    ) -> list[LinkedWords]:
        """What belongs to given anchors."""

    def predicates_of_words(self, sentences: Words) -> list[LinkedWords]:
        """Predicates with their arguments."""


class Product(Protocol):
    """The whole program, from an article to what is on record."""

    @property
    def producer(self) -> Producer:
        """Version and digests."""

    def read(self, report: Article, /) -> Extraction:
        """All that is read in one article."""


def shipped_annotator() -> Annotator:
    """The annotator with the weights that the package ships.

    Raises:
        WeightsError: the weights are missing or damaged.
    """
    from onrecord.annotate.annotator import Annotator as ShippedAnnotator

    return ShippedAnnotator()


def shipped_product() -> Product:
    """The whole program with the weights and resources that the package ships.

    Raises:
        WeightsError, ResourceError: one of them is missing or damaged.
    """
    from onrecord.run.reader import Reader

    return Reader()


@dataclass(frozen=True, slots=True)
class Doors:
    """Where a benchmark gets the program from."""

    annotator: Callable[[], Annotator] = shipped_annotator
    product: Callable[[], Product] = shipped_product


def article_of_lines(text: str) -> Article:
    """An article over exactly this text, each line that is not blank a paragraph: no offset moves."""
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        span = trimmed(text, start, start + len(line))
        if span is not None:
            blocks.append(Block(BlockKind.PARAGRAPH, span))
        start += len(line)
    return Article(text, tuple(blocks), language="en")
