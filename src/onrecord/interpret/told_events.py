"""One telling of an event: the triggers of one sentence that speak of the same occurrence, with all they give.

"A senior commander died in a drone strike on a vehicle in eastern Baghdad" has two triggers and is one telling.
"""

from dataclasses import dataclass

from onrecord.core.lexicon import EventKind
from onrecord.core.ontology import Harm, Role
from onrecord.core.spans import Span
from onrecord.interpret.clauses import clause_ids, opens_relative
from onrecord.interpret.context import Context
from onrecord.interpret.quantities import TollMention
from onrecord.interpret.reading import SentenceReading
from onrecord.interpret.roles import Filling, find_roles
from onrecord.interpret.surroundings import Surroundings, assign
from onrecord.interpret.times import TimeMention
from onrecord.interpret.triggers import Hit, find_triggers

_LINKING = frozenset(
    {"in", "by", "when", "after", "during", "as", "while", "from", "with", "of", "through", "following"}
)
# How far behind a verb of harm the words for its means may stand, in tokens.
_MEANS_REACH = 16


@dataclass(frozen=True, slots=True)
class Telling:
    """One occurrence as one sentence tells it."""

    sentence: SentenceReading
    hits: tuple[Hit, ...]
    kind: EventKind
    roles: tuple[Filling, ...]
    times: tuple[TimeMention, ...]
    places: tuple[Span, ...]
    tolls: tuple[TollMention, ...]
    embedded: bool

    @property
    def trigger(self) -> Hit:
        """The trigger that gives the kind; the first of them where several do."""
        return next((hit for hit in self.hits if hit.kind.kind == self.kind.kind), self.hits[0])


def find_tellings(context: Context) -> list[Telling]:
    """Every telling of the report, in the order of the text."""
    tellings: list[Telling] = []
    for sentence in context.reading.sentences:
        hits = [hit for hit in find_triggers(sentence) if not _is_part_of_name(hit, context)]
        if not hits:
            continue
        surroundings = assign(sentence, hits, context)
        for group in _groups(sentence, hits):
            telling = _telling(sentence, [surroundings[i] for i in group], context)
            if _is_told(telling, context):
                tellings.append(telling)
    return tellings


# Families whose verbs are common in other senses: they tell of an event only where a name takes part.
_NEED_NAMES = frozenset({"talks", "agreement"})
_CHARGED = frozenset({"of", "with", "over", "for"})
_CHARGING = frozenset(
    """convicted convict guilty charged charge charges suspicion suspected sentenced indicted acquitted tried trial
    counts""".split()
)


def _is_told(telling: Telling, context: Context) -> bool:
    """Whether the words tell of an occurrence: not of a crime that somebody is charged with, nor "met with silence"."""
    trigger = telling.trigger
    if trigger.verbal and telling.kind.family in _NEED_NAMES:
        return any(context.book.name_in(filling.span) is not None for filling in telling.roles)
    if telling.kind.kind == "displacement" and trigger.verbal and not telling.tolls:
        victims = [filling.span for filling in telling.roles if filling.role is Role.VICTIM]
        return any(_is_population(telling.sentence, span) for span in victims)
    if not trigger.verbal and telling.kind.family == "violence" and not telling.tolls:
        phrase = telling.sentence.phrase_at(trigger.head)
        first = phrase.first if phrase is not None else trigger.first
        before = telling.sentence.lower[max(0, first - 2) : first]
        return not (len(before) == 2 and before[1] in _CHARGED and before[0] in _CHARGING)
    return True


_POPULATIONS = frozenset(
    "people families residents civilians villagers women children inhabitants thousands hundreds dozens".split()
)


def _is_population(sentence: SentenceReading, span: Span) -> bool:
    """Whether the words name many people: a gunman who flees is no displacement."""
    return any(sentence.lower[i] in _POPULATIONS for i in sentence.tokens_in(span))


def _is_part_of_name(hit: Hit, context: Context) -> bool:
    """Whether the trigger is a word of a name: "Popular Mobilisation Forces"."""
    return any(name.mention.span.holds(hit.span) for name in context.book.names_in(hit.sentence.sentence.span))


def _telling(sentence: SentenceReading, parts: list[Surroundings], context: Context) -> Telling:
    hits = tuple(part.hit for part in parts)
    ids = clause_ids(sentence)
    roles: dict[tuple[Role, Span], Filling] = {}
    for hit in hits:
        for filling in find_roles(hit, context):
            roles.setdefault((filling.role, filling.span), filling)
    tolls = tuple(toll for part in parts for toll in part.tolls)
    return Telling(
        sentence=sentence,
        hits=hits,
        kind=_kind_of(hits),
        roles=_settled(list(roles.values()), tolls),
        times=tuple(time for part in parts for time in part.times),
        places=tuple(place for part in parts for place in part.places),
        tolls=tolls,
        embedded=all(ids[hit.head] > 0 for hit in hits),
    )


def _kind_of(hits: tuple[Hit, ...]) -> EventKind:
    """The most specific kind among the triggers: a kind that is not generic, then means before harm."""
    specific = [hit.kind for hit in hits if not hit.kind.generic]
    if specific:
        return specific[0]
    means = [hit.kind for hit in hits if hit.kind.harm is None]
    return (means or [hit.kind for hit in hits])[0]


