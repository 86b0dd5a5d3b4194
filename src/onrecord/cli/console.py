"""What a command says: results on standard output, everything else on standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.core.extraction import Skipped
    from onrecord.export.layout import Line

_WIDTH_WITHOUT_TERMINAL = 100
_WIDEST = 120

_COLOURS: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "cyan"},
    "label": {"dim": True},
    "value": {"bold": True},
    "quote": {"fg": "green"},
    "unknown": {"fg": "yellow"},
}

# What to do about a skipped input, by its reason.
_HINTS = {
    "missing": "check the name",
    "unreadable": "check that you may read it",
    "binary": "web pages and plain text can be read",
    "too-large": "split it, or save the report alone",
    "not-an-article": "save the page of one report, not a list of reports",
    "language": "only reports in English can be read",
    "unsupported": "web pages and plain text can be read",
    "damaged": "save it again",
    "bug": "a fault of ours: please report it with the output of --verbose",
}


class Console:
    """Where a command writes; ``quiet`` leaves out what is neither a result nor a problem."""

    def __init__(self) -> None:
        self.quiet = False
        self.verbose = False

    def result(self, text: str) -> None:
        """A line of the result."""
        click.echo(text)

    def say(self, text: str) -> None:
        """A remark, which ``--quiet`` leaves out."""
        if not self.quiet:
            click.echo(text, err=True)

    def error(self, text: str) -> None:
        """A problem, which is always told."""
        click.echo(text, err=True)

    def lines(self, lines: Iterable["Line"]) -> None:
        """Styled lines of the result; coloured only on a terminal, and not where NO_COLOR is set."""
        coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for line in lines:
            words = ((click.style(piece.text, **_COLOURS.get(piece.style.value, {})), piece.text) for piece in line)
            click.echo("".join(styled if coloured else bare for styled, bare in words).rstrip())

    def width(self) -> int:
        """Cells in a line of the terminal; the same everywhere where there is none."""
        if not sys.stdout.isatty():
            return _WIDTH_WITHOUT_TERMINAL
        return max(40, min(shutil.get_terminal_size().columns, _WIDEST))

    def skipped(self, skip: "Skipped") -> None:
        """Name an input that gave nothing, with the reason and what to do."""
        from onrecord.export.layout import shown

        lines = skip.detail.strip().splitlines() or [""]
        hint = _HINTS.get(skip.reason.value)
        told = shown(lines[-1])
        self.error(f"skipped {shown(skip.item)}: {skip.reason.value}: {told}{f' ({hint})' if hint else ''}")
        if self.verbose and len(lines) > 1:
            self.error("\n".join(f"    {line}" for line in lines))


def plural(number: int, noun: str) -> str:
    """ "1 report", "1,204 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


Command = TypeVar("Command", bound=Callable[..., object])


def _set(field: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def setter(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
        setattr(context.ensure_object(Console), field, value)

    return setter


def console_options(command: Command) -> Command:
    """``--quiet`` and ``--verbose``, as every command has them."""
    quiet = click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_set("quiet"),
        help="No progress and no remarks; problems are still named.",
    )
    verbose = click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_set("verbose"),
        help="Say more about problems, with tracebacks.",
    )
    return quiet(verbose(command))
