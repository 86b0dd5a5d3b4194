"""Counted people: a number in words or figures, its modifiers, and the words for those who are counted.

>>> [(count.low, count.high) for count in find_counts("At least 14 people and a commander fled".split())]
[(14, None), (1, 1)]
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.interpret.numerals import SCALES, number_at
from onrecord.interpret.quantities.words import (
    COUNT_MODIFIERS,
    CUMULATIVE_STEMS,
    HARM_WORDS,
    LINKS,
    NOT_PEOPLE,
    PEOPLE,
    PLURAL_PEOPLE,
    SINGULAR_PEOPLE,
    VAGUE_COUNTS,
    Shape,
)
from onrecord.interpret.times.vocabulary import MONTHS

_LONGEST_PHRASE = 8
_MORE = frozenset({"more", "other", "others", "additional", "further", "fellow"})
_ENDS_PHRASE = (
    frozenset(
        "in on at by from to with for of during after before near inside outside while when where who whom whose which"
        " that and or but as into over under across against since until because , . ; : ! ? ( ) “ ” \" ' ’ ‘ – — - /"
        " if than so including among amid also aboard alone around through without within following"
        " despite between".split()
    )
    | LINKS
) - {"'s", "’s", "even", "still"}
_DETERMINERS = frozenset({"a", "an", "the", "another", "his", "her", "its", "their", "one"})
_MONEY = frozenset("$ € £ ¥ ₪ us$ usd eur".split())
_NOT_AFTER = _MONEY | frozenset(
    "aged age ages no. nos. number article resolution unit no page chapter brigade # route".split()
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of whom, by token numbers.

    The number phrase is ``start`` to ``number_stop``; the words for the counted ``who`` (None where none are there)
    reach to ``stop``. ``low`` or ``high`` is None where the words set no such bound.
    """

    start: int
    number_stop: int
    stop: int
    low: int | None
    high: int | None
    who: tuple[int, int] | None
    approximate: bool = False
    singular: bool = False


def find_counts(words: Sequence[str]) -> list[Count]:
    """All counted people of a sentence, in order."""
    lower = [word.lower() for word in words]
    counts: list[Count] = []
    position = 0
    while position < len(lower):
        count = _number_of_people(words, lower, position) or _one_person(words, lower, position)
        if count is None:
            position += 1
        else:
            counts.append(count)
            position = count.stop
    return counts


def _number_of_people(words: Sequence[str], lower: list[str], start: int) -> Count | None:
    position, modifier = _modifier(lower, start)
    article = lower[start] in ("a", "the", "another")
    family = lower[start + article : start + article + 2] == ["family", "of"]
    if family:
        position = start + article + 2
    interval = _interval(lower, position)
    if interval is None:
        return None
    low, high, number_stop = interval
    if _is_date(words, lower, position, number_stop):
        return None
    before = lower[start - 1] if start else ""
    if before in _NOT_AFTER or (position > start and lower[position - 1] in _MONEY):
        return None
    if not family and modifier == "" and start and before == "of" and lower[start - 2 : start - 1] == ["family"]:
        return None
    low, high = _bounded(low, high, modifier)
    who, stop = _who(words, lower, number_stop)
    if who is None and stop == -1:
        return None
    if who is None and _is_age(words, start, number_stop):
        return None
    if family:
        who, stop = (start + article, start + article + 1), number_stop
    return Count(start, number_stop, stop, low, high, who, approximate=modifier == "about")


def _modifier(lower: list[str], start: int) -> tuple[int, str]:
    """The words before a number and what they do; several may stand in a row ("at least another 12")."""
    position, kind = start, ""
    for _ in range(3):
        for length in (3, 2, 1):
            phrase = tuple(lower[position : position + length])
            if len(phrase) == length and phrase in COUNT_MODIFIERS:
                if COUNT_MODIFIERS[phrase] != "exactly" or not kind:
                    kind = COUNT_MODIFIERS[phrase]
                position += length
                break
        else:
            break
    return position, kind


