"""Floors: what fails, and how they move."""

import json
from pathlib import Path

import pytest
from benchmarks.command import Result
from benchmarks.floors import Floor, TaskFloors, failures, lowered, raised, read_floors, rebased, write_floors

FLOORS = TaskFloors({"re3d": "a" * 64, "wnut17": "b" * 64}, {"re3d_f1": Floor(70.0, 1.5, "first weights")})


def result(figure: float, **corpora: str) -> Result:
    digests = corpora or dict(FLOORS.corpora)
    return Result("names", "dev", digests, "w", "c", {"re3d_f1": figure}, 1.0)


@pytest.mark.parametrize("figure", [80.0, 70.0, 68.5])
def test_a_figure_down_to_floor_less_margin_holds(figure: float) -> None:
    assert failures("names", FLOORS, result(figure)) == []


def test_a_figure_below_floor_less_margin_fails_and_says_what_it_fell_below() -> None:
    (line,) = failures("names", FLOORS, result(68.49))
    assert "names.re3d_f1" in line
    assert "68.49 is below 70 − 1.5" in line
    assert "first weights" in line


def test_another_corpus_fails_however_good_the_figure_is() -> None:
    (line,) = failures("names", FLOORS, result(99.0, re3d="c" * 64, wnut17="b" * 64))
    assert "re3d is not the corpus" in line
    assert "--corpus names" in line


def test_a_figure_that_was_not_measured_fails_where_all_corpora_are_there() -> None:
    empty = Result("names", "dev", dict(FLOORS.corpora), "w", "c", {}, 1.0)
    assert "was not measured" in failures("names", FLOORS, empty)[0]


def test_a_figure_of_an_absent_corpus_is_not_judged() -> None:
    absent = Result("names", "dev", {"wnut17": "b" * 64}, "w", "c", {}, 1.0)
    assert failures("names", FLOORS, absent) == []


def test_a_figure_without_a_floor_fails() -> None:
    unguarded = Result("names", "dev", dict(FLOORS.corpora), "w", "c", {"re3d_f1": 71.0, "new_f1": 3.0}, 1.0)
    assert "new_f1: measured, but has no floor" in failures("names", FLOORS, unguarded)[0]


def test_raising_moves_up_and_never_down() -> None:
    assert raised(FLOORS, result(75.0), "better").figures["re3d_f1"] == Floor(75.0, 1.5, "better")
    assert raised(FLOORS, result(69.0), "worse").figures["re3d_f1"] == FLOORS.figures["re3d_f1"]


def test_raising_gives_a_new_figure_a_floor() -> None:
    made = raised(None, result(42.0), "first")
    assert made.figures == {"re3d_f1": Floor(42.0, 1.0, "first")}
    assert made.corpora == FLOORS.corpora


def test_a_figure_without_weights_has_the_narrower_margin() -> None:
    by_rules = Result("pages", "dev", {"pages": "a"}, "none", "c", {"f1": 93.0}, 1.0)
    assert raised(None, by_rules, "first").figures == {"f1": Floor(93.0, 0.2, "first")}


def test_raising_on_another_corpus_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing was raised"):
        raised(FLOORS, result(75.0, re3d="c" * 64), "better")


def test_lowering_moves_one_floor_down_for_a_reason() -> None:
    assert lowered(FLOORS, "re3d_f1", 60.0, "int8").figures["re3d_f1"] == Floor(60.0, 1.5, "int8")


@pytest.mark.parametrize(
    ("key", "figure", "reason", "message"),
    [
        ("re3d_f1", 60.0, " ", "only for a reason"),
        ("re3d_f1", 70.0, "int8", "not below its floor"),
        ("other_f1", 60.0, "int8", "no floor to lower"),
    ],
)
def test_lowering_is_refused(key: str, figure: float, reason: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        lowered(FLOORS, key, figure, reason)


def test_other_corpora_are_taken_with_their_figures_for_a_reason() -> None:
    other = result(50.0, re3d="c" * 64)
    made = rebased(FLOORS, other, "a second release 🕊")
    assert made.corpora == {"re3d": "c" * 64, "wnut17": "b" * 64}
    assert made.figures["re3d_f1"] == Floor(50.0, 1.5, "a second release 🕊")
    with pytest.raises(ValueError, match="only for a reason"):
        rebased(FLOORS, other, "")


def test_floors_that_were_written_are_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = {"names": FLOORS, "علي 🕊": TaskFloors({}, {})}
    write_floors(path, floors)
    assert read_floors(path) == floors


@pytest.mark.parametrize(
    "figures", [{"f1": {"floor": 1.0}}, {"f1": {"floor": 1.0, "margin": 0.5, "reason": ""}}], ids=["margin", "reason"]
)
def test_a_floor_without_margin_or_reason_is_refused(figures: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"names": {"corpora": {}, "figures": figures}}))
    with pytest.raises(ValueError, match="names"):
        read_floors(path)
