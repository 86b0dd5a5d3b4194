"""The gate with invented figures."""

import json
from pathlib import Path

import pytest
from benchmarks.command import NoDataError, Result
from benchmarks.floors import Floor, TaskFloors, read_floors, write_floors
from benchmarks.gate import GATED, Book, Gated, Measure, main, shipped

from onrecord.core.errors import WeightsError

DIGEST = {"pages": "a" * 64}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path / "floors.json", tmp_path / "RESULTS.md")
    write_floors(book.floors, {"pages": TaskFloors(DIGEST, {"f1": Floor(90.0, 0.5, "first")})})
    book.results.write_text("# Results\n\n## Lowered floors\n\nThe gate writes these.\n\n## More\n", encoding="utf-8")
    return book


def only_pages(figure: float, digest: str = "a" * 64) -> Measure:
    def measure(gated: Gated) -> Result:
        if gated is not GATED["pages"]:
            raise NoDataError(f"no dev data: get {gated.benchmark.corpora[0].source}")
        return Result("pages", "dev", {"pages": digest}, "none", "c0ffee", {"f1": figure}, 0.1)

    return measure


def test_figures_at_their_floors_pass_and_tasks_without_data_are_named(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], measure=only_pages(89.5), book=book) == 0
    printed = capsys.readouterr()
    assert "the gate holds: pages" in printed.out
    assert "left out: names" in printed.err
    assert "left out: attribution" in printed.err


def test_a_figure_below_its_floor_fails(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], measure=only_pages(89.4), book=book) == 1
    assert "FAILED pages.f1" in capsys.readouterr().err


def test_a_changed_corpus_fails(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], measure=only_pages(95.0, "b" * 64), book=book) == 1
    assert "not the corpus" in capsys.readouterr().err


def test_a_run_without_flags_changes_no_file(book: Book) -> None:
    before = (book.floors.read_bytes(), book.results.read_bytes())
    main([], measure=only_pages(95.0), book=book)
    main([], measure=only_pages(5.0), book=book)
    assert (book.floors.read_bytes(), book.results.read_bytes()) == before


def test_raise_moves_the_floor_up_and_leaves_the_results_alone(book: Book) -> None:
    assert main(["--raise"], measure=only_pages(95.0), book=book) == 0
    assert read_floors(book.floors)["pages"].figures["f1"].floor == 95.0
    assert "→" not in book.results.read_text()


def test_raise_does_not_hide_a_fall(book: Book) -> None:
    assert main(["--raise"], measure=only_pages(80.0), book=book) == 1
    assert read_floors(book.floors)["pages"].figures["f1"].floor == 90.0


def test_raise_on_another_corpus_is_refused(book: Book) -> None:
    with pytest.raises(SystemExit):
        main(["--raise"], measure=only_pages(95.0, "b" * 64), book=book)
    assert read_floors(book.floors)["pages"].figures["f1"].floor == 90.0


def test_lowering_needs_a_reason(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--lower", "pages.f1"], measure=only_pages(80.0), book=book)
    assert stopped.value.code == 2
    assert "--because" in capsys.readouterr().err
    assert read_floors(book.floors)["pages"].figures["f1"].floor == 90.0


def test_lowering_with_a_reason_moves_the_floor_and_adds_a_line(book: Book) -> None:
    arguments = ["--lower", "pages.f1", "--because", "captions are left out 🕊"]
    assert main(arguments, measure=only_pages(80.0), book=book) == 0
    assert read_floors(book.floors)["pages"].figures["f1"] == Floor(80.0, 0.5, "captions are left out 🕊")
    section = book.results.read_text(encoding="utf-8").split("## Lowered floors")[1].split("## More")[0]
    assert "`pages.f1`: 90 → 80, because captions are left out 🕊" in section
    assert main([], measure=only_pages(80.0), book=book) == 0


def test_a_floor_that_holds_is_not_lowered(book: Book) -> None:
    with pytest.raises(SystemExit):
        main(["--lower", "pages.f1", "--because", "to be safe"], measure=only_pages(91.0), book=book)
    assert read_floors(book.floors)["pages"].figures["f1"].floor == 90.0


@pytest.mark.parametrize("key", ["f1", "pages", "books.f1", "pages.f2"])
def test_only_a_floor_that_is_there_can_be_lowered(key: str, book: Book) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--lower", key, "--because", "why"], measure=only_pages(80.0), book=book)
    assert stopped.value.code == 2


def test_another_corpus_is_taken_with_a_reason_and_a_line(book: Book) -> None:
    arguments = ["--corpus", "pages", "--because", "ten pages more"]
    assert main(arguments, measure=only_pages(85.0, "b" * 64), book=book) == 0
    assert read_floors(book.floors)["pages"].corpora == {"pages": "b" * 64}
    assert "90 → 85, because ten pages more" in book.results.read_text(encoding="utf-8")


def test_missing_weights_are_no_pass(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    def measure(gated: Gated) -> Result:
        raise WeightsError("no weights: build them")

    assert main([], measure=measure, book=book) == 2
    assert "build them" in capsys.readouterr().err


def test_only_measures_the_tasks_that_are_named(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "pages"], measure=only_pages(90.0), book=book) == 0
    assert "left out" not in capsys.readouterr().err


def test_every_gated_task_takes_its_arguments() -> None:
    for gated in GATED.values():
        gated.benchmark.parser().parse_args(["--split=dev", "--json", *gated.arguments])


def test_the_floors_of_the_project_are_those_of_gated_tasks() -> None:
    assert set(read_floors(Book().floors)) <= set(GATED)
    assert json.loads(Book().floors.read_text(encoding="utf-8")) is not None


def test_without_data_the_pages_of_the_project_are_still_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_DATA", raising=False)
    result = shipped(GATED["pages"])
    assert result.figures.keys() == {"f1", "precision", "recall"}
    assert failures_of_corpora(result) == []
    with pytest.raises(NoDataError, match="ONRECORD_DATA"):
        shipped(GATED["names"])


def failures_of_corpora(result: Result) -> list[str]:
    """The corpora of a result that the project's floors were not measured on."""
    known = read_floors(Book().floors)[result.task].corpora
    return [name for name, digest in result.corpora.items() if known[name] != digest]


def test_a_task_with_floors_that_measures_something_else_is_told(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(gated: Gated) -> Result:
        if gated is not GATED["pages"]:
            raise NoDataError("none")
        return Result("pages", "dev", dict(DIGEST), "none", "c0ffee", {"precision": 99.0}, 0.1)

    assert main([], measure=measure, book=book) == 1
    printed = capsys.readouterr().err
    assert "pages.precision: measured, but has no floor" in printed
    assert "pages.f1: has a floor of 90, but was not measured" in printed


def test_nothing_measured_is_said_and_is_no_failure(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    def measure(gated: Gated) -> Result:
        raise NoDataError("none")

    assert main([], measure=measure, book=book) == 0
    assert "nothing measured" in capsys.readouterr().out
