"""Events: triggers with their types, and who takes part, on M2E2, WikiEvents and RAMS.

*Trigger* F1: a predicted trigger is right if a gold trigger of the text has the same words and type. *Argument*
F1 (M2E2, as TextEE's argument classification): text, event type, role and all words of the argument agree.
*Argument head* F1 (WikiEvents, RAMS): text, event type, role and the argument's head word agree; *with gold
triggers*, the arguments of each given trigger are compared with that trigger's own. Each distinct answer counts
once; types have two levels. Coreference earns nothing: the annotated mention itself has to be found. Texts are read
with the corpus's own words and sentences; the sentences of M2E2 that come from one article are read together.

The published head F1 takes heads from a dependency parser. Here the head is found by rule for gold and predicted
spans alike (the last word before the first preposition, relative word, comma or bracket), and most arguments of both
corpora are a single word: an accepted gap of the comparison, and no gap of ours between runs.

RAMS on dev is the fifth of its file that training leaves alone.

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
from benchmarks.readers import Annotator
from benchmarks.scoring import Counts, matches
from onrecord.annotate.annotator import LinkedWords

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
    Corpus("rams", "https://nlp.jhu.edu/rams/", {"dev": ("rams/dev.jsonlines",), "test": ("rams/test.jsonlines",)}),
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


def events_told(found: Iterable[LinkedWords], labels: Labels) -> list[GoldEvent]:
    """The annotator's triggers in the corpus's labels; those of a type that the corpus lacks are left out."""
    told: list[GoldEvent] = []
    for one in found:
        kind = labels.type_of(two_levels(one.anchor.label))
        if kind is not None:
            told.append(GoldEvent(kind, (one.anchor.start, one.anchor.stop), arguments_told(one, kind, labels)))
    return told


def arguments_told(found: LinkedWords, event_type: str, labels: Labels) -> tuple[GoldArgument, ...]:
    """The annotator's arguments in the corpus's roles."""
    return tuple(
        GoldArgument(labels.role_of(event_type, span.label.lower()), (span.start, span.stop)) for span in found.spans
    )


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


def given_trigger_counts(text: EventText, found: Iterable[LinkedWords], labels: Labels) -> Counts:
    """Arguments of each given trigger: role and head word; a trigger that got no answer has no arguments.

    Where two events have one trigger, both are given what was found for it.
    """
    words = text.words
    by_trigger = {(one.anchor.start, one.anchor.stop): one for one in found}
    counts = Counts()
    for event in text.events:
        answer = by_trigger.get(event.trigger)
        told = arguments_told(answer, event.type, labels) if answer else ()
        counts += matches(
            {(one.role, head_word(words, one.words)) for one in event.arguments},
            {(one.role, head_word(words, one.words)) for one in told},
        )
    return counts


def _with_given_triggers(texts: Sequence[EventText], annotator: Annotator, labels: Labels) -> float:
    counts = Counts()
    for text in texts:
        triggers = sorted({event.trigger for event in text.events})
        found = annotator.arguments_of_words(text.sentences, "argument", triggers)
        counts += given_trigger_counts(text, found, labels)
    return counts.f1


def _told(texts: Sequence[EventText], annotator: Annotator, labels: Labels) -> list[list[GoldEvent]]:
    return [events_told(annotator.events_of_words(text.sentences), labels) for text in texts]


def _total(counts: Iterable[Counts]) -> Counts:
    return sum(counts, start=Counts())


def _of_m2e2(texts: Sequence[EventText], annotator: Annotator) -> Figures:
    told = _told(texts, annotator, M2E2)
    return {
        "m2e2_trigger_f1": _total(map(trigger_counts, texts, told)).f1,
        "m2e2_argument_f1": _total(map(argument_counts, texts, told)).f1,
    }


def _of_wikievents(texts: Sequence[EventText], annotator: Annotator) -> Figures:
    told = _told(texts, annotator, WIKIEVENTS)
    return {
        "wikievents_trigger_f1": _total(map(trigger_counts, texts, told)).f1,
        "wikievents_argument_head_f1": _total(map(argument_head_counts, texts, told)).f1,
        "wikievents_argument_head_f1_gold_triggers": _with_given_triggers(texts, annotator, WIKIEVENTS),
    }


def measure(request: Request) -> Figures:
    """The figures of every corpus that is there."""
    figures: Figures = {}
    for name, files in request.files.items():
        by_suffix = {path.suffix: path for path in files}
        if name == "m2e2":
            figures |= _of_m2e2(read_m2e2(by_suffix[".gz"], by_suffix[".txt"]), request.annotator)
        elif name == "wikievents":
            figures |= _of_wikievents(read_wikievents(by_suffix[".jsonl"]), request.annotator)
        else:
            texts = read_rams(by_suffix[".jsonlines"], only_held_out=request.split == "dev")
            key = "rams_argument_head_f1_gold_triggers"
            figures[key] = _with_given_triggers(texts, request.annotator, RAMS)
    return figures


TRIGGERS = Benchmark("triggers", CORPORA, measure)

if __name__ == "__main__":
    sys.exit(main(TRIGGERS))
