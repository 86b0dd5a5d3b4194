"""What a page says of its report outside the report's lines: headline, publisher, writer, dates, address, language.

Dates are read in the order JSON-LD, meta tags, ``<time>``, address; the first that can be read for certain wins. A
date of modification is never taken for a date of publication.

Sources: schema.org, the Open Graph protocol, Dublin Core, Parse.ly's and Sailthru's meta tags.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.core.article import Published, PublishedFrom
from onrecord.ingest.agencies import is_agency
from onrecord.ingest.assembly import Told
from onrecord.ingest.characters import clean
from onrecord.ingest.credits import byline
from onrecord.ingest.lines import Hint
from onrecord.ingest.linked_data import LinkedReport, linked_reports, names_a_list
from onrecord.ingest.markup import PageLine
from onrecord.ingest.timestamps import read_stamp, read_url_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATE_NAMES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "parsely-pub-date", "datepublished", "publish-date", "publish_date", "publishdate", "published-date", "pubdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date", "sailthru.date", "bt:pubdate",
    "cxenseparse:recs:publishtime", "dcsext.articlefirstpublished", "citation_date",
)  # fmt: skip
_HEADLINE_NAMES = ("og:title", "parsely-title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
_PUBLISHER_NAMES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "publisher",
    "citation_journal_title",
)
_WRITER_NAMES = (
    "author",
    "parsely-author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
)
_LANGUAGE_NAMES = ("og:locale", "content-language", "dc.language", "language")
_UPDATED = re.compile(r"updat|modif|edit", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|entry-date|post-date|pubdate|created|issued", re.IGNORECASE)
_TITLE_SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5  # share of words in common at which two wordings are one headline
_FRAMES = frozenset({"nav", "aside"})
# The address that a browser, or the SingleFile extension, writes into the pages that it saves.
_SAVED_FROM = re.compile(
    r"<!--(?:\s*saved from url=\(\d+\)|\s*Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)"
)
_SAVED_FROM_REACH = 2000
_LONGEST_SITE_NAME = 5  # words


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is told of the report, and what speaks for or against the page being one."""

    told: Told
    is_declared_report: bool
    is_declared_list: bool
    page_title: str
    body: str | None  # the text of the report in the linked data


