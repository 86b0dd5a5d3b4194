"""Attributions that the wording alone shows: a listed cue, whoever stands as its subject, and what is said.

These rules stand in where the annotator found no attribution at a cue of the table, and know the plain shapes of
news English: "X said (that) …", "…, X said", "“…,” said X", "according to X", "…, adding that …", "X condemned …",
"that X linked to …". They leave out what fits none of them.
"""

from dataclasses import dataclass

from onrecord.core.annotations import Attribution
from onrecord.core.lexicon import SpeechAct, cue_acts
from onrecord.core.ontology import Act
from onrecord.core.spans import Span, trimmed
from onrecord.interpret.acts import is_negated, phrase_at
from onrecord.interpret.clauses import clause_ids
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import BE, RELATIVE, Phrase, SentenceReading

# What a rule is worth beside the annotator's own scores: of what these rules found by themselves in the coded samples,
# parts of speech by a CRF, 89 % was coded by hand too.
RULE_SCORE = 0.89
# Acts whose cue says all: "claimed responsibility".
WITHOUT_CONTENT = frozenset({Act.CLAIM_RESPONSIBILITY, Act.DENY_RESPONSIBILITY, Act.DENY_KNOWLEDGE})
_SKIPPED_TAGS = frozenset({"ADV", "PART"})
_ADDRESSED = frozenset({"told", "tell", "tells", "telling", "warned", "warn", "assured", "urged"})


@dataclass(frozen=True, slots=True)
class _Cue:
    act: SpeechAct
    first: int
    end: int


def find_attributions(sentence: SentenceReading, quotes: Quotes, known: tuple[Attribution, ...]) -> list[Attribution]:
    """Attributions at cues of ``sentence`` at which ``known`` has none."""
    found: list[Attribution] = []
    for cue in _cues(sentence):
        span = sentence.span(cue.first, cue.end)
        if any(attribution.cue.overlaps(span) for attribution in known) or _is_figure(sentence, cue, quotes):
            continue
        attribution = _attribution(sentence, cue, quotes, [*known, *found])
        if attribution is not None:
            found.append(attribution)
    return found


def _is_figure(sentence: SentenceReading, cue: _Cue, quotes: Quotes) -> bool:
    """Whether somebody quoted uses the verb of things: "the coalition threatens to drag us into a war"."""
    following = sentence.lower[cue.end : cue.end + 1]
    return (
        cue.act.act is Act.THREATEN
        and following == ("to",)
        and quotes.at(sentence.tokens[cue.first].span.start) is not None
    )


def _cues(sentence: SentenceReading) -> list[_Cue]:
    cues: list[_Cue] = []
    i = 0
    while i < len(sentence):
        longer = phrase_at(sentence, i)
        if longer is not None:
            cues.append(_Cue(longer[0], i, i + longer[1]))
            i += longer[1]
            continue
        act = cue_acts().get(sentence.lower[i])
        if act is not None and _is_cue(sentence, i, act):
            cues.append(_Cue(act, i, i + 1))
        i += 1
    return cues


def _is_cue(sentence: SentenceReading, i: int, act: SpeechAct) -> bool:
    """Whether a verb of the table is a cue by itself; "adding" behind a comma is, where "add" need not be."""
    if sentence.upos[i] != "VERB" or (act.act is Act.SAY and is_negated(sentence, i)):
        return False
    if i > 0 and sentence.lower[i - 1] == "to":
        return False  # "marched to demand": a purpose, of which word order does not tell the speaker
    if sentence.lower[i] not in act.unsure:
        return True
    return sentence.lower[i] == "adding" and i > 0 and sentence.lower[i - 1] == ","


def _attribution(sentence: SentenceReading, cue: _Cue, quotes: Quotes, others: list[Attribution]) -> Attribution | None:
    words = sentence.lower[cue.first : cue.end]
    if words == ("according", "to"):
        return _according_to(sentence, cue)
    if words[0] in BE or words in (("reportedly",), ("allegedly",)):
        return _without_speaker(sentence, cue)
    if sentence.upos[cue.first] == "VERB" and sentence.is_passive(cue.first) and _has_form_of_be(sentence, cue.first):
        return _passive(sentence, cue)
    if words[-1].endswith("ing") and not _has_form_of_be(sentence, cue.first):
        return _participle(sentence, cue, others)
    return _finite_clause(sentence, cue, quotes)


def _has_form_of_be(sentence: SentenceReading, verb: int) -> bool:
    """Whether a form of "to be" stands before the verb, adverbs stepped over: "was harshly condemned", "is saying"."""
    i = verb - 1
    while i >= 0 and sentence.upos[i] == "ADV":
        i -= 1
    return i >= 0 and sentence.lower[i] in BE


def _make(sentence: SentenceReading, cue: _Cue, source: Span | None, contents: list[Span | None]) -> Attribution | None:
    kept = tuple(content for content in contents if content is not None)
    if not kept and cue.act.act not in WITHOUT_CONTENT:
        return None
    return Attribution(
        cue=sentence.span(cue.first, cue.end),
        sources=(source,) if source is not None else (),
        contents=kept,
        score=RULE_SCORE,
    )


