import dataclasses
import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from handmade import PRODUCER, article, extraction_of

from onrecord.core.dates import DateInterval
from onrecord.core.errors import CollectionError
from onrecord.core.extraction import Extraction, Producer, Skipped, SkipReason
from onrecord.store import tables
from onrecord.store.collection import Collection
from onrecord.store.ledger import Counts, RunPlan
from onrecord.store.opening import engine_of
from onrecord.store.queries import Filters
from onrecord.store.rows import AlreadyThere, Read, Result, rows_of, storable

PLAN = RunPlan(PRODUCER, ("reports/",), "digest of the content", 2)
NEWER = Producer("0.2.0", "other weights", "sha256:resources")


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path / "تجربة 🙂.db") as opened:
        yield opened


def read(ending: str = "", producer: Producer = PRODUCER) -> Read:
    return Read(f"reports/page{ending}.html", extraction_of(article(ending=ending), producer))


def written(collection: Collection, *results: Result, position: int = 0, plan: RunPlan = PLAN) -> Counts:
    collection.begin_run(plan)
    return collection.write_shard(plan.run_id, position, results)


def everything(collection: Collection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with sqlite3.connect(collection.place) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in tables.metadata.tables
        }


def test_what_was_written_is_read_back_whole(collection: Collection) -> None:
    first, second = read(), read(" More words.")
    written(collection, first, second)
    assert sorted(collection.extractions(), key=lambda one: one.article.id) == sorted(
        (first.extraction, second.extraction), key=lambda one: one.article.id
    )


def test_read_is_the_sum_of_added_already_there_and_skipped(collection: Collection) -> None:
    skipped = Skipped("reports/404.html", "ingest", SkipReason.NOT_AN_ARTICLE, "a 404")
    counts = written(collection, read(), read(), AlreadyThere("copy.html", "id"), skipped)
    assert counts == Counts(read=4, added=1, already_there=2, skipped=1)
    assert collection.skips(PLAN.run_id) == [skipped]


def test_a_shard_written_twice_changes_nothing(collection: Collection) -> None:
    counts = written(collection, read())
    before = everything(collection)
    assert written(collection, read(" Other words.")) == counts, "the ledger already has this shard"
    assert everything(collection) == before


def test_the_same_report_in_another_run_is_already_there(collection: Collection) -> None:
    written(collection, read())
    other = dataclasses.replace(PLAN, content_digest="another folder")
    assert written(collection, read(), plan=other) == Counts(read=1, already_there=1)
    assert collection.contents().articles == 1


def test_a_shard_is_written_whole_or_not_at_all(collection: Collection) -> None:
    collection.begin_run(PLAN)
    torn = read()
    event = dataclasses.replace(torn.extraction.events[0], statements=())
    twice = dataclasses.replace(torn.extraction, events=(event, event), statements=())
    before = everything(collection)
    with pytest.raises(sa.exc.IntegrityError):
        collection.write_shard(PLAN.run_id, 0, [read(" Good."), Read(torn.item, twice)])
    assert everything(collection) == before


def test_the_ledger_says_which_shards_are_done(collection: Collection) -> None:
    assert collection.begin_run(PLAN) == {}
    counts = written(collection, read(), position=1)
    assert collection.begin_run(PLAN) == {1: counts}
    (run,) = collection.runs()
    assert (run.number, run.shards_done, run.shard_count, run.is_complete) == (1, 1, 2, False)
    assert run.inputs == ("reports/",)
    assert run.producer == PRODUCER
    assert run.counts == counts
    written(collection, read(), position=0)
    assert collection.runs()[0].is_complete


def test_a_run_without_a_finished_shard_is_listed_too(collection: Collection) -> None:
    collection.begin_run(PLAN)
    (run,) = collection.runs()
    assert run.counts == Counts()
    assert run.finished_at is None


def test_a_newer_version_adds_its_reading_beside_the_older(collection: Collection) -> None:
    written(collection, read())
    newer_plan = dataclasses.replace(PLAN, producer=NEWER)
    assert written(collection, read(producer=NEWER), plan=newer_plan).added == 1
    assert [one.producer for one in collection.extractions()] == [NEWER], "lists show the newest"
    assert collection.contents() == type(collection.contents())(1, 2, 5)
    assert len(everything(collection)["extractions"]) == 2
    assert len(everything(collection)["articles"]) == 1


