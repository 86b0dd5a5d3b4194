"""The forms in which English news tells a time, one line each, and the function that reads it.

The first line that matches at a place, and whose function gives a reading, wins: longer forms stand first.
The pattern language is that of :mod:`onrecord.interpret.times.vocabulary`.
"""

import re
from collections.abc import Callable

from onrecord.interpret.times import calendar_readings as by_calendar
from onrecord.interpret.times import relative_readings as by_anchor
from onrecord.interpret.times.found import Found
from onrecord.interpret.times.mention import Reading
from onrecord.interpret.times.named_days import named_day, september_eleventh
from onrecord.interpret.times.vocabulary import compile_pattern

_HOUR = (
    "( hour:CLOCK|DAY|NUMBER_WORD ( ampm:AMPM | o'clock|o’clock ) |"
    " hour_in_zone:CLOCK|YEAR|FIGURES hour_zone:ZONE | bare_hour:CLOCK )"
)
_ZONE = "( zone:ZONE | local:local time )?"
_ABOUT = "( around|about|approximately )?"
_LEAD = "( the? early:early hours of | the? part:PART of | part:PART ( on )? )?"
_MEASURE = "( measure:APPROXIMATE | measure:more|less than | at measure:least|most | measure:up to )?"
_EDGE = "( the? edge:end|beginning|start|middle|close of )?"
_AMOUNT = "( n:NUMBER+ | a? q:QUANTIFIER of? | one:a|an|one )"
_AND_A_HALF = "( half:and a half )?"
_FEAST = (
    "( christmas day|eve? | boxing day | new year 's|’s day|eve | new year | valentine 's|’s day | may day | halloween"
    " | nowruz|newroz | thanksgiving day? | good friday | easter sunday|monday? | ramadan | eid al-fitr|al-adha"
    " | ashura | yom kippur | rosh hashanah | passover | independence day | labor|labour day | memorial day"
    " | veterans day )"
)

