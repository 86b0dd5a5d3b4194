"""The words that tell of an event, from the table of kinds; the longest listed phrase decides.

A generic word is made specific by the instrument in its phrase: "strikes by drones" is a drone strike. Words with a
peaceful sense count only where the sentence shows the other one.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.core.lexicon import EventKind, event_kinds
from onrecord.core.spans import Span
from onrecord.interpret.reading import SentenceReading

# Words whose peaceful sense is common, and the words beside them that give it away.
_PEACEFUL_BESIDE: dict[str, frozenset[str]] = {
    "strike": frozenset(
        """deal balance chord agreement workers union unions teachers doctors nurses drivers staff pay wages wage
        labour labor unionists railway pilots lecturers miners hunger general on""".split()
    ),
    "hit": frozenset("drought record low high target song inflation headlines hard economy".split()),
    "target": frozenset("inflation growth audience goals emissions voters customers price".split()),
    "capture": frozenset("attention imagination photo video footage camera moment".split()),
    "fight": frozenset("corruption poverty disease cancer inflation fire fires wildfire climate".split()),
    "battle": frozenset("legal court cancer disease blaze fire fires".split()),
    "execute": frozenset("plan plans order orders search warrant project programme program".split()),
    "rally": frozenset("stocks shares markets prices price".split()),
    "sign": frozenset("language signs sign-up".split()),
    "free": frozenset("trade press speech".split()),
    "attack": frozenset("heart panic asthma".split()),
    "shoot": frozenset("film video documentary photo photos scene".split()),
    "meet": frozenset("demand demands target targets needs deadline requirements standards criteria".split()),
    "trial": frozenset("clinical vaccine drug".split()),
    "visit": frozenset("website page".split()),
    "sentence": frozenset("grammar paragraph".split()),
    "quit": frozenset("smoking".split()),
    "release": frozenset(
        """statement statements report reports video videos footage figures data results result photo photos film
        album details list findings names toll""".split()
    ),
}
_STEMS = {
    "strike": ("strike", "strikes", "struck", "striking"),
    "hit": ("hit", "hits", "hitting"),
    "target": ("target", "targets", "targeted", "targeting"),
    "capture": ("capture", "captures", "captured", "capturing"),
    "fight": ("fight", "fights", "fought", "fighting"),
    "battle": ("battle", "battles", "battled", "battling"),
    "execute": ("execute", "executes", "executed", "executing"),
    "rally": ("rally", "rallies", "rallied", "rallying"),
    "sign": ("sign", "signs", "signed", "signing"),
    "free": ("free", "freed", "frees", "freeing"),
    "attack": ("attack", "attacks"),
    "shoot": ("shoot", "shot", "shooting", "shoots"),
    "meet": ("meet", "meets", "met", "meeting"),
    "trial": ("trial", "trials"),
    "visit": ("visit", "visits", "visited", "visiting"),
    "sentence": ("sentence", "sentences", "sentenced"),
    "quit": ("quit", "quits", "quitting"),
    "release": ("release", "releases", "released", "releasing"),
}
_STEM_OF = {form: stem for stem, forms in _STEMS.items() for form in forms}
# How many tokens around a word its peaceful sense shows in.
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One trigger: tokens ``first`` to ``end`` of ``sentence``; ``head`` is the token that the grammar hangs on."""

    sentence: SentenceReading
    first: int
    end: int
    head: int
    kind: EventKind
    verbal: bool
    told_as: EventKind  # the kind of the word alone, before its instrument made it specific
    instrument: Span | None = None

    @property
    def span(self) -> Span:
        """The words of the trigger."""
        return self.sentence.span(self.first, self.end)

    @property
    def plural(self) -> bool:
        """Whether a noun trigger is in the plural, so that it may tell of a habit."""
        return not self.verbal and self.sentence.lower[self.head].endswith("s")


@lru_cache(maxsize=64)  # asked for once a role, sentence by sentence
def find_triggers(sentence: SentenceReading) -> tuple[Hit, ...]:
    """Every trigger of the sentence, none overlapping another."""
    hits: list[Hit] = []
    i = 0
    while i < len(sentence):
        hit = _hit_at(sentence, i)
        if hit is None:
            i += 1
        else:
            hits.append(hit)
            i = hit.end
    return tuple(hits)


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], EventKind, bool]]]:
    table: dict[str, list[tuple[tuple[str, ...], EventKind, bool]]] = {}
    for kind in event_kinds().values():
        for verbal, phrases in ((False, kind.nouns), (True, kind.verbs)):
            for phrase in phrases:
                table.setdefault(phrase[0], []).append((phrase, kind, verbal))
    for listed in table.values():
        listed.sort(key=lambda entry: (-len(entry[0]), entry[2], entry[1].kind))
    return table


