"""Which words of a sentence belong to which clause, as far as word order and commas tell.

Clause 0 is the main clause. A relative pronoun behind a noun opens a clause; a comma with a verb right behind it
closes all that are open ("…, that the ministry linked to an attack that killed three in Jordan, died …"), and so does
a second verb that nothing ties to the first ("the group that bombed Aden attacked Taiz").
"""

from functools import lru_cache

from onrecord.interpret.reading import RELATIVE, SentenceReading

_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday week month statement reporters
    interview""".split()
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@lru_cache(maxsize=64)  # asked for once a trigger, sentence by sentence
def clause_ids(sentence: SentenceReading) -> tuple[int, ...]:
    """The number of the clause of each token."""
    ids: list[int] = []
    around: dict[int, int] = {}  # by relative clause, the clause that holds it
    verbal: set[int] = set()  # clauses that have their verb
    bound: set[int] = set()  # clauses in which a second verb may follow
    current, opened = 0, 0
    for i, word in enumerate(sentence.lower):
        if opens_relative(sentence, i):
            opened += 1
            around[opened] = current
            current = opened
            ids.append(current)
            continue
        if word in (",", "–", "—", ")") and current and _resumes(sentence, i + 1):
            current = 0
        elif word == ";":
            opened += 1
            current = opened
        elif current in around and _begins_finite(sentence, i):
            while current in verbal and current in around and current not in bound:
                current = around[current]
            verbal.add(current)
        if sentence.binds(i):
            bound.add(current)
        ids.append(current)
    return tuple(ids)


def _begins_finite(sentence: SentenceReading, i: int) -> bool:
    """Whether a finite verb group begins at token ``i``, as far as its form and the word before it tell."""
    if sentence.upos[i] not in ("VERB", "AUX") or sentence.lower[i].endswith("ing"):
        return False
    before, word = (sentence.upos[i - 1], sentence.lower[i - 1]) if i else ("PUNCT", "")
    if before in ("AUX", "PART") or word == "to":
        return False
    if before == "VERB":
        return sentence.upos[i] == "AUX" or sentence.lower[i].endswith("ed")
    if before == "ADV" and i > 1 and sentence.upos[i - 2] in ("AUX", "PART"):
        return False
    phrase = sentence.phrase_at(i)
    return (phrase is None or phrase.head <= i) and (sentence.upos[i] == "AUX" or not sentence.is_passive(i))


def opens_relative(sentence: SentenceReading, i: int) -> bool:
    """Whether token ``i`` is a relative pronoun: "that" behind a noun and before a verb or a subject."""
    word = sentence.lower[i]
    if word not in RELATIVE or i == 0:
        return False
    before = i - 1
    if sentence.lower[before] == ",":
        before -= 1
    if before < 0 or sentence.upos[before] not in _NOMINAL:
        return False
    if sentence.lower[before] in _TIME_WORDS:  # "said on Thursday that …"
        return False
    if word != "that":
        return True
    following = sentence.upos[i + 1] if i + 1 < len(sentence) else "PUNCT"
    return (
        following in ("VERB", "AUX", "DET", "PROPN", "PRON", "NOUN", "ADV", "ADJ", "NUM")
        and sentence.lower[before] != ","
    )


def _resumes(sentence: SentenceReading, i: int) -> bool:
    """Whether a main clause goes on at token ``i`` after an insertion."""
    if i >= len(sentence):
        return False
    tag = sentence.upos[i]
    return tag == "AUX" or (tag == "VERB" and not sentence.lower[i].endswith("ing"))
