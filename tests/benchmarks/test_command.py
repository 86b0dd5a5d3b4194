"""The door of all benchmarks: arguments, one line, exit status."""

import argparse
import json
import subprocess
from pathlib import Path

import pytest
from benchmarks.command import Benchmark, Figures, NoDataError, Request, Result, commit, main, measured
from benchmarks.corpora import Corpus

from onrecord.core.errors import WeightsError


def _measure(request: Request) -> Figures:
    if request.options.broken:
        raise WeightsError("the weights are not there: build them with training/recipe.sh")
    return {"n_files": float(len(request.files["made-up"]))}


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--broken", action="store_true")
    parser.add_argument("--through", default="annotator")


BENCHMARK = Benchmark(
    "made_up",
    (Corpus("made-up", "https://example.org/made-up", {"dev": ("made/*.txt",)}),),
    _measure,
    _options,
    ("through",),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "made").mkdir()
    for name, text in (("a", "🕊"), ("b", "علي")):
        (tmp_path / f"made/{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_standard_output_is_one_line_with_the_agreed_fields(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(BENCHMARK, ["--data", str(data)]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    line = json.loads(printed.out)
    assert set(line) == {"task", "split", "corpora", "weights", "commit", "figures", "seconds", "options"}
    assert line["task"] == "made_up"
    assert line["split"] == "dev"
    assert line["figures"] == {"n_files": 2.0}
    assert line["weights"] == "none"  # nothing was loaded
    assert len(line["corpora"]["made-up"]) == 64
    assert "n_files" in printed.err


def test_json_leaves_standard_error_empty(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(BENCHMARK, ["--data", str(data), "--json"])
    assert capsys.readouterr().err == ""


def test_options_that_change_the_meaning_are_part_of_the_line(data: Path) -> None:
    assert measured(BENCHMARK, ["--data", str(data), "--through", "product"]).options == {"through": "product"}


def test_the_environment_names_the_folder_where_no_argument_does(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(data))
    assert measured(BENCHMARK).figures == {"n_files": 2.0}


def test_without_data_it_says_what_to_get_and_from_where(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ONRECORD_DATA", raising=False)
    assert main(BENCHMARK, []) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "ONRECORD_DATA" in printed.err
    assert "made/*.txt" in printed.err
    assert "https://example.org/made-up" in printed.err


def test_a_split_that_a_corpus_does_not_have_is_no_data(data: Path) -> None:
    with pytest.raises(NoDataError, match="no test part exists"):
        measured(BENCHMARK, ["--data", str(data), "--split", "test"])


def test_missing_weights_are_told_and_are_no_figures(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(BENCHMARK, ["--data", str(data), "--broken"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "recipe.sh" in printed.err


def test_a_line_that_was_written_is_read_back_the_same() -> None:
    result = Result("names", "dev", {"علي": "0"}, "w", "c", {"f1": 1.5}, 0.1, {"through": "product"})
    assert Result.of_line(result.line()) == result


@pytest.mark.parametrize("line", ["not json", '{"task": "names"}', '{"unknown": 1}', "[]"])
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|benchmark's line"):
        Result.of_line(line)


def test_the_commit_is_unknown_outside_a_checkout(tmp_path: Path) -> None:
    assert commit(tmp_path) == "unknown"


def test_the_commit_of_a_changed_checkout_is_marked(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Ali", "-c", "user.email=ali@example.org")
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    git("init")
    (tmp_path / "src").mkdir()
    (tmp_path / "src/one.py").write_text("1")
    git("add", "src")
    git("commit", "-m", "one")
    clean = commit(tmp_path)
    assert len(clean) == 12
    (tmp_path / "src/one.py").write_text("2")
    assert commit(tmp_path) == f"{clean}+"
