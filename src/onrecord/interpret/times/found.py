"""A pattern's match among the tokens of a sentence, as the readings see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.calendar_arithmetic import CalendarUnit
from onrecord.interpret.numerals import SMALL_NUMBERS, number_at, ordinal
from onrecord.interpret.times.mention import TimeModifier
from onrecord.interpret.times.timeline import Direction, Timeline, direction_at
from onrecord.interpret.times.vocabulary import QUANTIFIERS, UNITS

_MODIFIERS = {
    "early": TimeModifier.START,
    "earlier": TimeModifier.START,
    "beginning": TimeModifier.START,
    "start": TimeModifier.START,
    "late": TimeModifier.END,
    "later": TimeModifier.END,
    "end": TimeModifier.END,
    "close": TimeModifier.END,
    "mid": TimeModifier.MID,
    "middle": TimeModifier.MID,
    "height": TimeModifier.MID,
    "about": TimeModifier.APPROX,
    "around": TimeModifier.APPROX,
    "approximately": TimeModifier.APPROX,
    "roughly": TimeModifier.APPROX,
    "some": TimeModifier.APPROX,
    "nearly": TimeModifier.LESS_THAN,
    "almost": TimeModifier.LESS_THAN,
    "under": TimeModifier.LESS_THAN,
    "less": TimeModifier.LESS_THAN,
    "over": TimeModifier.MORE_THAN,
    "more": TimeModifier.MORE_THAN,
    "least": TimeModifier.AT_LEAST,
    "most": TimeModifier.AT_MOST,
    "up": TimeModifier.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many units: exactly ``low`` = ``high``, a convention's interval, or nothing known (None)."""

    low: float | None
    high: float | None

    @property
    def exact(self) -> float | None:
        """The number, where it is one."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Found:
    """One match: the sentence's words, the match over their letters, and the article's anchors."""

    words: Sequence[str]
    match: re.Match[str]
    timeline: Timeline
    in_title: bool = False

    def word(self, name: str) -> str | None:
        """The first word of a named group, in lower case; None where the group is absent or the rule has none."""
        start, _ = self.reach(name)
        return self.words[start].lower() if start >= 0 else None

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return self.reach(name)[0] >= 0

    def reach(self, name: str) -> tuple[int, int]:
        """The indexes of the group's first token and of the one after it; −1 where it took no part."""
        for group in self.match.re.groupindex:
            if group.rpartition("__")[0] == name and self.match.start(group) >= 0:
                return self.match.span(group)
        return -1, -1

    @property
    def start(self) -> int:
        """The index of the first token."""
        return self.match.start()

    @property
    def stop(self) -> int:
        """The index after the last token."""
        return self.match.end()

    @property
    def text(self) -> str:
        """The words, for messages."""
        return " ".join(self.words[self.start : self.stop])

    @property
    def before(self) -> str:
        """The word before the match, in lower case; "" at the sentence's start."""
        return self.words[self.start - 1].lower() if self.start else ""

    @property
    def after(self) -> str:
        """The word after the match, as written; "" at the sentence's end."""
        return self.words[self.stop] if self.stop < len(self.words) else ""

    def direction(self) -> Direction:
        """Past or future, by the verbs around; a headline's "to" is a future."""
        told = direction_at(self.words, self.start, self.stop)
        if told is Direction.UNTOLD and self.in_title and "to" in self.words:
            return Direction.FUTURE
        return told

    def modifier(self) -> TimeModifier | None:
        """START, END, APPROX … of "early", "the end of", "about"."""
        word = self.word("edge") or self.word("mod") or self.word("measure")
        return _MODIFIERS.get(word) if word else None

    def unit(self) -> CalendarUnit:
        """The unit that the match names."""
        return CalendarUnit(UNITS[self.word("unit") or ""])

    def amount(self) -> Amount | None:
        """How many units; None where the words make no number."""
        halves = 0.5 if self.has("half") else 0.0
        if self.has("n"):
            start, stop = self.reach("n")
            numeral = number_at(self.words[:stop], start)
            if numeral is None or numeral.stop != stop:
                return None
            return Amount(float(numeral.value) + halves, float(numeral.value) + halves)
        if (vague := self.word("q")) is not None:
            interval = QUANTIFIERS[vague]
            return Amount(None, None) if interval is None else Amount(*map(float, interval))
        if self.has("only_half"):
            return Amount(0.5, 0.5)
        return Amount(1.0 + halves, 1.0 + halves) if self.has("one") else Amount(None, None)


def day_number(word: str) -> int:
    """The day of a month that the word names: "8", "8th", "eighth"."""
    named = ordinal(word)
    if named is not None:
        return named
    return int(word) if word.isdecimal() else SMALL_NUMBERS.get(word, 0)
