"""The words that tell of time, in classes, and a pattern language over rows of them.

A sentence becomes a row of letters, one for each token: each word of the tables below has a letter of its own,
figures have a letter for their shape, and any other token is ".". A pattern such as
``"month:MONTH day:DAY ( ,? year:YEAR )?"`` becomes a regular expression over these letters. So a rule names whole
words, a match gives token numbers, and the search costs time in proportion to the number of tokens.

>>> row = letters_of(["on", "Feb.", "8", ",", "2024"])
>>> compile_pattern("month:MONTH day:DAY ( ,? year:YEAR )?").search(row).span()
(1, 5)
"""

import re
from collections.abc import Iterable, Sequence

from onrecord.interpret.numerals import ORDINALS, SMALL_NUMBERS

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan. jan",
            "february feb. feb",
            "march mar. mar",
            "april apr. apr",
            "may",
            "june jun. jun",
            "july jul. jul",
            "august aug. aug",
            "september sept. sept sep. sep",
            "october oct. oct",
            "november nov. nov",
            "december dec. dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon. mon",
            "tuesday tue. tues. tue tues",
            "wednesday wed. wed",
            "thursday thu. thurs. thur. thu thurs",
            "friday fri. fri",
            "saturday sat. sat",
            "sunday sun. sun",
        )
    )
    for name in names.split()
}
SHORT_NAMES = frozenset(
    "jan mar apr jun jul sept sep oct nov dec feb aug mon tue tues wed thu thurs fri sat sun".split(" ")
)
"""Only beside a number: "Jan 5", but Jan Egeland; "Sat 3 Feb", but he sat."""

UNITS = {
    word: unit
    for unit, words in {
        "second": "seconds",
        "minute": "minute minutes min mins",
        "hour": "hour hours hrs",
        "day": "day days",
        "night": "night nights",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia",
    }.items()
    for word in words.split()
}
PARTS = {
    "morning": "morning",
    "mornings": "morning",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "noon": "noon",
    "midday": "noon",
    "lunchtime": "noon",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "dusk": "evening",
    "sunset": "evening",
    "nightfall": "evening",
    "night": "night",
    "nights": "night",
    "overnight": "overnight",
    "midnight": "midnight",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
QUANTIFIERS = {"several": (3, 9), "few": (2, 5), "couple": (2, 3), "many": None, "some": None, "numerous": None}
"""How many a vague word means, as an interval; None where even that cannot be said. The same convention as tolls."""

SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}
VAGUE = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
}
DECADES_IN_WORDS = {
    word: tens
    for tens, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

PLURAL_WEEKDAYS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}

_CLASSES: dict[str, Iterable[str]] = {
    "MONTH": MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": PLURAL_WEEKDAYS,
    "UNIT": UNITS,
    "CALENDAR_UNIT": ("week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century", "millennium"),
    "PLURAL_UNIT": tuple(word for word in UNITS if word.endswith("s") or word == "millennia"),
    "PART": PARTS,
    "SEASON": SEASONS,
    "QUANTIFIER": QUANTIFIERS,
    "SET": SETS,
    "VAGUE": VAGUE,
    "NUMBER_WORD": (*SMALL_NUMBERS, "hundred", "thousand", "million", "dozen"),
    "ORDINAL_WORD": ORDINALS,
    "TENS": ("ten", "eleven", "twelve", *(word for word, value in SMALL_NUMBERS.items() if value > 12)),
    "DECADE_WORD": DECADES_IN_WORDS,
    "MODIFIER": ("early", "earlier", "late", "later", "mid"),
    "APPROXIMATE": ("about", "around", "approximately", "roughly", "nearly", "almost", "over", "under", "some"),
    "LAST": ("last", "past", "previous"),
    "NEXT": ("next", "coming", "upcoming", "following"),
    "THIS": ("this", "current"),
    "AGO": ("ago", "earlier", "later", "before", "after", "hence", "previously"),
    "AMPM": ("a.m.", "p.m.", "am", "pm", "a.m", "p.m"),
    "ZONE": ("gmt", "utc", "est", "edt", "et", "cet", "cest", "bst", "msk", "ist", "pst", "pdt", "eet", "eest"),
    "DASH": ("-", "–", "—"),
    "FILLER": ("more", "full", "whole", "long", "straight", "consecutive", "successive", "additional", "other"),
}  # fmt: skip

# Words that patterns name one by one.
_LITERALS = (
    "'s , 9/11 a about after al-adha al-fitr an and approximately around ashura at before beginning boxing"
    " century christmas close coming current day decade each earlier early easter eid end eve every first"
    " fiscal following fourth friday from future good half halloween hashanah hours in independence into kippur"
    " labor labour last late later latest least less local may memorial middle monday month more most new"
    " newroz next night nineteen now nowruz o'clock of on once one overnight o’clock passover past per period"
    " previous quarter ramadan recent rosh same second start sunday than thanksgiving that the third this time"
    " times to today tomorrow tonight twice up valentine veterans week weekend year year-ago year-earlier"
    " yesterday yom ’s"
).split()

