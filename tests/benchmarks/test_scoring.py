"""Counting answers: worked by hand."""

import pytest
from benchmarks.scoring import Counts, matches, paired, pairings, percent


def test_precision_recall_and_f1_of_a_worked_example() -> None:
    counts = matches(["a", "b", "c", "d"], ["b", "c", "x"])
    assert (counts.right, counts.predicted, counts.gold) == (2, 3, 4)
    assert counts.precision == 66.67
    assert counts.recall == 50.0
    assert counts.f1 == 57.14  # 2 · 2 / (3 + 4)


def test_counts_are_summed_before_they_are_divided() -> None:
    total = Counts(1, 1, 1) + Counts(0, 3, 1)
    assert total.f1 == 33.33  # and not the average of 100 and 0


def test_an_answer_given_twice_is_right_once() -> None:
    assert matches(["a"], ["a", "a"]) == Counts(1, 2, 1)


def test_no_answer_at_all_is_worth_nothing_and_is_no_error() -> None:
    assert matches(["a"], []).precision == 0.0
    assert matches(["a"], []).f1 == 0.0


def test_a_corpus_without_answers_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="corpus empty"):
        _ = matches([], ["a"]).f1
    with pytest.raises(ValueError, match="percentage of nothing"):
        percent(0, 0)


def test_pairs_are_as_many_as_possible_even_where_greed_would_find_fewer() -> None:
    # The first answer agrees with both; taking the first for it would leave the second gold answer alone.
    agree = {("long", "left"), ("long", "right"), ("short", "left")}
    pairs = pairings(["long", "short"], ["left", "right"], lambda one, other: (one, other) in agree)
    assert pairs == [(0, 1), (1, 0)]


def test_one_long_answer_cannot_be_right_twice() -> None:
    counts = paired([range(0, 3), range(5, 9)], [range(0, 9)], lambda one, other: bool(set(one) & set(other)))
    assert counts == Counts(1, 1, 2)


def test_a_chain_of_exchanges_is_followed_to_its_end() -> None:
    agree = {(0, 0), (1, 0), (1, 1), (2, 1), (2, 2)}
    assert len(pairings([0, 1, 2], [0, 1, 2], lambda one, other: (one, other) in agree)) == 3
