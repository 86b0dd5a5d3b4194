"""A report as it was printed: one text, and what each part of it is.

Title and body are one string; every offset in the program counts the code points of that string, and nothing
changes it after :class:`Article` is made.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.core.dates import DateInterval
from onrecord.core.errors import SpanError
from onrecord.core.spans import Span

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def content_id(*parts: str, length: int = 16) -> str:
    """An id that depends on nothing but its parts: Crockford base 32 of their SHA-256, lower case.

    Each part is preceded by its length, so that no two lists of parts give the same bytes.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    number = int.from_bytes(digest.digest(), "big")
    return "".join(_CROCKFORD[(number >> (5 * i)) & 31] for i in range(length))


class BlockKind(StrEnum):
    """What a stretch of the text is; only titles, captions and paragraphs are read as sentences."""

    TITLE = "title"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"  # publisher line, byline, agency credit
    DATELINE = "dateline"  # "BAGHDAD, Feb 8 (Reuters) -"


READ_AS_SENTENCES = frozenset({BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the article's text; blocks are in order and do not overlap."""

    kind: BlockKind
    span: Span


class LeftOutKind(StrEnum):
    """Why words of the page are not in the text."""

    PAGE_CONTROLS = "page-controls"
    SHARE_BAR = "share-bar"
    NAVIGATION = "navigation"
    READ_MORE = "read-more"
    COOKIE_NOTE = "cookie-note"
    ADVERT = "advert"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    CONTROL_CHARACTERS = "control-characters"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the page that are not part of the report; kept, so that nothing is lost quietly."""

    kind: LeftOutKind
    text: str


class PublishedFrom(StrEnum):
    """Where the publication date was read; ``GIVEN`` is the caller's word."""

    JSON_LD = "json-ld"
    META = "meta"
    TIME_ELEMENT = "time"
    URL = "url"
    DATELINE = "dateline"
    FEED = "feed"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Published:
    """When the report appeared: the days, the moment with its time zone where one was given, and where it was read."""

    days: DateInterval
    read_from: PublishedFrom
    at: dt.datetime | None = None  # aware, in the zone in which it was given


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the reporter sat, and the day that the report names for itself; ``day`` needs a year from elsewhere."""

    span: Span
    place: Span | None
    date: Span | None


@dataclass(frozen=True, slots=True)
class Article:
    """One report.

    Raises:
        SpanError: a block reaches past the text, overlaps the block before it, or is out of order.
    """

    text: str
    blocks: tuple[Block, ...]
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    dateline: Dateline | None = None
    left_out: tuple[LeftOut, ...] = ()
    sha256: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        reached = 0
        for block in self.blocks:
            if block.span.start < reached or block.span.end > len(self.text):
                raise SpanError(f"block {block.span} overlaps the one before it, or leaves the text")
            reached = block.span.end
        data = self.text.encode("utf-8", "surrogatepass")
        object.__setattr__(self, "sha256", hashlib.sha256(data).hexdigest())
        days = self.published.days if self.published else None
        object.__setattr__(
            self,
            "id",
            content_id(
                self.text,
                self.publisher or "",
                self.url or "",
                f"{days.earliest}/{days.latest}" if days else "",
            ),
        )

    @property
    def title(self) -> Span | None:
        """The headline, where the report has one."""
        return next((block.span for block in self.blocks if block.kind is BlockKind.TITLE), None)
