"""What one report puts on the record: entities, events, statements, and what was passed over with the reason.

:class:`Extraction` is all that reading hands on. Ids (``n1``, ``e1``, ``s1``) count from the start of the text and
hold within one extraction; ``s0`` is the publisher's own voice.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.annotations import Mention, MentionKind
from onrecord.core.article import Article
from onrecord.core.dates import DateInterval
from onrecord.core.ontology import Act, Category, Harm, Manner, Polarity, Realis, Role, Tense
from onrecord.core.spans import Span

ROOT_STATEMENT = "s0"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A value that the words do not give, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class ActorLink:
    """An actor of the actor file: its id there, name, country (ISO 3166 alpha-3) and sector (CAMEO/PLOVER code)."""

    id: str
    name: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place of the gazetteer; ``precision`` is the feature class in words ("city", "district", "country")."""

    geonames: int | None
    name: str
    country: str | None  # ISO 3166 alpha-2
    admin1: str | None
    lat: float
    lon: float
    precision: str


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one person, body, place or thing in one report."""

    id: str
    kind: MentionKind
    name: str
    mentions: tuple[Mention, ...]
    actor: ActorLink | Unresolved | None = None
    place: PlaceLink | Unresolved | None = None


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """One participant of an event; ``carried`` marks a filler that stands in another sentence than the trigger."""

    role: Role
    span: Span
    entity: str | None
    confidence: float
    carried: bool = False


@dataclass(frozen=True, slots=True)
class EventTime:
    """When: the words, and the days that they name; unresolved without an anchor."""

    span: Span
    value: DateInterval | Unresolved


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where: the words, and the place that they name."""

    span: Span
    value: PlaceLink | Unresolved


@dataclass(frozen=True, slots=True)
class Toll:
    """People harmed: ``low`` to ``high`` of them (``high`` is None for "at least"); ``who`` in the report's words.

    ``part_of`` marks a part of another toll of the event ("including three children"), never to be added to it.
    """

    harm: Harm
    low: int | None
    high: int | None
    span: Span
    who: str | None = None
    group: str | None = None
    part_of: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence as one report tells it; ``statements`` names whose word it stands on.

    ``category`` is None for the few kinds that PLOVER has no category for (a vote, a quake).
    """

    id: str
    category: Category | None
    kind: str
    trigger: Span
    mode: str | None = None
    cameo: str | None = None
    mentions: tuple[Span, ...] = ()
    roles: tuple[RoleFiller, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    tense: Tense = Tense.PAST
    time: EventTime | Unresolved = Unresolved("not stated")
    place: EventPlace | Unresolved = Unresolved("not stated")
    tolls: tuple[Toll, ...] = ()
    statements: tuple[str, ...] = (ROOT_STATEMENT,)
    background: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the words, and the entity where one is known; ``count`` and ``anonymous`` for "two officials"."""

    span: Span
    entity: str | None = None
    anonymous: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker says in one place, and inside whose statement it is told."""

    id: str
    source: Source | Unresolved
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    act: Act
    parent: str | None
    quotes: tuple[Span, ...] = ()  # each directly quoted part, marks included
    about: str | None = None
    events: tuple[str, ...] = ()
    said: EventTime | None = None
    said_at: Span | None = None  # where it was said: "reporting from the US capital"
    via: str | None = None
    confidence: float = 1.0


class SkipReason(StrEnum):
    """Why an input gave no extraction."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    BINARY = "binary"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_AN_ARTICLE = "not-an-article"
    LANGUAGE = "language"
    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    BUG = "bug"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A loss, as a value: what, at which stage, why, and the detail that helps to mend it."""

    item: str
    stage: str
    reason: SkipReason
    detail: str


@dataclass(frozen=True, slots=True)
class Producer:
    """What made an extraction: version, and digests of weights and resources."""

    version: str
    weights: str
    resources: str


@dataclass(frozen=True, slots=True)
class Note:
    """A part of a report that could not be read, beside what could: stage, reason, detail."""

    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article and all that was read in it."""

    producer: Producer
    article: Article
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    skipped: tuple[Note, ...] = ()
