"""Which part of a collection a question asks for. One :class:`Filters` serves flag, URL parameter and argument.

Every list comes in one order, whatever the order in which reports were added: by publication day (unknown days
last), then by article id, then by the event's place in its report.
"""

import datetime as dt
from dataclasses import dataclass, fields

import sqlalchemy as sa

from onrecord.store import tables


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions on events, all of which must hold; None asks nothing.

    ``since`` and ``until`` keep an event whose days touch the period; an event without known days is left out then.
    """

    country: str | None = None  # ISO 3166 alpha-2 of the event's place
    category: str | None = None
    kind: str | None = None
    publisher: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def ask_nothing(self) -> bool:
        """Whether no condition is set."""
        return all(getattr(self, field.name) is None for field in fields(self))

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        """The conditions on ``events`` joined with ``articles``."""
        events, articles = tables.events.c, tables.articles.c
        conditions: list[sa.ColumnElement[bool]] = []
        if self.country is not None:
            conditions.append(events.country == self.country.upper())
        if self.category is not None:
            conditions.append(events.category == self.category.upper())
        if self.kind is not None:
            conditions.append(events.kind == self.kind)
        if self.publisher is not None:
            conditions.append(articles.publisher == self.publisher)
        if self.since is not None:
            conditions.append(events.latest >= self.since)
        if self.until is not None:
            conditions.append(events.earliest <= self.until)
        return conditions


def newest_extractions(filters: Filters) -> "sa.Select[str, str]":
    """Id and JSON of the newest extraction of each article that has an event to which all filters apply."""
    extractions, producers, articles = tables.extractions, tables.producers, tables.articles
    later = extractions.alias("later")
    by_later = producers.alias("by_later")
    superseded = (
        sa.select(sa.literal(1))
        .select_from(later.join(by_later, later.c.producer_id == by_later.c.id))
        .where(later.c.article_id == extractions.c.article_id, by_later.c.number > producers.c.number)
        .exists()
    )
    query = (
        sa.select(extractions.c.id, extractions.c.json)
        .select_from(
            extractions.join(producers, extractions.c.producer_id == producers.c.id).join(
                articles, extractions.c.article_id == articles.c.id
            )
        )
        .where(~superseded)
        .order_by(articles.c.published_earliest.is_(None), articles.c.published_earliest, articles.c.id)
    )
    if filters.ask_nothing:
        return query
    wanted = sa.select(sa.literal(1)).where(tables.events.c.extraction_id == extractions.c.id, *filters.conditions())
    return query.where(wanted.correlate(extractions, articles).exists())


def matching_events(extraction_id: str, filters: Filters) -> "sa.Select[str]":
    """The local ids of the extraction's events to which all filters apply."""
    events, extractions, articles = tables.events, tables.extractions, tables.articles
    return (
        sa.select(events.c.local_id)
        .select_from(
            events.join(extractions, events.c.extraction_id == extractions.c.id).join(
                articles, extractions.c.article_id == articles.c.id
            )
        )
        .where(events.c.extraction_id == extraction_id, *filters.conditions())
        .order_by(events.c.position)
    )
