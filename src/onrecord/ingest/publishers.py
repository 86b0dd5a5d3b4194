"""The name under which a medium goes on record: as the gazetteer spells it, or as it was printed."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.ingest.credits import looks_like_publisher

if TYPE_CHECKING:
    from onrecord.gazetteer import Gazetteer

_LONGEST_NAME = 60


def canonical_publisher(name: str) -> str:
    """The spelling of the gazetteer where it knows the medium, else ``name`` as it stands."""
    return _known_medium(name) or name


def publisher_name(line: str) -> str | None:
    """The medium that a line of its own names, in its canonical spelling; None where it is no such line."""
    if len(line) > _LONGEST_NAME:
        return None
    return _known_medium(line) or (line.strip() if looks_like_publisher(line) else None)


def is_known_place(name: str) -> bool:
    """Whether the gazetteer knows a place or a country of this name."""
    return bool(_gazetteer().places(name) or _gazetteer().country(name))


def _known_medium(name: str) -> str | None:
    return _gazetteer().medium(name)


@cache
def _gazetteer() -> "Gazetteer":
    from onrecord.gazetteer import Gazetteer

    return Gazetteer.open()
