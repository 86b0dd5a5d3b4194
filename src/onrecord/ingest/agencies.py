"""News agencies as credits name them: the table by which "(AFP)" is known to be a credit.

Source: the credit lines that the agencies themselves prescribe, as printed by their clients. A short name that is
also a common word or an everyday abbreviation stands in ``_ONLY_IN_BRACKETS``: it is a credit as "(AA)", not as a
line "AA".
"""

import re

_NAMES = """
    AA · AAP · Adnkronos · AFP · Agence France Presse · Agence France-Presse · Agencies · Agency · Agerpres ·
    Anadolu · Anadolu Agency · ANI · ANP · ANSA · Antara · AP · APP · APS · Armenpress · Associated Press ·
    Associated Press of Pakistan · Azertac · Belga · Belta · Bernama · Bloomberg · BNA · BSS · CNA · CTK ·
    Deutsche Presse-Agentur · DHA · dpa · EFE · ENA · Fars · Fars News Agency · GNA · Hina · IANS · IHA · INA ·
    Inter Press Service · Interfax · Interfax-Ukraine · IPS · Iraqi News Agency · IRNA · ISNA · Jiji · KCNA ·
    Khaama Press · KUNA · Kyodo · Kyodo News · MAP · Mehr · MENA · MTI · NAN · National News Agency · News
    Agencies · News Agency of Nigeria · NINA · NNA · NTB · ONA · PA · PA Media · Pajhwok · Pajhwok Afghan News ·
    PANA · PAP · Petra · Press Association · Press Trust of India · PTI · Qatar News Agency · QNA · Reuters ·
    RIA · RIA Novosti · Ritzau · SABA · Saba · SANA · Saudi Press Agency · SONNA · SPA · Sputnik · SUNA · Tanjug
    · TAP · Tasnim · TASS · The Associated Press · The Canadian Press · Thomson Reuters · Trend · TT · Ukrinform
    · UNB · UNI · UNIAN · UPI · VNA · Wafa · WAFA · WAM · Wire Agencies · Wire Services · Wires · Xinhua ·
    Yonhap
"""
_ONLY_IN_BRACKETS = frozenset(
    """
    AA AGENCY ANP APP APS BNA BSS CNA CTK DHA ENA FARS GNA HINA IHA INA IPS MAP MEHR MENA MTI NAN NINA NNA NTB
    ONA PA PAP PETRA RIA SABA SPA SUNA TAP TREND TT UNB UNI VNA
    """.split()
)
_listed = {" ".join(name.split()) for name in _NAMES.split("·")}
_NAME = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_listed, key=len, reverse=True))
_LIST = rf"(?:{_NAME})(?:\s*(?:,|/|&|\+|-|–|\band\b|\bwith\b)\s*(?:{_NAME}))*"
_INPUT = r"(?:with\s+(?:(?:inputs?|reports?|files?|(?:additional\s+)?reporting)\s+)?(?:(?:from|by)\s+)?)?"
_CREDIT = rf"{_INPUT}(?P<agency>{_LIST})"
_SIGNED = rf"{_INPUT}(?P<signed>{_LIST})"
_BARE = re.compile(rf"[-–—~]*\s*(?:source\s*:\s*|via\s+|from\s+)?{_CREDIT}[.]?", re.IGNORECASE)
_BRACKETED = re.compile(rf"[-–—]*\s*[(\[]\s*(?:source\s*:\s*)?{_CREDIT}\s*[)\]][.]?", re.IGNORECASE)
_TRAILING = re.compile(
    rf"(?<=[.!?…”\"’')])\s*(?:[(\[]\s*{_CREDIT}\s*[)\]]|[-–—]+\s*{_SIGNED})[.]?$",
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
