"""A self-check: what is installed, whether it is whole, and whether a collection is sound and can be written."""

import os
import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from onrecord import __version__
from onrecord.core.errors import CollectionError, ResourceError, WeightsError
from onrecord.run.bundled import bundled_inputs
from onrecord.run.reader import Reader
from onrecord.store.collection import Collection

_LIBRARIES = ("onnxruntime", "numpy", "trafilatura", "lxml", "sqlalchemy", "alembic", "click", "rich")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    detail: str
    is_well: bool = True


def checkup(place: str | None) -> Iterator[Finding]:
    """Every finding, in order; ``place`` is a collection to look into."""
    yield Finding("onrecord", __version__)
    yield Finding("python", f"{platform.python_version()} on {platform.platform()}")
    yield Finding("sqlite", sqlite3.sqlite_version)
    for name in _LIBRARIES:
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "not installed: install onrecord again", is_well=False)
    try:
        producer = Reader().producer
        yield Finding("weights", producer.weights)
        yield Finding("tables and gazetteer", producer.resources)
        yield Finding("bundled reports", f"{len(bundled_inputs())}")
    except (WeightsError, ResourceError) as error:
        yield Finding("packaged data", str(error), is_well=False)
    if place is None:
        here = Path.cwd()
        yield _permission("this folder", here)
    else:
        yield from _collection(place)


def _permission(what: str, path: Path) -> Finding:
    can_write = os.access(path, os.W_OK)
    return Finding(what, f"{path} {'can' if can_write else 'can not'} be written", is_well=can_write)


def _collection(place: str) -> Iterator[Finding]:
    try:
        with Collection.open(place, create=False) as collection:
            contents = collection.contents()
            yield Finding("collection", f"{place}: {contents.articles:,} reports, {contents.events:,} events")
            faults = collection.faults()
            yield Finding("integrity", "; ".join(faults) or "sound", is_well=not faults)
            stopped = [str(run.number) for run in collection.runs() if not run.is_complete]
            yield Finding("runs", f"run {', '.join(stopped)} stopped before its end" if stopped else "all complete")
    except CollectionError as error:
        yield Finding("collection", str(error), is_well=False)
        return
    if "://" not in place:
        yield _permission("collection file", Path(place))
        yield _permission("its folder", Path(place).absolute().parent)
