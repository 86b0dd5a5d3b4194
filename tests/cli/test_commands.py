import csv
import dataclasses
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from handmade import PRODUCER, FakeAnnotator, article, fake_ingest, fake_stages

from onrecord.cli import commands, main
from onrecord.core.article import Article
from onrecord.core.errors import WeightsError
from onrecord.core.extraction import Skipped
from onrecord.export.cards import card
from onrecord.export.layout import plain
from onrecord.run.inputs import Input, ingest
from onrecord.run.reader import Reader
from onrecord.store.json_form import load

Printed = pytest.CaptureFixture[str]


def some_ingest(one: Input) -> Article | Skipped:
    """Real losses, handmade reports."""
    found = ingest(one)
    return fake_ingest(one) if isinstance(found, Article) else found


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command reads with fake stages; "FAIL" in a report makes one of them fail."""
    stages = dataclasses.replace(fake_stages(FakeAnnotator(fails_on="FAIL")), ingest=some_ingest)
    monkeypatch.setattr("onrecord.run.reader.Reader.__init__", lambda self: setattr(self, "_stages", stages))


LINES = "The second report of the day says that calm has come back to the town, and that schools have opened. "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three reports and an empty file, in the working directory."""
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "reports"
    place.mkdir()
    for number in range(3):
        (place / f"{number}.txt").write_text(f"{LINES * 3} Nr {number} 🙂 علي", encoding="utf-8")
    (place / "empty.txt").touch()
    return place


def test_read_prints_cards_on_standard_output_and_remarks_on_standard_error(folder: Path, capsys: Printed) -> None:
    assert main(["read", "reports/0.txt"]) == 0
    printed = capsys.readouterr()
    text = (folder / "0.txt").read_text(encoding="utf-8")
    expected = Reader().read(article(ending=f" {text}"))
    assert printed.out == plain(card(expected, width=100))
    assert "1 report · 2 events · 5 statements · 0 skipped" in printed.err
    assert "nothing was saved" in printed.err


def test_read_text_reads_what_was_pasted(capsys: Printed) -> None:
    assert main(["read", "--text", LINES * 3, "--format", "jsonl"]) == 0
    assert LINES.strip() in json.loads(capsys.readouterr().out)["article"]["text"]


