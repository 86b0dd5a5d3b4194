"""Dates are read where they are certain, with their clock and zone, and nowhere else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import DateInterval, Precision
from onrecord.ingest.timestamps import read_stamp, read_url_date

FEBRUARY_8 = DateInterval.day(dt.date(2024, 2, 8))


@pytest.mark.parametrize(
    "written",
    [
        "2024-02-08",
        "2024/02/08",
        "20240208",
        "8 February 2024",
        "8 Feb 2024",
        "8 Feb. 2024",
        "08-Feb-2024",
        "8th of February 2024",
        "February 8, 2024",
        "Feb. 8 2024",
        "February 8th, 2024",
        "Thursday, February 8, 2024",
        "Thu, 8 Feb 2024",
        "08.02.2024",
        "THURSDAY 8 FEBRUARY 2024",
        "(8 February 2024)",
        "8 February 2024 | 10:15",
        "2024-02-08T10:15:00",
        "February 8, 2024 - 10:15 AM",
        "10:15, 8 February 2024",
        "8 February 2024 at 10.15",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(written: str) -> None:
    stamp = read_stamp(written)
    assert stamp is not None
    assert (stamp.days, stamp.at) == (FEBRUARY_8, None)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-02-08T10:15:00Z", "2024-02-08T10:15:00+00:00"),
        ("2024-02-08T10:15:00.000Z", "2024-02-08T10:15:00+00:00"),
        ("2024-02-08T10:15:30+03:00", "2024-02-08T10:15:30+03:00"),
        ("2024-02-08T10:15+0530", "2024-02-08T10:15:00+05:30"),
        ("2024-02-08 10:15:00 -05", "2024-02-08T10:15:00-05:00"),
        ("Thu, 08 Feb 2024 10:15:00 GMT", "2024-02-08T10:15:00+00:00"),
        ("8 February 2024 10:15 GMT", "2024-02-08T10:15:00+00:00"),
        ("10:15 GMT, 8 February 2024", "2024-02-08T10:15:00+00:00"),
        ("Feb. 8, 2024, 10:15 p.m. EST", "2024-02-08T22:15:00-05:00"),
        ("8 February 2024 at 12:05 am UTC", "2024-02-08T00:05:00+00:00"),
        ("8 February 2024, 10:15 (GMT+3)", "2024-02-08T10:15:00+03:00"),
        ("8 February 2024 10:15 CEST", "2024-02-08T10:15:00+02:00"),
    ],
)
def test_a_moment_is_read_with_its_zone(written: str, iso: str) -> None:
    stamp = read_stamp(written)
    assert stamp is not None
    assert stamp.at is not None
    assert stamp.at.isoformat() == iso
    assert stamp.days == FEBRUARY_8


def test_the_day_is_that_of_the_zone_in_which_it_was_given() -> None:
    stamp = read_stamp("2024-02-08T00:30:00+03:00")
    assert stamp is not None
    assert stamp.days == FEBRUARY_8


@pytest.mark.parametrize("zone", ["BST", "IST", "CST", "AST", "local time"])
def test_a_zone_that_means_several_gives_no_moment(zone: str) -> None:
    stamp = read_stamp(f"8 February 2024 10:15 {zone}")
    assert stamp is None or stamp.at is None


def test_a_month_is_a_month_and_never_its_first_day() -> None:
    for written in ("February 2024", "2024-02", "Feb. 2024"):
        stamp = read_stamp(written)
        assert stamp is not None
        assert stamp.days == DateInterval.month(2024, 2)


def test_a_numeric_date_that_can_be_read_two_ways_is_not_read() -> None:
    assert read_stamp("02/08/2024") is None
    assert read_stamp("2-8-2024") is None


@pytest.mark.parametrize("written", ["13/02/2024", "02/13/2024", "13-02-2024"])
def test_a_numeric_date_that_can_be_read_one_way_is_read(written: str) -> None:
    stamp = read_stamp(written)
    assert stamp is not None
    assert stamp.days.earliest == dt.date(2024, 2, 13)


def test_a_numeric_date_of_equal_numbers_is_certain() -> None:
    stamp = read_stamp("02/02/2024")
    assert stamp is not None
    assert stamp.days.earliest == dt.date(2024, 2, 2)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Thursday",
        "8 February",
        "10:15",
        "30 February 2024",
        "2024-13-01",
        "1970-01-01T00:00:00Z",
        "0001-01-01",
        "On 8 February 2024 two men were killed",
        "8 February 2024 and 9 February 2024",
        "today",
        "12345678901",
        "🕊️",
        "٨ فبراير ٢٠٢٤",
    ],
)
def test_what_is_not_wholly_a_date_is_not_read(written: str) -> None:
    assert read_stamp(written) is None


@pytest.mark.parametrize("clock", ["25:00", "10:75", "13:00 pm"])
def test_an_impossible_clock_gives_no_moment(clock: str) -> None:
    stamp = read_stamp(f"8 February 2024 {clock} GMT")
    assert stamp is None or stamp.at is None


@given(st.datetimes(min_value=dt.datetime(1972, 1, 1), max_value=dt.datetime(2099, 12, 31)), st.integers(-12, 14))
def test_every_iso_moment_is_read_back(moment: dt.datetime, hours: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    stamp = read_stamp(aware.isoformat())
    assert stamp is not None
    assert stamp.at == aware


@given(st.text(max_size=60))
def test_no_text_makes_reading_a_date_fail(written: str) -> None:
    read_stamp(written)
    read_url_date(written)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2024/02/08/two-killed",
        "https://a.example/2024/2/8/two-killed",
        "https://a.example/world/2024/feb/08/two-killed",
        "https://a.example/news/2024-02-08-two-killed",
        "https://a.example/two-killed-2024-02-08.html",
        "https://a.example/news/20240208/two-killed",
        "https://a.example/two-killed-20240208?year=2019/01/01/",
        "https://a.example/2024/02/08",
    ],
)
def test_a_day_in_an_address_is_read(url: str) -> None:
    assert read_url_date(url) == FEBRUARY_8


def test_a_month_in_an_address_is_a_month() -> None:
    days = read_url_date("https://a.example/2024/02/two-killed")
    assert days is not None
    assert days.precision is Precision.MONTH


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/id/20249999/",
        "https://a.example/2024/13/08/x",
        "https://a.example/two-killed",
        "https://a.example/?d=2024/02/08/",
        "https://a.example/120240208/x",
    ],
)
def test_a_number_in_an_address_is_no_date(url: str) -> None:
    assert read_url_date(url) is None
