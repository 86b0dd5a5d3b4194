"""Where one word ends and the next begins: offsets only, and nothing of the text is lost.

Between two tokens stands white space or a character without width (bidi controls, joiners), never anything else.
The cut follows the Penn Treebank (contractions and possessives are split off, "do|n't", "Iraq|'s"; an
abbreviation keeps its stop, a sentence's last stop is its own token), with one difference that news asks for:
words joined by hyphens stay whole ("US-led", "al-Sudani"). Ranges of numbers are cut ("8|–|12").

>>> text = "Gen. Ali didn't see the US-led strike."
>>> [text[start:end] for start, end in token_offsets(text, 0, len(text))]
['Gen.', 'Ali', 'did', "n't", 'see', 'the', 'US-led', 'strike', '.']
"""

import re
from collections.abc import Iterator


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with spaces, so that a person can read it."""
    return frozenset(words.split())


TITLES = word_set(
    "Adj Adm Amb Asst Atty Brig Capt Cdr Cmdr Cmdt Col Cpl Cpt Det Dr Fr Gen Gov Hon Insp Lt Maj Messrs Mgr Mr Mrs Ms"
    " Mt Mx Pfc Pres Prof Pvt Rep Reps Rev Sec Sen Sens Sgt Spc Spr Supt Treas Maj-Gen Brig-Gen Lt-Gen Lt-Col"
)
"""Before a name, never at the end of a sentence."""

MONTHS_AND_DAYS = word_set(
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)

BEFORE_NUMBERS = word_set("No Nos no nos Art art Fig fig Vol vol p pp par para Ch ch ca c Ps v")
"""Abbreviations only where a number follows: "No. 5", but "He said no."."""

OTHER_ABBREVIATIONS = word_set(
    "approx Assn Ave Blvd Bros Co Corp dept Dept Dist est etc ext Ft govt Govt Inc incl Intl Jr Ltd misc Mfg Natl Pte"
    " Rd resp Sq Sr St Sta Ste tel Univ viz vs cf Eds eds Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La"
    " Mass Md Mich Minn Mo Mont Neb Nev Okla Ont Ore Pa Que Tenn Tex Va Vt Wash Wis Wyo"
)

# Marks that stand on or inside a word and that \w leaves out: Latin, Cyrillic, Hebrew, Arabic, Indic, Thai.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0abc-\u0acd\u0b3c-\u0b57\u0bbe-\u0bcd\u0c3e-\u0c56"
    "\u0cbc-\u0cd6\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_JOINERS = "\u200c\u200d\u00ad\ufe0e\ufe0f"
_WIDTHLESS = _JOINERS + "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LETTER = r"[^\W\d_]"
_START = rf"[\w{_MARKS}]"
_INSIDE = rf"[\w{_MARKS}{_JOINERS}]"
_EMOJI = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
_STOPPED = "|".join(sorted(TITLES | MONTHS_AND_DAYS | OTHER_ABBREVIATIONS, key=lambda word: (-len(word), word)))
_NUMBERED = "|".join(sorted(BEFORE_NUMBERS, key=lambda word: (-len(word), word)))

# Every repetition before a required character is bounded and every other one is possessive, so that no text, however
# made, costs more than a constant for each of its characters.
_TOKEN = re.compile(
    rf"""
    (?P<gap> [\s{_WIDTHLESS}]++ )
  | [A-Za-z]++(?=[ ,;\n])(?<!\bcannot)                                           # the short way for most words
  | (?P<url> (?:(?:https?|ftp)://|www\.)[^\s{_WIDTHLESS}<>"“”«»]++ )
  | [\w.+-]{{1,64}}@(?:[\w-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}                   # e-mail
  | [\#@]\w{{1,140}}+                                                            # hashtag, handle
  | [\U0001f1e6-\U0001f1ff]{{2}}                                                 # flag
  | {_EMOJI}(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d{_EMOJI})*+
  | [A-Z]{{0,3}}[$€£¥₪₹₽](?=\s?\d)                                               # US$ before a figure
  | \d{{1,30}}(?:[.,:]\d{{1,30}})*+                                              # a figure, cut from its unit
        (?=(?:bn|mn|tn|m|k|km|kg|cm|mm|mph|kph|am|pm|ft|lbs?|hrs?|mins?)\b | [ap]\.m\.)
  | ['’]\d0s\b                                                                   # ’90s
  | \d++(?:[.,:/]\d++)*+                                                         # the left side of a range
        (?=[-‐‑–]\d++(?:[.,:/]\d++)*+(?:(?:bn|mn|m|k|km|kg|am|pm)\b)?+(?!\w|[-‐‑]\w))
  | (?:{_LETTER}\.){{2,12}}(?:[-‐‑]{_INSIDE}++)*+                                # U.S., a.m., U.S.-led
  | (?:[A-Z]\.){{1,12}}[A-Z](?![\w'’])                                           # U.S
  | [A-Z]\.(?=\s?[A-Z][\w.'’])                                                   # J. R. Smith
  | (?:{_STOPPED})\.(?![a-z])
  | (?:{_NUMBERED})\.(?=\s?\d)
  | \d++(?:[.,:/]\d++)++(?!\w)                                                   # 1,200  10:30  08/02/2024
  | (?:[A-Za-z\d-]{{1,63}}\.){{1,6}}(?:com|org|net|gov|edu|mil|int|info|news|io|co\.uk|uk|iq|il|ru|ua)\b(?!\.\w)
  | (?P<word> {_START}{_INSIDE}*+(?:[-‐‑'’]{_INSIDE}++)*+ )
  | \.{{2,}}+ | -{{2,}}+ | ``|'' | [!?]{{2,}}+ | (?P<run> [*=~\#])(?P=run)++
  | .
    """,
    re.VERBOSE | re.DOTALL,
)

_AFTER_ANY_WORD = frozenset({"s", "re", "ve", "ll"})
_AFTER_PRONOUN = frozenset({"d", "m"})  # "he'd", but not the name "Sa'd"
_PRONOUNS = word_set("i you he she it we they who there that")
_URL_TAIL = ".,;:!?)]}'’…"


def token_offsets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets of each token of ``text[start:end]``, in order; linear in the length, whatever the text."""
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        match match.lastgroup:
            case "gap":
                continue
            case "url":
                tail = last
                while text[tail - 1] in _URL_TAIL:
                    tail -= 1
                yield first, tail
                yield from ((index, index + 1) for index in range(tail, last))
            case "word" if (cut := _contraction_start(text, first, last)) > first:
                yield first, cut
                yield cut, last
            case _:
                yield first, last


def _contraction_start(text: str, start: int, stop: int) -> int:
    """Where the second half of "do|n't", "Iraq|'s" or "can|not" begins; ``start`` where the word is one."""
    word = text[start:stop]
    apostrophe = max(word.rfind("'"), word.rfind("’"))
    if apostrophe < 0:
        return start + 3 if stop - start == 6 and word.lower() == "cannot" else start
    ending = word[apostrophe + 1 :].lower()
    if ending == "t" and apostrophe > 1 and word[apostrophe - 1] in "nN":
        return start + apostrophe - 1
    if ending in _AFTER_ANY_WORD or (ending in _AFTER_PRONOUN and word[:apostrophe].lower() in _PRONOUNS):
        return start + apostrophe
    return start
