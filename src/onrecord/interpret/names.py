"""Which words name whom: the annotator's names joined with those that the gazetteer knows.

The annotator finds names that nobody has listed; the gazetteer knows where a listed name ends and what it is. Where
both speak of the same words, the longer listed name decides; a listed name wholly inside a longer unlisted one
("Iranian" in "Iranian Foreign Ministry") gives way to it.
"""

from dataclasses import dataclass

from onrecord.core.annotations import Mention, MentionForm, MentionKind
from onrecord.core.spans import Span
from onrecord.gazetteer import ActorEntry, Country, Gazetteer
from onrecord.interpret.reading import Reading, SentenceReading

# The longest listed names have seven words ("United Nations Assistance Mission in Afghanistan" has six).
_LONGEST_NAME = 7
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
# What a town does without its government: "Moscow burned", "Kyiv came under attack".
_UNDERGOING = frozenset(
    """came come comes burned burnt burns burning shook shakes fell falls fallen saw sees seen seeing witnessed
    witnesses suffered suffers suffering experienced endured woke wakes awoke lies sits stands remained remains lost
    became reeled reels braced bracing shuddered""".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """One name in the text, with what the gazetteer says of it."""

    mention: Mention
    actors: tuple[ActorEntry, ...] = ()
    country: Country | None = None
    demonym: bool = False
    metonym: bool = False  # a capital that stands for its government


def find_names(reading: Reading, gazetteer: Gazetteer) -> tuple[Name, ...]:
    """Every name in the text, in order, none overlapping another."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in reading.annotations.mentions:
        sentence = reading.sentence_at(mention.span.start)
        if mention.form is MentionForm.NAME and sentence is not None and sentence.sentence.span.holds(mention.span):
            by_sentence.setdefault(sentence.index, []).append(mention)
    found: list[Name] = []
    surnames = _surnames(by_sentence, reading.text)
    for sentence in reading.sentences:
        listed = _listed_names(sentence, gazetteer, uncased=reading.uncased)
        here = list(listed)
        for mention in by_sentence.get(sentence.index, []):
            if _may_be_name(mention.span.of(reading.text), uncased=reading.uncased):
                plain = _without_title(mention, sentence)
                if plain.span == mention.span and plain.span.of(reading.text) not in surnames:
                    plain = _town_for_person(plain, gazetteer, reading.text)
                name = _described(plain, sentence, gazetteer)
                if not any(_decides(other, name) for other in listed):
                    here.append(name)
        found.extend(_without_overlap(here))
    return tuple(found)


_COMPOUNDED = ("-led", "-backed", "-aligned", "-based", "-born", "-held", "-controlled", "-sponsored", "-funded")


# The least people of a town that a single word, taken for a person, names rather than somebody unheard of.
_WELL_KNOWN_TOWN = 100_000


def _surnames(by_sentence: dict[int, list[Mention]], text: str) -> frozenset[str]:
    """The last words of the full names of persons."""
    names = (m.span.of(text).split() for found in by_sentence.values() for m in found if m.kind is MentionKind.PERSON)
    return frozenset(words[-1] for words in names if len(words) > 1)


def _town_for_person(mention: Mention, gazetteer: Gazetteer, text: str) -> Mention:
    """A town where the annotator takes the single word of one for a person."""
    words = mention.span.of(text)
    if mention.kind is not MentionKind.PERSON or " " in words:
        return mention
    known = gazetteer.places(words)
    if gazetteer.actors(words) or not any(place.population >= _WELL_KNOWN_TOWN for place in known[:1]):
        return mention
    return _as_kind(mention, MentionKind.PLACE)


def _may_be_name(words: str, *, uncased: bool) -> bool:
    """Whether what the annotator takes for a name can be one: not "eastern", not the first half of "Iran-backed"."""
    capital = any(letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper()) for letter in words)
    return (capital or uncased) and not words.lower().endswith(_COMPOUNDED)


def _decides(listed: Name, other: Name) -> bool:
    """Whether a listed name has the say over an overlapping one of the annotator's."""
    ours, theirs = listed.mention.span, other.mention.span
    if not ours.overlaps(theirs):
        return False
    return not theirs.holds(ours) or ours == theirs or (len(listed.actors) > 0 and len(ours) * 2 > len(theirs))


def _without_overlap(names: list[Name]) -> tuple[Name, ...]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (-len(name.mention.span), name.mention.span)):
        if not any(name.mention.span.overlaps(other.mention.span) for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.mention.span))


def _listed_names(sentence: SentenceReading, gazetteer: Gazetteer, *, uncased: bool) -> list[Name]:
    names: list[Name] = []
    i = 0
    while i < len(sentence):
        name, length = _listed_name_at(sentence, i, gazetteer, uncased=uncased)
        if name is not None:
            names.append(name)
        i += length
    return names


