"""Feasts and named days: when they fall, by the calendar that they follow.

The Islamic calendar is reckoned here by arithmetic; as months begin where the moon is seen, its days are given as
intervals with a day of slack. A feast that differs by country (Independence Day) stays unresolved.
"""

import datetime as dt
from collections.abc import Callable

from onrecord.core.calendar_arithmetic import (
    easter,
    islamic_days,
    nth_weekday,
    passover,
    rosh_hashanah,
)
from onrecord.core.dates import DateInterval, Precision
from onrecord.core.extraction import Unresolved
from onrecord.interpret.times.found import Found
from onrecord.interpret.times.mention import Reading, TimeAnchor, TimeKind
from onrecord.interpret.times.timeline import Direction

_FIRST_YEAR, _LAST_YEAR = 1600, 4000  # where the reckonings above were compared with published tables, and then some
_Days = Callable[[int], tuple[DateInterval, ...]]


def _fixed(month: int, day: int) -> _Days:
    return lambda year: (DateInterval.day(dt.date(year, month, day)),)


def _from_easter(days: int) -> _Days:
    return lambda year: (DateInterval.day(easter(year) + dt.timedelta(days=days)),)


def _nth(month: int, weekday: int, n: int) -> _Days:
    return lambda year: (DateInterval.day(nth_weekday(year, month, weekday, n)),)


def _islamic(month: int, day: int, length: int = 1) -> _Days:
    return lambda year: islamic_days(year, month, day, length)


def _from_passover(length: int) -> _Days:
    def days(year: int) -> tuple[DateInterval, ...]:
        first = passover(year)
        return (DateInterval(first, first + dt.timedelta(days=length - 1), Precision.RANGE),)

    return days


def _from_new_year(after: int, length: int = 1) -> _Days:
    def days(year: int) -> tuple[DateInterval, ...]:
        first = rosh_hashanah(year) + dt.timedelta(days=after)
        last = first + dt.timedelta(days=length - 1)
        return (DateInterval(first, last, Precision.DAY if length == 1 else Precision.RANGE),)

    return days


NAMED_DAYS: dict[str, _Days | None] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year": None,
    "new year day": _fixed(1, 1),
    "new year eve": _fixed(12, 31),
    "valentine day": _fixed(2, 14),
    "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "nowruz": lambda year: (DateInterval(dt.date(year, 3, 20), dt.date(year, 3, 21), Precision.RANGE),),
    "newroz": lambda year: (DateInterval(dt.date(year, 3, 20), dt.date(year, 3, 21), Precision.RANGE),),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "ramadan": _islamic(9, 1, 30),
    "eid al-fitr": _islamic(10, 1, 3),
    "eid al-adha": _islamic(12, 10, 4),
    "ashura": _islamic(1, 10),
    "arbaeen": _islamic(2, 20),
    "yom kippur": _from_new_year(9),
    "rosh hashanah": _from_new_year(0, 2),
    "passover": _from_passover(7),
    "independence day": None,
    "labor day": None,
    "labour day": None,
    "memorial day": None,
    "veterans day": _fixed(11, 11),
}
"""Lower case, without 's; None where the day depends on the country, or the words name no one day."""


def named_day(found: Found) -> Reading | None:
    """ "Christmas Eve", "Ramadan", "last Easter", "Eid al-Fitr 2023"; the one nearest before, unless ahead."""
    start, end = found.reach("feast")
    words = [word.lower() for word in found.words[start:end] if word.lower() not in ("'s", "’s")]
    name = " ".join(words)
    if name not in NAMED_DAYS or not found.words[start][0].isupper():
        return None
    days = NAMED_DAYS[name]
    year_word = found.word("year")
    if days is None:
        reason = Unresolved(f"“{found.text}” falls on other days in other countries, or names no one day")
        return Reading(TimeKind.DATE, reason, "XXXX-XX-XX", found.timeline.anchor)
    if year_word is not None and not _FIRST_YEAR <= int(year_word) <= _LAST_YEAR:
        return None
    if year_word is not None:
        of_year = days(int(year_word))
        if not of_year:
            return None
        return Reading(TimeKind.DATE, of_year[0], of_year[0].earliest.isoformat(), TimeAnchor.NONE)
    anchor = found.timeline.day
    if anchor is None or not _FIRST_YEAR <= anchor.year <= _LAST_YEAR:
        return Reading(TimeKind.DATE, found.timeline.missing(found.text), "XXXX-XX-XX", found.timeline.anchor)
    candidates = [one for year in range(anchor.year - 2, anchor.year + 3) for one in days(year)]
    past = [one for one in candidates if one.earliest <= anchor]
    ahead = [one for one in candidates if one.latest >= anchor]
    rel = found.word("rel")
    if rel == "next" or (rel is None and found.direction() is Direction.FUTURE):
        chosen = ahead[0]
    elif rel == "last":
        chosen = [one for one in past if one.latest < anchor][-1]
    elif rel == "this":
        chosen = min(candidates, key=lambda one: abs((one.earliest - anchor).days))
    else:
        chosen = past[-1]
    return Reading(TimeKind.DATE, chosen, chosen.earliest.isoformat(), found.timeline.anchor)


def september_eleventh(found: Found) -> Reading | None:
    """ "9/11", a day that needs no year."""
    del found
    return Reading(TimeKind.DATE, DateInterval.day(dt.date(2001, 9, 11)), "2001-09-11")
