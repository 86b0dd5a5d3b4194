"""Whether an extraction hangs together: every id that it names is there once, every span lies in the text.

An extraction that does not is a fault of ours; it is stopped here, at the boundary of its report, and does not get
into a collection.
"""

from collections.abc import Iterator

from onrecord.core.extraction import ROOT_STATEMENT, EventPlace, EventTime, Extraction, Source
from onrecord.core.spans import Span


class UnsoundExtractionError(Exception):
    """A fault of the program, never of the report."""


def check(extraction: Extraction) -> None:
    """Pass a sound extraction.

    Raises:
        UnsoundExtractionError: with everything that is wrong in it.
    """
    faults = [*_doubled(extraction), *_dangling(extraction), *_outside(extraction)]
    if faults:
        raise UnsoundExtractionError("; ".join(faults))


def _doubled(extraction: Extraction) -> Iterator[str]:
    for kind, records in (
        ("entity", extraction.entities),
        ("event", extraction.events),
        ("statement", extraction.statements),
    ):
        ids = [record.id for record in records]
        yield from (f"{kind} {one} is there twice" for one in sorted({one for one in ids if ids.count(one) > 1}))


def _dangling(extraction: Extraction) -> Iterator[str]:
    entities = {entity.id for entity in extraction.entities}
    events = {event.id for event in extraction.events}
    statements = {statement.id for statement in extraction.statements}
    named: list[tuple[str, str, set[str]]] = []
    for event in extraction.events:
        named += [(event.id, role.entity, entities) for role in event.roles if role.entity is not None]
        named += [(event.id, statement, statements) for statement in event.statements]
    for statement in extraction.statements:
        named += [(statement.id, event_id, events) for event_id in statement.events]
        named += [(statement.id, one, entities) for one in (statement.about, _source_entity(statement.source)) if one]
        if statement.parent is not None:
            named.append((statement.id, statement.parent, statements))
        elif statement.id != ROOT_STATEMENT:
            yield f"statement {statement.id} has no parent"
    yield from (f"{who} names {whom}, which is not there" for who, whom, known in named if whom not in known)


def _source_entity(source: object) -> str | None:
    return source.entity if isinstance(source, Source) else None


def _outside(extraction: Extraction) -> Iterator[str]:
    length = len(extraction.article.text)
    for owner, span in _spans(extraction):
        if span.end > length:
            yield f"{owner} has a span {span.start}–{span.end} outside a text of {length} characters"


def _spans(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    for entity in extraction.entities:
        for mention in entity.mentions:
            yield entity.id, mention.span
            yield entity.id, mention.head
    for event in extraction.events:
        yield event.id, event.trigger
        yield from ((event.id, span) for span in event.mentions)
        yield from ((event.id, role.span) for role in event.roles)
        yield from ((event.id, toll.span) for toll in event.tolls)
        if isinstance(event.time, EventTime):
            yield event.id, event.time.span
        if isinstance(event.place, EventPlace):
            yield event.id, event.place.span
    for statement in extraction.statements:
        yield from ((statement.id, span) for span in (*statement.content, *statement.quotes))
        yield from ((statement.id, span) for span in (statement.cue, statement.said_at) if span is not None)
        if isinstance(statement.source, Source):
            yield statement.id, statement.source.span
        if statement.said is not None:
            yield statement.id, statement.said.span
