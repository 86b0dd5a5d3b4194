"""Readings of calendar names: days, weekdays, months, years, seasons, quarters, decades, centuries.

Each function takes a match and gives its reading, or None where the words are no time after all ("March for Our
Lives", "in January 17 people died"); the next rule then has its turn.
"""

import datetime as dt
import re

from onrecord.core.calendar_arithmetic import (
    CalendarUnit,
    Season,
    half_year,
    make_date,
    quarter,
    season,
    shifted,
    unit_around,
    weekday_after,
    weekday_before,
    years,
)
from onrecord.core.dates import DateInterval, DayPart, Precision
from onrecord.core.extraction import Unresolved
from onrecord.interpret.numerals import ordinal
from onrecord.interpret.times.found import Found, day_number
from onrecord.interpret.times.mention import Reading, TimeAnchor, TimeKind, TimeModifier
from onrecord.interpret.times.timeline import Direction
from onrecord.interpret.times.vocabulary import DECADES_IN_WORDS, MONTHS, PARTS, SEASONS, SHORT_NAMES, WEEKDAYS

_LAST = frozenset({"last", "past", "previous"})
_NEXT = frozenset({"next", "coming", "upcoming", "following"})
_PART_CODES = {
    DayPart.MORNING: "TMO",
    DayPart.NOON: "T12:00",
    DayPart.AFTERNOON: "TAF",
    DayPart.EVENING: "TEV",
    DayPart.NIGHT: "TNI",
    DayPart.OVERNIGHT: "TNI",
    DayPart.DAWN: "TMO",
    DayPart.MIDNIGHT: "T24:00",
}
_BEFORE_MONTHS = frozenset(
    "in since last next this early late mid until till of during from to through before after between around every"
    " each by for end beginning start middle and or , ( – - mid- that previous".split(" ")
)
_BEFORE_MAY = _BEFORE_MONTHS - {"by", "for", "to", "and", "or", ",", "(", "from", "after", "before", "of"}
_COUNTED = frozenset(
    "people persons men women children boys girls soldiers troops civilians fighters militants officers police members"
    " others dead victims bodies homes houses villages prisoners hostages migrants refugees families workers students"
    " rockets missiles drones tanks km miles kilometres kilometers metres meters feet tons tonnes dollars euros pounds"
    " barrels points seats votes votes% percent per million billion times".split(" ")
)
_NOT_BEFORE_YEARS = frozenset(
    "$ £ € # about nearly almost over than least most around some roughly approximately only another up all the_only"
    " killed wounded injured kills arrested estimated of_the flight room route highway boeing no. un section".split(" ")
)
_YEAR_PREPOSITIONS = frozenset("in since by until till from before after during between through circa of to".split(" "))
_NOT_A_TIME_AFTER = {
    "sunday": frozenset({"times", "telegraph", "mirror", "mail", "express", "independent", "post", "herald", "school"}),
    "friday": frozenset({"mosque", "times"}),
    "march": frozenset({"for", "on", "against"}),
    "today": frozenset({"programme", "show", "newspaper"}),
}
_NOT_A_TIME_BEFORE = {
    "friday": frozenset({"black", "bloody", "good", "casual"}),
    "monday": frozenset({"cyber", "easter", "blue", "happy"}),
    "sunday": frozenset({"bloody", "super", "easter", "palm"}),
    "tuesday": frozenset({"super", "fat", "shrove", "giving"}),
    "wednesday": frozenset({"ash"}),
    "thursday": frozenset({"maundy", "holy"}),
    "saturday": frozenset({"holy", "super"}),
}


def with_part(found: Found, reading: Reading) -> Reading:
    """The same day, narrowed to the part and the clock that the words name beside it."""
    word = found.word("part") or found.word("second_part")
    value = reading.value
    clock = clock_of(found)
    if word is None and clock is None:
        return reading
    if clock is not None:
        code = f"T{clock}"
        part = None
    else:
        part = DayPart(PARTS[word or ""])
        code = _PART_CODES[part]
    if isinstance(value, DateInterval):
        if part is DayPart.OVERNIGHT:
            value = _night_around(found, value)
        elif part is not None:
            value = DateInterval(value.earliest, value.latest, Precision.PART_OF_DAY, part)
    return Reading(TimeKind.TIME, value, reading.timex + code, reading.anchor, reading.modifier, clock, zone_of(found))


def _night_around(found: Found, value: DateInterval) -> DateInterval:
    """ "Overnight into Thursday" began on Wednesday; "overnight Thursday" may be either night."""
    first = shifted(value.earliest, CalendarUnit.DAY, -1) or value.earliest
    last = value.latest if found.has("into") else shifted(value.latest, CalendarUnit.DAY, 1) or value.latest
    return DateInterval(first, last, Precision.PART_OF_DAY, DayPart.OVERNIGHT)


