"""Ctrl-C and a request to end, as a question that a loop can ask between two steps."""

import signal
from types import FrameType, TracebackType
from typing import Self


class StopSignals:
    """While open, the first SIGINT or SIGTERM only sets ``received``; a second one acts as it always did."""

    def __init__(self) -> None:
        self.received: signal.Signals | None = None
        self._before: dict[signal.Signals, signal._HANDLER] = {}

    def __enter__(self) -> Self:
        for one in (signal.SIGINT, signal.SIGTERM):
            self._before[one] = signal.signal(one, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.received = signal.Signals(number)
        self._restore()

    def _restore(self) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)

    @property
    def exit_status(self) -> int:
        """What shells expect of a program that a signal has stopped: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + int(self.received or 0)
