"""Broken lines become whole again, and lines that belong apart stay apart."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.lines import is_rule, logical_lines

PARAGRAPHS = (
    "Two soldiers were killed and a third was wounded when a mine went off under their lorry near Tal Nour on Monday, "
    "the army said in a statement.",
    "Colonel محمد العلي, who commands the sector, said that an Iran-aligned group had laid the mine; residents of the "
    "town blamed smugglers instead. 🕊️",
    "“We heard one blast, and then nothing for an hour,” said Omar Aziz, a farmer who lives beside the river and whose "
    "sons had passed on the same road in the morning.",
)


def texts(text: str) -> list[str]:
    return [line.text for line in logical_lines(text)]


@pytest.mark.parametrize("width", [40, 55, 64, 72, 80, 100, 118])
def test_paragraphs_broken_to_a_column_are_whole_again(width: int) -> None:
    broken = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert texts(broken) == list(PARAGRAPHS)


def test_a_short_line_under_the_column_stays_apart() -> None:
    broken = "Mine kills two near Tal Nour\n" + textwrap.fill(PARAGRAPHS[0], 72)
    assert texts(broken) == ["Mine kills two near Tal Nour", PARAGRAPHS[0]]


def test_ragged_lines_broken_by_hand_are_joined() -> None:
    broken = (
        "Two soldiers were killed and a third was wounded\nwhen a mine went off under their lorry near\n"
        "Tal Nour on Monday, the army said in a\nstatement."
    )
    assert texts(broken) == [PARAGRAPHS[0]]


def test_the_labels_of_a_toolbar_are_not_joined() -> None:
    assert texts("copy short url\nprint\nemail\n+ A\nA -\n\n" + PARAGRAPHS[0]) == [
        "copy short url", "print", "email", "+ A", "A -", PARAGRAPHS[0],
    ]  # fmt: skip


def test_paragraphs_of_one_line_each_are_not_joined() -> None:
    assert texts("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_short_sentences_on_lines_of_their_own_are_not_joined() -> None:
    lines = ["Two people were killed in Tal Nour.", "The army denied it.", "Nobody has claimed the blast so far."]
    assert texts("\n".join(lines)) == lines


def test_a_compound_broken_at_its_hyphen_keeps_it_without_a_space() -> None:
    broken = "Residents of the town of Tal Nour said that an Iran-\naligned group had laid the mine in the night."
    assert texts(broken) == [broken.replace("\n", "")]


def test_a_dash_at_the_end_of_a_line_keeps_its_space() -> None:
    broken = "Residents of the town said that two of the soldiers -\nboth conscripts - had died in the blast there."
    assert texts(broken) == [broken.replace("\n", " ")]


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "Two soldiers were killed there on Monday.\n  The army blamed smugglers for it."
    assert texts(text) == ["Two soldiers were killed there on Monday.", "The army blamed smugglers for it."]


def test_items_of_a_list_stay_apart_in_a_wrapped_text() -> None:
    text = (
        textwrap.fill(PARAGRAPHS[0], 60)
        + "\n\nProvisional toll of the blast at the bridge over the river:\n"
        + "- two soldiers dead, both of them conscripts from the town;\n- one lorry lost."
    )
    assert texts(text)[-2:] == ["- two soldiers dead, both of them conscripts from the town;", "- one lorry lost."]


def test_a_rule_under_a_headline_is_not_joined_to_it() -> None:
    text = "Mine kills two soldiers near Tal Nour in the north\n" + "=" * 50 + "\n\n" + textwrap.fill(PARAGRAPHS[0], 50)
    assert texts(text) == ["Mine kills two soldiers near Tal Nour in the north", "=" * 50, PARAGRAPHS[0]]


@pytest.mark.parametrize("rule", ["====", "-----", "* * *", "___", "|---|---|", "· · ·", "—"])
def test_a_drawn_line_is_a_rule(rule: str) -> None:
    assert is_rule(rule)


@pytest.mark.parametrize("line", ["", "...", "- A", "🔥", "5", "A – B", "?!"])
def test_a_written_line_is_no_rule(line: str) -> None:
    assert not is_rule(line)


WORDS = st.lists(
    st.sampled_from("the army said two men from Nour were killed near a mill by gunfire late محمد river".split()),
    min_size=30,
    max_size=60,
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(45, 110))
def test_reading_does_not_depend_on_where_lines_were_broken(paragraphs: list[list[str]], width: int) -> None:
    whole = [" ".join(words) + "." for words in paragraphs]
    broken = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in whole)
    assert texts(broken) == whole


@given(st.text(alphabet=st.sampled_from("ab A.-\n:🕊م"), max_size=300))
def test_no_visible_character_is_lost_or_added(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())
