import dataclasses
import datetime as dt

import pytest
from handmade import TITLE, article, extraction_of, words
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import DateInterval, DayPart, Precision
from onrecord.core.extraction import Event, Extraction, Source, Statement, Toll
from onrecord.core.ontology import Act, Harm, Polarity, Realis
from onrecord.export.cards import _ACT_WORDS, card, count_in_words, days_in_words
from onrecord.export.chain import chain_of, said_by, speaker_of
from onrecord.export.layout import Piece, Style, cell_width, plain, shown, wrapped
from onrecord.export.listing import contradiction, listing

WHOLE = """\
Drone strike hits depot near Sinjar 🔥
Ashur Daily – آشور · Nour Aziz · AFP · published 2025-03-04 (json-ld) · https://ashur.example/a1

EVENTS
e1  drone-strike  ASSAULT  “drone strike”
    target      “a depot”
    victim      The militia  “fighters” (from another sentence)
    with        “drone”
    where       Sinjar (Nineveh, IQ), city  “Sinjar”
    when        2025-03-03, night  “Monday night”
    killed      at least 2  “at least two fighters”  (combatant)
    on the word the army says (s1)
                The militia denies (s4)

e2  march  PROTEST  “marched”  (background)
    who         “hundreds of people”
    where       “the old market”  ? not a name
    when        ? not stated
    on the word Ashur Daily – آشور, in its own voice

WHO SAYS SO
  s0  Ashur Daily – آشور, in its own voice · on e2
      s1  the army says: “A drone strike on a depot near Sinjar killed at least two fighters on
          Monday night” · on e1
      s2  Ashur news agency reports: “We saw the flames from the ridge”, said Yusuf al-Hadi (يوسف
          الهادي)
          s3  Yusuf al-Hadi says: “We saw the flames from the ridge” · at “the ridge” · via Ashur
              news agency
      s4  The militia denies: “that any of its men had died” · about the army · said “Monday night”
          · on e1
    passed over too-long-a-sentence: one sentence was cut
"""


def text_of(extraction: Extraction, *, width: int = 100) -> str:
    return plain(card(extraction, width=width))


def changed(**changes: object) -> Extraction:
    """The handmade extraction with its first event changed."""
    extraction = extraction_of(article())
    return dataclasses.replace(
        extraction, events=(dataclasses.replace(extraction.events[0], **changes), *extraction.events[1:])
    )


def with_statement(position: int, **changes: object) -> Extraction:
    extraction = extraction_of(article())
    statements = list(extraction.statements)
    statements[position] = dataclasses.replace(statements[position], **changes)
    return dataclasses.replace(extraction, statements=tuple(statements))


def test_the_card_of_the_handmade_report_reads_as_a_person_would_write_it() -> None:
    assert text_of(extraction_of(article())) == WHOLE


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    for line in text_of(extraction_of(article()), width=width).splitlines():
        assert cell_width(line) <= width, line


@pytest.mark.parametrize("width", [40, 77, 200])
def test_wrapping_loses_no_word(width: int) -> None:
    assert text_of(extraction_of(article()), width=width).split() == WHOLE.split()


def test_what_kind_of_happening_it_is_stands_beside_the_event() -> None:
    negative = changed(polarity=Polarity.NEGATIVE, realis=Realis.PLANNED, category=None)
    assert "e1  drone-strike  no PLOVER category  “drone strike”  (said not to have been, planned)" in text_of(negative)


def test_an_anonymous_source_is_told_with_their_number() -> None:
    source = Source(words("fighters"), None, anonymous=True, count=2)
    assert "s1  fighters (2) say: “A drone strike" in text_of(with_statement(1, source=source))
    assert "not named" in text_of(with_statement(1, source=source))


def test_an_act_that_takes_a_person_reads_with_its_object() -> None:
    assert "s4  The militia accuses the army: “that any" in text_of(with_statement(4, act=Act.ACCUSE))


def test_an_extraction_without_events_says_so() -> None:
    empty = dataclasses.replace(extraction_of(article()), events=(), statements=())
    assert "EVENTS\n  none found\n" in text_of(empty)


def test_a_report_without_headline_and_date_says_so() -> None:
    bare = dataclasses.replace(article(url=None), blocks=(), published=None, publisher=None, byline=None, agency=None)
    assert text_of(extraction_of(bare)).startswith("(no headline)\nno publication date known\n")


