# ruff: noqa: E501 — one shape a line
"""The furniture of a page: toolbars, share bars, cookie notes and the like, known by the shape of a whole line.

>>> furniture_kind("copy short url print email")
<LeftOutKind.PAGE_CONTROLS: 'page-controls'>
>>> furniture_kind("Print workers walked out on Monday.") is None
True

Nothing is recognised by a word alone: each shape must be the whole line, and a line that a person would speak as a
sentence ("Copies of the order were shared by email.") fits none of them. Shapes that could be a headline or a
sub-headline elsewhere hold only at the edge of a page: before its first paragraph, or after its last.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from onrecord.core.article import LeftOutKind
from onrecord.ingest.lines import is_rule

_LONGEST = 400  # no toolbar, note or link is longer; the limit also keeps the shapes cheap on a line of a megabyte


class Where(Enum):
    """Where on the page a line stands."""

    BEFORE = auto()  # before the first paragraph
    WITHIN = auto()
    AFTER = auto()  # after the last paragraph


_EDGES = frozenset({Where.BEFORE, Where.AFTER})
_ANYWHERE = frozenset(Where)
_TOP = frozenset({Where.BEFORE})
_LATER = frozenset({Where.WITHIN, Where.AFTER})


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of a whole line, what such a line is, and where on a page it is that."""

    kind: LeftOutKind
    pattern: re.Pattern[str]
    where: frozenset[Where]


def _shape(kind: LeftOutKind, pattern: str, where: frozenset[Where] = _ANYWHERE) -> Shape:
    return Shape(kind, re.compile(pattern, re.IGNORECASE), where)


_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|messenger|flipboard|threads|bluesky"
    r"|mastodon|viber|tumblr|youtube|sms|e-?mail)"
)
_AND = r"(?:\s*(?:,|/|\||&|and|or)\s*|\s+)"
_LINK_TAIL = r"(?:\s*[:|»›>→–—-]\s*\S.*|\s*[»›>→…]*)"

_SECTION = r"(?:home|news|world|nation(?:al)?|local|metro|middle\s+east|africa|asia|europe|americas|politics|region|international|opinion|business|economy|sports?|culture|lifestyle|entertainment|tech(?:nology)?|science|health|travel|video|photos|weather|jobs|classifieds|archives?|e-?paper|contact(?:\s+us)?|about(?:\s+us)?|menu|search)"

