"""Writing the SQLite file: the same rows give the same bytes, with any version of the library."""

import hashlib
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from gazetteer_build.countries import country_words
from gazetteer_build.places import PlaceTable
from gazetteer_build.rows import ActorRow, CountryRow
from onrecord.core.annotations import MentionKind
from onrecord.gazetteer.entries import Feature
from onrecord.gazetteer.folding import fold, without_articles
from onrecord.gazetteer.schema import ANY_CASE, CAPITALS_ONLY, DEGREE, PUBLISHER_ONLY, SCHEMA_VERSION, TABLES

Value = str | int | None

_PAGE_SIZE = 4096
# Bytes 92 to 99 of an SQLite file say which version of the library wrote it last; readers do without.
_VERSION_BYTES = slice(92, 100)
# An alias with an Arabic article is also found without it: "Shabaab". The Spanish one ("El Faro") has no hyphen, and a
# medium without its article is too often a plain word ("Al-Monitor").
_ARTICLE = re.compile(r"\b(al|el|as|ash|ad|an|ar|at|az|ul)-|\bal ", re.IGNORECASE)
_LONGEST_INITIALS = 6


def write(path: Path, countries: list[CountryRow], places: PlaceTable, actors: list[ActorRow]) -> dict[str, int]:
    """Write the gazetteer to ``path`` and give the number of rows by table."""
    tables: dict[str, list[tuple[Value, ...]]] = {
        "country": [
            (c.iso2, c.iso3, c.numeric, c.name, c.fips, c.cow, c.gw, c.capital, c.continent, c.adjective)
            for c in (row.country for row in countries)
        ],
        "country_word": [*country_words(countries)],
        **_place_tables(places),
        **_actor_tables(actors),
    }
    digest = hashlib.sha256(TABLES.encode())
    for name, rows in tables.items():
        digest.update(name.encode())
        for row in rows:
            digest.update(repr(row).encode())
    tables["meta"] = [("digest", digest.hexdigest()), ("schema", SCHEMA_VERSION)]
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
    connection.executescript(TABLES)
    for name, rows in tables.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    content = bytearray(path.read_bytes())
    content[_VERSION_BYTES] = bytes(8)
    path.write_bytes(content)
    return {name: len(rows) for name, rows in tables.items()}


def _place_tables(places: PlaceTable) -> dict[str, list[tuple[Value, ...]]]:
    features = list(Feature)
    used = sorted({row.admin1 for row in places.rows.values() if row.admin1 in places.admin1_names})
    number = {code: index for index, code in enumerate(used, start=1)}
    rows = sorted(places.rows.values(), key=lambda row: row.id)
    return {
        "admin1": [(number[code], places.admin1_names[code]) for code in used],
        "place": [
            (
                row.id,
                row.name,
                row.country,
                number.get(row.admin1 or ""),
                round(row.lat * DEGREE),
                round(row.lon * DEGREE),
                features.index(row.feature),
                row.population,
                row.radius_km,
            )
            for row in rows
        ],
        "place_name": sorted((key, row.id) for row in rows for key in places.keys(row)),
    }


def _actor_tables(actors: list[ActorRow]) -> dict[str, list[tuple[Value, ...]]]:
    entries: list[tuple[Value, ...]] = []
    names: dict[tuple[str, int], int] = {}
    for number, row in enumerate(actors, start=1):
        entries.append(
            (
                number,
                row.id,
                row.name,
                row.kind,
                row.country,
                row.sector,
                row.parent,
                row.valid_from,
                row.valid_to,
                row.office,
                int(row.agency),
            )
        )
        for key, matching in _keys(row):
            names[key, number] = min(matching, names.get((key, number), PUBLISHER_ONLY))
    return {"actor": entries, "actor_name": sorted((key, number, m) for (key, number), m in names.items())}


def _keys(row: ActorRow) -> Iterable[tuple[str, int]]:
    for name in row.names:
        initials = sum(map(str.isupper, name)) > 1 and len(name) <= _LONGEST_INITIALS and " " not in name
        matching = CAPITALS_ONLY if initials else ANY_CASE
        yield fold(name), matching
        if row.kind != MentionKind.MEDIA and _ARTICLE.search(name):
            yield without_articles(fold(name)), matching
    for name in row.publisher_names:
        yield fold(name), PUBLISHER_ONLY
