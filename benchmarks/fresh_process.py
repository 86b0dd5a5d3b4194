"""Reads reports in a process of its own and says what that took: the inner half of ``benchmarks.throughput``.

``python -m benchmarks.fresh_process N FILE…`` reads N reports, the files in turn, on two threads, and prints one JSON
line with ``n_read`` and ``peak_mib``, the most memory that the process held at any time.
"""

import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.copies import read_all, reports_of

STATUS = Path("/proc/self/status")
BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""getrusage counts bytes on macOS and KiB elsewhere."""


def peak_mib() -> float:
    """The most resident memory of this process so far.

    On Linux getrusage would give the peak of the process that started this one, where that was higher: a program that
    is executed keeps the figure. The kernel's status file counts from the execution on.
    """
    if STATUS.is_file():
        [line] = [line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:")]
        return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_MAXRSS / 2**20, 1)


def main(arguments: Sequence[str]) -> int:
    """The command."""
    from onrecord.run.reader import Reader

    number, *files = arguments
    n_read = read_all(Reader().attempt, reports_of([Path(name) for name in files], int(number)), n_threads=2)
    print(json.dumps({"n_read": n_read, "peak_mib": peak_mib()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
