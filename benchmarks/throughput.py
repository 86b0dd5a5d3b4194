"""How fast reports are read, beside the bare encoder on the same wordpieces, and what it costs in memory.

The reports of ``samples/`` are repeated, each copy under an address of its own so that no two are one, up to ``--n``
reports. Everything is timed from bytes in memory to the finished extraction; loading is not part of it (that is
``cold_start_s``).

* ``articles_per_s_1``, ``articles_per_s_2``: whole program, one and two threads;
* ``tokens_per_s_2``: wordpieces that the encoder is given (markers and repeated context included) a second, whole
  program on two threads;
* ``encoder_ratio``: time of the bare encoder session for the same wordpieces, in the same windows, divided by the
  time of the whole program, one thread each; 1 would mean that all else costs nothing. ``annotator_encoder_ratio``
  is the same for the annotator alone, and ``annotator_articles_per_s_1`` its speed;
* ``html_to_events_sentences_per_s``: sentences a second of the samples that are web pages, two threads;
* ``peak_mib``: the most memory that a fresh process holds while it reads all of them on two threads;
* ``cold_start_s``: from the start of a fresh Python process to the end of the first report read, median of three.

The bare encoder is the shipped graph, heads included. The samples repeat, so words are found in the word cache more
often than in a day's news. Both are accepted gaps.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import PROJECT, Benchmark, Figures, Request, main
from benchmarks.copies import read_all, reports_of
from benchmarks.corpora import Corpus
from onrecord.annotate.session import Reading, Session
from onrecord.annotate.windows import Encoded
from onrecord.core.article import Article
from onrecord.run.inputs import Input
from onrecord.run.reader import Reader, Stages

SAMPLES = PROJECT / "samples"
REPORTS = ("*.html", "*.txt", "[!A-Z]*.md")
CORPORA = (
    Corpus(
        "samples",
        "this project's samples/",
        {"dev": REPORTS, "test": REPORTS},
        home={"dev": SAMPLES, "test": SAMPLES},
    ),
)
COLD_STARTS = 3


class RecordingSession:
    """Hands windows on to a session and keeps them, to be run again alone."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.windows: list[Encoded] = []

    @property
    def digest(self) -> str:
        """The digest of the session's weights."""
        return self._session.digest

    def run(self, window: Encoded) -> Reading:
        """Reads one window."""
        self.windows.append(window)
        return self._session.run(window)


@dataclass(frozen=True, slots=True)
class Load:
    """What reading some reports once asks of the encoder."""

    articles: tuple[Article, ...]
    windows: tuple[Encoded, ...]
    n_sentences: int

    @property
    def n_wordpieces(self) -> int:
        """Wordpieces given to the encoder."""
        return sum(len(window.ids) for window in self.windows)


def load_of(reports: Sequence[Input], session: Session, stages_with: Callable[[Session], Stages]) -> Load:
    """Reads each report once and keeps what the encoder was given.

    Raises:
        TypeError: a report is skipped.
    """
    recording = RecordingSession(session)
    stages = stages_with(recording)
    articles: list[Article] = []
    n_sentences = 0
    for report in reports:
        article = stages.ingest(report)
        if not isinstance(article, Article):
            raise TypeError(f"{report.name} is no report: {article}")
        articles.append(article)
        n_sentences += len(stages.annotate(article).sentences)
    return Load(tuple(articles), tuple(recording.windows), n_sentences)


def seconds_of(work: Callable[[], object]) -> float:
    """Wall-clock seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def speeds(files: Sequence[Path], n: int, session: Session, stages_with: Callable[[Session], Stages]) -> Figures:
    """All figures that one process can measure, over ``n`` reports."""
    stages = stages_with(session)
    reader = Reader(stages=stages)
    reports = list(reports_of(files, n))
    pages = [report for report in reports if report.name.endswith(".html")]
    # This also warms all caches, so that the order of what follows does not matter.
    load = load_of(reports, session, stages_with)
    of_pages = load_of(pages, session, stages_with)
    on_one = seconds_of(lambda: read_all(reader.attempt, reports, n_threads=1))
    on_two = seconds_of(lambda: read_all(reader.attempt, reports, n_threads=2))
    pages_on_two = seconds_of(lambda: read_all(reader.attempt, pages, n_threads=2))
    annotated = seconds_of(lambda: [stages.annotate(article) for article in load.articles])
    encoded = seconds_of(lambda: [session.run(window) for window in load.windows])
    return {
        "articles_per_s_1": round(n / on_one, 2),
        "articles_per_s_2": round(n / on_two, 2),
        "tokens_per_s_2": round(load.n_wordpieces / on_two),
        "encoder_ratio": round(encoded / on_one, 3),
        "annotator_articles_per_s_1": round(n / annotated, 2),
        "annotator_encoder_ratio": round(encoded / annotated, 3),
        "html_to_events_sentences_per_s": round(of_pages.n_sentences / pages_on_two, 1),
    }


def fresh_process(files: Sequence[Path], n: int) -> tuple[float, float]:
    """Wall-clock seconds of a new process that reads ``n`` reports, and its peak memory in MiB.

    Raises:
        subprocess.CalledProcessError: it failed; its error stands on standard error.
    """
    command = [sys.executable, "-m", "benchmarks.fresh_process", str(n), *map(str, files)]
    started = time.perf_counter()
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, check=True, text=True)
    return time.perf_counter() - started, float(json.loads(done.stdout)["peak_mib"])


def measure(request: Request) -> Figures:
    """The figures of this machine."""
    from onrecord.annotate.session import packaged_session
    from onrecord.run.stages import packaged_stages

    files = request.files["samples"]
    n: int = request.options.n
    session = packaged_session()
    if request.annotator.weights_digest != session.digest:
        raise ValueError("throughput is measured on the packaged weights only")
    figures = speeds(files, n, session, packaged_stages)
    shortest = min(files, key=lambda path: path.stat().st_size)
    cold = statistics.median(fresh_process([shortest], 1)[0] for _ in range(COLD_STARTS))
    return {**figures, "peak_mib": fresh_process(files, n)[1], "cold_start_s": round(cold, 3)}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds ``--n``."""
    parser.add_argument("--n", type=int, default=1000, help="how many reports (default: 1000)")


THROUGHPUT = Benchmark("throughput", CORPORA, measure, add_options, ("n",))

if __name__ == "__main__":
    sys.exit(main(THROUGHPUT))
