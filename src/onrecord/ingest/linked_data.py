"""Linked data in a page (JSON-LD), as publishers write it: graphs, lists, references, and not rarely broken.

>>> page = '{"@graph": [{"@type": ["Thing", "NewsArticle"], "headline": "Two killed", "datePublished": "2024-02-08",}]}'
>>> [(report.headline, report.published) for report in linked_reports([page])]
[('Two killed', '2024-02-08')]

Source: schema.org, NewsArticle and its kin.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_REPORTS = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReviewNewsArticle AdvertiserContentArticle SatiricalArticle BlogPosting LiveBlogPosting SocialMediaPosting "
    "TechArticle Report ScholarlyArticle AskPublicNewsArticle ClaimReview".split()
)
_LISTS = frozenset("CollectionPage ItemList SearchResultsPage".split())
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_SALVAGED = re.compile(r'"(headline|datePublished|articleBody|inLanguage|url|@type)"\s*:\s*"((?:[^"\\\n]|\\.)*)"')
_SALVAGED_NAME = re.compile(r'"(publisher|author)"\s*:\s*[\[{]\s*\{?[^{}\[\]]*?"name"\s*:\s*"((?:[^"\\\n]|\\.)*)"')
_MOST_NODES = 5000  # a page with more is no page of a report


@dataclass(frozen=True, slots=True)
class LinkedReport:
    """What one node of a page's linked data says of a report; dates as written."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    body: str | None = None


def linked_reports(scripts: Iterable[str]) -> tuple[LinkedReport, ...]:
    """Every report that the linked data of a page describes, in order."""
    found: list[LinkedReport] = []
    for script in scripts:
        try:
            nodes = list(_nodes(_loaded(script)))
        except (ValueError, RecursionError):
            found.extend(_salvaged(script))
            continue
        by_id = {identity: node for node in nodes if isinstance(identity := node.get("@id"), str) and len(node) > 1}
        found.extend(_report(node, by_id) for node in nodes if _types(node) & _REPORTS)
    return tuple(found)


def names_a_list(scripts: Iterable[str]) -> bool:
    """Whether the linked data says that the page is a list of other pages."""
    for script in scripts:
        try:
            if any(_types(node) & _LISTS for node in _nodes(_loaded(script))):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _loaded(script: str) -> object:
    script = _COMMENT.sub("", _COMMENT.sub("", script)).strip().rstrip(";")
    loaded: object
    for attempt in (script, _TRAILING_COMMA.sub("", script), _TRAILING_COMMA.sub("", html.unescape(script))):
        try:
            loaded = json.loads(attempt, strict=False)
        except ValueError:
            continue
        return loaded
    raise ValueError("the linked data is not JSON")


def _nodes(loaded: object) -> Iterator[dict[str, object]]:
    waiting: list[object] = [loaded]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        match waiting.pop():
            case dict() as node:
                yield node
                waiting.extend(reversed([value for value in node.values() if isinstance(value, dict | list)]))
            case list() as several:
                waiting.extend(reversed(several))


def _types(node: dict[str, object]) -> set[str]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return {name.rsplit("/", 1)[-1].removeprefix("schema:") for name in names if isinstance(name, str)}


def _report(node: dict[str, object], by_id: dict[str, dict[str, object]]) -> LinkedReport:
    authors = node.get("author") or node.get("creator")
    several = authors if isinstance(authors, list) else [authors]
    main = node.get("mainEntityOfPage")
    return LinkedReport(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        publisher=_name(node.get("publisher") or node.get("sourceOrganization"), by_id),
        authors=tuple(dict.fromkeys(name for author in several if (name := _name(author, by_id)))),
        language=_name(node.get("inLanguage"), by_id),
        url=_text(node.get("url")) or _text(main) or (_text(main.get("@id")) if isinstance(main, dict) else None),
        body=_text(node.get("articleBody")),
    )


def _name(value: object, by_id: dict[str, dict[str, object]]) -> str | None:
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item, by_id))), None)
    if isinstance(value, dict):
        whole = by_id.get(str(value.get("@id")), value)
        return _text(value.get("name")) or _text(whole.get("name")) or _text(value.get("alternateName"))
    return _text(value)


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return html.unescape(html.unescape(value)).strip() or None


def _salvaged(script: str) -> Iterator[LinkedReport]:
    """What can be read of linked data that is not JSON: the fields of a report, one by one."""
    fields: dict[str, str] = {}
    for key, value in (*_SALVAGED.findall(script), *_SALVAGED_NAME.findall(script)):
        if key not in fields and (plain := _unquoted(value)):
            fields[key] = plain
    kinds = set(re.findall(r'"(\w+)"', " ".join(re.findall(r'"@type"\s*:\s*(\[[^\]]*\]|"\w+")', script))))
    if kinds & _REPORTS:
        yield LinkedReport(
            headline=fields.get("headline"),
            published=fields.get("datePublished"),
            publisher=fields.get("publisher"),
            authors=(fields["author"],) if "author" in fields else (),
            language=fields.get("inLanguage"),
            url=fields.get("url"),
            body=fields.get("articleBody"),
        )


def _unquoted(value: str) -> str | None:
    try:
        return _text(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return None
