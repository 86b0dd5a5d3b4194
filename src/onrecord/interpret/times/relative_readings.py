"""Readings that are reckoned from another time: "yesterday", "last week", "two days ago", "the day before".

"Ago" and "last" are reckoned from the publication day; "earlier", "later", "the next day" from the time told last.
"""

import datetime as dt
import math

from onrecord.core.calendar_arithmetic import DAYS, MONTHS, CalendarUnit, quarter, shifted, unit_around, years
from onrecord.core.dates import DateInterval, DayPart, Precision
from onrecord.core.extraction import Unresolved
from onrecord.interpret.numerals import SMALL_NUMBERS
from onrecord.interpret.times.calendar_readings import clock_of, date_reading, interval_reading, with_part, zone_of
from onrecord.interpret.times.found import Amount, Found
from onrecord.interpret.times.mention import Reading, TimeAnchor, TimeKind
from onrecord.interpret.times.timeline import Direction
from onrecord.interpret.times.vocabulary import PLURAL_WEEKDAYS, SETS, UNITS, VAGUE, WEEKDAYS

_LAST = frozenset({"last", "past", "previous", "recent"})
_DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_DURATION_CODES = {
    CalendarUnit.SECOND: ("PT", "S", 1),
    CalendarUnit.MINUTE: ("PT", "M", 1),
    CalendarUnit.HOUR: ("PT", "H", 1),
    CalendarUnit.DAY: ("P", "D", 1),
    CalendarUnit.NIGHT: ("P", "D", 1),
    CalendarUnit.WEEK: ("P", "W", 1),
    CalendarUnit.FORTNIGHT: ("P", "W", 2),
    CalendarUnit.WEEKEND: ("P", "WE", 1),
    CalendarUnit.MONTH: ("P", "M", 1),
    CalendarUnit.QUARTER: ("P", "Q", 1),
    CalendarUnit.SEASON: ("P", "M", 3),
    CalendarUnit.YEAR: ("P", "Y", 1),
    CalendarUnit.DECADE: ("P", "Y", 10),
    CalendarUnit.CENTURY: ("P", "Y", 100),
    CalendarUnit.MILLENNIUM: ("P", "Y", 1000),
}
_BEFORE_ONE_UNIT = frozenset(
    "for in within than over about nearly almost after under least took lasted lasting takes another spent"
    " approximately roughly around exactly only just every".split(" ")
)
_CLAUSE_ENDS = frozenset(
    {"", ",", ".", ";", ":", "!", "?", "”", '"', ")", "—", "–", "and", "but", "when", "in", "on", "at"}
)
_LENGTH = Unresolved("a length of time, without its place on the calendar")
_REPEATED = Unresolved("repeated: it names no single time")
_HOURS_A_DAY = {CalendarUnit.HOUR: 24.0, CalendarUnit.MINUTE: 24.0 * 60, CalendarUnit.SECOND: 24.0 * 3600}


def day_word(found: Found) -> Reading | None:
    """ "yesterday", "later today", "tonight", "tomorrow morning", "the day before yesterday"."""
    word = found.word("day_word") or ""
    capital = found.words[found.reach("day_word")[0]][0].isupper()
    if word == "today" and capital and found.start and found.words[found.start - 1][0].isupper():
        return None  # "USA Today"
    steps = _DAYS_FROM_TODAY[word] + (-1 if found.has("one_before") else 1 if found.has("one_after") else 0)
    anchor = found.timeline.day
    day = None if anchor is None else shifted(anchor, CalendarUnit.DAY, steps)
    reading = date_reading(found, day, "XXXX-XX-XX", found.timeline.anchor)
    if word == "tonight" and isinstance(reading.value, DateInterval):
        value = DateInterval.day(reading.value.earliest, DayPart.NIGHT)
        return Reading(TimeKind.TIME, value, f"{reading.timex}TNI", reading.anchor, reading.modifier)
    return with_part(found, reading)


