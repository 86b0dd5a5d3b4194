"""Writes benchmark lines into the table of RESULTS.md: ``python -m benchmarks.names | python -m benchmarks.report``.

Each figure is one row with metric, scorer, corpus digest, split, weights, commit, machine. Rows of the same metric
and split with the same weights and commit are replaced; all others stay, so the table keeps its history. A metric
measured with special options has them behind its name. Lines come from files or from standard input; ``--machine``
says what they were measured on (default: this machine), ``--note`` what else was special.
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import Result

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
FIGURES = "## Figures"
LOWERED = "## Lowered floors"
HEAD = (
    "| metric | scorer | corpus | split | weights | commit | machine | figure |",
    "|---|---|---|---|---|---|---|---|",
)
SCORERS = {
    "names": "spans and types, strict (conlleval)",
    "attribution": "role units, exact or one-to-one overlap (benchmarks/attribution.py)",
    "triggers": "triggers and arguments by words, types and roles (benchmarks/triggers.py)",
    "predicates": "predicates and core arguments by words (benchmarks/predicates.py)",
    "pages": "four-word shingles, averages over pages (article-extraction-benchmark)",
    "throughput": "wall clock (benchmarks/throughput.py)",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with all that it takes to measure it again."""

    metric: str
    scorer: str
    corpus: str
    split: str
    weights: str
    commit: str
    machine: str
    figure: str

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """Rows of one identity replace each other."""
        return self.metric, self.split, self.weights, self.commit

    def line(self) -> str:
        """The row in Markdown."""
        cells = (getattr(self, name) for name in self.__slots__)
        return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def rows_of(result: Result, machine: str, *, note: str = "") -> list[Row]:
    """The rows of one result; of several corpora, those that the metric's name mentions, or else all."""
    rows = []
    special = ", ".join([*(f"{name}={value}" for name, value in result.options.items()), *([note] if note else [])])
    for key, figure in result.figures.items():
        named = {name: digest for name, digest in result.corpora.items() if name in key} or result.corpora
        rows.append(
            Row(
                f"{result.task}.{key}" + (f" ({special})" if special else ""),
                SCORERS.get(result.task, f"benchmarks/{result.task}.py"),
                ", ".join(f"{name} {digest[:12]}" for name, digest in named.items()),
                result.split,
                result.weights[:12],
                result.commit,
                machine,
                f"{figure:g}",
            )
        )
    return rows


def with_rows(page: str, rows: Iterable[Row]) -> str:
    """The page with rows put into its table of figures.

    Raises:
        ValueError: the page has no such table.
    """
    lines = page.splitlines()
    if FIGURES not in lines or HEAD[1] not in lines[lines.index(FIGURES) :]:
        raise ValueError(f"RESULTS.md has no table under “{FIGURES}”")
    start = lines.index(HEAD[1], lines.index(FIGURES)) + 1
    end = start
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    table = {row.identity: row.line() for row in map(_row, lines[start:end])}
    table.update({row.identity: row.line() for row in rows})
    ordered = [table[identity] for identity in sorted(table)]
    return "\n".join([*lines[:start], *ordered, *lines[end:]]) + "\n"


def _row(line: str) -> Row:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if len(cells) != len(Row.__slots__):
        raise ValueError(f"a row of RESULTS.md has {len(cells)} cells instead of {len(Row.__slots__)}: {line[:60]}")
    return Row(*cells)


def add_line(path: Path, heading: str, line: str) -> None:
    """Adds one line at the end of the section under ``heading``.

    Raises:
        ValueError: the page has no such section.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if heading not in lines:
        raise ValueError(f"{path.name} has no section “{heading}”")
    start = lines.index(heading) + 1
    end = next((at for at in range(start, len(lines)) if lines[at].startswith("## ")), len(lines))
    while end > start and not lines[end - 1].strip():
        end -= 1
    if end == start:
        line = f"\n{line}"
    lines.insert(end, line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def this_machine() -> str:
    """Processor and number of processors that this process may use."""
    model = platform.processor() or platform.machine()
    described = Path("/proc/cpuinfo")
    if described.exists():
        names = [line.partition(":")[2].strip() for line in described.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {usable} cores"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: reads lines, rewrites the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="files of benchmark lines (default: standard input)")
    parser.add_argument("--machine", default=this_machine())
    parser.add_argument("--note", default="", help="put behind the metrics' names")
    parser.add_argument("--results", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    given = "\n".join(path.read_text(encoding="utf-8") for path in options.files) if options.files else sys.stdin.read()
    try:
        results = [Result.of_line(line) for line in given.splitlines() if line.strip()]
    except ValueError as wrong:
        parser.error(str(wrong))
    rows = [row for result in results for row in rows_of(result, options.machine, note=options.note)]
    page = with_rows(options.results.read_text(encoding="utf-8"), rows)
    options.results.write_text(page, encoding="utf-8")
    print(f"{len(rows)} figures written to {options.results.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
