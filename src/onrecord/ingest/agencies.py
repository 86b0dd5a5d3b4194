"""News agencies as credits name them: the table by which "(AFP)" is known to be a credit.

Source: the credit lines that the agencies themselves prescribe, as printed by their clients. A short name that is
also a common word or an everyday abbreviation stands in ``_ONLY_IN_BRACKETS``: it is a credit as "(AA)", not as a line "AA".
"""

import re

_NAMES = (
    "Agencies", "News Agencies", "Wire Agencies", "Wire Services", "Wires", "Agency", "Agence France-Presse",
    "Agence France Presse", "AFP", "AP", "The Associated Press", "Associated Press", "Reuters", "Thomson Reuters", "Xinhua",
    "TASS", "Interfax", "Interfax-Ukraine", "Ukrinform", "UNIAN", "RIA Novosti", "RIA", "Sputnik", "Belta", "ANI", "PTI",
    "Press Trust of India", "IANS", "UNI", "APP", "Associated Press of Pakistan", "UNB", "BSS", "Bernama", "Antara", "Kyodo",
    "Kyodo News", "Jiji", "Yonhap", "KCNA", "VNA", "CNA", "UPI", "dpa", "Deutsche Presse-Agentur", "EFE", "ANSA",
    "Adnkronos", "Belga", "ANP", "TT", "NTB", "Ritzau", "PAP", "Tanjug", "Hina", "Agerpres", "MTI", "CTK", "PA", "PA Media",
    "Press Association", "The Canadian Press", "AAP", "Bloomberg", "Anadolu", "Anadolu Agency", "AA", "DHA", "IHA", "QNA",
    "Qatar News Agency", "KUNA", "WAM", "SPA", "Saudi Press Agency", "BNA", "ONA", "SABA", "Saba", "SANA", "NNA",
    "National News Agency", "Petra", "Wafa", "WAFA", "MENA", "INA", "Iraqi News Agency", "NINA", "IRNA", "ISNA", "Fars",
    "Fars News Agency", "Tasnim", "Mehr", "APS", "MAP", "TAP", "SUNA", "ENA", "GNA", "NAN", "News Agency of Nigeria", "PANA",
    "SONNA", "Khaama Press", "Pajhwok", "Pajhwok Afghan News", "Azertac", "Armenpress", "Trend", "Inter Press Service", "IPS",
)  # fmt: skip
_ONLY_IN_BRACKETS = frozenset(
    "AA ANP AP APP APS BNA BSS CNA CTK DHA ENA GNA IHA INA IPS MAP MENA MTI NAN NINA NNA NTB ONA PA PAP RIA SABA SPA SUNA TAP TT UNB "
    "UNI VNA AGENCY TREND FARS SABA PETRA MEHR HINA".split()
) - {"AP"}
_NAME = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_NAMES, key=len, reverse=True))
_LIST = rf"(?:{_NAME})(?:\s*(?:,|/|&|\+|-|–|\band\b|\bwith\b)\s*(?:{_NAME}))*"
_FILLED = rf"(?:with\s+(?:input|inputs|reporting|reports|files|additional\s+reporting)?\s*(?:from|by)?\s*)?(?P<agency>{_LIST})"
_BARE = re.compile(rf"[-–—~]*\s*(?:source\s*:\s*|via\s+|from\s+)?{_FILLED}[.]?", re.IGNORECASE)
_BRACKETED = re.compile(rf"[-–—]*\s*[(\[]\s*(?:source\s*:\s*)?{_FILLED}\s*[)\]][.]?", re.IGNORECASE)
_TRAILING = re.compile(
    rf"(?:(?<=[.!?…”\"’')])\s*(?:[(\[]\s*{_FILLED}\s*[)\]])[.]?|(?<=[.!?…”\"’')])\s*[-–—]+\s*{_FILLED.replace('agency', 'signed')}[.]?)$",
    re.IGNORECASE,
)
_SIGN_OFF_REACH = 120  # characters at the end of a paragraph; no credit is longer


def agency_line(line: str) -> str | None:
    """The agency that the whole of ``line`` credits: "(AFP)", "— Reuters", "With input from agencies"."""
    if len(line) > _SIGN_OFF_REACH:
        return None
    line = line.strip()
    if found := _BRACKETED.fullmatch(line):
        return found["agency"]
    if (found := _BARE.fullmatch(line)) and (
        found["agency"].upper() not in _ONLY_IN_BRACKETS or len(line) > len(found["agency"]) + 1
    ):
        return found["agency"]
    return None


def trailing_agency(paragraph: str) -> tuple[int, str] | None:
    """Where a credit after the last sentence of ``paragraph`` begins, and the agency that it names."""
    reach = max(0, len(paragraph) - _SIGN_OFF_REACH)
    found = _TRAILING.search(paragraph, reach)
    if not found:
        return None
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return (start, found["agency"] or found["signed"]) if start > 0 else None


def is_agency(name: str) -> bool:
    """Whether ``name`` is a news agency, or several."""
    return bool(re.fullmatch(_LIST, name.strip(), re.IGNORECASE))