def part_of_anchor_day(found: Found) -> Reading | None:
    """ "last night", "this morning", "overnight"; "that evening", "at dawn", "10:30 a.m." of the day told last."""
    if found.has("of_told_day"):
        return with_part(found, _told_day(found, 0))
    if found.word("part") == "overnight":
        anchor = found.timeline.day
        reading = date_reading(found, anchor, "XXXX-XX-XX", found.timeline.anchor)
        if anchor is None:
            return with_part(found, reading)
        first = shifted(anchor, CalendarUnit.DAY, -1) or anchor
        value = DateInterval(first, anchor, Precision.PART_OF_DAY, DayPart.OVERNIGHT)
        return Reading(TimeKind.TIME, value, f"{first.isoformat()}TNI", reading.anchor)
    if found.has("rel") or found.has("this"):
        anchor = found.timeline.day
        step = -1 if found.has("rel") else 0
        day = None if anchor is None else shifted(anchor, CalendarUnit.DAY, step)
        return with_part(found, date_reading(found, day, "XXXX-XX-XX", found.timeline.anchor))
    return with_part(found, _told_day(found, 0))


def part_of_told_day(found: Found) -> Reading | None:
    """ "At dawn", "in the evening": a part of the day told last; after no such word it may be any night."""
    if found.before not in ("at", "by", "before", "around", "until", "after", "since", "in", "during"):
        return None
    return with_part(found, _told_day(found, 0))


def clock_time(found: Found) -> Reading | None:
    """ "10:30 a.m.", "1430 GMT", "at 22:30": an hour of the day told last."""
    if clock_of(found) is None or (
        found.has("bare_hour") and zone_of(found) is None and found.before not in ("at", "by", "until")
    ):
        return None
    return with_part(found, _told_day(found, 0))


def _told_day(found: Found, steps: int) -> Reading:
    """The day told last, or one so many days from it."""
    told = found.timeline.told
    if told is None:
        reason = Unresolved(f"no time told before: “{found.text}” cannot be reckoned")
        return Reading(TimeKind.DATE, reason, "XXXX-XX-XX", TimeAnchor.TOLD, found.modifier())
    if told.earliest != told.latest and told.precision is not Precision.PART_OF_DAY:
        reason = Unresolved(f"the time told before is not exact enough to reckon “{found.text}”")
        return Reading(TimeKind.DATE, reason, "XXXX-XX-XX", TimeAnchor.TOLD, found.modifier())
    first, last = (shifted(day, CalendarUnit.DAY, steps) for day in (told.earliest, told.latest))
    if first is None or last is None:
        return Reading(TimeKind.DATE, _outside(found), "XXXX-XX-XX", TimeAnchor.TOLD)
    precision = Precision.DAY if first == last else Precision.RANGE
    return Reading(
        TimeKind.DATE, DateInterval(first, last, precision), first.isoformat(), TimeAnchor.TOLD, found.modifier()
    )


def _outside(found: Found) -> Unresolved:
    return Unresolved(f"“{found.text}” lies outside the calendar")


def told_unit(found: Found) -> Reading | None:
    """ "the day before", "the following week", "that month", "the same day"."""
    steps = -1 if found.has("backward") else 1 if found.has("forward") else 0
    if found.words[found.stop - 1].lower() in ("before", "after") and found.after not in _CLAUSE_ENDS:
        return None
    unit = CalendarUnit.DAY if found.has("part") else found.unit()
    if unit in (CalendarUnit.DAY, CalendarUnit.NIGHT):
        reading = _told_day(found, steps)
        return with_part(found, reading)
    told = found.timeline.told
    if told is None:
        reason = Unresolved(f"no time told before: “{found.text}” cannot be reckoned")
        return Reading(TimeKind.DATE, reason, "XXXX", TimeAnchor.TOLD)
    around = unit_around(told.earliest, unit)
    if around is None or not around.contains(told):
        reason = Unresolved(f"the time told before is not exact enough to reckon “{found.text}”")
        return Reading(TimeKind.DATE, reason, "XXXX", TimeAnchor.TOLD)
    day = shifted(told.earliest, unit, steps)
    value = unit_around(day, unit) if day else None
    if value is None or day is None:
        return Reading(TimeKind.DATE, _outside(found), "XXXX", TimeAnchor.TOLD)
    return Reading(TimeKind.DATE, value, timex_of(day, unit), TimeAnchor.TOLD, found.modifier())


