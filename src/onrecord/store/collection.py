"""A collection: the reports of one project, all that was read in them, and the ledger of how they came in.

A collection is one SQLite file (or a PostgreSQL database, by its URL). It only grows: extractions of a newer version
stand beside the older ones, and lists show the newest.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from onrecord.core.errors import CollectionError
from onrecord.core.extraction import Event, Extraction, Producer, Skipped
from onrecord.store import ledger, tables
from onrecord.store.json_form import load
from onrecord.store.ledger import Counts, RunPlan, RunSummary
from onrecord.store.opening import engine_of
from onrecord.store.queries import Filters, matching_events, newest_extractions
from onrecord.store.rows import Result, extraction_id

# Extractions fetched at once while a list is walked: some 20 kB each.
_FETCHED_AT_ONCE = 50

NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a collection holds, counting the newest extraction of each article."""

    articles: int
    events: int
    statements: int


class Collection:
    """An open collection; use it with ``with``, or close it."""

    def __init__(self, engine: sa.Engine, place: str) -> None:
        self._engine = engine
        self.place = place

    @classmethod
    def open(cls, place: str | Path, *, create: bool = True) -> Self:
        """Open a collection by file name or database URL; make it, or bring it up to date, where needed.

        Raises:
            CollectionError: it cannot be opened, is no collection, is of a newer version, or is missing while
                ``create`` is false.
        """
        return cls(engine_of(place, create=create), str(place))

    def close(self) -> None:
        """Close all connections; SQLite then folds its log into the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """One transaction that holds the write lock from its start, so that what it reads stays true until it ends."""
        with self._engine.connect() as connection:
            try:
                if self._engine.dialect.name == "sqlite":
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                connection.commit()
            except sa.exc.OperationalError as error:
                raise CollectionError(f"{self.place}: cannot be written ({error.orig})") from error

    def begin_run(self, plan: RunPlan) -> dict[int, Counts]:
        """Note the run unless it is known, and say which of its shards are done, with their counts."""
        with self._engine.connect() as connection:
            known = ledger.run_is_known(connection, plan.run_id)
        if not known:
            with self._writing() as connection:
                ledger.write_run(connection, plan)
        with self._engine.connect() as connection:
            return ledger.shard_counts(connection, plan.run_id)

    def write_shard(self, run_id: str, position: int, results: Sequence[Result]) -> Counts:
        """Write all results of one shard and its row in the ledger, or nothing.

        Raises:
            CollectionError: the database is full, read-only, or held by another writer for too long.
        """
        with self._writing() as connection:
            return ledger.write_shard(connection, run_id, position, results)

    def holds(self, article_id: str, producer: Producer) -> bool:
        """Whether the article is there, read by this very producer; may be asked from any thread."""
        wanted = sa.select(tables.extractions.c.id).where(
            tables.extractions.c.id == extraction_id(article_id, producer)
        )
        with self._engine.connect() as connection:
            return connection.execute(wanted).first() is not None

    def extractions(self, filters: Filters = NO_FILTERS) -> Iterator[Extraction]:
        """The newest extraction of each article (with a matching event, where filters are given), by date."""
        for _, written in self._written(filters):
            yield load(json.loads(written))

    def events(self, filters: Filters = NO_FILTERS) -> Iterator[tuple[Extraction, Event]]:
        """Every matching event of the newest extractions, each with its report, by date."""
        with self._engine.connect() as connection:
            for own_id, written in self._written(filters):
                extraction = load(json.loads(written))
                wanted = set(connection.execute(matching_events(own_id, filters)).scalars())
                yield from ((extraction, event) for event in extraction.events if event.id in wanted)

    def _written(self, filters: Filters) -> Iterator[tuple[str, str]]:
        with self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=_FETCHED_AT_ONCE).execute(newest_extractions(filters))
            with closing(rows):
                yield from ((row[0], row[1]) for row in rows)

    def contents(self) -> Contents:
        """How much is there."""
        newest = newest_extractions(NO_FILTERS).order_by(None).with_only_columns(tables.extractions.c.id).subquery()
        with self._engine.connect() as connection:

            def count(table: sa.Table) -> int:
                among = sa.select(sa.func.count()).select_from(table.join(newest, table.c.extraction_id == newest.c.id))
                return connection.execute(among).scalar_one()

            articles = connection.execute(sa.select(sa.func.count()).select_from(newest)).scalar_one()
            return Contents(articles, count(tables.events), count(tables.statements))

    def runs(self) -> list[RunSummary]:
        """All runs, oldest first."""
        with self._engine.connect() as connection:
            return ledger.run_summaries(connection)

    def skips(self, run_id: str) -> list[Skipped]:
        """What a run passed over, in order."""
        with self._engine.connect() as connection:
            return ledger.skips_of(connection, run_id)

    def faults(self) -> list[str]:
        """What the database says is wrong with itself; empty where all is well."""
        if self._engine.dialect.name != "sqlite":
            return []
        with self._engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return [str(line) for line in said if line != "ok"] + [f"a row of {row[0]} points nowhere" for row in orphans]
