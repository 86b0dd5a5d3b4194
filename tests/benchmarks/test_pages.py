"""Pages: shingles and averages as the public benchmark counts them."""

import gzip
import json
from pathlib import Path

import pytest
from benchmarks.command import measured
from benchmarks.pages import PAGES, PageScore, averages, page_score, page_text, shingles


def test_a_shingle_is_four_words_in_a_row_and_repeats_count() -> None:
    bag = shingles("a b c d a b c d")
    assert bag[("a", "b", "c", "d")] == 2
    assert bag.total() == 5


def test_marks_and_line_breaks_do_not_make_words_and_arabic_does() -> None:
    assert shingles("علي said:\n“We left 🕊!”") == shingles("علي said We left")


def test_a_short_text_is_one_shingle_and_one_without_words_has_none() -> None:
    assert list(shingles("one two")) == [("one", "two")]
    assert not shingles("🕊 …")


def test_a_page_of_a_worked_example() -> None:
    # Gold a…f has the shingles abcd, bcde, cdef; extracted b…g has bcde, cdef, defg.
    assert page_score("a b c d e f", "b c d e f g") == PageScore(right=2, wrong=1, missed=1)


def test_a_shingle_extracted_twice_is_right_once() -> None:
    assert page_score("a b c d", "a b c d. a b c d") == PageScore(right=1, wrong=4, missed=0)


def test_precision_and_recall_are_averaged_over_pages_and_f1_taken_of_the_averages() -> None:
    figures = averages([PageScore(1, 0, 0), PageScore(1, 1, 3)])
    assert figures == {"precision": 75.0, "recall": 62.5, "f1": 68.18}  # 2 · .75 · .625 / 1.375


def test_a_page_for_which_nothing_was_extracted_lowers_recall_and_not_precision() -> None:
    assert averages([PageScore(1, 0, 0), PageScore(0, 0, 4)]) == {"precision": 100.0, "recall": 50.0, "f1": 66.67}


def test_a_page_without_text_lowers_precision_and_not_recall() -> None:
    assert averages([PageScore(1, 0, 0), PageScore(0, 4, 0)]) == {"precision": 50.0, "recall": 100.0, "f1": 66.67}


def test_without_any_text_there_is_nothing_to_average() -> None:
    with pytest.raises(ValueError, match="nothing to average"):
        averages([PageScore(0, 0, 3)])


def test_every_page_of_the_ground_truth_is_read_and_scored(tmp_path: Path) -> None:
    paragraphs = [
        "A mortar killed two men near Tal Nour on Monday, said علي حسن 🕊 of the relief service.",
        "The bridge to the town has been closed since dawn, and lorries wait on both sides of it.",
        "Nobody has claimed the attack, which came a week after talks between both parties ended.",
    ]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Fire</h1>{body}</article></body></html>"
    (tmp_path / "pages/html").mkdir(parents=True)
    truth = {"one": {"articleBody": "\n".join(paragraphs), "url": "https://example.org/one"}}
    (tmp_path / "pages/ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    (tmp_path / "pages/html/one.html.gz").write_bytes(gzip.compress(page.encode()))
    result = measured(PAGES, ["--data", str(tmp_path), "--split", "test"])
    assert result.figures["recall"] == 100.0
    assert result.weights == "none"


def test_a_page_on_which_nothing_can_be_read_gives_no_text() -> None:
    assert page_text(b"", None) == ""


def test_the_headline_is_no_part_of_the_body() -> None:
    body = "A mortar killed two men near Tal Nour on Monday, said علي حسن 🕊 of the relief service. " * 4
    page = f"<html><body><article><h1>Fire at the bridge</h1><p>{body}</p></article></body></html>"
    read = page_text(page.encode(), None)
    assert "mortar" in read
    assert "bridge" not in read
