"""What one extraction becomes in the tables: its JSON, and flat rows to be queried.

Ids of rows are derived from the ids of what they belong to, so that the same extraction gives the same rows wherever
and whenever it is written.
"""

from dataclasses import dataclass
from typing import Any

from onrecord.core.article import Article, content_id
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import (
    Event,
    EventPlace,
    EventTime,
    Extraction,
    PlaceLink,
    Producer,
    Skipped,
    Source,
    Statement,
)
from onrecord.store.json_form import SCHEMA, dumps

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """An input that gave an extraction."""

    item: str
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """An input whose report the collection holds, read by the same producer."""

    item: str
    article_id: str


Result = Read | AlreadyThere | Skipped


@dataclass(frozen=True, slots=True)
class ExtractionRows:
    """All rows of one extraction; they are written together or not at all."""

    article: Row
    extraction: Row
    events: list[Row]
    statements: list[Row]
    statement_events: list[Row]


def producer_id(producer: Producer) -> str:
    """The id of version, weights and resources together."""
    return content_id(producer.version, producer.weights, producer.resources)


def extraction_id(article_id: str, producer: Producer) -> str:
    """The id of the one extraction that ``producer`` makes of an article."""
    return content_id(article_id, producer_id(producer))


def storable(words: str) -> str:
    """``words`` as a database can hold them: NUL and halves of surrogate pairs (from odd file names) as U+FFFD."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\0", "\ufffd")


def _storable_or_null(words: str | None) -> str | None:
    return None if words is None else storable(words)


def rows_of(read: Read, shard_id: str) -> ExtractionRows:
    """The rows of one extraction, written by the shard ``shard_id``."""
    extraction = read.extraction
    own_id = extraction_id(extraction.article.id, extraction.producer)
    ids_by_event = {event.id: content_id(own_id, event.id) for event in extraction.events}
    ids_by_statement = {statement.id: content_id(own_id, statement.id) for statement in extraction.statements}
    text = extraction.article.text
    return ExtractionRows(
        article={**article_row(extraction.article), "item": storable(read.item), "shard_id": shard_id},
        extraction={
            "id": own_id,
            "article_id": extraction.article.id,
            "producer_id": producer_id(extraction.producer),
            "shard_id": shard_id,
            "schema": SCHEMA,
            "json": dumps(extraction),
        },
        events=[
            {"id": ids_by_event[event.id], "extraction_id": own_id, "position": position, **_event_row(event)}
            for position, event in enumerate(extraction.events)
        ],
        statements=[
            {
                "id": ids_by_statement[statement.id],
                "extraction_id": own_id,
                "position": position,
                "parent_id": None if statement.parent is None else ids_by_statement[statement.parent],
                **_statement_row(statement, text),
            }
            for position, statement in enumerate(extraction.statements)
        ],
        statement_events=[
            {"statement_id": ids_by_statement[statement], "event_id": ids_by_event[event]}
            for statement, event in _assertions(extraction)
        ],
    )


def article_row(article: Article) -> Row:
    """The flat row of an article; its text stands in the extraction's JSON."""
    days = article.published.days if article.published else None
    return {
        "id": article.id,
        "sha256": article.sha256,
        "title": None if article.title is None else storable(article.title.of(article.text)),
        "publisher": _storable_or_null(article.publisher),
        "agency": _storable_or_null(article.agency),
        "byline": _storable_or_null(article.byline),
        "language": article.language,
        "url": _storable_or_null(article.url),
        "published_earliest": days.earliest if days else None,
        "published_latest": days.latest if days else None,
        "published_from": article.published.read_from.value if article.published else None,
    }


def _event_row(event: Event) -> Row:
    days: DateInterval | None = None
    if isinstance(event.time, EventTime) and isinstance(event.time.value, DateInterval):
        days = event.time.value
    place: PlaceLink | None = None
    if isinstance(event.place, EventPlace) and isinstance(event.place.value, PlaceLink):
        place = event.place.value
    return {
        "local_id": event.id,
        "category": None if event.category is None else event.category.value,
        "mode": event.mode,
        "kind": event.kind,
        "cameo": event.cameo,
        "polarity": event.polarity.value,
        "realis": event.realis.value,
        "tense": event.tense.value,
        "background": event.background,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "earliest": days.earliest if days else None,
        "latest": days.latest if days else None,
        "precision": days.precision.value if days else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "geonames": place.geonames if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "confidence": event.confidence,
    }


def _statement_row(statement: Statement, text: str) -> Row:
    source = statement.source if isinstance(statement.source, Source) else None
    return {
        "local_id": statement.id,
        "source": storable(source.span.of(text)) if source else None,
        "entity": source.entity if source else None,
        "act": statement.act.value,
        "manner": statement.manner.value,
        "confidence": statement.confidence,
    }


def _assertions(extraction: Extraction) -> list[tuple[str, str]]:
    """Which statement bears on which event, from both sides of the record, each pair once and in order."""
    pairs = {(statement.id, event): None for statement in extraction.statements for event in statement.events}
    pairs.update({(statement, event.id): None for event in extraction.events for statement in event.statements})
    return sorted(pairs)
