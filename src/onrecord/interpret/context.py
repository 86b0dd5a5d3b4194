"""All that is known of one report before its events are put together, asked by sentence."""

from dataclasses import dataclass
from functools import cached_property

from onrecord.core.article import Article
from onrecord.core.spans import Span
from onrecord.interpret.entities import EntityBook
from onrecord.interpret.quantities import TollMention
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import Reading
from onrecord.interpret.times import TimeMention
from onrecord.interpret.told import Told, Voices


@dataclass(frozen=True)
class Context:
    """One report: its words, names, quotations, statements, times and figures."""

    article: Article
    reading: Reading
    book: EntityBook
    quotes: Quotes
    told: tuple[Told, ...]
    times: tuple[TimeMention, ...]
    tolls: tuple[TollMention, ...]

    @cached_property
    def voices(self) -> Voices:
        """Which statements say which words."""
        return Voices(self.told, self.reading)

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[TimeMention]]:
        found: dict[int, list[TimeMention]] = {}
        for time in self.times:
            found.setdefault(time.sentence, []).append(time)
        return found

    @cached_property
    def _tolls_by_sentence(self) -> dict[int, list[TollMention]]:
        found: dict[int, list[TollMention]] = {}
        for toll in self.tolls:
            found.setdefault(toll.sentence, []).append(toll)
        return found

    @cached_property
    def _told_by_sentence(self) -> dict[int, list[Told]]:
        found: dict[int, list[Told]] = {}
        for told in self.told:
            found.setdefault(told.sentence.index, []).append(told)
        return found

    def times_in(self, sentence: int) -> list[TimeMention]:
        """The times of one sentence, in order."""
        return self._times_by_sentence.get(sentence, [])

    def tolls_in(self, sentence: int) -> list[TollMention]:
        """The figures of one sentence, in order."""
        return self._tolls_by_sentence.get(sentence, [])

    def told_in(self, sentence: int) -> list[Told]:
        """The statements whose cue stands in one sentence, in order."""
        return self._told_by_sentence.get(sentence, [])

    def is_time(self, span: Span) -> bool:
        """Whether the words name a time ("on Wednesday") rather than a target."""
        sentence = self.reading.sentence_at(span.start)
        return sentence is not None and any(time.span.overlaps(span) for time in self.times_in(sentence.index))
