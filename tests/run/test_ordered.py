import threading
import time

import pytest

from onrecord.run.ordered import AHEAD_PER_THREAD, map_in_order


def test_results_come_in_the_order_of_the_items_however_long_each_takes() -> None:
    def slow_when_even(number: int) -> int:
        time.sleep(0.002 * (number % 2 == 0))
        return number * number

    assert list(map_in_order(slow_when_even, range(40), n_threads=3)) == [number * number for number in range(40)]


def test_items_are_not_taken_far_ahead_of_the_results() -> None:
    taken: list[int] = []

    def items() -> "list[int]":
        for number in range(1000):
            taken.append(number)
            yield number  # type: ignore[misc]

    results = map_in_order(lambda number: number, items(), n_threads=2)
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD_PER_THREAD + 1
    results.close()


def test_closing_drops_what_was_not_begun_and_leaves_no_thread() -> None:
    begun: list[int] = []
    before = threading.active_count()

    def note(number: int) -> int:
        begun.append(number)
        time.sleep(0.001)
        return number

    results = map_in_order(note, range(1000), n_threads=2)
    next(results)
    results.close()
    assert len(begun) <= 2 * AHEAD_PER_THREAD
    assert threading.active_count() == before


def test_a_failure_comes_in_the_place_of_its_result() -> None:
    def fail_on_three(number: int) -> float:
        return 1 / (number - 3)

    results = map_in_order(fail_on_three, range(10), n_threads=2)
    assert [next(results) for _ in range(3)] == [1 / -3, 1 / -2, 1 / -1]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_no_items_give_no_results() -> None:
    assert list(map_in_order(str, [], n_threads=2)) == []
