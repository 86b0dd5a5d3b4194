"""Corpora of grammar: GUM (parts of speech, nested entities) and the English Web Treebank with PropBank frames."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.annotate.labels import PREDICATE_ROLES, UPOS
from training.documents import ALLOWED, UNKNOWN, Document, Link, span_targets

_NAME_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_NOMINAL_KINDS = {"person": "person", "organization": "organisation", "place": "place", "object": "object"}
_CONNECTORS = frozenset("of the and for - 's & in de la al".split())
_ENTITY = re.compile(r"\((?P<opened>[^()]+)(?P<alone>\))?|(?P<closed>\d+(?:\[\d+/\d+\])?)\)")


@dataclass
class _Entity:
    group: str
    kind: str
    minimal: list[int]  # word numbers within the entity, from 0
    start: int
    end: int = 0


def _entities(column: list[str]) -> list[_Entity]:
    """The entities of one document from the Entity values of its words ("" where there is none)."""
    found: list[_Entity] = []
    opened: list[_Entity] = []
    for i, value in enumerate(column):
        for match in _ENTITY.finditer(value):
            if match["opened"]:
                fields = match["opened"].split("-")
                minimal = [int(n) - 1 for n in fields[5].split(",")] if len(fields) > 5 else [0]
                entity = _Entity(fields[0], fields[1], minimal, i)
                opened.append(entity)
                found.append(entity)
                if match["alone"]:
                    opened.pop().end = i + 1
            else:
                for entity in reversed(opened):
                    if entity.group == match["closed"]:
                        entity.end = i + 1
                        opened.remove(entity)
                        break
    return [entity for entity in found if entity.end]


def _name_span(entity: _Entity, words: list[str], upos: list[str]) -> tuple[int, int] | None:
    """The name inside an entity's phrase: the run of proper nouns and what joins them around the head."""
    start = end = entity.start + entity.minimal[0]
    if start >= entity.end or upos[start] != "PROPN":
        return None
    end += 1
    while start > entity.start and (upos[start - 1] == "PROPN" or words[start - 1].lower() in _CONNECTORS):
        start -= 1
    while end < entity.end and (upos[end] == "PROPN" or words[end].lower() in _CONNECTORS):
        end += 1
    while upos[start] != "PROPN":
        start += 1
    while upos[end - 1] != "PROPN":
        end -= 1
    return start, end


def gum(data: Path, part: str) -> Iterator[Document]:
    """135 documents of many genres: parts of speech, base phrases that describe, and names.

    A name whose phrase holds more than the name (and is no plain "the X") leaves the rest of its phrase unknown.
    """
    splits = json.loads((data / "gum" / "splits.json").read_text(encoding="utf-8"))
    for path in sorted((data / "gum" / "dep").glob("*.conllu")):
        if splits.get(path.stem) != part:
            continue
        words: list[str] = []
        upos: list[str] = []
        column: list[str] = []
        starts: list[int] = []
        beginning = True
        for line in path.read_text(encoding="utf-8").split("\n"):
            cells = line.split("\t")
            if len(cells) < 10:
                beginning = beginning or not line.strip()
                continue
            if not cells[0].isdigit():
                continue
            if beginning:
                starts.append(len(words))
                beginning = False
            words.append(cells[1])
            upos.append(cells[3])
            entity = [item.removeprefix("Entity=") for item in cells[9].split("|") if item.startswith("Entity=")]
            column.append(entity[0] if entity else "")
        yield _gum_document(words, upos, column, starts)


def _gum_document(words: list[str], upos: list[str], column: list[str], starts: list[int]) -> Document:
    document = Document("gum", words, starts)
    allowed = ALLOWED["upos"]
    document.targets["upos"] = np.array(
        [allowed.label(tag) if tag in UPOS else UNKNOWN for tag in upos], dtype=np.int16
    )
    entities = sorted(_entities(column), key=lambda entity: (entity.end - entity.start, entity.start))
    names: list[tuple[int, int, str]] = []
    doubtful: list[tuple[int, int]] = []
    nominals: list[tuple[int, int, str]] = []
    ends_of_nominals: set[int] = set()
    for entity in entities:
        head = entity.start + entity.minimal[-1]
        if head >= entity.end:
            continue
        if upos[entity.start + entity.minimal[0]] == "PROPN":
            span = _name_span(entity, words, upos)
            if span and entity.kind in _NAME_KINDS:
                names.append((*span, _NAME_KINDS[entity.kind]))
                doubtful.append((entity.start, entity.end))
        elif upos[head] == "NOUN" and entity.kind in _NOMINAL_KINDS:
            start = entity.start
            for i in range(entity.start, head):
                if i + 1 in ends_of_nominals and i + 1 <= head:
                    start = i + 1
            while start < head and words[start] in ("'s", "’s", "'", "’", ",", "of"):
                start += 1
            nominals.append((start, head + 1, _NOMINAL_KINDS[entity.kind]))
            ends_of_nominals.add(head + 1)
    targets = span_targets("names", len(words), names, unmarked=("group", "weapon", "vehicle"))
    outside = ALLOWED["names"].outside(("group", "weapon", "vehicle"))
    for start, end in doubtful:
        for i in range(start, end):
            if targets[i] == outside and upos[i] in ("PROPN", "ADJ"):
                targets[i] = UNKNOWN
    document.targets["names"] = targets
    document.targets["nominals"] = span_targets("nominals", len(words), nominals)
    return document


def _role(label: str) -> str | None:
    """The role as the tagger names it; parts of a split argument count as further spans of the same role."""
    plain = label.removeprefix("C-").removesuffix("-DSP")
    return plain if plain in PREDICATE_ROLES else None


def web_treebank(data: Path, part: str) -> Iterator[Document]:
    """12,500 sentences with frames; consecutive sentences of one page make a document."""
    with gzip.open(data / "ewt_srl" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    page: list[dict[str, object]] = []
    for row in [*rows, None]:
        if page and (row is None or row["doc"] != page[-1]["doc"]):
            yield _treebank_document(page)
            page = []
        if row is not None:
            page.append(row)


def _treebank_document(rows: list[dict]) -> Document:
    words: list[str] = []
    upos: list[str] = []
    starts: list[int] = []
    links: list[Link] = []
    for row in rows:
        offset = len(words)
        starts.append(offset)
        words += row["tokens"]
        upos += row["upos"]
        for frame in row["frames"]:
            anchor = (offset + frame["pred"], offset + frame["pred"] + 1)
            spans = tuple(
                (offset + start, offset + end, role)
                for start, end, label in frame["args"]
                if (role := _role(label)) is not None
            )
            links.append(Link(anchor, spans))
    document = Document("ewt_srl", words, starts, closed=frozenset({"frame"}))
    allowed = ALLOWED["upos"]
    document.targets["upos"] = np.array(
        [allowed.label(tag) if tag in UPOS else UNKNOWN for tag in upos], dtype=np.int16
    )
    document.targets["predicate"] = span_targets(
        "predicate", len(words), [(*link.anchor, "predicate") for link in links]
    )
    document.links["frame"] = links
    return document