_TABLE: tuple[tuple[str, Callable[[Found], Reading | None]], ...] = (
    # days
    ("iso:ISO", by_calendar.figures_day),
    ("slashed:SLASHED", by_calendar.figures_day),
    (
        f"{_ABOUT} {_HOUR} {_ZONE} ( on )? ( WEEKDAY ,? )? month:MONTH day:DAY_OF_MONTH ( ,? year:YEAR"
        " )?",
        by_calendar.calendar_day,
    ),
    (f"{_ABOUT} {_HOUR} {_ZONE} ( on )? ( WEEKDAY ,? )? day:DAY|NTH month:MONTH year:YEAR?", by_calendar.calendar_day),
    ("month:MONTH day:DAY|NTH DASH|to|and last_day:DAY|NTH ( ,? year:YEAR )?", by_calendar.calendar_day),
    ("day:DAY|NTH DASH|to|and last_day:DAY|NTH of? month:MONTH ( ,? year:YEAR )?", by_calendar.calendar_day),
    (
        f"{_LEAD} ( mod:MODIFIER )? ( WEEKDAY ,? )? month:MONTH the? day:DAY_OF_MONTH ( ,? year:YEAR )?"
        " second_part:PART?",
        by_calendar.calendar_day,
    ),
    (
        f"{_LEAD} ( mod:MODIFIER )? ( WEEKDAY ,? )? ( the )? day:DAY|NTH of? month:MONTH ( ,? year:YEAR )?"
        " second_part:PART?",
        by_calendar.calendar_day,
    ),
    ("( WEEKDAY ,? )? the? day:ORDINAL_WORD of month:MONTH ( ,? year:YEAR )?", by_calendar.calendar_day),
    # hours with their day
    (
        f"{_ABOUT} {_HOUR} {_ZONE} ( on )? ( mod:MODIFIER )? rel:LAST|NEXT|this? weekday:WEEKDAY"
        " second_part:PART?",
        by_calendar.weekday,
    ),
    (f"{_ABOUT} {_HOUR} {_ZONE} day_word:yesterday|today|tomorrow", by_anchor.day_word),
    (f"weekday:WEEKDAY at {_ABOUT} {_HOUR} {_ZONE}", by_calendar.weekday),
    (f"{_ABOUT} {_HOUR} {_ZONE} ( the )? of_told_day:same day", by_anchor.part_of_anchor_day),
    # weekdays
    ("every|each|most weekday:WEEKDAY PART?", by_anchor.repeated),
    ("weekdays:WEEKDAYS ( PART )?", by_anchor.repeated),
    ("weekday:WEEKDAY ( of )? of_week:LAST|NEXT|THIS week", by_calendar.weekday),
    ("part:overnight ( into:into|to | on | from ) weekday:WEEKDAY", by_calendar.weekday),
    (
        f"{_LEAD} ( mod:MODIFIER )? rel:LAST|NEXT|this? weekday:WEEKDAY second_part:PART? ( local:local"
        " time )?",
        by_calendar.weekday,
    ),
    # feasts
    ("9/11", september_eleventh),
    ("every|each yearly:christmas|easter|ramadan|thanksgiving", by_anchor.repeated),
    (f"( rel:last|this|next )? (feast: {_FEAST} ) ( ,|of )? year:YEAR?", named_day),
    # months
    ("every|each yearly:MONTH", by_anchor.repeated),
    (f"{_EDGE} ( mod:MODIFIER )? month:MONTH ( of )? of_year:LAST|NEXT|THIS year", by_calendar.calendar_month),
    (f"{_EDGE} ( mod:MODIFIER )? month:MONTH ( ,|of )? year:YEAR", by_calendar.calendar_month),
    (f"{_EDGE} ( mod:MODIFIER )? rel:LAST|NEXT|THIS? month:MONTH", by_calendar.calendar_month),
    ("mid:MID ( ,? year:YEAR )?", by_calendar.middle_token),
    # quarters, halves, seasons, decades, centuries
    (
        "rel:LAST|NEXT|THIS year 's|’s ( nth:first|second|third|fourth quarter | nth:first|second"
        " halves:half )",
        by_calendar.quarter_of,
    ),
    (
        "( the )? ( fiscal )? nth:first|second|third|fourth quarter ( of ( year:YEAR | rel:LAST|NEXT|THIS"
        " year ) )?",
        by_calendar.quarter_of,
    ),
    (
        "( the )? nth:first|second halves:half of ( year:YEAR | rel:LAST|NEXT|THIS year | of_the_year:the"
        " year )",
        by_calendar.quarter_of,
    ),
    ("nth:QUARTER_WORD ( of year:YEAR )?", by_calendar.quarter_of),
    ("( the )? year_before:year-ago|year-earlier ( quarter|period )?", by_calendar.latest_quarter),
    ("the latest quarter|period", by_calendar.latest_quarter),
    ("the quarter", by_calendar.latest_quarter),
    (f"{_EDGE} ( mod:MODIFIER )? ( the )? season:SEASON of? year:YEAR", by_calendar.season_of),
    (f"{_EDGE} ( mod:MODIFIER )? rel:LAST|NEXT|THIS season:SEASON", by_calendar.season_of),
    ("( the )? season:SEASON", by_calendar.season_of),
    (f"{_EDGE} ( the )? ( mod:MODIFIER )? decade:DECADE|DECADE_WORD", by_calendar.decade_of),
    (f"{_EDGE} ( the )? ( mod:MODIFIER )? nth:ORDINAL century", by_calendar.century_of),
    # sets
    ("every|each ( n:NUMBER+ )? unit:UNIT", by_anchor.repeated),
    ("( once|twice | NUMBER+ times ) a|per|every|each unit:UNIT", by_anchor.repeated),
    ("set:SET", by_anchor.repeated),
    # words for days
    (f"{_LEAD} ( mod:MODIFIER )? day_word:yesterday|today|tomorrow|tonight second_part:PART?", by_anchor.day_word),
    ("the day ( one_before:before | one_after:after ) day_word:yesterday|tomorrow", by_anchor.day_word),
    ("( mod:MODIFIER )? ( rel:last part:PART | this:this part:PART | part:overnight )", by_anchor.part_of_anchor_day),
    ("( mod:MODIFIER )? ( that|the same part:PART | that part:PART )", by_anchor.part_of_anchor_day),
    # years
    ("nineteen tens:NUMBER_WORD ones:NUMBER_WORD?", by_calendar.year_in_words),
    ("( the )? marked:year|fiscal year? year:YEAR", by_calendar.bare_year),
    (f"{_EDGE} ( mod:MODIFIER )? year:YEAR", by_calendar.bare_year),
    # so many units from here
    (
        f"{_MEASURE} {_AMOUNT} {_AND_A_HALF} FILLER? unit:UNIT {_AND_A_HALF} ( ago:AGO | from ago:now"
        " )",
        by_anchor.steps_away,
    ),
    (f"{_MEASURE} only_half:half a|an unit:UNIT ago:AGO", by_anchor.steps_away),
    (
        "( the )? rel:LAST|NEXT|first|recent ( n:NUMBER+ | a? q:QUANTIFIER ) FILLER? unit:UNIT ( of"
        " year:YEAR )?",
        by_anchor.stretch,
    ),
    ("( the )? ( past:recent | future:coming ) PLURAL_UNIT", by_anchor.vague),
    ("the rel:past unit:UNIT", by_anchor.stretch),
    # units by the time told
    (
        "( the )? ( backward:previous | forward:following | forward:next ) ( unit:day|night | part:PART"
        " )",
        by_anchor.told_unit,
    ),
    ("the ( backward:previous | forward:following | forward:next ) unit:CALENDAR_UNIT", by_anchor.told_unit),
    ("the unit:day|night|week|month|year ( backward:before|earlier | forward:after ) ", by_anchor.told_unit),
    ("( mod:MODIFIER )? ( that same? | the same ) unit:day|week|weekend|month|year", by_anchor.told_unit),
    ("( mod:MODIFIER )? in the unit:day", by_anchor.told_unit),
    # units by the publication day
    (f"{_EDGE} ( mod:MODIFIER )? ( the )? rel:LAST|NEXT|THIS unit:CALENDAR_UNIT", by_anchor.unit_from_today),
    ("mod:earlier|later|early|late in the unit:week|month|year|decade", by_anchor.unit_from_today),
    (
        "( the )? edge:end|beginning|start|middle|close of the"
        " unit:week|month|year|decade|century",
        by_anchor.unit_from_today,
    ),
    ("the unit:weekend", by_anchor.unit_from_today),
    # hours and parts of the day told last
    (f"{_ABOUT} {_HOUR} {_ZONE}", by_anchor.clock_time),
    ("( the )? part:PART", by_anchor.part_of_told_day),
    # lengths
    (f"{_MEASURE} {_AMOUNT} {_AND_A_HALF} FILLER? unit:UNIT {_AND_A_HALF}", by_anchor.duration),
    ("the n:NUMBER+ FILLER? unit:UNIT", by_anchor.duration),
    (f"{_MEASURE} only_half:half a|an unit:UNIT", by_anchor.duration),
    ("unit:PLURAL_UNIT", by_anchor.duration),
    ("compound:COMPOUND", by_anchor.compound),
    # directions without days
    ("vague:VAGUE", by_anchor.vague),
    ("the ( past:past | future:future )", by_anchor.vague),
    ("present:current | past:recent", by_anchor.vague),
)  # fmt: skip


def _without_names(rule: re.Pattern[str]) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", rule.pattern)


RULES = tuple((compile_pattern(pattern), reading) for pattern, reading in _TABLE)
"""The table, ready to match against a row of letters."""

ANY_RULE = re.compile("|".join(f"(?:{_without_names(rule)})" for rule, _ in RULES))
"""Where any rule could match: the quick look before the rules are tried one by one."""