def _part(sentence: SentenceReading, first: int, end: int) -> Span | None:
    """Tokens ``first`` to ``end`` without the marks and conjunctions at their edges that belong to nobody's words."""
    while first < end and sentence.lower[first] in (",", ";", ":", "–", "—", "that", "but"):
        first += 1
    while end > first and sentence.lower[end - 1] in (",", ";", ".", "–", "—", ":"):
        end -= 1
    if end <= first:
        return None
    span = sentence.span(first, end)
    return trimmed(sentence.text, span.start, span.end)


def _according_to(sentence: SentenceReading, cue: _Cue) -> Attribution | None:
    phrase = sentence.phrase_after(cue.end, within=0)
    if phrase is None:
        return None
    source = sentence.extended(phrase)
    after = sentence.tokens_in(source)[-1] + 1
    if cue.first > 1:
        return _make(sentence, cue, source, [_part(sentence, 0, cue.first)])
    return _make(sentence, cue, source, [_part(sentence, after, len(sentence))])


def _without_speaker(sentence: SentenceReading, cue: _Cue) -> Attribution | None:
    """ "Four men were reportedly held": the content is the clause around the cue."""
    first, end = _clause_around(sentence, cue.first)
    return _make(sentence, cue, None, [_part(sentence, first, cue.first), _part(sentence, cue.end, end)])


def _clause_around(sentence: SentenceReading, i: int) -> tuple[int, int]:
    first, end = i, i
    while first > 0 and sentence.lower[first - 1] not in (",", ";", ":") and sentence.lower[first - 1] not in RELATIVE:
        first -= 1
    while end < len(sentence) and sentence.lower[end] not in (",", ";"):
        end += 1
    return first, end


def _passive(sentence: SentenceReading, cue: _Cue) -> Attribution | None:
    """ "The raid was condemned by the union"; "the escalation is blamed on …": nobody speaks where no "by" says who."""
    if not cue.act.takes_object and cue.act.act is not Act.BLAME:
        return None
    subject = sentence.subject_of(cue.first)
    speaker = sentence.phrase_behind("by", cue.end, cue.end + 4)
    content: list[Span | None] = [sentence.extended(subject) if subject else None]
    if (
        cue.act.act in (Act.BLAME, Act.ACCUSE)
        and cue.end < len(sentence)
        and sentence.lower[cue.end] in ("on", "of", "to")
    ):
        content.append(_part(sentence, cue.end + 1, _clause_around(sentence, cue.end)[1]))
    return _make(sentence, cue, sentence.extended(speaker) if speaker else None, content)


def _participle(sentence: SentenceReading, cue: _Cue, others: list[Attribution]) -> Attribution | None:
    """ "…, saying that …": the speaker is the subject of the clause that it hangs on."""
    if cue.first == 0 or sentence.lower[cue.first - 1] not in (",", "and", "–", "—"):
        return None
    own = sentence.sentence.span
    at = sentence.tokens[cue.first].span.start
    before = [a for a in others if a.sources and own.holds(a.cue) and a.cue.end <= at and own.holds(a.sources[0])]
    if before:
        source: Span | None = max(before, key=lambda a: a.cue.end).sources[0]
    else:
        subject = _main_subject(sentence, cue.first)
        source = sentence.extended(subject) if subject else None
    if source is None:
        return None
    return _make(sentence, cue, source, [_part(sentence, _skip_adverbials(sentence, cue), _content_end(sentence, cue))])


def _main_subject(sentence: SentenceReading, before: int) -> Phrase | None:
    for i in range(before):
        if sentence.upos[i] in ("VERB", "AUX"):
            return sentence.subject_of(i)
    return None


def _finite_clause(sentence: SentenceReading, cue: _Cue, quotes: Quotes) -> Attribution | None:
    inverted = _inverted_subject(sentence, cue, quotes)
    if inverted is not None:
        source = sentence.extended(inverted)
        after = sentence.tokens_in(source)[-1] + 1
        left = _left_content(sentence, cue.first, quotes)
        return _make(sentence, cue, source, [*left, *_resumed(sentence, after, cue)])
    subject, first = _subject(sentence, cue)
    if subject is None or sentence.lower[subject.head] in _WEEKDAYS:
        return None
    source = _whole_subject(sentence, subject, cue)
    start = _skip_adverbials(sentence, cue)
    end = _content_end(sentence, cue)
    interrupts = first > 0 and sentence.lower[first - 1] == "," and sentence.lower[cue.end : cue.end + 1] == (",",)
    right = None if interrupts else _part(sentence, start, end)
    governs = sentence.lower[cue.end - 1] == "of"  # "was not aware of the raid"
    if right is not None and (cue.act.takes_object or governs or _is_clause(sentence, start, end)):
        return _make(sentence, cue, source, [right])
    left = _left_content(sentence, first, quotes)
    return _make(sentence, cue, source, [*left, *_resumed(sentence, cue.end, cue)])


