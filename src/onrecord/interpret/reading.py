"""A sentence as the interpreter reads it: words, parts of speech, base noun phrases, verb groups.

A base noun phrase runs from its first determiner or modifier to its head noun, possessors included
("Iraq's Popular Mobilisation Forces"); prepositional phrases stay outside, so that "a strike on a vehicle in
eastern Baghdad" is three phrases and two prepositions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.core.annotations import Annotations, Predicate, Sentence, Token
from onrecord.core.lexicon import cue_acts
from onrecord.core.spans import Span

_MODIFIERS = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "get", "got", "gets", "'s", "’s"})
RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "where"})
# Words behind which a relative clause may have a second verb of its own: "who fled when rebels attacked".
_BINDING = frozenset(
    """and or but , ; : “ ” " that when where while as after before because if since until although though than whether
    what how why who which whom whose""".split()
)
# How far behind its noun a relative clause, and behind its verb a participle, may stand, in tokens.
_RELATIVE_REACH = 30
_BEFORE_VERB = BE | {"to", "has", "have", "had", "“", "”", '"', "‘"}
_PARTICIPLES = ("ed", "en", "it", "ot", "un", "ut", "ld", "ck", "lt", "de", "aught", "ain", "own")
_INTRANSITIVE = frozenset(
    "died fled exploded erupted arrived collapsed happened occurred resigned vanished escaped surrendered".split()
)
_NOUNS_IN_ING = frozenset({"killing", "bombing", "shelling", "shooting", "stabbing", "beheading", "kidnapping"})
_BOUNDS = frozenset({("at", "least"), ("at", "most")})
_SUBORDINATING = frozenset({"when", "where", "while", "as", "after", "before", "because", "if"})
# Verbs whose "of" is not their object's: "accused rebels of looting".
_TAKING_OF = frozenset(
    """accuse accuses accused accusing suspect suspects suspected suspecting convict convicts convicted convicting
    inform informed warn warned remind reminded acquit acquitted""".split()
)
_OF_LIKE = frozenset({"of", "from"})
_CHAINING = frozenset({"of", "from", "for", "in", "at", "with", "to", "on", "near", "by", "between"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``end`` (half-open) of one sentence; ``head`` is the index of its head noun."""

    first: int
    end: int
    head: int


