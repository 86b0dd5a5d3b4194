import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.calendar_arithmetic import (
    CalendarUnit,
    Season,
    easter,
    half_year,
    islamic_days,
    make_date,
    nth_weekday,
    orthodox_easter,
    passover,
    quarter,
    rosh_hashanah,
    season,
    shifted,
    unit_around,
    weekday_after,
    weekday_before,
    years,
)
from onrecord.core.dates import DateInterval, Precision

ANY_DAY = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
ANY_UNIT = st.sampled_from(list(CalendarUnit))


@pytest.mark.parametrize(
    ("day", "unit", "amount", "expected", "why"),
    [
        ("2024-03-31", CalendarUnit.MONTH, -1, "2024-02-29", "a short month in a leap year"),
        ("2023-03-31", CalendarUnit.MONTH, -1, "2023-02-28", "and in another"),
        ("2024-02-29", CalendarUnit.YEAR, 1, "2025-02-28", "a leap day has no anniversary"),
        ("2024-02-29", CalendarUnit.YEAR, 4, "2028-02-29", "but every four years"),
        ("2023-12-31", CalendarUnit.DAY, 1, "2024-01-01", "over the year's end"),
        ("2024-01-01", CalendarUnit.MONTH, -1, "2023-12-01", "back over it"),
        ("2024-02-08", CalendarUnit.WEEK, -2, "2024-01-25", "weeks"),
        ("2024-02-08", CalendarUnit.DECADE, -1, "2014-02-08", "decades"),
        ("2024-02-08", CalendarUnit.CENTURY, 1, "2124-02-08", "centuries"),
        ("2024-02-08", CalendarUnit.HOUR, 30, "2024-02-08", "the clock moves no day"),
        ("2024-02-08", CalendarUnit.QUARTER, 1, "2024-05-08", "quarters"),
    ],
)
def test_steps(day: str, unit: CalendarUnit, amount: int, expected: str, why: str) -> None:
    assert shifted(dt.date.fromisoformat(day), unit, amount) == dt.date.fromisoformat(expected), why


@pytest.mark.parametrize("unit", [CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.MONTH, CalendarUnit.YEAR])
def test_a_step_out_of_the_calendar_gives_nothing(unit: CalendarUnit) -> None:
    assert shifted(dt.date(2024, 2, 8), unit, -65_000_000) is None
    assert shifted(dt.date(2024, 2, 8), unit, 65_000_000) is None


@given(
    ANY_DAY, st.sampled_from([CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.FORTNIGHT]), st.integers(-5000, 5000)
)
def test_days_and_weeks_can_be_stepped_back(day: dt.date, unit: CalendarUnit, amount: int) -> None:
    there = shifted(day, unit, amount)
    if there is not None:
        assert shifted(there, unit, -amount) == day


@given(ANY_DAY, ANY_UNIT)
def test_a_unit_holds_its_day_unless_it_is_a_weekend(day: dt.date, unit: CalendarUnit) -> None:
    around = unit_around(day, unit)
    if around is not None and unit is not CalendarUnit.WEEKEND:
        assert around.earliest <= day <= around.latest


@given(ANY_DAY, ANY_UNIT)
def test_every_day_of_a_unit_has_the_same_unit(day: dt.date, unit: CalendarUnit) -> None:
    around = unit_around(day, unit)
    if around is not None and unit not in (CalendarUnit.WEEKEND, CalendarUnit.FORTNIGHT):
        assert unit_around(around.earliest, unit) == around
        assert unit_around(around.latest, unit) == around


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert unit_around(dt.date(2024, 2, 8), CalendarUnit.WEEK) == DateInterval(
        dt.date(2024, 2, 5), dt.date(2024, 2, 11), Precision.WEEK
    )


def test_the_last_week_of_the_calendar_is_not_whole() -> None:
    assert unit_around(dt.date.max, CalendarUnit.WEEK) is None


def test_quarters_and_halves_make_a_year() -> None:
    assert [quarter(2024, number).earliest.month for number in (1, 2, 3, 4)] == [1, 4, 7, 10]
    assert quarter(2024, 1).latest == dt.date(2024, 3, 31)
    assert (half_year(2023, 1).latest, half_year(2023, 2).latest) == (dt.date(2023, 6, 30), dt.date(2023, 12, 31))


def test_a_winter_ends_in_the_next_year() -> None:
    winter = season(2023, Season.WINTER)
    assert winter is not None
    assert (winter.earliest, winter.latest) == (dt.date(2023, 12, 1), dt.date(2024, 2, 29))
    assert season(9999, Season.WINTER) is None


def test_years_outside_the_calendar_are_none() -> None:
    assert years(0, 10) is None
    assert years(9995, 10) is None
    assert years(1990, 10) == DateInterval(dt.date(1990, 1, 1), dt.date(1999, 12, 31), Precision.RANGE)


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert make_date(2023, 2, 29) is None
    assert make_date(2024, 2, 29) == dt.date(2024, 2, 29)


@given(st.dates(dt.date(2, 1, 1), dt.date(9998, 12, 31)), st.integers(0, 6))
def test_weekdays_before_and_after_are_within_a_week(day: dt.date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before is not None
    assert after is not None
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2000, "2000-04-23", "2000-04-30"),
        (2016, "2016-03-27", "2016-05-01"),
        (2023, "2023-04-09", "2023-04-16"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
    ],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (western, orthodox)


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    assert easter(year).weekday() == 6
    assert dt.date(year, 3, 22) <= easter(year) <= dt.date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "seen"),
    [(2021, "2021-04-13"), (2022, "2022-04-02"), (2023, "2023-03-23"), (2024, "2024-03-11"), (2025, "2025-03-01")],
)
def test_the_first_of_ramadan_as_announced_in_saudi_arabia_lies_inside(year: int, seen: str) -> None:
    (first,) = islamic_days(year, 9, 1)
    assert first.earliest <= dt.date.fromisoformat(seen) <= first.latest
    assert first.precision is Precision.RANGE


def test_an_islamic_day_can_fall_twice_into_a_year() -> None:
    assert len(islamic_days(2030, 9, 1)) == 2


@given(st.integers(1600, 4000), st.integers(1, 12))
def test_every_year_has_each_islamic_month_once_or_twice(year: int, month: int) -> None:
    assert len(islamic_days(year, month, 1)) in (1, 2)


@pytest.mark.parametrize(
    ("year", "new_year", "first_of_passover"),
    [
        (2020, "2020-09-19", "2020-04-09"),
        (2023, "2023-09-16", "2023-04-06"),
        (2024, "2024-10-03", "2024-04-23"),
        (2025, "2025-09-23", "2025-04-13"),
    ],
)
def test_the_jewish_new_year_and_passover(year: int, new_year: str, first_of_passover: str) -> None:
    assert (rosh_hashanah(year).isoformat(), passover(year).isoformat()) == (new_year, first_of_passover)


@given(st.integers(1600, 4000))
def test_the_jewish_new_year_is_no_sunday_wednesday_or_friday(year: int) -> None:
    assert rosh_hashanah(year).weekday() not in (6, 2, 4)


def test_the_fourth_thursday_of_november() -> None:
    assert nth_weekday(2023, 11, 3, 4) == dt.date(2023, 11, 23)
