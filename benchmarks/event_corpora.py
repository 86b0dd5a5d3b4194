"""Three corpora of events in one form: words, triggers with types, arguments with roles, all by word positions.

Types and roles are written in one way, so that only meaning differs: two levels with a dot and lower case
("conflict.attack"), roles in lower case.
"""

import gzip
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WordRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldArgument:
    """A role and the words that fill it."""

    role: str
    words: WordRange


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One trigger with its arguments."""

    type: str
    trigger: WordRange
    arguments: tuple[GoldArgument, ...] = ()


@dataclass(frozen=True, slots=True)
class EventText:
    """A text as sentences of words; word positions count through all sentences."""

    sentences: tuple[tuple[str, ...], ...]
    events: tuple[GoldEvent, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(word for sentence in self.sentences for word in sentence)


def two_levels(name: str) -> str:
    """The first two levels of a type's name, in the form used here.

    >>> two_levels("Life.Die.Unspecified"), two_levels("Justice:Arrest-Jail")
    ('life.die', 'justice.arrest-jail')
    """
    return ".".join(re.split(r"[.:]", name.lower())[:2])


def read_m2e2(sentences: Path, wanted: Path) -> list[EventText]:
    """The sentences whose ids ``wanted`` lists, each a text of its own, in that list's order.

    Raises:
        ValueError: a listed id has no sentence.
    """
    text_by_id = {str(row["sentence_id"]): _m2e2_text(row) for row in _json_lines(sentences)}
    ids = wanted.read_text(encoding="utf-8").split()
    missing = [one for one in ids if one not in text_by_id]
    if missing:
        raise ValueError(f"{sentences.name} lacks {len(missing)} of the sentences of {wanted.name}: {missing[0]} …")
    return [text_by_id[one] for one in ids]


def _m2e2_text(row: Mapping[str, Any]) -> EventText:
    events = tuple(
        GoldEvent(
            two_levels(event["event_type"]),
            (int(event["trigger"]["start"]), int(event["trigger"]["end"])),
            tuple(
                GoldArgument(str(one["role"]).lower(), (int(one["start"]), int(one["end"])))
                for one in event["arguments"]
            ),
        )
        for event in row["golden-event-mentions"]
    )
    return EventText((tuple(row["words"]),), events)


def read_wikievents(path: Path) -> list[EventText]:
    """The documents of one split, with their own sentences."""
    return [_wikievents_text(row) for row in _json_lines(path)]


def _wikievents_text(row: Mapping[str, Any]) -> EventText:
    words_by_entity = {str(one["id"]): (int(one["start"]), int(one["end"])) for one in row["entity_mentions"]}
    events = tuple(
        GoldEvent(
            two_levels(event["event_type"]),
            (int(event["trigger"]["start"]), int(event["trigger"]["end"])),
            tuple(
                GoldArgument(str(one["role"]).lower(), words_by_entity[one["entity_id"]]) for one in event["arguments"]
            ),
        )
        for event in row["event_mentions"]
    )
    sentences = tuple(tuple(str(token[0]) for token in sentence[0]) for sentence in row["sentences"])
    return EventText(sentences, events)


def read_rams(path: Path) -> list[EventText]:
    """The five-sentence windows of one split, each with the one event that it was made for."""
    return [_rams_text(row) for row in _json_lines(path)]


def _rams_text(row: Mapping[str, Any]) -> EventText:
    events = tuple(
        GoldEvent(
            two_levels(kinds[0][0]),
            (start, end + 1),
            tuple(
                GoldArgument(re.sub(r"^evt\d+arg\d+", "", role).lower(), (first, last + 1))
                for trigger, (first, last), role in row["gold_evt_links"]
                if trigger == [start, end]
            ),
        )
        for start, end, kinds in row["evt_triggers"]
    )
    return EventText(tuple(tuple(sentence) for sentence in row["sentences"]), events)


def _json_lines(path: Path) -> Iterable[dict[str, Any]]:
    """Each line of a JSON-lines file, unpacked where its name ends in .gz."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)
