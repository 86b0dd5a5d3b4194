"""All that is known of one report before its events are put together."""

from dataclasses import dataclass

from onrecord.core.article import Article
from onrecord.core.spans import Span
from onrecord.interpret.entities import EntityBook
from onrecord.interpret.quantities import TollMention
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import Reading
from onrecord.interpret.times import TimeMention
from onrecord.interpret.told import Told


@dataclass(frozen=True, slots=True)
class Context:
    """One report: its words, names, quotations, statements, times and figures."""

    article: Article
    reading: Reading
    book: EntityBook
    quotes: Quotes
    told: tuple[Told, ...]
    times: tuple[TimeMention, ...]
    tolls: tuple[TollMention, ...]

    def is_time(self, span: Span) -> bool:
        """Whether the words name a time ("on Wednesday") rather than a target."""
        return any(time.span.overlaps(span) for time in self.times)
