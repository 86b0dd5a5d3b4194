"""Which act a cue shows: "denounced" condemns, "claimed responsibility" claims responsibility, "said" says.

Longer cues decide before single words, and a cue that is negated is another act: who "could not confirm" a death
denies knowledge of it.
"""

from functools import cache

from onrecord.core.lexicon import SpeechAct, cue_acts, speech_acts
from onrecord.core.ontology import Act
from onrecord.interpret.reading import SentenceReading

# Nouns that do as cues what their verb does ("in its denial", "the accusation came").
_NOUNS = {
    "denial": Act.DENY,
    "accusation": Act.ACCUSE,
    "allegation": Act.ACCUSE,
    "condemnation": Act.CONDEMN,
    "claim": Act.SAY,
    "claims": Act.SAY,
    "warning": Act.WARN,
    "threat": Act.THREATEN,
    "threats": Act.THREATEN,
    "promise": Act.PROMISE,
    "pledge": Act.PROMISE,
    "call": Act.APPEAL,
    "calls": Act.APPEAL,
    "appeal": Act.APPEAL,
    "demand": Act.DEMAND,
    "demands": Act.DEMAND,
    "praise": Act.PRAISE,
    "criticism": Act.CRITICISE,
    "statement": Act.SAY,
    "announcement": Act.SAY,
    "report": Act.REPORT,
    "reports": Act.REPORT,
    "confirmation": Act.CONFIRM,
    "prediction": Act.PREDICT,
    "admission": Act.ADMIT,
}
_NEGATING = frozenset({"not", "n't", "never", "neither", "nor", "without", "cannot"})
_NEGATED = {Act.CONFIRM: Act.DENY_KNOWLEDGE, Act.DENY: Act.CONFIRM, Act.REJECT: Act.SAY}
# How far behind the cue the rest of a longer cue may stand ("denied" … "responsibility").
_LOOK_AHEAD = 5


def phrase_at(sentence: SentenceReading, i: int) -> tuple[SpeechAct, int] | None:
    """The longest cue of several words that begins at token ``i``, and its length in tokens."""
    for phrase, act in _phrases_by_first_word().get(sentence.lower[i], ()):
        if sentence.lower[i : i + len(phrase)] == phrase:
            return act, len(phrase)
    return None


@cache
def _phrases_by_first_word() -> dict[str, list[tuple[tuple[str, ...], SpeechAct]]]:
    """The cues of several words by their first, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], SpeechAct]]] = {}
    for act in speech_acts().values():
        for phrase in act.phrases:
            by_first.setdefault(phrase[0], []).append((phrase, act))
    for listed in by_first.values():
        listed.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return by_first


def act_of(sentence: SentenceReading, cue: range) -> SpeechAct:
    """The act that the tokens of ``cue`` show; :attr:`Act.SAY` where no table knows them."""
    for i in cue:
        longer = phrase_at(sentence, i)
        if longer is not None:
            return longer[0]
    responsibility = _about_responsibility(sentence, cue)
    if responsibility is not None:
        return speech_acts()[responsibility]
    for i in cue:
        word = sentence.lower[i]
        act = cue_acts().get(word)
        if act is None and word in _NOUNS:
            act = speech_acts()[_NOUNS[word]]
        if act is not None:
            if is_negated(sentence, i) and act.act in _NEGATED:
                return speech_acts()[_NEGATED[act.act]]
            return act
    return speech_acts()[Act.SAY]


def _about_responsibility(sentence: SentenceReading, cue: range) -> Act | None:
    following = sentence.lower[cue[0] : cue[-1] + 1 + _LOOK_AHEAD]
    if "responsibility" not in following and "involvement" not in following:
        return None
    if any(
        word.startswith(("claim", "took", "take", "accept", "admit")) for word in sentence.lower[cue[0] : cue[-1] + 1]
    ):
        return Act.CLAIM_RESPONSIBILITY
    if any(word.startswith(("den", "reject", "disavow")) for word in sentence.lower[cue[0] : cue[-1] + 1]):
        return Act.DENY_RESPONSIBILITY
    return None


def is_negated(sentence: SentenceReading, i: int) -> bool:
    """Whether the verb at token ``i`` is negated within its verb group ("did not confirm")."""
    j = i - 1
    while j >= 0 and i - j <= 4 and sentence.upos[j] in ("AUX", "ADV", "PART", "VERB", "ADJ"):
        if sentence.lower[j] in _NEGATING:
            return True
        j -= 1
    return j >= 0 and sentence.lower[j] in _NEGATING
