"""From lines to the parts of a report: headline, credits, dateline, sub-headlines, paragraphs, and what is left out.

>>> printed = arrange(logical_lines("Two killed near Tal Nour\\nBy Sara Haddad\\n\\nTAL NOUR (AFP) - A mine killed two men."))
>>> [(piece.kind.value, piece.text) for piece in printed.pieces]
[('title', 'Two killed near Tal Nour'), ('credit', 'By Sara Haddad'), ('dateline', 'TAL NOUR (AFP) -'), ('paragraph', 'A mine killed two men.')]
>>> printed.byline, printed.agency
('Sara Haddad', 'AFP')

A line is judged by its shape and by where it stands: before the first paragraph, among the paragraphs, or after the
last. Every line ends up in the pieces or in ``left_out``.
"""  # noqa: E501

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.core.article import BlockKind, LeftOut, LeftOutKind
from onrecord.ingest.agencies import agency_line, is_agency, trailing_agency
from onrecord.ingest.credits import bracketed_name, byline, is_sign_off, looks_like_publisher, owner
from onrecord.ingest.datelines import PrintedDateline, read_dateline
from onrecord.ingest.furniture import Where, furniture_kind, opens_other_reports, opens_readers_comments
from onrecord.ingest.lines import Hint, Line, logical_lines
from onrecord.ingest.publishers import is_known_place, publisher_name
from onrecord.ingest.timestamps import Stamp, read_stamp

__all__ = ["Piece", "PrintedReport", "arrange", "is_prose", "logical_lines"]

_SENTENCE_END = re.compile(r"""[.!?…][”"’'»)\]]*(?:\s*[(\[][^()\[\]]{2,40}[)\]])?(?:\s*[^\w\s.,:;-]{1,6}){0,3}$""")
_LONG = 200  # characters; a line of this length is a paragraph even without a final stop
_PROSE_WORDS = 5
_SUBHEAD_WORDS, _SUBHEAD_LENGTH = 14, 100
_KICKER_WORDS = 2
_DATELINE_REACH = 3  # paragraphs among which the dateline is looked for: a standfirst may come before it
_ITEM = re.compile(r"^(?:[-–—*•▪●◦‣·]|\(?\d{1,2}[.)])\s+\S")
_CAPTION = re.compile(
    r"(?:(?:file\s+)?(?:photo|image|picture|caption)\s*[:–-]\s*\S.{20,400}|.{10,400}[\[(](?:file|photo|image|credit|picture)\b[^\[\]()]{0,80}[\])]"
    r"|.{10,400}\b(?:photo(?:graph)?|image|picture)(?:\s+credit)?\s*:\s*[^.]{2,60})",
    re.IGNORECASE,
)
_PHOTO_CREDIT = re.compile(
    r"(?:photo(?:graph)?|image|picture|file\s+photo)(?:\s+credit)?\s*(?::|by\b)\s*[^.]{2,60}", re.IGNORECASE
)
_TRAILING_BRACKETS = re.compile(r"[.!?…”\"’']\s*([(\[][^()\[\]]{2,42}[)\]])$")
_STAMP_LABEL = re.compile(
    r"(?:(?P<published>(?:(?:first|originally)\s+)?(?:published|posted|publication\s+date|date|dated|issued|released|uploaded|submitted))"
    r"|(?P<updated>(?:last\s+)?(?:updated|modified|edited|checked)))(?:\s+(?:on|at))?\s*[:|–-]?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s+[|•·/]\s+|\s+[-–—]\s+|[,.]?\s+(?=(?:(?:last\s+)?updated|by)\b)|,\s+(?=\d{1,2}\s)", re.IGNORECASE
)


