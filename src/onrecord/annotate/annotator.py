"""The annotator: an article in, everything that the words say out, before anything is concluded from it.

>>> from onrecord.annotate.session import FakeSession
>>> from onrecord.core.article import Article, Block, BlockKind
>>> text = "Baghdad was quiet."
>>> article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
>>> annotator = Annotator(FakeSession({"Baghdad": {"names": "B-place"}}))
>>> [(mention.kind.value, mention.span.of(text)) for mention in annotator.annotate(article).mentions]
[('place', 'Baghdad')]

Deterministic: windows are read one at a time, so that no batch can change a score. One annotator may serve several
Python threads. Without a session it uses the packaged weights (docs/weights.md), which are loaded once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np

from onrecord.annotate.decode import LabelledSpan, log_softmax
from onrecord.annotate.labels import UPOS
from onrecord.annotate.mentions import PRONOUN_KINDS, FoundPhrase, in_order, name_mention, nominal_mention
from onrecord.annotate.reading import ReadWindow, read_windows
from onrecord.annotate.segment import segment
from onrecord.annotate.session import Session, packaged_session
from onrecord.core.annotations import (
    Annotations,
    Argument,
    Attribution,
    Mention,
    MentionForm,
    Predicate,
    Sentence,
    Token,
    Trigger,
)
from onrecord.core.article import Article
from onrecord.core.spans import Span

Words = Sequence[Sequence[str]]
"""A text as sentences of words."""


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """An anchor (a cue, a trigger, a predicate) and what belongs to it, in words of the text."""

    anchor: LabelledSpan
    spans: tuple[LabelledSpan, ...]


@dataclass(slots=True)
class _Found:
    """What the windows of one article gave so far."""

    mentions: list[Mention] = field(default_factory=list)
    described: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)


class Annotator:
    """Reads articles with one session.

    Raises:
        WeightsError: no session was given, and the packaged weights cannot be used.
    """

    def __init__(self, session: Session | None = None) -> None:
        self._session: Session = session or packaged_session()

    @property
    def weights_digest(self) -> str:
        """SHA-256 of the weights."""
        return self._session.digest

    def annotate(self, article: Article) -> Annotations:
        """Everything that is found in the article's titles, paragraphs and captions."""
        sentences = segment(article)
        text = article.text
        tokens = [token for sentence in sentences for token in sentence.tokens]
        blocks = [sentence.block for sentence in sentences for _ in sentence.tokens]
        words = [[token.span.of(text) for token in sentence.tokens] for sentence in sentences]
        found = _Found()
        tags: list[int] = []
        place = _Place(text, tokens, blocks)
        for window in read_windows(words, self._session):
            tags.extend(_read_grammar(window, place, found))
            _read_mentions(window, place, found)
            _read_attributions(window, place, found)
            _read_triggers(window, place, found)
        return Annotations(
            sentences=_with_parts_of_speech(sentences, tags),
            mentions=tuple(in_order(found.mentions, found.described)),
            attributions=tuple(found.attributions),
            triggers=tuple(found.triggers),
            predicates=tuple(found.predicates),
        )

    def tag_words(self, sentences: Words, head: str, *, together: bool = True) -> list[list[LabelledSpan]]:
        """The spans of one head in a text of given words, for each sentence, in words of that sentence.

        ``together=False`` reads each sentence alone, for corpora of single sentences. A head without BIO ("upos")
        gives a span for each word.
        """
        parts = [sentences] if together else [[sentence] for sentence in sentences]
        tagged: list[list[LabelledSpan]] = []
        for part in parts:
            spans = [span for window in read_windows(part, self._session) for span in _head_spans(window, head)]
            tagged.extend(_by_sentence(part, spans))
        return tagged

    def attributions_of_words(self, sentences: Words) -> list[LinkedWords]:
        """The attributions of one text of given words; cues that nothing belongs to are left out."""
        return self._linked_words(sentences, "cue", "attribution", least=1)

    def events_of_words(self, sentences: Words) -> list[LinkedWords]:
        """The triggers of one text of given words, with their arguments."""
        return self._linked_words(sentences, "trigger", "argument")

    def predicates_of_words(self, sentences: Words) -> list[LinkedWords]:
        """The predicates of one text of given words, with their arguments."""
        return self._linked_words(sentences, "predicate", "frame")

    def arguments_of_words(
        self, sentences: Words, tagger: str, anchors: Sequence[tuple[int, int]]
    ) -> list[LinkedWords]:
        """What belongs to given anchors (word ranges of the text) by one tagger; an anchor's class is not used."""
        linked: list[LinkedWords] = []
        for window in read_windows(sentences, self._session):
            owned = [
                LabelledSpan(start, stop, "", 1.0)
                for start, stop in anchors
                if window.units[0][0] <= start and stop <= window.stop
            ]
            linked.extend(_links(window, tagger, owned))
        return linked

    def _linked_words(self, sentences: Words, head: str, tagger: str, *, least: int = 0) -> list[LinkedWords]:
        return [
            link
            for window in read_windows(sentences, self._session)
            for link in _links(window, tagger, window.spans(head))
            if len(link.spans) >= least
        ]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of an article stand in its text."""

    text: str
    tokens: Sequence[Token]
    blocks: Sequence[int]

    def span(self, start: int, stop: int) -> Span:
        return Span(self.tokens[start].span.start, self.tokens[stop - 1].span.end)

    def parts(self, found: LabelledSpan) -> list[Span]:
        """The span, cut where it runs from one block into the next."""
        start, stop, blocks = found.start, found.stop, self.blocks
        if blocks[start] == blocks[stop - 1]:
            return [self.span(start, stop)]
        cuts = [i for i in range(start + 1, stop) if blocks[i] != blocks[i - 1]]
        return [self.span(a, b) for a, b in pairwise([start, *cuts, stop])]

    def phrase(self, found: LabelledSpan) -> FoundPhrase:
        span = self.span(found.start, found.stop)
        return FoundPhrase(found.label, span, self.tokens[found.stop - 1].span, found.score)

    def arguments(self, spans: Iterable[LabelledSpan]) -> tuple[Argument, ...]:
        return tuple(Argument(span.label, part, span.score) for span in spans for part in self.parts(span))


def _links(window: ReadWindow, tagger: str, anchors: Sequence[LabelledSpan]) -> Iterable[LinkedWords]:
    """Each anchor with its spans: a predicate's are in its own sentence, others anywhere in the window."""
    if tagger == "frame":
        ranges = [next(unit for unit in window.units if anchor.start < unit[1]) for anchor in anchors]
    else:
        ranges = [(window.start, window.stop)] * len(anchors)
    for anchor, spans in window.linked(tagger, anchors, ranges):
        yield LinkedWords(anchor, tuple(spans))


