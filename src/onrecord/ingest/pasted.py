"""Reading plain text: a report typed, saved as text, or copied out of a page with its toolbar and all."""

from collections.abc import Callable

from onrecord.core.article import Article
from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest.arrangement import arrange
from onrecord.ingest.assembly import Told, assemble, joined
from onrecord.ingest.characters import clean
from onrecord.ingest.given import Given
from onrecord.ingest.language import identify
from onrecord.ingest.lines import Line, logical_lines
from onrecord.ingest.markdown import markdown_lines

STAGE = "ingest"


def read_text(text: str, *, given: Given | None = None, item: str = "pasted text") -> Article | Skipped:
    """The report in a plain text; ``item`` names it in what is skipped."""
    return _read(text, logical_lines, given or Given(), item)


def read_markdown(text: str, *, given: Given | None = None, item: str = "pasted text") -> Article | Skipped:
    """The report in a text with Markdown's marks."""
    return _read(text, markdown_lines, given or Given(), item)


def _read(text: str, lines_of: Callable[[str], list[Line]], given: Given, item: str) -> Article | Skipped:
    text, noted = clean(text)
    lines = lines_of(text)
    if not lines:
        return Skipped(item, STAGE, SkipReason.EMPTY, "there is no visible character in it")
    printed = arrange(lines)
    if not printed.pieces:
        detail = f"nothing in it but the furniture of a page: {len(printed.left_out)} lines"
        return Skipped(item, STAGE, SkipReason.NOT_AN_ARTICLE, detail)
    language = identify(joined(printed.pieces)[0])
    if language.foreign:
        return Skipped(item, STAGE, SkipReason.LANGUAGE, f"not English: {language.detail}")
    return assemble(printed, Told(), given, language=language.code, noted=noted)
