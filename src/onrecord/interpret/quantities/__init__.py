"""How many: people killed, injured, missing, detained, abducted and displaced, as the words count them.

Rules over words, so that they run without weights. Each word of harm looks for its people where its shape says:
"killed" to its left after "were", else to its right; "dead" to its left; "deaths of" to its right. Percentages,
money, ages, lengths of time and counts of things are not tolls. "Including three children" is a part, never to be
added; "bringing the toll to 27" is a running total.

>>> from onrecord.annotate.segment import sentences_of
>>> from onrecord.core.article import Article
>>> text = "At least 14 people were killed, including three children."
>>> tolls = find_tolls(Article(text, ()), sentences_of(text, 0, len(text), 0))
>>> [(toll.harm.value, toll.low, toll.high, toll.group, toll.part_of) for toll in tolls]
[('killed', 14, None, None, False), ('killed', 3, 3, 'child', True)]
"""

from dataclasses import dataclass

from onrecord.core.annotations import Sentence
from onrecord.core.article import Article
from onrecord.core.ontology import Harm
from onrecord.core.spans import Span
from onrecord.interpret.quantities.linking import Linked, link_tolls
from onrecord.interpret.quantities.words import GROUPS, HELPERS

__all__ = ["TollMention", "find_tolls"]


@dataclass(frozen=True, slots=True)
class TollMention:
    """One count of people harmed.

    ``span`` is the number with its modifiers ("At least 14"), or the whole phrase where the number lies in it ("a
    commander"). ``low`` and ``high`` include their bounds; "at least 14" has no ``high``, "up to 30" no ``low``.
    """

    span: Span
    harm: Harm
    low: int | None
    high: int | None
    trigger: Span
    who: Span | None
    group: str | None
    sentence: int
    part_of: bool = False
    cumulative: bool = False
    approximate: bool = False


def find_tolls(article: Article, sentences: tuple[Sentence, ...]) -> tuple[TollMention, ...]:
    """All tolls of the sentences, in order of the text."""
    tolls: list[TollMention] = []
    for index, sentence in enumerate(sentences):
        words = [token.span.of(article.text) for token in sentence.tokens]
        found = [_mention(sentence, index, words, linked) for linked in link_tolls(words)]
        tolls.extend(sorted(found, key=lambda toll: (toll.span, toll.trigger)))
    return tuple(tolls)


def _mention(sentence: Sentence, index: int, words: list[str], linked: Linked) -> TollMention:
    count = linked.count
    tokens = sentence.tokens
    who = count.who if count.who != (linked.trigger, linked.trigger + 1) else None  # "nine wounded": nine of whom?
    stop = who[1] if count.singular and who is not None else count.number_stop
    return TollMention(
        span=Span(tokens[count.start].span.start, tokens[stop - 1].span.end),
        harm=linked.harm,
        low=count.low,
        high=count.high,
        trigger=Span(tokens[linked.trigger].span.start, tokens[linked.trigger].span.end),
        who=None if who is None else Span(tokens[who[0]].span.start, tokens[who[1] - 1].span.end),
        group=None if who is None else group_of(words[who[0] : who[1]]),
        sentence=index,
        part_of=linked.part_of,
        cumulative=linked.cumulative,
        approximate=count.approximate,
    )


def group_of(words: list[str]) -> str | None:
    """combatant, civilian, child, women or police, where the words say it; None for "people"."""
    lower = [word.lower() for word in words]
    if lower[-1] in ("worker", "workers") and any(word in HELPERS for word in lower):
        return "civilian"
    for name, members in GROUPS:
        if any(word in members for word in lower):
            return name
    return None
