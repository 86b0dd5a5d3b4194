"""What is found where a report tells a time: the words, the days they name, and what that reading rests on."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import DateInterval
from onrecord.core.extraction import Unresolved
from onrecord.core.spans import Span


class TimeKind(StrEnum):
    """The four types of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeAnchor(StrEnum):
    """What the words had to be reckoned from; ``NONE`` for "7 October 2023", which stands by itself."""

    NONE = "none"
    PUBLISHED = "published"
    DATELINE = "dateline"
    TOLD = "told"  # the time that the report told before: "two days earlier"


class TimeModifier(StrEnum):
    """What "early", "nearly" or "at least" do to the value; they never narrow the interval of days."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    AT_LEAST = "EQUAL_OR_MORE"
    AT_MOST = "EQUAL_OR_LESS"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"


@dataclass(frozen=True, slots=True)
class Reading:
    """What some words say of time.

    ``timex`` is the value as TIMEX3 writes it ("2024-02-07TNI", "P3D"), X where it is not known. ``clock`` ("22:30")
    and ``zone`` ("GMT", "local time") are kept as told: no day is moved by them.
    """

    kind: TimeKind
    value: DateInterval | Unresolved
    timex: str
    anchor: TimeAnchor = TimeAnchor.NONE
    modifier: TimeModifier | None = None
    clock: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One time expression of a report; ``span`` is the words without a leading preposition."""

    span: Span
    reading: Reading
    sentence: int

    @property
    def kind(self) -> TimeKind:
        """The TIMEX3 type."""
        return self.reading.kind

    @property
    def value(self) -> DateInterval | Unresolved:
        """The days, or why they are not known."""
        return self.reading.value

    @property
    def depends_on_anchor(self) -> bool:
        """Whether another publication date, or another time told before, would give other days."""
        return self.reading.anchor is not TimeAnchor.NONE