class SentenceReading:
    """One sentence of an article with what the annotator says of its words."""

    def __init__(self, text: str, sentence: Sentence, index: int) -> None:
        self.text = text
        self.sentence = sentence
        self.index = index
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.words = tuple(token.span.of(text) for token in sentence.tokens)
        self.lower = tuple(word.lower().replace("’", "'") for word in self.words)
        self.shouted = all(word.isupper() for word in self.words if word.isalpha())
        self.upos = tuple(self._part_of_speech(i) for i in range(len(sentence.tokens)))

    def _part_of_speech(self, i: int) -> str:
        """The annotator's part of speech, mended where it is known to err."""
        tag, word = self.tokens[i].upos, self.words[i]
        # Its vocabulary has no capitals, so that it may take "US" for "us".
        if tag == "PRON" and len(word) > 1 and word.isupper() and not self.shouted:
            return "PROPN"
        # "after Baghdad killing": a noun in the shape of a verb, which has no object behind it.
        if tag == "VERB" and self.lower[i] in _NOUNS_IN_ING and i > 0 and self.tokens[i - 1].upos == "PROPN":
            following = self.tokens[i + 1].upos if i + 1 < len(self.tokens) else "PUNCT"
            return "NOUN" if following in ("PUNCT", "ADP", "AUX", "VERB", "CCONJ") else tag
        return tag

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, end: int) -> Span:
        """The characters from the first token to the one before ``end``."""
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that share a character with ``span``; empty where none does."""
        first = bisect_right(self._ends, span.start)
        end = bisect_left(self._starts, span.end)
        return range(first, end) if first < end else range(0)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.span.end for token in self.tokens]

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The base noun phrases, from left to right."""
        return tuple(self._find_phrases())

    def _find_phrases(self) -> Iterator[Phrase]:
        i, n = 0, len(self)
        while i < n:
            if not self._may_begin(i):
                i += 1
                continue
            end = i + 1
            while end < n and self._continues(i, end):
                end += 1
            head = end - 1
            while head > i and self.upos[head] not in _HEADS:
                head -= 1
            if self.upos[head] in _HEADS:
                yield Phrase(i, head + 1, head)
                i = head + 1
            else:
                i = end

    def _may_begin(self, i: int) -> bool:
        if self.lower[i] in ("least", "most") and i > 0 and self.lower[i - 1] == "at":
            return False  # "at least 14 people" is a preposition's phrase only in form
        if self.lower[i] in RELATIVE and self.upos[i] in ("PRON", "SCONJ"):
            return False
        return self.upos[i] in _MODIFIERS or self.upos[i] == "PRON"

    def _continues(self, first: int, i: int) -> bool:
        """Whether token ``i`` still belongs to the phrase that began at ``first``."""
        tag, word, before = self.upos[i], self.lower[i], self.upos[i - 1]
        if word in ("'s", "'") and tag in ("PART", "PUNCT", "AUX") and before in ("NOUN", "PROPN"):
            return i + 1 < len(self) and self.upos[i + 1] in _MODIFIERS | {"VERB"}
        if before == "PRON":
            return tag in _MODIFIERS and self.lower[i - 1] in ("his", "her", "its", "their", "our", "my", "your")
        if tag == "PRON":
            return False
        if tag == "DET":
            return before == "DET" or self.lower[i - 1] in ("all", "both", "half")
        if tag == "VERB":  # "the wounded men", "Iran-backed fighters"
            follows = i + 1 < len(self) and self.upos[i + 1] in ("NOUN", "PROPN")
            return follows and word.endswith(("ed", "ing")) and before in ("DET", "ADJ", "NUM", "PART")
        if tag == "NUM" and before in ("NOUN", "PROPN"):
            return self.words[i - 1][:1].isupper() and i - 1 >= first
        return tag in _MODIFIERS

    def phrase_at(self, i: int) -> Phrase | None:
        """The base noun phrase that holds token ``i``."""
        return self._phrase_by_token.get(i)

    @cached_property
    def _phrase_by_token(self) -> dict[int, Phrase]:
        return {i: phrase for phrase in self.phrases for i in range(phrase.first, phrase.end)}

    @cached_property
    def _phrase_firsts(self) -> list[int]:
        return [phrase.first for phrase in self.phrases]

    def first_phrase(self, tokens: range) -> Phrase | None:
        """The first phrase that shares a token with ``tokens``."""
        for i in tokens:
            phrase = self._phrase_by_token.get(i)
            if phrase is not None:
                return phrase
        return None

    def phrase_after(self, i: int, *, within: int = 3) -> Phrase | None:
        """The first phrase that begins at token ``i`` or at most ``within`` adverbs and the like later."""
        at = bisect_left(self._phrase_firsts, i)
        if at == len(self.phrases) or self.phrases[at].first - i > within:
            return None
        phrase = self.phrases[at]
        stepped = all(tag in ("ADV", "PART", "ADP") for tag in self.upos[i : phrase.first])
        crossed = any(word in _SUBORDINATING for word in self.lower[i : phrase.first])
        return phrase if stepped and not crossed else None

    def extended(self, phrase: Phrase) -> Span:
        """The phrase with its "of …" and "from …" parts: "a senior commander from the brigade"."""
        end = phrase.end
        if phrase.first and self.lower[phrase.first - 1] in _TAKING_OF and self.lower[end : end + 1] == ("of",):
            return self.span(phrase.first, end)
        while end + 1 < len(self) and self.lower[end] in _OF_LIKE:
            following = self.phrase_after(end + 1, within=0)
            if following is None:
                break
            end = following.end
        return self.span(phrase.first, end)

    def is_passive(self, verb: int) -> bool:
        """Whether the verb at ``verb`` is a passive participle: "was killed", "soldiers killed in …"."""
        i = verb - 1
        while i >= 0 and self.upos[i] == "ADV":
            i -= 1
        if i < 0 or self.lower[verb].endswith("ing"):
            return False
        participle = self.lower[verb].endswith(_PARTICIPLES)
        if self.lower[i] in BE:
            return participle or self.lower[i] != "'s"  # "it's said" may be "it has said"
        if not participle:
            return False
        after = self.lower[verb + 1] if verb + 1 < len(self) else "."
        if self.lower[verb + 1 : verb + 3] in _BOUNDS:
            return False  # "police detained at least 15 people"
        reduced = self.upos[i] in ("NOUN", "PROPN") and i == verb - 1 and self.lower[verb] not in _INTRANSITIVE
        if after in ("in", "on", "by") and self.upos[verb + 2 : verb + 3] in ((), ("PUNCT",)):
            return False  # "gunmen stormed in, …"
        closing = self.phrase_at(i) if reduced else None
        if closing is not None and closing.first and self.lower[closing.first - 1] in RELATIVE:
            return False  # "the camp which rebels attacked, …"
        return reduced and after in ("by", "in", "on", "at", "during", "when", "near", "was", "were", ".", ",", "after")

    def subject_of(self, verb: int) -> Phrase | None:
        """The phrase that the verb group at ``verb`` has as its grammatical subject, read from word order.

        A relative pronoun leads to the phrase before it; a comma-bracketed insertion is stepped over.
        """
        i = verb - 1
        while i >= 0 and (self.upos[i] in ("AUX", "ADV", "PART") or self.lower[i] in _BEFORE_VERB):
            i -= 1
        if i >= 0 and self.lower[i] in RELATIVE:
            return self.antecedent(i)
        if i >= 0 and self.lower[i] == "," and self.lower[verb].endswith("ing"):
            return self._subject_before(i)
        if i > 0 and self.lower[i] == "and" and i == verb - 1 and not self.lower[verb].endswith("ing"):
            return self._subject_shared(i)
        if i >= 0 and self.lower[i] in (",", "–", "—", ")"):
            before = self._before_insertion(i)
            return self.chain_head(before) if before is not None else None
        if i >= 0 and self.upos[i] == "VERB" and i < verb - 1 and "to" in self.lower[i + 1 : verb]:
            return self.subject_of(i)  # "plans to attack"
        if i > 0 and self.lower[i] in ("of", "from") and self.lower[verb].endswith("ing"):
            return self.phrase_at(i - 1)  # "accused rebels of shelling"
        adjacent = self.phrase_at(i) if i >= 0 else None
        if adjacent is None:
            return None
        return self._before_relative(adjacent) or self.chain_head(adjacent)

    def _before_relative(self, closing: Phrase) -> Phrase | None:
        """The phrase whose relative clause ends with ``closing``: "The group" in "The group that bombed Aden fled"."""
        verbs = 0
        for i in range(closing.first - 1, max(0, closing.first - _RELATIVE_REACH), -1):
            word, tag = self.lower[i], self.upos[i]
            if word in RELATIVE and self.upos[i - 1] in _HEADS:
                return self.antecedent(i) if verbs == 1 else None
            if self.binds(i):
                return None
            verbs += tag == "VERB" and not word.endswith("ing")
        return None

    def binds(self, i: int) -> bool:
        """Whether a verb behind token ``i`` may be of the same clause as one before it, or of a clause inside it."""
        if self.lower[i] in _BINDING:
            return True
        tells = self.upos[i] == "VERB" and self.lower[i] in cue_acts()
        return tells and self.upos[i + 1 : i + 2] not in (("ADP",), ("PART",))  # "said …", not "linked to …"

    def _subject_shared(self, conjunction: int) -> Phrase | None:
        """Whose two verbs a conjunction joins: "Rebels" in "Rebels shelled Aden and fled"; None behind a passive."""
        for i in range(conjunction - 1, max(-1, conjunction - _RELATIVE_REACH), -1):
            if self.lower[i] in (",", ";", ":", "that", "who", "which", "when", "where", "after", "as", "while"):
                return None
            if self.upos[i] == "VERB" and not self.lower[i].endswith("ing") and (not i or self.lower[i - 1] != "to"):
                return None if self.is_passive(i) else self.subject_of(i)
        return None

    def _subject_before(self, comma: int) -> Phrase | None:
        """Who does what a participle behind the comma tells: "gunmen" in "Gunmen stormed in, killing a guard"."""
        for i in range(comma - 1, max(-1, comma - _RELATIVE_REACH), -1):
            if self.upos[i] != "VERB" or self.lower[i].endswith("ing") or (i and self.lower[i - 1] == "to"):
                continue
            return self.phrase_behind("by", i + 1, comma) if self.is_passive(i) else self.subject_of(i)
        return None

    def _before_insertion(self, comma: int) -> Phrase | None:
        """The phrase before the insertion that closes at ``comma``: "X, an armed group …, died"."""
        opener = {")": "(", ",": ",", "–": "–", "—": "—"}[self.lower[comma]]
        for i in range(comma - 1, 0, -1):
            if self.lower[i] == opener:
                return self.phrase_at(i - 1)
        return None

    def chain_head(self, phrase: Phrase) -> Phrase:
        """The phrase on which ``phrase`` hangs by prepositions: "a spokesperson" in "a spokesperson for the army"."""
        while phrase.first > 1 and self.lower[phrase.first - 1] in _CHAINING | {"and"}:
            outer = self.phrase_at(phrase.first - 2)
            if self.lower[phrase.first - 1] == "and" and (
                outer is None or outer.first == 0 or self.lower[outer.first - 1] != "between"
            ):
                return phrase
            if outer is None or outer.end != phrase.first - 1:
                return phrase
            phrase = outer
        return phrase

    def relative_object(self, verb: int) -> Phrase | None:
        """What a relative clause with a subject of its own is about: "the group in Iraq that the Pentagon linked …".

        A locative part between the phrase and the pronoun is stepped over.
        """
        subject = self.subject_of(verb)
        if subject is None or subject.first == 0 or self.lower[subject.first - 1] not in RELATIVE:
            return None
        return self.antecedent(subject.first - 1)

    def antecedent(self, pronoun: int) -> Phrase | None:
        """The phrase that a relative pronoun stands for, past "in Iraq" and the like."""
        i = pronoun - 1
        if i >= 0 and self.lower[i] == ",":
            i -= 1
        phrase = self.phrase_at(i) if i >= 0 else None
        while (
            phrase is not None and phrase.first > 0 and self.lower[phrase.first - 1] in ("in", "at", "near", "on", "of")
        ):
            outer = self.phrase_at(phrase.first - 2)
            if outer is None:
                break
            phrase = outer
        return phrase

    def object_of(self, verb: int) -> Phrase | None:
        """The phrase right behind the verb."""
        if self.lower[verb + 1 : verb + 3] in _BOUNDS:
            return self.phrase_after(verb + 3, within=0)
        if verb + 1 < len(self) and self.upos[verb + 1] == "ADP":
            return None
        return self.phrase_after(verb + 1, within=2)

    def phrase_behind(self, preposition: str, start: int, end: int) -> Phrase | None:
        """The phrase behind the first ``preposition`` between the tokens ``start`` and ``end``."""
        for i in range(start, min(end, len(self) - 1)):
            if self.lower[i] == preposition:
                return self.phrase_after(i + 1, within=0)
            if self.upos[i] in ("VERB", "AUX"):
                return None
        return None


class Reading:
    """All sentences of one article, and where in them a character stands."""

    def __init__(self, text: str, annotations: Annotations) -> None:
        self.text = text
        self.annotations = annotations
        self.uncased = text == text.lower()
        self.sentences = tuple(SentenceReading(text, s, i) for i, s in enumerate(annotations.sentences))
        self._starts = [s.sentence.span.start for s in self.sentences]

    def sentences_of(self, span: Span) -> range:
        """The indices of the sentences that share a character with ``span``."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self.sentences) and self.sentences[first].sentence.span.end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def sentence_at(self, position: int) -> SentenceReading | None:
        """The sentence that holds the character at ``position``."""
        i = bisect_right(self._starts, position) - 1
        if i < 0 or position >= self.sentences[i].sentence.span.end:
            return None
        return self.sentences[i]

    @cached_property
    def _predicates(self) -> dict[int, Predicate]:
        return {predicate.span.start: predicate for predicate in self.annotations.predicates}

    def predicate_at(self, span: Span) -> Predicate | None:
        """The annotator's predicate that stands on the words of ``span``."""
        for start in range(span.start, span.end):
            if start in self._predicates:
                return self._predicates[start]
        return None