def test_holds_tells_one_producer_from_another(collection: Collection) -> None:
    one = read()
    written(collection, one)
    assert collection.holds(one.extraction.article.id, PRODUCER)
    assert not collection.holds(one.extraction.article.id, NEWER)
    assert not collection.holds("nothing", PRODUCER)


def dated(day: dt.date | None, ending: str) -> Read:
    report = article(ending=ending)
    published = None
    if day is not None and report.published is not None:
        published = dataclasses.replace(report.published, days=DateInterval.day(day))
    return Read(ending, extraction_of(dataclasses.replace(report, published=published)))


def test_lists_are_in_order_of_publication_with_unknown_days_last(collection: Collection) -> None:
    days = [dt.date(2025, 3, 9), None, dt.date(2024, 1, 1), dt.date(2025, 1, 1)]
    written(collection, *(dated(day, f" Nr {number}.") for number, day in enumerate(days)))
    found = [one.article.published.days.earliest if one.article.published else None for one in collection.extractions()]
    assert found == [dt.date(2024, 1, 1), dt.date(2025, 1, 1), dt.date(2025, 3, 9), None]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["e1", "e2"]),
        (Filters(country="IQ"), ["e1"]),
        (Filters(country="iq"), ["e1"]),
        (Filters(country="JO"), []),
        (Filters(category="protest"), ["e2"]),
        (Filters(kind="drone-strike"), ["e1"]),
        (Filters(kind="drone-strike", category="PROTEST"), []),
        (Filters(publisher="Ashur Daily – آشور"), ["e1", "e2"]),
        (Filters(publisher="Ashur"), []),
        (Filters(since=dt.date(2025, 3, 3)), ["e1"]),
        (Filters(since=dt.date(2025, 3, 4)), []),
        (Filters(until=dt.date(2025, 3, 3)), ["e1"]),
        (Filters(until=dt.date(2025, 3, 2)), []),
    ],
)
def test_filters_keep_the_events_that_meet_every_condition(
    collection: Collection, filters: Filters, expected: list[str]
) -> None:
    written(collection, read())
    assert [event.id for _, event in collection.events(filters)] == expected
    assert len(list(collection.extractions(filters))) == (1 if expected else 0)


def test_filters_apply_to_the_newest_reading_only(collection: Collection) -> None:
    written(collection, read())
    calm = dataclasses.replace(extraction_of(article(), NEWER), events=(), statements=())
    written(collection, Read("page", calm), plan=dataclasses.replace(PLAN, producer=NEWER))
    assert list(collection.events(Filters(country="IQ"))) == []


def test_flat_rows_hold_the_statements_and_their_events(collection: Collection) -> None:
    written(collection, read())
    with sqlite3.connect(collection.place) as connection:
        denied = connection.execute(
            "SELECT s.source, e.kind FROM statements s JOIN statement_events l ON l.statement_id = s.id "
            "JOIN events e ON e.id = l.event_id WHERE s.act = 'deny'"
        ).fetchall()
        nested = connection.execute(
            "SELECT inner_.source, outer_.source FROM statements inner_ JOIN statements outer_ "
            "ON inner_.parent_id = outer_.id WHERE outer_.source IS NOT NULL"
        ).fetchall()
    assert denied == [("The militia", "drone-strike")]
    assert nested == [("Yusuf al-Hadi", "the Ashur news agency")]


def test_ids_of_rows_do_not_depend_on_where_they_are_written() -> None:
    first, second = rows_of(read(), "shard a"), rows_of(read(), "shard b")
    assert [row["id"] for row in first.events] == [row["id"] for row in second.events]
    assert first.statement_events == second.statement_events
    others = rows_of(read(" More."), "shard a")
    assert not {row["id"] for row in first.events} & {row["id"] for row in others.events}


def test_odd_file_names_can_be_stored(collection: Collection) -> None:
    odd = Skipped("caf\udce9\0.html", "ingest", SkipReason.EMPTY, "nothing\0here")
    written(collection, odd)
    (kept,) = collection.skips(PLAN.run_id)
    assert kept.item == storable("caf\udce9\0.html") == "caf\ufffd\ufffd.html"


