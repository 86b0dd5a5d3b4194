"""Which stretches of a report stand in quotation marks.

Marks of all scripts, curly and straight; single quotation marks count only where no apostrophe explains them. A
quotation that opens in one paragraph and is opened again in the next, as newspapers print long ones, is one range a
paragraph. A mark that never finds its partner makes no range. One pass, linear in the length of the text.
"""

from bisect import bisect_right

from onrecord.core.article import Article
from onrecord.core.spans import Span

_PARTNER = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‟": "”", "‹": "›"}
_CLOSING = '”"»“’」』›'
_SINGLE = {"‘": "’", "‚": "‘’"}


def find_quotes(article: Article) -> tuple[Span, ...]:
    """The quoted ranges of each block, marks included, in order, the outermost only."""
    found: list[Span] = []
    blocks = article.blocks
    for i, block in enumerate(blocks):
        follows = blocks[i + 1].span.start if i + 1 < len(blocks) else None
        goes_on = follows is not None and article.text[follows] in _PARTNER
        found.extend(_in_block(article.text, block.span, goes_on=goes_on or _straight_goes_on(article.text, follows)))
    return tuple(found)


def _straight_goes_on(text: str, follows: int | None) -> bool:
    return follows is not None and text[follows] == '"'


def _in_block(text: str, block: Span, *, goes_on: bool) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    closers = ""
    single: int | None = None
    single_closers = ""
    for i in range(block.start, block.end):
        mark = text[i]
        if opened is not None:
            if mark in closers:
                found.append(Span(opened, i + 1))
                opened = None
            continue
        if mark == '"':
            opened, closers, single = i, '"', single if single_closers == "’" else None
        elif mark in _PARTNER and not (mark == "»" and i > block.start and not text[i - 1].isspace()):
            opened, closers, single = i, _PARTNER[mark], single if single_closers == "’" else None
        elif single is None:
            if (mark in _SINGLE or mark == "'") and _opens(text, i, block):
                single, single_closers = i, _SINGLE.get(mark, "'")
        elif mark in single_closers and _closes(text, i, block) and i - single > 2:
            if found and found[-1].start > single and text[i - 1] not in ".,!?…":
                continue  # an apostrophe, not the end of ‘a quotation with “another” in it.’
            while found and found[-1].start > single:
                del found[-1]
            found.append(Span(single, i + 1))
            single = None
    if opened is not None and goes_on:
        found.append(Span(opened, block.end))
    return sorted(found)


def _opens(text: str, i: int, block: Span) -> bool:
    before = text[i - 1] if i > block.start else " "
    after = text[i + 1] if i + 1 < block.end else " "
    return (before.isspace() or before in "([—–-:") and after.isalpha()


def _closes(text: str, i: int, block: Span) -> bool:
    """A closing single mark: not inside a word, and not the bare apostrophe of a plural ("soldiers' homes")."""
    before = text[i - 1]
    after = text[i + 1] if i + 1 < block.end else " "
    if after.isalnum():
        return False
    if before in ".,!?…":
        return True
    return before != "s" or after in ".,;:!?)—–" or i + 1 >= block.end


class Quotes:
    """The quoted ranges of one report, asked by position."""

    def __init__(self, article: Article) -> None:
        self.ranges = find_quotes(article)
        self._text = article.text
        self._starts = [quote.start for quote in self.ranges]
        self._nested: dict[Span, list[Span]] = {}
        self._by_end = {quote.end: quote for quote in self.ranges}

    def carried_on_by(self, quote: Span) -> Span | None:
        """The quotation of the next paragraph that goes on with ``quote``, which its own paragraph leaves open."""
        if self._text[quote.end - 1] in _CLOSING:
            return None
        following = bisect_right(self._starts, quote.end)
        return self.ranges[following] if following < len(self.ranges) else None

    def chain_of(self, quote: Span) -> list[Span]:
        """All ranges of the long quotation of which ``quote`` is one paragraph; alone where it is no part of one."""
        chain = [quote]
        while (following := self.carried_on_by(chain[-1])) is not None:
            chain.append(following)
        at = bisect_right(self._starts, quote.start) - 1
        while at > 0 and self.carried_on_by(self.ranges[at - 1]) is not None:
            at -= 1
            chain.insert(0, self.ranges[at])
        return chain

    def inside(self, span: Span) -> tuple[Span, ...]:
        """The quoted parts of ``span``: whole ranges where it holds them, else the part that it shares."""
        parts = []
        for i in range(max(0, bisect_right(self._starts, span.start) - 1), len(self.ranges)):
            quote = self.ranges[i]
            if quote.start >= span.end:
                break
            if quote.overlaps(span):
                parts.append(Span(max(quote.start, span.start), min(quote.end, span.end)))
        return tuple(parts)

    def quoted_from(self, cue: Span, part: Span) -> tuple[Span, ...]:
        """The quoted parts of ``part`` that the speaker at ``cue`` is quoted with.

        Where the cue itself stands in somebody's quotation these are the marks inside it: in “The army said it won” the
        words are whoever's who is quoted, and not the army's.
        """
        around = self.at(cue.start)
        if around is None or len(around) <= 2:
            return self.inside(part)
        if around not in self._nested:
            self._nested[around] = _in_block(self._text, Span(around.start + 1, around.end - 1), goes_on=False)
        nested = self._nested[around]
        others = (quote for quote in self.inside(part) if quote != around and not around.overlaps(quote))
        return (*(quote for quote in nested if part.holds(quote)), *others)

    def is_whole(self, span: Span) -> bool:
        """Whether ``span`` is a quoted range from its first mark to its last."""
        return self.at(span.start) == span

    def at(self, position: int) -> Span | None:
        """The quoted range that holds the character at ``position``."""
        i = bisect_right(self._starts, position) - 1
        return self.ranges[i] if i >= 0 and position < self.ranges[i].end else None

    def ending_at(self, position: int) -> Span | None:
        """The quoted range whose last mark stands right before ``position``, commas and spaces between left out."""
        end = position
        while end > 0 and (self._text[end - 1].isspace() or self._text[end - 1] == ","):
            end -= 1
        return self._by_end.get(end)
