"""From labelled words to mentions: names, descriptions and pronouns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.annotations import Mention, MentionForm, MentionKind
from onrecord.core.spans import Span

NAME_KINDS = {
    "person": MentionKind.PERSON,
    "organisation": MentionKind.ORGANISATION,
    "group": MentionKind.GROUP,
    "place": MentionKind.PLACE,
    "weapon": MentionKind.WEAPON,
    "vehicle": MentionKind.VEHICLE,
}

_NOMINAL_KINDS = {
    "person": MentionKind.PERSON,
    "organisation": MentionKind.ORGANISATION,
    "place": MentionKind.PLACE,
}

_OBJECT_KINDS = {
    MentionKind.WEAPON: frozenset(
        "artillery bomb bombs bullet bullets device devices explosive explosives grenade grenades gun guns ied ieds"
        " machete machetes mine mines missile missiles mortar mortars munition munitions pistol pistols rifle rifles"
        " rocket rockets shell shells weapon weapons knife knives warhead warheads torpedo torpedoes".split()
    ),
    MentionKind.VEHICLE: frozenset(
        "aircraft airplane ambulance bicycle boat boats bus buses car cars convoy convoys drone drones ferry"
        " frigate helicopter helicopters jet jets lorry lorries minibus motorbike motorcycle motorcycles pickup plane"
        " planes ship ships submarine tank tanks tanker tankers train trains truck trucks van vans vehicle vehicles"
        " vessel vessels warplane warplanes warship warships".split()
    ),
}
"""The corpora call all things objects; the head word tells the two kinds that the record knows."""

PRONOUN_KINDS = {
    **dict.fromkeys(
        "i me my mine myself we us our ours ourselves he him his himself she her hers herself they them their theirs"
        " themselves who whom whose".split(),
        MentionKind.PERSON,
    ),
    **dict.fromkeys("it its itself".split(), MentionKind.ORGANISATION),
}
"""The kind that a pronoun suggests in news; coreference has the last word."""


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A labelled phrase: its class, span, last word and probability."""

    label: str
    span: Span
    head: Span
    score: float


def name_mention(text: str, found: FoundPhrase) -> Mention:
    """A name; a weapon or vehicle without a capital or a figure ("a rocket") is a description."""
    kind = NAME_KINDS[found.label]
    words = found.span.of(text)
    described = kind in _OBJECT_KINDS and not any(letter.isupper() or letter.isdigit() for letter in words)
    if described:
        return Mention(kind, MentionForm.NOMINAL, found.span, found.head, found.score)
    return Mention(kind, MentionForm.NAME, found.span, found.span, found.score)


def nominal_mention(text: str, found: FoundPhrase) -> Mention | None:
    """A description; None for things that are neither weapon nor vehicle."""
    kind = _NOMINAL_KINDS.get(found.label)
    if kind is None:
        head = found.head.of(text).lower()
        kind = next((kind for kind, heads in _OBJECT_KINDS.items() if head in heads), None)
    return Mention(kind, MentionForm.NOMINAL, found.span, found.head, found.score) if kind else None


def in_order(names: Iterable[Mention], others: Iterable[Mention]) -> Iterator[Mention]:
    """All mentions by place, the longer first; others that lie wholly inside a name are left out."""
    kept = list(names)
    name_at = {offset: name for name in kept for offset in range(name.span.start, name.span.end)}
    for other in others:
        around = name_at.get(other.span.start)
        if around is None or not around.span.holds(other.span):
            kept.append(other)
    return iter(sorted(kept, key=lambda mention: (mention.span.start, -mention.span.end, mention.form)))