def clock_of(found: Found) -> str | None:
    """The hour as "22:30", where the words name one."""
    word = found.word("hour") or found.word("hour_in_zone") or found.word("bare_hour")
    if word is None:
        return None
    if word.isdecimal() and len(word) == 4:
        hour, minute = int(word[:2]), int(word[2:])
    else:
        head, _, tail = word.replace(".", ":").partition(":")
        hour, minute = day_number(head), int(tail or 0)
    if (found.word("ampm") or "").startswith("p") and hour < 12:
        hour += 12
    elif (found.word("ampm") or "").startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def zone_of(found: Found) -> str | None:
    """The time zone as told: "GMT", "local time"."""
    zone = found.word("zone") or found.word("hour_zone")
    return "local time" if found.has("local") else zone.upper() if zone else None


def date_reading(found: Found, day: dt.date | None, timex: str, anchor: TimeAnchor) -> Reading:
    """A reading of one day; unresolved where the anchor is missing."""
    if day is None:
        return Reading(TimeKind.DATE, found.timeline.missing(found.text), timex, anchor, found.modifier())
    return Reading(TimeKind.DATE, DateInterval.day(day), day.isoformat(), anchor, found.modifier())


def interval_reading(found: Found, value: DateInterval | None, timex: str, *, anchored: bool = True) -> Reading:
    """A reading of a longer stretch; unresolved where the anchor is missing."""
    anchor = found.timeline.anchor if anchored else TimeAnchor.NONE
    if value is None:
        return Reading(TimeKind.DATE, found.timeline.missing(found.text), timex, anchor, found.modifier())
    return Reading(TimeKind.DATE, value, timex, anchor, found.modifier())


def calendar_day(found: Found) -> Reading | None:
    """ "8 February", "Feb. 8, 2024", "Wednesday, 7 February", "3–5 February"."""
    month = MONTHS[found.word("month") or ""]
    day = day_number(found.word("day") or "")
    year_word = found.word("year")
    if year_word is None and found.after in _COUNTED and found.reach("day")[1] == found.stop:
        return None
    if year_word is None:
        anchor = found.timeline.anchor
        date = found.timeline.nearest(month, day, found.direction())
        if date is None and make_date(2024, month, day) is None:
            return None
    else:
        anchor = TimeAnchor.NONE
        date = make_date(int(year_word), month, day)
        if date is None:
            return None
    reading = date_reading(found, date, f"XXXX-{month:02}-{day:02}", anchor)
    if date is not None and (last := found.word("last_day")) is not None:
        end = make_date(date.year, month, day_number(last))
        if end is None or end < date:
            return None
        return Reading(TimeKind.DATE, DateInterval(date, end, Precision.RANGE), date.isoformat(), anchor)
    return with_part(found, reading)


def figures_day(found: Found) -> Reading | None:
    """ "2024-02-08", "25/12/2023"; where day and month could be either, nothing is guessed."""
    word = found.word("iso") or found.word("slashed") or ""
    numbers = [int(number) for number in re.split(r"[-/.]", word)]
    if found.has("iso"):
        date = make_date(*numbers)
        return None if date is None else date_reading(found, date, word, TimeAnchor.NONE)
    first, second, year = numbers
    dates = {date for date in (make_date(year, second, first), make_date(year, first, second)) if date is not None}
    if not dates:
        return None
    if len(dates) == 1:
        return date_reading(found, dates.pop(), word, TimeAnchor.NONE)
    reason = Unresolved(f"day and month of “{word}” cannot be told apart")
    return Reading(TimeKind.DATE, reason, f"{year:04}-XX-XX")


def calendar_month(found: Found) -> Reading | None:
    """ "February", "last May", "early March 2023", "June of last year"."""
    word = found.word("month") or ""
    month = MONTHS[word]
    year_word = found.word("year")
    if year_word is not None:
        year = int(year_word)
        return interval_reading(found, DateInterval.month(year, month), f"{year:04}-{month:02}", anchored=False)
    if not _is_month_name(found, word):
        return None
    timex = f"XXXX-{month:02}"
    day = found.timeline.day_within(CalendarUnit.MONTH)
    if day is None:
        return interval_reading(found, None, timex)
    of_year = found.word("of_year")
    if of_year is not None:
        year = day.year - (of_year in _LAST) + (of_year in _NEXT)
    else:
        year = day.year + _year_step(found, month, day.month)
    return interval_reading(found, DateInterval.month(year, month), f"{year:04}-{month:02}")


