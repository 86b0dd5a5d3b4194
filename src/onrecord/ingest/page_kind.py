"""Whether a page is a report at all, or an error page, a list of reports, a wall before one, or an empty shell."""

import re
from collections.abc import Sequence

from onrecord.ingest.arrangement import is_prose
from onrecord.ingest.lines import Hint, Line
from onrecord.ingest.markup import PageLine
from onrecord.ingest.page_facts import PageFacts

_ERROR_TITLE = re.compile(
    r"\b(?:40[0134]|410|429|50[0234])\b.{0,20}(?:error|not\s+found|forbidden|bad\s+gateway|unavailable|page)|\berror\s+(?:40\d|50\d)\b|^\s*(?:40[34]|50[0234])\s*$"
    r"|\b(?:page|article|story|content|file)\s+(?:(?:was|is|could|can|has|does|do)\s*(?:n[o’']t|not)\s+(?:be\s+)?(?:found|exist|available)|not\s+found|cannot\s+be\s+found"
    r"|has\s+(?:been\s+)?(?:moved|removed|expired))|\bnot\s+found\b|\baccess\s+denied\b|\bforbidden\b|\bjust\s+a\s+moment\b|\battention\s+required\b"
    r"|\bare\s+you\s+(?:a\s+)?(?:human|robot)\b|\b(?:site|service)\s+(?:is\s+)?(?:temporarily\s+)?(?:unavailable|down\s+for\s+maintenance)|\bpage\s+(?:isn|doesn)[’']t\b",
    re.IGNORECASE,
)  # fmt: skip
_ERROR_LINE = re.compile(
    r"\b(?:page|address|url|link)\b.{0,60}\b(?:not\s+found|(?:does|could|can)\s*(?:n[o’']t|not)\s+(?:be\s+)?(?:exist|found)|cannot\s+be\s+found|moved|removed|broken|mistyped|doesn[’']t\s+exist)"
    r"|\bchecking\s+(?:your\s+browser|if\s+the\s+site)|\bverify(?:ing)?\s+(?:that\s+)?you\s+are\s+(?:a\s+)?human|\benable\s+(?:javascript|cookies)\b|\bray\s+id\b",
    re.IGNORECASE,
)  # fmt: skip
_WALL = re.compile(
    r"\b(?:log\s?in|sign\s?in|subscribe|register|create\s+(?:a|an|your)\s+(?:free\s+)?account|become\s+a\s+(?:member|subscriber)|start\s+your\s+(?:free\s+)?trial)\b.{0,60}"
    r"\b(?:to\s+(?:continue|read|view|access|unlock|see)|(?:full|unlimited)\s+access|for\s+(?:full|unlimited))"
    r"|\b(?:this|the)\s+(?:article|content|story|page)\s+is\s+(?:for|available|reserved|only|exclusive|exclusively)\b.{0,40}\b(?:subscribers?|members?|users)\b"
    r"|\balready\s+(?:a\s+)?(?:subscriber|member|subscribed|have\s+an\s+account)\b|\byou\s+(?:have|[’']ve)\s+(?:reached|read)\b.{0,40}\b(?:limit|free\s+articles)",
    re.IGNORECASE,
)  # fmt: skip
_SHORT_PAGE = 1200  # characters of running text; error pages and walls are shorter, save for their menus
_FEW_LINKS = 4  # headlines that are links, from which on a page may be a list


def why_no_report(
    lines: Sequence[PageLine], body: Sequence[Line], visible: Sequence[PageLine], facts: PageFacts
) -> str | None:
    """What the page is, in words, where it is no report; None where it is one."""
    prose = [line.text for line in body if is_prose(line)]
    n_characters = sum(map(len, prose))
    title = facts.told.headline or facts.page_title
    if n_characters < _SHORT_PAGE and not facts.is_declared_report:
        if _ERROR_TITLE.search(facts.page_title) or _ERROR_TITLE.search(title):
            return f"an error page: “{title[:80]}”"
        if prose and all(_ERROR_LINE.search(text) for text in prose[:1]):
            return f"an error page: “{prose[0][:80]}”"
    walls = [line.line.text for line in lines if len(line.line.text) <= 300 and _WALL.search(line.line.text)]
    told = [text for text in prose if not _WALL.search(text) and not _ERROR_LINE.search(text)]
    if walls and not told:
        return f"a wall before the report: “{walls[0][:80]}”"
    if not told:
        return f"no running text: {len(lines)} visible lines, no paragraph among them"
    return _why_a_list(lines, visible, len(told), facts)


def _why_a_list(
    lines: Sequence[PageLine], visible: Sequence[PageLine], n_paragraphs: int, facts: PageFacts
) -> str | None:
    """A list is told by headlines that lead elsewhere: about as many as there are paragraphs."""
    if facts.is_declared_report:
        return None
    linked = [line for line in lines if line.frame is None and line.line.hint is Hint.HEADING and line.link_share > 0.6]
    among = _linked_among(lines, visible)
    if facts.is_declared_list and len(linked) >= 2:
        return f"a list of reports: {len(linked)} headlines that are links, and linked data that says so"
    if among >= _FEW_LINKS and among >= 0.4 * n_paragraphs:
        return f"a list of reports: {among} headlines that are links, {n_paragraphs} paragraphs"
    characters = sum(len(line.line.text) for line in visible)
    share = sum(line.link_share * len(line.line.text) for line in visible) / characters if characters else 0.0
    if share > 0.6 and len(visible) >= _FEW_LINKS:
        return f"a list of links: {share:.0%} of its text leads elsewhere"
    return None


def _linked_among(lines: Sequence[PageLine], visible: Sequence[PageLine]) -> int:
    """How many linked headlines stand between the first and the last paragraph (or just before the first)."""
    chosen = {id(line) for line in visible}
    prose = [i for i, line in enumerate(lines) if id(line) in chosen and is_prose(line.line)]
    if not prose:
        return 0
    between = lines[max(0, prose[0] - 3) : prose[-1] + 1]
    return sum(
        line.frame is None and line.line.hint in (Hint.HEADING, Hint.ITEM) and line.link_share > 0.6 for line in between
    )
