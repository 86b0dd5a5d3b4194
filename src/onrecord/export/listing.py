"""A short list of reports for the terminal: the events of each in a line, and where its sources disagree on them."""

from collections.abc import Iterable, Iterator

from onrecord.core.dates import DateInterval
from onrecord.core.extraction import Event, EventPlace, EventTime, Extraction, PlaceLink, Statement
from onrecord.core.lexicon import Stance, speech_acts
from onrecord.core.ontology import Polarity, Realis
from onrecord.export.cards import count_in_words, days_in_words
from onrecord.export.chain import speaker_of, statement_by_id
from onrecord.export.layout import Line, Piece, Style, shown, wrapped

_INDENT = 4

_HOLD_IT_SO = frozenset({Stance.ASSERTS, Stance.ALLEGES})


def listing(extractions: Iterable[Extraction], *, width: int = 100) -> Iterator[Line]:
    """A block of lines for each report, in the order given."""
    for extraction in extractions:
        yield from _report(extraction, width)
        yield ()


def _report(extraction: Extraction, width: int) -> Iterator[Line]:
    article = extraction.article
    day = days_in_words(article.published.days) if article.published else "no date"
    title = shown(article.title.of(article.text)) if article.title else "(no headline)"
    publisher = shown(article.publisher) if article.publisher else "publisher unknown"
    head = [Piece(f"{day}  {publisher}  ", Style.LABEL), Piece(title, Style.TITLE)]
    yield from wrapped(head, width=width, indent=_INDENT)
    for event in extraction.events:
        if event.background:
            continue
        yield from wrapped([Piece(" " * _INDENT), *_event(event)], width=width, indent=_INDENT * 2)
        for_it, against = contradiction(event, extraction)
        if for_it and against:
            says = ", ".join(shown(speaker_of(one, extraction)) for one in for_it)
            denies = ", ".join(shown(speaker_of(one, extraction)) for one in against)
            disputed = Piece(f"! disputed: {says} says so; {denies} denies it", Style.UNKNOWN)
            yield from wrapped([Piece(" " * _INDENT * 2), disputed], width=width, indent=_INDENT * 2 + 2)


def _event(event: Event) -> Iterator[Piece]:
    yield Piece(f"{event.id} {event.kind}", Style.VALUE)
    if event.polarity is Polarity.NEGATIVE:
        yield Piece(" (said not to have been)")
    if event.realis is not Realis.ACTUAL:
        yield Piece(f" ({event.realis.value})")
    if isinstance(event.place, EventPlace) and isinstance(event.place.value, PlaceLink):
        link = event.place.value
        yield Piece(f" · {shown(link.name)}{f' ({link.country})' if link.country else ''}")
    if isinstance(event.time, EventTime) and isinstance(event.time.value, DateInterval):
        yield Piece(f" · {days_in_words(event.time.value)}")
    for toll in event.tolls:
        if not toll.part_of:
            yield Piece(f" · {toll.harm.value} {count_in_words(toll)}")


def contradiction(event: Event, extraction: Extraction) -> tuple[list[Statement], list[Statement]]:
    """Who holds that the event was so, and who denies it, among all statements that bear on it."""
    known = statement_by_id(extraction)
    bearing = {one: known[one] for one in event.statements if one in known}
    bearing |= {one.id: one for one in extraction.statements if event.id in one.events}
    in_order = [one for one in extraction.statements if one.id in bearing]
    stances = {act: entry.stance for act, entry in speech_acts().items()}
    for_it = [one for one in in_order if stances[one.act] in _HOLD_IT_SO]
    against = [one for one in in_order if stances[one.act] is Stance.DENIES]
    return for_it, against
