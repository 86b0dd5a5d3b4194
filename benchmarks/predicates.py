"""Who does what in a sentence: predicates and their core arguments, on English Web Treebank's PropBank.

*Predicate* F1: the predicate's word (the first, where the annotator gives several). *Core argument* F1, with the
predicates that the annotator found: sentence, predicate's word, label ARG0–ARG5 and all words agree. A continued
argument (C-ARG1) counts as a part of its own with the plain label; R- and ARGM- are not core.

Sources: Silveira et al. 2014 (EWT); Palmer et al. 2005 (PropBank); Carreras and Màrquez 2005 (the measure).
"""

import gzip
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.corpora import Corpus
from benchmarks.event_corpora import WordRange
from benchmarks.readers import WordText
from benchmarks.scoring import Counts, matches
from onrecord.core.annotations import Predicate

CORPORA = (
    Corpus(
        "ewt_srl",
        "https://github.com/UniversalDependencies/UD_English-EWT and https://github.com/propbank/propbank-release",
        {split: (f"ewt_srl/{split}.jsonl.gz",) for split in ("dev", "test")},
    ),
)
CORE = frozenset(f"ARG{number}" for number in range(6))


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate's word and its core arguments."""

    predicate: int
    core: frozenset[tuple[str, WordRange]]


@dataclass(frozen=True, slots=True)
class FramedSentence:
    """Words and the frames of their predicates."""

    words: tuple[str, ...]
    frames: tuple[Frame, ...]


def core_label(label: str) -> str | None:
    """The core label, with "C-" taken off; None where the label is not core.

    >>> core_label("C-ARG1"), core_label("R-ARG0"), core_label("ARGM-TMP")
    ('ARG1', None, None)
    """
    plain = label.removeprefix("C-")
    return plain if plain in CORE else None


def read_frames(path: Path) -> list[FramedSentence]:
    """The sentences of one split."""
    sentences: list[FramedSentence] = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            frames = tuple(
                Frame(
                    int(frame["pred"]),
                    frozenset(
                        (label, (start, end)) for start, end, name in frame["args"] if (label := core_label(name))
                    ),
                )
                for frame in row["frames"]
            )
            sentences.append(FramedSentence(tuple(row["tokens"]), frames))
    return sentences


def frames_told(predicates: Sequence[Predicate], spoken: WordText) -> tuple[Frame, ...]:
    """The annotator's predicates by words; what stands on no word of the sentence is left out."""
    told: list[Frame] = []
    for predicate in predicates:
        words = spoken.words(predicate.span)
        if words is not None:
            placed = ((core_label(one.role), spoken.words(one.span)) for one in predicate.arguments)
            core = frozenset((label, span) for label, span in placed if label is not None and span is not None)
            told.append(Frame(words[0], core))
    return tuple(told)


def predicate_counts(gold: Sequence[Frame], told: Sequence[Frame]) -> Counts:
    """Predicates by their word."""
    return matches({one.predicate for one in gold}, {one.predicate for one in told})


def core_argument_counts(gold: Sequence[Frame], told: Sequence[Frame]) -> Counts:
    """Core arguments by predicate, label and words."""
    return matches(
        {(one.predicate, argument) for one in gold for argument in one.core},
        {(one.predicate, argument) for one in told for argument in one.core},
    )


def measure(request: Request) -> Figures:
    """Reads each sentence as a text of its own and scores its frames."""
    of_predicates, of_arguments = Counts(), Counts()
    for path in request.files["ewt_srl"]:
        for sentence in read_frames(path):
            spoken = WordText([sentence.words])
            told = frames_told(request.annotator.annotate(spoken.article).predicates, spoken)
            of_predicates += predicate_counts(sentence.frames, told)
            of_arguments += core_argument_counts(sentence.frames, told)
    return {"predicate_f1": of_predicates.f1, "core_argument_f1": of_arguments.f1}


PREDICATES = Benchmark("predicates", CORPORA, measure)

if __name__ == "__main__":
    sys.exit(main(PREDICATES))
