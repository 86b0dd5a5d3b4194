"""The reports that come with the program, and what their index says of each."""

import datetime as dt
import tomllib
from importlib.resources import as_file, files
from pathlib import Path

from onrecord.core.errors import ResourceError
from onrecord.ingest.given import Given
from onrecord.run.inputs import Input

INDEX = "index.toml"


def samples_folder() -> Path:
    """Where the bundled reports lie: inside the installed package, or beside ``src`` in a checkout.

    Raises:
        ResourceError: they are in neither place.
    """
    package = files("onrecord")
    with as_file(package) as installed:
        places = (installed / "samples", installed.parent.parent / "samples")
    for place in places:
        if (place / INDEX).is_file():
            return place
    raise ResourceError("the bundled reports are missing: install onrecord again")


def bundled_inputs(folder: Path | None = None) -> list[Input]:
    """One input per report of the index, in its order, with the date, publisher and address noted there.

    Raises:
        ResourceError: the index is damaged, or names a report that is not there.
    """
    folder = folder or samples_folder()
    try:
        index = tomllib.loads((folder / INDEX).read_text(encoding="utf-8"))
        inputs = [_input(folder, entry) for entry in index["report"]]
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"{folder / INDEX} cannot be read ({error!r}): install onrecord again") from error
    return inputs


def _input(folder: Path, entry: dict[str, object]) -> Input:
    published = entry["published"]
    day = published.date() if isinstance(published, dt.datetime) else published
    if not isinstance(day, dt.date):
        raise TypeError(f"published = {published!r} is no date")
    address = entry.get("url")
    content = (folder / str(entry["file"])).read_bytes()
    given = Given(day, str(entry["publisher"]), None if address is None else str(address))
    return Input(f"samples/{entry['file']}", content, given)