def _year_step(found: Found, month: int, current: int) -> int:
    rel = found.word("rel")
    if rel in _LAST:
        return 0 if month < current else -1
    if rel in _NEXT or (rel is None and found.direction() is Direction.FUTURE and found.before != "since"):
        return 0 if month > current or (rel is None and month == current) else 1
    return 0 if rel is not None or month <= current else -1


def _is_month_name(found: Found, word: str) -> bool:
    """Whether "May", "March", "April" are months here, not a verb or a name."""
    if word in SHORT_NAMES and word != "may":
        return False
    marked = any(found.has(name) for name in ("rel", "mod", "edge", "of_year"))
    if found.after.lower() in _NOT_A_TIME_AFTER.get(word, ()):
        return marked and found.after.lower() != "for"
    if marked:
        return True
    if word == "may":
        return found.before in _BEFORE_MAY and not (found.after[:1].isupper() and found.after[1:2].islower())
    if found.before in ("'s", "’s"):
        return word != "march"
    if found.before in _BEFORE_MONTHS:
        return not (word == "march" and found.after == "of")
    named_before = found.start > 1 and found.words[found.start - 1][0].isupper()
    return not named_before and not (word in ("april", "june", "august", "march") and found.after[:1].isupper())


def weekday(found: Found) -> Reading | None:
    """ "Thursday", "last Friday night", "Tuesday of last week", "10 a.m. Wednesday"."""
    word = found.word("weekday") or ""
    if word in SHORT_NAMES and found.stop - found.start == 1:
        return None
    if found.after.lower() in _NOT_A_TIME_AFTER.get(word, ()) or found.before in _NOT_A_TIME_BEFORE.get(word, ()):
        return None
    if found.before == "on" and found.start > 1 and found.words[found.start - 2] == "Mail":
        return None
    number = WEEKDAYS[word]
    anchor = found.timeline.day
    timex = f"XXXX-WXX-{number + 1}"
    if anchor is None:
        return with_part(found, date_reading(found, None, timex, found.timeline.anchor))
    rel, of_week = found.word("rel"), found.word("of_week")
    day: dt.date | None
    if of_week is not None:
        step = (of_week in _NEXT) - (of_week in _LAST)
        day = shifted(anchor, CalendarUnit.DAY, 7 * step + number - anchor.weekday())
    elif rel in _LAST:
        day = weekday_before(anchor - dt.timedelta(days=1), number)
    elif rel in _NEXT:
        day = weekday_after(anchor + dt.timedelta(days=1), number)
    elif found.direction() is Direction.FUTURE:
        day = weekday_after(anchor, number)
    else:
        day = weekday_before(anchor, number)
    return with_part(found, date_reading(found, day, timex, found.timeline.anchor))


def bare_year(found: Found) -> Reading | None:
    """ "2014", "early 1998", "the end of 2023", "fiscal 1999"."""
    year = int(found.word("year") or 0)
    if not (found.has("mod") or found.has("edge") or found.has("marked")):
        if found.before in _NOT_BEFORE_YEARS or found.after.lower() in _COUNTED or found.after in ("%", "-", "/"):
            return None
        if not 1800 <= year <= 2100 and not (found.before in _YEAR_PREPOSITIONS and 1100 <= year <= 2100):
            return None
        plural = found.after.endswith("s") and not found.after.endswith("ss") and found.after.islower()
        if plural and found.before not in _YEAR_PREPOSITIONS and found.before not in ("the", "its", "his", "their"):
            return None
    return interval_reading(found, DateInterval.year(year), f"{year:04}", anchored=False)


def year_in_words(found: Found) -> Reading | None:
    """ "nineteen ninety-six", as broadcasters write it."""
    tens, ones = day_number(found.word("tens") or ""), day_number(found.word("ones") or "")
    if not 10 <= tens <= 99 or (ones and (tens % 10 or not 1 <= ones <= 9)):
        return None
    year = 1900 + tens + ones
    return interval_reading(found, DateInterval.year(year), f"{year}", anchored=False)


def season_of(found: Found) -> Reading | None:
    """ "last summer", "the winter of 2014", "in spring"."""
    word = found.word("season") or ""
    which = Season(SEASONS[word])
    year_word, rel = found.word("year"), found.word("rel")
    if year_word is not None:
        year = int(year_word)
        return interval_reading(found, season(year, which), f"{year:04}-{which}", anchored=False)
    if rel is None and (word == "fall" or found.before not in ("in", "during", "since", "until", "by", "over")):
        return None
    day = found.timeline.day_within(CalendarUnit.MONTH)
    timex = f"XXXX-{which}"
    if day is None:
        return interval_reading(found, None, timex)
    candidates = [
        found_season for year in (day.year - 1, day.year, day.year + 1) if (found_season := season(year, which))
    ]
    candidates = [season(day.year - 2, which) or candidates[0], *candidates]
    begun = [one for one in candidates if one.earliest <= day]
    ahead = [one for one in candidates if one.latest >= day]
    if rel in _NEXT or (rel is None and found.direction() is Direction.FUTURE):
        chosen = ahead[0] if ahead[0].earliest > day or rel is None else ahead[1]
    elif rel in _LAST:
        chosen = [one for one in candidates if one.latest < day][-1]
    elif rel is not None:
        chosen = ahead[0] if found.direction() is not Direction.PAST or ahead[0].earliest <= day else begun[-1]
    else:
        chosen = begun[-1]
    return interval_reading(found, chosen, f"{chosen.earliest.year:04}-{which}")


