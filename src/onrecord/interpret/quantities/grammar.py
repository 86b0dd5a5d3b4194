"""Small questions about the words around a count: is the verb passive, is this still the same clause."""

from onrecord.interpret.quantities.counts import Count
from onrecord.interpret.quantities.words import BE, HARM_WORDS, HAVE, LINKS, Shape

_NEAR = 6  # tokens between "were" and its participle: "were later reported to have been"
_FLIGHT = frozenset(
    "home homes house houses village villages fighting violence conflict country war area areas border bombardment"
    " shelling region city town camp camps province neighbouring neighboring abroad offensive clashes".split()
)
_NEW_CLAUSE = frozenset("said says told that when after and but while".split())
_PAUSES = frozenset({";", ":", "“", "”", '"'})


def is_passive(lower: list[str], trigger: int) -> bool:
    """Whether a form of "be" belongs to the participle: "were killed", "was shot and killed"."""
    for index in range(trigger - 1, max(-1, trigger - _NEAR), -1):
        word = lower[index]
        if word in BE:
            return True
        between = word in LINKS or word in HARM_WORDS or word.endswith("ly") or word in ("and", "or", ",")
        if not between:
            return False
    return False


def is_clause_verb(lower: list[str], trigger: int) -> bool:
    """Whether the word is the verb of a clause, so that its subject may stand far before it."""
    known = HARM_WORDS.get(lower[trigger])
    if lower[trigger] == "lives" or (known is not None and known.shape is Shape.INTRANSITIVE):
        return True
    return is_passive(lower, trigger) or has_before(lower, trigger, HAVE, 2)


def has_verb_after(lower: list[str], stop: int) -> bool:
    """Whether a count that ends at ``stop`` has a verb of harm of its own: "… and 12 people were injured"."""
    if stop >= len(lower):
        return False
    if lower[stop] in BE | HAVE:
        return True
    known = HARM_WORDS.get(lower[stop])
    return known is not None and known.shape in (Shape.PARTICIPLE, Shape.INTRANSITIVE, Shape.STATE)


def has_before(lower: list[str], position: int, wanted: frozenset[str], reach: int) -> bool:
    """Whether one of the words stands among the ``reach`` words before ``position``."""
    return any(word in wanted for word in lower[max(0, position - reach) : position])


def tells_of_flight(lower: list[str], trigger: int) -> bool:
    """Whether "fled" is followed by what people are driven from: "their homes", "the fighting"."""
    return any(word in _FLIGHT for word in lower[trigger + 1 : trigger + 9])


def one_clause(lower: list[str], count: Count, trigger: int) -> bool:
    """Whether count and word belong together: no other verb between them, unless within commas."""
    between = lower[count.stop : trigger]
    if any(word in _PAUSES for word in between):
        return False
    outside = _without_insertions(between)
    for index, word in enumerate(outside):
        harms = word in HARM_WORDS and word != "missing" and HARM_WORDS[word].shape is not Shape.NOUN
        told = count.singular and word.endswith("ed") and len(word) > 4 and outside[index - 1 : index] != [","]
        if harms or told or word in _NEW_CLAUSE:
            return False
    return outside[:1] != [","] or is_resumed(lower, count, trigger)


def is_resumed(lower: list[str], count: Count, trigger: int) -> bool:
    """Whether a comma closes an insertion right before the word, and the count opens the clause."""
    before = lower[trigger - 1]
    if before != "," and not (before in LINKS and "," in lower[count.stop : trigger]):
        return False
    return count.start == 0 or lower[count.start - 1] in (",", "“", '"', ":", "that", "and")


def _without_insertions(words: list[str]) -> list[str]:
    """The words without what stands between two commas."""
    commas = [index for index, word in enumerate(words) if word == ","]
    if len(commas) < 2:
        return words
    return words[: commas[0]] + words[commas[-1] + 1 :]
