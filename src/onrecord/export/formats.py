"""The formats by name. A new one is a module of its own and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from onrecord.core.errors import SettingsError
from onrecord.export.csv import write_csv
from onrecord.export.jsonl import write_jsonl
from onrecord.store.collection import NO_FILTERS, Collection
from onrecord.store.queries import Filters


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a collection; ``rows`` is the plural of what it writes, for people."""

    name: str
    rows: str
    write: Callable[[Collection, Filters, TextIO, bool], int]


def _csv(collection: Collection, filters: Filters, to: TextIO, raw: bool) -> int:
    return write_csv(collection.events(filters), to, raw=raw)


def _jsonl(collection: Collection, filters: Filters, to: TextIO, _raw: bool) -> int:
    return write_jsonl(collection.extractions(filters), to)


FORMATS = {known.name: known for known in (Format("csv", "events", _csv), Format("jsonl", "reports", _jsonl))}


def export(
    collection: Collection, format_name: str, to: TextIO, *, filters: Filters = NO_FILTERS, raw: bool = False
) -> int:
    """Write the collection, or the part that ``filters`` ask for, to an open text file; the number of rows.

    Open the file with ``newline=""`` and ``encoding="utf-8"``. ``raw`` leaves spreadsheet formulas as they are.

    Raises:
        SettingsError: there is no format of that name.
    """
    if format_name not in FORMATS:
        raise SettingsError(f"there is no format {format_name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[format_name].write(collection, filters, to, raw)
