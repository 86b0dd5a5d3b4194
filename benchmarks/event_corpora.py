"""Three corpora of events in one form: words, triggers with types, arguments with roles, all by word positions.

Types and roles are written in one way, so that only meaning differs: levels with a dot and in lower case
("conflict.attack"; two levels but for RAMS), roles in lower case.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
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
    """The sentences whose ids ``wanted`` lists; those of one article are one text, in the article's order.

    Raises:
        ValueError: a listed id has no sentence.
    """
    ids = set(wanted.read_text(encoding="utf-8").split())
    rows_by_article: dict[str, list[Mapping[str, Any]]] = {}
    for row in _json_lines(sentences):
        if row["sentence_id"] in ids:
            ids.remove(row["sentence_id"])
            rows_by_article.setdefault(row["sentence_id"].rpartition("_")[0], []).append(row)
    if ids:
        raise ValueError(f"{sentences.name} lacks {len(ids)} of the sentences of {wanted.name}: {min(ids)} …")
    return [_m2e2_text(rows) for rows in rows_by_article.values()]


def _m2e2_text(rows: Sequence[Mapping[str, Any]]) -> EventText:
    events: list[GoldEvent] = []
    offset = 0
    for row in rows:
        events += [_m2e2_event(event, offset) for event in row["golden-event-mentions"]]
        offset += len(row["words"])
    return EventText(tuple(tuple(row["words"]) for row in rows), tuple(events))


def _m2e2_event(event: Mapping[str, Any], offset: int) -> GoldEvent:
    def placed(stretch: Mapping[str, Any]) -> WordRange:
        return offset + int(stretch["start"]), offset + int(stretch["end"])

    arguments = tuple(GoldArgument(str(one["role"]).lower(), placed(one)) for one in event["arguments"])
    return GoldEvent(two_levels(event["event_type"]), placed(event["trigger"]), arguments)


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


def read_rams(path: Path, *, only_held_out: bool = False) -> list[EventText]:
    """The five-sentence windows of one file, each with the one event that it was made for, at three levels.

    ``only_held_out`` keeps the fifth that training leaves alone: the pages whose address has a SHA-256 that begins
    with a byte divisible by five.
    """
    rows = _json_lines(path)
    return [_rams_text(row) for row in rows if not only_held_out or held_out(str(row["source_url"]))]


def held_out(address: str) -> bool:
    """Whether training leaves the RAMS windows of one page alone."""
    return hashlib.sha256(address.encode()).digest()[0] % 5 == 0


def _rams_text(row: Mapping[str, Any]) -> EventText:
    events = tuple(
        GoldEvent(
            str(kinds[0][0]).lower(),
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
