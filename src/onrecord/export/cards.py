"""One report as cards for the terminal: a header, its events, and the ledger of statements.

Every value stands beside the words that it rests on. The ledger is indented as the voices are nested and can be read
aloud: "Qatar Tribune reports that, according to Shihab Rattansi, Antony Blinken says: …".
"""

from collections.abc import Iterator

from onrecord.core.article import Article
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import (
    Event,
    EventPlace,
    EventTime,
    Extraction,
    PlaceLink,
    RoleFiller,
    Source,
    Statement,
    Toll,
    Unresolved,
)
from onrecord.core.ontology import Act, Polarity, Realis, Role
from onrecord.core.spans import Span
from onrecord.export.chain import NOT_NAMED, are_several, chain_of, speaker_of, statement_by_id
from onrecord.export.layout import Line, Piece, Style, shown, wrapped

_LABEL_WIDTH = 12
_OPENING_MARKS = "“\"«‘'„‹"

_ROLE_LABELS = {
    Role.INITIATOR: "who",
    Role.TARGET: "target",
    Role.VICTIM: "victim",
    Role.INSTRUMENT: "with",
    Role.PURPOSE: "purpose",
    Role.BENEFICIARY: "for",
}

# How each act reads aloud between a speaker and the words.
_ACT_WORDS = {
    Act.SAY: "says",
    Act.REPORT: "reports",
    Act.CONFIRM: "confirms",
    Act.DENY: "denies",
    Act.REJECT: "rejects",
    Act.ACCUSE: "accuses",
    Act.BLAME: "blames",
    Act.CONDEMN: "condemns",
    Act.CRITICISE: "criticises",
    Act.PRAISE: "praises",
    Act.DEFEND: "defends",
    Act.WARN: "warns",
    Act.THREATEN: "threatens",
    Act.DEMAND: "demands",
    Act.APPEAL: "appeals",
    Act.PROMISE: "promises",
    Act.ADMIT: "admits",
    Act.CLAIM_RESPONSIBILITY: "claims responsibility",
    Act.DENY_RESPONSIBILITY: "denies responsibility",
    Act.DENY_KNOWLEDGE: "denies knowledge",
    Act.QUESTION: "asks",
    Act.PREDICT: "predicts",
    Act.EXPRESS: "expresses",
}

_TAKE_A_PERSON = frozenset(
    {Act.ACCUSE, Act.BLAME, Act.CONDEMN, Act.CRITICISE, Act.PRAISE, Act.DEFEND, Act.WARN, Act.THREATEN, Act.REJECT}
)


def card(extraction: Extraction, *, width: int = 100) -> Iterator[Line]:
    """The lines of one report's cards, none wider than ``width`` cells unless one word is."""
    yield from _header(extraction.article, width)
    yield from _events(extraction, width)
    yield from _statements(extraction, width)
    for note in extraction.skipped:
        yield from _row("passed over", [Piece(f"{note.reason}: {shown(note.detail)}", Style.UNKNOWN)], width)


def _header(article: Article, width: int) -> Iterator[Line]:
    title = shown(article.title.of(article.text)) if article.title else "(no headline)"
    yield from wrapped([Piece(title, Style.TITLE)], width=width, indent=0)
    facts = [shown(fact) for fact in (article.publisher, article.byline, article.agency) if fact]
    if article.published:
        facts.append(f"published {days_in_words(article.published.days)} ({article.published.read_from.value})")
    else:
        facts.append("no publication date known")
    if article.url:
        facts.append(shown(article.url))
    yield from wrapped([Piece(" · ".join(facts), Style.LABEL)], width=width, indent=2)


def _events(extraction: Extraction, width: int) -> Iterator[Line]:
    yield ()
    yield (Piece("EVENTS", Style.HEADING),)
    if not extraction.events:
        yield (Piece("  none found", Style.UNKNOWN),)
    for event in extraction.events:
        yield from _event(event, extraction, width)


