"""Attributions as PolNeAR keeps them: brat's stand-off files beside texts.

A line ``T5<tab>Content 115 290;301 322<tab>words`` is a stretch of one role, in one or more parts; a line
``E1<tab>Attribution:T8 Content:T7 Cue:T6 Source:T5`` joins them. Offsets count code points of the text.

Source: Newell, Margolin and Ruths 2018, "An attribution relations corpus for political news" (PolNeAR).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROLES = ("source", "cue", "content")
_STRETCH = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_RELATION = re.compile(r"E\d+\t(.+)$")

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AttributionParts:
    """One attribution, each role as its parts: half-open offsets; empty where the role is not there."""

    source: tuple[Part, ...] = ()
    cue: tuple[Part, ...] = ()
    content: tuple[Part, ...] = ()

    def of(self, role: str) -> tuple[Part, ...]:
        """The parts of one role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True)
class AttributedText:
    """One text and its attributions by one annotator."""

    name: str
    text: str
    attributions: tuple[AttributionParts, ...]


def parse_attributions(lines: Iterable[str], text_length: int) -> tuple[AttributionParts, ...]:
    """The attributions of one file; a role that a relation names and the file lacks is left empty.

    Lines of other kinds (notes, the rest of a stretch whose words hold a line break) are passed over.

    Raises:
        ValueError: a stretch reaches past the text.
    """
    parts_by_id: dict[str, tuple[Part, ...]] = {}
    relations: list[str] = []
    for line in lines:
        if stretch := _STRETCH.match(line):
            parts = tuple(_part(piece) for piece in stretch[3].split(";"))
            if max(end for _, end in parts) > text_length:
                raise ValueError(f"{stretch[1]} reaches past the text of {text_length} characters")
            parts_by_id[stretch[1]] = parts
        elif relation := _RELATION.match(line):
            relations.append(relation[1])
    return tuple(_joined(relation, parts_by_id) for relation in relations)


def _part(piece: str) -> Part:
    start, end = piece.split(" ")
    return int(start), int(end)


def _joined(relation: str, parts_by_id: dict[str, tuple[Part, ...]]) -> AttributionParts:
    found: dict[str, list[Part]] = {role: [] for role in ROLES}
    for member in relation.split():
        label, _, stretch = member.partition(":")
        role = label.rstrip("0123456789").lower()
        if role in found:
            found[role].extend(parts_by_id.get(stretch, ()))
    return AttributionParts(*(tuple(sorted(found[role])) for role in ROLES))


def read_attributed_texts(folder: Path) -> list[AttributedText]:
    """All texts of ``folder/text`` that have a file in ``folder/attributions``.

    A text that several people annotated is read once, as the first of them (by file name) did it.
    """
    read: list[AttributedText] = []
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if notes:
            text = path.read_bytes().decode("utf-8")
            lines = notes[0].read_bytes().decode("utf-8").split("\n")
            read.append(AttributedText(path.stem, text, parse_attributions(lines, len(text))))
    return read
