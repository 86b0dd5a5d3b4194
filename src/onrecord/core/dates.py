"""Dates as reports give them: intervals of whole days, never a day that nobody named.

"February 2024" is the interval from the 1st to the 29th with precision *month*; "Wednesday night" is one day
with precision *part of day* and the part kept beside it.

>>> february = DateInterval.month(2024, 2)
>>> print(february.earliest, february.latest, february.precision)
2024-02-01 2024-02-29 month
"""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How exactly the words named the time; ``RANGE`` is of no calendar unit ("over the past three days")."""

    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


class DayPart(StrEnum):
    """The part of a day that the words named; a night belongs to the day on which it begins."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    OVERNIGHT = "overnight"
    DAWN = "dawn"
    MIDNIGHT = "midnight"


@dataclass(frozen=True, slots=True)
class DateInterval:
    """All days from ``earliest`` to ``latest``, both included.

    Raises:
        ValueError: ``latest`` lies before ``earliest``.
    """

    earliest: dt.date
    latest: dt.date
    precision: Precision
    part: DayPart | None = None

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"an interval cannot end ({self.latest}) before it begins ({self.earliest})")

    @classmethod
    def day(cls, day: dt.date, part: DayPart | None = None) -> "DateInterval":
        """One day, or a part of it."""
        return cls(day, day, Precision.DAY if part is None else Precision.PART_OF_DAY, part)

    @classmethod
    def month(cls, year: int, month: int) -> "DateInterval":
        """All days of one calendar month."""
        last = calendar.monthrange(year, month)[1]
        return cls(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> "DateInterval":
        """All days of one calendar year."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)

    def contains(self, other: "DateInterval") -> bool:
        """Whether every day of ``other`` is one of ours."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def ended_before(self, other: "DateInterval") -> bool:
        """Whether our last day lies before the first day of ``other``."""
        return self.latest < other.earliest
