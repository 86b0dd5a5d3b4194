import io
import signal
import sys
from collections.abc import Iterator

import pytest

from onrecord.cli.console import Console
from onrecord.cli.progress import Pace, ProgressDisplay, clock_time
from onrecord.cli.stopping import StopSignals


class Clock:
    """Shows the time that it is set to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_the_estimate_follows_bytes_because_reports_differ_in_length() -> None:
    clock = Clock()
    pace = Pace(10, 1000, clock)
    pace.advance(1, 500)
    clock.seconds += 10
    assert pace.seconds_left() == 10.0, "half of the bytes took ten seconds"
    assert pace.inputs_per_second() == 0.1
    assert pace.in_words() == "1/10 reports · 0/s · 0:10 left"


def test_what_was_done_before_says_nothing_of_the_pace() -> None:
    clock = Clock()
    pace = Pace(10, 1000, clock)
    pace.found_done(8, 800)
    clock.seconds += 5
    assert pace.seconds_left() is None
    assert pace.in_words() == "8/10 reports"
    pace.advance(1, 100)
    assert pace.seconds_left() == 5.0


def test_there_is_no_estimate_before_there_is_ground_for_one() -> None:
    clock = Clock()
    pace = Pace(10, 1000, clock)
    pace.advance(1, 100)
    assert pace.seconds_left() is None
    assert pace.inputs_per_second() == 0.0


def test_inputs_without_bytes_are_estimated_by_their_number() -> None:
    clock = Clock()
    pace = Pace(4, 0, clock)
    pace.advance(1, 0)
    clock.seconds += 6
    assert pace.seconds_left() == 18.0


@pytest.mark.parametrize(("seconds", "words"), [(0.4, "0:00"), (9, "0:09"), (61, "1:01"), (3600, "1:00:00")])
def test_times_are_told_as_a_clock_does(seconds: float, words: str) -> None:
    assert clock_time(seconds) == words


def test_a_plain_line_comes_now_and_then_and_never_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    clock, console = Clock(), Console()
    pace = Pace(100, 1000, clock)
    with ProgressDisplay(console, pace) as display:
        for _ in range(30):
            pace.advance(1, 10)
            clock.seconds += 1
            display.show()
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"{done}/100 reports · 1/s · 1:{left} left" for done, left in ((10, 30), (20, 20), (30, 10))]
    console.quiet = True
    with ProgressDisplay(console, pace) as display:
        clock.seconds += 60
        display.show()
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    pace = Pace(10, 1000, Clock())
    with ProgressDisplay(Console(), pace) as display:
        pace.advance(10, 1000)
        display.show()
    assert "10/10 reports" in screen.getvalue()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C ends this process even if a shell has started it in the background, deaf to Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_first_signal_is_noted_and_the_second_acts_as_ever(interruptible: None) -> None:
    before = signal.getsignal(signal.SIGINT)
    with StopSignals() as stop:
        assert stop.received is None
        signal.raise_signal(signal.SIGINT)
        assert stop.received is signal.SIGINT
        assert stop.exit_status == 130
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
