"""A text of words and sentences, read window by window.

Every word is read once as a window's own; some are seen again as the left context of the next window.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.annotate.decode import LabelledSpan, log_softmax, spans_of
from onrecord.annotate.labels import HEADS, TAGGERS
from onrecord.annotate.session import Reading, Session
from onrecord.annotate.windows import cut, encode, pack, sizes_of
from onrecord.annotate.wordpiece import WordPiece

_ROWS_AT_ONCE = 1024
"""Pairs of anchor and word scored together; their units then take 0.8 MB, which stays in a core's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadWindow:
    """One window that was read: the words ``start`` to ``stop`` of the text, of which it owns the ``units``."""

    reading: Reading
    start: int
    stop: int
    units: tuple[tuple[int, int], ...]

    def spans(self, head: str) -> list[LabelledSpan]:
        """The spans that one head finds among the window's own words, in words of the text."""
        labels = HEADS[head].labels
        first = self.units[0][0]
        scores = self.reading.scores[head][first - self.start :]
        if not scores.argmax(axis=1).any():
            return []
        breaks = tuple(start - first for start, _ in self.units)
        (found,) = spans_of(log_softmax(scores)[None], labels, breaks)
        return [LabelledSpan(first + s.start, first + s.stop, s.label, s.score) for s in found]

    def linked(
        self, tagger: str, anchors: Sequence[LabelledSpan], ranges: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[LabelledSpan, list[LabelledSpan]]]:
        """Each anchor with the spans that the tagger finds for it among the words of its range."""
        labels = TAGGERS[tagger].labels
        for some, theirs in _few_at_a_time(anchors, ranges):
            places = [(anchor.start - self.start, anchor.stop - self.start) for anchor in some]
            words = [(start - self.start, stop - self.start) for start, stop in theirs]
            offsets = [0, *accumulate(stop - start for start, stop in words)]
            log_p = log_softmax(self.reading.tag(tagger, places, words))
            (found,) = spans_of(log_p[None], labels, tuple(offsets[:-1]))
            next_span = 0
            for anchor, (start, _), offset, end in zip(some, theirs, offsets[:-1], offsets[1:], strict=True):
                away = start - offset
                spans: list[LabelledSpan] = []
                while next_span < len(found) and found[next_span].start < end:
                    s = found[next_span]
                    spans.append(LabelledSpan(s.start + away, s.stop + away, s.label, s.score))
                    next_span += 1
                yield anchor, spans


def _few_at_a_time(
    anchors: Sequence[LabelledSpan], ranges: Sequence[tuple[int, int]]
) -> Iterator[tuple[Sequence[LabelledSpan], Sequence[tuple[int, int]]]]:
    first = n_rows = 0
    for number, (start, stop) in enumerate(ranges):
        if number > first and n_rows + stop - start > _ROWS_AT_ONCE:
            yield anchors[first:number], ranges[first:number]
            first, n_rows = number, 0
        n_rows += stop - start
    if anchors:
        yield anchors[first:], ranges[first:]


def read_windows(sentences: Sequence[Sequence[str]], session: Session) -> Iterator[ReadWindow]:
    """Read the words of a text, given as its sentences; sentences without words are passed over."""
    pieces = WordPiece.packaged()
    words: list[str] = []
    units: list[tuple[int, int]] = []
    lengths: list[int] = []
    for sentence in sentences:
        if not sentence:
            continue
        offset = len(words)
        words.extend(sentence)
        sizes = sizes_of(tuple(sentence), pieces)
        for start, stop in cut(sizes):
            units.append((offset + start, offset + stop))
            lengths.append(sum(sizes[start:stop]))
    for window in pack(lengths):
        start, stop = units[window.first][0], units[window.stop - 1][1]
        reading = session.run(encode(tuple(words[start:stop]), pieces))
        yield ReadWindow(reading, start, stop, tuple(units[window.start : window.stop]))
