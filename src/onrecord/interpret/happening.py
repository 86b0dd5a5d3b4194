"""Whether an event happened: polarity, realis and tense, from the words around its trigger."""

from onrecord.core.lexicon import Stance
from onrecord.core.ontology import Polarity, Realis, Tense
from onrecord.interpret.reading import BE, SentenceReading
from onrecord.interpret.triggers import Hit

_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_PLANNING = frozenset(
    """plan plans planned planning intend intends intended prepare prepares prepared preparing threaten threatens
    threatened threatening vow vows vowed vowing promise promised aim aims aimed want wants pledge pledged
    scheduled due set expected ready order ordered""".split()
)
_HYPOTHETICAL = frozenset(
    {"if", "unless", "could", "would", "might", "may", "should", "possible", "potential", "whether"}
)
_NEGATING = frozenset({"not", "n't", "never", "no", "without", "neither", "nor"})
_FOILED = frozenset(
    """thwarted foiled averted prevented avert prevent foil thwart avoid avoided halt stop stopping refrain
    ending""".split()
)
_RISKS = frozenset("cycle circle source risk threat danger prospect spiral fear fears spectre possibility".split())
_HABITUAL = frozenset(
    """frequent repeated regular routine daily recurring recurrent constant continual often usually regularly
    repeatedly routinely sporadic near-daily such further future more""".split()
)


def polarity_of(hit: Hit) -> Polarity:
    """Negative where the trigger is negated in its own phrase or verb group ("no attack", "did not shell")."""
    sentence = hit.sentence
    if hit.verbal:
        i = hit.head - 1
        while i >= 0 and sentence.upos[i] in ("AUX", "ADV", "PART", "VERB"):
            if sentence.lower[i] in _NEGATING:
                return Polarity.NEGATIVE
            i -= 1
        return Polarity.POSITIVE
    phrase = sentence.phrase_at(hit.head)
    first = phrase.first if phrase else hit.first
    before = sentence.lower[first - 1] if first else ""
    own = sentence.lower[first : hit.first]
    return Polarity.NEGATIVE if "no" in own or before in ("no", "without") else Polarity.POSITIVE


def realis_of(hit: Hit, stance: Stance | None, *, counted: bool) -> Realis:
    """Actual unless the words plan, suppose or generalise; ``counted`` says that it has a toll, a time or a number."""
    before = _words_before(hit.sentence, hit)
    if any(word in _HYPOTHETICAL for word in before):
        return Realis.HYPOTHETICAL
    said = _by_own_words(hit)
    if said is not None:
        return said
    if any(word in _FUTURE or word in _PLANNING for word in before) or (hit.verbal and "to" in before[-1:]):
        return Realis.PLANNED
    if any(word in _FOILED for word in before) or (before[-1:] == ("of",) and before[-2:-1] and before[-2] in _RISKS):
        return Realis.HYPOTHETICAL
    if stance is Stance.ANTICIPATES and not _is_past(hit):
        return Realis.PLANNED
    if stance is Stance.ASKS:
        return Realis.HYPOTHETICAL
    return Realis.GENERIC if not counted and _is_habit(hit) else Realis.ACTUAL


def _by_own_words(hit: Hit) -> Realis | None:
    """What adjectives and the verb of a noun say of it: "the planned attack", "talks are scheduled"; None where none.

    For a verb: whether somebody was kept from it ("stopped Israel from bombing").
    """
    sentence = hit.sentence
    if hit.verbal:
        kept = sentence.lower[max(0, hit.first - _FROM_REACH) : hit.first]
        return Realis.HYPOTHETICAL if kept[-1:] == ("from",) and any(word in _KEEPING for word in kept) else None
    phrase = sentence.phrase_at(hit.head)
    own = sentence.lower[phrase.first if phrase is not None else hit.first : hit.first]
    behind = _verb_group_behind(sentence, phrase.end if phrase is not None else hit.end)
    modal = behind[:1]
    if any(word in _UNREAL for word in own) or any(word in _UNREAL for word in behind):
        return Realis.HYPOTHETICAL
    if any(word in _AHEAD for word in own) or (behind[-1:] and behind[-1] in _AHEAD and set(behind[:-1]) & BE):
        return Realis.PLANNED
    if not behind or behind[-1] not in _GOING_ON:
        return None
    if modal[0] in _FUTURE:
        return Realis.PLANNED
    return Realis.HYPOTHETICAL if modal[0] in _HYPOTHETICAL else None


