"""Lines of styled words for a terminal, and their wrapping: what is laid out here is the same with and without colour.

Widths are those of a terminal's cells: an emoji takes two, a combining mark none. Control characters, which could
command the terminal, are shown as U+FFFD.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

# Format characters that belong to the writing of words: zero-width non-joiner and joiner (Persian, emoji).
_JOINERS = "\u200c\u200d"


class Style(StrEnum):
    """What a piece of a line is; the front door chooses colours by it."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    LABEL = "label"
    VALUE = "value"
    QUOTE = "quote"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Piece, ...]


def shown(words: str) -> str:
    """Words of a report on one line and harmless to a terminal.

    >>> shown("two\\n lines \\x1b[2J")
    'two lines \ufffd[2J'
    """
    line = " ".join(words.split())
    return "".join(char if char.isprintable() or char in _JOINERS else "\ufffd" for char in line)


def cell_width(words: str) -> int:
    """How many cells of a terminal the words take.

    >>> cell_width("🔥 fire")
    7
    """
    if words.isascii():
        return len(words)
    return sum(
        0
        if unicodedata.combining(char) or char in _JOINERS or char == "\ufe0f"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in words
    )


def wrapped(pieces: Iterable[Piece], *, width: int, indent: int) -> Iterator[Line]:
    """The pieces as lines of at most ``width`` cells, all but the first indented; a longer word stands alone."""
    line: list[Piece] = []
    used = 0
    for piece in pieces:
        for word in _words(piece.text):
            n_cells = cell_width(word)
            if line and used + cell_width(word.rstrip()) > width and word.strip():
                yield _joined(line)
                line, used = [Piece(" " * indent)], indent
            line.append(Piece(word, piece.style))
            used += n_cells
    if line:
        yield _joined(line)


def _words(text: str) -> Iterator[str]:
    """The words of ``text``, each with the spaces after it, so that they give ``text`` when joined."""
    start = 0
    for position in range(1, len(text)):
        if text[position - 1] == " " and text[position] != " ":
            yield text[start:position]
            start = position
    if start < len(text):
        yield text[start:]


def _joined(line: list[Piece]) -> Line:
    """The same line with neighbours of one style made one, and no spaces at its end."""
    merged: list[Piece] = []
    for piece in line:
        if merged and merged[-1].style is piece.style:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.style)
        else:
            merged.append(piece)
    if merged:
        merged[-1] = Piece(merged[-1].text.rstrip(), merged[-1].style)
    return tuple(merged)


def plain(lines: Iterable[Line]) -> str:
    """The lines without their styles, each ended by a line feed."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
