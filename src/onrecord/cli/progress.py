"""How far a run has come and how long it will take: a bar on a terminal, now and then a plain line elsewhere.

The estimate rests on bytes, because reports differ in length, and only on what was read in this sitting: what an
earlier one had done cost nothing now and says nothing of the pace.
"""

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.cli.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Plain lines come this far apart: often enough to see life, seldom enough for a log file.
_SECONDS_BETWEEN_LINES = 10.0
# No estimate before so much was read: the first reports pay for loading the weights.
_SECONDS_BEFORE_ESTIMATE = 2.0


@dataclass
class Pace:
    """The arithmetic of progress: inputs and bytes done, speed, and the time left."""

    n_inputs: int
    n_bytes: int
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self.inputs_done = 0
        self.bytes_done = 0
        self._inputs_now = 0
        self._bytes_now = 0
        self._began = self.clock()

    def found_done(self, n_inputs: int, n_bytes: int) -> None:
        """Count what an earlier sitting had done."""
        self.inputs_done += n_inputs
        self.bytes_done += n_bytes

    def advance(self, n_inputs: int, n_bytes: int) -> None:
        """Count what was read just now."""
        self.found_done(n_inputs, n_bytes)
        self._inputs_now += n_inputs
        self._bytes_now += n_bytes

    def inputs_per_second(self) -> float:
        """The speed of this sitting."""
        seconds = self.clock() - self._began
        return self._inputs_now / seconds if seconds > 0 else 0.0

    def seconds_left(self) -> float | None:
        """How long the rest will take at this pace; None while nothing can be said."""
        seconds = self.clock() - self._began
        if seconds < _SECONDS_BEFORE_ESTIMATE or not self._inputs_now:
            return None
        if self._bytes_now:
            return (self.n_bytes - self.bytes_done) * seconds / self._bytes_now
        return (self.n_inputs - self.inputs_done) * seconds / self._inputs_now

    def in_words(self) -> str:
        """ "448/1,000 reports · 61/s · 0:09 left"."""
        parts = [f"{self.inputs_done:,}/{self.n_inputs:,} reports"]
        if self._inputs_now:
            parts.append(f"{self.inputs_per_second():.0f}/s")
        left = self.seconds_left()
        if left is not None:
            parts.append(f"{clock_time(left)} left")
        return " · ".join(parts)


def clock_time(seconds: float) -> str:
    """Seconds as "0:09" or "1:02:03".

    >>> clock_time(3723.2)
    '1:02:03'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class ProgressDisplay:
    """Shows a :class:`Pace` while it advances; shows nothing when the console is quiet."""

    def __init__(self, console: Console, pace: Pace) -> None:
        self._console = console
        self._pace = pace
        self._stack = ExitStack()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._last_line = pace.clock()

    def __enter__(self) -> Self:
        if not self._console.quiet and sys.stderr.isatty():
            from rich.console import Console as Terminal
            from rich.progress import BarColumn, Progress, TextColumn

            self._bar = Progress(BarColumn(), TextColumn("{task.fields[words]}"), console=Terminal(stderr=True))
            self._stack.enter_context(self._bar)
            self._task = self._bar.add_task("", total=max(1, self._pace.n_inputs), words="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def show(self) -> None:
        """Bring the display up to date."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._pace.inputs_done, words=self._pace.in_words())
        elif self._pace.clock() - self._last_line >= _SECONDS_BETWEEN_LINES:
            self._last_line = self._pace.clock()
            self._console.say(self._pace.in_words())