_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*(?:[ap]\.?m\.?|gmt|utc|local(?:\s+time)?))?", re.IGNORECASE)
# Beside a date, a label of few words: a place, a bureau, "statement no. 41"; and among these, the name of a person.
_LABEL = re.compile(r"[^\W\d_](?:[\w'’.-]*\s+){0,3}[\w'’.-]+")
_FULL_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-ÖØ-Þ][\w'’.-]*){1,3}")
_NAME_AND_DATE = re.compile(
    r"(?P<name>[^\d|]{3,50}?)[\s,]+(?P<stamp>(?:\w+,?\s+)??(?:\d{1,2}|[A-Z][a-z]{2,8}\.?)\s.*\d{4}.*|\d.*)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a report; ``runs_on`` where it was printed on the line of the part before it."""

    kind: BlockKind
    text: str
    runs_on: bool = False


@dataclass(slots=True)
class PrintedReport:
    """The parts of a report in order, what they say of its making, and the lines that do not belong to it."""

    pieces: list[Piece] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    publisher: str | None = None
    owner: str | None = None  # the medium that a copyright line names
    byline: str | None = None
    agency: str | None = None
    stamp: Stamp | None = None
    dateline: PrintedDateline | None = None
    n_paragraphs: int = 0

    def add(self, kind: BlockKind, text: str, *, runs_on: bool = False) -> None:
        """Add the next part of the report."""
        self.pieces.append(Piece(kind, text, runs_on))
        self.n_paragraphs += kind is BlockKind.PARAGRAPH

    def leave_out(self, kind: LeftOutKind, text: str) -> None:
        """Note a line that is not part of the report."""
        self.left_out.append(LeftOut(kind, text))


def is_prose(line: Line) -> bool:
    """Whether a line reads as a paragraph: a whole sentence, or too long to be anything else."""
    if line.hint in (Hint.HEADING, Hint.CAPTION, Hint.CREDIT):
        return False
    ends = bool(_SENTENCE_END.search(line.text[-60:]))
    return len(line.text) >= _LONG or (ends and line.text.count(" ") + 1 >= _PROSE_WORDS and not is_sign_off(line.text))


def arrange(lines: Sequence[Line], headline: str | None = None) -> PrintedReport:
    """The parts of the report that ``lines`` hold; ``headline`` where the page has already told it."""
    printed = PrintedReport()
    kept = _without_furniture(lines, printed)
    prose = [i for i, line in enumerate(kept) if is_prose(line)] or _longest(kept)
    first, last = (prose[0], prose[-1]) if prose else (len(kept), len(kept))
    if headline:
        printed.add(BlockKind.TITLE, headline)
    _arrange_head(kept[:first], printed, bool(headline))
    for i, line in enumerate(kept[first:], first):
        where = Where.WITHIN if i <= last else Where.AFTER
        follower = kept[i + 1] if i + 1 < len(kept) else None
        _arrange_body_line(line, follower, printed, where)
    return printed


def reads_as_credit(text: str) -> bool:
    """Whether a line, taken by itself, says who wrote, printed or dated a report."""
    return _is_credit(Line(text), PrintedReport(), Where.BEFORE)


def _without_furniture(lines: Sequence[Line], printed: PrintedReport) -> list[Line]:
    """The lines of the report; the others are noted in ``printed``, the owner that a copyright line names too."""
    prose = [i for i, line in enumerate(lines) if is_prose(line) and not furniture_kind(line.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    half = prose[len(prose) // 2] if prose else 0
    kept: list[Line] = []
    others = over = False
    for i, line in enumerate(lines):
        if i > half and len(prose) > 1 and opens_readers_comments(line.text):
            printed.left_out.extend(LeftOut(LeftOutKind.COMMENTS, rest.text) for rest in lines[i:])
            break
        where = Where.BEFORE if i < first else Where.WITHIN if i <= last else Where.AFTER
        # Below a heading over other reports, whatever is no sentence is one of their headlines.
        others = (others and not is_prose(line)) or opens_other_reports(line.text)
        kind = LeftOutKind.NAVIGATION if others else furniture_kind(line.text, where)
        # After the last paragraph and the first piece of furniture, what is neither is an advert or a link.
        over = over or (where is Where.AFTER and kind is not None)
        if kind is None and over and not reads_as_credit(line.text):
            kind = LeftOutKind.OTHER
        if kind and not (where is Where.BEFORE and line.hint is Hint.HEADING and kind is LeftOutKind.NAVIGATION):
            printed.leave_out(kind, line.text)
            if kind is LeftOutKind.COPYRIGHT:
                printed.owner = printed.owner or owner(line.text)
        else:
            kept.append(line)
    return kept


def _longest(lines: list[Line]) -> list[int]:
    candidates = [i for i, line in enumerate(lines) if line.hint not in (Hint.HEADING, Hint.CAPTION, Hint.CREDIT)]
    return [max(candidates, key=lambda i: len(lines[i].text))] if candidates else []


def _arrange_head(lines: list[Line], printed: PrintedReport, has_title: bool) -> None:
    credited = [_is_credit(line, printed, Where.BEFORE) or _is_masthead(line, printed) for line in lines]
    free = [
        i for i, line in enumerate(lines) if not credited[i] and line.hint in (Hint.NONE, Hint.HEADING, Hint.PARAGRAPH)
    ]
    title = None
    if not has_title and free:
        long_enough = [i for i in free if lines[i].hint is Hint.HEADING or lines[i].text.count(" ") >= _KICKER_WORDS]
        title = (long_enough or free)[0]
    for i, line in enumerate(lines):
        if credited[i]:
            printed.add(BlockKind.CREDIT, line.text)
        elif i == title:
            printed.add(BlockKind.TITLE, line.text)
        elif line.hint is Hint.CAPTION or _CAPTION.fullmatch(line.text):
            printed.add(BlockKind.CAPTION, line.text)
        elif line.hint is Hint.ITEM or _ITEM.match(line.text):
            printed.add(BlockKind.PARAGRAPH, line.text)
        elif (title is not None and i < title) or (has_title and line.text.count(" ") < _KICKER_WORDS):
            printed.leave_out(LeftOutKind.NAVIGATION, line.text)  # a kicker: "Middle East" over the headline
        else:
            printed.add(BlockKind.SUBHEAD, line.text)


def _is_masthead(line: Line, printed: PrintedReport) -> bool:
    """Whether a line above the report names who, by the copyright line below it, owns it."""
    rights = (out.text for out in printed.left_out if out.kind is LeftOutKind.COPYRIGHT)
    if line.text.count(" ") >= _PROSE_WORDS or not any(
        re.search(rf"\b{re.escape(line.text)}\b", text) for text in rights
    ):
        return False
    printed.publisher = printed.publisher or line.text
    return True


def _arrange_body_line(line: Line, follower: Line | None, printed: PrintedReport, where: Where) -> None:
    if _is_credit(line, printed, where):
        printed.add(BlockKind.CREDIT, line.text)
    elif line.hint is Hint.CAPTION or (not is_prose(line) and _CAPTION.fullmatch(line.text)):
        printed.add(BlockKind.CAPTION, line.text)
    elif line.hint is Hint.HEADING or _is_subhead(line, follower, printed):
        printed.add(BlockKind.SUBHEAD, line.text)
    else:
        _arrange_paragraph(line.text, printed)


def _arrange_paragraph(text: str, printed: PrintedReport) -> None:
    runs_on = False
    if printed.dateline is None and printed.n_paragraphs < _DATELINE_REACH and (found := read_dateline(text)):
        printed.dateline = found
        printed.agency = found.agency or printed.agency
        printed.add(BlockKind.DATELINE, found.line)
        text, runs_on = text[len(found.line) :].lstrip(), True
    if credit := trailing_agency(text) or _trailing_name(text, printed):
        start, agency = credit
        printed.agency = printed.agency or agency
        printed.add(BlockKind.PARAGRAPH, text[:start].rstrip(), runs_on=runs_on)
        printed.add(BlockKind.CREDIT, text[start:], runs_on=True)
    else:
        printed.add(BlockKind.PARAGRAPH, text, runs_on=runs_on)


def _trailing_name(text: str, printed: PrintedReport) -> tuple[int, str] | None:
    """A name in brackets after the last sentence, where it is the dateline's agency or has the shape of a medium."""
    found = _TRAILING_BRACKETS.search(text, max(0, len(text) - _SUBHEAD_LENGTH))
    name = bracketed_name(found[1]) if found else None
    if found is None or name is None or not (name == printed.agency or looks_like_publisher(name)):
        return None
    return found.start(1), name


def _is_subhead(line: Line, follower: Line | None, printed: PrintedReport) -> bool:
    text = line.text
    if follower is None or not is_prose(follower) or line.hint is Hint.ITEM or _ITEM.match(text):
        return False
    if not printed.n_paragraphs:
        return False
    short = len(text) <= _SUBHEAD_LENGTH and text.count(" ") < _SUBHEAD_WORDS
    return short and not text[0].islower() and not re.search(r"[.!…,;:][”\"’')\]]*$", text)


def _is_credit(line: Line, printed: PrintedReport, where: Where) -> bool:
    if line.hint is Hint.HEADING or (line.hint is Hint.CAPTION):
        return False
    if _read_credit(line.text, printed, where):
        return True
    return _read_credits_in_a_row(line.text, printed, where) or line.hint is Hint.CREDIT


def _read_credits_in_a_row(text: str, printed: PrintedReport, where: Where) -> bool:
    """Whether a line is a row of credits: "By Sara Haddad | 8 February 2024", "Tal Nour Tribune 8 February 2024"."""
    if len(text) > _SUBHEAD_LENGTH:
        return False
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) == 1 and (dated := _NAME_AND_DATE.fullmatch(text)) and read_stamp(dated["stamp"]):
        parts = [dated["name"], dated["stamp"]]
    read = [_read_credit(part, PrintedReport(), where) for part in parts]
    if len(parts) < 2 or not any(read):
        return False
    # Beside a credit, a name or a place may stand alone: "Tal Nour, 8 February 2024".
    if not all(read[i] or _LABEL.fullmatch(part) or furniture_kind(part, where) for i, part in enumerate(parts)):
        return False
    for part in parts:
        if not _read_credit(part, printed, where) and _FULL_NAME.fullmatch(part) and not is_known_place(part):
            printed.byline = printed.byline or part
    return True


def _read_credit(text: str, printed: PrintedReport, where: Where) -> bool:
    """Whether ``text`` is a line of credit; what it says is put into ``printed``."""
    early = where is Where.BEFORE or printed.n_paragraphs < _DATELINE_REACH
    if agency := agency_line(text):
        printed.agency = printed.agency or agency
        return True
    if early and (names := byline(text)):
        _credit_names(names, printed)
        return True
    if _read_stamp_line(text, printed, where) or _CLOCK.fullmatch(text):
        return True
    if where is Where.AFTER and (agency := bracketed_name(text)):
        printed.agency = printed.agency or agency
        return True
    if is_sign_off(text) or _PHOTO_CREDIT.fullmatch(text):
        return where is not Where.BEFORE or bool(_PHOTO_CREDIT.fullmatch(text))
    if where is not Where.WITHIN and printed.publisher is None and (publisher := publisher_name(text)):
        printed.publisher = publisher
        return True
    return False


def _credit_names(names: str, printed: PrintedReport) -> None:
    """Part a byline such as "Sara Haddad, Reuters" into the writer and the agency."""
    writers, _, last = names.rpartition(",")
    if is_agency(names):
        printed.agency = printed.agency or names
        return
    if writers and is_agency(last):
        printed.agency = printed.agency or last.strip()
        names = writers.strip()
    printed.byline = printed.byline or names


def _read_stamp_line(text: str, printed: PrintedReport, where: Where) -> bool:
    if len(text) > _SUBHEAD_LENGTH:
        return False
    label = _STAMP_LABEL.match(text)
    stamp = read_stamp(text[label.end() :] if label else text)
    if stamp is None or (label is None and where is Where.WITHIN):
        return False
    if label is None or label["published"]:
        printed.stamp = printed.stamp or stamp
    return True