def test_read_takes_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{LINES * 3} علي".encode())))
    assert main(["read", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"].endswith("علي")


def test_json_is_one_object_for_one_report(folder: Path, capsys: Printed) -> None:
    assert main(["read", "reports/0.txt", "--format", "json", "--url", "https://x.example/7"]) == 0
    extraction = load(json.loads(capsys.readouterr().out))
    assert extraction.article.url == "https://x.example/7"


def test_json_for_several_reports_is_wrong_usage_and_advises_jsonl(folder: Path, capsys: Printed) -> None:
    assert main(["read", "reports", "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "use jsonl" in printed.err


def test_jsonl_is_a_line_for_each_report_in_order(folder: Path, capsys: Printed) -> None:
    assert main(["read", "reports", "--format", "jsonl"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [load(json.loads(line)).article.text[-8:] for line in lines] == [f"Nr {n} 🙂 علي"[-8:] for n in range(3)]


def test_a_skipped_input_is_named_with_reason_and_what_to_do(folder: Path, capsys: Printed) -> None:
    assert main(["read", "reports/0.txt", "reports/empty.txt", "gone.html", "--quiet"]) == 1
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        "skipped reports/empty.txt: empty: 0 bytes, nothing in them",
        "skipped gone.html: missing: there is no such file (check the name)",
    ]
    assert "Drone strike hits depot" in printed.out, "the rest is done"


def test_a_fault_of_ours_gives_status_3_and_the_rest_is_done(folder: Path, capsys: Printed) -> None:
    (folder / "1.txt").write_text(f"{LINES * 3} FAIL")
    assert main(["read", "reports", "--format", "jsonl"]) == 3
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert "skipped reports/1.txt: bug: ZeroDivisionError: a bug, made for the test" in printed.err
    assert "Traceback" not in printed.err


def test_verbose_shows_the_traceback_of_a_fault(folder: Path, capsys: Printed) -> None:
    (folder / "1.txt").write_text(f"{LINES * 3} FAIL")
    assert main(["read", "reports/1.txt", "--verbose"]) == 3
    assert "    Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], "name an INPUT"),
        (["read", "a.txt", "--text", "words"], "exclude each other"),
        (["read", "--text", "words", "--date", "2024-13-01"], "'2024-13-01' is no date"),
        (["read", "--text", "words", "--date", "yesterday"], "as in 2024-02-08"),
        (["read", "a.txt", "--format", "xml"], "'xml' is not one of"),
        (["add", "a.txt"], "Missing option '--db'"),
        (["add", "--db", "a.db"], "Missing argument"),
        (["export", "a.db"], "Missing option '--to'"),
        (["export", "gone.db", "--to", "csv"], "there is no such collection"),
        (["export", "a.db", "--to", "csv", "--since", "soon"], "is no date"),
        (["runs", "gone.db"], "there is no such collection"),
        (["add", "a.txt", "--db", "no/such/folder/a.db"], "does not exist"),
        (["dance"], "No such command"),
        (["read", "--dance"], "No such option"),
    ],
)
def test_wrong_usage_gives_status_2_and_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert list(tmp_path.iterdir()) == []


def test_missing_weights_give_status_3(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    def fail(_self: Reader) -> None:
        raise WeightsError("the weights are not there: reinstall onrecord")

    monkeypatch.setattr("onrecord.run.reader.Reader.__init__", fail)
    assert main(["read", "--text", "words"]) == 3
    assert capsys.readouterr().err == "onrecord: the weights are not there: reinstall onrecord\n"


def test_an_unforeseen_failure_gives_status_3_and_one_line(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setattr("onrecord.run.inputs.gather", lambda *_, **__: 1 / 0)
    assert main(["read", "a.txt"]) == 3
    assert (
        capsys.readouterr().err
        == "onrecord: a fault of ours: ZeroDivisionError: division by zero (--verbose shows where)\n"
    )
    assert main(["read", "a.txt", "--verbose"]) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_add_reports_what_became_of_every_input(folder: Path, capsys: Printed) -> None:
    assert main(["add", "reports", "--db", "mine.db"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "added 3 · already there 0 · skipped 1 (1 empty) → mine.db",
        "the collection holds 3 reports with 6 events and 15 statements",
    ]
    assert "skipped reports/empty.txt: empty" in printed.err


def test_add_twice_changes_nothing_and_says_the_same_of_losses(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    with sqlite3.connect("mine.db") as connection:
        before = list(connection.iterdump())
    first = capsys.readouterr()
    assert main(["add", "reports", "--db", "mine.db"]) == 1
    again = capsys.readouterr()
    assert again.out.startswith("added 0 · already there 3 · skipped 1 (1 empty)")
    assert again.err == first.err
    with sqlite3.connect("mine.db") as connection:
        assert list(connection.iterdump()) == before


def test_add_gives_the_facts_to_every_report(folder: Path, capsys: Printed) -> None:
    main(["add", "reports/0.txt", "--db", "mine.db", "--url", "https://x.example/9", "-q"])
    assert main(["export", "mine.db", "--to", "jsonl", "-q"]) == 0
    (line,) = capsys.readouterr().out.splitlines()[2:]
    assert json.loads(line)["article"]["url"] == "https://x.example/9"


def test_export_csv_and_jsonl_to_a_file(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    capsys.readouterr()
    assert main(["export", "mine.db", "--to", "csv", "-o", "out.csv"]) == 0
    assert main(["export", "mine.db", "--to", "jsonl", "-o", "out.jsonl"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "6 events → out.csv\n3 reports → out.jsonl\n"
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 6
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    assert sorted(path.name for path in folder.parent.iterdir() if path.name.startswith(".")) == []


def test_export_takes_the_filters(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    capsys.readouterr()
    asked = ["--country", "IQ", "--kind", "drone-strike", "--since", "2025-03-01", "--until", "2025-03-31"]
    assert main(["export", "mine.db", "--to", "csv", *asked]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["kind"] for row in rows} == {"drone-strike"}
    assert len(rows) == 3


def test_a_failed_export_leaves_the_old_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    main(["add", "reports", "--db", "mine.db"])
    Path("out.csv").write_text("the old one")
    monkeypatch.setattr("onrecord.export.csv.row_of", lambda *_: 1 / 0)
    assert main(["export", "mine.db", "--to", "csv", "-o", "out.csv"]) == 3
    assert Path("out.csv").read_text() == "the old one"
    assert [path.name for path in Path().glob(".*")] == []


def test_an_export_into_a_missing_folder_is_wrong_usage(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    assert main(["export", "mine.db", "--to", "csv", "-o", "no/such/out.csv"]) == 2
    assert "does not exist" in capsys.readouterr().err


def test_runs_lists_what_was_read_and_what_was_passed_over(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    capsys.readouterr()
    assert main(["runs", "mine.db", "--skips"]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith("run 1  ")
    assert first.endswith("  complete  reports")
    assert "read 4 = added 3 + already there 0 + skipped 1" in second
    assert third == "    skipped reports/empty.txt: empty: 0 bytes, nothing in them"


def test_doctor_finds_a_sound_collection_well(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    capsys.readouterr()
    assert main(["doctor", "mine.db"]) == 0
    out = capsys.readouterr().out
    assert PRODUCER.weights in out
    assert "sound" in out
    assert "BAD" not in out


def test_doctor_names_what_is_wrong_with_a_collection(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    with sqlite3.connect("mine.db") as connection:
        connection.execute("DELETE FROM articles")
    capsys.readouterr()
    assert main(["doctor", "mine.db"]) == 1
    assert "BAD  integrity              a row of extractions points nowhere" in capsys.readouterr().out
    assert main(["doctor", "gone.db"]) == 1


def test_demo_makes_a_collection_of_the_bundled_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--no-browser"]) == 0
    out = capsys.readouterr().out
    assert "the collection holds" in out
    assert "disputed: the army says so; The militia denies it" in out
    assert "onrecord export demo.db --to csv -o events.csv" in out
    assert main(["demo"]) == 0
    assert "added 0" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_help_with_quiet_and_verbose(name: str, capsys: Printed) -> None:
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert "--quiet" in out
    assert "--verbose" in out


def test_help_names_every_command(capsys: Printed) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in ("add", "demo", "doctor", "export", "read", "runs"))


def python(code: str, *, pipe: bool = True) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    wanted = subprocess.PIPE if pipe else None
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=wanted, stderr=wanted, text=True, encoding="utf-8"
    )


def test_help_and_import_load_nothing_heavy() -> None:
    heavy = ["numpy", "onnxruntime", "torch", "sqlalchemy", "alembic", "trafilatura", "lxml", "rich", "asyncio"]
    code = f"import sys, onrecord.cli; onrecord.cli.main(['--help']); print([m for m in {heavy} if m in sys.modules])"
    out, _ = python(code).communicate()
    assert out.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="counts the processor time of children")
@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["add", "--help"]])
def test_help_answers_within_150_milliseconds_of_processor_time(arguments: list[str]) -> None:
    def processor_time() -> float:
        import resource

        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        python(f"from onrecord.cli import main; main({arguments})").communicate()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    assert any(processor_time() < 0.150 for _ in range(9))


def test_output_is_utf_8_whatever_the_locale_says() -> None:
    code = "import sys; from onrecord.cli import main; sys.argv[0] = 'x'; main(['dance 🙂 علي'])"
    process = python(f"import sys; sys.stderr.reconfigure(encoding='ascii', errors='strict'); {code}")
    assert "No such command 'dance 🙂 علي'" in process.communicate()[1]


def test_a_folder_is_no_file_to_write(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    assert main(["export", "mine.db", "--to", "csv", "-o", "reports"]) == 2
    assert "reports: is a folder" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(folder: Path, capsys: Printed) -> None:
    main(["add", "reports", "--db", "mine.db"])
    capsys.readouterr()
    too_long = "x" * 300
    assert main(["export", "mine.db", "--to", "csv", "-o", too_long]) == 2
    assert "File name too long" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX systems")
def test_a_pipe_is_written_to_and_not_replaced(folder: Path) -> None:
    main(["add", "reports", "--db", "mine.db"])
    os.mkfifo("pipe")
    reader = subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, text=True)
    assert main(["export", "mine.db", "--to", "jsonl", "-o", "pipe"]) == 0
    out, _ = reader.communicate(timeout=20)
    assert len(out.splitlines()) == 3
    assert Path("pipe").is_fifo()


def test_a_closed_pipe_is_no_error() -> None:
    code = "import sys; from onrecord.cli import main\nfor _ in range(9): status = main(['--help'])\nsys.exit(status)"
    process = python(f"import time; time.sleep(0.3)\n{code}")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait() == 0
    assert process.stderr.read() == ""


SLOW_ADD = """
import dataclasses, sys, time
from handmade import fake_stages
from onrecord.core.annotations import Annotations
from onrecord.cli import main
from onrecord.run import adding, reader
def slowly(_):
    time.sleep(0.02)
    return Annotations(sentences=())
stages = dataclasses.replace(fake_stages(), annotate=slowly)
reader.Reader.__init__ = lambda self: setattr(self, "_stages", stages)
adding.Adding.__init__.__kwdefaults__["shard_size"] = 8
print("ready", flush=True)
sys.exit(main(["add", "many", "--db", "mine.db"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_add_cleanly_and_the_same_command_goes_on(
    folder: Path, number: signal.Signals, status: int
) -> None:
    many = folder.parent / "many"
    many.mkdir()
    for one in range(80):
        (many / f"{one:03}.txt").write_text(f"{LINES} Nr {one}")
    process = python(SLOW_ADD)
    assert process.stdout is not None
    process.stdout.readline()
    wait_for(lambda: count_shards(Path("mine.db")) >= 1)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert "are done and safe; the same command goes on from there" in err
    assert "Traceback" not in err
    assert out == ""
    assert 1 <= count_shards(Path("mine.db")) < 10
    out, _ = python(SLOW_ADD).communicate()
    assert "the collection holds 80 reports" in out
    assert count_shards(Path("mine.db")) == 10


def count_shards(place: Path) -> int:
    if not place.exists():
        return 0
    connection = sqlite3.connect(place)
    try:
        (number,) = connection.execute("SELECT count(*) FROM shards").fetchone()
    except sqlite3.OperationalError:
        return 0
    else:
        return int(number)
    finally:
        connection.close()


def wait_for(condition: Callable[[], bool], *, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)
