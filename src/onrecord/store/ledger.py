"""The ledger of runs: each shard is done, or not.

A run is named by what it reads and what reads it, so that the same command, given again, is the same run: it goes on
where it stopped, and a finished one writes nothing. A shard and its row in the ledger are written in one transaction.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.core.article import content_id
from onrecord.core.extraction import Producer, Skipped, SkipReason
from onrecord.store import tables
from onrecord.store.rows import AlreadyThere, Read, Result, Row, extraction_id, producer_id, rows_of, storable


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run will read: the producer, the inputs as the caller named them, and a digest of all their content."""

    producer: Producer
    inputs: tuple[str, ...]
    content_digest: str
    shard_count: int

    @property
    def run_id(self) -> str:
        """The same for the same content read by the same producer."""
        return content_id(producer_id(self.producer), self.content_digest, str(self.shard_count))


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the inputs: ``read = added + already_there + skipped``."""

    read: int = 0
    added: int = 0
    already_there: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.read + other.read,
            self.added + other.added,
            self.already_there + other.already_there,
            self.skipped + other.skipped,
        )


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run as the ledger knows it."""

    id: str
    number: int
    producer: Producer
    inputs: tuple[str, ...]
    started_at: str
    finished_at: str | None  # of the last shard; None before the first
    shard_count: int
    shards_done: int
    counts: Counts

    @property
    def is_complete(self) -> bool:
        """Whether every shard is done."""
        return self.shards_done == self.shard_count


def shard_id_of(run_id: str, position: int) -> str:
    """The id of a run's shard."""
    return content_id(run_id, str(position))


