"""When: every expression of time in a report, as TIMEX3 types them, with the days that it names.

Rules in tables, over words: no weights. A time that needs an anchor takes the publication date, else the
dateline's; "two days earlier" takes the time told last. Without its anchor a time stays unresolved, with the reason.

>>> import datetime as dt
>>> from onrecord.annotate.segment import segment
>>> from onrecord.core.article import Article, Block, BlockKind, Published, PublishedFrom
>>> from onrecord.core.dates import DateInterval
>>> from onrecord.core.spans import Span
>>> text = "He was killed on Wednesday night."
>>> published = Published(DateInterval.day(dt.date(2024, 2, 8)), PublishedFrom.GIVEN)
>>> article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=published)
>>> [(time.span.of(text), time.reading.timex) for time in find_times(article, segment(article))]
[('Wednesday night', '2024-02-07TNI')]

Sources: ISO 24617-1 (TIMEX3) for types and values.
"""

from collections.abc import Iterator

from onrecord.core.annotations import Sentence
from onrecord.core.article import Article, BlockKind
from onrecord.core.dates import DateInterval
from onrecord.core.spans import Span
from onrecord.interpret.times.found import Found
from onrecord.interpret.times.mention import Reading, TimeAnchor, TimeKind, TimeMention, TimeModifier
from onrecord.interpret.times.rules import ANY_RULE, RULES
from onrecord.interpret.times.timeline import Timeline
from onrecord.interpret.times.vocabulary import letters_of

__all__ = ["Reading", "TimeAnchor", "TimeKind", "TimeMention", "TimeModifier", "find_times"]

_SAYING = frozenset(
    "said says told announced reported confirmed added stated claimed wrote tweeted posted saying statement".split(" ")
)
_BETWEEN = frozenset("on late early in a statement reporters by earlier later".split(" "))


def find_times(article: Article, sentences: tuple[Sentence, ...]) -> tuple[TimeMention, ...]:
    """All times of the sentences, in order of the text; they do not overlap."""
    timeline = Timeline(article)
    mentions: list[TimeMention] = []
    for index, sentence in enumerate(sentences):
        words = [token.span.of(article.text) for token in sentence.tokens]
        in_title = article.blocks[sentence.block].kind is BlockKind.TITLE
        for start, stop, reading in _readings(words, timeline, in_title=in_title):
            span = Span(sentence.tokens[start].span.start, sentence.tokens[stop - 1].span.end)
            mentions.append(TimeMention(span, reading, index))
    return tuple(mentions)


def _readings(words: list[str], timeline: Timeline, *, in_title: bool) -> Iterator[tuple[int, int, Reading]]:
    """The first and the after-last token of each time of one sentence, and its reading."""
    row = letters_of(words)
    position = 0
    while (place := ANY_RULE.search(row, position)) is not None:
        position = place.start() + 1
        for rule, read in RULES:
            match = rule.match(row, place.start())
            if match is None:
                continue
            reading = read(Found(words, match, timeline, in_title))
            if reading is not None:
                position = match.end()
                if isinstance(reading.value, DateInterval) and reading.kind in (TimeKind.DATE, TimeKind.TIME):
                    timeline.tell(reading.value, by_saying=_is_time_of_saying(words, match.start()))
                yield match.start(), match.end(), reading
                break


def _is_time_of_saying(words: list[str], start: int) -> bool:
    """Whether the time follows a verb of speaking: "said on Thursday", "said in a statement late Friday"."""
    for index in range(start - 1, max(-1, start - 6), -1):
        word = words[index].lower()
        if word in _SAYING:
            return True
        if word not in _BETWEEN:
            return False
    return False
