import copy
import dataclasses
import datetime as dt
import itertools
import json
from typing import Any

import pytest
from handmade import TEXT, article, extraction_of
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.dates import DateInterval, DayPart, Precision
from onrecord.core.errors import InputError
from onrecord.core.extraction import Extraction, Producer
from onrecord.core.spans import Span
from onrecord.store.json_form import dump, dumps, load

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60) | st.sampled_from(
    [TEXT, "🙂 البصرة", "\0", "\u202eabc\u2066", "\u2028line", '"quoted" \\ back']
)
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 300), st.integers(1, 300))
SCORES = st.integers(0, 10_000).map(lambda tenth_of_a_thousandth: tenth_of_a_thousandth / 10_000)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
INTERVALS = st.builds(
    lambda day, more, precision, part: DateInterval(day, day + dt.timedelta(more), precision, part),
    st.dates(max_value=dt.date(9000, 1, 1)),
    st.integers(0, 400),
    st.sampled_from(Precision),
    st.none() | st.sampled_from(DayPart),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    blocks = tuple(Block(draw(st.sampled_from(BlockKind)), Span(start, end)) for start, end in itertools.pairwise(cuts))
    fields = {
        name: draw(st.from_type(Article.__annotations__[name]))
        for name in ("publisher", "byline", "agency", "url", "language", "published", "dateline", "left_out")
    }
    return Article(text=text, blocks=blocks, **fields)


for known_type, strategy in (
    (str, TEXTS),
    (float, SCORES),
    (Span, SPANS),
    (DateInterval, INTERVALS),
    (dt.datetime, st.datetimes(timezones=ZONES)),
    (Article, articles()),
):
    st.register_type_strategy(known_type, strategy)


@settings(max_examples=150, deadline=None)
@given(st.from_type(Extraction))
def test_what_was_dumped_is_loaded_again(extraction: Extraction) -> None:
    written = dumps(extraction)
    assert load(json.loads(written.encode("utf-8"))) == extraction
    assert dumps(load(json.loads(written))) == written


def test_the_handmade_report_survives_with_every_field() -> None:
    extraction = extraction_of(article())
    loaded = load(json.loads(dumps(extraction)))
    assert loaded == extraction
    assert loaded.article.id == extraction.article.id
    assert loaded.article.published is not None
    assert str(loaded.article.published.at) == "2025-03-04 08:30:00+03:00", "the zone in which it was given is kept"


def test_the_keys_of_the_contract_come_in_the_order_of_the_contract() -> None:
    written = dump(extraction_of(article()))

    def in_order(value: dict[str, Any], keys: str) -> bool:
        documented = keys.split()
        return [key for key in value if key in documented] == documented

    assert in_order(written, "schema producer article entities events statements skipped")
    assert in_order(written["producer"], "version weights resources")
    assert in_order(
        written["article"],
        "id sha256 text language url publisher title byline agency published blocks left_out",
    )
    assert in_order(written["article"]["published"], "earliest latest precision from")
    assert in_order(written["entities"][0], "id kind name mentions actor place")
    assert in_order(written["entities"][0]["mentions"][0], "start end form")
    event = written["events"][0]
    assert in_order(
        event,
        "id category mode kind cameo trigger roles polarity realis tense time place tolls statements confidence",
    )
    assert in_order(event["roles"][0], "role start end entity confidence")
    assert in_order(event["time"], "earliest latest precision start end")
    assert in_order(event["place"], "geonames name country admin1 lat lon precision start end")
    assert in_order(event["tolls"][0], "harm low high who group start end")
    assert in_order(
        written["statements"][1], "id source cue content manner act about parent events said via confidence"
    )


def test_every_span_in_the_json_selects_words_of_the_text() -> None:
    written = json.loads(dumps(extraction_of(article())))
    text = written["article"]["text"]
    strike = written["events"][0]
    assert text[strike["trigger"]["start"] : strike["trigger"]["end"]] == "drone strike"
    person = written["entities"][1]["mentions"][1]
    assert text[person["start"] : person["end"]] == "يوسف الهادي", "code points, also after an emoji"


def test_an_unresolved_value_says_why_and_keeps_its_words() -> None:
    written = dump(extraction_of(article()))
    march = written["events"][1]
    assert march["time"] == {"unresolved": "not stated"}
    assert march["place"]["unresolved"] == "not a name"
    assert TEXT[march["place"]["start"] : march["place"]["end"]] == "the old market"
    assert written["statements"][0]["source"] == {"unresolved": "the publisher"}


def test_scores_are_kept_to_four_decimals() -> None:
    extraction = extraction_of(article())
    third = dataclasses.replace(extraction.events[0], confidence=1 / 3)
    written = dump(dataclasses.replace(extraction, events=(third,)))
    assert written["events"][0]["confidence"] == 0.3333
    assert written["entities"][0]["mentions"][0]["score"] == 0.93


def test_half_a_surrogate_pair_can_be_written_as_utf_8_and_comes_back() -> None:
    extraction = Extraction(Producer("1", "w", "r"), Article(text="torn \ud83d apart", blocks=()), (), (), ())
    written = dumps(extraction).encode("utf-8")
    assert load(json.loads(written)) == extraction


def test_ascii_is_not_forced_on_names() -> None:
    assert "يوسف الهادي" in dumps(extraction_of(article()))
    assert "\n" not in dumps(extraction_of(article()))


def test_a_document_of_another_schema_is_refused_by_name() -> None:
    written = dump(extraction_of(article()))
    with pytest.raises(InputError, match=r"extraction/9"):
        load({**written, "schema": "onrecord.extraction/9"})
    with pytest.raises(InputError, match="None"):
        load({})


def test_a_changed_text_is_refused() -> None:
    written = copy.deepcopy(dump(extraction_of(article())))
    written["article"]["text"] = written["article"]["text"].replace("two", "ten")
    with pytest.raises(InputError, match="changed after it was read"):
        load(written)


@pytest.mark.parametrize("missing", ["events", "article", "statements", "producer", "skipped"])
def test_a_document_with_a_part_missing_is_refused(missing: str) -> None:
    written = dump(extraction_of(article()))
    del written[missing]
    with pytest.raises(InputError, match=missing):
        load(written)


def test_a_word_that_the_schema_does_not_know_is_refused() -> None:
    written = copy.deepcopy(dump(extraction_of(article())))
    written["events"][0]["category"] = "GOSSIP"
    with pytest.raises(InputError, match="GOSSIP"):
        load(written)


def test_keys_added_by_a_later_version_are_passed_over() -> None:
    written = copy.deepcopy(dump(extraction_of(article())))
    written["events"][0]["mood"] = "grim"
    assert load(written) == extraction_of(article())
