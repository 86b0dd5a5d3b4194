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

BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""getrusage counts bytes on macOS and KiB on Linux."""


def peak_mib() -> float:
    """The most resident memory of this process so far."""
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