def _event(event: Event, extraction: Extraction, width: int) -> Iterator[Line]:
    text = extraction.article.text
    category = event.category.value if event.category else "no PLOVER category"
    marks = [
        mark
        for mark, holds in (
            ("said not to have been", event.polarity is Polarity.NEGATIVE),
            (event.realis.value, event.realis is not Realis.ACTUAL),
            ("background", event.background),
        )
        if holds
    ]
    head = [
        Piece(f"{event.id}  "),
        Piece(event.kind, Style.VALUE),
        Piece(f"  {category}  "),
        _quote(event.trigger, text),
    ]
    if marks:
        head.append(Piece(f"  ({', '.join(marks)})"))
    yield from wrapped(head, width=width, indent=_LABEL_WIDTH)
    for role, label in _ROLE_LABELS.items():
        fillers = [filler for filler in event.roles if filler.role is role]
        if fillers:
            yield from _row(label, _fillers(fillers, extraction), width)
    yield from _row("where", _where(event.place, text), width)
    yield from _row("when", _when(event.time, text), width)
    for toll in event.tolls:
        yield from _row(toll.harm.value, _toll(toll, text), width)
    known = statement_by_id(extraction)
    for number, one in enumerate(known[one] for one in event.statements if one in known):
        yield from _row("on the word" if number == 0 else "", [Piece(_voice(one, extraction))], width)
    yield ()


def _row(label: str, pieces: list[Piece], width: int) -> Iterator[Line]:
    padded = Piece(f"    {label}".ljust(_LABEL_WIDTH + 4), Style.LABEL)
    yield from wrapped([padded, *pieces], width=width, indent=_LABEL_WIDTH + 4)


def _quote(span: Span, text: str) -> Piece:
    words = shown(span.of(text))
    return Piece(words if words.startswith(tuple(_OPENING_MARKS)) else f"“{words}”", Style.QUOTE)


def _fillers(fillers: list[RoleFiller], extraction: Extraction) -> list[Piece]:
    names = {entity.id: shown(entity.name) for entity in extraction.entities}
    pieces: list[Piece] = []
    for filler in fillers:
        if pieces:
            pieces.append(Piece("; "))
        words = shown(filler.span.of(extraction.article.text))
        name = names.get(filler.entity or "", words)
        if name == words:
            pieces.append(_quote(filler.span, extraction.article.text))
        else:
            pieces += [Piece(f"{name}  ", Style.VALUE), _quote(filler.span, extraction.article.text)]
        if filler.carried:
            pieces.append(Piece(" (from another sentence)"))
    return pieces


def _unresolved(value: Unresolved) -> Piece:
    return Piece(f"? {shown(value.reason)}", Style.UNKNOWN)


def _where(place: EventPlace | Unresolved, text: str) -> list[Piece]:
    match place:
        case Unresolved():
            return [_unresolved(place)]
        case EventPlace(span, Unresolved() as value):
            return [_quote(span, text), Piece("  "), _unresolved(value)]
        case EventPlace(span, PlaceLink() as link):
            around = ", ".join(part for part in (link.admin1, link.country) if part and part != link.name)
            return [
                Piece(f"{shown(link.name)}{f' ({around})' if around else ''}, {link.precision}  ", Style.VALUE),
                _quote(span, text),
            ]
    raise AssertionError(f"a place of no known form: {place!r}")


def _when(time: EventTime | Unresolved, text: str) -> list[Piece]:
    match time:
        case Unresolved():
            return [_unresolved(time)]
        case EventTime(span, Unresolved() as value):
            return [_quote(span, text), Piece("  "), _unresolved(value)]
        case EventTime(span, DateInterval() as days):
            return [Piece(f"{days_in_words(days)}  ", Style.VALUE), _quote(span, text)]
    raise AssertionError(f"a time of no known form: {time!r}")


def days_in_words(days: DateInterval) -> str:
    """The interval as ISO days: "2024-02-07, night" or "2024-02-01 to 2024-02-29 (month)"."""
    if days.earliest == days.latest:
        return f"{days.earliest}, {days.part.value}" if days.part else f"{days.earliest}"
    return f"{days.earliest} to {days.latest} ({days.precision.value})"


def count_in_words(toll: Toll) -> str:
    """The count as it is bounded: "3", "at least 12", "at most 5", "24 to 99", or "number not stated"."""
    match toll.low, toll.high:
        case None, None:
            return "number not stated"
        case low, None:
            return f"at least {low}"
        case None, high:
            return f"at most {high}"
        case low, high:
            return f"{low}" if low == high else f"{low} to {high}"


