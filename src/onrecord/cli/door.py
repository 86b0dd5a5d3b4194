"""How a command ends: every way out has its exit status and one clear line on standard error."""

import os
import sys
import traceback
from types import TracebackType
from typing import Self

import click

from onrecord.cli.console import Console
from onrecord.core.errors import OnrecordError, ResourceError, WeightsError

DONE = 0
SOME_SKIPPED = 1
WRONG_USAGE = 2
OUR_FAULT = 3
INTERRUPTED = 130


class FrontDoor:
    """Turns what leaves a command, good or bad, into ``status``; nothing passes it but a request to exit."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.status = DONE

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is None:
            return self._flush()
        if self._console.verbose and not isinstance(error, click.ClickException | SystemExit):
            self._console.error("".join(traceback.format_exception(error)).rstrip())
        match error:
            case SystemExit() | BrokenPipeError():
                return self._stop_writing()  # click leaves by SystemExit here for a closed pipe, and for nothing else
            case click.exceptions.Abort() | KeyboardInterrupt():
                self._console.error("stopped")
                self.status = INTERRUPTED
            case click.ClickException():
                error.show(sys.stderr)
                self.status = WRONG_USAGE
            case WeightsError() | ResourceError():
                self._console.error(f"onrecord: {error}")
                self.status = OUR_FAULT
            case OnrecordError():
                self._console.error(f"onrecord: {error}")
                self.status = WRONG_USAGE
            case OSError() if error.filename is not None:
                self._console.error(f"onrecord: {error.filename}: {error.strerror}")
                self.status = WRONG_USAGE
            case Exception():
                hint = "" if self._console.verbose else " (--verbose shows where)"
                self._console.error(f"onrecord: a fault of ours: {type(error).__name__}: {error}{hint}")
                self.status = OUR_FAULT
            case _:
                return False
        return True

    def _flush(self) -> bool:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            return self._stop_writing()
        return True

    def _stop_writing(self) -> bool:
        """Whoever read our output has had enough: no error, and nothing more may be flushed there at exit."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        self.status = DONE
        return True
