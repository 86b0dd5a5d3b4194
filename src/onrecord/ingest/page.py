"""Reading a saved web page: trafilatura finds the body, we read it line by line, with all that stands around it.

Trafilatura says which words are the report; where they stand, what kind of line each is, and what lies between them
is read from the page itself, so that captions, sub-headlines and credits keep their places. Lines inside the element
that holds the report are all accounted for: in the text, or in ``left_out``. The frame of the page (its menus, its
footer) is not listed line by line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.core.article import Article, LeftOut, LeftOutKind
from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest.arrangement import PrintedReport, arrange, is_prose, reads_as_credit
from onrecord.ingest.assembly import assemble, joined
from onrecord.ingest.characters import clean, decode
from onrecord.ingest.furniture import furniture_kind
from onrecord.ingest.given import Given
from onrecord.ingest.language import identify
from onrecord.ingest.lines import Hint, Line, logical_lines
from onrecord.ingest.markup import PageLine, page_lines, parsed
from onrecord.ingest.page_facts import PageFacts, read_facts
from onrecord.ingest.page_kind import why_no_report
from onrecord.ingest.pasted import STAGE

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONG_ENOUGH_TO_FIND = 25  # letters and digits; shorter lines are looked for as wholes, not inside others
_BODY_SHARE = 0.9  # of the report's characters, in the element that is said to hold it
_FOUND_SHARE = 0.5  # below it, the body that trafilatura gave does not come from the visible page
_LINKED = 0.6  # share of a line's characters that are links, above which it points elsewhere
_HINTS_BY_TAG = {"head": Hint.HEADING, "item": Hint.ITEM}


def read_html(data: bytes | str, *, given: Given | None = None, item: str = "page") -> Article | Skipped:
    """The report on a page; ``item`` names the page in what is skipped."""
    given = given or Given()
    markup, noted = clean(decode(data) if isinstance(data, bytes) else data)
    if not markup.strip():
        return Skipped(item, STAGE, SkipReason.EMPTY, "there is no visible character in it")
    page = parsed(markup)
    lines = page_lines(page.tree)
    body, visible = _body_lines(lines, page.markup)
    starts = next((line.element for line in visible if is_prose(line.line)), None)
    facts = read_facts(page.tree, markup, lines, url=given.url, body_starts=starts)
    if facts.body and (not visible or not any(map(is_prose, body))):
        body, visible = logical_lines(clean(facts.body)[0]), []
    if reason := why_no_report(lines, body, visible, facts):
        return Skipped(item, STAGE, SkipReason.NOT_AN_ARTICLE, reason)
    printed = _arranged(lines, body, visible, facts)
    language = identify(joined(printed.pieces)[0], facts.told.language)
    if language.foreign:
        return Skipped(item, STAGE, SkipReason.LANGUAGE, f"not English: {language.detail}")
    return assemble(printed, facts.told, given, language=language.code, noted=noted)


def _body_lines(lines: Sequence[PageLine], markup: str) -> tuple[list[Line], list[PageLine]]:
    """The lines of the report; those of them that the page shows, with their elements."""
    extracted = _extracted(markup)
    if not extracted:
        visible = [line for line in lines if line.frame is None and line.named_frame is None]
        return [line.line for line in visible], visible
    whole = "".join(map(_key, (line.text for line in extracted)))
    parts = {_key(line.text) for line in extracted}
    found = [line for line in lines if line.frame is None and _is_in(_key(line.line.text), whole, parts)]
    if sum(len(_key(line.line.text)) for line in found) < _FOUND_SHARE * len(whole):
        return extracted, []
    found = _once(found, _holder(found))
    return [line.line for line in found], found


def _extracted(markup: str) -> list[Line]:
    """The body as trafilatura gives it."""
    from trafilatura import bare_extraction

    document = bare_extraction(markup, include_comments=False, include_tables=True)
    tree = getattr(document, "body", None)
    if tree is None:
        return []
    lines: list[Line] = []
    for element in tree.iter("p", "head", "item", "quote", "cell", "ab"):
        if element.tag in {"quote", "item", "cell"} and element.find("p") is not None:
            continue
        hint = _HINTS_BY_TAG.get(element.tag, Hint.PARAGRAPH)
        for line_break in element.iter("lb"):
            line_break.text = "\n"
        text, _ = clean("".join(element.itertext()))
        lines.extend(Line(part.strip(), hint) for part in text.split("\n") if part.strip())
    return lines


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _is_in(key: str, whole: str, parts: set[str]) -> bool:
    return bool(key) and (key in parts or (len(key) >= _LONG_ENOUGH_TO_FIND and key in whole))


def _holder(lines: Sequence[PageLine]) -> "_Element | None":
    """The innermost element that holds nearly all of the given lines."""
    weights: Counter[_Element] = Counter()
    total = 0
    for line in lines:
        if is_prose(line.line):
            total += len(line.line.text)
            weights.update(dict.fromkeys((line.element, *line.element.iterancestors()), len(line.line.text)))
    depth = {
        element: sum(1 for _ in element.iterancestors()) for element, n in weights.items() if n >= _BODY_SHARE * total
    }
    return max(depth, key=lambda element: depth[element], default=None)


def _inside(line: PageLine, holder: "_Element | None") -> bool:
    return holder is not None and (
        line.element is holder or any(above is holder for above in line.element.iterancestors())
    )


def _once(lines: list[PageLine], holder: "_Element | None") -> list[PageLine]:
    """Each line once: where a page repeats a line (for another screen, as a teaser), the one in the report stays."""
    inside = {_key(line.line.text) for line in lines if _inside(line, holder)}
    seen: set[str] = set()
    kept = []
    for line in lines:
        key = _key(line.line.text)
        if (key in inside and not _inside(line, holder)) or (key in seen and len(key) >= _LONG_ENOUGH_TO_FIND):
            continue
        seen.add(key)
        kept.append(line)
    return kept


def _arranged(
    lines: Sequence[PageLine], body: Sequence[Line], visible: Sequence[PageLine], facts: PageFacts
) -> PrintedReport:
    headline = _key(facts.told.headline or "")
    if not visible:
        return arrange([line for line in body if _key(line.text) != headline or not headline], facts.told.headline)
    holder = _holder(visible)
    chosen = {id(line) for line in visible}
    prose = [i for i, line in enumerate(lines) if id(line) in chosen and is_prose(line.line)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    top = max(
        (i for i, line in enumerate(lines[:first]) if headline and _key(line.line.text) == headline), default=first
    )
    taken: list[Line] = []
    left_out: list[LeftOut] = []
    for i, line in enumerate(lines):
        if headline and _key(line.line.text) == headline:
            continue
        if id(line) in chosen:
            taken.append(line.line)
        elif top < i < first or _inside(line, holder):
            if _belongs(line, before=i < first, within=first < i < last):
                taken.append(line.line)
            else:
                left_out.append(LeftOut(_kind(line), line.line.text))
    printed = arrange(taken, facts.told.headline)
    printed.left_out[:0] = left_out
    return printed


def _belongs(line: PageLine, *, before: bool, within: bool) -> bool:
    """Whether a line that trafilatura has passed over is part of the report all the same."""
    if line.frame or line.named_frame:
        return False
    match line.line.hint:
        case Hint.CAPTION:
            return before or within
        case Hint.HEADING:
            return (within or line.standfirst) and line.link_share < _LINKED
        case Hint.CREDIT:
            return before
    return (before and line.standfirst) or reads_as_credit(line.line.text)


def _kind(line: PageLine) -> LeftOutKind:
    by_shape = furniture_kind(line.line.text)
    linked = LeftOutKind.NAVIGATION if line.link_share > _LINKED else LeftOutKind.OTHER
    return by_shape or line.named_frame or line.frame or linked
