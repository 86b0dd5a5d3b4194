"""The two tables of words that show an event or a speech act, as built from ``resources/``.

>>> kinds = event_kinds()
>>> kinds["drone-strike"].cameo
'195'
>>> cue_acts()["denounced"].act
<Act.CONDEMN: 'condemn'>
"""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from onrecord.core.errors import ResourceError
from onrecord.core.ontology import Act, Category, Harm, Role


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event: its codes, the words that show it, and what its arguments are to it."""

    kind: str
    category: Category | None
    mode: str | None
    cameo: str | None
    acled: str | None
    family: str
    generic: bool
    reciprocal: bool
    patient: Role
    harm: Harm | None
    instruments: frozenset[tuple[str, ...]]
    needs_instrument: frozenset[str]
    nouns: frozenset[tuple[str, ...]]
    verbs: frozenset[tuple[str, ...]]


class Stance(StrEnum):
    """What a speech act does with the event inside its content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ALLEGES = "alleges"
    PRESUPPOSES = "presupposes"
    ANTICIPATES = "anticipates"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """One act: its codes, its stance, and whether the object of its verb is itself the content.

    ``unsure`` are forms of its verbs that are as often used of other things.
    """

    act: Act
    cameo: str
    plover: Category | None
    stance: Stance
    takes_object: bool
    verbs: frozenset[str]
    unsure: frozenset[str]
    phrases: frozenset[tuple[str, ...]]


def _table(name: str) -> str:
    try:
        return files("onrecord.core").joinpath("data", name).read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise ResourceError(f"the packaged table {name} is missing: install onrecord again") from missing


def _phrases(listed: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.lower().split()) for phrase in listed)


@cache
def event_kinds() -> dict[str, EventKind]:
    """Every kind by its name, in the order of the table."""
    return {
        entry["kind"]: EventKind(
            kind=entry["kind"],
            category=Category(entry["category"]) if entry["category"] else None,
            mode=entry.get("mode"),
            cameo=entry.get("cameo"),
            acled=entry.get("acled"),
            family=entry["family"],
            generic=entry.get("generic", False),
            reciprocal=entry.get("reciprocal", False),
            patient=Role(entry["patient"]),
            harm=Harm(entry["harm"]) if "harm" in entry else None,
            instruments=_phrases(entry.get("instruments", [])),
            needs_instrument=frozenset(entry["needs"]),
            nouns=_phrases(entry["triggers"]["nouns"]),
            verbs=_phrases(entry["triggers"]["verbs"]),
        )
        for entry in json.loads(_table("events.json"))
    }


@cache
def speech_acts() -> dict[Act, SpeechAct]:
    """Every act, in the order of the table."""
    return {
        Act(entry["act"]): SpeechAct(
            act=Act(entry["act"]),
            cameo=entry["cameo"],
            plover=Category(entry["plover"]) if entry["plover"] else None,
            stance=Stance(entry["stance"]),
            takes_object=entry["content"] == "object",
            verbs=frozenset(form for forms in entry["verbs"] for form in forms),
            unsure=frozenset(entry["unsure"]),
            phrases=_phrases(entry["phrases"]),
        )
        for entry in json.loads(_table("acts.json"))
    }


@cache
def cue_acts() -> dict[str, SpeechAct]:
    """The act that each single verb form shows."""
    return {form: act for act in speech_acts().values() for form in act.verbs}


@cache
def lexicon_digest() -> str:
    """SHA-256 over both tables."""
    return hashlib.sha256((_table("acts.json") + _table("events.json")).encode()).hexdigest()
