"""Many reports out of a few: the same words under addresses of their own, so that no two are one.

>>> [report.given.url for report in reports_of([Path("a.txt")], 2)] if Path("a.txt").exists() else []
[]
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.core.extraction import Skipped
from onrecord.ingest import Given
from onrecord.run.inputs import Input
from onrecord.run.ordered import map_in_order


def reports_of(files: Sequence[Path], n: int) -> Iterator[Input]:
    """``n`` reports in memory, the files in turn."""
    contents = [(path, path.read_bytes()) for path in files]
    for number in range(n):
        path, content = contents[number % len(contents)]
        yield Input(path.name, content, Given(url=f"https://copies.example/{number}/{path.name}"))


def read_all(attempt: Callable[[Input], object], reports: Iterator[Input] | Sequence[Input], *, n_threads: int) -> int:
    """Reads every report and gives their number.

    Raises:
        RuntimeError: a report was skipped; its time would count as that of a reading.
    """
    n_read = 0
    for result in map_in_order(attempt, reports, n_threads=n_threads) if n_threads > 1 else map(attempt, reports):
        if isinstance(result, Skipped):
            raise RuntimeError(f"{result.item} was skipped at {result.stage} ({result.reason}): {result.detail}")
        n_read += 1
    return n_read
