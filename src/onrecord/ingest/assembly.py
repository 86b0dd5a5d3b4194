"""From the parts of a report to its :class:`~onrecord.core.article.Article`: one text, and a span for every part."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.article import Article, Block, BlockKind, Dateline, LeftOut, Published, PublishedFrom
from onrecord.core.dates import DateInterval
from onrecord.core.spans import Span
from onrecord.ingest.arrangement import Piece, PrintedReport
from onrecord.ingest.given import Given
from onrecord.ingest.publishers import canonical_publisher
from onrecord.ingest.timestamps import read_stamp


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of its report outside the report's own lines."""

    headline: str | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """One text of all pieces, an empty line between them, and the block of each."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for piece in pieces:
        gap = "" if not parts else " " if piece.runs_on else "\n\n"
        start = length + len(gap)
        length = start + len(piece.text)
        parts.append(gap + piece.text)
        blocks.append(Block(piece.kind, Span(start, length)))
    return "".join(parts), tuple(blocks)


def assemble(
    printed: PrintedReport, told: Told, given: Given, *, language: str | None, noted: Sequence[LeftOut]
) -> Article:
    """The article; the caller's word goes before the page's, the page's data before its printed lines."""
    text, blocks = joined(printed.pieces)
    publisher = given.publisher or told.publisher or printed.publisher or printed.owner
    return Article(
        text=text,
        blocks=blocks,
        publisher=canonical_publisher(publisher) if publisher else None,
        byline=told.byline or printed.byline,
        agency=printed.agency or told.agency,
        url=given.url or told.url,
        language=language,
        published=_published(printed, told, given),
        dateline=_dateline(printed, blocks),
        left_out=(*noted, *printed.left_out),
    )


def _published(printed: PrintedReport, told: Told, given: Given) -> Published | None:
    if given.published:
        return Published(DateInterval.day(given.published), PublishedFrom.GIVEN)
    if told.published and told.published.read_from is not PublishedFrom.URL:
        return told.published
    # A month from the address says less than a day from the report itself.
    stamp = printed.stamp
    if stamp is None and printed.dateline and printed.dateline.date:
        start, end = printed.dateline.date
        stamp = read_stamp(printed.dateline.line[start:end])
    if stamp and (told.published is None or told.published.days.earliest != told.published.days.latest):
        return Published(stamp.days, PublishedFrom.DATELINE, stamp.at)
    return told.published


def _dateline(printed: PrintedReport, blocks: tuple[Block, ...]) -> Dateline | None:
    span = next((block.span for block in blocks if block.kind is BlockKind.DATELINE), None)
    if printed.dateline is None or span is None:
        return None

    def moved(part: tuple[int, int] | None) -> Span | None:
        return Span(span.start + part[0], span.start + part[1]) if part else None

    return Dateline(span, moved(printed.dateline.place), moved(printed.dateline.date))
