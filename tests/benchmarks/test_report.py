"""The table of results."""

import io
from pathlib import Path

import pytest
from benchmarks.command import Result
from benchmarks.report import FIGURES, HEAD, LOWERED, RESULTS, add_line, main, rows_of, this_machine, with_rows

PAGE = "\n".join(["# Results", "", FIGURES, "", *HEAD, "", "## What people reach", "", "| a | b |", "|---|---|", ""])
NAMES = Result(
    "names", "dev", {"re3d": "a" * 64, "wnut17": "b" * 64}, "w" * 64, "c0ffee", {"re3d_f1": 71.5, "all_f1": 60.0}, 2.0
)


def test_a_row_names_all_that_it_takes_to_measure_again() -> None:
    first, second = rows_of(NAMES, "two cores 🕊")
    assert first.line() == (
        "| names.re3d_f1 | spans and types, strict (conlleval) | re3d aaaaaaaaaaaa | dev | wwwwwwwwwwww | c0ffee |"
        " two cores 🕊 | 71.5 |"
    )
    assert second.corpus == "re3d aaaaaaaaaaaa, wnut17 bbbbbbbbbbbb"


def test_special_options_and_notes_are_part_of_the_metric() -> None:
    told = Result("attribution", "dev", {"polnear": "a"}, "w", "c", {"cue_exact_f1": 1.0}, 0.0, {"through": "product"})
    (row,) = rows_of(told, "m", note="علي")
    assert row.metric == "attribution.cue_exact_f1 (through=product, علي)"


def test_rows_go_into_the_table_of_figures_and_nothing_else_moves() -> None:
    page = with_rows(PAGE, rows_of(NAMES, "m"))
    lines = page.splitlines()
    assert [line for line in lines if line not in PAGE.splitlines()] == [
        row.line() for row in sorted(rows_of(NAMES, "m"), key=lambda row: row.metric)
    ]
    assert page.endswith("| a | b |\n|---|---|\n")


def test_writing_twice_changes_nothing() -> None:
    once = with_rows(PAGE, rows_of(NAMES, "m"))
    assert with_rows(once, rows_of(NAMES, "m")) == once


def test_the_same_metric_with_other_weights_is_a_row_of_its_own() -> None:
    other = Result("names", "dev", NAMES.corpora, "v" * 64, "c0ffee", {"re3d_f1": 72.0}, 2.0)
    page = with_rows(with_rows(PAGE, rows_of(NAMES, "m")), rows_of(other, "m"))
    assert page.count("names.re3d_f1") == 2


def test_a_page_without_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        with_rows("# Results\n", rows_of(NAMES, "m"))


def test_a_row_that_somebody_broke_is_refused() -> None:
    with pytest.raises(ValueError, match="cells"):
        with_rows(PAGE.replace(HEAD[1], f"{HEAD[1]}\n| by hand | 99 |"), rows_of(NAMES, "m"))


def test_a_line_is_added_at_the_end_of_its_section(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    path.write_text(f"# Results\n\n{LOWERED}\n\nWritten by the gate.\n\n## More\n", encoding="utf-8")
    add_line(path, LOWERED, "- one")
    add_line(path, LOWERED, "- two")
    assert "Written by the gate.\n- one\n- two\n\n## More\n" in path.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="no section"):
        add_line(path, "## Other", "- three")


def test_the_command_reads_lines_from_standard_input_and_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, lines = tmp_path / "RESULTS.md", tmp_path / "lines.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    lines.write_text(f"{NAMES.line()}\n\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(NAMES.line().replace("71.5", "72.5")))
    assert main(["--results", str(page), str(lines)]) == 0
    assert "| 71.5 |" in page.read_text(encoding="utf-8")
    assert main(["--results", str(page), "--machine", "here"]) == 0
    assert "| here | 72.5 |" in page.read_text(encoding="utf-8")
    assert "2 figures written" in capsys.readouterr().out


def test_what_is_no_benchmark_line_is_refused_and_the_page_stays(tmp_path: Path) -> None:
    page, lines = tmp_path / "RESULTS.md", tmp_path / "lines.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    lines.write_text('{"task": "names"}\n', encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["--results", str(page), str(lines)])
    assert page.read_text(encoding="utf-8") == PAGE


def test_the_projects_own_page_has_the_table_and_the_section() -> None:
    page = RESULTS.read_text(encoding="utf-8")
    assert with_rows(page, []) == page
    assert LOWERED in page.splitlines()


def test_the_machine_is_told_with_its_cores() -> None:
    assert this_machine().endswith("cores")