def _settled(roles: list[Filling], tolls: tuple[TollMention, ...]) -> tuple[Filling, ...]:
    """Each stretch of words in one role; who was harmed is a victim, whatever the means did to him."""
    harmed = [toll.who for toll in tolls if toll.harm in (Harm.KILLED, Harm.INJURED) and toll.who is not None]
    settled: list[Filling] = []
    for filling in sorted(roles, key=lambda filling: (filling.span.start, filling.role.value)):
        role = filling.role
        if role is Role.TARGET and any(who.overlaps(filling.span) for who in harmed):
            role = Role.VICTIM
        if any(other.span.overlaps(filling.span) and other.role is role for other in settled):
            continue
        settled.append(Filling(role, filling.span, filling.confidence))
    for who in harmed:
        if not any(filling.span.overlaps(who) for filling in settled):
            settled.append(Filling(Role.VICTIM, who, 0.8))
    return tuple(settled)


# ------------------------------------------------------------------ which triggers of a sentence are one telling


def _groups(sentence: SentenceReading, hits: list[Hit]) -> list[list[int]]:
    """Indices of triggers, grouped by occurrence, each group in order."""
    parent = list(range(len(hits)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    ids = clause_ids(sentence)
    for i, one in enumerate(hits):
        for j in range(i + 1, len(hits)):
            if _families_agree(one, hits[j]) and _are_one(sentence, ids, one, hits[j]):
                parent[root(j)] = root(i)
    groups: dict[int, list[int]] = {}
    for i in range(len(hits)):
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())


def _families_agree(one: Hit, other: Hit) -> bool:
    """Whether the kinds are of one family; what a disaster does to people belongs to the disaster."""
    families = {one.kind.family, other.kind.family}
    if families == {"violence", "disaster"}:
        return any(_harms(hit) and hit.kind.generic for hit in (one, other))
    return len(families) == 1


def _are_one(sentence: SentenceReading, ids: tuple[int, ...], one: Hit, other: Hit) -> bool:
    """Whether two triggers of one family, ``one`` before ``other``, tell of the same occurrence."""
    if not _compatible(one, other):
        return False
    between = sentence.lower[one.end : other.first]
    if not one.verbal and other.verbal:
        return _noun_then_verb(sentence, ids, one, other)
    if one.verbal and not other.verbal:
        return _harms(one) and ids[one.head] == ids[other.head] and _led_by_link(sentence, one, other)
    if one.verbal and other.verbal:
        return _verb_then_verb(sentence, ids, one, other)
    return _harms(one) != _harms(other) and len(between) <= 4 and any(word in _LINKING for word in between)


def _compatible(one: Hit, other: Hit) -> bool:
    """Whether the kinds can be one occurrence: alike, or one of them generic, or one the harm that the other does."""
    if (
        one.kind.kind == other.kind.kind
        or one.kind.generic
        or other.kind.generic
        or one.kind.family != other.kind.family
    ):
        return True
    return _harms(one) != _harms(other)


def _harms(hit: Hit) -> bool:
    return hit.told_as.harm is not None


def _noun_then_verb(sentence: SentenceReading, ids: tuple[int, ...], noun: Hit, verb: Hit) -> bool:
    """Such as "an attack that killed", "shelling killed", "a blast, killing"."""
    if ids[noun.head] == ids[verb.head]:
        subject = sentence.subject_of(verb.head)
        if subject is not None and subject.first <= noun.head < subject.end:
            return True
        if subject is not None and _chain_holds(sentence, subject.first, noun):
            return True
        participle = sentence.lower[verb.head].endswith("ing") and verb.head > 0
        if participle and sentence.lower[verb.head - 1] in (",", "and"):
            return True
        return sentence.is_passive(verb.head) and sentence.lower[verb.head - 1] not in (",",) and _harms(verb) is False
    opener = next((i for i in range(verb.head, noun.end - 1, -1) if opens_relative(sentence, i)), None)
    if (
        opener is None
        or ids[opener] != ids[verb.head]
        or any(ids[i] != ids[noun.head] for i in range(noun.end, opener))
    ):
        return False
    antecedent = sentence.antecedent(opener)
    return antecedent is not None and antecedent.first <= noun.head < antecedent.end


def _chain_holds(sentence: SentenceReading, first: int, noun: Hit) -> bool:
    """Whether the phrase at ``first`` hangs by prepositions on the noun: "strikes on the port killed"."""
    i = first
    while i > noun.end:
        if sentence.upos[i - 1] != "ADP":
            return False
        outer = sentence.phrase_at(i - 2) if i >= 2 else None
        if outer is None:
            return False
        i = outer.first
        if outer.first <= noun.head < outer.end:
            return True
    return False


def _led_by_link(sentence: SentenceReading, verb: Hit, noun: Hit) -> bool:
    """ "died in a drone strike", "were killed when air strikes", "wounded by shelling"."""
    phrase = sentence.phrase_at(noun.head)
    first = phrase.first if phrase is not None else noun.first
    if first - verb.end > _MEANS_REACH or first == 0:
        return False
    return sentence.lower[first - 1] in _LINKING or any(
        word in ("when", "after", "as") for word in sentence.lower[verb.end : first]
    )


def _verb_then_verb(sentence: SentenceReading, ids: tuple[int, ...], one: Hit, other: Hit) -> bool:
    """ "killed five and wounded nine", "opened fire, killing two", "were killed when gunmen attacked"."""
    between = sentence.lower[one.end : other.first]
    if ids[one.head] != ids[other.head] or len(between) > _MEANS_REACH:
        return False
    if _harms(one) and not _harms(other):
        return any(word in ("when", "after", "as", "while") for word in between)
    if sentence.lower[other.head].endswith("ing") and sentence.lower[other.head - 1] in (",", "and"):
        return True
    return _harms(one) and _harms(other) and ("and" in between or "," in between)
