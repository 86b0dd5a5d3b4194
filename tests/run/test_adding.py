import io
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import adding_process
import pytest
from handmade import FakeAnnotator, fake_stages

from onrecord.core.extraction import Producer, SkipReason
from onrecord.export.formats import export
from onrecord.run.adding import Adding
from onrecord.run.inputs import gather
from onrecord.run.reader import Reader
from onrecord.store.collection import Collection
from onrecord.store.ledger import Counts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty reports, one of them no article, two of them with the same words."""
    place = tmp_path / "reports"
    place.mkdir()
    for number in range(30):
        (place / f"{number:02}.txt").write_text(f"Nr {number} 🙂 علي", encoding="utf-8")
    (place / "07.txt").write_text("skip: a list")
    (place / "09.txt").write_text("Nr 8 🙂 علي", encoding="utf-8")
    return place


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path / "a.db") as opened:
        yield opened


def adding(
    collection: Collection, folder: Path, *, shard_size: int = 8, annotator: FakeAnnotator | None = None
) -> Adding:
    reader = Reader(stages=fake_stages(annotator))
    return Adding(collection, reader, gather([folder]), named=[str(folder)], shard_size=shard_size)


def exported(collection: Collection) -> str:
    """All that a user can take out, in both formats."""
    out = io.StringIO()
    export(collection, "jsonl", out)
    export(collection, "csv", out)
    return out.getvalue()


def dumped(collection: Collection) -> list[str]:
    """Every statement that makes the database, times of runs included."""
    with sqlite3.connect(collection.place) as connection:
        return list(connection.iterdump())


def clean_export(folder: Path, tmp_path: Path) -> str:
    """What an uninterrupted run gives."""
    with Collection.open(tmp_path / "clean.db") as clean:
        adding(clean, folder).run()
        return exported(clean)


def test_read_is_the_sum_of_added_already_there_and_skipped(collection: Collection, folder: Path) -> None:
    assert adding(collection, folder).run() == Counts(read=30, added=28, already_there=1, skipped=1)
    assert collection.contents().articles == 28


def test_adding_twice_changes_not_a_byte_of_the_content(collection: Collection, folder: Path) -> None:
    adding(collection, folder).run()
    before = dumped(collection)
    annotator = FakeAnnotator()
    again = adding(collection, folder, annotator=annotator)
    assert again.run() == Counts(read=30, added=0, already_there=29, skipped=1)
    assert dumped(collection) == before
    assert annotator.texts == [], "nothing is read again"


def test_a_repeated_run_tells_its_skips_again(collection: Collection, folder: Path) -> None:
    first = [skip for step in adding(collection, folder).steps() for skip in step.skipped]
    again = [skip for step in adding(collection, folder).steps() for skip in step.skipped]
    assert first == again
    assert [(Path(skip.item).name, skip.reason) for skip in again] == [("07.txt", SkipReason.NOT_AN_ARTICLE)]


def test_a_run_stopped_anywhere_goes_on_to_the_same_collection(folder: Path, tmp_path: Path) -> None:
    expected = clean_export(folder, tmp_path)
    for n_steps in (1, 3, 9, 10, 20, 33):
        with Collection.open(tmp_path / f"stopped-{n_steps}.db") as stopped:
            steps = adding(stopped, folder).steps()
            for _ in range(n_steps):
                next(steps)
            steps.close()
            counts = adding(stopped, folder).run()
            assert (counts.read, counts.skipped) == (30, 1)
            assert exported(stopped) == expected
            assert len(stopped.runs()) == 1, "it is the same run"


def test_a_stopped_run_keeps_its_finished_shards_and_drops_the_one_in_work(
    collection: Collection, folder: Path
) -> None:
    steps = adding(collection, folder).steps()
    for step in steps:
        if step.written:
            break
    next(steps)
    steps.close()
    (run,) = collection.runs()
    assert (run.shards_done, run.shard_count, run.counts.read) == (1, 4, 8)
    annotator = FakeAnnotator()
    adding(collection, folder, annotator=annotator).run()
    assert len(annotator.texts) == 22, "the finished 8 are not read again"


def test_steps_add_up_to_the_whole_also_when_taken_up_again(collection: Collection, folder: Path) -> None:
    steps = adding(collection, folder).steps()
    for _ in range(12):
        next(steps)
    steps.close()
    again = adding(collection, folder)
    taken = list(again.steps())
    assert sum(step.n_inputs for step in taken) == again.n_inputs == 30
    assert sum(step.n_bytes for step in taken) == again.n_bytes > 0
    assert [step.n_inputs for step in taken if step.found_done] == [8]


def test_the_size_of_shards_does_not_matter_for_what_comes_out(folder: Path, tmp_path: Path) -> None:
    expected = clean_export(folder, tmp_path)
    for shard_size in (1, 7, 64):
        with Collection.open(tmp_path / f"{shard_size}.db") as other:
            adding(other, folder, shard_size=shard_size).run()
            assert exported(other) == expected


def test_the_order_of_inputs_does_not_matter_for_what_comes_out(folder: Path, tmp_path: Path) -> None:
    expected = clean_export(folder, tmp_path)
    files = sorted(folder.iterdir())
    random.Random(4).shuffle(files)
    with Collection.open(tmp_path / "shuffled.db") as other:
        Adding(other, Reader(stages=fake_stages()), gather(files), named=["x"], shard_size=4).run()
        assert exported(other) == expected


def test_one_more_file_is_all_that_is_read_anew(collection: Collection, folder: Path) -> None:
    adding(collection, folder).run()
    (folder / "00a.txt").write_text("Nr 31")
    annotator = FakeAnnotator()
    assert adding(collection, folder, annotator=annotator).run() == Counts(31, 1, 29, 1)
    assert len(annotator.texts) == 1


def test_a_newer_producer_reads_everything_anew(collection: Collection, folder: Path) -> None:
    adding(collection, folder).run()
    newer = Reader(stages=fake_stages(producer=Producer("0.2.0", "w2", "r2")))
    assert Adding(collection, newer, gather([folder]), named=["reports"]).run().added == 28
    assert {one.producer.version for one in collection.extractions()} == {"0.2.0"}


def test_a_fault_of_ours_costs_one_report_and_is_noted(collection: Collection, folder: Path) -> None:
    assert adding(collection, folder, annotator=FakeAnnotator(fails_on="Nr 12 ")).run().skipped == 2
    skips = {skip.reason: skip for skip in collection.skips(collection.runs()[0].id)}
    assert "ZeroDivisionError" in skips[SkipReason.BUG].detail


def test_nothing_to_read_is_a_run_of_no_shards(collection: Collection) -> None:
    counts = Adding(collection, Reader(stages=fake_stages()), [], named=[]).run()
    assert counts == Counts()
    assert collection.runs()[0].is_complete


def start(folder: Path, place: Path) -> "subprocess.Popen[str]":
    support = str(Path(adding_process.__file__).parent)
    return subprocess.Popen(
        [sys.executable, adding_process.__file__, str(folder), str(place), "0.01"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([support, *sys.path])},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX systems")
def test_kills_at_any_moment_lose_nothing(folder: Path, tmp_path: Path) -> None:
    expected = clean_export(folder, tmp_path)
    place = tmp_path / "killed.db"
    shards_before_kill = [0, 1, 0, 2, 1]
    for n_shards in shards_before_kill:
        process = start(folder, place)
        assert process.stdout is not None
        for _ in range(n_shards + 1):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with Collection.open(place) as torn:
            assert torn.faults() == []
    with Collection.open(place) as ended:
        adding(ended, folder).run()
        assert exported(ended) == expected
        assert len(ended.runs()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="two processes at once are of POSIX systems here")
def test_two_processes_at_once_leave_one_whole_collection(folder: Path, tmp_path: Path) -> None:
    expected = clean_export(folder, tmp_path)
    place = tmp_path / "shared.db"
    processes = [start(folder, place) for _ in range(2)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    with Collection.open(place) as ended:
        assert exported(ended) == expected
        assert ended.faults() == []
