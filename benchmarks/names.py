"""Names in three kinds of text: strict F1 over spans and types, as the CoNLL scorer counts.

re3d (reports on Syria and Iraq), CrossNER politics (Wikipedia) and WNUT17 (social media). A predicted span is right
if a gold span of the same sentence has the same first word, last word and type. Each sentence is read alone.
``--cased lower|upper|title`` (may be repeated) scores the same sentences in another case too, with the case behind
the key; ``--crf`` trains a linear CRF on the train part and gives its figures under the same keys with "crf_" in front.

Sources: Tjong Kim Sang and De Meulder 2003 (metric); dstl re3d; Liu et al. 2021 (CrossNER); Derczynski et al. 2017.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from benchmarks.columns import LabelledSentence, read_columns
from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.corpora import Corpus
from benchmarks.readers import WordSpan
from benchmarks.scoring import Counts, matches

POLITICS = "crossner_politics/ner_data/politics"
CORPORA = (
    Corpus("re3d", "https://github.com/dstl/re3d", {"dev": ("re3d/dev.conll",), "test": ("re3d/test.conll",)}),
    Corpus(
        "politics",
        "https://github.com/zliucr/CrossNER",
        {"dev": (f"{POLITICS}/dev.txt",), "test": (f"{POLITICS}/test.txt",)},
    ),
    Corpus(
        "wnut17",
        "https://github.com/leondz/emerging_entities_17",
        {"dev": ("wnut17/emerging.dev.conll",), "test": ("wnut17/test.conll",)},
    ),
)
TRAIN = {"re3d": "re3d/train.conll", "politics": f"{POLITICS}/train.txt", "wnut17": "wnut17/wnut17train.conll"}
"""What the CRF is trained on: only the train part of the corpus that it is scored on."""

CASES: dict[str, Callable[[str], str]] = {"lower": str.lower, "upper": str.upper, "title": str.capitalize}


def score(gold: Sequence[LabelledSentence], predicted: Sequence[Sequence[WordSpan]]) -> Counts:
    """Strict counts of spans with types, sentence by sentence.

    Raises:
        ValueError: there are more or fewer answers than sentences.
    """
    return sum(
        (matches(sentence.spans, answer) for sentence, answer in zip(gold, predicted, strict=True)), start=Counts()
    )


def recased(sentences: Sequence[LabelledSentence], case: str) -> list[LabelledSentence]:
    """The same sentences with every word in another case; labels and number of words stay."""
    change = CASES[case]
    return [LabelledSentence(tuple(map(change, one.words)), one.labels) for one in sentences]


def measure(request: Request) -> Figures:
    """The figures of every corpus that is there."""
    figures: Figures = {}
    for name, files in request.files.items():
        gold = [sentence for path in files for sentence in read_columns(path)]
        copies = {"": gold} | {f"_{case}": recased(gold, case) for case in request.options.cased}
        for suffix, copy in copies.items():
            tagged = request.annotator.tag_words([one.words for one in copy], name, together=False)
            answers = [[(span.start, span.stop, span.label) for span in spans] for spans in tagged]
            figures[f"{name}_f1{suffix}"] = score(copy, answers).f1
        if request.options.crf:
            from benchmarks.crf import LinearCrf

            if request.data is None:
                raise ValueError("the CRF needs the train parts: give --data DIR")
            crf = LinearCrf.trained(read_columns(request.data / TRAIN[name]))
            for suffix, copy in copies.items():
                figures[f"crf_{name}_f1{suffix}"] = score(copy, [crf.spans(one.words) for one in copy]).f1
    return figures


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds ``--crf`` and ``--cased``."""
    parser.add_argument("--crf", action="store_true", help="also score a linear CRF (needs onrecord[benchmarks])")
    parser.add_argument("--cased", choices=tuple(CASES), action="append", default=[], help="also score in this case")


NAMES = Benchmark("names", CORPORA, measure, add_options)

if __name__ == "__main__":
    sys.exit(main(NAMES))