def _hit_at(sentence: SentenceReading, i: int) -> Hit | None:
    for phrase, kind, verbal in _by_first_word().get(sentence.lower[i], ()):
        end = i + len(phrase)
        if sentence.lower[i:end] != phrase:
            continue
        head = i if verbal else _noun_head(sentence, i, end, phrase)
        if not _has_part_of_speech(sentence, head, end, verbal=verbal, phrase=phrase):
            continue
        if _is_peaceful(sentence, i, end):
            continue
        hit = _specific(sentence, Hit(sentence, i, end, head, kind, verbal, kind))
        if verbal and hit.kind.kind == kind.kind and sentence.lower[i] in kind.needs_instrument:
            continue
        return hit
    return None


def _noun_head(sentence: SentenceReading, i: int, end: int, phrase: tuple[str, ...]) -> int:
    """The last noun of the phrase, leaving out a closing preposition ("seizure of")."""
    return end - 2 if len(phrase) > 1 and phrase[-1] in ("of", "on") else end - 1


def _has_part_of_speech(
    sentence: SentenceReading, head: int, end: int, *, verbal: bool, phrase: tuple[str, ...]
) -> bool:
    tag = sentence.upos[head]
    if verbal:
        if _modifies(sentence, head):
            return False
        return tag == "VERB" or (tag == "ADJ" and sentence.lower[head].endswith("ed"))
    return len(phrase) > 1 or tag in ("NOUN", "PROPN")


def _modifies(sentence: SentenceReading, verb: int) -> bool:
    """Whether a verb form stands as an adjective or a noun: "displaced people", "visiting the wounded"."""
    phrase = sentence.phrase_at(verb)
    if phrase is not None and phrase.head > verb:
        return True
    return verb > 0 and sentence.upos[verb - 1] == "DET"


def _is_peaceful(sentence: SentenceReading, first: int, end: int) -> bool:
    if end - first > 1:
        return False
    stem = _STEM_OF.get(sentence.lower[first])
    if stem is None:
        return False
    around = (*sentence.lower[max(0, first - _BESIDE) : first], *sentence.lower[end : end + _BESIDE])
    beside = _PEACEFUL_BESIDE[stem]
    if stem == "strike":
        before = sentence.lower[first - 1] if first else ""
        return before in ("on", "general", "hunger") or any(word in beside - {"on", "general"} for word in around)
    return any(word in beside for word in around)


@cache
def _instruments() -> dict[str, list[tuple[tuple[str, ...], EventKind]]]:
    """The instruments by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], EventKind]]] = {}
    for kind in event_kinds().values():
        for phrase in kind.instruments:
            table.setdefault(phrase[0], []).append((phrase, kind))
    for listed in table.values():
        listed.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return table


@lru_cache(maxsize=64)
def _instruments_in(sentence: SentenceReading) -> tuple[tuple[int, tuple[str, ...], EventKind], ...]:
    """Every instrument that the sentence names: its first token, its words, the kind that it makes; longest first."""
    found = [
        (i, phrase, kind)
        for i, word in enumerate(sentence.lower)
        for phrase, kind in _instruments().get(word, ())
        if sentence.lower[i : i + len(phrase)] == phrase
    ]
    return tuple(sorted(found, key=lambda entry: (-len(entry[1]), entry[1], entry[0])))


def _specific(sentence: SentenceReading, hit: Hit) -> Hit:
    """The hit with the kind that the instrument in its clause gives it, and the words of the instrument."""
    for position, phrase, kind in _instruments_in(sentence):
        if kind.family != hit.kind.family or not (hit.kind.generic or hit.kind.kind == kind.kind):
            continue
        if _is_instrument_of(sentence, hit, position, len(phrase)):
            span = sentence.span(position, position + len(phrase))
            return Hit(sentence, hit.first, hit.end, hit.head, kind, hit.verbal, hit.told_as, span)
    return hit


def _is_instrument_of(sentence: SentenceReading, hit: Hit, i: int, length: int) -> bool:
    """Whether the instrument at token ``i`` is in the trigger's phrase, is its subject, or stands behind "by"."""
    own = sentence.phrase_at(hit.head)
    if hit.first <= i < hit.end or (own is not None and not hit.verbal and own.first <= i < own.end):
        return True
    if hit.verbal and any(i in sentence.tokens_in(span) for span in _arguments_by_order(sentence, hit)):
        return True
    led_by = sentence.phrase_at(i)
    before = led_by.first - 1 if led_by else i - 1
    if before >= hit.end and sentence.lower[before] in ("by", "with", "using") and before - hit.end < 8:
        return True
    if hit.verbal or i >= hit.first:
        return False
    between = sentence.lower[i + length : hit.first]
    return len(between) <= 6 and set(between) <= _COORDINATED


def _arguments_by_order(sentence: SentenceReading, hit: Hit) -> list[Span]:
    """The subject of a verbal trigger, and its object where the verb needs an instrument ("fired rockets")."""
    subject = sentence.subject_of(hit.head)
    found = [sentence.extended(subject)] if subject is not None else []
    if sentence.lower[hit.first] in hit.kind.needs_instrument:
        behind = sentence.object_of(hit.end - 1)
        if behind is not None:
            found.append(sentence.extended(behind))
    return found


_COORDINATED = frozenset({"and", "or", ",", "&"}) | frozenset(
    {"drone", "missile", "rocket", "artillery", "air", "mortar"}
)
