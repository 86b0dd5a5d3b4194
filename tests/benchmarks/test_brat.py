"""Stand-off files of attributions."""

from pathlib import Path

import pytest
from benchmarks.brat import AttributionParts, parse_attributions, read_attributed_texts

LINES = [
    "T1\tSource 0 3\tعلي",
    "T2\tCue 4 8\tsaid",
    "T3\tContent 9 12;20 24\tone two",
    "T4\tAttribution 4 8\tsaid",
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
]


def test_a_relation_joins_the_stretches_of_its_roles() -> None:
    assert parse_attributions(LINES, 30) == (AttributionParts(((0, 3),), ((4, 8),), ((9, 12), (20, 24))),)


def test_two_stretches_of_one_role_are_parts_of_one() -> None:
    lines = [*LINES[:4], "T5\tContent 14 16\t🕊", "E1\tContent2:T5 Content:T3 Cue:T2"]
    assert parse_attributions(lines, 30)[0].content == ((9, 12), (14, 16), (20, 24))


def test_an_attribution_without_a_source_has_none() -> None:
    assert parse_attributions([*LINES, "E2\tAttribution-no-source:T4 Cue:T2 Content:T3"], 30)[1].source == ()


def test_a_role_that_the_file_lacks_is_left_empty() -> None:
    assert parse_attributions([*LINES[1:]], 30)[0].source == ()


def test_words_that_run_on_over_a_line_break_are_passed_over() -> None:
    assert len(parse_attributions([*LINES, "T-shirts sold", "", "#1\tAnnotatorNotes T1\tsic"], 30)) == 1


def test_a_stretch_past_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="T3 reaches past"):
        parse_attributions(LINES, 23)


def test_a_text_is_read_as_its_first_annotator_did_it_and_without_one_not_at_all(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    text = "علي said 🕊 one and two and more\r\n"
    for name in ("told", "untold"):
        (tmp_path / f"text/{name}.txt").write_bytes(text.encode())
    (tmp_path / "attributions/told_b.ann").write_text("", encoding="utf-8")
    (tmp_path / "attributions/told_a.ann").write_text("\n".join(LINES), encoding="utf-8")
    (one,) = read_attributed_texts(tmp_path)
    assert one.name == "told"
    assert one.text == text  # line ends stay as they are, for offsets count them
    assert len(one.attributions) == 1
