"""Events as a table for spreadsheets, R and Stata: one row per event, RFC 4180, UTF-8, ``\\n``.

What a report does not say is an empty field, and the ``…_unresolved`` column beside it says why. Words are quoted as
they stand in the report, runs of white space as one space. Several values in one field are separated by ``"; "``.
"""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from onrecord.core.dates import DateInterval
from onrecord.core.extraction import (
    Event,
    EventPlace,
    EventTime,
    Extraction,
    PlaceLink,
    Unresolved,
)
from onrecord.core.ontology import Harm, Role
from onrecord.export.chain import said_by, statement_by_id

# What each column holds, in order; docs and the header are made of this.
COLUMNS: dict[str, str] = {
    "event": "id of the event: the article's id and the event's place in it",
    "article": "id of the article",
    "title": "headline",
    "publisher": "who printed the report",
    "agency": "news agency credited",
    "url": "address of the report",
    "published": "first day on which it may have appeared, ISO 8601; empty where unknown",
    "published_from": "where the publication date was read",
    "category": "PLOVER category",
    "mode": "PLOVER mode",
    "kind": "kind of event; docs/events.md lists them",
    "cameo": "CAMEO code",
    "trigger": "the word that tells of the event",
    "initiator": "who did it",
    "target": "whom or what it was aimed at",
    "victim": "whom it harmed",
    "instrument": "with what",
    "polarity": "positive, or negative: the words say that it was not so",
    "realis": "actual, planned, hypothetical or generic",
    "tense": "past, ongoing or future, seen from the report",
    "background": "true where it is told beside the report's story",
    "time": "the words that say when",
    "earliest": "first day on which it may have been, ISO 8601",
    "latest": "last day on which it may have been",
    "precision": "part-of-day, day, week, month, year or range",
    "part": "part of the day",
    "time_unresolved": "why there are no days",
    "place": "the words that say where",
    "place_name": "the gazetteer's name",
    "country": "ISO 3166 alpha-2",
    "admin1": "province",
    "latitude": "degrees",
    "longitude": "degrees",
    "place_precision": "what sort of place the point stands for",
    "geonames": "GeoNames id",
    "place_unresolved": "why there is no place",
    **{
        f"{harm.value}_{part}": meaning.format(harm.value)
        for harm in Harm
        for part, meaning in (
            ("low", "fewest people {}; empty where not said"),
            ("high", "most people {}; empty where there is no upper bound"),
            ("words", "the words that count the people {}"),
        )
    },
    "statements": "ids of the statements on whose word the event stands; s0 is the publisher's own voice",
    "said_by": "the same as chains of speakers, innermost first",
    "acts": "what each of these speakers does: say, deny, accuse …",
    "confidence": "0 to 1",
    "version": "version of onrecord",
    "weights": "digest of its weights",
    "resources": "digest of its tables",
}

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
# The full-width forms start formulas in East Asian editions of Excel.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write_csv(events: Iterable[tuple[Extraction, Event]], to: TextIO, *, raw: bool = False) -> int:
    """Write a header and one row per event; the number of rows.

    A field that a spreadsheet would run as a formula gets a leading apostrophe, unless ``raw`` is set.
    """
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(COLUMNS)
    n_rows = 0
    for extraction, event in events:
        row = row_of(extraction, event)
        writer.writerow(row.values() if raw else [_guarded(value) for value in row.values()])
        n_rows += 1
    return n_rows


def row_of(extraction: Extraction, event: Event) -> dict[str, str]:
    """The event as one row, every column in order."""
    text = extraction.article.text
    values: dict[str, object] = {
        **_article_fields(extraction, event),
        "category": event.category.value if event.category else None,
        "mode": event.mode,
        "kind": event.kind,
        "cameo": event.cameo,
        "trigger": event.trigger.of(text),
        **_role_fields(extraction, event),
        "polarity": event.polarity.value,
        "realis": event.realis.value,
        "tense": event.tense.value,
        "background": event.background,
        **_time_fields(event.time, text),
        **_place_fields(event.place, text),
        **_toll_fields(event, text),
        **_statement_fields(extraction, event),
        "confidence": round(event.confidence, 4),
        "version": extraction.producer.version,
        "weights": extraction.producer.weights,
        "resources": extraction.producer.resources,
    }
    return {column: _written(values[column]) for column in COLUMNS}


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return " ".join(str(value).split()).encode("utf-8", "replace").decode("utf-8")


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_STARTS) and not _is_number(value) else value


