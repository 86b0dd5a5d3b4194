"""What the annotator finds in the words, before anything is concluded from it.

All spans are offsets of the article's text. Scores are calibrated probabilities in 0…1.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.spans import Span


class MentionKind(StrEnum):
    """What a mention names; the finer kinds of organisation and place come from tables, not from weights."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed-group"
    MILITARY = "military"
    GOVERNMENT = "government"
    MEDIA = "media"
    GROUP = "group"  # a people, a nationality, a creed: "Iraqis", "Shia"
    COUNTRY = "country"
    PLACE = "place"
    FACILITY = "facility"
    WEAPON = "weapon"
    VEHICLE = "vehicle"


class MentionForm(StrEnum):
    """How a mention names: by name, by description, by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; ``upos`` is its universal part of speech, "X" where it was not told."""

    span: Span
    upos: str = "X"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its tokens; ``block`` is the index of its block in the article."""

    span: Span
    block: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of words that names somebody or something; ``span`` is the quote, ``head`` its head word(s)."""

    kind: MentionKind
    form: MentionForm
    span: Span
    head: Span
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thoughts as the report gives them: who, by which words, what.

    ``sources`` is empty where nobody is named; ``contents`` has more than one part where the cue stands in between.
    """

    cue: Span
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of an event or predicate: role by the name that its label set gives, and where it stands."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, with the annotator's own type ("Life.Die") and its arguments."""

    label: str
    span: Span
    score: float
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or a verbal noun with its PropBank-style arguments (ARG0, ARG1, ARGM-TMP, ARGM-NEG …)."""

    span: Span
    arguments: tuple[Argument, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that the annotator says of one article."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    predicates: tuple[Predicate, ...] = ()