def now() -> str:
    """The moment in UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def run_is_known(connection: sa.Connection, run_id: str) -> bool:
    """Whether the run was begun before."""
    return connection.execute(sa.select(tables.runs.c.id).where(tables.runs.c.id == run_id)).first() is not None


def write_run(connection: sa.Connection, plan: RunPlan) -> None:
    """Note a run, and its producer where it is new; a run that is known stays as it is."""
    if run_is_known(connection, plan.run_id):
        return
    producer = plan.producer
    own_id = producer_id(producer)
    if connection.execute(sa.select(tables.producers.c.id).where(tables.producers.c.id == own_id)).first() is None:
        connection.execute(
            tables.producers.insert().values(
                id=own_id,
                number=_next_number(connection, tables.producers),
                version=producer.version,
                weights=producer.weights,
                resources=producer.resources,
            )
        )
    connection.execute(
        tables.runs.insert().values(
            id=plan.run_id,
            number=_next_number(connection, tables.runs),
            producer_id=own_id,
            inputs="\n".join(storable(name) for name in plan.inputs),
            shard_count=plan.shard_count,
            started_at=now(),
        )
    )


def _next_number(connection: sa.Connection, table: sa.Table) -> int:
    highest: int | None = connection.execute(sa.select(sa.func.max(table.c.number))).scalar()
    return (highest or 0) + 1


def shard_counts(connection: sa.Connection, run_id: str) -> dict[int, Counts]:
    """The counts of each shard that is done, by its position in the run."""
    shards = tables.shards.c
    rows = connection.execute(
        sa.select(shards.position, shards.read, shards.added, shards.already_there, shards.skipped)
        .where(shards.run_id == run_id)
        .order_by(shards.position)
    )
    return {position: Counts(read, added, known, skipped) for position, read, added, known, skipped in rows}


def write_shard(connection: sa.Connection, run_id: str, position: int, results: Sequence[Result]) -> Counts:
    """Write a shard's results and its row in the ledger, inside the caller's transaction.

    A shard that is done already (by another process, say) is left as it is.
    """
    done = shard_counts(connection, run_id).get(position)
    if done is not None:
        return done
    shard_id = shard_id_of(run_id, position)
    fresh, counts = _sort_out(connection, results)
    shard_row: Row = {"id": shard_id, "run_id": run_id, "position": position, "finished_at": now()}
    connection.execute(
        tables.shards.insert().values(
            **shard_row,
            read=counts.read,
            added=counts.added,
            already_there=counts.already_there,
            skipped=counts.skipped,
        )
    )
    _write_extractions(connection, fresh, shard_id)
    _insert(
        connection,
        tables.skips,
        [
            {
                "shard_id": shard_id,
                "position": place,
                "item": storable(result.item),
                "stage": result.stage,
                "reason": result.reason.value,
                "detail": storable(result.detail),
            }
            for place, result in enumerate(results)
            if isinstance(result, Skipped)
        ],
    )
    return counts


def _sort_out(connection: sa.Connection, results: Sequence[Result]) -> tuple[list[Read], Counts]:
    """The extractions that the collection lacks, each once, and the counts."""
    ids = [extraction_id(r.extraction.article.id, r.extraction.producer) for r in results if isinstance(r, Read)]
    seen = set(_present(connection, tables.extractions, ids))
    fresh: list[Read] = []
    already_there = skipped = 0
    for result in results:
        match result:
            case Skipped():
                skipped += 1
            case AlreadyThere():
                already_there += 1
            case Read():
                own_id = extraction_id(result.extraction.article.id, result.extraction.producer)
                if own_id in seen:
                    already_there += 1
                else:
                    seen.add(own_id)
                    fresh.append(result)
    return fresh, Counts(len(results), len(fresh), already_there, skipped)


def _write_extractions(connection: sa.Connection, fresh: list[Read], shard_id: str) -> None:
    all_rows = [rows_of(read, shard_id) for read in fresh]
    there = set(_present(connection, tables.articles, [rows.article["id"] for rows in all_rows]))
    _insert(connection, tables.articles, [rows.article for rows in all_rows if rows.article["id"] not in there])
    _insert(connection, tables.extractions, [rows.extraction for rows in all_rows])
    _insert(connection, tables.events, [row for rows in all_rows for row in rows.events])
    _insert(connection, tables.statements, [row for rows in all_rows for row in rows.statements])
    _insert(connection, tables.statement_events, [row for rows in all_rows for row in rows.statement_events])


def _insert(connection: sa.Connection, table: sa.Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _present(connection: sa.Connection, table: sa.Table, ids: list[str]) -> list[str]:
    return list(connection.execute(sa.select(table.c.id).where(table.c.id.in_(ids))).scalars())


def run_summaries(connection: sa.Connection) -> list[RunSummary]:
    """All runs, oldest first."""
    shards, runs, producers = tables.shards.c, tables.runs.c, tables.producers.c
    rows = connection.execute(
        sa.select(
            runs.id,
            runs.number,
            producers.version,
            producers.weights,
            producers.resources,
            runs.inputs,
            runs.started_at,
            sa.func.max(shards.finished_at),
            runs.shard_count,
            sa.func.count(shards.id),
            sa.func.coalesce(sa.func.sum(shards.read), 0),
            sa.func.coalesce(sa.func.sum(shards.added), 0),
            sa.func.coalesce(sa.func.sum(shards.already_there), 0),
            sa.func.coalesce(sa.func.sum(shards.skipped), 0),
        )
        .select_from(tables.runs.join(tables.producers).outerjoin(tables.shards))
        .group_by(runs.id, producers.id)
        .order_by(runs.number)
    )
    return [
        RunSummary(
            id=row[0],
            number=row[1],
            producer=Producer(row[2], row[3], row[4]),
            inputs=tuple(row[5].split("\n")),
            started_at=row[6],
            finished_at=row[7],
            shard_count=row[8],
            shards_done=row[9],
            counts=Counts(*(int(number) for number in row[10:])),
        )
        for row in rows
    ]


def skips_of(connection: sa.Connection, run_id: str) -> list[Skipped]:
    """What the run passed over, in order."""
    skips, shards = tables.skips.c, tables.shards.c
    rows = connection.execute(
        sa.select(skips.item, skips.stage, skips.reason, skips.detail)
        .select_from(tables.skips.join(tables.shards))
        .where(shards.run_id == run_id)
        .order_by(shards.position, skips.position)
    )
    return [Skipped(item, stage, SkipReason(reason), detail) for item, stage, reason, detail in rows]
