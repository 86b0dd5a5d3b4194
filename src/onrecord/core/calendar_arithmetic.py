"""Steps on the calendar: weeks, months, seasons and feasts as intervals of whole days.

Every function that could leave the years 1 to 9999 gives None there ("65 million years ago" is no date).

>>> import datetime as dt
>>> print(shifted(dt.date(2024, 3, 31), CalendarUnit.MONTH, -1))
2024-02-29
>>> print(weekday_before(dt.date(2024, 2, 8), 2))
2024-02-07
>>> [feast.isoformat() for feast in (easter(2024), orthodox_easter(2024))]
['2024-03-31', '2024-05-05']

Sources: the Gregorian computus as in Meeus, *Astronomical Algorithms* (1991), chapter 8; the Islamic and Hebrew
calendars as in Reingold & Dershowitz, *Calendrical Calculations* (2018), chapters 7 and 8.
"""

import calendar
import datetime as dt
from enum import StrEnum

from onrecord.core.dates import DateInterval, Precision


class CalendarUnit(StrEnum):
    """A stretch of the calendar, or of the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


DAYS = {
    CalendarUnit.DAY: 1,
    CalendarUnit.NIGHT: 1,
    CalendarUnit.WEEK: 7,
    CalendarUnit.FORTNIGHT: 14,
    CalendarUnit.WEEKEND: 7,
}
MONTHS = {
    CalendarUnit.MONTH: 1,
    CalendarUnit.QUARTER: 3,
    CalendarUnit.YEAR: 12,
    CalendarUnit.SEASON: 12,
    CalendarUnit.DECADE: 120,
    CalendarUnit.CENTURY: 1200,
    CalendarUnit.MILLENNIUM: 12000,
}


class Season(StrEnum):
    """The seasons by the TIMEX3 code; whole months of the northern hemisphere, the meteorologists' convention."""

    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"
    WINTER = "WI"


_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shifted(day: dt.date, unit: CalendarUnit, amount: int) -> dt.date | None:
    """The day so many units later; where a month is too short, its last day. Units of the clock do not move it."""
    if unit in MONTHS:
        months = day.year * 12 + day.month - 1 + amount * MONTHS[unit]
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            return None
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    ordinal = day.toordinal() + amount * DAYS.get(unit, 0)
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None


def unit_around(day: dt.date, unit: CalendarUnit) -> DateInterval | None:
    """The week (from Monday), month, quarter, year, decade … that holds the day."""
    match unit:
        case CalendarUnit.WEEK:
            return _spanned(day.toordinal() - day.weekday(), 7, Precision.WEEK)
        case CalendarUnit.FORTNIGHT:
            return _spanned(day.toordinal() - day.weekday() - 7, 14, Precision.RANGE)
        case CalendarUnit.WEEKEND:
            return _spanned(day.toordinal() - day.weekday() + 5, 2, Precision.RANGE)
        case CalendarUnit.MONTH:
            return DateInterval.month(day.year, day.month)
        case CalendarUnit.QUARTER:
            return quarter(day.year, (day.month + 2) // 3)
        case CalendarUnit.YEAR:
            return DateInterval.year(day.year)
        case CalendarUnit.DECADE:
            return years(day.year // 10 * 10, 10)
        case CalendarUnit.CENTURY:
            return years((day.year - 1) // 100 * 100 + 1, 100)
        case CalendarUnit.MILLENNIUM:
            return years((day.year - 1) // 1000 * 1000 + 1, 1000)
        case _:
            return DateInterval.day(day)


def _spanned(first: int, days: int, precision: Precision) -> DateInterval | None:
    if first < 1 or first + days - 1 > dt.date.max.toordinal():
        return None
    return DateInterval(dt.date.fromordinal(first), dt.date.fromordinal(first + days - 1), precision)


def years(first: int, count: int) -> DateInterval | None:
    """So many whole years."""
    if first < 1 or count < 1 or first + count - 1 > 9999:
        return None
    return DateInterval(dt.date(first, 1, 1), dt.date(first + count - 1, 12, 31), Precision.RANGE)


def quarter(year: int, number: int) -> DateInterval:
    """A quarter of a calendar year, 1 to 4."""
    last = DateInterval.month(year, number * 3).latest
    return DateInterval(dt.date(year, number * 3 - 2, 1), last, Precision.RANGE)


def half_year(year: int, number: int) -> DateInterval:
    """A half of a calendar year, 1 or 2."""
    return DateInterval(quarter(year, number * 2 - 1).earliest, quarter(year, number * 2).latest, Precision.RANGE)


def season(year: int, which: Season) -> DateInterval | None:
    """Three whole months; the winter of a year begins in its December."""
    first = dt.date(year, _FIRST_MONTH[which], 1)
    end = shifted(first, CalendarUnit.MONTH, 2)
    if end is None:
        return None
    return DateInterval(first, DateInterval.month(end.year, end.month).latest, Precision.RANGE)


def weekday_before(day: dt.date, weekday: int) -> dt.date | None:
    """The latest such weekday (Monday is 0) that is not after ``day``; ``day`` itself may be it."""
    return shifted(day, CalendarUnit.DAY, -((day.weekday() - weekday) % 7))


def weekday_after(day: dt.date, weekday: int) -> dt.date | None:
    """The first such weekday that is not before ``day``; ``day`` itself may be it."""
    return shifted(day, CalendarUnit.DAY, (weekday - day.weekday()) % 7)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """The n-th such weekday of a month: the fourth Thursday of November."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the churches that reckon by the Julian calendar, as a Gregorian date of 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


_ISLAMIC_EPOCH = 227015  # 16 July 622, Julian
_HEBREW_EPOCH = -1373427  # the day before 1 Tishri of the year 1


def islamic_days(gregorian_year: int, month: int, day: int, length: int = 1) -> tuple[DateInterval, ...]:
    """The days of the Islamic calendar that begin in a Gregorian year: none, one or two.

    The arithmetical calendar is a day off where the new moon was sighted earlier or later, so each interval is a
    day longer at both ends than ``length``.
    """
    found = []
    islamic_year = (gregorian_year - 622) * 1_030_684 // 1_000_000  # an Islamic year is 0.97023 of a Gregorian one
    for candidate in range(islamic_year - 1, islamic_year + 4):
        first = (
            _ISLAMIC_EPOCH
            - 1
            + (candidate - 1) * 354
            + (3 + 11 * candidate) // 30
            + 29 * (month - 1)
            + month // 2
            + day
        )
        if dt.date.fromordinal(first).year == gregorian_year:
            found.append(
                DateInterval(dt.date.fromordinal(first - 1), dt.date.fromordinal(first + length), Precision.RANGE)
            )
    return tuple(found)


def _hebrew_new_year(year: int) -> int:
    """The proleptic Gregorian ordinal of 1 Tishri."""

    def elapsed(which: int) -> int:
        months = (235 * which - 234) // 19
        parts = 12084 + 13753 * months
        days = 29 * months + parts // 25920
        return days + 1 if (3 * (days + 1)) % 7 < 3 else days

    before, this, after = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def rosh_hashanah(gregorian_year: int) -> dt.date:
    """The Jewish new year's first day in a Gregorian year; Yom Kippur is nine days later."""
    return dt.date.fromordinal(_hebrew_new_year(gregorian_year + 3761))


def passover(gregorian_year: int) -> dt.date:
    """The first full day of Passover: 163 days before the new year that follows it."""
    return rosh_hashanah(gregorian_year) - dt.timedelta(days=163)