def timex_of(day: dt.date, unit: CalendarUnit) -> str:
    """The TIMEX3 value of the unit around the day: "2024-W06", "2024-02", "2024-Q1", "202"."""
    match unit:
        case CalendarUnit.WEEK | CalendarUnit.FORTNIGHT | CalendarUnit.WEEKEND:
            iso = day.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit is CalendarUnit.WEEKEND else "")
        case CalendarUnit.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case CalendarUnit.QUARTER:
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case CalendarUnit.YEAR | CalendarUnit.SEASON:
            return f"{day.year:04}"
        case CalendarUnit.DECADE:
            return f"{day.year // 10:03}"
        case CalendarUnit.CENTURY:
            return f"{day.year // 100:02}"
        case CalendarUnit.MILLENNIUM:
            return f"{day.year // 1000}"
        case _:
            return day.isoformat()


def unit_from_today(found: Found) -> Reading | None:
    """ "last week", "early next year", "the end of this month", "over the weekend", "later in the year"."""
    unit = found.unit()
    day = found.timeline.day_within(unit)
    if day is None:
        return interval_reading(found, None, "XXXX")
    rel = found.word("rel")
    steps = -1 if rel in _LAST else 1 if rel in ("next", "coming", "upcoming", "following") else 0
    if unit is CalendarUnit.WEEKEND and rel not in ("last", "next"):
        steps = 0 if day.weekday() >= 5 or found.direction() is Direction.FUTURE else -1
    moved = shifted(day, unit, steps)
    value = unit_around(moved, unit) if moved else None
    return interval_reading(found, value, timex_of(moved, unit) if moved else "XXXX")


def steps_away(found: Found) -> Reading | None:
    """ "two days ago", "a year earlier", "several weeks later", "three hours ago"."""
    amount, unit, ago = found.amount(), found.unit(), found.word("ago") or ""
    if amount is None:
        return None
    if ago in ("before", "after", "previously") and found.after not in _CLAUSE_ENDS:
        return None
    sign = 1 if ago in ("later", "after", "hence", "now") else -1
    if ago in ("ago", "hence", "now"):
        base = found.timeline.day if unit in _HOURS_A_DAY else found.timeline.day_within(_reckoned_in(unit))
        anchor, reason = found.timeline.anchor, found.timeline.missing(found.text)
    else:
        base, reason = _base_told(found, unit)
        anchor = TimeAnchor.TOLD
        if base is None and unit is CalendarUnit.YEAR:
            base, anchor = found.timeline.day_within(unit), found.timeline.anchor
    timex = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if amount.low is None or amount.high is None:
        vague = Unresolved(f"“{found.text}” does not say how long")
        return Reading(TimeKind.DATE, vague, timex, anchor, found.modifier())
    if unit is CalendarUnit.YEAR and amount.exact is not None and (told := found.timeline.told_quarter) is not None:
        year, number = told.earliest.year + sign * int(amount.exact), (told.earliest.month + 2) // 3
        if 1 <= year <= 9999:
            return Reading(TimeKind.DATE, quarter(year, number), f"{year:04}-Q{number}", TimeAnchor.TOLD)
    if base is None:
        return Reading(TimeKind.DATE, reason, timex, anchor, found.modifier())
    value = _interval_away(base, unit, sign, amount)
    if value is None:
        return Reading(TimeKind.DATE, _outside(found), timex, anchor, found.modifier())
    exact = amount.exact
    whole_days = unit not in _HOURS_A_DAY
    code = timex_of(value.earliest, unit) if exact is not None and whole_days else timex
    if unit in (CalendarUnit.DECADE, CalendarUnit.CENTURY) and exact is not None:
        code = f"{base.year + sign * round(exact * MONTHS[unit] / 12):04}"
    return Reading(TimeKind.DATE, value, code, anchor, found.modifier())


