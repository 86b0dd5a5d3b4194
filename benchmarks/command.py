"""The door that all benchmarks share: arguments in, one JSON line out.

``{"task", "split", "corpora": {name: sha256}, "weights", "commit", "figures": {key: number}, "seconds"}`` goes to
standard output, with ``"options"`` for those that change what a key means; everything for people goes to standard
error. Exit status: 0 measured; 2 no data, no weights, or wrong usage, with a line that says what to get and from where.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.corpora import Corpus
from benchmarks.readers import Annotator, Doors, Product
from onrecord.core.errors import ResourceError, WeightsError

PROJECT = Path(__file__).resolve().parent.parent
DATA_VARIABLE = "ONRECORD_DATA"
NO_WEIGHTS = "none"
Figures = dict[str, float]


class NoDataError(Exception):
    """None of a benchmark's corpora is there; the message says what to get and from where."""


@dataclass(frozen=True)
class Request:
    """What one run of a benchmark is asked for: where, which split, which of its corpora are there, and options."""

    data: Path | None
    split: str
    files: Mapping[str, tuple[Path, ...]]
    options: argparse.Namespace
    doors: Doors = field(default_factory=Doors)

    @cached_property
    def annotator(self) -> Annotator:
        """The annotator, loaded when first asked for."""
        return self.doors.annotator()

    @cached_property
    def product(self) -> Product:
        """The whole program, loaded when first asked for."""
        return self.doors.product()

    @property
    def weights(self) -> str:
        """The digest of the weights used, or "none" where nothing was loaded."""
        if "annotator" in self.__dict__:
            return self.annotator.weights_digest
        return self.product.producer.weights if "product" in self.__dict__ else NO_WEIGHTS


@dataclass(frozen=True, slots=True)
class Result:
    """One line of figures."""

    task: str
    split: str
    corpora: dict[str, str]
    weights: str
    commit: str
    figures: Figures
    seconds: float
    options: dict[str, str] = field(default_factory=dict)

    def line(self) -> str:
        """The result as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_line(cls, line: str) -> "Result":
        """The result that :meth:`line` wrote.

        Raises:
            ValueError: the line is not JSON, or lacks a field.
        """
        read = json.loads(line)
        try:
            return cls(**{"options": {}, **read})
        except TypeError as wrong:
            raise ValueError(f"not a benchmark's line ({wrong}): {line[:80]}") from wrong


def no_options(parser: argparse.ArgumentParser) -> None:
    """Adds nothing: for benchmarks without options of their own."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One task: its corpora, the function that measures it, and the options of its command.

    ``telling_options`` are those that change what a figure means, and so belong to its line.
    """

    task: str
    corpora: tuple[Corpus, ...]
    measure: Callable[[Request], Figures]
    add_options: Callable[[argparse.ArgumentParser], None] = field(default=no_options)
    telling_options: tuple[str, ...] = ()

    def parser(self) -> argparse.ArgumentParser:
        """The command's arguments."""
        parser = argparse.ArgumentParser(
            prog=f"python -m benchmarks.{self.task}", description=sys.modules[self.measure.__module__].__doc__
        )
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.add_argument("--data", type=Path, help=f"folder of the corpora (default: ${DATA_VARIABLE})")
        parser.add_argument("--split", choices=("dev", "test"), default="dev")
        parser.add_argument("--json", action="store_true", help="only the JSON line: nothing on standard error")
        self.add_options(parser)
        return parser


def measured(benchmark: Benchmark, arguments: Sequence[str] = (), *, doors: Doors | None = None) -> Result:
    """Runs one benchmark with the arguments of its command.

    Raises:
        NoDataError: none of its corpora is there.
        WeightsError, ResourceError: it needs weights or tables, and they are missing.
    """
    options = benchmark.parser().parse_args(arguments)
    data = options.data or data_folder()
    split: str = options.split
    files = {corpus.name: corpus.files(data, split) for corpus in benchmark.corpora}
    present = {name: found for name, found in files.items() if found}
    if not present:
        raise NoDataError(what_to_get(benchmark.corpora, data, split))
    absent = [corpus for corpus in benchmark.corpora if corpus.name not in present and split in corpus.parts]
    if absent and not options.json:
        print(what_to_get(absent, data, split), file=sys.stderr)
    request = Request(data, split, present, options, doors or Doors())
    started = time.perf_counter()
    figures = benchmark.measure(request)
    seconds = round(time.perf_counter() - started, 2)
    digests = {corpus.name: corpus.digest(data, split) for corpus in benchmark.corpora if corpus.name in present}
    special = {name: str(getattr(options, name)) for name in benchmark.telling_options}
    return Result(benchmark.task, split, digests, request.weights, commit(), figures, seconds, special)


def main(benchmark: Benchmark, arguments: Sequence[str] | None = None) -> int:
    """The command: prints the line and gives the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    quiet = benchmark.parser().parse_args(given).json
    try:
        result = measured(benchmark, given)
    except (NoDataError, WeightsError, ResourceError) as missing:
        print(missing, file=sys.stderr)
        return 2
    if not quiet:
        width = max(map(len, result.figures), default=0)
        for key, figure in result.figures.items():
            print(f"{key:<{width}}  {figure:g}", file=sys.stderr)
    print(result.line(), flush=True)
    return 0


def data_folder() -> Path | None:
    """The folder that the environment names, if it does."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else None


def what_to_get(corpora: Sequence[Corpus], data: Path | None, split: str) -> str:
    """What is missing, where it should lie, and where one gets it."""
    lines = [f"no {split} data under {data}:" if data else f"no data: give --data DIR or set {DATA_VARIABLE}:"]
    for corpus in corpora:
        patterns = ", ".join(corpus.parts.get(split, ())) or f"no {split} part exists"
        lines.append(f"  {corpus.name}: {patterns} (from {corpus.source})")
    return "\n".join(lines)


def commit(folder: Path = PROJECT) -> str:
    """The commit of the checkout, with "+" where files differ from it; "unknown" outside a checkout."""
    try:
        head = subprocess.run(
            ["git", "-C", str(folder), "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True
        )
        changed = subprocess.run(
            ["git", "-C", str(folder), "status", "--porcelain", "--untracked-files=no", "--", "src", "benchmarks"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return head.stdout.strip() + ("+" if changed.stdout.strip() else "")
