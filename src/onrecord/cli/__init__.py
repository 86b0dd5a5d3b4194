"""The command line. Modules here import click and the standard library; all else is loaded by the command that runs.

Exit status: 0 all done; 1 done, but some input was skipped (each is named on standard error); 2 wrong usage or
unreadable settings; 3 a fault of ours; 130 or 143 after Ctrl-C or a request to end.
"""

import sys
from collections.abc import Sequence

import click

from onrecord import __version__
from onrecord.cli.adding import add, demo
from onrecord.cli.console import Console
from onrecord.cli.door import FrontDoor
from onrecord.cli.looking import doctor, export, runs
from onrecord.cli.reading import read


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
def commands() -> None:
    """Put news reports on the record: who did what to whom, where, when, at what cost, and who says so.

    Nothing is sent or fetched over the network. Exit status: 0 all done, 1 some input was skipped, 2 wrong usage,
    3 a fault of ours.
    """


for command in (read, add, demo, export, runs, doctor):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Whatever the locale says: JSON is UTF-8, and an odd name must not end a run.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    console = Console()
    with FrontDoor(console) as door:
        status = commands.main(arguments, prog_name="onrecord", obj=console, standalone_mode=False)
        door.status = status if isinstance(status, int) else 0
    return door.status
