"""Decoding: the most probable well-formed labels."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.decode import LabelledSpan, decode, log_softmax, spans_of
from onrecord.annotate.labels import bio

LABELS = bio("person", "place")


def scores_of(*labels: str) -> np.ndarray:
    """Scores in which each word's label is certain."""
    table = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, label in enumerate(labels):
        table[row, LABELS.index(label)] = 20
    return table


def found(scores: np.ndarray) -> list[tuple[int, int, str]]:
    return [(span.start, span.stop, span.label) for span in decode(scores, LABELS)]


def test_neighbouring_spans_of_one_class_stay_apart() -> None:
    assert found(scores_of("B-place", "B-place", "I-place", "O")) == [(0, 1, "place"), (1, 3, "place")]


def test_a_span_may_end_with_the_text() -> None:
    assert found(scores_of("O", "B-person", "I-person")) == [(1, 3, "person")]


def test_no_words_have_no_spans() -> None:
    assert decode(np.zeros((0, len(LABELS)), dtype=np.float32), LABELS) == []


def test_words_outside_have_no_spans() -> None:
    assert found(scores_of("O", "O")) == []


def test_an_inside_without_its_opening_is_mended_by_the_likelier_reading() -> None:
    log_p = np.log(np.array([[0.5, 0.4, 0.05, 0.04, 0.01], [0.1, 0.05, 0.8, 0.03, 0.02]], dtype=np.float32))
    assert [(s.start, s.stop, s.label) for s in spans_of(log_p[None], LABELS)[0]] == [(0, 2, "person")]


def test_an_inside_of_another_class_does_not_continue_a_span() -> None:
    log_p = np.log(np.array([[0.01, 0.9, 0.03, 0.03, 0.03], [0.1, 0.05, 0.35, 0.05, 0.45]], dtype=np.float32))
    assert [(s.start, s.stop, s.label) for s in spans_of(log_p[None], LABELS)[0]] == [(0, 2, "person")]


def test_the_score_is_the_lowest_probability_of_the_class_among_the_words() -> None:
    log_p = np.log(np.array([[0.1, 0.8, 0.1, 1e-9, 1e-9], [0.2, 0.3, 0.5, 1e-9, 1e-9]], dtype=np.float32))
    (span,) = spans_of(log_p[None], LABELS)[0]
    assert span == LabelledSpan(0, 2, "person", pytest.approx(0.8, abs=1e-4))


def _is_well_formed(path: tuple[int, ...]) -> bool:
    for before, label in itertools.pairwise((0, *path)):
        if LABELS[label].startswith("I-") and LABELS[before][2:] != LABELS[label][2:]:
            return False
    return True


def _spans(path: tuple[int, ...]) -> list[tuple[int, int, str]]:
    spans: list[list[object]] = []
    for i, label in enumerate(LABELS[number] for number in path):
        if label.startswith("B-"):
            spans.append([i, i + 1, label[2:]])
        elif label.startswith("I-"):
            spans[-1][1] = i + 1
    return [(start, stop, name) for start, stop, name in spans]  # type: ignore[misc]


@given(st.lists(st.lists(st.integers(-10, 10), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_path_is_the_best_of_all_well_formed_ones(rows: list[list[int]]) -> None:
    # Scores so near to each other that no word is surely outside and every label possible.
    log_p = log_softmax(np.array(rows, dtype=np.float32) / 10)
    paths = [path for path in itertools.product(range(5), repeat=len(rows)) if _is_well_formed(path)]
    totals = [sum(float(log_p[i, label]) for i, label in enumerate(path)) for path in paths]
    best = [_spans(path) for path, total in zip(paths, totals, strict=True) if total > max(totals) - 1e-4]
    assert [(s.start, s.stop, s.label) for s in spans_of(log_p[None], LABELS)[0]] in best


def test_a_word_that_is_surely_outside_is_not_weighed_again() -> None:
    log_p = np.log(np.array([[0.95, 0.04, 0.005, 0.004, 0.001], [0.02, 0.01, 0.95, 0.01, 0.01]], dtype=np.float32))
    assert [(s.start, s.stop, s.label) for s in spans_of(log_p[None], LABELS)[0]] == []


@given(st.lists(st.lists(st.floats(-20, 20, width=32), min_size=5, max_size=5), max_size=12))
def test_spans_are_in_order_apart_and_probable(rows: list[list[float]]) -> None:
    spans = decode(np.array(rows, dtype=np.float32).reshape(len(rows), 5), LABELS)
    reached = 0
    for span in spans:
        assert reached <= span.start < span.stop <= len(rows)
        assert 0 < span.score <= 1
        reached = span.stop


def test_log_softmax_is_that_of_probabilities_and_does_not_overflow() -> None:
    log_p = log_softmax(np.array([[1e4, 0.0], [0.0, 0.0]], dtype=np.float32))
    assert np.exp(log_p).sum(axis=1) == pytest.approx([1, 1])
    assert log_p[1] == pytest.approx(np.log([0.5, 0.5]))


def test_a_span_ends_at_a_break_and_an_inside_after_it_opens_no_span() -> None:
    (found,) = spans_of(log_softmax(scores_of("B-place", "I-place", "I-place"))[None], LABELS, (0, 1))
    assert [(span.start, span.stop) for span in found if span.label == "place"] == [(0, 1), (1, 3)]


def test_rows_are_decoded_as_if_alone() -> None:
    rows = [scores_of("O", "B-place", "I-place"), scores_of("O", "O", "O"), scores_of("I-person", "I-person", "O")]
    together = spans_of(log_softmax(np.stack(rows)), LABELS)
    assert together == [decode(row, LABELS) for row in rows]
    assert together[1] == []
