"""Small fakes of the program: they say what they were told to say."""

from collections.abc import Callable

from onrecord.core.annotations import Annotations
from onrecord.core.article import Article
from onrecord.core.extraction import Extraction, Producer

WordSpan = tuple[int, int, str]


class FakeAnnotator:
    """An annotator that says what it was told to say, and keeps what it was asked."""

    weights_digest = "f" * 64

    def __init__(
        self,
        *,
        spans: Callable[[list[str]], list[WordSpan]] = lambda words: [],
        annotations: Callable[[Article], Annotations] = lambda article: Annotations(()),
    ) -> None:
        self._spans = spans
        self._annotations = annotations
        self.heads: list[str] = []

    def tag_words(self, sentences: list[list[str]], head: str) -> list[list[WordSpan]]:
        self.heads.append(head)
        return [self._spans(words) for words in sentences]

    def annotate(self, article: Article, /) -> Annotations:
        return self._annotations(article)


class FakeProduct:
    """A program that puts on record what it was told to."""

    producer = Producer("0", "e" * 64, "d" * 64)

    def __init__(self, extraction: Callable[[Article], Extraction]) -> None:
        self._extraction = extraction

    def read(self, report: Article, /) -> Extraction:
        return self._extraction(report)
