"""``onrecord add`` and ``onrecord demo``: reading into a collection."""

from collections import Counter
from typing import TYPE_CHECKING, Unpack

import click

from onrecord.cli.console import Console, console_options, plural
from onrecord.cli.facts import Facts, fact_options, given_of
from onrecord.cli.progress import Pace, ProgressDisplay
from onrecord.cli.reading import standard_input, status_of
from onrecord.cli.stopping import StopSignals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.core.extraction import Skipped
    from onrecord.run.adding import Adding
    from onrecord.store.collection import Collection
    from onrecord.store.ledger import Counts


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--db", "place", required=True, metavar="DB", help="The collection: a file, made where there is none.")
@fact_options
@console_options
@click.pass_obj
def add(console: Console, inputs: tuple[str, ...], place: str, **facts: Unpack[Facts]) -> int:
    """Read reports into a collection; safe to repeat, to interrupt and to resume.

    INPUT is a saved web page, a text file, a folder of these, or - for standard input. After Ctrl-C, or if the power
    fails, the same command goes on where it stopped; given once more, it changes nothing.
    """
    from onrecord.run.adding import Adding
    from onrecord.run.inputs import gather
    from onrecord.run.reader import Reader
    from onrecord.store.collection import Collection

    gathered = gather(inputs, given=given_of(facts), standard_input=standard_input(inputs))
    reader = Reader()
    with Collection.open(place) as collection:
        status = _walk(console, collection, Adding(collection, reader, gathered, named=inputs))
        console.say(f"Export: onrecord export {place} --to csv -o events.csv")
    return status


@click.command()
@click.option("--db", "place", default="demo.db", show_default=True, metavar="DB", help="Where to make the collection.")
@click.option("--no-browser", is_flag=True, expose_value=False, help="Open no browser; this version never does.")
@console_options
@click.pass_obj
def demo(console: Console, place: str) -> int:
    """Make a collection of the bundled reports, and list what they put on the record.

    The reports were written for this program; some contradict each other on purpose.
    """
    from onrecord.export.listing import listing
    from onrecord.run.adding import Adding
    from onrecord.run.bundled import bundled_inputs, samples_folder
    from onrecord.run.reader import Reader
    from onrecord.store.collection import Collection

    reader = Reader()
    with Collection.open(place) as collection:
        status = _walk(console, collection, Adding(collection, reader, bundled_inputs(), named=("samples",)))
        console.result("")
        console.lines(listing(collection.extractions(), width=console.width()))
    example = samples_folder() / "baghdad-drone-strike-tribune.html"
    console.result(f"One report in full:  onrecord read {example}")
    console.result(f"As a table:          onrecord export {place} --to csv -o events.csv")
    console.result("Your own reports:    onrecord add FOLDER --db mine.db")
    return status


def _walk(console: Console, collection: "Collection", adding: "Adding") -> int:
    """Take all steps, or as many as there is time for; the exit status."""
    from onrecord.store.ledger import Counts

    counts = Counts()
    skips: list[Skipped] = []
    pace = Pace(adding.n_inputs, adding.n_bytes)
    steps = adding.steps()
    with StopSignals() as stop, ProgressDisplay(console, pace) as display:
        for step in steps:
            for skip in step.skipped:
                console.skipped(skip)
            skips += step.skipped
            if step.written is not None:
                counts += step.written
            if step.found_done:
                pace.found_done(step.n_inputs, step.n_bytes)
            else:
                pace.advance(step.n_inputs, step.n_bytes)
            display.show()
            if stop.received:
                steps.close()
                break
    if stop.received and counts.read < adding.n_inputs:
        console.error(
            f"stopped: {counts.read:,} of {plural(adding.n_inputs, 'input')} are done and safe; "
            "the same command goes on from there"
        )
        return stop.exit_status
    _print_summary(console, collection, counts, skips)
    return status_of(skips)


def _print_summary(console: Console, collection: "Collection", counts: "Counts", skips: "Sequence[Skipped]") -> None:
    reasons = ", ".join(f"{n} {reason}" for reason, n in sorted(Counter(skip.reason.value for skip in skips).items()))
    console.result(
        f"added {counts.added:,} · already there {counts.already_there:,} · skipped {counts.skipped:,}"
        f"{f' ({reasons})' if reasons else ''} → {collection.place}"
    )
    contents = collection.contents()
    console.result(
        f"the collection holds {plural(contents.articles, 'report')} with {plural(contents.events, 'event')}"
        f" and {plural(contents.statements, 'statement')}"
    )
