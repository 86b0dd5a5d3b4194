import csv
import dataclasses
import io
from collections.abc import Iterable

import pytest
from handmade import TEXT, article, extraction_of, words

from onrecord.core.extraction import Event, EventPlace, Extraction, PlaceLink, Toll, Unresolved
from onrecord.core.ontology import Harm
from onrecord.export.csv import COLUMNS, row_of, write_csv


def written(events: Iterable[tuple[Extraction, Event]], *, raw: bool = False) -> str:
    out = io.StringIO(newline="")
    write_csv(events, out, raw=raw)
    return out.getvalue()


def rows(**changes: object) -> list[dict[str, str]]:
    """The handmade report's rows, its first event changed."""
    extraction = extraction_of(article())
    first = dataclasses.replace(extraction.events[0], **changes)
    pairs = [(extraction, first), (extraction, extraction.events[1])]
    return list(csv.DictReader(io.StringIO(written(pairs), newline="")))


def test_each_event_is_a_row_under_documented_columns() -> None:
    extraction = extraction_of(article())
    text = written((extraction, event) for event in extraction.events)
    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert len(text.splitlines()) == 3
    assert all(meaning for meaning in COLUMNS.values())


def test_the_same_events_give_the_same_bytes_with_plain_line_ends() -> None:
    extraction = extraction_of(article())
    pairs = [(extraction, event) for event in extraction.events]
    assert written(pairs) == written(pairs)
    assert "\r" not in written(pairs)


def test_a_row_holds_what_the_report_says() -> None:
    strike = rows()[0]
    expected = {
        "publisher": "Ashur Daily – آشور",
        "title": "Drone strike hits depot near Sinjar 🔥",
        "published": "2025-03-04",
        "published_from": "json-ld",
        "category": "ASSAULT",
        "kind": "drone-strike",
        "cameo": "195",
        "trigger": "drone strike",
        "target": "a depot",
        "victim": "The militia",
        "instrument": "drone",
        "time": "Monday night",
        "earliest": "2025-03-03",
        "latest": "2025-03-03",
        "precision": "part-of-day",
        "part": "night",
        "place_name": "Sinjar",
        "country": "IQ",
        "latitude": "36.32",
        "longitude": "41.86",
        "killed_low": "2",
        "killed_high": "",
        "killed_words": "at least two fighters",
        "statements": "s1; s4",
        "said_by": "the army < Ashur Daily – آشور; The militia < Ashur Daily – آشور",
        "acts": "say; deny",
        "background": "false",
        "confidence": "0.9123",
    }
    assert {column: strike[column] for column in expected} == expected


def test_what_is_not_said_is_empty_and_the_reason_stands_beside_it() -> None:
    march = rows()[1]
    assert {march[column] for column in ("earliest", "latest", "precision", "latitude", "country", "killed_low")} == {
        ""
    }
    assert march["time_unresolved"] == "not stated"
    assert (march["place"], march["place_unresolved"]) == ("the old market", "not a name")


def test_an_event_id_is_unique_across_reports_and_leads_back_to_both() -> None:
    first, second = rows()
    assert first["event"] == f"{first['article']}-e1"
    assert first["event"] != second["event"]


def test_several_counts_stand_side_by_side_and_parts_are_left_to_the_words() -> None:
    tolls = (
        Toll(Harm.KILLED, 2, 2, words("two fighters")),
        Toll(Harm.KILLED, None, 9, words("hundreds of people")),
        Toll(Harm.KILLED, 1, 1, words("its men"), part_of=True),
        Toll(Harm.INJURED, 0, 0, words("market")),
    )
    row = rows(tolls=tolls)[0]
    assert (row["killed_low"], row["killed_high"]) == ("2; ?", "2; 9")
    assert row["killed_words"] == "two fighters; hundreds of people"
    assert (row["injured_low"], row["injured_high"]) == ("0", "0"), "none is a count, not an unknown"


def test_a_kind_without_category_leaves_the_field_empty() -> None:
    assert rows(category=None)[0]["category"] == ""


def test_a_point_on_the_equator_is_a_point() -> None:
    place = EventPlace(words("Sinjar"), PlaceLink(None, "Null Island", None, None, 0.0, -3.5, "water"))
    row = rows(place=place)[0]
    assert (row["latitude"], row["longitude"]) == ("0.0", "-3.5"), "and no apostrophe before a number"


def test_a_place_without_words_says_why() -> None:
    row = rows(place=Unresolved("nowhere near"))[0]
    assert (row["place"], row["place_unresolved"]) == ("", "nowhere near")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_a_field_that_a_spreadsheet_would_run_is_guarded(start: str) -> None:
    named = dataclasses.replace(article(), publisher=f"{start}HYPERLINK(1)")
    extraction = extraction_of(named)
    (row,) = csv.DictReader(io.StringIO(written([(extraction, extraction.events[0])]), newline=""))
    assert row["publisher"] == f"'{start}HYPERLINK(1)"
    (raw,) = csv.DictReader(io.StringIO(written([(extraction, extraction.events[0])], raw=True), newline=""))
    assert raw["publisher"] == f"{start}HYPERLINK(1)"


def test_commas_quotes_and_line_ends_do_not_break_a_row() -> None:
    named = dataclasses.replace(article(), publisher='The "Daily",\r\nSinjar\u2028edition')
    extraction = extraction_of(named)
    (row,) = csv.DictReader(io.StringIO(written([(extraction, extraction.events[0])]), newline=""))
    assert row["publisher"] == 'The "Daily", Sinjar edition'


def test_half_a_surrogate_pair_does_not_stop_an_export() -> None:
    extraction = extraction_of(dataclasses.replace(article(), publisher="torn \ud83d"))
    assert row_of(extraction, extraction.events[0])["publisher"].encode("utf-8") == b"torn ?"


def test_every_quoted_word_stands_in_the_report() -> None:
    for row in rows():
        for column in ("trigger", "time", "place", "killed_words"):
            assert row[column] in TEXT
