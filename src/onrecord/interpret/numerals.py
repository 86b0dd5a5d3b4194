"""Numbers in words and figures, read from a row of tokens.

>>> number_at(["one", "hundred", "and", "twenty-three", "people"], 0)
Numeral(value=Decimal('123'), stop=4)
>>> number_at(["2.5", "million"], 0)
Numeral(value=Decimal('2500000.0'), stop=2)
>>> number_at(["the", "third"], 0) is None
True
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_ONES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)


def _small_numbers() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate([*_ONES.split(), "eighteen", "nineteen"])}
    for tens, word in enumerate(_TENS.split(), start=2):
        numbers[word] = tens * 10
        for ones in range(1, 10):
            numbers[f"{word}-{_ONES.split()[ones]}"] = tens * 10 + ones
    return numbers


SMALL_NUMBERS = _small_numbers()
"""Zero to ninety-nine."""

SCALES = {
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
_ABBREVIATED_SCALES = frozenset({"k", "m", "mn", "bn"})
_FIGURES = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?")
_ORDINAL_FIGURES = re.compile(r"(\d{1,6})(?:st|nd|rd|th)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the index of the token after it."""

    value: Decimal
    stop: int

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number."""
        return int(self.value) if self.value == self.value.to_integral_value() else None


def is_figures(word: str) -> bool:
    """Whether the word is a number in figures: "12", "1,200", "2.5"."""
    return _FIGURES.fullmatch(word) is not None


def number_at(words: Sequence[str], start: int) -> Numeral | None:
    """The longest cardinal number that begins at ``start``; "a" counts only before "hundred", "thousand", "dozen"."""
    total = Decimal(0)
    current: Decimal | None = None
    position = start
    while position < len(words):
        word = words[position].lower()
        following = words[position + 1].lower() if position + 1 < len(words) else ""
        if current is None and position == start and word in ("a", "an") and _is_scale(following, in_words=True):
            current = Decimal(1)
        elif current is None and _FIGURES.fullmatch(word) and total == 0:
            current = Decimal(word.replace(",", ""))
        elif word in SMALL_NUMBERS and _may_add(current, SMALL_NUMBERS[word]):
            current = (current or Decimal(0)) + SMALL_NUMBERS[word]
        elif word == "hundred" and current is not None and current < 100:
            current *= 100
        elif word == "dozen" and current is not None:
            current *= 12
        elif (
            word in SCALES
            and current is not None
            and (word not in _ABBREVIATED_SCALES or is_figures(words[position - 1]))
        ):
            total, current = total + current * SCALES[word], None
        elif not (word == "and" and position > start and _goes_on(words[position - 1].lower(), following)):
            break
        position += 1
    if position == start:
        return None
    return Numeral(total + (current or Decimal(0)), position)


def _is_scale(word: str, *, in_words: bool) -> bool:
    return word in ("hundred", "dozen") or (word in SCALES and not (in_words and word in _ABBREVIATED_SCALES))


def _may_add(current: Decimal | None, value: int) -> bool:
    """Whether "twenty" + "five" or "hundred" + "twelve" are one number."""
    if current is None or current == 0:
        return current is None
    if current % 100 == 0 and current >= 100:
        return True
    return value < 10 and value > 0 and current % 10 == 0 and 20 <= current % 100 <= 90


def _goes_on(before: str, after: str) -> bool:
    """Whether "and" stands inside a number: "one hundred and five"."""
    return (before == "hundred" or before in SCALES) and after in SMALL_NUMBERS


ORDINALS = {word: value for value, word in enumerate(_ORDINAL_ONES.split())} | {
    **{word.replace("y", "ieth"): tens * 10 for tens, word in enumerate(_TENS.split(), start=2)},
    **{
        f"{word}-{_ORDINAL_ONES.split()[ones]}": tens * 10 + ones
        for tens, word in enumerate(_TENS.split(), start=2)
        for ones in range(1, 10)
    },
}


def ordinal(word: str) -> int | None:
    """The place that an ordinal names: "third" and "3rd" are 3."""
    lower = word.lower()
    if lower in ORDINALS:
        return ORDINALS[lower]
    match = _ORDINAL_FIGURES.fullmatch(lower)
    return int(match[1]) if match else None
