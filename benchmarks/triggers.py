"""Events: triggers with their types, and who takes part, on M2E2, WikiEvents and RAMS.

*Trigger* F1: a predicted trigger is right if a gold trigger of the text has the same words and type. *Argument*
F1 (M2E2, as TextEE's argument classification): text, event type, role and all words of the argument agree.
*Argument head* F1 (WikiEvents, RAMS): text, event type, role and the argument's head word agree; *with gold
triggers*, the arguments of each given trigger are compared with that trigger's own. Each distinct answer counts
once; types have two levels. Coreference earns nothing: the annotated mention itself has to be found.

The published head F1 takes heads from a dependency parser. Here the head is found by rule for gold and predicted
spans alike (the last word before the first preposition, relative word, comma or bracket), and most arguments of both
corpora are a single word: an accepted gap of the comparison, and no gap of ours between runs.

RAMS has no dev part of its own beside what weights are trained on: it is scored on the test split only.

Sources: Huang et al. 2024 (TextEE); Li et al. 2021 (WikiEvents); Ebner et al. 2020 (RAMS); Li et al. 2020 (M2E2).
"""

import sys
from collections.abc import Iterable, Sequence

from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.corpora import Corpus
from benchmarks.event_corpora import (
    EventText,
    GoldArgument,
    GoldEvent,
    WordRange,
    read_m2e2,
    read_rams,
    read_wikievents,
    two_levels,
)
from benchmarks.event_labels import M2E2, RAMS, WIKIEVENTS, Labels
from benchmarks.readers import ArgumentFinder, WordText
from benchmarks.scoring import Counts, matches
from onrecord.core.annotations import Argument, Trigger

M2E2_SENTENCES = "m2e2/sentences.jsonl.gz"
CORPORA = (
    Corpus(
        "m2e2",
        "https://github.com/limanling/m2e2 (splits: https://github.com/ej0cl6/TextEE)",
        {split: (M2E2_SENTENCES, f"m2e2/split1_{split}.txt") for split in ("dev", "test")},
    ),
    Corpus(
        "wikievents",
        "https://github.com/raspberryice/gen-arg",
        {split: (f"wikievents/{split}.jsonl",) for split in ("dev", "test")},
    ),
    Corpus("rams", "https://nlp.jhu.edu/rams/", {"test": ("rams/test.jsonlines",)}),
)

ENDS_OF_HEAD = frozenset(
    "of in on at by for from with without to into near under over against between among during after before about"
    " including who whom whose which that where when as , ( [ - – — :".split()
)


def head_word(words: Sequence[str], span: WordRange) -> int:
    """The position of a phrase's head word, by the rule above.

    >>> head_word("the head of the army".split(), (0, 5))
    1
    """
    start, end = span
    for position in range(start + 1, end):
        if words[position].lower() in ENDS_OF_HEAD:
            return position - 1
    return end - 1


def events_told(text: EventText, triggers: Iterable[Trigger], labels: Labels, spoken: WordText) -> list[GoldEvent]:
    """The annotator's triggers in the corpus's words and labels; what stands on no word of the text is left out."""
    told: list[GoldEvent] = []
    for trigger in triggers:
        kind = labels.type_of(two_levels(trigger.label))
        words = spoken.words(trigger.span)
        if kind is not None and words is not None:
            told.append(GoldEvent(kind, words, arguments_told(trigger.arguments, kind, labels, spoken)))
    return told


def arguments_told(
    arguments: Iterable[Argument], event_type: str, labels: Labels, spoken: WordText
) -> tuple[GoldArgument, ...]:
    """The annotator's arguments in the corpus's words and roles."""
    placed = ((labels.role_of(event_type, one.role.lower()), spoken.words(one.span)) for one in arguments)
    return tuple(GoldArgument(role, words) for role, words in placed if words is not None)


