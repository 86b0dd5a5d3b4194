"""Labels to spans by the definition of conlleval, and files of columns."""

from pathlib import Path

import pytest
from benchmarks.columns import read_columns, spans_of_labels


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ("O O", []),
        ("B-per I-per O", [(0, 2, "per")]),
        ("B-per B-per", [(0, 1, "per"), (1, 2, "per")]),
        ("O I-loc I-loc", [(1, 3, "loc")]),  # I- after O begins a span
        ("B-per I-loc", [(0, 1, "per"), (1, 2, "loc")]),  # I- of another type does too
        ("I-loc B-loc I-loc", [(0, 1, "loc"), (1, 3, "loc")]),
        ("B-creative-work I-creative-work", [(0, 2, "creative-work")]),  # types may hold hyphens
    ],
)
def test_spans_are_those_of_conlleval(labels: str, spans: list[tuple[int, int, str]]) -> None:
    assert spans_of_labels(labels.split()) == spans


@pytest.mark.parametrize("label", ["X-per", "B", "O-per", ""])
def test_a_label_of_another_scheme_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match="neither O nor B-"):
        spans_of_labels(["O", label])


def test_sentences_are_parted_by_blank_lines_and_by_lines_of_a_tab(tmp_path: Path) -> None:
    path = tmp_path / "made.conll"
    path.write_text("علي\tB-per\nleft 🕊\tO\n\t\n\nHatra\tB-loc\r\n", encoding="utf-8")
    first, second = read_columns(path)
    assert first.words == ("علي", "left 🕊")
    assert first.spans == [(0, 1, "per")]
    assert second.spans == [(0, 1, "loc")]


def test_a_word_without_a_label_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "made.conll"
    path.write_text("Ali\tO\nleft\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_columns(path)
