"""The file itself: opened quickly, read-only, shared by threads, refused when it is not ours."""

import sqlite3
import statistics
import threading
import time
from pathlib import Path

import pytest
from stopwatch import least_seconds

from onrecord.core.errors import ResourceError
from onrecord.gazetteer import Gazetteer, PlaceEntry
from onrecord.gazetteer.schema import TABLES

NAMES = ["Baghdad", "Khan Younis", "El-Fasher", "Springfield", "Kyiv", "nowhere at all", "بغداد", "Deir Ezzor", "🕊"]
LARGEST_BYTES = 14_000_000


def a_gazetteer_at(path: Path, *, schema: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(TABLES)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("digest", "d"), ("schema", schema)])
    connection.commit()
    connection.close()
    return path


def test_the_packaged_file_is_small_enough_to_ship() -> None:
    packaged = Path(__file__).parents[2] / "src" / "onrecord" / "gazetteer" / "data" / "gazetteer.sqlite"
    assert packaged.stat().st_size <= LARGEST_BYTES


def test_it_opens_in_under_fifty_milliseconds() -> None:
    assert least_seconds(lambda: Gazetteer.open().close(), enough=0.050, tries=20) <= 0.050


def test_a_lookup_takes_under_fifty_microseconds_remembered_or_not() -> None:
    gazetteer = Gazetteer.open()
    names = [f"{name} {ending}".strip() for name in NAMES for ending in ("", "x", "y", "z")]
    fresh = []
    for name in names:
        start = time.perf_counter()
        gazetteer.places(name)
        fresh.append(time.perf_counter() - start)
    most = 50e-6 * len(names)
    remembered = least_seconds(lambda: [gazetteer.places(name) for name in names], enough=most, tries=9)
    assert statistics.median(fresh) < 200e-6  # four times the target: the machine of a check is shared
    assert remembered <= most


def test_it_cannot_be_written_to() -> None:
    gazetteer = Gazetteer.open()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection.execute("DELETE FROM place")


def test_two_threads_get_the_same_answers_as_one() -> None:
    alone = Gazetteer.open()
    expected = {name: alone.places(name) for name in NAMES}
    shared = Gazetteer.open()
    answers: list[dict[str, tuple[PlaceEntry, ...]]] = []

    def ask() -> None:
        answers.append({name: shared.places(name) for _ in range(50) for name in NAMES})

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


def test_the_digest_names_the_contents(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.digest) == 64
    assert gazetteer.digest == Gazetteer.open().digest


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="build_gazetteer"):
        Gazetteer.open(tmp_path / "أين.sqlite")


def test_a_file_of_another_schema_is_refused(tmp_path: Path) -> None:
    path = a_gazetteer_at(tmp_path / "old.sqlite", schema="0")
    with pytest.raises(ResourceError, match="schema '0'"):
        Gazetteer.open(path)


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be read as one" * 20])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match="cannot be read"):
        Gazetteer.open(path)


def test_an_empty_gazetteer_knows_nothing_and_says_so(tmp_path: Path) -> None:
    empty = Gazetteer.open(a_gazetteer_at(tmp_path / "empty 🕊.sqlite", schema="1"))
    assert empty.places("Baghdad") == ()
    assert empty.actors("بغداد") == ()
    assert empty.country("IQ") is None
    assert empty.medium("Reuters") is None
    assert empty.actor("hamas") == ()