def test_a_sound_collection_has_no_faults(collection: Collection) -> None:
    written(collection, read())
    assert collection.faults() == []


def test_a_row_that_points_nowhere_is_a_fault(collection: Collection) -> None:
    written(collection, read())
    with sqlite3.connect(collection.place) as connection:
        connection.execute("DELETE FROM articles")
    assert collection.faults() == ["a row of extractions points nowhere"]


def test_the_file_is_a_plain_sqlite_database_in_wal_mode(collection: Collection) -> None:
    with sqlite3.connect(collection.place) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT version_num FROM onrecord_schema").fetchall() == [(tables.HEAD,)]


def test_the_migrations_give_exactly_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "a.db", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": tables.VERSION_TABLE})
        assert compare_metadata(context, tables.metadata) == []
        assert context.get_current_revision() == tables.HEAD
    engine.dispose()


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE books (title)")
    before = path.read_bytes()
    with pytest.raises(CollectionError, match="another program"):
        Collection.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("notes, long enough to be taken for the header of a file of some kind 🙂" * 10)
    before = path.read_bytes()
    with pytest.raises(CollectionError, match=r"notes\.txt"):
        Collection.open(path)
    assert path.read_bytes() == before


def test_a_collection_of_a_newer_version_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Collection.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE onrecord_schema SET version_num = '0999'")
    with pytest.raises(CollectionError, match=r"newer version of onrecord \(schema 0999"):
        Collection.open(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere/a.db", "does not exist"),
        (".", "is a folder"),
        ("mysql+nonsense://x/y", "cannot be opened"),
        ("://", "not a database URL"),
    ],
)
def test_a_place_that_cannot_hold_a_collection_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CollectionError, match=message):
        Collection.open(name)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_collection_is_made_only_when_asked_for(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="there is no such collection"):
        Collection.open(tmp_path / "a.db", create=False)
    (tmp_path / "empty.db").touch()
    with pytest.raises(CollectionError, match="is empty"):
        Collection.open(tmp_path / "empty.db", create=False)


def test_two_that_open_a_new_collection_at_once_both_succeed(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    together = threading.Barrier(4)

    def open_it() -> None:
        together.wait()
        try:
            Collection.open(tmp_path / "a.db").close()
        except CollectionError as error:
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_two_writers_of_the_same_reports_leave_one_of_each(tmp_path: Path) -> None:
    endings = [f" Nr {number}." for number in range(12)]
    problems: list[BaseException] = []

    def write_all(plan: RunPlan, order: list[str]) -> None:
        try:
            with Collection.open(tmp_path / "a.db") as own:
                own.begin_run(plan)
                for position, ending in enumerate(order):
                    own.write_shard(plan.run_id, position, [read(ending)])
        except (CollectionError, sa.exc.SQLAlchemyError) as error:
            problems.append(error)

    plans = [RunPlan(PRODUCER, ("a",), "one", 12), RunPlan(PRODUCER, ("b",), "other", 12)]
    threads = [
        threading.Thread(target=write_all, args=(plan, order))
        for plan, order in zip(plans, (endings, endings[::-1]), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with Collection.open(tmp_path / "a.db") as collection:
        assert collection.contents().articles == 12
        total = sum((run.counts for run in collection.runs()), Counts())
        assert (total.read, total.added, total.already_there) == (24, 12, 12)


def test_a_collection_that_another_writer_holds_is_an_error_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.store.opening._LOCK_WAIT_S", 0.05)
    with Collection.open(tmp_path / "a.db") as own:
        own.begin_run(PLAN)
        holder = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(CollectionError, match=r"a\.db: cannot be written .*locked"):
            own.write_shard(PLAN.run_id, 0, [read()])
        assert list(own.extractions()) == [], "reading goes on meanwhile"
        holder.execute("ROLLBACK")
        holder.close()
        assert own.write_shard(PLAN.run_id, 0, [read()]).added == 1


def test_an_extraction_without_date_place_or_title_is_kept(collection: Collection) -> None:
    bare = dataclasses.replace(article(), blocks=(), published=None, publisher=None, dateline=None)
    extraction = Extraction(PRODUCER, bare, (), (), ())
    written(collection, Read("bare", extraction))
    assert list(collection.extractions()) == [extraction]
