"""Holds the dev figures to their floors: run it before anything that could change what the program finds.

``python -m benchmarks.gate`` measures every gated task whose corpora are there and exits with 1 if a figure fell
below its floor (``floors.json``) by more than its margin, or a corpus changed. Without data the page task still
runs, on the pages of this project, and the others are said to be left out.

``--raise`` moves floors up to what was measured. ``--lower TASK.KEY --because "…"`` is the only way down, and
``--corpus TASK --because "…"`` the only way to other corpora; both add a line to RESULTS.md. ``--only TASK``
(may be repeated) measures no other task.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.attribution import ATTRIBUTION
from benchmarks.command import Benchmark, NoDataError, Result, measured
from benchmarks.events_gold import EVENTS_GOLD
from benchmarks.floors import TaskFloors, failures, lowered, raised, read_floors, rebased, write_floors
from benchmarks.names import NAMES
from benchmarks.pages import PAGES
from benchmarks.report import LOWERED, add_line
from benchmarks.statements_gold import STATEMENTS_GOLD
from onrecord.core.errors import ResourceError, WeightsError

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Gated:
    """One task of the gate: a benchmark and the arguments of its command."""

    benchmark: Benchmark
    arguments: tuple[str, ...] = ()


GATED: Mapping[str, Gated] = {
    "names": Gated(NAMES, tuple(f"--cased={case}" for case in ("lower", "upper", "title"))),
    "attribution": Gated(ATTRIBUTION),
    "attribution-product": Gated(ATTRIBUTION, ("--through=product",)),
    "pages": Gated(PAGES),
    "statements_gold": Gated(STATEMENTS_GOLD),
    "events_gold": Gated(EVENTS_GOLD),
}

Measure = Callable[[Gated], Result]


def shipped(gated: Gated) -> Result:
    """Measures with the shipped weights, on dev.

    Raises:
        NoDataError: none of the task's corpora is there.
    """
    return measured(gated.benchmark, ("--split=dev", "--json", *gated.arguments))


@dataclass(frozen=True, slots=True)
class Book:
    """The two files that the gate keeps."""

    floors: Path = FOLDER / "floors.json"
    results: Path = FOLDER / "RESULTS.md"


def results_of(tasks: Sequence[str], measure: Measure) -> dict[str, Result]:
    """The results of all tasks that have data; the others are named on standard error."""
    results: dict[str, Result] = {}
    for task in tasks:
        try:
            results[task] = measure(GATED[task])
        except NoDataError as missing:
            print(f"left out: {task}, {missing}", file=sys.stderr)
    return results


def check(results: Mapping[str, Result], floors: Mapping[str, TaskFloors]) -> list[str]:
    """All that is wrong, a line each."""
    wrong: list[str] = []
    for task, result in results.items():
        wrong += failures(task, floors.get(task, TaskFloors({}, {})), result)
    return wrong


def main(arguments: Sequence[str] | None = None, *, measure: Measure = shipped, book: Book | None = None) -> int:
    """The command: 0 all floors hold, 1 some do not, 2 wrong usage or no weights."""
    book = book or Book()
    parser = _parser()
    options = parser.parse_args(arguments)
    task, _, key = (options.lower or options.corpus or "").partition(".")
    if (options.lower or options.corpus) and not (options.because or "").strip():
        parser.error('--lower and --corpus take a reason: --because "…"')
    if task and (task not in GATED or bool(key) != bool(options.lower)):
        parser.error(f"--lower takes TASK.KEY and --corpus TASK, of the tasks {', '.join(GATED)}")
    floors = read_floors(book.floors)
    try:
        results = results_of([task] if task else options.only or list(GATED), measure)
    except (WeightsError, ResourceError) as missing:
        print(missing, file=sys.stderr)
        return 2
    if task:
        if task not in results or (key and key not in results[task].figures):
            parser.error(f"{options.lower or task} could not be measured: nothing was changed")
        result, before = results[task], floors.get(task, TaskFloors({}, {}))
        try:
            after = (
                lowered(before, key, result.figures[key], options.because)
                if key
                else rebased(before, result, options.because)
            )
        except ValueError as refused:
            parser.error(str(refused))
        write_floors(book.floors, {**floors, task: after})
        for moved in [key] if key else list(result.figures):
            old = before.figures.get(moved)
            was = f"{old.floor:g}" if old else "none"
            _tell(book, f"`{task}.{moved}`: {was} → {after.figures[moved].floor:g}, because {options.because.strip()}")
        return 0
    if options.upward:
        for name, result in results.items():
            reason = options.because or f"measured at {result.commit}, weights {result.weights[:12]}"
            try:
                floors[name] = raised(floors.get(name), result, reason)
            except ValueError as refused:
                parser.error(f"{name}: {refused}")
        write_floors(book.floors, floors)
    wrong = check(results, floors)
    for name, result in results.items():
        for key, figure in result.figures.items():
            print(f"{name}.{key}: {figure:g}")
    for line in wrong:
        print(f"FAILED {line}", file=sys.stderr)
    if not wrong:
        print(f"the gate holds: {', '.join(results) or 'nothing measured'}")
    return 1 if wrong else 0


def _tell(book: Book, line: str) -> None:
    add_line(book.results, LOWERED, f"- {dt.datetime.now(dt.UTC).date().isoformat()} {line}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--only", action="append", choices=tuple(GATED), help="measure only this task")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", dest="upward", action="store_true", help="move floors up to what was measured")
    change.add_argument("--lower", metavar="TASK.KEY", help="move one floor down to what was measured")
    change.add_argument("--corpus", metavar="TASK", help="measure one task's floors anew on other corpora")
    parser.add_argument("--because", metavar="REASON", help="why a floor moves")
    return parser


if __name__ == "__main__":
    sys.exit(main())
