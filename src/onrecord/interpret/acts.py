"""Which act a cue shows: "denounced" condemns, "claimed responsibility" claims responsibility, "said" says.

Longer cues decide before single words, and a cue that is negated is another act: who "could not confirm" a death
denies knowledge of it.
"""

import re
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


def act_by_content(act: SpeechAct, content: list[str]) -> SpeechAct:
    """The act that plain saying does by what is said: "said the army was behind it" accuses.

    Cues that show an act of their own keep it; the patterns are tried in order, and the first that fits decides.
    """
    if act.act not in (Act.SAY, Act.REPORT, Act.DENY):
        return act
    words = " ".join(content)
    for wanted, pattern in _SHOWN_BY_CONTENT[act.act is Act.DENY]:
        if pattern.search(words):
            return speech_acts()[wanted]
    return act


def _compiled(*patterns: tuple[Act, str]) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    return tuple((act, re.compile(pattern, re.IGNORECASE)) for act, pattern in patterns)


_OWN = r"(?:we|our (?:forces|fighters|men|troops|units|brothers|mujahideen)|its (?:forces|fighters|men|troops|members))"
_DOING = (
    r"(?:attacked|struck|targeted|fired|shelled|ambushed|killed|carried out|conducted|launched|hit|destroyed|detonated)"
)
# By whether the cue is a denial.
_SHOWN_BY_CONTENT = {
    True: _compiled(
        (
            Act.DENY_RESPONSIBILITY,
            r"responsib|involve|behind|carry(?:ing)? out|carried out|any (?:role|part|hand|link)",
        ),
        (Act.DENY_RESPONSIBILITY, r"^(?:that )?(?:it|they|he|its|their|the (?:army|group))\b.*\b(?:had|have|has)\b"),
        (Act.DENY_RESPONSIBILITY, r"^(?:targeting|killing|shelling|attacking|firing|striking|bombing)"),
    ),
    False: _compiled(
        (
            Act.DENY_RESPONSIBILITY,
            r"\b(?:nothing to do with|not (?:responsible|behind|involved)|no (?:role|part|hand) in)",
        ),
        (Act.DENY_KNOWLEDGE, r"\b(?:not aware of|no (?:information|knowledge)|do(?:es)? not know|did not know)\b"),
        (Act.CLAIM_RESPONSIBILITY, rf"\b{_OWN}\b(?:\W+\w+){{0,3}}?\W+{_DOING}\b"),
        (Act.CONDEMN, r"\b(?:cowardly|heinous|barbaric|outrage|shameful|unacceptable|war crime|crime against|condemn)"),
        (
            Act.ACCUSE,
            r"\b(?:(?:was|were|is|are) (?:behind|responsible for|to blame)|guilty of|responsibility (?:lies|rests))",
        ),
        (
            Act.THREATEN,
            r"\b(?:will pay|pay (?:a|the) price|revenge|avenge|hunt (?:down|you)|retaliat|will be legitimate)",
        ),
        (Act.PROMISE, r"\b(?:I|we)(?: will|'ll|’ll| shall)\b|\bwould (?:be punished|bring|continue to)\b"),
        (
            Act.DEMAND,
            r"\b(?:must|should|needs? to|has to|have to) (?:be|stop|end|cease|release|investigate|hand|leave)",
        ),
        (Act.EXPRESS, r"\b(?:condolences|our hearts|deeply (?:saddened|sorry)|mourn|grie(?:f|ve))"),
    ),
}


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
