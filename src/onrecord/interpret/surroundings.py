"""Which time, place and figure belong to which trigger of a sentence.

A time or a place belongs to the trigger whose phrase holds it, else to the nearest trigger before it in its clause,
else to the first one behind it there ("On Wednesday night, a commander … died in a drone strike"). What stands in the
frame of a statement ("said on Thursday", "speaking in Geneva") belongs to the saying and to no event.
"""

from dataclasses import dataclass

from onrecord.core.annotations import MentionKind
from onrecord.core.spans import Span
from onrecord.interpret.clauses import clause_ids
from onrecord.interpret.context import Context
from onrecord.interpret.descriptions import kind_of
from onrecord.interpret.names import Name
from onrecord.interpret.places import is_place
from onrecord.interpret.quantities import TollMention
from onrecord.interpret.reading import Phrase, SentenceReading
from onrecord.interpret.times import TimeKind, TimeMention
from onrecord.interpret.told import Told, says_where
from onrecord.interpret.triggers import Hit

_LOCATIVE = frozenset(
    """in at near outside inside around over across throughout within off along between north south east west from
    into on beside towards toward above below entering reached
    crossing leaving reaching hitting""".split()
)
_DIRECTIONS = frozenset(
    """eastern western northern southern central north-eastern northeastern north-western northwestern south-eastern
    southeastern south-western southwestern downtown upper lower greater old""".split()
)


@dataclass(slots=True)
class Surroundings:
    """What the sentence gives to one trigger."""

    hit: Hit
    times: list[TimeMention]
    places: list[Span]
    tolls: list[TollMention]


def assign(sentence: SentenceReading, hits: list[Hit], context: Context) -> list[Surroundings]:
    """For each trigger of the sentence its times, places and tolls; a value is given to one trigger only."""
    found = [Surroundings(hit, [], [], []) for hit in hits]
    if not hits:
        return found
    ids = clause_ids(sentence)
    frames = _frames(sentence, context)
    own = sentence.sentence.span
    for time in context.times_in(sentence.index):
        if time.kind in (TimeKind.DATE, TimeKind.TIME) and not _in_frame(time.span, frames):
            owner = _owner(sentence, ids, hits, time.span)
            if owner is not None and _same_voice(hits[owner].span, time.span, context):
                found[owner].times.append(time)
    for name in context.book.names_in(own):
        if _in_frame(name.mention.span, frames):
            continue
        span = _place_words(sentence, name, hits, context)
        if span is not None:
            owner = _owner(sentence, ids, hits, span)
            if owner is not None and _same_voice(hits[owner].span, span, context):
                found[owner].places.append(span)
    for toll in context.tolls_in(sentence.index):
        found[_counted_by(sentence, ids, hits, toll)].tolls.append(toll)
    return found


def _same_voice(trigger: Span, words: Span, context: Context) -> bool:
    """Whether whoever tells the event also tells these words: in "In Tehran, he condemned the killing" nobody does."""
    return all(context.told[i].says(words) for i in context.voices.saying(trigger))


def _frames(sentence: SentenceReading, context: Context) -> list[Span]:
    """The stretches that say who speaks, when and where: the sentence around a cue, without what is said."""
    frames: list[Span] = []
    for told in context.told_in(sentence.index):
        cue = sentence.tokens_in(told.cue)
        if not cue:
            continue
        last = cue[-1]
        end = last + 1
        while end < len(sentence) and end - last <= 8 and not told.says(sentence.tokens[end].span):
            end += 1
        if told.source is not None and told.source.end <= told.cue.start:
            first = sentence.tokens_in(told.source)
            inherited = _source_is_inherited(told, context.told_in(sentence.index))
            begin = first[0] if first and not inherited else cue[0]
        else:
            begin = cue[0]
        frames.append(sentence.span(begin, end))
    for i in range(len(sentence) - 2):
        if says_where(sentence, i):
            where = sentence.phrase_after(i + 2, within=0)
            frames.append(sentence.span(i, where.end if where is not None else i + 2))
    return frames


def _source_is_inherited(told: Told, others: list[Told]) -> bool:
    """Whether the speaker stands in another statement's frame: X in "X said A, adding that B"."""
    if told.source is None:
        return False
    reached = Span(told.source.start, told.cue.end)
    return any(
        other is not told and other.source == told.source and any(part.overlaps(reached) for part in other.content)
        for other in others
    )


def _in_frame(span: Span, frames: list[Span]) -> bool:
    return any(frame.holds(span) for frame in frames)