def _toll(toll: Toll, text: str) -> list[Piece]:
    pieces = [Piece(f"{count_in_words(toll)}  ", Style.VALUE), _quote(toll.span, text)]
    notes = [note for note in (toll.group, "part of another count" if toll.part_of else None) if note]
    if notes:
        pieces.append(Piece(f"  ({', '.join(notes)})"))
    return pieces


def _voice(statement: Statement, extraction: Extraction) -> str:
    """ "the army says (s1)", with the voices that it comes through."""
    name = shown(speaker_of(statement, extraction))
    if statement.parent is None:
        return f"{name}, in its own voice"
    through = [shown(speaker_of(one, extraction)) for one in list(chain_of(statement, extraction))[1:-1]]
    told = f", as told by {', '.join(through)}" if through else ""
    return f"{name} {_act_words(statement, extraction)}{told} ({statement.id})"


def _act_words(statement: Statement, extraction: Extraction) -> str:
    """The act as its speaker does it: one "denies responsibility", several "deny responsibility"."""
    words = _ACT_WORDS[statement.act]
    if not are_several(statement, extraction):
        return words
    verb, space, rest = words.partition(" ")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if verb.endswith(ending):
            return f"{verb.removesuffix(ending)}{instead}{space}{rest}"
    return words


def _statements(extraction: Extraction, width: int) -> Iterator[Line]:
    yield (Piece("WHO SAYS SO", Style.HEADING),)
    known = statement_by_id(extraction)
    for statement in extraction.statements:
        if statement.parent is None or statement.parent not in known:
            yield from _told(statement, extraction, width, depth=0)


def _told(statement: Statement, extraction: Extraction, width: int, *, depth: int) -> Iterator[Line]:
    """The statement, and indented below it those that it tells."""
    indent = min(2 + 4 * depth, width // 2)
    pieces = [Piece(" " * indent), *_read_aloud(statement, extraction)]
    yield from wrapped(pieces, width=width, indent=indent + 4)
    for inner in extraction.statements:
        if inner.parent == statement.id:
            yield from _told(inner, extraction, width, depth=depth + 1)


def _read_aloud(statement: Statement, extraction: Extraction) -> Iterator[Piece]:
    text = extraction.article.text
    yield Piece(f"{statement.id}  ", Style.LABEL)
    yield _speaker(statement, extraction)
    if statement.parent is None:
        yield Piece(", in its own voice")
    else:
        yield Piece(f" {_act_words(statement, extraction)}")
    names = {entity.id: shown(entity.name) for entity in extraction.entities}
    about = names.get(statement.about or "", statement.about)
    if about and statement.act in _TAKE_A_PERSON:
        yield Piece(f" {about}")
    told = statement.content if statement.parent is not None else ()  # the publisher's own words are the report
    if told:
        yield Piece(": ")
    for number, span in enumerate(told):
        if number:
            yield Piece(" … ")
        yield _quote(span, text)
    if about and statement.act not in _TAKE_A_PERSON:
        yield Piece(f" · about {about}")
    for note in _notes(statement, text):
        yield Piece(" · ")
        yield note
    if statement.events:
        yield Piece(f" · on {', '.join(statement.events)}", Style.LABEL)


def _speaker(statement: Statement, extraction: Extraction) -> Piece:
    if isinstance(statement.source, Unresolved) and statement.parent is not None:
        return Piece(f"{NOT_NAMED} ({shown(statement.source.reason)})", Style.UNKNOWN)
    count = statement.source.count if isinstance(statement.source, Source) else None
    return Piece(shown(speaker_of(statement, extraction)) + (f" ({count})" if count else ""), Style.VALUE)


def _notes(statement: Statement, text: str) -> Iterator[Piece]:
    if isinstance(statement.source, Source) and statement.source.anonymous:
        yield Piece("not named", Style.UNKNOWN)
    if statement.said is not None:
        match statement.said.value:
            case DateInterval() as days:
                yield Piece(f"said {days_in_words(days)}")
            case Unresolved():
                yield Piece(f"said {_quote(statement.said.span, text).text}", Style.QUOTE)
    if statement.said_at is not None:
        yield Piece(f"at {_quote(statement.said_at, text).text}", Style.QUOTE)
    if statement.via is not None:
        yield Piece(f"via {shown(statement.via)}")
