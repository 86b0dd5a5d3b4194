"""The ledger of statements: who says what, in whose words, and inside whose statement it is told.

From attributions (the annotator's, and those that the wording alone shows) to statements: extents are drawn to the
quotation marks, the manner follows from them, the act from the cue, and a statement whose cue stands inside another's
content is that one's child. The publisher's own voice is ``s0``; every chain ends there.
"""

from onrecord.core.annotations import MentionKind
from onrecord.core.article import Article
from onrecord.core.extraction import ROOT_STATEMENT, EventTime, Source, Statement, Unresolved
from onrecord.core.lexicon import Stance, speech_acts
from onrecord.core.ontology import Act, Manner
from onrecord.core.spans import Span
from onrecord.interpret.context import Context
from onrecord.interpret.descriptions import is_plural, names_nobody
from onrecord.interpret.entities import EntityBook
from onrecord.interpret.times import TimeMention
from onrecord.interpret.told import Told, Voices

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
# Acts whose object, grammatically the first phrase of the content, is what or whom they are about.
_ADDRESSING = frozenset("warn warns warned warning urge urges urged urging".split())
_ABOUT = frozenset(
    {Act.ACCUSE, Act.BLAME, Act.CONDEMN, Act.CRITICISE, Act.PRAISE, Act.THREATEN, Act.WARN, Act.DEMAND, Act.APPEAL}
)


def build_statements(context: Context) -> tuple[Statement, ...]:
    """The statements of the report, ``s0`` first, then in the order of their cues; events are tied to them later."""
    article, book, quotes, told = context.article, context.book, context.quotes, context.told
    identities = [f"s{i + 1}" for i in range(len(told))]
    statements = [
        Statement(
            id=ROOT_STATEMENT,
            source=_publisher(article),
            cue=None,
            content=tuple(block.span for block in article.blocks),
            manner=Manner.DIRECT,
            act=Act.REPORT,
            parent=None,
        )
    ]
    parents = _parents(told, context.voices)
    for identity, t, parent in zip(identities, told, parents, strict=True):
        inner = tuple(q for part in t.content for q in quotes.quoted_from(t.cue, part))
        statements.append(
            Statement(
                id=identity,
                source=_source(t, article.text, book),
                cue=t.cue,
                content=t.content,
                manner=_manner(t, tuple(q for q in inner if quotes.is_whole(q)), article.text),
                act=t.act.act,
                parent=ROOT_STATEMENT if parent is None else identities[parent],
                quotes=inner,
                about=_about(t, book),
                said=_said(t, context.times_in(t.sentence.index)),
                said_at=_said_at(t, book),
                via=_via(t, article.text, book),
                confidence=t.score,
            )
        )
    return tuple(statements)


def _publisher(article: Article) -> Source | Unresolved:
    for block in article.blocks:
        words = block.span.of(article.text)
        if article.publisher and words.casefold() == article.publisher.casefold():
            return Source(block.span)
    return Unresolved("the publisher's own voice" if article.publisher else "the report names no publisher")


def _parents(told: tuple[Told, ...], voices: Voices) -> list[int | None]:
    """For each statement the smallest other one whose content holds its cue; never a cycle."""
    parents: list[int | None] = []
    sizes = [sum(len(part) for part in t.content) for t in told]
    for i, t in enumerate(told):
        holders = [j for j in voices.saying(t.cue) if j != i]
        holders.sort(key=lambda j: (sizes[j], j))
        parents.append(holders[0] if holders else _passed_on_by(i, told))
    for i in range(len(parents)):
        seen = {i}
        j = parents[i]
        while j is not None:
            if j in seen:
                parents[max(seen, key=lambda k: (sizes[k], -k))] = None
                break
            seen.add(j)
            j = parents[j]
    return parents


def _passed_on_by(i: int, told: tuple[Told, ...]) -> int | None:
    """Who passes on the very same words: "“…,” he said, according to his office"."""
    if _passes_on(told[i]):
        return None
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(told) and told[j].sentence is told[i].sentence]
    return next((j for j in near if _passes_on(told[j]) and told[j].content == told[i].content), None)


def _passes_on(t: Told) -> bool:
    return t.cue.of(t.sentence.text).lower().startswith("according")


def _source(t: Told, text: str, book: EntityBook) -> Source | Unresolved:
    if t.source is None:
        return Unresolved("the words name no speaker")
    sentence = book.sentence_at(t.source.start)
    inside = sentence.tokens_in(t.source) if sentence else range(0)
    entity = book.entity_for(t.source)
    if sentence is None or not inside:
        return Source(t.source, entity)
    phrase = sentence.first_phrase(inside)
    if phrase is None:
        return Source(t.source, entity)
    head = sentence.words[phrase.head]
    named = book.name_in(sentence.span(phrase.first, phrase.end)) is not None and head[:1].isupper()
    anonymous = names_nobody(head) and not named
    count = next((_NUMBERS[w] for w in sentence.lower[phrase.first : phrase.end] if w in _NUMBERS), None)
    if count is None and anonymous and not is_plural(head):
        count = 1
    return Source(t.source, entity, anonymous=anonymous, count=count)


