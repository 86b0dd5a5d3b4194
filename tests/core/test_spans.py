import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.errors import SpanError
from onrecord.core.spans import Span, trimmed

TEXT = "🔥 Kherson: قال يوسف “لا”."


@st.composite
def spans(draw: st.DrawFn, *, at_most: int = 40) -> Span:
    start = draw(st.integers(0, at_most - 1))
    return Span(start, draw(st.integers(start + 1, at_most)))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (0, 0)])
def test_a_span_without_characters_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"start={start}, end={end}"):
        Span(start, end)


def test_a_span_before_the_text_is_refused() -> None:
    with pytest.raises(SpanError, match="start=-1"):
        Span(-1, 2)


def test_a_span_counts_code_points_not_bytes() -> None:
    assert Span(2, 9).of(TEXT) == "Kherson"
    assert Span(11, 14).of(TEXT) == "قال"
    assert Span(0, 1).of(TEXT) == "🔥"


def test_a_span_past_the_end_selects_nothing_but_says_so() -> None:
    with pytest.raises(SpanError, match=f"text of {len(TEXT)} characters"):
        Span(0, len(TEXT) + 1).of(TEXT)


def test_the_whole_text_is_a_span_of_it() -> None:
    whole = Span(0, len(TEXT))
    assert whole.of(TEXT) == TEXT
    assert len(whole) == len(TEXT)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).ended_before(Span(3, 5))
    assert not Span(0, 4).ended_before(Span(3, 5))


def test_a_span_holds_itself_and_what_lies_inside() -> None:
    assert Span(2, 6).holds(Span(2, 6))
    assert Span(2, 6).holds(Span(3, 4))
    assert not Span(2, 6).holds(Span(1, 4))
    assert not Span(2, 6).holds(Span(5, 7))


def test_spans_are_in_the_order_of_the_text() -> None:
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]


@given(spans(), spans())
def test_two_spans_overlap_exactly_where_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) != (one.ended_before(other) or other.ended_before(one))


@given(spans(), spans())
def test_a_span_holds_another_exactly_where_all_its_characters_do(one: Span, other: Span) -> None:
    assert one.holds(other) == (set(range(other.start, other.end)) <= set(range(one.start, one.end)))


def test_trimming_takes_white_space_from_both_ends_only() -> None:
    text = " \n “a b”\u00a0\t"
    found = trimmed(text, 0, len(text))
    assert found is not None
    assert found.of(text) == "“a b”"


def test_trimming_white_space_alone_leaves_nothing() -> None:
    assert trimmed("a \n\t b", 1, 5) is None
    assert trimmed("abc", 2, 2) is None


@given(st.text(), st.data())
def test_trimming_never_leaves_the_range_nor_drops_a_letter(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = trimmed(text, start, end)
    if found is None:
        assert not text[start:end].strip()
    else:
        assert Span(start, end).holds(found)
        assert found.of(text) == text[start:end].strip()