# Shapes of figures; each has one letter.
_SHAPES = (
    ("ISO", re.compile(r"(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")),
    ("SLASHED", re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:1[89]|20)\d\d")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d")),
    ("DAY", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("YEAR", re.compile(r"1[1-9]\d\d|20\d\d")),
    ("FIGURES", re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,4})?|\d/\d")),
    ("NTH", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", re.IGNORECASE)),
    ("NTH_CENTURY", re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)),
    ("DECADE", re.compile(r"(?:1[5-9]|20)\d0s|['’]\d0s")),
    ("MID", re.compile(r"(?i:mid|early|late)[-‐](?:[A-Z][a-z]+|(?:1\d|20)\d\ds?|week|month|year)")),
    ("COMPOUND", re.compile(
        r"[a-z]+(?:-[a-z]+)?-(?:second|minute|hour|day|night|week|month|year|decade|century)s?(?:-long)?"
        r"|\d{1,4}-(?:second|minute|hour|day|night|week|month|year|decade)s?(?:-long)?"
        r"|(?:hour|day|week|month|year|decade)s?-long",
        re.IGNORECASE,
    )),
    ("QUARTER_WORD", re.compile(r"(?:first|second|third|fourth)-(?:quarter|half)", re.IGNORECASE)),
)  # fmt: skip

_CAPITALISED = frozenset([*MONTHS, *WEEKDAYS, *PLURAL_WEEKDAYS])

_WORDS = sorted({word for words in _CLASSES.values() for word in words} | set(_LITERALS))
_LETTER_BY_WORD = {word: chr(0xE000 + index) for index, word in enumerate(_WORDS)}
_LETTER_BY_SHAPE = {name: chr(0xE000 + len(_WORDS) + index) for index, (name, _) in enumerate(_SHAPES)}

_LETTERS_BY_CLASS = {name: "".join(_LETTER_BY_WORD[word] for word in words) for name, words in _CLASSES.items()} | dict(
    _LETTER_BY_SHAPE
)
_LETTERS_BY_CLASS["NUMBER"] = "".join(_LETTERS_BY_CLASS[name] for name in ("NUMBER_WORD", "DAY", "YEAR", "FIGURES"))
_LETTERS_BY_CLASS["ORDINAL"] = "".join(_LETTERS_BY_CLASS[name] for name in ("ORDINAL_WORD", "NTH", "NTH_CENTURY"))
_LETTERS_BY_CLASS["DAY_OF_MONTH"] = (
    _LETTERS_BY_CLASS["DAY"]
    + _LETTERS_BY_CLASS["NTH"]
    + "".join(_LETTER_BY_WORD[word] for word, value in ORDINALS.items() if 1 <= value <= 31)
)
_ITEM = re.compile(r"(?:(?P<name>[a-z_]+):)?(?P<body>[^\s:?+]+)(?P<repeat>[?+]?)")


def letters_of(words: Sequence[str]) -> str:
    """One letter a token; "." for a token that tells nothing of time."""
    return "".join(map(_letter, words))


def _letter(word: str) -> str:
    first = word[0]
    if first.isdigit() or first in "'’" or "-" in word or "‐" in word:
        for name, shape in _SHAPES:
            if len(word) < 40 and shape.fullmatch(word):
                return _LETTER_BY_SHAPE[name]
    lower = word.lower()
    if lower in _CAPITALISED and not first.isupper():
        return "."
    return _LETTER_BY_WORD.get(lower, ".")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over letters.

    ``name:CLASS`` is a named group, ``(name: … )`` one of several items, ``a|b`` either word, ``?`` and ``+`` as ever.
    A name may stand in a pattern more than once; its groups are told apart by a number (``name__1``).

    Raises:
        KeyError: the pattern names a class or a word that no table holds.
    """
    parts: list[str] = []
    for index, item in enumerate(pattern.split()):
        if item in ("(", ")", ")?", "|"):
            parts.append(item.replace("(", "(?:"))
        elif item.startswith("(") and item.endswith(":"):
            parts.append(f"(?P<{item[1:-1]}__{index}>")
        else:
            parts.append(_compiled_item(item, index, pattern))
    return re.compile("".join(parts))


def _compiled_item(item: str, index: int, pattern: str) -> str:
    match = _ITEM.fullmatch(item)
    if match is None:
        raise KeyError(f"not an item of a pattern: {item!r} in {pattern!r}")
    piece = f"[{''.join(_letters(body, pattern) for body in match['body'].split('|'))}]"
    piece += "+" if match["repeat"] == "+" else ""
    if match["name"]:
        piece = f"(?P<{match['name']}__{index}>{piece})"
    return piece + ("?" if match["repeat"] == "?" else "")


def _letters(body: str, pattern: str) -> str:
    if body in _LETTERS_BY_CLASS:
        return _LETTERS_BY_CLASS[body]
    if body in _LETTER_BY_WORD:
        return _LETTER_BY_WORD[body]
    raise KeyError(f"neither a class nor a word of the tables: {body!r} in {pattern!r}")
