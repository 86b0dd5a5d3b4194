"""Reports by hand: plain English with a part of speech written where it does not go without saying.

    report("The army shelled/V Kherson on Monday.", names={"Kherson": "place"})

is one paragraph with the segmenter's own tokens. Function words, numbers and marks know their tags; a capital makes a
PROPN; whatever is left is a NOUN. /V is a verb, /A an adjective, /R an adverb, /N a noun, /O a pronoun, /X an
auxiliary, /D a determiner, /P an adposition. ``names`` are what the annotator would have found as names, each place
where the words stand; pronouns are found by themselves.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from onrecord.annotate.segment import segment
from onrecord.core.annotations import (
    Annotations,
    Attribution,
    Mention,
    MentionForm,
    MentionKind,
    Predicate,
    Sentence,
    Token,
)
from onrecord.core.article import Article, Block, BlockKind, Published, PublishedFrom
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import Entity, Event, Extraction, Producer, Source, Statement
from onrecord.core.ontology import Role
from onrecord.core.spans import Span
from onrecord.gazetteer import Gazetteer
from onrecord.interpret import interpret
from onrecord.interpret.context import Context
from onrecord.interpret.entities import EntityBook
from onrecord.interpret.quantities import find_tolls
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import Reading, SentenceReading
from onrecord.interpret.times import find_times
from onrecord.interpret.told import find_told

PRODUCER = Producer("0", "none", "none")
_SHORT = {"V": "VERB", "A": "ADJ", "R": "ADV", "N": "NOUN", "O": "PRON", "X": "AUX", "D": "DET", "P": "ADP"}
_MARKED = re.compile(r"(?<=\S)/([A-Z]+)(?![\w/])")
_CLOSED = {
    "DET": "the a an this these those another some all both each every any no",
    "ADP": "in on at by of from for with without near outside inside around after before during against between into "
    "over under across along behind about since until despite through following to up out off down via within "
    "toward towards",
    "PRON": "i he she it they we him her them us his hers its their our who whom which whose what nobody "
    "himself themselves",
    "AUX": "is are was were be been being am has have had will would could might may should can must do did does "
    "'s’ll ’ll ’ve ’re 've 're 'll ca wo",
    "CCONJ": "and or but nor",
    "SCONJ": "that if because whether while as although unless than",
    "PART": "not n't n’t 's ’s ’ '",
    "NUM": "one two three four five six seven eight nine ten eleven twelve fourteen twenty forty",
    "ADV": "also still later again reportedly allegedly never only too however repeatedly when where why how already "
    "so there",
    "ADJ": "many several more other such senior armed military foreign eastern western northern southern",
}
_TAG_BY_WORD = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_PRONOUNS = {
    **dict.fromkeys("he she him her his hers they them their".split(), MentionKind.PERSON),
    **dict.fromkeys("it its".split(), MentionKind.ORGANISATION),
}


@cache
def gazetteer() -> Gazetteer:
    """The packaged one, opened once."""
    return Gazetteer.open()


@dataclass(frozen=True)
class Report:
    """An article with its annotations, and what the interpreter makes of them."""

    article: Article
    annotations: Annotations

    @property
    def text(self) -> str:
        return self.article.text

    def span(self, words: str, nth: int = 0) -> Span:
        """Where the words stand; the test fails loudly where they do not."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.text, self.annotations)

    def sentence(self, index: int = 0) -> SentenceReading:
        return self.reading.sentences[index]

    @cached_property
    def quotes(self) -> Quotes:
        return Quotes(self.article)

    @cached_property
    def book(self) -> EntityBook:
        return EntityBook(self.article, self.reading, gazetteer(), Quotes(self.article))

    @cached_property
    def context(self) -> Context:
        return Context(
            article=self.article,
            reading=self.reading,
            book=self.book,
            quotes=self.quotes,
            told=find_told(self.article, self.reading, self.quotes),
            times=find_times(self.article, self.annotations.sentences),
            tolls=find_tolls(self.article, self.annotations.sentences),
        )

    @cached_property
    def extraction(self) -> Extraction:
        return interpret(self.article, self.annotations, gazetteer(), PRODUCER)

    # ---------------------------------------------------------------- what it says, in words

    @property
    def events(self) -> tuple[Event, ...]:
        return self.extraction.events

    @property
    def event(self) -> Event:
        """The only event."""
        kinds = [event.kind for event in self.events]
        assert len(kinds) == 1, f"{kinds} in {self.text!r}"
        return self.events[0]

    def of_kind(self, kind: str) -> Event:
        """The only event of a kind."""
        found = [event for event in self.events if event.kind == kind]
        assert len(found) == 1, f"{[event.kind for event in self.events]} in {self.text!r}"
        return found[0]

    def fillers(self, event: Event, role: Role) -> list[str]:
        return [filler.span.of(self.text) for filler in event.roles if filler.role is role]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All but the publisher's own voice."""
        return self.extraction.statements[1:]

    @property
    def statement(self) -> Statement:
        """The only one beside the publisher's own voice."""
        assert len(self.statements) == 1, [self.line(statement) for statement in self.statements]
        return self.statements[0]

    def by_cue(self, cue: str) -> Statement:
        """The only statement with this cue."""
        found = [s for s in self.statements if s.cue is not None and s.cue.of(self.text) == cue]
        assert len(found) == 1, [self.line(statement) for statement in self.statements]
        return found[0]

    def said_by(self, statement: Statement) -> str | None:
        return statement.source.span.of(self.text) if isinstance(statement.source, Source) else None

    def content(self, statement: Statement) -> list[str]:
        return [part.of(self.text) for part in statement.content]

    def line(self, statement: Statement) -> str:
        cue = statement.cue.of(self.text) if statement.cue else "-"
        return f"{self.said_by(statement)} | {cue} | {self.content(statement)}"

    def entity(self, words: str, nth: int = 0) -> Entity:
        """The entity of which these words are a mention."""
        span = self.span(words, nth)
        found = [e for e in self.extraction.entities if any(mention.span == span for mention in e.mentions)]
        assert len(found) == 1, f"{words!r}: {[entity.name for entity in found]}"
        return found[0]

    def named(self, identity: str | None) -> str | None:
        """The name of the entity with this id."""
        return next((entity.name for entity in self.extraction.entities if entity.id == identity), None)


