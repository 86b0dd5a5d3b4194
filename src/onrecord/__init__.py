"""onrecord reads news reports and puts them on the record: events, and who says so.

    import onrecord

    extraction = onrecord.read(page, published="2024-02-08")
    reader = onrecord.Reader()                      # holds the loaded weights; reuse it
    for extraction in reader.read_many(articles): ...
    with onrecord.open("mine.db") as collection:
        collection.add("reports/")

Importing this module loads nothing else: neither weights nor numpy.
"""

import datetime as dt
import functools
from pathlib import Path
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = ["Extraction", "Reader", "__version__", "open", "read"]

if TYPE_CHECKING:
    from onrecord.core.extraction import Extraction
    from onrecord.run.opened import OpenCollection
    from onrecord.run.reader import Reader


def read(
    text_or_html: str,
    *,
    published: str | dt.date | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> "Extraction":
    """Read one report, a plain text or a web page; ``published`` is its day, as ``2024-02-08``.

    Raises:
        InputError: there is no report to read in it; the message names the reason.
        SettingsError: ``published`` is no date.
    """
    return _reader().read(text_or_html, published=published, publisher=publisher, url=url)


def open(place: str | Path, *, create: bool = True) -> "OpenCollection":  # noqa: A001 - as in io.open, gzip.open
    """Open a collection by file name (or database URL); it is made where there is none.

    Raises:
        CollectionError: it cannot be opened, is no collection, or is of a newer version.
    """
    from onrecord.run.opened import OpenCollection

    return OpenCollection.open(place, create=create)


@functools.cache
def _reader() -> "Reader":
    from onrecord.run.reader import Reader

    return Reader()


def __getattr__(name: str) -> object:
    if name == "Reader":
        from onrecord.run.reader import Reader

        return Reader
    if name == "Extraction":
        from onrecord.core.extraction import Extraction

        return Extraction
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