_SHAPES: tuple[Shape, ...] = (
    # ── controls of the page ────────────────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?=[^a]*a)(?=.*[+-]|aa|a\s*[/|]?\s*a)[+a/|\s-]{2,24}"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:increase|decrease|change|reset)\s+(?:the\s+)?(?:font|text)(?:\s+size)?"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:font|text)\s+size\s*:?(?:\s*(?:small|medium|large|[+a-]))*"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"listen(?:\s+to\s+(?:this\s+)?(?:article|story|report))?(?:\s*\(?\d+\s*min\w*\)?)?"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:\d+|one|two|three|four|five)[\s-]+min(?:ute)?s?\s+(?:read|listen|watch)"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:reading|read)\s+time\s*:?\s*\d+\s*min(?:ute)?s?\.?"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"[\d.,]+\s*[km]?\s+(?:views?|reads|shares?|likes|reactions?)"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:save|bookmark|gift|print|download|copy|email|send)\s+(?:this\s+)?(?:article|story|page|link|pdf)"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:printer[\s-]friendly(?:\s+(?:version|page))?|e-?mail\s+(?:this|to)(?:\s+\w+){0,4}|send\s+to\s+a\s+friend|print\s+version)"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"link\s+copied(?:\s+to\s+(?:the\s+)?clipboard)?[.!]?"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:play|pause|mute|unmute|play\s+video|watch\s+video|video\s+duration.*|loading(?:\.{3}|…)?)"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:this\s+video\s+can\s?not\s+be\s+played|please\s+enable\s+javascript\b.*)"),
    _shape(LeftOutKind.PAGE_CONTROLS, r"(?:open|view|enlarge|expand)\s+(?:the\s+)?image(?:\s+in\s+(?:full\s*screen|fullscreen|gallery))?"),
    # ── share bars ──────────────────────────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.SHARE_BAR, rf"(?:click\s+to\s+)?(?:share|tweet|post|send|pin|follow(?:\s+us)?)\s+(?:this\s+)?(?:(?:article|story|page|post|via|by|on|to|with|us)\s+)*{_NETWORK}(?:{_AND}{_NETWORK})*(?:\s*\(opens\s+in\s+(?:a\s+)?new\s+window\))?"),
    _shape(LeftOutKind.SHARE_BAR, r"(?:share|send|forward)\s+(?:this|the)\s*(?:article|story|page|post|news|report)?(?:\s+(?:with|on|via)\s+(?:your\s+)?(?:friends|social\s+media))?\s*[:!]?"),
    _shape(LeftOutKind.SHARE_BAR, r"share\s*:.{0,80}"),
    _shape(LeftOutKind.SHARE_BAR, r"(?:follow|find|join|like)\s+us\s+on\b.{0,120}"),
    _shape(LeftOutKind.SHARE_BAR, r"(?:add|set|choose|make)\s+(?:\w+\s+){0,5}(?:as\s+)?(?:a\s+|your\s+)?(?:preferred|trusted)\s+source(?:\s+on\s+google)?"),
    # ── navigation ──────────────────────────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.NAVIGATION, r"(?:skip|jump)\s+to\s+(?:main\s+|primary\s+)?(?:content|navigation|comments|search|footer)"),
    _shape(LeftOutKind.NAVIGATION, r"home(?:\s*page)?\s*[>»›/|→]\s*\S.{0,200}"),
    _shape(LeftOutKind.NAVIGATION, r"menu\s+[^.]{1,80}", _TOP),
    _shape(LeftOutKind.NAVIGATION, rf"{_SECTION}(?:[\s|/•·]+{_SECTION}){{2,}}"),
    _shape(LeftOutKind.NAVIGATION, r"(?:menu|search|log\s?in|sign\s?in|sign\s?up|register|subscribe|my\s+account|home|back\s+to\s+(?:top|home)|top\s+of\s+page|go\s+to\s+top|sections?|e-?paper|archives?)"),
    _shape(LeftOutKind.NAVIGATION, r"(?:previous|next|older|newer)\s+(?:article|story|post|page)s?(?:\s*[:»›>→].*)?"),
    _shape(LeftOutKind.NAVIGATION, r"(?:tags?|topics?|keywords?|filed\s+under|categories|category|in\s+this\s+(?:article|story))\s*:\s*\S.{0,300}"),
    _shape(LeftOutKind.NAVIGATION, r"(?:related\s+)?(?:tags|topics|keywords)", _EDGES),
    _shape(LeftOutKind.NAVIGATION, rf"(?:{_SECTION}|world\s+news|asia\s+pacific|latin\s+america|regional|latest|top\s+stories|breaking\s+news|latest\s+news|front\s+page|exclusive|conflict|security|war)", _TOP),
    # ── pointers to other reports ───────────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.READ_MORE, r"(?:read|read\s+also|also\s+read|see\s+also|read\s+more|read\s+next|related|don[’']t\s+miss|you\s+may\s+(?:also\s+)?like|recommended|must[\s-]read)\s*:\s*\S.*"),
    _shape(LeftOutKind.READ_MORE, r"(?:see|also|watch|more|explainer|opinion|analysis|listen|in\s+pictures)\s*:\s*\S[^.]*", _LATER),
    _shape(LeftOutKind.READ_MORE, r"(?:>>+|»|→|►|▶|\[)\s*(?:read|see|also|more)\b.*"),
    _shape(LeftOutKind.READ_MORE, rf"(?:click\s+here\s+to\s+)?(?:read|see|view|find\s+out|learn|show)\s+more{_LINK_TAIL}"),
    _shape(LeftOutKind.READ_MORE, r"(?:continue\s+reading|keep\s+reading|read\s+(?:the\s+)?(?:full|whole|rest\s+of\s+the)\s+(?:story|article|report)|see\s+full\s+story|read\s+on)(?:\s+(?:here|below|the\s+main\s+story))?\s*[.»›>→…]*"),
    _shape(LeftOutKind.READ_MORE, r"(?-i:(?:READ|ALSO|SEE)\s+(?:MORE|READ|ALSO))\s+\S.*"),
    _shape(LeftOutKind.READ_MORE, r"(?:also\s+read|read\s+also|read\s+more)\s+(?-i:[A-Z‘“'\"])[^.]*"),
    _shape(LeftOutKind.READ_MORE, r"read\s+more\s+(?:about|on|from|at|in|here)\b[^.]{0,120}\.?"),
    # ── cookies, adverts, newsletters ───────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.COOKIE_NOTE, r"(?:we|this\s+(?:web\s?)?site|our\s+(?:web\s?)?site|\S+)\s+(?:and\s+our\s+(?:\d+\s+)?partners\s+)?uses?\s+(?:\w+\s+)?cookies\b.*"),
    _shape(LeftOutKind.COOKIE_NOTE, r"by\s+(?:continuing|using|clicking|browsing)\b.{0,120}\b(?:cookies|privacy\s+policy|terms\s+of\s+(?:use|service))\b.*"),
    _shape(LeftOutKind.COOKIE_NOTE, r"(?:accept|reject|allow|decline|manage)\s*(?:all|necessary|optional)?\s*(?:cookies|preferences|choices|settings|all)"),
    _shape(LeftOutKind.COOKIE_NOTE, r"(?:cookie\s+(?:policy|settings|preferences|notice)|your\s+privacy|we\s+(?:value|care\s+about)\s+your\s+privacy|privacy\s+policy|manage\s+consent)"),
    _shape(LeftOutKind.ADVERT, r"[-–—\s]*(?:story\s+continues\s+below(?:\s+(?:this\s+)?(?:ad|advertisement))?|article\s+continues\s+(?:below|after\s+(?:this\s+)?(?:ad|advertisement))|advertise?ments?|advertising|sponsored(?:\s+content)?|promoted(?:\s+content)?|ad|ads\s+by\s+\w+|remove\s+ads|skip\s+ad(?:vertisement)?|scroll\s+to\s+continue)[-–—\s]*"),
    _shape(LeftOutKind.NEWSLETTER, r"(?:subscribe|sign\s+up|register)\s+(?:to|for|here|now|today)\b.{0,200}"),
    _shape(LeftOutKind.NEWSLETTER, r"(?:get|receive|want)\s+(?:the\s+|our\s+|all\s+)?(?:\w+\s+){0,4}(?:newsletters?|headlines|stories|alerts|briefing)\b.{0,40}\b(?:in|to)\s+your\s+(?:inbox|phone|email)\b.*"),
    _shape(LeftOutKind.NEWSLETTER, r"(?:(?:enter\s+)?your\s+e-?mail(?:\s+address)?|(?:our\s+)?newsletters?(?:\s+sign-?up)?|thank\s+you\s+for\s+subscribing[.!]?|download\s+(?:the|our)\s+(?:\w+\s+)?app\b.{0,60}|(?:join|subscribe\s+to)\s+our\s+(?:\w+\s+){0,2}(?:channel|newsletter|community|group)\b.{0,80})"),
    # ── comments ────────────────────────────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.COMMENTS, r"(?:leave|post|add|write|make)\s+(?:a|your)\s+(?:comment|reply)s?(?:\s+cancel\s+reply)?(?:\s+below)?[.!]?"),
    _shape(LeftOutKind.COMMENTS, r"(?:no|\d+|view|show|see|hide|load)\s+(?:all\s+|more\s+)?(?:\d+\s+)?comments?|comments?\s*(?:\(\d+\)|are\s+closed\.?|:\s*\d+)?"),
    _shape(LeftOutKind.COMMENTS, r"(?:join\s+the\s+(?:conversation|discussion)|have\s+your\s+say|be\s+the\s+first\s+to\s+comment|what\s+do\s+you\s+think\?.{0,40}comments?.{0,20}|log\s+in\s+to\s+(?:comment|reply)|your\s+email\s+address\s+will\s+not\s+be\s+published\..*)"),
    # ── rights ──────────────────────────────────────────────────────────────────────────────────────────────
    _shape(LeftOutKind.COPYRIGHT, r"(?:©|\(c\)\s|copyright\b\s*(?:©|\(c\)|\d{4}|by\b|[:|-]))(?!.*\bsaid\b).*"),
    _shape(LeftOutKind.COPYRIGHT, r"(?:[^.]{0,120}\W\s*)?all\s+rights\s+reserved(?:\.(?:\s.{0,100})?)?"),
    _shape(LeftOutKind.COPYRIGHT, r"(?:this\s+(?:material|story|article|content)\s+(?:may|can|must)\s+not\s+be\s+(?:published|reproduced|copied)\b.*|(?:our\s+standards|terms\s+of\s+(?:use|service))\b\s*:?.{0,80})"),
)  # fmt: skip

