"""Small fakes of the program: they say what they were told to say."""

from collections.abc import Callable, Mapping, Sequence

from onrecord.annotate.annotator import LinkedWords
from onrecord.annotate.decode import LabelledSpan
from onrecord.core.annotations import Annotations
from onrecord.core.article import Article
from onrecord.core.extraction import Extraction, Producer

Words = Sequence[Sequence[str]]


def linked(anchor: tuple[int, int, str], *spans: tuple[int, int, str]) -> LinkedWords:
    """An anchor and its spans, as the annotator gives them."""
    return LinkedWords(LabelledSpan(*anchor, 0.9), tuple(LabelledSpan(*span, 0.9) for span in spans))


class FakeAnnotator:
    """An annotator that says what it was told to say, and keeps what it was asked."""

    weights_digest = "f" * 64

    def __init__(
        self,
        *,
        label_by_word: Mapping[str, str] | None = None,
        annotations: Callable[[Article], Annotations] = lambda article: Annotations(()),
        links: Sequence[LinkedWords] = (),
    ) -> None:
        self._label_by_word = label_by_word or {}
        self._annotations = annotations
        self._links = list(links)
        self.asked: list[object] = []

    def annotate(self, article: Article, /) -> Annotations:
        return self._annotations(article)

    def tag_words(self, sentences: Words, head: str, *, together: bool = True) -> list[list[LabelledSpan]]:
        """Each word that has a label is a span of its own."""
        self.asked.append((head, together))
        return [
            [
                LabelledSpan(position, position + 1, self._label_by_word[word], 0.9)
                for position, word in enumerate(words)
                if word in self._label_by_word
            ]
            for words in sentences
        ]

    def events_of_words(self, sentences: Words) -> list[LinkedWords]:
        self.asked.append(tuple(map(tuple, sentences)))
        return self._links

    def predicates_of_words(self, sentences: Words) -> list[LinkedWords]:
        self.asked.append(tuple(map(tuple, sentences)))
        return self._links

    def arguments_of_words(
        self, sentences: Words, tagger: str, anchors: Sequence[tuple[int, int]]
    ) -> list[LinkedWords]:
        self.asked.append((tagger, list(anchors)))
        return [link for link in self._links if (link.anchor.start, link.anchor.stop) in anchors]


class FakeProduct:
    """A program that puts on record what it was told to."""

    producer = Producer("0", "e" * 64, "d" * 64)

    def __init__(self, extraction: Callable[[Article], Extraction]) -> None:
        self._extraction = extraction

    def read(self, report: Article, /) -> Extraction:
        return self._extraction(report)
