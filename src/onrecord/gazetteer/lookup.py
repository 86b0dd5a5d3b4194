"""Asking the packaged gazetteer: places by name, countries by name or code, actors and media by alias.

>>> gazetteer = Gazetteer.open()
>>> [(place.country, place.precision) for place in gazetteer.places("Mosul")]
[('IQ', 'city'), ('IQ', 'district')]
>>> gazetteer.demonym("Qatari").iso3, gazetteer.capital_metonym("Tehran").iso3
('QAT', 'IRN')
>>> gazetteer.actors("Kata'ib Hizbullah")[0].id
'kataib-hezbollah'

A name that the gazetteer does not know gives an empty tuple or None, never a guess by likeness.
"""

import datetime as dt
import sqlite3
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord.core.annotations import MentionKind
from onrecord.core.errors import ResourceError
from onrecord.gazetteer.entries import ActorEntry, Country, Feature, PlaceEntry
from onrecord.gazetteer.folding import fold, without_articles
from onrecord.gazetteer.schema import ANY_CASE, CAPITALS_ONLY, DEGREE, INITIALS_MARK, SCHEMA_VERSION

# A row as sqlite3 gives it; its columns are those of the query.
_Row = tuple[Any, ...]

_PACKAGED = Path(__file__).parent / "data" / "gazetteer.sqlite"
_FEATURES = tuple(Feature)

# One report asks for some tens of names; a run asks for the same few thousand again and again.
_CACHED_NAMES = 20_000

# Words that say what kind of place the rest of the name is: "Donetsk region", "Mosul city", "Governorate of Idlib".
_KIND_WORDS: dict[str, frozenset[Feature]] = {
    **dict.fromkeys(
        ("province", "governorate", "region", "oblast", "state", "muhafazah", "wilayat", "wilaya", "department"),
        frozenset({Feature.ADMIN1, Feature.AREA, Feature.ADMIN2}),
    ),
    **dict.fromkeys(
        ("district", "county", "raion", "rayon", "lga", "tehsil", "cercle", "parish"),
        frozenset({Feature.ADMIN2, Feature.DISTRICT}),
    ),
    **dict.fromkeys(
        ("city", "town", "village", "municipality"),
        frozenset({Feature.CAPITAL, Feature.CITY, Feature.DISTRICT}),
    ),
    **dict.fromkeys(("camp", "base"), frozenset({Feature.SITE, Feature.DISTRICT})),
}

_PLACE_SQL = """
SELECT p.id, p.name, p.country, a.name, p.lat, p.lon, p.feature, p.population, p.radius
FROM place_name n JOIN place p ON p.id = n.place LEFT JOIN admin1 a ON a.id = p.admin1 WHERE n.folded = ?
"""
_ACTOR_SQL = """
SELECT a.id, a.name, a.kind, a.country, a.sector, a.parent, a.valid_from, a.valid_to, a.office, a.agency, n.matching
FROM actor_name n JOIN actor a ON a.row = n.actor WHERE n.folded = ? ORDER BY a.row
"""
_ACTOR_BY_ID_SQL = """
SELECT id, name, kind, country, sector, parent, valid_from, valid_to, office, agency, 0 FROM actor
WHERE id = ? ORDER BY row
"""


