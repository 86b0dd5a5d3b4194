"""Lines as a reader sees them: a paragraph that was broken to fit a column is one line again.

>>> [line.text for line in logical_lines("Two soldiers were killed in\\nTal Nour on Monday.\\n\\nThe army said so.")]
['Two soldiers were killed in Tal Nour on Monday.', 'The army said so.']

The test of a broken line is the one by which it was broken: the next word would not have fitted. It is used only in a
text that shows, somewhere, a break in the middle of a sentence; so the lines of a page toolbar stay apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

# Columns at which mail programs, terminals and typewriters break lines; no one wraps by hand beyond it.
_WIDEST_COLUMN = 120
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
    width = max(
        (len(line) for group in groups if len(group) > 1 for line in group if _could_be_broken(line)), default=0
    )
    wrapped = any(_breaks_a_sentence(left, right, width) for group in groups for left, right in _neighbours(group))
    joined: list[str] = []
    for group in groups:
        joined.append(group[0])
        for left, right in _neighbours(group):
            if wrapped and _is_full(left, right, width):
                joined[-1] = _join(joined[-1], right)
            else:
                joined.append(right)
    return [Line(line) for line in joined]


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
    return zip(group, group[1:], strict=False)


def _could_be_broken(line: str) -> bool:
    return len(line) <= _WIDEST_COLUMN and " " in line


def _is_full(left: str, right: str, width: int) -> bool:
    gap = 0 if left.endswith("-") else 1
    return _could_be_broken(left) and len(left) + gap + len(right.split(" ", 1)[0]) > width


def _breaks_a_sentence(left: str, right: str, width: int) -> bool:
    if not _is_full(left, right, width) or _SENTENCE_END.search(left):
        return False
    return right[0].islower() or bool(_LEADING_ON.search(left))


def _join(left: str, right: str) -> str:
    broken_at_hyphen = left.endswith("-") and left[-2:-1].isalnum() and right[0].isalnum()
    return left + right if broken_at_hyphen else f"{left} {right}"