def _whole_subject(sentence: SentenceReading, subject: Phrase, cue: _Cue) -> Span:
    """The subject with the parts that hang on it, up to the verb group: "a spokesperson for the prime minister"."""
    i = cue.first - 1
    while i > subject.first and sentence.upos[i] in ("AUX", "ADV", "PART"):
        i -= 1
    adjacent = sentence.phrase_at(i)
    if adjacent is not None and sentence.chain_head(adjacent) == subject:
        return sentence.span(subject.first, adjacent.end)
    return sentence.extended(subject)


def _subject(sentence: SentenceReading, cue: _Cue) -> tuple[Phrase | None, int]:
    """The subject, and the first token of the frame "X said" (where content on its left ends)."""
    subject = sentence.subject_of(cue.first)
    if subject is None or subject.first >= cue.first:
        return None, cue.first
    return subject, subject.first


def _inverted_subject(sentence: SentenceReading, cue: _Cue, quotes: Quotes) -> Phrase | None:
    """X in "“…,” said X"."""
    at = sentence.tokens[cue.first].span.start
    closes = quotes.ending_at(at) is not None
    after_comma = cue.first > 0 and sentence.lower[cue.first - 1] == ","
    if not closes and not after_comma:
        return None
    phrase = sentence.phrase_after(cue.end, within=0)
    if phrase is None or (after_comma and not closes and sentence.words[phrase.head].islower()):
        return None
    return phrase


def _resumed(sentence: SentenceReading, after: int, cue: _Cue) -> list[Span | None]:
    """What goes on behind a frame that interrupts: "“It is over,” said X, “and we won.”"."""
    if after >= len(sentence) or sentence.lower[after] != ",":
        return []
    end = _content_end(sentence, _Cue(cue.act, cue.first, max(cue.end, after)))
    if end <= after + 1:
        return []
    quoted = sentence.lower[after + 1] in _OPENING
    verbal = sentence.upos[after + 1] in ("VERB", "AUX") and sentence.lower[after + 1] not in cue_acts()
    return [_part(sentence, after + 1, end)] if quoted or verbal else []


_OPENING = frozenset({"“", '"', "«", "„", "‘", "「"})


def _left_content(sentence: SentenceReading, end: int, quotes: Quotes) -> list[Span | None]:
    """What stands before the frame, drawn out to the start of a quotation that began in an earlier sentence."""
    if end == 0:
        return []
    quote = quotes.ending_at(sentence.tokens[end].span.start)
    if quote is not None and quote.start < sentence.sentence.span.start:
        return [quote]
    return [_part(sentence, 0, end)]


def _skip_adverbials(sentence: SentenceReading, cue: _Cue) -> int:
    """The first token of the content behind the cue: past "on Thursday", "reporters", "in a statement", "that"."""
    i = cue.end
    n = len(sentence)
    if sentence.lower[cue.end - 1] in _ADDRESSED and i < n:
        addressee = sentence.phrase_after(i, within=0)
        if addressee is not None:
            i = addressee.end
    while i < n:
        if sentence.upos[i] in _SKIPPED_TAGS and sentence.lower[i] not in ("to", "not"):
            i += 1
        elif (
            sentence.lower[i] in ("on", "late", "early", "earlier", "in", "during", "at", "from", "to")
            and not cue.act.takes_object
        ):
            phrase = sentence.phrase_after(i + 1, within=1)
            if phrase is None or phrase.end >= n or sentence.upos[i] not in ("ADP", "ADJ", "ADV"):
                return i
            i = phrase.end
        elif sentence.lower[i] in _WEEKDAYS and sentence.lower[i + 1 : i + 2] != ("'s",):
            i += 1
        else:
            return i
    return i


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _content_end(sentence: SentenceReading, cue: _Cue) -> int:
    """Where the content behind the cue ends: at the next ", adding", ", X said" or ", according to"."""
    ids = clause_ids(sentence)
    for i in range(cue.end, len(sentence) - 1):
        if ids[cue.first] and not ids[i]:
            return i
        if sentence.lower[i] != ",":
            continue
        following = sentence.lower[i + 1]
        if following == "according" or (following.endswith("ing") and following in cue_acts()):
            return i
        phrase = sentence.phrase_at(i + 1)
        if phrase is not None and phrase.end < len(sentence):
            verb = sentence.lower[phrase.end]
            closes = phrase.end + 1 >= len(sentence) or sentence.lower[phrase.end + 1] in (".", ",", "on")
            if verb in cue_acts() and sentence.upos[phrase.end] == "VERB" and closes:
                return i
    return len(sentence)


def _is_clause(sentence: SentenceReading, first: int, end: int) -> bool:
    """Whether the tokens hold a verb or a quotation, as what somebody says does."""
    return any(
        sentence.upos[i] in ("VERB", "AUX") or sentence.lower[i] in ("“", '"', "«", "„", "‘") for i in range(first, end)
    )
