"""Who is what to an event, from the words around its trigger.

For verbs the annotator's predicate arguments decide, and word order where it gives none; for nouns the phrase itself:
"the US drone strike on a convoy", "the shelling of Kherson by Russian forces", "clashes between the army and rebels".
"""

from dataclasses import dataclass

from onrecord.core.annotations import MentionKind
from onrecord.core.ontology import Role
from onrecord.core.spans import Span
from onrecord.interpret.clauses import clause_ids, opens_relative
from onrecord.interpret.context import Context
from onrecord.interpret.descriptions import kind_of
from onrecord.interpret.entities import EntityBook
from onrecord.interpret.reading import Phrase, Reading, SentenceReading
from onrecord.interpret.triggers import Hit, find_triggers

# What each way of finding a role is worth; the annotator's own arguments carry their own scores.
_BY_WORD_ORDER = 0.7
_BY_PHRASE = 0.8
# How far behind a noun its prepositional phrases may stand, in tokens.
_REACH = 14
_NO_OF = frozenset({"protest", "riot", "talks", "attack", "strike", "armed-clash", "ceasefire", "aid"})
# Verbs whose subject undergoes what they tell, whatever stands behind them: "thousands fled Aden".
_UNDERGONE = frozenset(
    """flee flees fled fleeing die dies died dying perish perishes perished resign resigns resigned resigning quit quits
    quitting""".split()
)
_SUPPORT = frozenset(
    """carry carries carried carrying conduct conducts conducted conducting launch launches launched launching stage
    stages staged staging mount mounts mounted mounting perpetrate perpetrated execute executed commit committed make
    makes made undertake undertook undertaken hold holds held impose imposes imposed imposing declare declares
    declared""".split()
)
_DOING = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.MILITARY,
        MentionKind.GOVERNMENT,
        MentionKind.COUNTRY,
        MentionKind.GROUP,
    }
)


@dataclass(frozen=True, slots=True)
class Filling:
    """One role of one trigger: the words, and how sure the way is by which they were found."""

    role: Role
    span: Span
    confidence: float


def find_roles(hit: Hit, context: Context) -> list[Filling]:
    """The participants that the sentence of the trigger gives, each once."""
    fillings = _of_verb(hit, context) if hit.verbal else _of_noun(hit, context)
    if hit.instrument is not None:
        wielded = kind_of(hit.instrument.of(hit.sentence.text).split()[-1]) is not MentionKind.PERSON
        if wielded or not any(filling.span.overlaps(hit.instrument) for filling in fillings):
            role = Role.INSTRUMENT if wielded else Role.INITIATOR  # a "suicide bomber" is no instrument
            fillings.append(Filling(role, hit.instrument, 0.9))
        if not any(filling.role is Role.INITIATOR for filling in fillings):
            fillings.extend(_owner_of(hit.instrument, hit.sentence, context.book))
    unique: dict[tuple[Role, Span], Filling] = {}
    for filling in fillings:
        unique.setdefault((filling.role, filling.span), filling)
    return list(unique.values())


def _of_verb(hit: Hit, context: Context) -> list[Filling]:
    agent, patient = _arguments(hit, context.reading)
    sentence = hit.sentence
    fillings: list[Filling] = []
    if hit.told_as.kind == "resignation" or hit.told_as.family == "protest":
        agent, patient = agent or patient or _by_word_order(hit)[0], None  # who marches, who steps down
    if hit.told_as.kind in ("death", "displacement"):
        subject = _by_word_order(hit)[0] if sentence.lower[hit.head] in _UNDERGONE else None
        agent, patient = None, subject or patient or agent
    if patient is not None and hit.span.overlaps(patient.span):
        patient = None  # "opened fire", "blew himself up"
    if agent is not None:
        fillings.extend(_doer(agent, sentence, context.book))
    launched = sentence.lower[hit.first] in hit.told_as.needs_instrument
    if patient is not None and not launched and not _is_event(patient.span, sentence):
        role = Role.INSTRUMENT if _is_weapon(patient.span, context.book) else hit.told_as.patient
        fillings.append(Filling(role, patient.span, patient.confidence))
    if launched:
        fillings.extend(_aimed_at(hit))
    if hit.kind.reciprocal:
        other = sentence.phrase_behind("with", hit.end, hit.end + 3)
        if other is not None:
            fillings.append(Filling(Role.TARGET, sentence.extended(other), _BY_WORD_ORDER))
    if hit.first + 1 < len(sentence) and hit.kind.patient is Role.TARGET and patient is None:
        behind = sentence.phrase_behind("on", hit.end, hit.end + 2) or sentence.phrase_behind(
            "at", hit.end, hit.end + 2
        )
        if behind is not None and kind_of(sentence.words[behind.head]) is not None:
            fillings.append(Filling(Role.TARGET, sentence.extended(behind), _BY_WORD_ORDER))
    return fillings