def _listed_name_at(
    sentence: SentenceReading, i: int, gazetteer: Gazetteer, *, uncased: bool
) -> tuple[Name | None, int]:
    """The longest listed name that begins at token ``i``, and how many tokens to go on by."""
    if not _may_begin_name(sentence.words[i]) and not (uncased and sentence.upos[i] in ("PROPN", "ADJ")):
        return None, 1
    if sentence.lower[i] == "the" and i + 1 < len(sentence) and sentence.lower[i + 1] != "the":
        behind, _ = _listed_name_at(sentence, i + 1, gazetteer, uncased=uncased)
        if behind is not None and behind.country is not None:
            return None, 1  # as elsewhere than where a sentence begins
    for length in range(min(_LONGEST_NAME, len(sentence) - i), 0, -1):
        if length > 1 and sentence.upos[i + length - 1] in ("PUNCT", "ADP", "CCONJ", "DET", "VERB", "AUX"):
            continue
        if sentence.lower[i + length - 1] in ("'s", "'"):
            continue
        span = sentence.span(i, i + length)
        words = span.of(sentence.text)
        if length == 1 and sentence.shouted and sentence.upos[i] not in _NAMING:
            continue  # "IN" is no India where every word is in capitals
        country = gazetteer.country(words) if length <= 5 else None
        demonym = gazetteer.demonym(words) if country is None and length <= 2 else None
        actors = gazetteer.actors(words)
        if actors and length == 1 and demonym is None and sentence.upos[i] in ("VERB", "ADV", "ADP", "AUX"):
            actors = ()
        if country or demonym or actors:
            mention = Mention(_kind(country, demonym, actors), MentionForm.NAME, span, span, 1.0)
            return Name(mention, actors, country or demonym, demonym is not None), length
    return None, 1


# What a name can be tagged as where capitals do not tell.
_NAMING = frozenset({"PROPN", "ADJ", "NOUN"})


def _may_begin_name(word: str) -> bool:
    first = word[0]
    return first.isalpha() and (first.isupper() or first.lower() == first.upper())


def _kind(country: Country | None, demonym: Country | None, actors: tuple[ActorEntry, ...]) -> MentionKind:
    if country is not None:
        return MentionKind.COUNTRY
    if demonym is not None:
        return MentionKind.GROUP
    return actors[0].kind


def _described(mention: Mention, sentence: SentenceReading, gazetteer: Gazetteer) -> Name:
    words = mention.span.of(sentence.text)
    country = gazetteer.country(words) if mention.kind is not MentionKind.PERSON else None
    actors = gazetteer.actors(words)
    if country is not None:
        return Name(_as_kind(mention, MentionKind.COUNTRY), actors, country)
    if mention.kind is MentionKind.GROUP and (people := gazetteer.demonym(words)):
        return Name(mention, actors, people, demonym=True)
    if actors and mention.kind is not MentionKind.PERSON:
        return Name(_as_kind(mention, actors[0].kind), actors)
    if (
        mention.kind is MentionKind.PLACE
        and (capital := gazetteer.capital_metonym(words))
        and _speaks(mention, sentence)
    ):
        return Name(_as_kind(mention, MentionKind.GOVERNMENT), (), capital, metonym=True)
    return Name(mention, actors)


def _as_kind(mention: Mention, kind: MentionKind) -> Mention:
    return Mention(kind, mention.form, mention.span, mention.head, mention.score)


def _speaks(mention: Mention, sentence: SentenceReading) -> bool:
    """Whether a place name is the subject of a clause in which it acts: "Washington was bombing", not "was bombed"."""
    inside = sentence.tokens_in(mention.span)
    before = inside[0] - 1
    verb = inside[-1] + 1
    while verb < len(sentence) and sentence.upos[verb] in _BEFORE_VERB:
        verb += 1
    if verb >= len(sentence) or sentence.upos[verb] != "VERB":
        return False
    if sentence.lower[verb] in _UNDERGOING or sentence.is_passive(verb):
        return False
    if sentence.lower[verb].endswith("ing") and verb == inside[-1] + 1:
        return False  # "after Baghdad killing": the verb form is a noun
    return before < 0 or sentence.upos[before] not in ("ADP", "PROPN", "ADJ", "NOUN")


def _without_title(mention: Mention, sentence: SentenceReading) -> Mention:
    """A person's name without the office before it: "Prime Minister Shia al-Sudani" → "Shia al-Sudani"."""
    if mention.kind is not MentionKind.PERSON:
        return mention
    inside = sentence.tokens_in(mention.span)
    first = inside[0]
    while first < inside[-1] and sentence.lower[first].rstrip(".") in TITLES:
        first += 1
    if first == inside[0]:
        return mention
    span = Span(sentence.tokens[first].span.start, mention.span.end)
    return Mention(mention.kind, mention.form, span, span, mention.score)


# Words of office and address that stand before a name and are no part of it.
TITLES = frozenset(
    """prime minister deputy vice president foreign defence defense interior justice chief secretary general gen lt col
    colonel major maj captain capt sergeant sgt brig brigadier admiral commander spokesman spokeswoman spokesperson
    senator sen representative rep governor gov mayor judge justice dr mr mrs ms sir king queen prince princess sheikh
    imam pope ambassador envoy chancellor premier state minister's acting former ex-president professor prof""".split()
)
