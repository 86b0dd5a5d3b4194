"""``onrecord read``: reads reports and prints what they put on the record; saves nothing."""

import sys
import time
from typing import TYPE_CHECKING, Unpack

import click

from onrecord.cli.console import Console, console_options, plural
from onrecord.cli.door import DONE, OUR_FAULT, SOME_SKIPPED
from onrecord.cli.facts import Facts, fact_options, given_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.core.extraction import Extraction, Skipped
    from onrecord.run.inputs import Input


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--text", metavar="TEXT", help="Read this text instead of a file.")
@fact_options
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["cards", "json", "jsonl"]),
    default="cards",
    show_default=True,
    help="cards to look at; json for exactly one report; jsonl for any number, one per line.",
)
@console_options
@click.pass_obj
def read(console: Console, inputs: tuple[str, ...], text: str | None, format_name: str, **facts: Unpack[Facts]) -> int:
    """Read reports and print what they put on the record; nothing is saved.

    INPUT is a saved web page, a text file, a folder of these, or - for standard input.

    \b
    onrecord read page.html --date 2024-02-08
    onrecord read reports/ --format jsonl > extractions.jsonl
    """
    from onrecord.run.inputs import Input, gather
    from onrecord.run.reader import PASTED

    if text is not None and inputs:
        raise click.UsageError("INPUT and --text exclude each other")
    if text is None and not inputs:
        raise click.UsageError("name an INPUT, or give a text with --text")
    given = given_of(facts)
    gathered = gather(inputs, given=given, standard_input=standard_input(inputs))
    if text is not None:
        gathered = [Input(PASTED, text.encode("utf-8", "surrogateescape"), given)]
    if format_name == "json" and len(gathered) != 1:
        raise click.UsageError(f"--format json prints exactly one report, and {len(gathered)} were named: use jsonl")
    return _print_all(console, gathered, format_name)


def standard_input(inputs: tuple[str, ...]) -> bytes:
    """What stands on standard input, where an input asks for it; no more than it takes to see that it is too large."""
    from onrecord.ingest.inputs import LARGEST, STANDARD_INPUT

    return sys.stdin.buffer.read(LARGEST + 1) if STANDARD_INPUT in inputs else b""


def _print_all(console: Console, gathered: "Sequence[Input | Skipped]", format_name: str) -> int:
    from onrecord.core.extraction import Extraction, Skipped
    from onrecord.run.reader import Reader

    began = time.monotonic()
    skips: list[Skipped] = []
    n_read = n_events = n_statements = 0
    for result in Reader().read_many(gathered):
        match result:
            case Skipped():
                skips.append(result)
                console.skipped(result)
            case Extraction():
                if format_name == "cards" and n_read:
                    console.result("")
                n_read += 1
                n_events += len(result.events)
                n_statements += len(result.statements)
                _print(console, result, format_name)
    seconds = time.monotonic() - began
    console.say(
        f"{plural(n_read, 'report')} · {plural(n_events, 'event')} · {plural(n_statements, 'statement')}"
        f" · {len(skips)} skipped · {seconds:.1f} s · nothing was saved"
    )
    return status_of(skips)


def status_of(skips: "Sequence[Skipped]") -> int:
    """The exit status after these were skipped."""
    if any(skip.reason.value == "bug" for skip in skips):
        return OUR_FAULT
    return SOME_SKIPPED if skips else DONE


def _print(console: Console, extraction: "Extraction", format_name: str) -> None:
    from onrecord.export.cards import card
    from onrecord.store.json_form import dump, dumps, dumps_value

    match format_name:
        case "cards":
            console.lines(card(extraction, width=console.width()))
        case "json":
            console.result(dumps_value(dump(extraction), indent=1))
        case "jsonl":
            console.result(dumps(extraction))
