"""Reading the extraction JSON back: strict, so that a file that was changed by hand is refused and not half read.

Unknown extra keys are passed over (additions are free in the contract); everything documented must be there.
"""

import datetime as dt
from typing import Any

from onrecord.core.annotations import Mention, MentionForm, MentionKind
from onrecord.core.article import (
    Article,
    Block,
    BlockKind,
    Dateline,
    LeftOut,
    LeftOutKind,
    Published,
    PublishedFrom,
)
from onrecord.core.dates import DateInterval, DayPart, Precision
from onrecord.core.errors import InputError
from onrecord.core.extraction import (
    ActorLink,
    Entity,
    Event,
    EventPlace,
    EventTime,
    Extraction,
    Note,
    PlaceLink,
    Producer,
    RoleFiller,
    Source,
    Statement,
    Toll,
    Unresolved,
)
from onrecord.core.ontology import Act, Category, Harm, Manner, Polarity, Realis, Role, Tense
from onrecord.core.spans import Span

JsonObject = dict[str, Any]

SCHEMA = "onrecord.extraction/1"


def load(value: JsonObject) -> Extraction:
    """The extraction that :func:`~onrecord.store.json_form.dump` wrote.

    Raises:
        InputError: another schema, a key or value that the schema does not know, or a text that no longer has
            the SHA-256 noted beside it.
    """
    schema = value.get("schema")
    if schema != SCHEMA:
        raise InputError(f"this is no {SCHEMA} document: its schema is {schema!r}")
    try:
        extraction = Extraction(
            producer=_producer(value["producer"]),
            article=_article(value["article"]),
            entities=tuple(_entity(entity) for entity in value["entities"]),
            events=tuple(_event(event) for event in value["events"]),
            statements=tuple(_statement(statement) for statement in value["statements"]),
            skipped=tuple(Note(note["stage"], note["reason"], note["detail"]) for note in value["skipped"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"damaged extraction JSON: {type(error).__name__}: {error}") from error
    noted = value["article"]["sha256"]
    if noted != extraction.article.sha256:
        raise InputError(f"the text was changed after it was read: its SHA-256 was {noted} then")
    return extraction


def _span(value: JsonObject) -> Span:
    return Span(value["start"], value["end"])


def _span_or_none(value: JsonObject | None) -> Span | None:
    return None if value is None else _span(value)


def _spans(values: list[JsonObject]) -> tuple[Span, ...]:
    return tuple(_span(value) for value in values)


def _producer(value: JsonObject) -> Producer:
    return Producer(value["version"], value["weights"], value["resources"])


def _interval(value: JsonObject) -> DateInterval:
    part = value["part"]
    return DateInterval(
        dt.date.fromisoformat(value["earliest"]),
        dt.date.fromisoformat(value["latest"]),
        Precision(value["precision"]),
        None if part is None else DayPart(part),
    )


def _published(value: JsonObject | None) -> Published | None:
    if value is None:
        return None
    at = value["at"]
    moment = None if at is None else dt.datetime.fromisoformat(at)
    return Published(_interval(value), PublishedFrom(value["from"]), moment)


def _dateline(value: JsonObject | None) -> Dateline | None:
    if value is None:
        return None
    return Dateline(_span(value), _span_or_none(value["place"]), _span_or_none(value["date"]))


def _article(value: JsonObject) -> Article:
    return Article(
        text=value["text"],
        blocks=tuple(Block(BlockKind(block["kind"]), _span(block)) for block in value["blocks"]),
        publisher=value["publisher"],
        byline=value["byline"],
        agency=value["agency"],
        url=value["url"],
        language=value["language"],
        published=_published(value["published"]),
        dateline=_dateline(value["dateline"]),
        left_out=tuple(LeftOut(LeftOutKind(left["kind"]), left["text"]) for left in value["left_out"]),
    )


def _mention(value: JsonObject) -> Mention:
    return Mention(
        kind=MentionKind(value["kind"]),
        form=MentionForm(value["form"]),
        span=_span(value),
        head=_span(value["head"]),
        score=value["score"],
    )


def _actor(value: JsonObject | None) -> ActorLink | Unresolved | None:
    if value is None:
        return None
    if "unresolved" in value:
        return Unresolved(value["unresolved"])
    return ActorLink(value["id"], value["name"], value["country"], value["sector"])


def _place(value: JsonObject) -> PlaceLink | Unresolved:
    if "unresolved" in value:
        return Unresolved(value["unresolved"])
    return PlaceLink(
        geonames=value["geonames"],
        name=value["name"],
        country=value["country"],
        admin1=value["admin1"],
        lat=value["lat"],
        lon=value["lon"],
        precision=value["precision"],
    )


def _entity(value: JsonObject) -> Entity:
    return Entity(
        id=value["id"],
        kind=MentionKind(value["kind"]),
        name=value["name"],
        mentions=tuple(_mention(mention) for mention in value["mentions"]),
        actor=_actor(value["actor"]),
        place=None if value["place"] is None else _place(value["place"]),
    )


def _role(value: JsonObject) -> RoleFiller:
    return RoleFiller(
        role=Role(value["role"]),
        span=_span(value),
        entity=value["entity"],
        confidence=value["confidence"],
        carried=value["carried"],
    )


def _stands_nowhere(value: JsonObject) -> bool:
    return "unresolved" in value and "start" not in value


def _time_with_words(value: JsonObject) -> EventTime:
    days = Unresolved(value["unresolved"]) if "unresolved" in value else _interval(value)
    return EventTime(_span(value), days)


def _event_time(value: JsonObject) -> EventTime | Unresolved:
    return Unresolved(value["unresolved"]) if _stands_nowhere(value) else _time_with_words(value)


def _event_place(value: JsonObject) -> EventPlace | Unresolved:
    return Unresolved(value["unresolved"]) if _stands_nowhere(value) else EventPlace(_span(value), _place(value))


def _toll(value: JsonObject) -> Toll:
    return Toll(
        harm=Harm(value["harm"]),
        low=value["low"],
        high=value["high"],
        span=_span(value),
        who=value["who"],
        group=value["group"],
        part_of=value["part_of"],
    )


def _event(value: JsonObject) -> Event:
    return Event(
        id=value["id"],
        category=None if value["category"] is None else Category(value["category"]),
        kind=value["kind"],
        trigger=_span(value["trigger"]),
        mode=value["mode"],
        cameo=value["cameo"],
        mentions=_spans(value["mentions"]),
        roles=tuple(_role(role) for role in value["roles"]),
        polarity=Polarity(value["polarity"]),
        realis=Realis(value["realis"]),
        tense=Tense(value["tense"]),
        time=_event_time(value["time"]),
        place=_event_place(value["place"]),
        tolls=tuple(_toll(toll) for toll in value["tolls"]),
        statements=tuple(value["statements"]),
        background=value["background"],
        confidence=value["confidence"],
    )


def _source(value: JsonObject) -> Source | Unresolved:
    if "unresolved" in value:
        return Unresolved(value["unresolved"])
    return Source(_span(value), value["entity"], anonymous=value["anonymous"], count=value["count"])


def _statement(value: JsonObject) -> Statement:
    return Statement(
        id=value["id"],
        source=_source(value["source"]),
        cue=_span_or_none(value["cue"]),
        content=_spans(value["content"]),
        manner=Manner(value["manner"]),
        act=Act(value["act"]),
        parent=value["parent"],
        quotes=_spans(value["quotes"]),
        about=value["about"],
        events=tuple(value["events"]),
        said=None if value["said"] is None else _time_with_words(value["said"]),
        said_at=_span_or_none(value["said_at"]),
        via=value["via"],
        confidence=value["confidence"],
    )
