"""``onrecord export``, ``runs`` and ``doctor``: what a collection holds, how it came in, and whether all is well."""

import datetime as dt
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypedDict, Unpack

import click

from onrecord.cli.console import Console, console_options
from onrecord.cli.door import DONE, SOME_SKIPPED
from onrecord.cli.facts import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.store.ledger import RunSummary


class FilterValues(TypedDict):
    """The values of the filter options; the names are those of :class:`~onrecord.store.queries.Filters`."""

    country: str | None
    category: str | None
    kind: str | None
    publisher: str | None
    since: dt.date | None
    until: dt.date | None


@click.command()
@click.argument("place", metavar="DB")
@click.option(
    "--to",
    "format_name",
    type=click.Choice(["csv", "jsonl"]),
    required=True,
    help="csv: a row per event; jsonl: a line per report.",
)
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - is standard output."
)
@click.option("--country", metavar="CODE", help="Events in this country (ISO 3166, two letters: IQ).")
@click.option("--category", metavar="NAME", help="Events of this PLOVER category (ASSAULT).")
@click.option("--kind", metavar="NAME", help="Events of this kind (drone-strike).")
@click.option("--publisher", metavar="NAME", help="Events in reports of this publisher.")
@click.option("--since", type=DAY, metavar="DAY", help="Events that may have been on this day or later.")
@click.option("--until", type=DAY, metavar="DAY", help="Events that may have been on this day or before.")
@click.option("--raw", is_flag=True, help="Leave fields that a spreadsheet would run as formulas as they are.")
@console_options
@click.pass_obj
def export(
    console: Console, place: str, format_name: str, output: str, *, raw: bool, **filters: Unpack[FilterValues]
) -> int:
    """Write a collection, or the part that the filters ask for, to a file.

    With filters, jsonl holds the reports that have such an event. An event without known days is left out by --since
    and --until.
    """
    from onrecord.export.formats import FORMATS
    from onrecord.export.formats import export as write
    from onrecord.store.collection import Collection
    from onrecord.store.queries import Filters

    with Collection.open(place, create=False) as collection, _written_whole(output) as file:
        n_rows = write(collection, format_name, file, filters=Filters(**filters), raw=raw)
    console.say(f"{n_rows:,} {FORMATS[format_name].rows} → {'standard output' if output == '-' else output}")
    return DONE


@contextmanager
def _written_whole(output: str) -> "Iterator[TextIO]":
    """A file to write that appears under its name only when it is complete; or standard output."""
    if output == "-":
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
        yield sys.stdout
        return
    target = Path(output)
    if not target.absolute().parent.is_dir():
        raise click.UsageError(f"{output}: the folder {target.absolute().parent} does not exist")
    if target.is_dir():
        raise click.UsageError(f"{output}: is a folder; name a file in it")
    if target.exists() and not target.is_file():  # a device or a pipe, which must not be replaced by a file
        with target.open("w", encoding="utf-8", newline="") as file:
            yield file
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@click.command()
@click.argument("place", metavar="DB")
@click.option("--skips", is_flag=True, help="Also name every input that was passed over, with the reason.")
@console_options
@click.pass_obj
def runs(console: Console, place: str, *, skips: bool) -> int:
    """List the runs that filled a collection: what was read, added, already there and skipped."""
    from onrecord.store.collection import Collection

    with Collection.open(place, create=False) as collection:
        listed = collection.runs()
        if not listed:
            console.say("no run yet; 'onrecord add' makes one")
        for run in listed:
            for line in _run_lines(run):
                console.result(line)
            for skip in collection.skips(run.id) if skips else ():
                last = skip.detail.strip().splitlines()[-1:] or [""]
                console.result(f"    skipped {skip.item}: {skip.reason.value}: {last[0]}")
    return DONE


def _run_lines(run: "RunSummary") -> list[str]:
    state = "complete" if run.is_complete else f"stopped at shard {run.shards_done} of {run.shard_count}"
    counts = run.counts
    return [
        f"run {run.number}  {run.started_at}  {state}  {', '.join(run.inputs)}",
        f"    read {counts.read:,} = added {counts.added:,} + already there {counts.already_there:,}"
        f" + skipped {counts.skipped:,}  (onrecord {run.producer.version}, weights {run.producer.weights[:12]})",
    ]


@click.command()
@click.argument("place", metavar="[DB]", required=False)
@console_options
@click.pass_obj
def doctor(console: Console, place: str | None) -> int:
    """Check the program, and a collection where one is named: versions, digests, integrity, permission to write."""
    from onrecord.run.checkup import checkup

    status = DONE
    for finding in checkup(place):
        console.result(f"{'ok ' if finding.is_well else 'BAD'}  {finding.what:<22} {finding.detail}")
        if not finding.is_well:
            status = SOME_SKIPPED
    return status