# A toolbar pasted as text: its labels in a row, sometimes without the spaces that the page drew as gaps.
_CONTROL = r"(?:copy\s*(?:short\s*)?(?:url|link)?|short\s*url|print(?:er)?(?:[\s-]friendly)?|bookmark|save|pdf|e-?mail|listen|text\s*size|font\s*size|zoom(?:\s*(?:in|out))?)"
_SHARE = r"(?:share(?:\s*this)?|tweet|whats\s*app|facebook|twitter|telegram|linked\s*in|reddit|pinterest|flipboard|messenger|viber|pocket|bluesky|threads)"
_WEAK = r"(?:short|url|link|mail|x|more|post|pin(?:\s*it)?|instagram|youtube|sms|reply|comments?|gift|close|send|a|on|via|by|to|this|\d+)"
_GAPS = " |/•·,+&:–—-"
_BETWEEN = rf"[{re.escape(_GAPS)}]*"
_LONGEST_TOOLBAR = 160
_TOOLBAR_LABEL = re.compile(rf"(?:(?P<control>{_CONTROL})|(?P<share>{_SHARE})|{_WEAK}){_BETWEEN}", re.IGNORECASE)

_ROW = re.compile(r"\s*[|•·]\s*")
_OTHER_REPORTS = re.compile(
    r"(?:related(?:\s+(?:stories|articles|news|posts|content|coverage|topics))?|more\s+(?:on\s+this\s+(?:story|topic)|from\b.{1,40}"
    r"|stories|news|in\s+\w+)|read\s+(?:next|more|also)|also\s+read|most\s+(?:read|popular|viewed|shared)|trending(?:\s+now)?|popular"
    r"(?:\s+(?:posts|stories|now))?|recommended(?:\s+for\s+you)?|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)"
    r"|up\s+next|editor[’']?s[’']?\s+(?:picks?|choice)|what\s+to\s+read\s+next|latest\s+(?:news|stories|articles)"
    r"|in\s+pictures|top\s+stories|(?:other|similar)\s+(?:stories|articles|news|posts))\s*[:»›>]?",
    re.IGNORECASE,
)  # fmt: skip
_READERS_WRITE = re.compile(
    r"(?:\d+\s+(?:comments?|responses?(?:\s+to\b.*)?|thoughts\s+on\b.*)|comments?\s*\(\d+\)|readers[’']\s+comments"
    r"|leave\s+a\s+(?:reply|comment).{0,40}|post\s+a\s+comment)",
    re.IGNORECASE,
)


