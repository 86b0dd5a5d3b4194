"""The way of one report, from bytes to :class:`~onrecord.core.extraction.Extraction`.

A :class:`Reader` holds the loaded weights and the open gazetteer; make one and reuse it. Reading poor input gives a
``Skipped`` with its reason; a fault of our own, met while one report is read, becomes ``Skipped(reason=BUG)`` with its
traceback, and the other reports go on.
"""

import datetime as dt
import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.core.annotations import Annotations
from onrecord.core.article import Article
from onrecord.core.errors import InputError, SettingsError
from onrecord.core.extraction import Extraction, Producer, Skipped, SkipReason
from onrecord.ingest.given import Given
from onrecord.run.inputs import Input
from onrecord.run.ordered import map_in_order
from onrecord.run.soundness import check
from onrecord.store.rows import AlreadyThere, Read, Result

if TYPE_CHECKING:
    from onrecord.annotate.session import Session

# What can be read: an article, a file or bytes, the text or page itself; a loss is handed through.
Report = Article | Input | Skipped | str

PASTED = "<text>"

# Two threads over one session were measured at twice the speed of one on two cores, with equal results; on larger
# machines more of them wait for the interpreter's lock than add speed.
MOST_THREADS = 2


@dataclass(frozen=True, slots=True)
class Stages:
    """The three steps of reading, and the name of what takes them; each may be called from any thread."""

    ingest: Callable[[Input], Article | Skipped]
    annotate: Callable[[Article], Annotations]
    interpret: Callable[[Article, Annotations], Extraction]
    producer: Producer


class Reader:
    """Reads reports with one set of weights; safe to use from several threads.

    Raises:
        WeightsError, ResourceError: what is packaged with the program is missing or damaged.
    """

    def __init__(self, *, session: "Session | None" = None, stages: Stages | None = None) -> None:
        if stages is None:
            from onrecord.run.stages import packaged_stages

            stages = packaged_stages(session)
        self._stages = stages

    @property
    def producer(self) -> Producer:
        """Version, and digests of weights and resources."""
        return self._stages.producer

    def read(
        self,
        report: Article | str,
        *,
        published: str | dt.date | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Extraction:
        """Read one report: an article, or a text or web page as a string.

        What is given here wins over what the report says of itself; an :class:`Article` already has it all.

        Raises:
            InputError: there is no report to read in it; the message names the reason.
            SettingsError: ``published`` is no date.
        """
        if isinstance(report, Article):
            return self._read_article(report)
        content = report.encode("utf-8", "surrogatepass")
        article = self._stages.ingest(Input(PASTED, content, Given(day_of(published), publisher, url)))
        if isinstance(article, Skipped):
            raise InputError(f"no report to read ({article.reason}): {article.detail}")
        return self._read_article(article)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Extraction | Skipped]:
        """Read reports on several threads; one result for each, in their order."""
        for result in map_in_order(self.attempt, reports, n_threads=thread_count()):
            assert not isinstance(result, AlreadyThere)  # nothing was said to be known
            yield result.extraction if isinstance(result, Read) else result

    def attempt(self, report: Report, *, is_known: Callable[[str], bool] | None = None) -> Result:
        """Read one report and never fail: what went wrong is told by the :class:`Skipped` that comes back.

        ``is_known`` is asked with the article's id before the costly part begins.
        """
        if isinstance(report, Skipped):
            return report
        if isinstance(report, str):
            report = Input(PASTED, report.encode("utf-8", "surrogatepass"))
        name = report.name if isinstance(report, Input) else report.url or report.id
        stage = "ingest"
        try:
            article = self._stages.ingest(report) if isinstance(report, Input) else report
            if isinstance(article, Skipped):
                return article
            if is_known is not None and is_known(article.id):
                return AlreadyThere(name, article.id)
            stage = "annotate"
            annotations = self._stages.annotate(article)
            stage = "interpret"
            extraction = self._stages.interpret(article, annotations)
            check(extraction)
            return Read(name, extraction)
        except Exception:  # the boundary of one report: a fault of ours ends here, named, and the run goes on
            return Skipped(name, stage, SkipReason.BUG, traceback.format_exc())

    def _read_article(self, article: Article) -> Extraction:
        extraction = self._stages.interpret(article, self._stages.annotate(article))
        check(extraction)
        return extraction


def thread_count() -> int:
    """How many threads read at once on this machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(MOST_THREADS, cores or 1)


def day_of(published: str | dt.date | None) -> dt.date | None:
    """The day of publication that the caller names, as ``2024-02-08``.

    Raises:
        SettingsError: it is no day of the calendar.

    >>> day_of("2024-02-08")
    datetime.date(2024, 2, 8)
    """
    if published is None or (isinstance(published, dt.date) and not isinstance(published, dt.datetime)):
        return published
    if isinstance(published, dt.datetime):
        return published.date()
    try:
        return dt.datetime.strptime(published.strip(), "%Y-%m-%d").date()
    except ValueError as error:
        raise SettingsError(f"{published!r} is no date: write year, month and day, as in 2024-02-08") from error
