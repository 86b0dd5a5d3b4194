"""The extraction JSON, ``onrecord.extraction/1``: the one written form of all that was read in a report.

:func:`dump` and :func:`load` are inverse to each other (scores are kept to four decimals), and the keys always stand
in the same order, so that equal extractions give equal bytes. Offsets count the code points of ``article.text``.
``docs/extraction.schema.json`` says the same as a JSON Schema.

>>> from onrecord.core.article import Article
>>> from onrecord.core.extraction import Extraction, Producer
>>> report = Article(text="Calm in Basra — البصرة 🙂", blocks=())
>>> extraction = Extraction(Producer("0.1.0", "w", "r"), report, (), (), ())
>>> load(dump(extraction)) == extraction
True
"""

import json
import re

from onrecord.core.annotations import Mention
from onrecord.core.article import Article, Dateline, Published
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import (
    ActorLink,
    Entity,
    Event,
    EventPlace,
    EventTime,
    Extraction,
    PlaceLink,
    Producer,
    RoleFiller,
    Source,
    Statement,
    Toll,
    Unresolved,
)
from onrecord.core.spans import Span
from onrecord.store.json_load import SCHEMA, JsonObject, load

__all__ = ["SCHEMA", "JsonObject", "dump", "dumps", "dumps_value", "load"]

SCORE_DECIMALS = 4

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dump(extraction: Extraction) -> JsonObject:
    """The extraction as plain dicts, lists, strings and numbers, keys in the documented order."""
    return {
        "schema": SCHEMA,
        "producer": _producer(extraction.producer),
        "article": _article(extraction.article),
        "entities": [_entity(entity) for entity in extraction.entities],
        "events": [_event(event) for event in extraction.events],
        "statements": [_statement(statement) for statement in extraction.statements],
        "skipped": [{"stage": note.stage, "reason": note.reason, "detail": note.detail} for note in extraction.skipped],
    }


def dumps(extraction: Extraction) -> str:
    """The extraction as one line of JSON that can be written as UTF-8; equal extractions give equal lines."""
    return dumps_value(dump(extraction))


def dumps_value(value: object, *, indent: int | None = None) -> str:
    """Any JSON value in our one way of writing it: UTF-8, no needless spaces, half surrogate pairs escaped."""
    separators = (",", ":") if indent is None else (",", ": ")
    line = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=separators, indent=indent)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def _score(score: float) -> float:
    return round(score, SCORE_DECIMALS)


def _span(span: Span) -> JsonObject:
    return {"start": span.start, "end": span.end}


def _span_or_null(span: Span | None) -> JsonObject | None:
    return None if span is None else _span(span)


def _unresolved(value: Unresolved) -> JsonObject:
    return {"unresolved": value.reason}


def _producer(producer: Producer) -> JsonObject:
    return {"version": producer.version, "weights": producer.weights, "resources": producer.resources}


def _interval(interval: DateInterval) -> JsonObject:
    return {
        "earliest": interval.earliest.isoformat(),
        "latest": interval.latest.isoformat(),
        "precision": interval.precision.value,
        "part": None if interval.part is None else interval.part.value,
    }


def _published(published: Published | None) -> JsonObject | None:
    if published is None:
        return None
    at = None if published.at is None else published.at.isoformat()
    return {**_interval(published.days), "from": published.read_from.value, "at": at}


def _dateline(dateline: Dateline | None) -> JsonObject | None:
    if dateline is None:
        return None
    return {
        **_span(dateline.span),
        "place": _span_or_null(dateline.place),
        "date": _span_or_null(dateline.date),
    }


def _article(article: Article) -> JsonObject:
    return {
        "id": article.id,
        "sha256": article.sha256,
        "text": article.text,
        "language": article.language,
        "url": article.url,
        "publisher": article.publisher,
        "title": _span_or_null(article.title),
        "byline": article.byline,
        "agency": article.agency,
        "published": _published(article.published),
        "dateline": _dateline(article.dateline),
        "blocks": [{"kind": block.kind.value, **_span(block.span)} for block in article.blocks],
        "left_out": [{"kind": left.kind.value, "text": left.text} for left in article.left_out],
    }


