"""What a benchmark asks of the program, and how words become an article that it can read.

The benchmarks know the program by the protocols below; tests put a small fake in its place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from onrecord.core.annotations import Annotations, Argument
from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.extraction import Extraction, Producer
from onrecord.core.spans import Span, trimmed

WordSpan = tuple[int, int, str]
"""First word, the word after the last, label."""


class Annotator(Protocol):
    """The annotator as the benchmarks use it."""

    @property
    def weights_digest(self) -> str:
        """The SHA-256 of the weights."""

    def annotate(self, article: Article, /) -> Annotations:
        """All that the annotator says of one article."""

    def tag_words(self, sentences: list[list[str]], head: str) -> list[list[WordSpan]]:
        """Labelled spans of words, sentence by sentence, of one head."""


class Product(Protocol):
    """The whole program, from an article to what is on record."""

    @property
    def producer(self) -> Producer:
        """Version and digests."""

    def read(self, report: Article, /) -> Extraction:
        """All that is read in one article."""


@runtime_checkable
class ArgumentFinder(Protocol):
    """An annotator that can be given triggers, instead of finding them."""

    def find_arguments(self, article: Article, triggers: Sequence[tuple[Span, str]], /) -> Sequence[Sequence[Argument]]:
        """The arguments of each trigger (its words and its type), in the order given."""


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


class WordText:
    """Sentences of words as one article, a line each with single spaces, and the way back from spans to words.

    >>> spoken = WordText([["Police", "said"], ["Two", "died", "."]])
    >>> spoken.article.text
    'Police said\\nTwo died .'
    >>> spoken.words(Span(16, 20))
    (3, 4)
    """

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        lines: list[str] = []
        position = 0
        for sentence in sentences:
            for word in sentence:
                self._starts.append(position)
                self._ends.append(position + len(word))
                position += len(word) + 1
            if sentence:
                lines.append(" ".join(sentence))
        self.article = article_of_lines("\n".join(lines))

    def span(self, first: int, after: int) -> Span:
        """The characters from word ``first`` up to, without, word ``after``."""
        return Span(self._starts[first], self._ends[after - 1])

    def words(self, span: Span) -> tuple[int, int] | None:
        """The words that share a character with ``span``: first, and the one after the last."""
        first = bisect_right(self._ends, span.start)
        after = bisect_left(self._starts, span.end)
        return (first, after) if first < after else None
