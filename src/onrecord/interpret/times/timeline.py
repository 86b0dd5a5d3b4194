"""What a time is reckoned from: the publication day, else the dateline's, and the time told last.

A day without a year, a weekday or "last month" needs an anchor. Without one it stays unresolved with the reason;
the publication date itself never becomes an event's date.
"""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from onrecord.core.article import Article
from onrecord.core.calendar_arithmetic import CalendarUnit, make_date, unit_around
from onrecord.core.dates import DateInterval, Precision
from onrecord.core.extraction import Unresolved
from onrecord.interpret.times.mention import TimeAnchor
from onrecord.interpret.times.vocabulary import MONTHS

_FUTURE_WORDS = frozenset(
    "will 'll ’ll shall wo due expected set slated upcoming would going gonna intends hopes aims vows pledges may might"
    " could scheduled".split(" ")
)
_PLANS = frozenset("scheduled planned plans plan planning postponed delayed expects".split(" "))
"""A future where the time follows them ("planned a march on Friday"), and nothing where they follow it."""

_PAST_WORDS = frozenset(
    "was were did had 'd been said told came went left hit struck fell shot took met held made began broke blew fought"
    " gave found saw sent won lost led kept ran rose cut put says has have wrote spoke flew drove swept caught"
    " brought fled burst tore became hurt got burnt dealt drew since ago".split(" ")
)
_ONLY_WITH_TO = frozenset({"set", "due", "going", "expected", "scheduled"})
_BEFORE_DEADLINES = frozenset({"by", "until", "till", "before"})
_PLANNED_OCCASIONS = frozenset(
    "election elections vote summit meeting talks hearing runoff deadline referendum".split(" ")
)
_WALLS = frozenset(';:“”"()—')
_LOOK = 14  # tokens to each side; a longer clause has its verb nearer in nearly every case
_DAYS_AHEAD = 120
"""A day and month without a year, and no tense, lie ahead only as far as this: "the 20 May election" in March."""
_DAYS_AHEAD_IN_PAST_TENSE = 45
"""And beside a verb in the past as far as this ("was told to leave by Jan. 14"); the last one would be a year ago."""