def test_the_words_of_the_whole_report_are_not_printed_as_a_statement() -> None:
    whole = with_statement(0, content=(words(TITLE), words("Separately")))
    assert "s0  Ashur Daily – آشور, in its own voice · on e2\n" in text_of(whole)


def test_every_act_can_be_read_aloud() -> None:
    assert set(_ACT_WORDS) == set(Act)


def test_a_statement_whose_parent_is_missing_is_shown_all_the_same() -> None:
    assert "s3  Yusuf al-Hadi says" in text_of(with_statement(3, parent="s77"))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (3, 3, "3"),
        (12, None, "at least 12"),
        (None, 5, "at most 5"),
        (24, 99, "24 to 99"),
        (None, None, "number not stated"),
        (0, 0, "0"),
    ],
)
def test_a_count_is_told_as_it_is_bounded(low: int | None, high: int | None, expected: str) -> None:
    assert count_in_words(Toll(Harm.KILLED, low, high, words("two"))) == expected


def test_days_are_told_with_their_precision() -> None:
    day = dt.date(2024, 2, 7)
    assert days_in_words(DateInterval.day(day)) == "2024-02-07"
    assert days_in_words(DateInterval.day(day, DayPart.NIGHT)) == "2024-02-07, night"
    assert days_in_words(DateInterval.month(2024, 2)) == "2024-02-01 to 2024-02-29 (month)"
    assert days_in_words(DateInterval(day, dt.date(2024, 2, 9), Precision.RANGE)) == "2024-02-07 to 2024-02-09 (range)"


def test_words_of_a_report_cannot_command_the_terminal() -> None:
    hostile = dataclasses.replace(article(), publisher="\x1b[2J\x9b31m\u202eevil\r\n")
    text = text_of(extraction_of(hostile))
    assert not set(text) & set("\x1b\x9b\u202e\r")
    assert "�[2J�31m�evil" in text


@given(st.text(max_size=200))
def test_shown_words_are_printable_and_on_one_line(text: str) -> None:
    line = shown(text)
    assert all(char.isprintable() or char in "\u200c\u200d" for char in line)
    assert len(line.splitlines()) <= 1


@given(st.lists(st.text(st.sampled_from("ab 🔥ل\u0301"), max_size=12), max_size=6), st.integers(4, 30))
def test_wrapped_lines_hold_all_words_in_order(texts: list[str], width: int) -> None:
    lines = list(wrapped([Piece(text, Style.QUOTE) for text in texts], width=width, indent=2))
    assert "".join(plain(lines).split()) == "".join("".join(texts).split())


def test_cells_are_counted_as_a_terminal_counts_them() -> None:
    assert [cell_width(text) for text in ("abc", "🔥", "e\u0301", "علي", "漢字", "")] == [3, 2, 1, 3, 4, 0]


def statement(extraction: Extraction, own_id: str) -> Statement:
    return next(one for one in extraction.statements if one.id == own_id)


def test_a_chain_leads_from_the_speaker_to_the_publisher() -> None:
    extraction = extraction_of(article())
    chain = [speaker_of(one, extraction) for one in chain_of(statement(extraction, "s3"), extraction)]
    assert chain == ["Yusuf al-Hadi", "Ashur news agency", "Ashur Daily – آشور"]


def test_a_chain_that_bites_its_own_tail_ends() -> None:
    torn = with_statement(2, parent="s3")
    assert len(list(chain_of(statement(torn, "s3"), torn))) == 2


def test_events_are_said_by_those_who_vouch_for_them() -> None:
    extraction = extraction_of(article())
    event: Event = extraction.events[0]
    assert said_by(event, extraction) == ["the army < Ashur Daily – آشور", "The militia < Ashur Daily – آشور"]


def test_a_denial_beside_an_assertion_is_a_contradiction() -> None:
    extraction = extraction_of(article())
    for_it, against = contradiction(extraction.events[0], extraction)
    assert ([one.id for one in for_it], [one.id for one in against]) == (["s1"], ["s4"])
    for_it, against = contradiction(extraction.events[1], extraction)
    assert against == []


def test_the_listing_shows_stories_and_disputes_and_leaves_background_out() -> None:
    assert plain(listing([extraction_of(article())])) == (
        "2025-03-04  Ashur Daily – آشور  Drone strike hits depot near Sinjar 🔥\n"
        "    e1 drone-strike · Sinjar (IQ) · 2025-03-03, night · killed at least 2\n"
        "        ! disputed: the army says so; The militia denies it\n"
        "\n"
    )