class Gazetteer:
    """The packaged gazetteer, open for reading; one may be shared by threads, and answers are remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        if meta.get("schema") != SCHEMA_VERSION:
            raise ResourceError(
                f"the gazetteer has schema {meta.get('schema')!r}, this program reads {SCHEMA_VERSION!r}: "
                "reinstall onrecord, or run resources/build_gazetteer.py"
            )
        self.digest: str = meta["digest"]
        self._countries = {row[0]: Country(*row) for row in connection.execute("SELECT * FROM country")}
        self._iso3 = {country.iso3: country for country in self._countries.values()}
        self._country_words: dict[tuple[str, str], Country] = {
            (kind, folded): self._countries[iso2]
            for kind, folded, iso2 in connection.execute("SELECT kind, folded, iso2 FROM country_word")
        }
        self._find_places = lru_cache(_CACHED_NAMES)(self._places_of)
        self._find_actors = lru_cache(_CACHED_NAMES)(self._actors_of)

    @classmethod
    def open(cls, path: Path = _PACKAGED) -> "Gazetteer":
        """Open the packaged gazetteer, or another file that ``resources/build_gazetteer.py`` has written.

        Raises:
            ResourceError: the file is missing, damaged, or of another schema.
        """
        if not path.is_file():
            raise ResourceError(
                f"there is no gazetteer at {path}: reinstall onrecord, or run resources/build_gazetteer.py"
            )
        try:
            connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            return cls(connection)
        except sqlite3.DatabaseError as error:
            raise ResourceError(f"the gazetteer at {path} cannot be read ({error}): reinstall onrecord") from error

    def close(self) -> None:
        """Give the file back; nothing can be asked afterwards."""
        self._connection.close()

    def places(self, name: str) -> tuple[PlaceEntry, ...]:
        """All places of this name: countries, then seas and areas, then by population; a region after its town.

        The order is no more than a prior: it knows nothing of the report. A word for the kind of place, before or after
        the name ("Donetsk region", "Mosul city"), narrows the answer to places of that kind.
        """
        return self._find_places(name)

    def country(self, name_or_code: str) -> Country | None:
        """The country of a name in use ("Burma"), an ISO code ("IQ", "IRQ") or initials ("DRC") in capitals."""
        folded = fold(name_or_code)
        if _in_capitals(name_or_code):
            by_code = self._countries.get(name_or_code) or self._iso3.get(name_or_code)
            if found := self._country_words.get(("initials", folded)) or by_code:
                return found
        return self._country_words.get(("name", folded)) or self._country_words.get(("name", _without_the(folded)))

    def demonym(self, word: str) -> Country | None:
        """The country of an adjective or a people ("Iraqi", "Britons"), or of initials used as one ("US")."""
        folded = fold(word)
        if _in_capitals(word) and (found := self._country_words.get(("initials", folded))):
            return found
        return self._country_words.get(("demonym", folded))

    def capital_metonym(self, name: str) -> Country | None:
        """The country whose government a newsroom means by this capital when it speaks ("Washington said")."""
        return self._country_words.get(("capital", fold(name)))

    def actors(self, name: str) -> tuple[ActorEntry, ...]:
        """All actors of this name or alias, each capacity of a person on its own; initials only in capitals."""
        return tuple(actor for actor, _agency in self._find_actors(name)[0])

    def actor(self, actor_id: str) -> tuple[ActorEntry, ...]:
        """The entries of one id, to follow ``parent`` by; empty where no actor has it."""
        return tuple(_actor(row) for row in self._rows(_ACTOR_BY_ID_SQL, actor_id))

    def medium(self, name: str) -> str | None:
        """The usual name of a newspaper, broadcaster, site or agency ("qatar tribune" → "Qatar Tribune")."""
        return next((actor.name for actor, _agency in self._find_actors(name)[1]), None)

    def is_agency(self, name: str) -> bool:
        """Whether this medium is a news agency, whose reports others print."""
        return any(agency for _actor, agency in self._find_actors(name)[1])

    def _rows(self, query: str, key: str) -> list[_Row]:
        with self._lock:
            return self._connection.execute(query, (key,)).fetchall()

    def _places_of(self, name: str) -> tuple[PlaceEntry, ...]:
        folded = fold(name)
        if not folded:
            return ()
        keys = [folded, _without_the(folded), without_articles(folded)]
        if "." in name or name.isupper():
            keys.insert(0, INITIALS_MARK + folded)
        for key in dict.fromkeys(keys):
            if rows := self._rows(_PLACE_SQL, key):
                return _in_order([_place(row) for row in rows])
        rest, features = _split_kind(folded)
        if not features:
            return ()
        return tuple(place for place in self._find_places(rest) if place.feature in features)

    def _actors_of(self, name: str) -> tuple[tuple[tuple[ActorEntry, bool], ...], tuple[tuple[ActorEntry, bool], ...]]:
        """The actors of a name, and the media of it (which have more names), each with whether it is an agency."""
        folded = fold(name)
        initials = sum(letter.isupper() for letter in name.removeprefix("The ")) > 1
        for key in dict.fromkeys((folded, _without_the(folded), without_articles(folded))):
            if rows := self._rows(_ACTOR_SQL, key):
                matching = (ANY_CASE, CAPITALS_ONLY) if initials else (ANY_CASE,)
                actors = [(_actor(row), bool(row[-2])) for row in rows if row[-1] in matching]
                media = [(_actor(row), bool(row[-2])) for row in rows if row[2] == MentionKind.MEDIA]
                return tuple(actors), tuple(media)
        return (), ()


def _in_capitals(name: str) -> bool:
    return name.isupper() or not any(letter.isalpha() for letter in name)


def _without_the(folded: str) -> str:
    return folded.removeprefix("the ")


def _split_kind(folded: str) -> tuple[str, frozenset[Feature]]:
    """The name without the word for its kind, and the kinds that the word allows."""
    words = folded.split()
    if len(words) > 1 and (features := _KIND_WORDS.get(words[-1])):
        return " ".join(words[:-1]), features
    if len(words) > 2 and words[1] == "of" and (features := _KIND_WORDS.get(words[0])):
        return " ".join(words[2:]), features
    return "", frozenset()


def _in_order(places: list[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    towns: dict[str | None, int] = {}
    for place in places:
        if place.feature in (Feature.CITY, Feature.CAPITAL):
            towns[place.country] = max(towns.get(place.country, 0), place.population)

    def rank(place: PlaceEntry) -> tuple[bool, bool, float, int]:
        weight: float = place.population
        if place.feature in (Feature.ADMIN1, Feature.ADMIN2) and place.country in towns:
            weight = min(weight, towns[place.country] - 0.5)
        # Areas and waters of our own are there because newsrooms mean them: "Sahel" before a province of that name.
        is_known_area = place.geonames is None and place.feature in (Feature.AREA, Feature.WATER)
        return place.feature is not Feature.COUNTRY, not is_known_area, -weight, place.geonames or 0

    return tuple(sorted(places, key=rank))


def _place(row: _Row) -> PlaceEntry:
    identity, name, country, admin1, lat, lon, feature, population, radius = row
    return PlaceEntry(
        geonames=identity if identity > 0 else None,
        name=name,
        country=country,
        admin1=admin1,
        lat=lat / DEGREE,
        lon=lon / DEGREE,
        feature=_FEATURES[feature],
        population=population,
        radius_km=radius,
    )


def _actor(row: _Row) -> ActorEntry:
    identity, name, kind, country, sector, parent, valid_from, valid_to, office, _agency, _matching = row
    return ActorEntry(
        id=identity,
        name=name,
        kind=MentionKind(kind),
        country=country,
        sector=sector,
        parent=parent,
        valid_from=dt.date.fromisoformat(valid_from) if valid_from else None,
        valid_to=dt.date.fromisoformat(valid_to) if valid_to else None,
        office=office,
    )