def _is_weapon(span: Span, book: EntityBook) -> bool:
    entity = book.entity_for(span)
    return entity is not None and book.kind(entity) is MentionKind.WEAPON


def _aimed_at(hit: Hit) -> list[Filling]:
    """What a weapon was fired at: "a base" in "fired rockets at a base"."""
    sentence = hit.sentence
    for preposition in ("at", "into", "on", "towards", "toward", "against"):
        aimed = sentence.phrase_behind(preposition, hit.end, hit.end + 6)
        if aimed is not None:
            return [Filling(Role.TARGET, sentence.extended(aimed), _BY_WORD_ORDER)]
    return []


@dataclass(frozen=True, slots=True)
class _Argument:
    span: Span
    confidence: float


def _arguments(hit: Hit, reading: Reading) -> tuple[_Argument | None, _Argument | None]:
    """Agent and patient of a verb, relative pronouns led back to what they stand for."""
    sentence = hit.sentence
    predicate = reading.predicate_at(hit.span)
    found: dict[str, _Argument] = {}
    if predicate is not None:
        for argument in predicate.arguments:
            resolved = _resolved(argument.span, sentence)
            if resolved is not None and argument.role in ("ARG0", "ARG1") and argument.role not in found:
                found[argument.role] = _Argument(resolved, argument.score)
    agent, patient = found.get("ARG0"), found.get("ARG1")
    by_order = _by_word_order(hit)
    verb = sentence.tokens[hit.head].span
    if sentence.is_passive(hit.head):
        agent = agent if agent is not None and agent.span.start > verb.start else None
    elif by_order[0] is not None:
        # Where the annotator names another agent than the phrase before the verb, word order decides too.
        agent = agent if agent is not None and agent.span.overlaps(by_order[0].span) else None
    if not sentence.is_passive(hit.head) and by_order[0] and by_order[1] and patient:
        # The annotator may take the subject of "drone kills commander" for the one who is killed: word order decides.
        patient = by_order[1] if patient.span.start < verb.start else patient
    return agent or by_order[0], patient or by_order[1]


def _resolved(span: Span, sentence: SentenceReading) -> Span | None:
    """The first base phrase of an argument with its "of" part; the antecedent of a relative pronoun."""
    inside = sentence.tokens_in(span)
    if not inside or (sentence.upos[inside[0]] == "ADP" and sentence.lower[inside[0]] != "by"):
        return None
    if len(inside) <= 2 and sentence.lower[inside[-1]] in ("that", "which", "who"):
        phrase = sentence.antecedent(inside[-1])
    else:
        phrase = next((p for i in inside if (p := sentence.phrase_at(i)) is not None and p.head == i), None)
    return sentence.extended(phrase) if phrase is not None else None


def _by_word_order(hit: Hit) -> tuple[_Argument | None, _Argument | None]:
    sentence, verb = hit.sentence, hit.head
    subject = sentence.subject_of(verb)
    if sentence.is_passive(verb):
        agent = sentence.phrase_behind("by", hit.end, min(hit.end + _REACH, _clause_end(sentence, verb)))
        return _argument(sentence, agent), _argument(sentence, subject)
    done_to = sentence.object_of(hit.end - 1)
    if done_to is None and subject is not None and opens_relative(sentence, subject.first - 1):
        done_to = sentence.relative_object(verb)  # "the camp which rebels attacked"
    return _argument(sentence, subject), _argument(sentence, done_to)


def _clause_end(sentence: SentenceReading, i: int) -> int:
    ids = clause_ids(sentence)
    end = i
    while end < len(sentence) and ids[end] == ids[i]:
        end += 1
    return end


def _argument(sentence: SentenceReading, phrase: Phrase | None) -> _Argument | None:
    return _Argument(sentence.extended(phrase), _BY_WORD_ORDER) if phrase is not None else None


def _is_event(span: Span, sentence: SentenceReading) -> bool:
    """Whether the phrase is headed by another trigger ("the strike killed …"), so that it names no participant."""
    inside = sentence.tokens_in(span)
    phrase = sentence.first_phrase(inside)
    return phrase is not None and any(
        not hit.verbal and hit.first <= phrase.head < hit.end for hit in find_triggers(sentence)
    )


def _doer(agent: _Argument, sentence: SentenceReading, book: EntityBook) -> list[Filling]:
    """The agent as initiator where it can act, as instrument where it is a weapon; nothing where it is an event."""
    if _is_event(agent.span, sentence):
        return []
    entity = book.entity_for(agent.span)
    kind = book.kind(entity) if entity is not None else None
    if kind in (MentionKind.WEAPON, MentionKind.VEHICLE):
        return [Filling(Role.INSTRUMENT, agent.span, agent.confidence), *_owner_of(agent.span, sentence, book)]
    if kind in _DOING or kind is MentionKind.PLACE:
        return [Filling(Role.INITIATOR, agent.span, agent.confidence)]
    return []


