"""How fast reports are read, beside the bare encoder on the same wordpieces, and what it costs in memory.

The reports of ``samples/`` are repeated, each copy under an address of its own so that no two are one, up to ``--n``
reports. Everything is timed from bytes in memory to the finished extraction; loading is not part of it (that is
``cold_start_s``).

* ``articles_per_s_1``, ``articles_per_s_2``: whole program, one and two threads;
* ``tokens_per_s_2``: wordpieces that the encoder is given (markers and repeated context included) a second, whole
  program on two threads;
* ``encoder_ratio``: time of the bare encoder session for the same wordpieces, in the same windows, divided by the
  time of the whole program, one thread each; 1 would mean that all else costs nothing. ``annotator_encoder_ratio``
  is the same for the annotator alone;
* ``html_to_events_sentences_per_s``: sentences a second of the samples that are web pages, two threads;
* ``peak_mib``: the most memory that a fresh process holds while it reads all of them on two threads;
* ``cold_start_s``: from the start of a fresh Python process to the end of the first report read, median of three.

The samples repeat, so words are found in the word cache more often than in a day's news: an accepted gap.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.command import PROJECT
from benchmarks.corpora import Corpus
from onrecord.ingest.given import Given
from onrecord.run.inputs import Input

SAMPLES = PROJECT / "samples"
CORPORA = (
    Corpus(
        "samples",
        "this project's samples/",
        {"dev": ("*.html", "*.txt"), "test": ("*.html", "*.txt")},
        home={"dev": SAMPLES, "test": SAMPLES},
    ),
)
THREADS = 2
COLD_STARTS = 3


def copies(files: Sequence[Path], n: int) -> list[Input]:
    """``n`` reports from the files in turn, each under an address of its own."""
    reports: list[Input] = []
    for number in range(n):
        path = files[number % len(files)]
        given = Given(url=f"https://copies.example/{number}/{path.name}")
        reports.append(Input(f"{path.stem}-{number}{path.suffix}", path.read_bytes(), given))
    return reports


def seconds_of(work: Callable[[], object]) -> float:
    """Wall-clock seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
