"""Which tellings of one report are one event.

Two tellings are one where nothing speaks against it (another place, another time, another toll, another doer) and
enough speaks for it; a telling with a definite article or in the headline needs less. Evidence is counted in plain
points that :func:`likeness` gives with their reasons.
"""

from dataclasses import dataclass

from onrecord.core.annotations import MentionKind
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import PlaceLink
from onrecord.core.ontology import Harm, Realis, Role
from onrecord.core.spans import Span
from onrecord.interpret.context import Context
from onrecord.interpret.told_events import Telling

# Points needed: chosen by hand on self-written reports, to be swept on gold of our own.
_NEEDED = 3
_NEEDED_WHEN_DEFINITE = 1
_NEEDED_WHEN_PATIENT_IS_DEFINITE = 2
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "such"})
_ANEW = frozenset({"another", "separate", "second", "third", "other", "different", "earlier", "previous"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What a telling, or all tellings of an event so far, give to compare by."""

    kind: str
    family: str
    generic: bool
    realis: Realis
    places: frozenset[tuple[int | None, str | None, str]]  # GeoNames id, country, precision
    days: tuple[DateInterval, ...]
    doers: frozenset[str]
    harmed: frozenset[str]
    targets: frozenset[str]
    killed: frozenset[tuple[int | None, int | None]]


def profile_of(telling: Telling, realis: Realis, context: Context) -> Profile:
    """The profile of one telling."""
    places = [context.book.place(place) for place in _place_names(telling, context)]
    return Profile(
        kind=telling.kind.kind,
        family=telling.kind.family,
        generic=telling.kind.generic,
        realis=realis,
        places=frozenset((p.geonames, p.country, p.precision) for p in places if isinstance(p, PlaceLink)),
        days=tuple(time.value for time in telling.times if isinstance(time.value, DateInterval)),
        doers=_who(telling, Role.INITIATOR, context),
        harmed=_who(telling, Role.VICTIM, context),
        targets=_who(telling, Role.TARGET, context),
        killed=frozenset(
            (toll.low, toll.high)
            for toll in telling.tolls
            if toll.harm is Harm.KILLED and not toll.part_of and toll.high != 0  # "killed no militants" tells of others
        ),
    )


def _place_names(telling: Telling, context: Context) -> list[Span]:
    spans = []
    for place in telling.places:
        name = context.book.name_in(place)
        if name is not None:
            spans.append(name.mention.span)
    return spans


def _who(telling: Telling, role: Role, context: Context) -> frozenset[str]:
    """Keys to compare participants by: the actor's country or id where one is linked, else the entity, else words."""
    keys: set[str] = set()
    for filling in telling.roles:
        if filling.role is not role:
            continue
        entity = context.book.entity_for(filling.span)
        names = context.book.names_in(filling.span)
        if entity is not None and context.book.kind(entity) is not MentionKind.PLACE:
            actor = context.book.actor(entity)
            keys.add(f"actor:{actor.country or actor.id}" if actor is not None else f"entity:{entity}")
        keys.update(f"name:{context.book.entity_of(name)}" for name in names)
        sentence = telling.sentence
        inside = sentence.tokens_in(filling.span)
        phrase = sentence.first_phrase(inside)
        if phrase is not None:
            keys.add(f"head:{sentence.lower[phrase.head]}")
    return frozenset(keys)


def merged(one: Profile, other: Profile) -> Profile:
    """The profile of an event after one more telling."""
    base = other if one.generic and not other.generic else one
    return Profile(
        kind=base.kind,
        family=one.family,
        generic=base.generic,
        realis=one.realis,
        places=one.places | other.places,
        days=(*one.days, *other.days),
        doers=one.doers | other.doers,
        harmed=one.harmed | other.harmed,
        targets=one.targets | other.targets,
        killed=one.killed | other.killed,
    )


def likeness(event: Profile, telling: Profile) -> tuple[int, tuple[str, ...]] | None:
    """Points for one event with their reasons; None where something speaks against it."""
    if event.family != telling.family or event.realis is not telling.realis:
        return None
    if event.kind != telling.kind and not (event.generic or telling.generic):
        return None
    for speaks_against in (_other_place, _other_time, _other_toll, _other_doer):
        if speaks_against(event, telling):
            return None
    reasons: list[str] = []
    points = 0
    if event.kind == telling.kind and not event.generic:
        points += 2
        reasons.append("same kind")
    if _same_place(event, telling):
        points += 2
        reasons.append("same place")
    if any(one.contains(other) or other.contains(one) for one in event.days for other in telling.days):
        points += 1
        reasons.append("same time")
    if event.doers & telling.doers:
        points += 1
        reasons.append("same doer")
    if event.harmed & telling.harmed:
        points += 2
        reasons.append("same victim")
    if event.targets & telling.targets:
        points += 2
        reasons.append("same target")
    if event.killed & telling.killed:
        points += 1
        reasons.append("same toll")
    return points, tuple(reasons)


def needed(telling: Telling) -> int:
    """How many points this telling needs to be one with an event told before."""
    trigger = telling.trigger
    if trigger.verbal:
        return _NEEDED_WHEN_PATIENT_IS_DEFINITE if _patient_is_definite(telling) else _NEEDED
    phrase = telling.sentence.phrase_at(trigger.head)
    own = telling.sentence.lower[phrase.first : trigger.first] if phrase is not None else ()
    if any(word in _ANEW for word in own):
        return 99
    return _NEEDED_WHEN_DEFINITE if own and (own[0] in _DEFINITE or "'s" in own) else _NEEDED


# Violence of which a later "nine were killed" hardly speaks.
NOT_DEADLY = frozenset({"arson", "torture", "sexual-violence"})


def is_dependent(telling: Telling, realis: Realis) -> bool:
    """Whether a telling says no more than harm or count, or names violence with "the".

    Such a telling goes with the violence told last, unless something speaks against it: "Nine people were killed",
    "The attack left 40 wounded", "The bombing was the deadliest since May".
    """
    if realis is not Realis.ACTUAL or telling.kind.family != "violence":
        return False
    trigger = telling.trigger
    if trigger.verbal or telling.kind.kind == "death":
        return telling.kind.kind in ("killing", "injury", "death")
    return telling.kind.generic and needed(telling) == _NEEDED_WHEN_DEFINITE


def can_depend(event: Profile, telling: Profile) -> bool:
    """Whether nothing but the toll speaks against a dependent telling being about this event."""
    if event.family != telling.family or not (event.generic or telling.generic or event.kind == telling.kind):
        return False
    if event.kind in NOT_DEADLY and event.kind != telling.kind:
        return False
    if telling.places and not _same_place(event, telling):
        return False
    if _known_doers(telling) and not _known_doers(event) & _known_doers(telling):
        return False
    return not _other_time(event, telling)


def _patient_is_definite(telling: Telling) -> bool:
    """Whether it speaks of what was told before ("The vehicle targeted …")."""
    for filling in telling.roles:
        if filling.role in (Role.TARGET, Role.VICTIM):
            inside = telling.sentence.tokens_in(filling.span)
            return bool(inside) and telling.sentence.lower[inside[0]] in _DEFINITE
    return False


def _same_place(one: Profile, other: Profile) -> bool:
    ids = {place[0] for place in one.places if place[0] is not None}
    return any(place[0] in ids for place in other.places)


def _other_place(one: Profile, other: Profile) -> bool:
    """Two countries, or two towns of one country, with nothing in common."""
    if not one.places or not other.places or _same_place(one, other):
        return False
    countries = {place[1] for place in one.places}, {place[1] for place in other.places}
    if not countries[0] & countries[1]:
        return True
    fine = ("city", "site", "neighbourhood")
    return all(place[2] in fine for place in one.places) and all(place[2] in fine for place in other.places)


def _other_time(one: Profile, other: Profile) -> bool:
    if not one.days or not other.days:
        return False
    return all(a.ended_before(b) or b.ended_before(a) for a in one.days for b in other.days)


def _other_toll(one: Profile, other: Profile) -> bool:
    """Two figures that no counting can reconcile within one telling: "killed three", "killed fourteen"."""
    if not one.killed or not other.killed:
        return False
    return all(_apart(a, b) for a in one.killed for b in other.killed) and not _same_place(one, other)


def _apart(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    low_a, high_a = a
    low_b, high_b = b
    return (high_a is not None and low_b is not None and high_a < low_b) or (
        high_b is not None and low_a is not None and high_b < low_a
    )


def _other_doer(one: Profile, other: Profile) -> bool:
    """Two known actors with nothing in common; accounts that blame different sides share their place and time."""
    known = _known_doers(one), _known_doers(other)
    return bool(known[0]) and bool(known[1]) and not known[0] & known[1] and not _same_place(one, other)


def _known_doers(profile: Profile) -> set[str]:
    return {key for key in profile.doers if key.startswith("actor:")}
