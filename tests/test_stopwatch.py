"""The stopwatch of the tests can fail what is slow, and passes what is not."""

import time

import pytest
import stopwatch
from stopwatch import growth, least_seconds


class Clock:
    """A processor clock that stands still but for the work that is done."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds

    def work(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(stopwatch.time, "process_time", made)
    return made


def test_the_best_try_counts(clock: Clock) -> None:
    tries = iter([3.0, 1.0, 2.0])
    assert least_seconds(lambda: clock.work(next(tries))) == pytest.approx(1.0)


def test_a_try_that_is_good_enough_is_the_last(clock: Clock) -> None:
    tries = iter([3.0, 1.0, 0.5])
    assert least_seconds(lambda: clock.work(next(tries)), enough=1.5) == pytest.approx(1.0)
    assert next(tries) == 0.5


def test_what_is_slow_every_time_is_slow(clock: Clock) -> None:
    assert least_seconds(lambda: clock.work(3.0), enough=1.0) == pytest.approx(3.0)


@pytest.mark.parametrize(("power", "times"), [(1, 4), (2, 16)])
def test_growth_tells_a_quadratic_time_from_a_linear_one(clock: Clock, power: int, times: int) -> None:
    assert growth(lambda size: clock.work(size**power), 2, 8) == pytest.approx(times)


def test_what_is_too_short_to_be_measured_has_not_grown(clock: Clock) -> None:
    assert growth(lambda size: clock.work(0.001 * size**2), 1, 4) < 1


def test_waiting_is_no_work() -> None:
    assert least_seconds(lambda: time.sleep(0.2), tries=1) < 0.15