def quarter_of(found: Found) -> Reading | None:
    """ "the third quarter of 2023", "this year's first half", "third-quarter"."""
    word = found.word("nth") or ""
    number = ordinal(word.partition("-")[0]) or 0
    halves = found.has("halves") or word.endswith("half")
    if not 1 <= number <= (2 if halves else 4):
        return None
    code = f"{'H' if halves else 'Q'}{number}"
    make = half_year if halves else quarter
    if (year_word := found.word("year")) is not None:
        return interval_reading(found, make(int(year_word), number), f"{int(year_word):04}-{code}", anchored=False)
    rel = found.word("rel")
    if halves and rel is None and not found.has("of_the_year"):
        return None
    day = found.timeline.day_within(CalendarUnit.MONTH)
    if day is None:
        return interval_reading(found, None, f"XXXX-{code}")
    year = day.year - (rel in _LAST) + (rel in _NEXT)
    if rel is None and make(year, number).earliest > day and found.direction() is not Direction.FUTURE:
        year -= 1
    return interval_reading(found, make(year, number), f"{year:04}-{code}")


def latest_quarter(found: Found) -> Reading | None:
    """ "The latest quarter": the last one that had ended; "the year-earlier period": the same a year before."""
    day = found.timeline.day_within(CalendarUnit.QUARTER)
    before = found.has("year_before")
    ended = shifted(day, CalendarUnit.QUARTER, -5 if before else -1) if day else None
    if ended is None:
        return interval_reading(found, None, "XXXX-QX")
    number = (ended.month + 2) // 3
    return interval_reading(found, quarter(ended.year, number), f"{ended.year:04}-Q{number}")


def decade_of(found: Found) -> Reading | None:
    """ "the 1990s", "the late ’80s", "the nineties"."""
    word = found.word("decade") or ""
    if word in DECADES_IN_WORDS:
        first = 1900 + DECADES_IN_WORDS[word] * 10
    else:
        digits = word.strip("'’s")
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return interval_reading(found, years(first, 10), f"{first // 10:03}", anchored=False)


def century_of(found: Found) -> Reading | None:
    """ "the 19th century"."""
    number = ordinal(found.word("nth") or "") or 0
    if not 1 <= number <= 30:
        return None
    first = (number - 1) * 100 + 1
    return interval_reading(found, years(first, 100), f"{number - 1:02}", anchored=False)


def middle_token(found: Found) -> Reading | None:
    """ "mid-November", "mid-1998", "mid-1990s"."""
    head, _, rest = (found.word("mid") or "").replace("‐", "-").partition("-")
    modifier = {"mid": TimeModifier.MID, "early": TimeModifier.START, "late": TimeModifier.END}[head]
    if rest in MONTHS:
        day = found.timeline.day_within(CalendarUnit.MONTH)
        if (year_word := found.word("year")) is not None:
            year, anchor = int(year_word), TimeAnchor.NONE
        elif day is not None:
            year, anchor = day.year + _year_step(found, MONTHS[rest], day.month), found.timeline.anchor
        else:
            missing = found.timeline.missing(found.text)
            return Reading(TimeKind.DATE, missing, f"XXXX-{MONTHS[rest]:02}", found.timeline.anchor, modifier)
        value = DateInterval.month(year, MONTHS[rest])
        return Reading(TimeKind.DATE, value, f"{year:04}-{MONTHS[rest]:02}", anchor, modifier)
    if rest.isdecimal():
        return Reading(TimeKind.DATE, DateInterval.year(int(rest)), rest, modifier=modifier)
    if rest.endswith("0s"):
        first = int(rest[:-1])
        decade = years(first, 10)
        return None if decade is None else Reading(TimeKind.DATE, decade, f"{first // 10:03}", modifier=modifier)
    if rest in ("week", "month", "year"):
        unit = CalendarUnit(rest)
        day = found.timeline.day_within(unit)
        value_around = unit_around(day, unit) if day else None
        missing_or = value_around if value_around is not None else found.timeline.missing(found.text)
        return Reading(TimeKind.DATE, missing_or, "XXXX", found.timeline.anchor, modifier)
    return None
