"""Who wrote and who printed a report, as its own lines say: bylines and publisher lines.

>>> byline("By Sara Haddad and Omar Aziz")
'Sara Haddad and Omar Aziz'
>>> byline("By Wednesday, twelve people had died.") is None
True
>>> looks_like_publisher("Tal Nour tribune")
True
"""

import re

from onrecord.ingest.agencies import is_agency

_LONGEST = 120
# A name: capitalised, or in a script without capitals; particles may stand inside it.
_NAME_WORD = r"(?:(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w'’.\-]*|(?-i:[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufffd])[\w'’\-]*)"
_PARTICLE = r"(?:al|el|bin|ibn|abu|de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|ten|y|ben|ould)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}(?:\s+|-))*{_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:\s*(?:,|&|\band\b|،|\bو\b)\s*(?:and\s+)?{_NAME}){{0,5}}"
_POST = (
    r"(?:our\s+)?(?:\w+\s+){0,3}(?:correspondents?|reporters?|editors?|bureau(?:\s+chief)?|staff(?:\s+(?:writer|reporter))?"
    r"|writers?|journalists?|desk|stringer|producer|analyst|columnist)(?:\s+(?:in|for|at)\s+.{2,40})?"
)
_WITH_BY = re.compile(
    rf"(?:(?:written|reported|words|story)\s+)?by[\s:]+(?P<names>{_NAMES})"
    rf"(?:\s*(?:[,|/–—-]|\bin\b|\bfor\b|\bof\b|\bat\b)\s*[^\d]{{2,60}})?",
    re.IGNORECASE,
)
_WITH_POST = re.compile(rf"(?P<names>{_NAMES})\s*[,|/–—-]\s*{_POST}", re.IGNORECASE)
_POST_ALONE = re.compile(
    r"(?:by\s+)?(?P<names>(?:our\s+(?:staff\s+)?(?:correspondents?|reporters?)|staff\s+(?:reporters?|writers?|correspondents?)"
    r"|(?:news|web|online)\s+desk|(?:\w+\s+){1,3}(?:correspondent|staff|web\s+desk|news\s+desk)))",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\(?(?:(?:additional\s+)?(?:reporting|writing|editing)(?:\s+and\s+(?:writing|editing|reporting))?\s+by|edited\s+by|translated\s+by"
    r"|compiled\s+by|with\s+additional\s+reporting\s+by)\s+\S.{2,400}",
    re.IGNORECASE,
)
_BRACKETED_NAME = re.compile(r"[(\[]([A-ZÀ-ÖØ-Þ][^()\[\]\d]{1,40})[)\]]")
_OWNER = re.compile(r"(?:©|\(c\)|copyright)[\s\d,–-]*(?:by\s+)?(?P<name>[^.|,©–]{3,60})", re.IGNORECASE)
_PROPER_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’&-]*(?:\s+(?:of\s+|the\s+|de\s+|des\s+)*[A-ZÀ-ÖØ-Þ0-9][\w'’&-]*){0,4}")
_NO_OWNER = re.compile(
    r"\b(?:all|rights|getty|images|photos?|epa|shutterstock|copyright|reserved|ltd|limited|inc|group|holdings?)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|august|september|october|november"
    r"|december|midnight|noon|dawn|dusk|night|morning|evening|then|early|late|contrast|comparison|law|far|force|sea|air|land)\b",
    re.IGNORECASE,
)

# The last word of a name: one that hardly means anything but a medium, and one that means many things besides.
_MEDIUM = (
    r"(?:times|tribune|herald|gazette|observer|telegraph|guardian|chronicle|examiner|inquirer|courier|newspaper"
    r"|broadcasting|ledger|sentinel)"
)
_PERHAPS_MEDIUM = (
    r"(?:news|post|press|journal|standard|mail|monitor|tv|television|radio|online|today|daily|star|sun|mirror|express|independent|bulletin"
    r"|dispatch|record|review|reporter|citizen|argus|advertiser|leader|wire|network|channel|media|weekly|24|magazine|agency"
    r"|watch|voice|outlook|insider|spectator|nation|globe)"
)
_CAPITALISED = r"(?-i:[A-ZÀ-ÖØ-Þ])[\w’'.&-]*"
_PUBLISHER = re.compile(
    rf"(?:(?:the\s+)?(?:[\w’'.&-]+\s+){{1,3}}{_MEDIUM}|(?:the\s+)?(?:{_CAPITALISED}\s+){{1,2}}(?-i:(?=[A-Z0-9])){_PERHAPS_MEDIUM}"
    rf"|(?:the\s+)?(?:daily|radio|agence|agencia|voice\s+of)\s+{_CAPITALISED}(?:\s{_CAPITALISED})?"
    r"|the\s+(?:times|guardian|nation|observer|independent)"
    r"|(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){0,2}\.(?:com|org|net|info|news|tv|co|[a-z]{2}))",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:breaking|latest|world|top|local|more|fake|good|bad|national|international|related|business|sports?|video|live|general|war|big)\s+"
    r"(?:news|media|report|press|watch|review|world|radio|tv|daily|today|express|post|network)",
    re.IGNORECASE,
)


def byline(line: str) -> str | None:
    """The names in a line that says who wrote: "By X", "X, Correspondent"; None where it is no such line."""
    line = line.strip()
    if len(line) > _LONGEST or line.endswith((".", "!", "?", "…")) or len(line) < 4:
        return None
    for pattern in (_WITH_BY, _WITH_POST, _POST_ALONE):
        found = pattern.fullmatch(line)
        if not found or _CALENDAR.search(found["names"]):
            continue
        names = found["names"].strip(" ,")
        if pattern is not _WITH_POST or (" " in names and not looks_like_publisher(names)):
            return _without_place(names)
    return None


def _without_place(names: str) -> str:
    """ "Sara Haddad, Tal Nour" is one writer and a place: nobody is printed with one name after a full one."""
    writers, _, last = names.rpartition(",")
    is_place = " " in writers.strip() and " " not in last.strip() and not is_agency(last)
    return writers.strip() if is_place else names


def is_sign_off(line: str) -> bool:
    """Whether a line after the report says who worked on it: "(Reporting by X; editing by Y)"."""
    return bool(_SIGN_OFF.fullmatch(line.strip()))


def looks_like_publisher(line: str) -> bool:
    """Whether a short line has the shape of a newspaper's or a station's name, or of its web address."""
    line = line.strip()
    return len(line) <= 50 and bool(_PUBLISHER.fullmatch(line)) and not _SECTION.fullmatch(line)


def bracketed_name(line: str) -> str | None:
    """The name in a line that is nothing but a name in brackets: "(Levant Wire)"."""
    found = _BRACKETED_NAME.fullmatch(line.strip())
    return found[1].strip() if found and found[1].count(" ") <= 3 else None


def owner(copyright_line: str) -> str | None:
    """The medium that a copyright line names; None where it names a picture agency, or nobody."""
    found = _OWNER.search(copyright_line[:200])
    name = found["name"].strip() if found else ""
    known = looks_like_publisher(name) or _PROPER_NAME.fullmatch(name)
    return name if known and not _NO_OWNER.search(name) else None