def _verb_group_behind(sentence: SentenceReading, i: int) -> tuple[str, ...]:
    """The verb group whose subject ends at token ``i``, its prepositional parts stepped over; empty where none."""
    first = i
    while i < len(sentence) and (sentence.upos[i] == "ADP" or (i > first and sentence.lower[i] == "and")):
        phrase = sentence.phrase_after(i + 1, within=0)
        if phrase is None:
            return ()
        i = phrase.end
    end = i
    while end < len(sentence) and sentence.upos[end] in ("AUX", "ADV", "PART", "VERB"):
        end += 1
        if sentence.upos[end - 1] == "VERB":
            return sentence.lower[i:end]
    return ()


# How far back "from" may have its verb: "stopped the Israeli air force from bombing".
_FROM_REACH = 7
_KEEPING = frozenset(
    """stop stops stopped stopping keep keeps kept keeping prevent prevents prevented preventing deter deters deterred
    block blocks blocked bar bars barred dissuade dissuaded refrain refrained save saved discouraged""".split()
)
_UNREAL = frozenset(
    """possible potential hypothetical feared foiled thwarted averted aborted prevented would-be cancelled canceled
    called-off""".split()
)
_AHEAD = frozenset("planned scheduled upcoming expected impending imminent forthcoming proposed intended due".split())
_GOING_ON = frozenset("continue begin start take resume happen follow come go be intensify last held carried".split())


def tense_of(hit: Hit) -> Tense:
    """Past unless the verb group says otherwise; a noun takes the past, as news does."""
    before = _words_before(hit.sentence, hit)
    if any(word in _FUTURE for word in before):
        return Tense.FUTURE
    if hit.verbal and hit.sentence.lower[hit.head].endswith("ing") and any(w in BE - {"being"} for w in before[-3:]):
        return Tense.ONGOING
    return Tense.PAST


def _words_before(sentence: SentenceReading, hit: Hit) -> tuple[str, ...]:
    """The verb group of the trigger, or the verb that governs a noun: at most five words to the left, one clause."""
    phrase = None if hit.verbal else sentence.phrase_at(hit.head)
    end = phrase.first if phrase else hit.first
    first = end
    while first > 0 and end - first < 5:
        word, tag = sentence.lower[first - 1], sentence.upos[first - 1]
        if word in (",", ";", ":") or word in ("that", "who", "which") or word in _LATER:
            break
        if hit.verbal and tag in ("NOUN", "PROPN", "PRON", "NUM") and end - first >= 1:
            break
        first -= 1
    return sentence.lower[first:end]


# Words that tell of what a planned thing comes after: "threatened Hamas after an attack".
_LATER = frozenset("after since following amid despite because before".split())


def _is_past(hit: Hit) -> bool:
    return hit.verbal and hit.sentence.lower[hit.head].endswith(("ed", "t", "ck", "led"))


def _is_habit(hit: Hit) -> bool:
    """A bare plural ("attacks on aid workers"), or one that is called frequent."""
    if not hit.plural:
        return False
    sentence = hit.sentence
    phrase = sentence.phrase_at(hit.head)
    first, end = (phrase.first, phrase.end) if phrase is not None else (hit.first, hit.end)
    if any(word in _HABITUAL for word in sentence.lower[max(0, first - 1) : hit.first]):
        return True
    if any(tag in ("DET", "NUM") for tag in sentence.upos[first : hit.first]):
        return False
    return not (_is_past_verb(sentence, first - 1) or _is_past_verb(sentence, end))


def _is_past_verb(sentence: SentenceReading, i: int) -> bool:
    """Whether token ``i`` is a finite verb in the past: "were heard", "broke out", "imposed"."""
    if not 0 <= i < len(sentence) or sentence.upos[i] not in ("VERB", "AUX"):
        return False
    word = sentence.lower[i]
    return word.endswith("ed") or word in _PAST_FORMS


_PAST_FORMS = frozenset(
    """was were had did broke began took left struck hit shook rocked fell came held shot fought made sent set met
    caught drove saw put cut""".split()
)