def _base_told(found: Found, unit: CalendarUnit) -> tuple[dt.date | None, Unresolved]:
    """The day told last, where it is known as exactly as the unit asks; else why not."""
    told = found.timeline.told
    if told is None:
        return None, Unresolved(f"no time told before: “{found.text}” cannot be reckoned")
    around = unit_around(told.earliest, _reckoned_in(unit))
    if told.precision is Precision.PART_OF_DAY or (around is not None and around.contains(told)):
        return told.earliest, _LENGTH
    return None, Unresolved(f"the time told before is not exact enough to reckon “{found.text}”")


def _reckoned_in(unit: CalendarUnit) -> CalendarUnit:
    """The unit that must be known of the anchor: "a decade ago" needs its year."""
    if unit in _HOURS_A_DAY or unit in (CalendarUnit.NIGHT, CalendarUnit.FORTNIGHT, CalendarUnit.WEEKEND):
        return CalendarUnit.DAY
    return CalendarUnit.YEAR if MONTHS.get(unit, 0) > 12 else unit


def _interval_away(base: dt.date, unit: CalendarUnit, sign: int, amount: Amount) -> DateInterval | None:
    low, high = amount.low or 0.0, amount.high or 0.0
    if unit in _HOURS_A_DAY:
        days = math.ceil(high / _HOURS_A_DAY[unit])
        edge = shifted(base, CalendarUnit.DAY, sign * days)
        return None if edge is None else DateInterval(min(base, edge), max(base, edge), Precision.RANGE)
    near, far = (_moved(base, unit, sign * count) for count in (low, high))
    if near is None or far is None:
        return None
    if unit in (CalendarUnit.DECADE, CalendarUnit.CENTURY, CalendarUnit.MILLENNIUM):
        slack = MONTHS[unit] // 24  # half a unit to each side
        first, last = min(near, far).year - slack, max(near, far).year + slack
        return years(first, last - first + 1)
    around = unit_around(near, unit), unit_around(far, unit)
    if around[0] is None or around[1] is None:
        return None
    if amount.exact is not None and low == int(low):
        return around[0]
    first_day, last_day = min(one.earliest for one in around if one), max(one.latest for one in around if one)
    return DateInterval(first_day, last_day, Precision.RANGE)


def _moved(base: dt.date, unit: CalendarUnit, amount: float) -> dt.date | None:
    """So many units on, halves included: half a year is six months."""
    if abs(amount) > 1_000_000:
        return None
    if amount == int(amount):
        return shifted(base, unit, int(amount))
    if unit in MONTHS:
        return shifted(base, CalendarUnit.MONTH, round(amount * MONTHS[unit]))
    return shifted(base, CalendarUnit.DAY, round(amount * DAYS.get(unit, 0)))


def stretch(found: Found) -> Reading | None:
    """ "the past two weeks", "the last few months", "the next three days", "the first nine months of 2023"."""
    unit, rel = found.unit(), found.word("rel") or ""
    amount = found.amount() if any(found.has(name) for name in ("n", "q")) else Amount(1.0, 1.0)
    if amount is None:
        return None
    timex = duration_code(amount, unit)
    if (year_word := found.word("year")) is not None and amount.exact is not None and unit is CalendarUnit.MONTH:
        first = dt.date(int(year_word), 1, 1)
        end = shifted(first, CalendarUnit.MONTH, int(amount.exact))
        if end is None:
            return None
        span = DateInterval(first, end - dt.timedelta(days=1), Precision.RANGE)
        return Reading(TimeKind.DURATION, span, timex)
    if rel == "first":
        return Reading(TimeKind.DURATION, _LENGTH, timex)
    anchor = found.timeline.day
    if anchor is None:
        return Reading(TimeKind.DURATION, found.timeline.missing(found.text), timex, found.timeline.anchor)
    if amount.high is None:
        vague = Unresolved(f"“{found.text}” does not say how long")
        return Reading(TimeKind.DURATION, vague, timex, found.timeline.anchor)
    days_or_hours = math.ceil(amount.high / _HOURS_A_DAY[unit]) if unit in _HOURS_A_DAY else amount.high
    reckoned = CalendarUnit.DAY if unit in _HOURS_A_DAY else unit
    edge = _moved(
        anchor, reckoned, days_or_hours if rel in ("next", "coming", "upcoming", "following") else -days_or_hours
    )
    if edge is None:
        return Reading(TimeKind.DURATION, _outside(found), timex, found.timeline.anchor)
    value = DateInterval(min(anchor, edge), max(anchor, edge), Precision.RANGE)
    return Reading(TimeKind.DURATION, value, timex, found.timeline.anchor)


