import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import DateInterval, DayPart, Precision

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    earliest = draw(DAYS)
    return DateInterval(earliest, earliest + dt.timedelta(days=draw(st.integers(0, 400))), Precision.RANGE)


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match=r"2024-02-07.*2024-02-08"):
        DateInterval(dt.date(2024, 2, 8), dt.date(2024, 2, 7), Precision.RANGE)


def test_a_day_is_an_interval_of_one_day() -> None:
    day = DateInterval.day(dt.date(2024, 2, 8))
    assert (day.earliest, day.latest, day.precision, day.part) == (
        dt.date(2024, 2, 8),
        dt.date(2024, 2, 8),
        Precision.DAY,
        None,
    )


def test_a_night_keeps_its_day_and_says_which_part() -> None:
    night = DateInterval.day(dt.date(2024, 2, 7), DayPart.NIGHT)
    assert night.earliest == night.latest == dt.date(2024, 2, 7)
    assert (night.precision, night.part) == (Precision.PART_OF_DAY, DayPart.NIGHT)


@pytest.mark.parametrize(
    ("year", "month", "last"), [(2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2024, 12, 31), (2024, 4, 30)]
)
def test_a_month_ends_on_its_last_day(year: int, month: int, last: int) -> None:
    interval = DateInterval.month(year, month)
    assert (interval.earliest.day, interval.latest.day, interval.precision) == (1, last, Precision.MONTH)


def test_a_year_is_never_its_first_day() -> None:
    year = DateInterval.year(2023)
    assert (year.earliest, year.latest) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert year.precision is Precision.YEAR


def test_a_month_contains_its_days_and_no_day_contains_its_month() -> None:
    month, day = DateInterval.month(2024, 2), DateInterval.day(dt.date(2024, 2, 29))
    assert month.contains(day)
    assert not day.contains(month)


def test_intervals_that_share_their_edge_are_not_one_before_the_other() -> None:
    week = DateInterval(dt.date(2024, 2, 1), dt.date(2024, 2, 7), Precision.WEEK)
    assert not week.ended_before(DateInterval.day(dt.date(2024, 2, 7)))
    assert week.ended_before(DateInterval.day(dt.date(2024, 2, 8)))


@given(intervals(), intervals())
def test_contained_intervals_overlap(one: DateInterval, other: DateInterval) -> None:
    if one.contains(other):
        assert not one.ended_before(other)
        assert not other.ended_before(one)


@given(intervals(), intervals())
def test_intervals_that_contain_each_other_name_the_same_days(one: DateInterval, other: DateInterval) -> None:
    alike = (one.earliest, one.latest) == (other.earliest, other.latest)
    assert (one.contains(other) and other.contains(one)) == alike


@given(intervals(), intervals())
def test_of_two_intervals_at_most_one_ended_before_the_other(one: DateInterval, other: DateInterval) -> None:
    assert not (one.ended_before(other) and other.ended_before(one))
    assert one.ended_before(other) == (one.latest < other.earliest)