def furniture_kind(line: str, where: Where = Where.WITHIN) -> LeftOutKind | None:
    """What part of a page's furniture the whole of ``line`` is; None where it belongs to the report."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    if is_rule(line):
        return LeftOutKind.OTHER
    if kind := _toolbar_kind(line):
        return kind
    if kind := next((s.kind for s in _SHAPES if where in s.where and s.pattern.fullmatch(line)), None):
        return kind
    # "Printer friendly version | Top of page": a row of which every label is furniture.
    labels = [label for label in _ROW.split(line) if label.strip()]
    kinds = [furniture_kind(label, where) for label in labels] if len(labels) > 1 else []
    return kinds[0] if kinds and all(kinds) else None


def opens_other_reports(line: str) -> bool:
    """Whether ``line`` is a heading over links to other reports ("Most read")."""
    return len(line) <= 60 and bool(_OTHER_REPORTS.fullmatch(line.strip()))


def opens_readers_comments(line: str) -> bool:
    """Whether ``line`` is a heading over what readers have written ("12 comments")."""
    return len(line) <= 120 and bool(_READERS_WRITE.fullmatch(line.strip()))


def _toolbar_kind(line: str) -> LeftOutKind | None:
    if len(line) > _LONGEST_TOOLBAR:
        return None
    reached, has_control = len(line) - len(line.lstrip(_GAPS)), False
    has_share = False
    while reached < len(line):
        label = _TOOLBAR_LABEL.match(line, reached)
        if label is None:
            return None
        has_control, has_share = has_control or bool(label["control"]), has_share or bool(label["share"])
        reached = label.end()
    if has_share:
        return LeftOutKind.SHARE_BAR
    return LeftOutKind.PAGE_CONTROLS if has_control else None
