"""Predicates and core arguments: worked by hand."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.command import measured
from benchmarks.predicates import (
    PREDICATES,
    Frame,
    core_argument_counts,
    core_label,
    frames_told,
    predicate_counts,
    read_frames,
)
from benchmarks.readers import Doors
from tests.benchmarks.fakes import FakeAnnotator, linked

TOKENS = ["علي", "gave", "🕊", "to", "us", "today"]
GIVE = Frame(1, frozenset({("ARG0", (0, 1)), ("ARG1", (2, 3)), ("ARG2", (3, 5))}))


def _write(root: Path) -> Path:
    arguments = [[0, 1, "ARG0"], [2, 3, "C-ARG1"], [3, 5, "ARG2-DSP"], [5, 6, "ARGM-TMP"], [0, 1, "R-ARG0"]]
    frame = {"pred": 1, "sense": "give.01", "args": arguments}
    rows: list[dict[str, Any]] = [
        {"doc": "first", "tokens": ["Well", "."], "frames": []},
        {"doc": "first", "tokens": TOKENS, "frames": [frame]},
        {"doc": "second", "tokens": TOKENS, "frames": [frame]},
    ]
    path = root / "ewt_srl/dev.jsonl.gz"
    path.parent.mkdir()
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode() + b"\n"))
    return path


def test_sentences_of_one_page_are_one_text_with_words_counted_through(tmp_path: Path) -> None:
    first, second = read_frames(_write(tmp_path))
    assert [len(sentence) for sentence in first.sentences] == [2, 6]
    assert first.frames == (Frame(3, frozenset((label, (a + 2, b + 2)) for label, (a, b) in GIVE.core)),)
    assert second.frames == (GIVE,)


@pytest.mark.parametrize(
    ("label", "core"),
    [("ARG0", "ARG0"), ("C-ARG1", "ARG1"), ("ARG2-DSP", "ARG2"), ("R-ARG0", None), ("ARGM-TMP", None), ("C-V", None)],
)
def test_core_labels_are_arg0_to_arg5_and_their_continuations(label: str, core: str | None) -> None:
    assert core_label(label) == core


def test_an_argument_of_another_predicate_is_wrong() -> None:
    told = [Frame(2, GIVE.core)]
    assert predicate_counts([GIVE], told).right == 0
    assert core_argument_counts([GIVE], told).right == 0


def test_label_and_words_of_an_argument_must_agree() -> None:
    told = [Frame(1, frozenset({("ARG0", (0, 1)), ("ARG2", (2, 3)), ("ARG2", (3, 4))}))]
    counts = core_argument_counts([GIVE], told)
    assert (counts.right, counts.predicted, counts.gold) == (1, 3, 3)


def test_a_predicate_of_several_words_stands_at_its_first() -> None:
    assert frames_told([linked((1, 3, "predicate"), (0, 1, "ARG0"), (3, 4, "ARGM-NEG"))]) == (
        Frame(1, frozenset({("ARG0", (0, 1))})),
    )


def test_the_annotators_predicates_are_scored_by_words(tmp_path: Path) -> None:
    _write(tmp_path)
    # Right in the second text; in the first, whose words stand two further on, all of it is wrong.
    give = linked((1, 2, "predicate"), (0, 1, "ARG0"), (2, 4, "ARG1"), (3, 5, "ARG2"), (5, 6, "ARGM-TMP"))
    annotator = FakeAnnotator(links=[give])
    figures = measured(PREDICATES, ["--data", str(tmp_path)], doors=Doors(annotator=lambda: annotator)).figures
    assert figures == {"predicate_f1": 50.0, "core_argument_f1": 33.33}
    assert annotator.asked == [(("Well", "."), tuple(TOKENS)), (tuple(TOKENS),)]
