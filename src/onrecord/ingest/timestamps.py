"""Publication dates as machines and people write them; what cannot be read for certain is not read.

>>> stamp = read_stamp("2024-02-08T10:15:00+03:00")
>>> print(stamp.days.earliest, stamp.at)
2024-02-08 2024-02-08 10:15:00+03:00
>>> read_stamp("02/08/2024") is None  # February or August?
True

Days are those of the zone in which the time was given. A time without a zone gives a day and no moment.
"""

import datetime as dt
import re
from dataclasses import dataclass

from onrecord.core.dates import DateInterval

_MONTHS = ("january february march april may june july august september october november december").split()
_MONTH_NUMBERS = {name: i for i, name in enumerate(_MONTHS, 1)} | {name[:3]: i for i, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBERS["sept"] = 9
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"

# Abbreviations that mean one offset only: BST (British, Bangladesh), CST, IST and AST mean several.
_ZONES_HOURS = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "pst": -8,
    "pdt": -7,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
}
_ZONE = r"(?P<zone>z\b|(?:(?:utc|gmt)\s*)?[+-]\d{1,2}(?::?\d{2})?|(?:utc|gmt|est|edt|pst|pdt|cest|cet|eest|eet|msk)\b)"
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    rf"\s*(?P<half>[ap]\.?m\b\.?)?(?:\s*\(?{_ZONE}\)?)?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DATES = (
    rf"{_YEAR}-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?",
    rf"{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})",
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
    rf"{_DAY}(?:\s+of)?[\s-]+(?P<month>{MONTH}),?[\s-]+{_YEAR}",
    rf"(?P<month>{MONTH})\s+{_DAY},?\s+{_YEAR}",
    rf"(?P<month>{MONTH}),?\s+{_YEAR}",
    rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",
    rf"(?P<first>\d{{1,2}})[/-](?P<second_part>\d{{1,2}})[/-]{_YEAR}",
)
_JOINT = r"(?:t|[\s,|·•/–—-]*(?:\bat\b)?\s*)"
_STAMPS = tuple(
    re.compile(rf"(?:{WEEKDAY},?\s+)?{pattern}", re.IGNORECASE)
    for date in _DATES
    for pattern in (rf"{date}(?:{_JOINT}{_CLOCK})?", rf"{_CLOCK}[\s,|·•–—-]*(?:on\s+)?(?:{WEEKDAY},?\s+)?{date}")
)
_URL_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"/{_YEAR}[/-](?P<month>\d{{1,2}}|{MONTH})[/-](?P<day>\d{{1,2}})(?=[/_.-]|$)",
        r"[/-](?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})(?=[/_.-]|$)",
        r"-(?P<year>20\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?=[/_.-]|$)",
        rf"/{_YEAR}/(?P<month>\d{{2}}|{MONTH})(?=/)",
    )
)
_FIRST_YEAR = 1971  # software writes the first of January 1970 where it knows no date


@dataclass(frozen=True, slots=True)
class Stamp:
    """The days that a stamp names, and the moment where it also gives clock and zone."""

    days: DateInterval
    at: dt.datetime | None = None


def read_stamp(written: str) -> Stamp | None:
    """The date that all of ``written`` spells, with its clock and zone; None where it is not wholly one date."""
    written = written.strip(" \t\n,.;|()[]")
    if not 6 <= len(written) <= 80:
        return None
    for pattern in _STAMPS:
        if found := pattern.fullmatch(written):
            return _stamp(found.groupdict())
    return None


def read_url_date(url: str) -> DateInterval | None:
    """The day, or the month, that the path of an address names (``/2024/02/08/``)."""
    path = url.split("?", 1)[0].split("#", 1)[0]
    for pattern in _URL_DATES:
        for found in pattern.finditer(path):
            if days := _days(found.groupdict()):
                return days
    return None


def _stamp(parts: dict[str, str | None]) -> Stamp | None:
    days = _days(parts)
    if days is None:
        return None
    clock, zone = _clock(parts), _zone(parts.get("zone"))
    if clock is None or zone is None or days.earliest != days.latest:
        return Stamp(days)
    return Stamp(days, dt.datetime.combine(days.earliest, clock, zone))


def _days(parts: dict[str, str | None]) -> DateInterval | None:
    year, day = int(parts["year"] or 0), parts.get("day")
    month: int | None
    if first := parts.get("first"):
        month, day = _unambiguous(first, parts["second_part"] or "")
    else:
        written = (parts["month"] or "").lower().rstrip(".")
        month = int(written) if written.isdecimal() else _MONTH_NUMBERS[written]
    if month is None or not 1 <= month <= 12 or year < _FIRST_YEAR:
        return None
    if day is None:
        return DateInterval.month(year, month)
    try:
        return DateInterval.day(dt.date(year, month, int(day)))
    except ValueError:
        return None


def _unambiguous(first: str, second: str) -> tuple[int | None, str]:
    if first == second or int(second) > 12:
        return int(first), second
    return (int(second), first) if int(first) > 12 else (None, first)


def _clock(parts: dict[str, str | None]) -> dt.time | None:
    if parts.get("hour") is None:
        return None
    hour, half = int(parts["hour"] or 0), (parts.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return dt.time(hour, int(parts["minute"] or 0), int(parts.get("second") or 0))
    except ValueError:
        return None


def _zone(written: str | None) -> dt.timezone | None:
    if not written:
        return None
    name = written.lower().replace(" ", "")
    if name in _ZONES_HOURS:
        return dt.timezone(dt.timedelta(hours=_ZONES_HOURS[name]))
    digits = name.removeprefix("utc").removeprefix("gmt").replace(":", "")
    sign = -1 if digits.startswith("-") else 1
    digits = digits[1:]
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))