def _interval(lower: list[str], start: int) -> tuple[int | None, int | None, int] | None:
    """The number, range or vague number at ``start``, and the index after it."""
    for length in (3, 2, 1):
        phrase = tuple(lower[start : start + length])
        vague = VAGUE_COUNTS.get(phrase)
        if vague is not None and len(phrase) == length:
            stop = start + length
            return vague[0], vague[1], stop + (lower[stop : stop + 1] == ["of"])
    if lower[start : start + 2] == ["no", "one"] or lower[start : start + 1] in (["nobody"], ["none"]):
        return 0, 0, start + (2 if lower[start] == "no" else 1)
    if lower[start : start + 1] == ["no"] and start + 1 < len(lower):
        return (0, 0, start + 1) if _counts_nobody(lower, start + 1) else None
    between = lower[start : start + 1] in (["between"], ["from"])
    first = number_at(lower, start + between)
    if first is None or first.whole is None:
        return None
    joint = lower[first.stop : first.stop + 1]
    before = lower[max(0, start - 2) : start + between]
    rises = before[-1:] == ["from"] and before[-2:-1] and before[-2] in CUMULATIVE_STEMS
    if not rises and (joint in (["-"], ["–"], ["to"], ["or"]) or (between and joint == ["and"])):
        second = number_at(lower, first.stop + 1)
        if second is not None and second.whole is not None and second.whole > first.whole:
            scale = SCALES.get(lower[second.stop - 1], 1) if lower[first.stop - 1] not in SCALES else 1
            low = first.whole * scale if first.whole * scale < second.whole else first.whole
            return low, second.whole, second.stop
    return None if between else (first.whole, first.whole, first.stop)


def _counts_nobody(lower: list[str], start: int) -> bool:
    """Whether "no" counts people: "no civilians", "no deaths"."""
    for word in lower[start : start + 3]:
        if word in PEOPLE or (word in HARM_WORDS and HARM_WORDS[word].shape is Shape.NOUN) or word == "casualties":
            return True
        if word in _ENDS_PHRASE:
            return False
    return False


def _bounded(low: int | None, high: int | None, modifier: str) -> tuple[int | None, int | None]:
    """The interval after "at least", "more than", "up to" …: "up to 30" sets no lower bound at all."""
    match modifier:
        case "least":
            return low, None
        case "more":
            return (None if low is None else low + 1 if low == high else low), None
        case "most":
            return None, high
        case "fewer":
            return None, None if low is None else max(low - 1, 0)
        case _:
            return low, high


def _who(words: Sequence[str], lower: list[str], start: int) -> tuple[tuple[int, int] | None, int]:
    """The words for the counted, and where they end; (None, −1) where something else is counted."""
    first = start
    if lower[first : first + 1] == ["of"]:
        first += 1
        if lower[first : first + 1] in (["them"], ["whom"], ["those"]):
            return (first, first + 1), first + 1
    while lower[first : first + 1] and lower[first] in ("the", "his", "its", "their", "her", "our", "these", "those"):
        first += 1
    position = first
    head = -1
    limit = min(len(lower), first + _LONGEST_PHRASE)
    while position < limit:
        word = lower[position]
        if word in PEOPLE:
            head = position
        if position > first and head < position and head >= 0 and not _goes_on(words, lower, position):
            break
        if word in _ENDS_PHRASE or (word in HARM_WORDS and (position > first or not _describes(lower, position))):
            break
        if word in NOT_PEOPLE and head < 0 and lower[position + 1 : position + 2] != ["workers"]:
            return None, -1
        position += 1
    if head >= 0:
        return (first, head + 1), head + 1
    if position == first or (position == first + 1 and lower[first] in _MORE):
        return None, position
    last = lower[position - 1]
    if last in NOT_PEOPLE or not words[position - 1][0].isalpha():
        return None, -1
    return (first, position), position