def read_facts(
    tree: "_Element", page: str, lines: Sequence[PageLine], *, url: str | None, body_starts: "_Element | None"
) -> PageFacts:
    """The facts of a page that shows ``lines``, and whose first paragraph is in ``body_starts``."""
    scripts = [script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    tags = _meta_tags(tree)
    title = next((_clean(_words(element)) for element in tree.iter("title")), None)
    saved = _SAVED_FROM.search(page[:_SAVED_FROM_REACH])
    address = url or _address(tree, tags)
    headings = _headings(lines)
    report = _own_report(linked_reports(scripts), address, (*headings, title or ""))
    address = address or report.url or (saved[1] if saved else None)
    publisher = _clean(report.publisher) or _first(tags, _PUBLISHER_NAMES)
    headline = _clean(report.headline) or _without_site(_first(tags, _HEADLINE_NAMES) or title, publisher)
    publisher = publisher or _site(title, headings)
    if headline and not headings and any(headline == line.line.text for line in lines if line.line.hint is Hint.CREDIT):
        publisher, headline = headline, None  # a post in a channel: the page is named after who posts
    writers = [name for writer in report.authors or tags.get("writers", ()) if (name := _writer(writer))]
    agencies = [name for name in writers if is_agency(name)]
    people = [name for name in writers if not is_agency(name) and name != publisher]
    declared = report != LinkedReport() or tags.get("og:type") == ("article",) or "article:published_time" in tags
    return PageFacts(
        told=Told(
            headline=_headline(headline, headings, publisher),
            publisher=publisher,
            byline=", ".join(people) or None,
            agency=agencies[0] if agencies else None,
            url=address,
            language=tree.get("lang") or report.language or _first(tags, _LANGUAGE_NAMES),
            published=_published(tree, report, tags, address=address, body_starts=body_starts),
        ),
        is_declared_report=declared,
        is_declared_list=report == LinkedReport() and names_a_list(scripts),
        page_title=title or "",
        body=report.body,
    )


def _headings(lines: Sequence[PageLine]) -> list[str]:
    """What the page prints as its headline: its first-order headings, else its first second-order one."""
    first = [line.line.text for line in lines if line.heading_level == 1]
    return first or [line.line.text for line in lines if line.heading_level == 2 and line.frame is None][:1]


def _site(title: str | None, headings: Sequence[str]) -> str | None:
    """The site, where the page's title is its headline and one name more: "Two killed | The Delta Courier"."""
    parts = _TITLE_SEPARATOR.split(title or "")
    if len(parts) != 2 or not any(part in headings for part in parts):
        return None
    site = parts[0] if parts[1] in headings else parts[1]
    return site if site.count(" ") <= _LONGEST_SITE_NAME else None


def _words(element: "_Element") -> str:
    return "".join(str(part) for part in element.itertext())


def _is_framed(element: "_Element") -> bool:
    above = [str(ancestor.tag) for ancestor in element.iterancestors()]
    return any(tag in _FRAMES for tag in above) or ("footer" in above and "article" not in above)


def _clean(text: str | None) -> str | None:
    return " ".join(clean(text)[0].split()) or None if text else None


def _meta_tags(tree: "_Element") -> dict[str, tuple[str, ...]]:
    """The content of every meta tag and microdata property by its name in small letters, and all writers."""
    tags: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        content = _clean(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                tags[name.lower()] = (*tags.get(name.lower(), ()), content)
    for element in tree.iter():
        name = (element.get("itemprop") or "").lower()
        if element.tag != "meta" and name in {"datepublished", "headline"} and not _is_framed(element):
            content = _clean(element.get("content") or element.get("datetime") or _words(element))
            tags[name] = (*tags.get(name, ()), content) if content else tags.get(name, ())
    tags["writers"] = tags.get("author", ()) or next((tags[name] for name in _WRITER_NAMES if name in tags), ())
    return tags


def _first(tags: dict[str, tuple[str, ...]], names: Sequence[str]) -> str | None:
    return next((tags[name][0] for name in names if tags.get(name)), None)


def _address(tree: "_Element", tags: dict[str, tuple[str, ...]]) -> str | None:
    links = [
        link.get("href", "").strip()
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    candidates = (*links, *tags.get("og:url", ()))
    return next((link for link in candidates if re.match(r"https?://[^\s/]+", link)), None)


def _own_report(reports: Sequence[LinkedReport], url: str | None, headings: Sequence[str]) -> LinkedReport:
    """The node that describes this page's report, not one of those that the page links to."""
    if not reports:
        return LinkedReport()

    def fitness(report: LinkedReport) -> tuple[bool, float]:
        alike = max((_likeness(report.headline or "", heading) for heading in headings if heading), default=0.0)
        return bool(url and report.url == url), alike

    return max(reports, key=fitness)


def _headline(told: str | None, headings: Sequence[str], publisher: str | None) -> str | None:
    """The headline as the page prints it where it prints the one that it tells, else the one that it tells."""
    if told:
        best = max(headings, key=lambda heading: _likeness(told, heading), default="")
        return best if best and _likeness(told, best) >= _ALIKE else told
    return next((heading for heading in headings if heading != publisher), None)


def _likeness(one: str, other: str) -> float:
    left, right = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return (
        len(left & right) / max(1, min(len(left), len(right)))
        if min(len(left), len(right)) > 1
        else float(left == right)
    )


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """A page's title without the name of the site at its end or at its beginning."""
    if not title:
        return None
    parts = _TITLE_SEPARATOR.split(title)
    if len(parts) < 2:
        return None if title == publisher else title
    if publisher:
        kept = [part for part in parts if part.lower() != publisher.lower()]
        if len(kept) < len(parts):
            return title[title.find(kept[0]) : title.rfind(kept[-1]) + len(kept[-1])] if kept else None
    return title if len(parts[-1].split()) > 4 else title[: title.rfind(parts[-1])].rstrip(" |»·•–—-")


def _writer(name: str) -> str | None:
    name = _clean(name) or ""
    if not name or name.startswith(("http:", "https:", "@", "www.")) or len(name) > 200:
        return None
    return byline(name) or name.removeprefix("By ").removeprefix("by ").strip() or None


def _published(
    tree: "_Element",
    report: LinkedReport,
    tags: dict[str, tuple[str, ...]],
    *,
    address: str | None,
    body_starts: "_Element | None",
) -> Published | None:
    written = (
        *((PublishedFrom.JSON_LD, stamp) for stamp in (report.published,) if stamp),
        *((PublishedFrom.META, stamp) for name in _DATE_NAMES for stamp in tags.get(name, ())),
        *((PublishedFrom.TIME_ELEMENT, stamp) for stamp in _time_elements(tree, body_starts)),
    )
    for source, text in written:
        if stamp := read_stamp(text):
            return Published(stamp.days, source, stamp.at)
    days = read_url_date(address) if address else None
    return Published(days, PublishedFrom.URL) if days else None


def _time_elements(tree: "_Element", body_starts: "_Element | None") -> Iterator[str]:
    """What the ``<time>`` elements above the body say, those marked as publication first, no updates.

    Where none stands above it, those below are taken if they agree on one day.
    """
    marked: list[str] = []
    others: list[str] = []
    below: list[str] = []
    reached = False
    for element in tree.iter():
        reached = reached or element is body_starts
        if element.tag != "time" or _is_framed(element):
            continue
        around = element.getparent()
        name = " ".join(element.get(key) or "" for key in ("class", "itemprop", "id"))
        lead = ""
        if around is not None:
            name += f" {around.get('class') or ''}"
            lead = (around.text or "") if around[0] is element else ""
        if _UPDATED.search(name) or _UPDATED.search(lead):
            continue
        is_marked = bool(_PUBLISHED.search(name)) or element.get("pubdate") is not None
        (below if reached else marked if is_marked else others).append(
            (element.get("datetime") or _words(element)).strip()
        )
    yield from (*marked, *others)
    if not marked and not others and len({stamp.days for text in below if (stamp := read_stamp(text))}) == 1:
        yield from below
