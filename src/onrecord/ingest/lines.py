"""Lines as a reader sees them: a paragraph that was broken to fit a column is one line again.

>>> text = "Two soldiers were killed when a mine\\nwent off in Tal Nour.\\n\\nThe army said so."
>>> [line.text for line in logical_lines(text)]
['Two soldiers were killed when a mine went off in Tal Nour.', 'The army said so.']

The test of a broken line is the one by which it was broken: the next word would not have fitted. It is used only in a
text that shows, somewhere, a break in the middle of a sentence; so the lines of a page toolbar stay apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

# Columns at which mail programs, terminals and typewriters break lines; no one wraps by hand beyond it.
_WIDEST_COLUMN = 120
_NARROWEST_COLUMN = 32  # below it, lines are labels and names, not prose
_FILLED = 0.6  # share of the column that a line fills at least where it was broken in the middle of a sentence
_LONGEST_RULE = 200
_RULE = re.compile(r"[-=_~*#.·•|+:–— ]*[-=_~*#·•|–—][-=_~*#.·•|+:–— ]*")
_ITEM = re.compile(r"(?:[-–*•▪●]|\(?\d{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"""[.!?…:;][”"’')\]»]*$""")
# Words that no line ends with unless it was broken there.
_LEADING_ON = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|into|near|was|were|is|are|has|had"
    r"|have|its|their|his|her|said))$",
    re.IGNORECASE,
)


class Hint(Enum):
    """What the markup says that a line is; pasted text says nothing."""

    NONE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    CAPTION = auto()
    ITEM = auto()
    CREDIT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader sees it, and what the markup says of it."""

    text: str
    hint: Hint = Hint.NONE


def logical_lines(text: str) -> list[Line]:
    """The lines of a cleaned text, those that were broken to fit a column joined with a space."""
    groups = list(_groups(text))
    column = _column(groups)
    joined: list[str] = []
    for group in groups:
        joined.append(group[0])
        for left, right in _neighbours(group):
            if column and _fills(left, right) > column and not _begins_anew(left, right):
                joined[-1] = _join(joined[-1], right)
            else:
                joined.append(right)
    return [Line(line) for line in joined]


def _column(groups: list[list[str]]) -> int:
    """The width at which lines were broken; 0 where nothing shows that they were.

    It is the longest line, less what the most ragged break in the middle of a sentence left unused: not everybody
    who breaks lines by hand fills them.
    """
    width = max(
        (len(line) for group in groups if len(group) > 1 for line in group if _could_be_broken(line)), default=0
    )
    if width < _NARROWEST_COLUMN:
        return 0
    certain = [
        _fills(left, right)
        for group in groups
        for left, right in _neighbours(group)
        if _could_be_broken(left) and len(left) >= _FILLED * width and _breaks_a_sentence(left, right)
    ]
    return min(width, min(certain) - 1) if certain else 0


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not written: "=====", "* * *", "|---|"."""
    return len(line) <= _LONGEST_RULE and bool(_RULE.fullmatch(line))


def _groups(text: str) -> Iterator[list[str]]:
    """Runs of lines without an empty line, and without an indented line after one that is not, between them."""
    group: list[str] = []
    previous_indented = False
    for line in text.split("\n"):
        stripped, indented = line.strip(), line.startswith(" ")
        if group and (not stripped or (indented and not previous_indented)):
            yield group
            group = []
        if stripped:
            group.append(stripped)
        previous_indented = indented
    if group:
        yield group


def _neighbours(group: list[str]) -> Iterator[tuple[str, str]]:
    return pairwise(group)


def _could_be_broken(line: str) -> bool:
    return len(line) <= _WIDEST_COLUMN and " " in line


def _fills(left: str, right: str) -> int:
    """How wide ``left`` would have become with the first word of ``right``; 0 where it is no broken line at all."""
    gap = 0 if left.endswith("-") else 1
    return len(left) + gap + len(right.split(" ", 1)[0]) if _could_be_broken(left) else 0


def _breaks_a_sentence(left: str, right: str) -> bool:
    return not _SENTENCE_END.search(left) and (right[0].islower() or bool(_LEADING_ON.search(left)))


def _begins_anew(left: str, right: str) -> bool:
    """Whether ``right`` is a rule under a headline, or the next item of a list."""
    return is_rule(right) or bool(_ITEM.match(right) and (_SENTENCE_END.search(left) or _ITEM.match(left)))


def _join(left: str, right: str) -> str:
    broken_at_hyphen = left.endswith("-") and left[-2:-1].isalnum() and right[0].isalnum()
    return left + right if broken_at_hyphen else f"{left} {right}"