def _owner_of(weapon: Span, sentence: SentenceReading, book: EntityBook) -> list[Filling]:
    """Whose weapon it is: "Israeli warplanes bombed", "one of its drones killed"."""
    phrase = sentence.phrase_at(sentence.tokens_in(weapon)[0])
    span = sentence.span(phrase.first, phrase.end) if phrase is not None else weapon
    for name in book.names_in(span):
        if book.kind(book.entity_of(name)) in _DOING:
            return [Filling(Role.INITIATOR, name.mention.span, _BY_WORD_ORDER)]
    for i in sentence.tokens_in(span):
        if sentence.lower[i] in ("its", "their", "his", "her") and book.entity_at(sentence.tokens[i].span) is not None:
            return [Filling(Role.INITIATOR, sentence.tokens[i].span, 0.6)]
    return []


def _of_noun(hit: Hit, context: Context) -> list[Filling]:
    sentence = hit.sentence
    fillings = _modifiers(hit, context.book)
    ids = clause_ids(sentence)
    i = hit.end
    if hit.end - 1 > hit.head:  # "seizure of": the preposition is part of the trigger
        i = hit.end - 1
    while i < min(len(sentence) - 1, hit.end + _REACH) and ids[i] == ids[hit.head]:
        word = sentence.lower[i]
        participle = word.endswith(("ed", "en")) and "by" in (
            sentence.lower[i + 1 : i + 2] if sentence.lower[i + 1] != "out" else sentence.lower[i + 2 : i + 3]
        )
        if sentence.upos[i] in ("VERB", "AUX") and not participle and word not in ("targeting", "involving"):
            break
        if word in (",", "as", "than", "because", "while") or (word == "of" and i != hit.end and i != hit.end - 1):
            break
        phrase = sentence.phrase_after(i + 1, within=0)
        if phrase is not None:
            fillings.extend(_behind(hit, word, phrase, context))
        i += 1
    return fillings + _supported(hit, context.book)


def _behind(hit: Hit, preposition: str, phrase: Phrase, context: Context) -> list[Filling]:
    sentence, book = hit.sentence, context.book
    span = sentence.extended(phrase)
    if preposition == "by":
        entity = book.entity_for(span)
        kind = book.kind(entity) if entity else None
        if kind is MentionKind.WEAPON:
            return [Filling(Role.INSTRUMENT, span, _BY_PHRASE)]
        return [Filling(Role.INITIATOR, span, _BY_PHRASE)] if kind in _DOING else []
    if preposition == "between":
        other = sentence.phrase_behind("and", phrase.end, phrase.end + 2)
        fillings = [Filling(Role.INITIATOR, sentence.span(phrase.first, phrase.end), _BY_PHRASE)]
        if other is not None:
            fillings.append(Filling(Role.TARGET, sentence.extended(other), _BY_PHRASE))
        return fillings
    if preposition in ("against", "targeting") or (preposition == "with" and hit.kind.reciprocal):
        return [Filling(Role.TARGET, span, _BY_PHRASE)]
    if preposition == "on" and not context.is_time(span):
        return [Filling(Role.TARGET, span, _BY_PHRASE)]
    if preposition == "of" and hit.kind.kind not in _NO_OF:
        return [Filling(hit.kind.patient, span, _BY_PHRASE)]
    return []


def _modifiers(hit: Hit, book: EntityBook) -> list[Filling]:
    """Names inside the phrase before the trigger: "a US drone strike", "Israel's bombardment", "Taliban attacks"."""
    sentence = hit.sentence
    phrase = sentence.phrase_at(hit.head)
    if phrase is None or phrase.first >= hit.first:
        return []
    before = sentence.span(phrase.first, hit.first)
    fillings: list[Filling] = []
    for name in book.names_in(before):
        kind = book.kind(book.entity_of(name))
        if kind in _DOING:
            fillings.append(Filling(Role.INITIATOR, name.mention.span, _BY_PHRASE))
    return fillings[-1:]


def _supported(hit: Hit, book: EntityBook) -> list[Filling]:
    """The subject of a verb that says no more than that the event was done: "the US has conducted attacks"."""
    sentence = hit.sentence
    phrase = sentence.phrase_at(hit.head)
    i = (phrase.first if phrase else hit.first) - 1
    while i >= 0 and (sentence.lower[i] in ("out", "“", '"', "‘") or sentence.upos[i] == "DET"):
        i -= 1
    if i < 0 or sentence.lower[i] not in _SUPPORT or sentence.is_passive(i):
        return []
    subject = sentence.subject_of(i)
    if subject is None:
        return []
    span = sentence.extended(subject)
    entity = book.entity_for(span)
    if entity is None or book.kind(entity) not in _DOING:
        return []
    return [Filling(Role.INITIATOR, span, _BY_WORD_ORDER)]