class Direction(StrEnum):
    """Which side of the anchor the words around point to."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


def direction_at(words: Sequence[str], start: int, stop: int) -> Direction:
    """Past or future, by the nearest verb of the clause: first the one that the time follows.

    A time that opens its clause ("On Friday, leaders will meet") looks ahead first; "Wednesday's ruling" is past
    whatever its clause says, "as early as Tuesday" is ahead.
    """
    before = list(words[max(0, start - _LOOK) : start])
    after = list(words[stop : stop + _LOOK])
    if after and after[0] in ("'s", "’s") and not (len(after) > 1 and after[1].lower() in _PLANNED_OCCASIONS):
        return Direction.PAST
    if [word.lower() for word in before[-3:]] in (["as", "soon", "as"], ["as", "early", "as"], ["no", "later", "than"]):
        return Direction.FUTURE
    deadline = bool(before) and before[-1].lower() in _BEFORE_DEADLINES
    while before and before[-1].lower() in ("on", "by", "in", "the", "early", "late", "and", "from", "this", "until"):
        before.pop()
    opens = not before or before[-1] == "," or before[-1] in _WALLS
    before.reverse()
    near_before, near_after = _up_to_comma(before), _up_to_comma(after)
    looks = [(near_after, 1), (near_before, -1)] if opens else [(near_before, -1), (near_after, 1)]
    looks += [(after, 1), (before, -1)] if opens else [(before, -1), (after, 1)]
    for row, step in looks:
        told = _told(row, step)
        if told is not Direction.UNTOLD:
            return told
    return Direction.FUTURE if deadline else Direction.UNTOLD


def _up_to_comma(words: list[str]) -> list[str]:
    return words[: words.index(",")] if "," in words[1:] else words


def _told(words: list[str], step: int) -> Direction:
    """What the first verb of tense says; ``step`` is −1 where the words are in reverse order."""
    for index, written in enumerate(words):
        word = written.lower()
        if word in _WALLS:
            return Direction.UNTOLD
        neighbour = words[index + step].lower() if 0 <= index + step < len(words) else ""
        preceding = index + 1 if step < 0 else index - 1
        if word == "to" and 0 <= preceding < len(words) and words[preceding].lower() in ("is", "are"):
            return Direction.FUTURE
        if word in _FUTURE_WORDS and (word not in _ONLY_WITH_TO or neighbour in ("to", "for")):
            return Direction.FUTURE
        if word in _PLANS and (step < 0 or neighbour in ("to", "for")):
            return Direction.FUTURE if step < 0 else Direction.UNTOLD
        if word in _PAST_WORDS or (word.endswith("ed") and len(word) > 4 and written.islower()):
            return Direction.PAST
    return Direction.UNTOLD


class Timeline:
    """The anchors of one article, and the time told last as reading goes on."""

    def __init__(self, article: Article) -> None:
        self.anchor = TimeAnchor.PUBLISHED
        self._days = article.published.days if article.published else None
        self._told: DateInterval | None = None
        self._told_by_saying = False
        dateline = dateline_day(article)
        if dateline is not None and (self._days is None or self._days.earliest != self._days.latest):
            self._days = DateInterval.day(dateline)
            self.anchor = TimeAnchor.DATELINE

    @property
    def day(self) -> dt.date | None:
        """The anchor, where it is one day."""
        return self.day_within(CalendarUnit.DAY)

    def day_within(self, unit: CalendarUnit) -> dt.date | None:
        """A day by which a whole ``unit`` can be reckoned: any day, if all the anchor's days share that unit.

        None in the first and the last year that the calendar has, from which one cannot step to the year beside.
        """
        if self._days is None or self._days.earliest.year == dt.MINYEAR or self._days.latest.year == dt.MAXYEAR:
            return None
        first, last = unit_around(self._days.earliest, unit), unit_around(self._days.latest, unit)
        return self._days.earliest if first == last else None

    def missing(self, words: str) -> Unresolved:
        """Why the words cannot be reckoned."""
        if self._days is None:
            return Unresolved(f"no publication date: “{words}” cannot be reckoned")
        return Unresolved(f"the publication date is not exact enough to reckon “{words}”")

    @property
    def told(self) -> DateInterval | None:
        """The time of what was told last, by preference not the time at which somebody spoke."""
        return self._told

    @property
    def told_quarter(self) -> DateInterval | None:
        """The time told last, where it is a quarter: figures "a year ago" are then those of that quarter."""
        told = self._told
        is_quarter = told is not None and told == unit_around(told.earliest, CalendarUnit.QUARTER)
        return told if is_quarter else None

    def tell(self, value: DateInterval, *, by_saying: bool) -> None:
        """Takes note of a resolved date; that of saying ("said on Thursday") gives way to that of an event."""
        if by_saying and self._told is not None and not self._told_by_saying:
            return
        self._told = value
        self._told_by_saying = by_saying

    def nearest(self, month: int, day: int, direction: Direction) -> dt.date | None:
        """The day of that name without a year: in the past, unless the words or the nearness point ahead."""
        anchor = self.day
        if anchor is None:
            return None
        this_year = _day_of(anchor.year, month, day, -1 if direction is not Direction.FUTURE else 1)
        if this_year is None:
            return None
        if direction is Direction.FUTURE:
            return this_year if this_year >= anchor else _day_of(anchor.year + 1, month, day, 1)
        ahead = (this_year - anchor).days
        if direction is Direction.UNTOLD:
            next_year = _day_of(anchor.year + 1, month, day, 1)
            if 0 < ahead <= _DAYS_AHEAD:
                return this_year
            if next_year is not None and (next_year - anchor).days <= _DAYS_AHEAD // 4:
                return next_year
        if ahead <= _DAYS_AHEAD_IN_PAST_TENSE:
            return this_year
        return _day_of(anchor.year - 1, month, day, -1)


def _day_of(year: int, month: int, day: int, step: int) -> dt.date | None:
    """The day in that year, or for 29 February in the next leap year in the direction of ``step``."""
    for candidate in range(year, year + 9 * step, step):
        found = make_date(candidate, month, day)
        if found is not None or not (month == 2 and day == 29):
            return found
    return None


def dateline_day(article: Article) -> dt.date | None:
    """The day that the dateline names; its year from the dateline itself, else the nearest to the publication's."""
    if article.dateline is None or article.dateline.date is None:
        return None
    parts = article.dateline.date.of(article.text).replace(",", " ").lower().split()
    month = next((MONTHS[part] for part in parts if part in MONTHS), None)
    numbers = [int(digits) for part in parts if (digits := part.rstrip("stndrh.")).isdecimal()]
    day = next((number for number in numbers if 1 <= number <= 31), None)
    if month is None or day is None:
        return None
    year = next((number for number in numbers if number > 1000), None)
    if year is not None:
        return make_date(year, month, day)
    if article.published is None:
        return None
    days = article.published.days
    if days.precision in (Precision.DAY, Precision.PART_OF_DAY):
        candidates = [make_date(days.earliest.year + step, month, day) for step in (-1, 0, 1)]
        return min((found for found in candidates if found), key=lambda found: abs(found - days.earliest), default=None)
    within = make_date(days.earliest.year, month, day)
    return within if within is not None and days.earliest <= within <= days.latest else None