def _head_spans(window: ReadWindow, head: str) -> list[LabelledSpan]:
    if head != "upos":
        return window.spans(head)
    first = window.units[0][0]
    log_p = log_softmax(window.reading.scores[head][first - window.start :])
    best = log_p.argmax(axis=1).tolist()
    return [
        LabelledSpan(first + i, first + i + 1, UPOS[tag], float(np.exp(log_p[i, tag]))) for i, tag in enumerate(best)
    ]


def _by_sentence(sentences: Words, spans: Sequence[LabelledSpan]) -> list[list[LabelledSpan]]:
    """Spans in words of the text → spans in words of each sentence."""
    numbers = [number for number, sentence in enumerate(sentences) for _ in sentence]
    offsets: list[int] = []
    reached = 0
    for sentence in sentences:
        offsets.append(reached)
        reached += len(sentence)
    tagged: list[list[LabelledSpan]] = [[] for _ in sentences]
    for span in spans:
        number = numbers[span.start]
        offset = offsets[number]
        tagged[number].append(replace(span, start=span.start - offset, stop=span.stop - offset))
    return tagged


def _read_grammar(window: ReadWindow, place: _Place, found: _Found) -> list[int]:
    """Predicates and pronouns; the number of each own word's part of speech."""
    first = window.units[0][0]
    scores = window.reading.scores["upos"][first - window.start :]
    tags: Any = scores.argmax(axis=1).tolist()
    pronoun = UPOS.index("PRON")
    for i, tag in enumerate(tags):
        if tag != pronoun:
            continue
        span = place.tokens[first + i].span
        kind = PRONOUN_KINDS.get(span.of(place.text).lower())
        if kind is not None:
            score = float(np.exp(log_softmax(scores[i])[pronoun]))
            found.described.append(Mention(kind, MentionForm.PRONOUN, span, span, score))
    for link in _links(window, "frame", window.spans("predicate")):
        span = place.span(link.anchor.start, link.anchor.stop)
        found.predicates.append(Predicate(span, place.arguments(link.spans), link.anchor.score))
    return list(tags)


def _read_mentions(window: ReadWindow, place: _Place, found: _Found) -> None:
    found.mentions.extend(name_mention(place.text, place.phrase(span)) for span in window.spans("names"))
    for span in window.spans("nominals"):
        mention = nominal_mention(place.text, place.phrase(span))
        if mention is not None:
            found.described.append(mention)


def _read_attributions(window: ReadWindow, place: _Place, found: _Found) -> None:
    for link in _links(window, "attribution", window.spans("cue")):
        sources = tuple(part for s in link.spans if s.label == "source" for part in place.parts(s))
        contents = tuple(part for s in link.spans if s.label == "content" for part in place.parts(s))
        if sources or contents:
            cue = place.span(link.anchor.start, link.anchor.stop)
            found.attributions.append(Attribution(cue, sources, contents, link.anchor.score))


def _read_triggers(window: ReadWindow, place: _Place, found: _Found) -> None:
    for link in _links(window, "argument", window.spans("trigger")):
        span = place.span(link.anchor.start, link.anchor.stop)
        found.triggers.append(Trigger(link.anchor.label, span, link.anchor.score, place.arguments(link.spans)))


def _with_parts_of_speech(sentences: Sequence[Sentence], tags: Sequence[int]) -> tuple[Sentence, ...]:
    tagged: list[Sentence] = []
    reached = 0
    for sentence in sentences:
        own = tags[reached : reached + len(sentence.tokens)]
        tokens = tuple(Token(token.span, UPOS[tag]) for token, tag in zip(sentence.tokens, own, strict=True))
        tagged.append(Sentence(sentence.span, sentence.block, tokens))
        reached += len(sentence.tokens)
    return tuple(tagged)