def _owner(sentence: SentenceReading, ids: tuple[int, ...], hits: list[Hit], span: Span) -> int | None:
    """The index of the trigger to which the words of ``span`` belong."""
    inside = sentence.tokens_in(span)
    if not inside:
        return None
    at = inside[0]
    for i, hit in enumerate(hits):
        phrase = sentence.phrase_at(hit.head)
        if phrase is not None and not hit.verbal and phrase.first <= at < phrase.end:
            return i
    same = [i for i, hit in enumerate(hits) if ids[hit.head] == ids[at]]
    before = [i for i in same if hits[i].head < at]
    if before:
        return before[-1]
    if same:
        return same[0]
    earlier = [i for i, hit in enumerate(hits) if hit.head < at]
    return earlier[-1] if earlier else 0


def _place_words(sentence: SentenceReading, name: Name, hits: list[Hit], context: Context) -> Span | None:
    """The words that say where, "eastern Baghdad"; None where the name says no place of an event here."""
    kind = context.book.kind(context.book.entity_of(name))
    if not is_place(kind) or name.metonym:
        return None
    inside = sentence.tokens_in(name.mention.span)
    if not inside:
        return None
    first = inside[0]
    while first > 0 and sentence.lower[first - 1] in _DIRECTIONS:
        first -= 1
    span = sentence.span(first, inside[-1] + 1)
    phrase = sentence.phrase_at(inside[0])
    begin = min(phrase.first, first) if phrase is not None else first
    before = sentence.lower[begin - 1] if begin else ""
    if name.demonym:
        return None
    heads = phrase is None or phrase.head == inside[-1]
    if heads and before in _LOCATIVE:
        return span
    if heads and before == "of" and _stands_in(sentence, sentence.phrase_at(begin - 2)):
        return span  # "in the northern town of Saraqib"
    if phrase is not None and not heads and _stands_in(sentence, phrase):
        return span  # "at Kabul airport"
    if heads and before in ("of", "on", "against") and _names_target(sentence, begin, hits):
        return span
    if heads and before in (",", "and", "or") and begin > 1:
        return span if _follows_place(sentence, begin, context) else None
    if phrase is not None and any(hit.verbal and _is_patient(sentence, hit, begin) for hit in hits):
        return span  # "shelled Kherson", "Kherson was shelled", "captured the town of Marib"
    if phrase is None or kind is not MentionKind.PLACE:
        return None
    if any(not hit.verbal and phrase.first <= hit.head < phrase.end for hit in hits):
        return span  # "the Kabul bombing"
    return None


def _stands_in(sentence: SentenceReading, phrase: Phrase | None) -> bool:
    """Whether a phrase that describes a place stands behind a word of place: "in the town", "outside Kabul airport"."""
    if phrase is None or kind_of(sentence.words[phrase.head]) not in (MentionKind.PLACE, MentionKind.FACILITY):
        return False
    return phrase.first > 0 and sentence.lower[phrase.first - 1] in _LOCATIVE


def _names_target(sentence: SentenceReading, begin: int, hits: list[Hit]) -> bool:
    return any(hit.end <= begin - 1 and begin - 1 - hit.end <= 1 for hit in hits)


def _is_patient(sentence: SentenceReading, hit: Hit, begin: int) -> bool:
    """Whether the phrase at ``begin``, or the one that it says the name of, is what the verb is done to."""
    passive = sentence.is_passive(hit.head)
    patient = sentence.subject_of(hit.head) if passive else sentence.object_of(hit.end - 1)
    if patient is None:
        return False
    named = sentence.phrase_at(begin)
    if named is None or named.first == patient.first:
        return named is not None and kind_of(sentence.words[patient.head]) is None
    is_place_noun = kind_of(sentence.words[patient.head]) is MentionKind.PLACE
    return is_place_noun and begin == patient.end + 1 and sentence.lower[patient.end] == "of"


def _follows_place(sentence: SentenceReading, begin: int, context: Context) -> bool:
    """Whether the name goes on a list of places, or says what the place before it lies in."""
    at = sentence.tokens[begin - 2].span.end
    return any(
        name.mention.span.end == at and is_place(context.book.kind(context.book.entity_of(name)))
        for name in context.book.names_in(sentence.sentence.span)
    )


def _counted_by(sentence: SentenceReading, ids: tuple[int, ...], hits: list[Hit], toll: TollMention) -> int:
    for i, hit in enumerate(hits):
        if hit.span.overlaps(toll.trigger):
            return i
    owner = _owner(sentence, ids, hits, toll.trigger)
    return owner if owner is not None else 0
