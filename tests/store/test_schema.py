import json
from pathlib import Path
from typing import Any

import pytest
from handmade import article, extraction_of
from jsonschema import Draft202012Validator

from onrecord.core.annotations import MentionForm, MentionKind
from onrecord.core.article import BlockKind, LeftOutKind, PublishedFrom
from onrecord.core.dates import DayPart, Precision
from onrecord.core.ontology import Act, Category, Harm, Manner, Polarity, Realis, Role, Tense
from onrecord.store.json_form import dump

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "extraction.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def enums_of(part: object) -> list[set[object]]:
    """Every list of allowed words anywhere in the schema."""
    match part:
        case dict():
            own = [set(part["enum"])] if isinstance(part.get("enum"), list) else []
            return own + [found for value in part.values() for found in enums_of(value)]
        case list():
            return [found for value in part for found in enums_of(value)]
    return []


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_handmade_extraction_is_valid() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(dump(extraction_of(article())))] == []


WORDS = (Act, BlockKind, Category, DayPart, Harm, LeftOutKind, Manner, MentionForm, MentionKind, Polarity, Precision)


@pytest.mark.parametrize("enum", [*WORDS, PublishedFrom, Realis, Role, Tense])
def test_the_schema_knows_every_word_of_the_code_and_no_other(enum: Any) -> None:
    words = {member.value for member in enum}
    assert any(known - {None} == words for known in enums_of(SCHEMA))


def test_every_key_that_is_written_is_documented() -> None:
    written = dump(extraction_of(article()))
    definitions = SCHEMA["$defs"]
    assert set(written) == set(SCHEMA["properties"])
    assert set(written["article"]) == set(definitions["article"]["properties"])
    for name, records in (("entity", "entities"), ("event", "events"), ("statement", "statements")):
        for record in written[records]:
            assert set(record) == set(definitions[name]["properties"]) == set(definitions[name]["required"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "onrecord.extraction/2"),
        (("article", "id"), "short"),
        (("events", 0, "category"), "GOSSIP"),
        (("events", 0, "time"), {"earliest": "2024-02-07"}),
        (("events", 0, "time"), None),
        (("events", 0, "trigger"), {"start": -1, "end": 4}),
        (("events", 0, "confidence"), 1.5),
        (("statements", 1, "source"), {"start": 1, "end": 4}),
        (("entities", 4, "place"), {"name": "Sinjar"}),
    ],
)
def test_a_document_that_breaks_the_contract_is_not_valid(path: tuple[str | int, ...], value: object) -> None:
    written: Any = dump(extraction_of(article()))
    here = written
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = value
    assert list(VALIDATOR.iter_errors(written))