def _is_number(value: str) -> bool:
    """A longitude of -3.5 is no formula."""
    return _NUMBER.fullmatch(value) is not None


def _article_fields(extraction: Extraction, event: Event) -> dict[str, object]:
    article = extraction.article
    published = article.published
    return {
        "event": f"{article.id}-{event.id}",
        "article": article.id,
        "title": article.title.of(article.text) if article.title else None,
        "publisher": article.publisher,
        "agency": article.agency,
        "url": article.url,
        "published": published.days.earliest if published else None,
        "published_from": published.read_from.value if published else None,
    }


def _role_fields(extraction: Extraction, event: Event) -> dict[str, object]:
    names = {entity.id: entity.name for entity in extraction.entities}
    return {
        role.value: "; ".join(
            names.get(filler.entity or "", filler.span.of(extraction.article.text))
            for filler in event.roles
            if filler.role is role
        )
        for role in (Role.INITIATOR, Role.TARGET, Role.VICTIM, Role.INSTRUMENT)
    }


def _time_fields(time: EventTime | Unresolved, text: str) -> dict[str, object]:
    fields: dict[str, object] = dict.fromkeys(("time", "earliest", "latest", "precision", "part", "time_unresolved"))
    if isinstance(time, EventTime):
        fields["time"] = time.span.of(text)
    match time.value if isinstance(time, EventTime) else time:
        case Unresolved(reason):
            fields["time_unresolved"] = reason
        case DateInterval() as days:
            fields |= {"earliest": days.earliest, "latest": days.latest, "precision": days.precision, "part": days.part}
    return fields


def _place_fields(place: EventPlace | Unresolved, text: str) -> dict[str, object]:
    names = ("place_name", "country", "admin1", "latitude", "longitude", "place_precision", "geonames")
    fields: dict[str, object] = dict.fromkeys(("place", *names, "place_unresolved"))
    if isinstance(place, EventPlace):
        fields["place"] = place.span.of(text)
    match place.value if isinstance(place, EventPlace) else place:
        case Unresolved(reason):
            fields["place_unresolved"] = reason
        case PlaceLink() as link:
            known = (link.name, link.country, link.admin1, link.lat, link.lon, link.precision, link.geonames)
            fields |= dict(zip(names, known, strict=True))
    return fields


def _toll_fields(event: Event, text: str) -> dict[str, object]:
    """Several figures of one event stand side by side, in the order of the words: none is chosen, none is added up."""
    fields: dict[str, object] = {}
    for harm in Harm:
        tolls = [toll for toll in event.tolls if toll.harm is harm and not toll.part_of]
        fields[f"{harm.value}_low"] = _side_by_side(toll.low for toll in tolls)
        fields[f"{harm.value}_high"] = _side_by_side(toll.high for toll in tolls)
        fields[f"{harm.value}_words"] = _side_by_side(toll.span.of(text) for toll in tolls)
    return fields


def _side_by_side(values: Iterable[object]) -> str:
    """The values in order; where there are several, "?" stands for one that is not said."""
    written = [_written(value) for value in values]
    return "; ".join(value or "?" for value in written) if len(written) > 1 else "".join(written)


def _statement_fields(extraction: Extraction, event: Event) -> dict[str, object]:
    known = statement_by_id(extraction)
    return {
        "statements": "; ".join(event.statements),
        "said_by": "; ".join(said_by(event, extraction)),
        "acts": "; ".join(known[one].act.value for one in event.statements if one in known),
    }
