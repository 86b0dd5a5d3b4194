"""Predicates and core arguments: worked by hand."""

import gzip
import json
from pathlib import Path

from benchmarks.command import measured
from benchmarks.predicates import PREDICATES, Frame, core_argument_counts, predicate_counts, read_frames
from benchmarks.readers import Doors
from tests.benchmarks.fakes import FakeAnnotator

from onrecord.core.annotations import Annotations, Argument, Predicate
from onrecord.core.article import Article
from onrecord.core.spans import Span

TOKENS = ["علي", "gave", "🕊", "to", "us", "today"]
GIVE = Frame(1, frozenset({("ARG0", (0, 1)), ("ARG1", (2, 3)), ("ARG2", (3, 5))}))


def _write(root: Path) -> Path:
    arguments = [[0, 1, "ARG0"], [2, 3, "C-ARG1"], [3, 5, "ARG2"], [5, 6, "ARGM-TMP"], [0, 1, "R-ARG0"]]
    row = {"tokens": TOKENS, "frames": [{"pred": 1, "sense": "give.01", "args": arguments}]}
    path = root / "ewt_srl/dev.jsonl.gz"
    path.parent.mkdir()
    path.write_bytes(gzip.compress(json.dumps(row).encode() + b"\n"))
    return path


def test_only_core_arguments_are_read_and_continued_ones_have_the_plain_label(tmp_path: Path) -> None:
    (sentence,) = read_frames(_write(tmp_path))
    assert sentence.frames == (GIVE,)


def test_an_argument_of_another_predicate_is_wrong() -> None:
    told = [Frame(2, GIVE.core)]
    assert predicate_counts([GIVE], told).right == 0
    assert core_argument_counts([GIVE], told).right == 0


def test_label_and_words_of_an_argument_must_agree() -> None:
    told = [Frame(1, frozenset({("ARG0", (0, 1)), ("ARG2", (2, 3)), ("ARG2", (3, 4))}))]
    counts = core_argument_counts([GIVE], told)
    assert (counts.right, counts.predicted, counts.gold) == (1, 3, 3)


def test_the_annotators_predicates_are_scored_by_words(tmp_path: Path) -> None:
    _write(tmp_path)

    def annotations(article: Article) -> Annotations:
        def at(words: str) -> Span:
            return Span(article.text.index(words), article.text.index(words) + len(words))

        arguments = [("ARG0", "علي"), ("ARG1", "🕊 to"), ("ARG2", "to us"), ("ARGM-TMP", "today")]
        told = tuple(Argument(role, at(words), 0.9) for role, words in arguments)
        return Annotations((), predicates=(Predicate(at("gave"), told, 0.9), Predicate(at("today"), (), 0.2)))

    doors = Doors(annotator=lambda: FakeAnnotator(annotations=annotations))
    figures = measured(PREDICATES, ["--data", str(tmp_path)], doors=doors).figures
    assert figures == {"predicate_f1": 66.67, "core_argument_f1": 66.67}