def _mention(mention: Mention) -> JsonObject:
    return {
        **_span(mention.span),
        "form": mention.form.value,
        "kind": mention.kind.value,
        "head": _span(mention.head),
        "score": _score(mention.score),
    }


def _actor(actor: ActorLink | Unresolved | None) -> JsonObject | None:
    match actor:
        case None:
            return None
        case Unresolved():
            return _unresolved(actor)
        case ActorLink():
            return {"id": actor.id, "name": actor.name, "country": actor.country, "sector": actor.sector}


def _place(place: PlaceLink | Unresolved) -> JsonObject:
    match place:
        case Unresolved():
            return _unresolved(place)
        case PlaceLink():
            return {
                "geonames": place.geonames,
                "name": place.name,
                "country": place.country,
                "admin1": place.admin1,
                "lat": place.lat,
                "lon": place.lon,
                "precision": place.precision,
            }


def _entity(entity: Entity) -> JsonObject:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "mentions": [_mention(mention) for mention in entity.mentions],
        "actor": _actor(entity.actor),
        "place": None if entity.place is None else _place(entity.place),
    }


def _role(role: RoleFiller) -> JsonObject:
    return {
        "role": role.role.value,
        **_span(role.span),
        "entity": role.entity,
        "confidence": _score(role.confidence),
        "carried": role.carried,
    }


def _event_time(time: EventTime | Unresolved) -> JsonObject:
    match time:
        case Unresolved():
            return _unresolved(time)
        case EventTime(span, Unresolved() as value):
            return {**_unresolved(value), **_span(span)}
        case EventTime(span, DateInterval() as value):
            return {**_interval(value), **_span(span)}
    raise AssertionError(f"a time of no known form: {time!r}")


def _event_place(place: EventPlace | Unresolved) -> JsonObject:
    match place:
        case Unresolved():
            return _unresolved(place)
        case EventPlace():
            return {**_place(place.value), **_span(place.span)}


def _toll(toll: Toll) -> JsonObject:
    return {
        "harm": toll.harm.value,
        "low": toll.low,
        "high": toll.high,
        "who": toll.who,
        "group": toll.group,
        **_span(toll.span),
        "part_of": toll.part_of,
    }


def _event(event: Event) -> JsonObject:
    return {
        "id": event.id,
        "category": None if event.category is None else event.category.value,
        "mode": event.mode,
        "kind": event.kind,
        "cameo": event.cameo,
        "trigger": _span(event.trigger),
        "mentions": [_span(span) for span in event.mentions],
        "roles": [_role(role) for role in event.roles],
        "polarity": event.polarity.value,
        "realis": event.realis.value,
        "tense": event.tense.value,
        "time": _event_time(event.time),
        "place": _event_place(event.place),
        "tolls": [_toll(toll) for toll in event.tolls],
        "statements": list(event.statements),
        "background": event.background,
        "confidence": _score(event.confidence),
    }


def _source(source: Source | Unresolved) -> JsonObject:
    match source:
        case Unresolved():
            return _unresolved(source)
        case Source():
            return {
                **_span(source.span),
                "entity": source.entity,
                "anonymous": source.anonymous,
                "count": source.count,
            }


def _statement(statement: Statement) -> JsonObject:
    return {
        "id": statement.id,
        "source": _source(statement.source),
        "cue": _span_or_null(statement.cue),
        "content": [_span(span) for span in statement.content],
        "quotes": [_span(span) for span in statement.quotes],
        "manner": statement.manner.value,
        "act": statement.act.value,
        "about": statement.about,
        "parent": statement.parent,
        "events": list(statement.events),
        "said": None if statement.said is None else _event_time(statement.said),
        "said_at": _span_or_null(statement.said_at),
        "via": statement.via,
        "confidence": _score(statement.confidence),
    }
