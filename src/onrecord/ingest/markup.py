"""A page as lines in the order in which a reader meets them, each with what its markup says of it.

>>> page = parsed("<h1>Two killed</h1><p>A mine went off.<br><br>The <a href=x>army</a> said so.")
>>> for line in page_lines(page.tree):
...     print(line.line.hint.name, line.line.text)
HEADING Two killed
PARAGRAPH A mine went off.
PARAGRAPH The army said so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.core.article import LeftOutKind
from onrecord.ingest.characters import clean
from onrecord.ingest.lines import Hint, Line, logical_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(
    "script style noscript template svg math head iframe object embed audio video canvas select textarea input "
    "map title meta link".split()
)
_BLOCKS = frozenset(
    "html body p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote "
    "figure figcaption caption table thead tbody tfoot tr td th pre form fieldset legend address hr button label "
    "details summary center dialog menu hgroup cite-block amp-img picture option".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HINTS = {"figcaption": Hint.CAPTION, "caption": Hint.CAPTION, "li": Hint.ITEM, "dt": Hint.ITEM, "dd": Hint.ITEM}
_FRAMES = {"nav": LeftOutKind.NAVIGATION, "footer": LeftOutKind.NAVIGATION, "aside": LeftOutKind.NAVIGATION}
_FRAMES |= {"form": LeftOutKind.PAGE_CONTROLS, "button": LeftOutKind.PAGE_CONTROLS, "dialog": LeftOutKind.OTHER}
_FRAME_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "toolbar"}
# What class and id names say; only lines that the extraction of the body has passed over are judged by them.
_NAMED_FRAMES = (
    (LeftOutKind.COOKIE_NOTE, re.compile(r"\b(?:cookie|consent|gdpr)")),
    (LeftOutKind.COMMENTS, re.compile(r"\b(?:comments?|disqus|respond)\b")),
    (LeftOutKind.NEWSLETTER, re.compile(r"\b(?:newsletter|subscribe|signup|sign-up|mailing)")),
    (LeftOutKind.SHARE_BAR, re.compile(r"\b(?:shar(?:e|ing)|social)")),
    (LeftOutKind.ADVERT, re.compile(r"\b(?:advert\w*|ads?|sponsor\w*|promo\w*)\b")),
    (LeftOutKind.PAGE_CONTROLS, re.compile(r"\b(?:toolbar|tools|controls|font-?size|player)\b")),
    (LeftOutKind.READ_MORE, re.compile(r"\b(?:read-?more|read-?also|related|recommend\w*|also-?read|inline-?link)")),
    (LeftOutKind.NAVIGATION, re.compile(r"\b(?:breadcrumbs?|menu|nav\w*|tags?|sidebar|trending|most-?read)\b")),
)  # fmt: skip
_CREDIT_NAME = re.compile(
    r"\b(?:by-?line|authors?|dateline|date-?time|pub-?date|published|time-?stamp|"
    r"(?:(?:post|entry|article|story|news|node)-+)?(?:meta|date|submitted)|"
    r"credits?|source-?name)\b"
)
_CAPTION_NAME = re.compile(r"\bcaption|\bwp-caption-text")
_STANDFIRST_NAME = re.compile(
    r"\b(?:standfirst|sub-?title|sub-?head(?:line)?|deck|dek|article-?summary|article-?lead|lede|strapline)\b"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST_CREDIT = 160
_NESTING_TAG = re.compile(
    r"</?(?:div|section|article|main|table|tbody|tr|td|ul|ol|li|dl|blockquote|center|form|nav|aside)\b[^<>]*>", re.I
)
_INLINE_TAG = re.compile(
    r"</?(?:span|b|i|u|em|strong|font|a|small|big|tt|code|sub|sup|ins|del|label|cite|q)\b[^<>]*>", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page, the element that holds it, and how it lies in the page."""

    line: Line
    element: "_Element"
    frame: LeftOutKind | None = None  # inside navigation, a footer, a form …: by the elements themselves
    named_frame: LeftOutKind | None = None  # the same, by class and id names
    standfirst: bool = False
    heading_level: int = 0
    link_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as markup that can be read to its end, and its element tree."""

    markup: str
    tree: "_Element"


def parsed(markup: str) -> Page:
    """A page and its tree, however broken it is; an empty page has an empty body.

    The parser stops at 256 levels, and all that lies deeper would be lost without a word; a page that goes deeper is
    read without its nesting.
    """
    from lxml import etree, html

    markup = _XML_DECLARATION.sub("", markup)
    for huge in (False, True):
        parser = html.HTMLParser(recover=True, remove_comments=True, remove_pis=True, huge_tree=huge)
        try:
            tree: _Element = html.document_fromstring(markup, parser=parser, ensure_head_body=True)
        except etree.ParserError:  # nothing in it but comments or blanks
            return Page("", html.document_fromstring("<p>", ensure_head_body=True))
        if huge or not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            break
        markup = _INLINE_TAG.sub("", _NESTING_TAG.sub("<p>", markup))
    return Page(markup, tree)


def page_lines(tree: "_Element") -> list[PageLine]:
    """All visible lines of a page, in order."""
    return list(_Walk().lines(tree))


@dataclass(slots=True)
class _Walk:
    """The state of one walk through a page: the blocks that are open, and the text of the innermost."""

    open_blocks: list["_Element"] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    n_characters: int = 0
    n_linked: int = 0
    n_links_open: int = 0
    after_link: bool = False
    n_preformatted_open: int = 0

    def lines(self, tree: "_Element") -> Iterator[PageLine]:
        from lxml import etree

        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if _is_unseen(element, tag):
                    walk.skip_subtree()
                    continue
                yield from self._open(element, tag)
                self.after_link = self.after_link and tag == "a" and not element.text
                self._add(element.text)
            else:
                if not _is_unseen(element, tag):
                    yield from self._close(element, tag)
                self.after_link = tag == "a" and not element.tail
                self._add(element.tail)
        yield from self._flush()

    def _open(self, element: "_Element", tag: str) -> Iterator[PageLine]:
        if tag in _BLOCKS:
            yield from self._flush()
            self.open_blocks.append(element)
        elif tag == "br":
            self.text.append("\n")
        elif tag == "a" and self.after_link:
            self.text.append(" ")  # two links side by side are drawn apart
        self.n_links_open += tag == "a"
        self.n_preformatted_open += tag == "pre"

    def _close(self, element: "_Element", tag: str) -> Iterator[PageLine]:
        if tag in _BLOCKS:
            yield from self._flush()
            self.open_blocks.pop()
        self.n_links_open -= tag == "a"
        self.n_preformatted_open -= tag == "pre"

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self.text.append(text if self.n_preformatted_open else re.sub(r"[ \t\r\n\f]+", " ", text))
        seen = len(text.strip())
        self.n_characters += seen
        self.n_linked += seen if self.n_links_open else 0

    def _flush(self) -> Iterator[PageLine]:
        text, _ = clean("".join(self.text))
        share = self.n_linked / self.n_characters if self.n_characters else 0.0
        self.text.clear()
        self.n_characters = self.n_linked = 0
        if not text.strip() or not self.open_blocks:
            return
        place = _Place.of(self.open_blocks)
        if place.heading_level:
            text = text.replace("\n", " ")
        for line in logical_lines("\n".join(part.strip() for part in text.split("\n"))):
            joined = re.sub(" +", " ", line.text)
            hint = Hint.PARAGRAPH if place.hint is Hint.CREDIT and len(joined) > _LONGEST_CREDIT else place.hint
            yield PageLine(
                Line(joined, hint),
                self.open_blocks[-1],
                frame=place.frame,
                named_frame=place.named_frame,
                standfirst=place.standfirst,
                heading_level=place.heading_level,
                link_share=share,
            )


@dataclass(slots=True)
class _Place:
    """What the open elements say of the text inside them; the innermost that says anything decides."""

    hint: Hint = Hint.PARAGRAPH
    frame: LeftOutKind | None = None
    named_frame: LeftOutKind | None = None
    standfirst: bool = False
    heading_level: int = 0

    @classmethod
    def of(cls, blocks: list["_Element"]) -> "_Place":
        place = cls()
        in_article = False
        for element in blocks:
            tag = str(element.tag)
            name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
            name = name.replace("_", "-")
            in_article = in_article or tag == "article"
            if (
                (tag in _FRAMES and not (tag == "footer" and in_article))
                or element.get("role") in _FRAME_ROLES
                or _is_site_header(element, tag)
            ):
                place.frame = place.frame or _FRAMES.get(tag, LeftOutKind.NAVIGATION)
            if name.strip():
                place._read_name(name)
            if tag in _HEADINGS:
                place.hint, place.heading_level = Hint.HEADING, int(tag[1])
            elif tag in _HINTS:
                place.hint = _HINTS[tag]
            elif tag == "address" and place.hint is Hint.PARAGRAPH:
                place.hint = Hint.CREDIT
        return place

    def _read_name(self, name: str) -> None:
        for kind, pattern in _NAMED_FRAMES:
            if pattern.search(name):
                self.named_frame = self.named_frame or kind
        if _CAPTION_NAME.search(name):
            self.hint = Hint.CAPTION
        elif _CREDIT_NAME.search(name) and self.hint is Hint.PARAGRAPH:
            self.hint = Hint.CREDIT
        self.standfirst = self.standfirst or bool(_STANDFIRST_NAME.search(name))


def _is_site_header(element: "_Element", tag: str) -> bool:
    return tag == "header" and (element.find(".//h1") is None or element.find(".//nav") is not None)


def _is_unseen(element: "_Element", tag: str) -> bool:
    if not tag or tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))