def trigger_counts(text: EventText, told: Sequence[GoldEvent]) -> Counts:
    """Triggers: words and type."""
    return matches({(one.trigger, one.type) for one in text.events}, {(one.trigger, one.type) for one in told})


def argument_counts(text: EventText, told: Sequence[GoldEvent]) -> Counts:
    """Arguments: event type, role and all words."""
    return matches(
        {(event.type, one.role, one.words) for event in text.events for one in event.arguments},
        {(event.type, one.role, one.words) for event in told for one in event.arguments},
    )


def argument_head_counts(text: EventText, told: Sequence[GoldEvent]) -> Counts:
    """Arguments: event type, role and head word."""
    words = text.words
    return matches(
        {(event.type, one.role, head_word(words, one.words)) for event in text.events for one in event.arguments},
        {(event.type, one.role, head_word(words, one.words)) for event in told for one in event.arguments},
    )


def given_trigger_counts(text: EventText, found: Sequence[Sequence[GoldArgument]]) -> Counts:
    """Arguments of each given trigger, in the order of the gold events: role and head word.

    Raises:
        ValueError: there are more or fewer answers than triggers.
    """
    words = text.words
    return sum(
        (
            matches(
                {(one.role, head_word(words, one.words)) for one in event.arguments},
                {(one.role, head_word(words, one.words)) for one in answer},
            )
            for event, answer in zip(text.events, found, strict=True)
        ),
        start=Counts(),
    )


def _with_given_triggers(texts: Sequence[EventText], finder: ArgumentFinder, labels: Labels) -> float:
    counts = Counts()
    for text in texts:
        spoken = WordText(text.sentences)
        triggers = [(spoken.span(*event.trigger), event.type) for event in text.events]
        found = finder.find_arguments(spoken.article, triggers)
        told = [
            arguments_told(answer, event.type, labels, spoken) for event, answer in zip(text.events, found, strict=True)
        ]
        counts += given_trigger_counts(text, told)
    return counts.f1


def _told(texts: Sequence[EventText], request: Request, labels: Labels) -> list[list[GoldEvent]]:
    told: list[list[GoldEvent]] = []
    for text in texts:
        spoken = WordText(text.sentences)
        told.append(events_told(text, request.annotator.annotate(spoken.article).triggers, labels, spoken))
    return told


def _total(counts: Iterable[Counts]) -> Counts:
    return sum(counts, start=Counts())


def measure(request: Request) -> Figures:
    """The figures of every corpus that is there."""
    figures: Figures = {}
    given: dict[str, tuple[list[EventText], Labels]] = {}
    for name, files in request.files.items():
        by_suffix = {path.suffix: path for path in files}
        if name == "m2e2":
            texts = read_m2e2(by_suffix[".gz"], by_suffix[".txt"])
            told = _told(texts, request, M2E2)
            figures["m2e2_trigger_f1"] = _total(map(trigger_counts, texts, told)).f1
            figures["m2e2_argument_f1"] = _total(map(argument_counts, texts, told)).f1
        elif name == "wikievents":
            texts = read_wikievents(by_suffix[".jsonl"])
            told = _told(texts, request, WIKIEVENTS)
            figures["wikievents_trigger_f1"] = _total(map(trigger_counts, texts, told)).f1
            figures["wikievents_argument_head_f1"] = _total(map(argument_head_counts, texts, told)).f1
            given[name] = (texts, WIKIEVENTS)
        else:
            given[name] = (read_rams(by_suffix[".jsonlines"]), RAMS)
    finder = request.annotator
    if isinstance(finder, ArgumentFinder):
        for name, (texts, labels) in given.items():
            figures[f"{name}_argument_head_f1_gold_triggers"] = _with_given_triggers(texts, finder, labels)
    elif given:
        print("not measured: arguments of given triggers (the annotator has no find_arguments)", file=sys.stderr)
    return figures


TRIGGERS = Benchmark("triggers", CORPORA, measure)

if __name__ == "__main__":
    sys.exit(main(TRIGGERS))