def _goes_on(words: Sequence[str], lower: list[str], position: int) -> bool:
    """Whether the phrase goes on after a word for people: "army officers", "police recruits"."""
    word = lower[position]
    return word in PEOPLE or (
        position + 1 < len(lower)
        and lower[position + 1] in PEOPLE
        and words[position].isalpha()
        and word not in _ENDS_PHRASE
        and word not in HARM_WORDS
    )


def _describes(lower: list[str], position: int) -> bool:
    """Whether a word of harm describes those counted: "three wounded soldiers", "12 missing men"."""
    shape = HARM_WORDS[lower[position]].shape
    described = any(word in PEOPLE for word in lower[position + 1 : position + 3])
    return described and (shape is Shape.PARTICIPLE or lower[position] == "missing")


def _is_age(words: Sequence[str], start: int, stop: int) -> bool:
    """Whether a bare number between commas, or in brackets, follows a name or a person: "Ali, 44, was hurt"."""
    before, after = words[max(0, start - 2) : start], words[stop : stop + 1]
    closed = (before[1:] == [","] and after in ([","], ["."], [], [";"])) or (before[1:] == ["("] and after == [")"])
    return closed and (before[0][0].isupper() or before[0].lower() in PEOPLE)


def _is_date(words: Sequence[str], lower: list[str], start: int, stop: int) -> bool:
    """Whether the number is a day or a year: "7 October", "in 2014"."""
    around = (words[start - 1] if start else "", words[stop] if stop < len(words) else "")
    if any(word[:1].isupper() and word.lower() in MONTHS for word in around):
        return True
    number = words[start]
    year = stop == start + 1 and len(number) == 4 and number.isdecimal() and number[:2] in ("19", "20")
    return year and around[0].lower() in (
        "in",
        "since",
        "until",
        "by",
        "of",
        "during",
        "from",
        "(",
        "late",
        "early",
        ",",
    )


def _one_person(words: Sequence[str], lower: list[str], start: int) -> Count | None:
    """ "A senior commander", "the journalist", "Hamas leader": one person by description."""
    word = lower[start]
    determined = word in _DETERMINERS
    if not determined and not (word in SINGULAR_PEOPLE or words[start][0].isupper()):
        return None
    first = start + 1 if determined else start
    head = -1
    for position in range(first, min(len(lower), first + _LONGEST_PHRASE)):
        current = lower[position]
        following = lower[position + 1] if position + 1 < len(lower) else ""
        if current in SINGULAR_PEOPLE and following not in PEOPLE:
            head = position
            break
        if (current in PLURAL_PEOPLE and following not in SINGULAR_PEOPLE) or current in _ENDS_PHRASE | NOT_PEOPLE:
            break
        if current in HARM_WORDS and not (
            position == first and current in ("wounded", "injured", "detained", "missing")
        ):
            break
    if head < 0 or not _phrase_ends(words, lower, head + 1) or (lower[head] in _NATIONAL and not determined):
        return None
    return Count(start, head + 1, head + 1, 1, 1, (first, head + 1), singular=True)


def _phrase_ends(words: Sequence[str], lower: list[str], stop: int) -> bool:
    """Whether what follows is no further noun: "a student", but not "a student union"; a name may follow."""
    if stop >= len(words):
        return True
    following = lower[stop]
    if following in ("'s", "’s"):
        return False
    known = following in _ENDS_PHRASE or following in HARM_WORDS or following.endswith(("ly", "ed"))
    return known or not words[stop][0].isalpha() or words[stop][0].isupper()


_NATIONAL = frozenset(
    "palestinian israeli afghan syrian iraqi ukrainian russian yemeni iranian kurd american turk somali nigerian"
    " pakistani indian christian muslim general major humanitarian academic chief".split()
)
"""Also adjectives: one person only after a determiner, and only as the phrase's head."""