def _manner(t: Told, inner: tuple[Span, ...], text: str) -> Manner:
    """Direct where nothing but marks stands outside the quotation marks, mixed where both stand, else indirect."""
    if not inner:
        return Manner.INDIRECT
    outside = "".join(part.of(text) for part in t.content)
    for quote in inner:
        outside = outside.replace(quote.of(text), " ", 1)
    return Manner.MIXED if any(letter.isalnum() for letter in outside) else Manner.DIRECT


def _about(t: Told, book: EntityBook) -> str | None:
    """Whom or what the act is about: the object of "accused", "condemned", "warned"; None for acts that have none."""
    if t.act.act not in _ABOUT:
        return None
    if t.cue.of(t.sentence.text).lower().startswith("link"):
        antecedent = t.sentence.relative_object(t.sentence.tokens_in(t.cue)[0])
        return book.entity_for(t.sentence.extended(antecedent)) if antecedent else None
    cue = t.sentence.tokens_in(t.cue)
    if cue and t.sentence.lower[cue[-1]] in _ADDRESSING:  # "warned residents to leave"
        addressed = t.sentence.phrase_after(cue[-1] + 1, within=0)
        span = t.sentence.span(addressed.first, addressed.end) if addressed is not None else None
        if span is not None and not t.says(span):
            return book.entity_for(span)
    if not t.content:
        return None
    inside = t.sentence.tokens_in(t.content[0])
    if not inside:
        return None
    phrase = t.sentence.phrase_after(inside[0], within=1)
    if phrase is None:
        return None
    return book.entity_for(t.sentence.span(phrase.first, phrase.end))


def _said(t: Told, times: list[TimeMention]) -> EventTime | None:
    """The time that stands beside the cue, outside what is said: when it was said."""
    frame = t.sentence.sentence.span
    for time in times:
        if not frame.holds(time.span) or t.says(time.span):
            continue
        gap = time.span.start - t.cue.end if time.span.start >= t.cue.end else t.cue.start - time.span.end
        if (
            0 <= gap <= 25
            and "," not in t.sentence.text[min(t.cue.end, time.span.end) : max(t.cue.start, time.span.start)]
        ):
            return EventTime(time.span, time.value)
    return None


_SAID_AT_LEADS = (("reporting", "from"), ("reporting", "in"), ("speaking", "from"), ("speaking", "in"))


def _said_at(t: Told, book: EntityBook) -> Span | None:
    """The place of "reporting from …", "speaking in …", outside what is said."""
    words = t.sentence.lower
    for i in range(len(words) - 2):
        if (words[i], words[i + 1]) in _SAID_AT_LEADS and not t.says(t.sentence.tokens[i].span):
            near = t.source if t.source is not None else t.cue
            phrase = t.sentence.phrase_after(i + 2, within=0)
            if phrase is not None and abs(t.sentence.tokens[i].span.start - near.end) <= 4:
                return t.sentence.span(phrase.first, phrase.end)
    return None


_CHANNELS = frozenset(
    {"statement", "post", "telegram", "x", "twitter", "facebook", "interview", "briefing", "conference"}
)


def _via(t: Told, text: str, book: EntityBook) -> str | None:
    """The medium or channel: whose reporter speaks, who was told, "in a statement", "on Telegram"."""
    if t.source is not None:
        for name in book.names_in(t.source):
            behind = text[name.mention.span.end : name.mention.span.end + 2].replace("’", "'")
            if name.mention.kind is MentionKind.MEDIA and behind == "'s":
                return name.mention.span.of(text)
    cue = t.sentence.tokens_in(t.cue)
    if not cue:
        return None
    after = t.sentence.phrase_after(cue[-1] + 1, within=0)
    if after is not None and t.sentence.lower[cue[-1]] in ("told", "tells", "telling"):
        span = t.sentence.span(after.first, after.end)
        listener = book.name_in(span)
        if listener is not None and listener.mention.kind is MentionKind.MEDIA:
            return listener.mention.span.of(text)
    for i in range(cue[0], min(cue[-1] + 4, len(t.sentence) - 1)):
        if t.sentence.lower[i] in ("in", "on", "at", "via"):
            phrase = t.sentence.phrase_after(i + 1, within=0)
            if phrase is None or t.says(t.sentence.span(phrase.first, phrase.end)):
                continue
            if t.sentence.lower[phrase.head] in _CHANNELS:
                return t.sentence.span(phrase.first, phrase.end).of(text)
    return None


def stance_of(act: Act) -> Stance:
    """What a speaker does with the event inside the words of this act."""
    return speech_acts()[act].stance