def report(
    *paragraphs: str,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
    published: str | None = None,
    publisher: str | None = None,
) -> Report:
    """A report of these paragraphs under an optional headline."""
    marked = [*([title] if title else []), *paragraphs]
    plain, tags, blocks = "", {}, []
    for i, paragraph in enumerate(marked):
        plain += "\n\n" if plain else ""
        start = len(plain)
        for piece, tag in _pieces(paragraph):
            plain += piece
            if tag is not None:
                tags[len(plain)] = _SHORT.get(tag, tag)
        kind = BlockKind.TITLE if title and i == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(start, len(plain))))
    day = Published(DateInterval.day(dt.date.fromisoformat(published)), PublishedFrom.GIVEN) if published else None
    article = Article(plain, tuple(blocks), publisher=publisher, published=day)
    sentences = tuple(_tagged(sentence, plain, tags) for sentence in segment(article))
    mentions = [*_names(plain, sentences, names or {}), *_pronouns(plain, sentences)]
    return Report(article, Annotations(sentences, tuple(sorted(mentions, key=lambda m: m.span))))


def annotated(
    base: Report,
    *,
    attributions: tuple[Attribution, ...] = (),
    predicates: tuple[Predicate, ...] = (),
) -> Report:
    """The same report with attributions and predicates that the annotator is taken to have found."""
    known = base.annotations
    return Report(
        base.article, Annotations(known.sentences, known.mentions, attributions=attributions, predicates=predicates)
    )


def _pieces(paragraph: str) -> list[tuple[str, str | None]]:
    parts = _MARKED.split(paragraph)
    tags: list[str | None] = [*parts[1::2], None]
    return list(zip(parts[0::2], tags, strict=True))


def _tagged(sentence: Sentence, text: str, tags: Mapping[int, str]) -> Sentence:
    tokens = tuple(
        Token(token.span, tags.get(token.span.end) or _tag(sentence, i, text, tags))
        for i, token in enumerate(sentence.tokens)
    )
    return Sentence(sentence.span, sentence.block, tokens)


def _tag(sentence: Sentence, i: int, text: str, tags: Mapping[int, str]) -> str:
    word = sentence.tokens[i].span.of(text)
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if not any(letter.isalnum() for letter in word) and word not in ("’", "'"):
        return "PUNCT"
    if word.lower() == "to" and following is not None:
        if tags.get(following.span.end) == "VERB" or following.span.of(text) in ("be", "have"):
            return "PART"
        return "ADP"
    if word in ("’", "'"):
        before = sentence.tokens[i - 1].span if i else None
        return (
            "PART"
            if before is not None and before.of(text).endswith("s") and before.end == sentence.tokens[i].span.start
            else "PUNCT"
        )
    known = _TAG_BY_WORD.get(word.lower())
    if known is not None and (word == word.lower() or word in ("A", "I") or (i == 0 and word == word.capitalize())):
        return known
    if word[0].isdigit():
        return "NUM"
    return "PROPN" if any(letter.isupper() for letter in word) else "NOUN"


def _names(text: str, sentences: tuple[Sentence, ...], names: Mapping[str, str]) -> list[Mention]:
    found: list[Mention] = []
    for sentence in sentences:
        starts = {token.span.start for token in sentence.tokens}
        ends = {token.span.end for token in sentence.tokens}
        for words, kind in names.items():
            at = text.find(words, sentence.span.start, sentence.span.end)
            while at >= 0:
                span = Span(at, at + len(words))
                if at in starts and span.end in ends and not any(m.span.overlaps(span) for m in found):
                    found.append(Mention(MentionKind(kind), MentionForm.NAME, span, span, 0.9))
                at = text.find(words, at + 1, sentence.span.end)
    for words in names:
        assert any(mention.span.of(text) == words for mention in found), f"no name {words!r} in {text!r}"
    return found


def _pronouns(text: str, sentences: tuple[Sentence, ...]) -> list[Mention]:
    return [
        Mention(_PRONOUNS[word], MentionForm.PRONOUN, token.span, token.span, 0.9)
        for sentence in sentences
        for token in sentence.tokens
        if token.upos == "PRON" and (word := token.span.of(text).lower()) in _PRONOUNS
    ]
