"""Entities: all mentions of one person, body, place or thing in one report.

Names are one entity where the actor file says so, where one is the other's last name, or where they are spelled
alike after folding; two names are never joined because they look alike. Descriptions become entities when an event
or a statement needs them; pronouns go to the nearest fitting entity before them.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from onrecord.core.annotations import Mention, MentionForm, MentionKind
from onrecord.core.article import Article
from onrecord.core.extraction import ActorLink, Entity, PlaceLink, Unresolved
from onrecord.core.spans import Span
from onrecord.gazetteer import Gazetteer, fold
from onrecord.interpret.actors import link_actor
from onrecord.interpret.descriptions import is_plural, kind_of
from onrecord.interpret.names import Name, find_names
from onrecord.interpret.persons import PersonIndex
from onrecord.interpret.places import PlaceResolver, is_place
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import Phrase, Reading, SentenceReading

_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers"})
_THING_PRONOUNS = frozenset({"it", "its"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "their"})
_ACTING = frozenset(
    {
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.MILITARY,
        MentionKind.GOVERNMENT,
        MentionKind.MEDIA,
        MentionKind.COUNTRY,
        MentionKind.GROUP,
    }
)
# How many sentences back a pronoun is looked up: chosen by hand, not yet swept.
_PRONOUN_REACH = 3
# Offices whose "of …" belongs to the title: "Secretary of State Antony Blinken" is Blinken.
# Nouns that count what follows: "thousands of people" are people.
_COLLECTIVES = frozenset(
    "thousands hundreds dozens scores tens millions number numbers group crowd crowds pair".split()
)
_OFFICES = frozenset({"secretary", "minister", "director", "commissioner", "chief", "head", "chairman", "president"})
_PORTFOLIOS = frozenset(
    """state defence defense interior information affairs staff justice finance health general energy intelligence
    police security""".split()
)


@dataclass(slots=True)
class _Draft:
    """An entity in the making."""

    kind: MentionKind
    name: str
    mentions: list[Mention] = field(default_factory=list)
    actor: ActorLink | Unresolved | None = None
    place: PlaceLink | Unresolved | None = None


class EntityBook:
    """The entities of one report while it is interpreted; :meth:`entities` is what remains in the end."""

    def __init__(self, article: Article, reading: Reading, gazetteer: Gazetteer, quotes: Quotes) -> None:
        self._reading = reading
        self._quotes = quotes
        self._article = article
        self.names = find_names(reading, gazetteer)
        self._name_starts = [name.mention.span.start for name in self.names]
        self._drafts: dict[str, _Draft] = {}
        self._id_by_start: dict[int, str] = {}
        self._id_by_head_end: dict[int, str] = {}
        self._keys: dict[str, str] = {}
        self._persons = PersonIndex()
        self._places = PlaceResolver(article.text, self.names, gazetteer)
        self._day = article.published.days.latest if article.published else None
        self._countries = Counter(name.country.iso3 for name in self.names if name.country)
        self._publisher = article.publisher
        for name in self.names:
            self._add_name(name)
        self._add_pronouns()

    def entities(self) -> tuple[Entity, ...]:
        """Every entity, in the order of its id, with its mentions in the order of the text."""
        return tuple(
            Entity(
                id=identity,
                kind=draft.kind,
                name=draft.name,
                mentions=tuple(sorted(set(draft.mentions), key=lambda mention: mention.span)),
                actor=draft.actor,
                place=draft.place,
            )
            for identity, draft in self._drafts.items()
        )

    def kind(self, identity: str) -> MentionKind:
        """What the entity is."""
        return self._drafts[identity].kind

    def actor(self, identity: str) -> ActorLink | None:
        """Whom the actor file says that the entity is."""
        link = self._drafts[identity].actor
        return link if isinstance(link, ActorLink) else None

    def place(self, span: Span) -> PlaceLink | Unresolved:
        """The place that these words name in this report."""
        return self._places.resolve(span)

    def entity_at(self, span: Span) -> str | None:
        """The entity of the mention whose head ends where ``span`` ends: for pronouns inside a phrase."""
        return self._id_by_head_end.get(span.end)

    def name_in(self, span: Span) -> Name | None:
        """The last name that lies wholly inside ``span``."""
        inside = self.names_in(span)
        return inside[-1] if inside else None

    def names_in(self, span: Span) -> list[Name]:
        """All names that lie wholly inside ``span``."""
        inside: list[Name] = []
        for i in range(bisect_left(self._name_starts, span.start), len(self.names)):
            if self.names[i].mention.span.start >= span.end:
                break
            if self.names[i].mention.span.end <= span.end:
                inside.append(self.names[i])
        return inside

    def entity_of(self, name: Name) -> str:
        """The entity of one of the report's names."""
        return self._id_by_start[name.mention.span.start]

    # ---------------------------------------------------------------- names

    def _add_name(self, name: Name) -> None:
        words = name.mention.span.of(self._article.text)
        link = link_actor(name, day=self._day, countries=self._countries)
        kind = name.mention.kind
        if name.demonym and not self._is_people(name):
            kind = MentionKind.COUNTRY
        keys = self._keys_of(name, words, kind, link)
        identity = next((self._keys[key] for key in keys if key in self._keys), None)
        if identity is None and kind is MentionKind.PERSON:
            identity = self._known_person(words, link)
        if identity is None:
            identity = self._new(kind, words)
            draft = self._drafts[identity]
            if kind not in (MentionKind.PLACE, MentionKind.FACILITY, MentionKind.WEAPON, MentionKind.VEHICLE):
                draft.actor = link
        draft = self._drafts[identity]
        if draft.place is None and is_place(kind) and not name.demonym:
            draft.place = self._places.resolve(name.mention.span)
        if len(words) > len(draft.name) and not isinstance(draft.actor, ActorLink) and kind is draft.kind:
            draft.name = words
        for key in keys:
            self._keys.setdefault(key, identity)
        if kind is MentionKind.PERSON:
            self._persons.add(words, identity)
        form = Mention(kind, MentionForm.NAME, name.mention.span, name.mention.head, name.mention.score)
        draft.mentions.append(form)
        self._id_by_start[name.mention.span.start] = identity
        self._id_by_head_end[name.mention.span.end] = identity

    def _is_people(self, name: Name) -> bool:
        """Whether a demonym stands for the people ("Iraqis protested") and not for the state ("an Iraqi raid")."""
        sentence = self._reading.sentence_at(name.mention.span.start)
        if sentence is None:
            return True
        i = sentence.tokens_in(name.mention.span)[-1]
        phrase = sentence.phrase_at(i)
        return phrase is None or phrase.head == i

    def _keys_of(self, name: Name, words: str, kind: MentionKind, link: ActorLink | Unresolved) -> list[str]:
        if kind is MentionKind.PERSON:
            folded = fold(words)
            keys = [f"person:{folded}"]
            if isinstance(link, ActorLink):
                keys.insert(0, f"actor:{link.id}")
            return keys
        if isinstance(link, ActorLink) and kind is not MentionKind.PLACE:
            return [f"actor:{link.id}:{'people' if kind is MentionKind.GROUP else 'body'}"]
        return [f"{'metonym' if name.metonym else 'name'}:{fold(words)}"]

    def _known_person(self, words: str, link: ActorLink | Unresolved) -> str | None:
        """The one person told before who may bear this name; None where two may, or the actor file says otherwise."""
        bearers = self._persons.bearers(words)
        if len(bearers) != 1:
            return None
        known = self.actor(bearers[0])
        return bearers[0] if known is None or not isinstance(link, ActorLink) or known.id == link.id else None

    def _new(self, kind: MentionKind, name: str) -> str:
        identity = f"n{len(self._drafts) + 1}"
        self._drafts[identity] = _Draft(kind, name)
        return identity

    # ---------------------------------------------------------------- pronouns

    def _add_pronouns(self) -> None:
        for mention in self._reading.annotations.mentions:
            if mention.form is not MentionForm.PRONOUN:
                continue
            identity = self._antecedent(mention)
            if identity is None:
                continue
            kind = self._drafts[identity].kind
            self._drafts[identity].mentions.append(
                Mention(kind, MentionForm.PRONOUN, mention.span, mention.head, mention.score)
            )
            self._id_by_head_end[mention.span.end] = identity

    def _antecedent(self, pronoun: Mention) -> str | None:
        word = pronoun.span.of(self._article.text).lower()
        sentence = self._reading.sentence_at(pronoun.span.start)
        if sentence is None:
            return None
        quoted = self._quotes.at(pronoun.span.start)
        for index in range(sentence.index, max(-1, sentence.index - _PRONOUN_REACH - 1), -1):
            earlier = self._reading.sentences[index].sentence.span
            for name in self.names_in(earlier):
                if name.mention.span.end > pronoun.span.start:
                    continue
                if quoted is not None and not quoted.holds(name.mention.span):
                    continue  # "they" in somebody's mouth need not be whom the reporter spoke of
                kind = self._drafts[self._id_by_start[name.mention.span.start]].kind
                if _agrees(word, kind) and self._is_head(name):
                    return self._id_by_start[name.mention.span.start]
        return None

    def _is_head(self, name: Name) -> bool:
        """Whether the name heads its phrase: "Rasool", not "Rasool's house" nor the "US" of "US soldiers"."""
        sentence = self._reading.sentence_at(name.mention.span.start)
        if sentence is None:
            return False
        i = sentence.tokens_in(name.mention.span)[-1]
        phrase = sentence.phrase_at(i)
        return phrase is not None and phrase.head == i

    # ---------------------------------------------------------------- whoever the words of an event or a source mean

    def entity_for(self, span: Span) -> str | None:
        """The entity that the words of ``span`` mean, made from the description where no name says it.

        None where the words describe nothing that the tables know.
        """
        sentence = self._reading.sentence_at(span.start)
        if sentence is None:
            return None
        inside = sentence.tokens_in(span)
        if not inside:
            return None
        head_phrase = sentence.first_phrase(inside)
        if head_phrase is None:
            name = self.name_in(span)
            return self.entity_of(name) if name else None
        head = sentence.tokens[head_phrase.head].span
        if head_phrase.head > inside[-1]:  # part of a phrase: the "US" of "US forces", the "its" of "its drones"
            name = self.name_in(span)
            return self.entity_of(name) if name else self.entity_at(span)
        titled = self._named_behind_title(sentence, head_phrase, span)
        if titled is not None:
            return titled
        apposed = self._name_behind(sentence, head_phrase, span)
        if apposed is not None:
            return apposed
        known = self._id_by_head_end.get(head.end)
        if known is None and sentence.upos[head_phrase.head] == "PRON":
            if self._quotes.at(head.start) is not None:
                return None
            return self._described_before(sentence, head_phrase)
        return known if known is not None else self._described(sentence, head_phrase)

    def _named_behind_title(self, sentence: SentenceReading, phrase: Phrase, span: Span) -> str | None:
        """Blinken in "US Secretary of State Antony Blinken", nobody in "a spokesperson of Prime Minister al-Sudani"."""
        office = sentence.lower[phrase.head]
        following = phrase.end
        if office not in _OFFICES or following + 1 >= len(sentence) or sentence.lower[following] not in ("of", "for"):
            return None
        if sentence.lower[following + 1] not in _PORTFOLIOS | {"the", "foreign", "national"}:
            return None
        name = self.name_in(span)
        if name is None or name.mention.kind is not MentionKind.PERSON:
            return None
        return self.entity_of(name)

    def _name_before(self, sentence: SentenceReading, phrase: Phrase) -> str | None:
        """The entity of the name to which the phrase is an apposition: "Kataib Hezbollah, an armed group"."""
        if phrase.first < 2 or sentence.lower[phrase.first - 1] != ",":
            return None
        if sentence.upos[phrase.first] != "DET":
            return None
        identity = self._id_by_head_end.get(sentence.tokens[phrase.first - 2].span.end)
        if identity is None or self._drafts[identity].kind in (MentionKind.PLACE, MentionKind.COUNTRY):
            return None
        return identity

    def sentence_at(self, position: int) -> SentenceReading | None:
        """The sentence that holds the character at ``position``."""
        return self._reading.sentence_at(position)

    def _name_behind(self, sentence: SentenceReading, phrase: Phrase, span: Span) -> str | None:
        """The person whose name follows his office: Rasool in "the army spokesperson, Yahya Rasool"."""
        i = phrase.end
        if i + 1 >= len(sentence) or sentence.lower[i] != ",":
            return None
        starts = sentence.tokens[i + 1].span.start
        name = next((name for name in self.names_in(span) if name.mention.span.start == starts), None)
        if name is None or name.mention.kind is not MentionKind.PERSON:
            return None
        return self.entity_of(name)

    def _described_before(self, sentence: SentenceReading, pronoun: Phrase) -> str | None:
        """The description for which a pronoun stands: the first fitting one of the clause before it."""
        word = sentence.lower[pronoun.head]
        for index in range(sentence.index, max(-1, sentence.index - 2), -1):
            earlier = self._reading.sentences[index]
            for phrase in earlier.phrases:
                if earlier is sentence and phrase.first >= pronoun.first:
                    break
                kind = kind_of(earlier.words[phrase.head])
                if kind is None or not _fits(word, kind, earlier.words[phrase.head]):
                    continue
                identity = self.entity_for(earlier.span(phrase.first, phrase.end))
                if identity is not None:
                    span = sentence.tokens[pronoun.head].span
                    self._drafts[identity].mentions.append(Mention(kind, MentionForm.PRONOUN, span, span, 1.0))
                    self._id_by_head_end[span.end] = identity
                    return identity
        return None

    def _described(self, sentence: SentenceReading, phrase: Phrase) -> str | None:
        noun = sentence.words[phrase.head]
        if noun.lower() in _COLLECTIVES and sentence.lower[phrase.end : phrase.end + 1] == ("of",):
            counted = sentence.phrase_after(phrase.end + 1, within=0)
            noun = sentence.words[counted.head] if counted is not None else noun
        kind = kind_of(noun)
        if kind is None:
            return None
        quote = sentence.extended(phrase)
        apposed = self._name_before(sentence, phrase)
        identity = apposed or self._new(kind, quote.of(self._article.text))
        mention = Mention(kind, MentionForm.NOMINAL, quote, sentence.tokens[phrase.head].span, 1.0)
        draft = self._drafts[identity]
        draft.mentions.append(mention)
        if apposed is None:
            draft.actor = Unresolved("a description, not a name" + (" (several)" if is_plural(noun) else ""))
        self._id_by_head_end[mention.head.end] = identity
        return identity


def _fits(pronoun: str, kind: MentionKind, noun: str) -> bool:
    """Whether a pronoun may stand for a description: "they" for several, "he" for one person, "it" for one body."""
    if pronoun in _PLURAL_PRONOUNS:
        return is_plural(noun)
    return not is_plural(noun) and _agrees(pronoun, kind)


def _agrees(pronoun: str, kind: MentionKind) -> bool:
    if pronoun in _PERSON_PRONOUNS:
        return kind is MentionKind.PERSON
    if pronoun in _THING_PRONOUNS:
        return kind in _ACTING - {MentionKind.GROUP}
    return pronoun in _PLURAL_PRONOUNS and kind in _ACTING