def duration_code(amount: Amount, unit: CalendarUnit) -> str:
    """ "P3D", "PT24H", "PXW"."""
    head, letter, factor = _DURATION_CODES[unit]
    exact = amount.exact
    number = "X" if exact is None else f"{exact * factor:g}" if exact * factor < 1_000_000 else f"{int(exact * factor)}"
    return f"{head}{number}{letter}"


def duration(found: Found) -> Reading | None:
    """ "three days", "nearly two years", "half an hour", "for weeks"; never somebody's age."""
    if found.after.lower() in ("old", "older", "younger") or (
        found.after == "of" and "age" in found.words[found.stop : found.stop + 2]
    ):
        return None
    if found.before in ("aged", "age", "$", "£", "€", "third", "second", "first"):
        return None
    counted = any(found.has(name) for name in ("n", "q", "only_half"))
    if not counted and found.has("one") and found.before not in _BEFORE_ONE_UNIT and not found.has("measure"):
        return None
    if not counted and not found.has("one") and found.before not in ("for", "in", "over", "lasted", "lasting"):
        return None
    amount = found.amount()
    if amount is None:
        return None
    return Reading(TimeKind.DURATION, _LENGTH, duration_code(amount, found.unit()), modifier=found.modifier())


def compound(found: Found) -> Reading | None:
    """ "three-day", "24-hour", "month-long"."""
    word = (found.word("compound") or "").replace("‐", "-")
    head, _, tail = word.removesuffix("-long").rpartition("-")
    unit_word = tail if tail in UNITS else f"{tail}s"
    if unit_word not in UNITS or (found.after.lower() in ("old", "olds")):
        return None
    if not head:
        amount = Amount(None, None) if tail.endswith("s") else Amount(1.0, 1.0)
    elif head.isdecimal() or head in SMALL_NUMBERS:
        number = float(head) if head.isdecimal() else float(SMALL_NUMBERS[head])
        amount = Amount(number, number)
    elif head in ("several", "multi", "many"):
        amount = Amount(None, None)
    else:
        return None
    return Reading(TimeKind.DURATION, _LENGTH, duration_code(amount, CalendarUnit(UNITS[unit_word])))


def repeated(found: Found) -> Reading | None:
    """ "every Friday", "daily", "on Tuesdays", "twice a week"."""
    if found.has("set"):
        return Reading(TimeKind.SET, _REPEATED, SETS[found.word("set") or ""])
    if found.has("weekdays") or found.has("weekday"):
        name = found.word("weekdays") or found.word("weekday") or ""
        number = {**PLURAL_WEEKDAYS, **WEEKDAYS}[name]
        return Reading(TimeKind.SET, _REPEATED, f"XXXX-WXX-{number + 1}")
    if found.has("unit"):
        amount = found.amount() if found.has("n") else Amount(1.0, 1.0)
        if amount is None:
            return None
        return Reading(TimeKind.SET, _REPEATED, duration_code(amount, found.unit()))
    return Reading(TimeKind.SET, _REPEATED, "P1Y" if found.has("yearly") else "P1D")


def vague(found: Found) -> Reading | None:
    """ "now", "recently", "the future", "in recent weeks": a direction without days."""
    word = found.word("vague")
    if word is not None:
        if word == "now" and found.after.lower() == "that":
            return None
        timex = VAGUE[word]
    elif found.has("past"):
        timex = "PAST_REF"
    else:
        timex = "FUTURE_REF" if found.has("future") else "PRESENT_REF"
    return Reading(TimeKind.DATE, Unresolved(f"“{found.text}” names no day"), timex, TimeAnchor.PUBLISHED)
