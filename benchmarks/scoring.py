"""Precision, recall and F1 by counting, for every task that compares two sets of answers.

Counts are summed over all documents before they are divided (micro-average), as the CoNLL scorer does.

>>> score = matches([("person", 0, 2), ("place", 4, 5)], [("person", 0, 2), ("place", 3, 5)])
>>> score.right, score.predicted, score.gold, score.f1
(1, 2, 2, 50.0)
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answers were right, how many were given, how many there are to find."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Percent of the given answers that are right; 0 where none was given."""
        return percent(self.right, self.predicted) if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Percent of the answers to find that were given.

        Raises:
            ValueError: there is nothing to find.
        """
        return percent(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent.

        Raises:
            ValueError: there is nothing to find.
        """
        if not self.gold:
            raise ValueError("F1 without gold answers means nothing: is the corpus empty?")
        return percent(2 * self.right, self.predicted + self.gold)


def percent(part: int, whole: int) -> float:
    """``part`` of ``whole`` in percent, to two places.

    Raises:
        ValueError: the whole is nothing.
    """
    if not whole:
        raise ValueError("a percentage of nothing means nothing: is the corpus empty?")
    return round(100 * part / whole, 2)


def matches(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Counts:
    """Counts where only equal answers agree, each used once."""
    of_gold, of_predicted = Counter(gold), Counter(predicted)
    return Counts((of_gold & of_predicted).total(), of_predicted.total(), of_gold.total())


def pairings(
    gold: Sequence[Item], predicted: Sequence[Item], agree: Callable[[Item, Item], bool]
) -> list[tuple[int, int]]:
    """The largest possible number of pairs that agree, no answer in two pairs (Kuhn's augmenting paths).

    Which of several largest pairings is given is fixed by the order of the answers; their number is unique.
    """
    candidates = [[column for column, other in enumerate(predicted) if agree(one, other)] for one in gold]
    row_by_column: dict[int, int] = {}

    def placed(row: int, tried: set[int]) -> bool:
        for column in candidates[row]:
            if column in tried:
                continue
            tried.add(column)
            if column not in row_by_column or placed(row_by_column[column], tried):
                row_by_column[column] = row
                return True
        return False

    for row in range(len(gold)):
        placed(row, set())
    return sorted((row, column) for column, row in row_by_column.items())


def paired(gold: Sequence[Item], predicted: Sequence[Item], agree: Callable[[Item, Item], bool]) -> Counts:
    """Counts where ``agree`` decides, and each answer is used at most once."""
    return Counts(len(pairings(gold, predicted, agree)), len(predicted), len(gold))
