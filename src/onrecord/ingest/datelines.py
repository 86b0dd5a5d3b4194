"""Datelines: where the reporter sat, on which day, for which agency, printed before the first sentence.

>>> found = read_dateline("TAL NOUR, Feb 8 (Reuters) - Two soldiers were killed.")
>>> found.line, found.place, found.date, found.agency
('TAL NOUR, Feb 8 (Reuters) -', (0, 8), (10, 15), 'Reuters')

A place in capitals needs a dash or a colon after it; a place in small letters needs a date or an agency besides,
because "Three men – all from Tal Nour – were killed" begins in the same way.

Source: the dateline rules of the AP and Reuters style books, and the colon that South Asian papers print.
"""

import re
from dataclasses import dataclass

from onrecord.ingest.agencies import is_agency
from onrecord.ingest.timestamps import MONTH, WEEKDAY

_LONGEST = 140
_CAPITALS = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ]"
_CAPITAL_WORD = rf"{_CAPITALS}(?:{_CAPITALS}|['’.\-]{_CAPITALS}|\.){{1,}}"
_NAME_WORD = rf"{_CAPITALS}[\w'’.\-]+"
_JOINT = r"(?:\s*/\s*|\s+)"
_NOT_DATE = rf"(?!(?i:{WEEKDAY}|{MONTH}))"
_COUNTRY = rf"(?:,\s*{_NOT_DATE}{_NAME_WORD}(?:\s+{_NOT_DATE}{_NAME_WORD}){{0,2}})?"
_PLACE = (
    rf"(?P<place>(?P<capitals>{_CAPITAL_WORD}(?:{_JOINT}(?:of\s+|the\s+)?{_CAPITAL_WORD}){{0,4}}){_COUNTRY}"
    rf"|(?P<name>{_NOT_DATE}(?!(?:On|In|At|By|The|A|For|From|After)\b){_NAME_WORD}(?:{_JOINT}{_NOT_DATE}(?:of\s+|al-)?{_NAME_WORD}){{0,3}}{_COUNTRY}))"
)
_DATE = (
    rf"(?P<date>(?:(?i:{WEEKDAY}),?\s+)?(?:(?i:{MONTH})\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{MONTH})(?:,?\s+\d{{4}})?)|(?i:{WEEKDAY}))"
)
_AGENCY = r"[(\[](?P<agency>[A-Z][^()\[\]]{1,40})[)\]]"
_MARK = r"\s*(?P<mark>(?:--|[-–—]|:)+)(?=\s|(?<=[—–])\S)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:\s*[,;:.]?\s+\(?{_DATE}\)?)?|{_DATE.replace('<date>', '<lone_date>')})?\s*[,;]?\s*"
    rf"(?:(?:{_AGENCY})?{_MARK}|{_AGENCY.replace('<agency>', '<unmarked>')}(?=\s))"
)
# In capitals before a colon or a dash, and no place.
_NO_PLACE = frozenset(
    "ANALYSIS ALERT BREAKING CLARIFICATION COMMENT CORRECTION EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACTBOX "
    "FLASH GALLERY INTERVIEW LATEST LIVE NEWS NOTE OPED OPINION PHOTOS PICTURES PROFILE QUESTION ANSWER RECAP "
    "REPORT SUMMARY TIMELINE UPDATE UPDATED UPDATES URGENT VIDEO VIDEOS WATCH WARNING WHO WHAT WHEN WHERE WHY HOW "
    "NATO UN EU US USA UK AU AL CIA FBI IDF ISIS ISIL ISIS-K PKK YPG SDF RSF SAF TPLF UNHCR UNICEF UNRWA UNESCO "
    "WFP IAEA ICC ICJ ICRC MSF HRW OPEC ASEAN ECOWAS BRICS TTP BLA PTI BJP PML ANC IRGC PMF PMU HTS FARC ELN TV "
    "COVID KEY".split()
)


@dataclass(frozen=True, slots=True)
class PrintedDateline:
    """A dateline at the start of a paragraph: its characters, and where place and date stand in it."""

    line: str
    place: tuple[int, int] | None
    date: tuple[int, int] | None
    agency: str | None


def read_dateline(paragraph: str) -> PrintedDateline | None:
    """The dateline with which ``paragraph`` begins, if it begins with one and goes on after it."""
    found = _DATELINE.match(paragraph[:_LONGEST])
    if not found or not found.group().strip() or not paragraph[found.end() :].strip():
        return None
    if not _is_certain(found):
        return None
    date = "date" if found["date"] else "lone_date"
    return PrintedDateline(
        found.group().rstrip(),
        found.span("place") if found["place"] else None,
        found.span(date) if found[date] else None,
        found["agency"] or found["unmarked"],
    )


def _is_certain(found: re.Match[str]) -> bool:
    dated = bool(found["date"] or found["lone_date"])
    if found["unmarked"]:
        return dated and is_agency(found["unmarked"])
    if found["agency"] and is_agency(found["agency"]):
        return True
    if found["capitals"]:
        return _is_place_like(found["capitals"], found["mark"])
    names_a_day = any(character.isdigit() for character in found["date"] or "")
    return bool(found["name"] and names_a_day and found["mark"] != ":")


def _is_place_like(capitals: str, mark: str) -> bool:
    words = re.split(r"[\s/]+", capitals)
    if any(word.rstrip(".") in _NO_PLACE for word in words):
        return False
    return len(capitals) >= 4 or mark != ":"
