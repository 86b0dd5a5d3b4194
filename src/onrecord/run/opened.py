"""A collection that can also read: what ``onrecord.open`` gives."""

import datetime as dt
from pathlib import Path

from onrecord.core.extraction import Skipped
from onrecord.ingest.given import Given
from onrecord.run.adding import Adding
from onrecord.run.inputs import gather
from onrecord.run.reader import Reader, day_of
from onrecord.store.collection import Collection
from onrecord.store.ledger import Counts


class OpenCollection(Collection):
    """A :class:`~onrecord.store.collection.Collection` with :meth:`add`."""

    def add(
        self,
        *inputs: str | Path,
        reader: Reader | None = None,
        published: str | dt.date | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Counts:
        """Read files and folders into the collection; safe to repeat.

        ``published``, ``publisher`` and ``url`` hold for all of them. What was skipped, and why, is in
        :meth:`~onrecord.store.collection.Collection.skips` of the run.
        """
        named = [str(name) for name in inputs]
        gathered = gather(named, given=Given(day_of(published), publisher, url))
        return Adding(self, reader or Reader(), gathered, named=named).run()

    def last_skips(self) -> list[Skipped]:
        """What the latest run passed over."""
        runs = self.runs()
        return self.skips(runs[-1].id) if runs else []
