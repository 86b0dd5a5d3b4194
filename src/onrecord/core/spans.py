"""Half-open ranges of Unicode code points: the ground on which every value stands.

>>> Span(0, 7).of("Baghdad, Iraq")
'Baghdad'
>>> Span(3, 3)
Traceback (most recent call last):
...
onrecord.core.errors.SpanError: a span must hold at least one character: got start=3, end=3
"""

from dataclasses import dataclass

from onrecord.core.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters ``text[start:end]`` of one article's text; never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0:
            raise SpanError(f"a span cannot start before the text: got start={self.start}")
        if self.end <= self.start:
            raise SpanError(f"a span must hold at least one character: got start={self.start}, end={self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves.

        Raises:
            SpanError: the span reaches past the end of ``text``.
        """
        if self.end > len(text):
            raise SpanError(f"span {self.start}–{self.end} is outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span (or is it)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def ended_before(self, other: "Span") -> bool:
        """Whether this span ends at or before the start of ``other``."""
        return self.end <= other.start


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span of ``text[start:end]`` without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
