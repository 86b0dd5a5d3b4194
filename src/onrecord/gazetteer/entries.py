"""What the gazetteer answers with: places, countries and actors as plain values.

>>> Feature.CAPITAL.precision, Feature.ADMIN1.precision
('city', 'region')
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.annotations import MentionKind


class Feature(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    CAPITAL = "capital"
    ADMIN1 = "admin1"  # governorate, province, state, oblast
    ADMIN2 = "admin2"  # district, county, raion
    CITY = "city"  # any settlement, down to the village
    DISTRICT = "district"  # a quarter of a city, or a camp inside one
    SITE = "site"  # a base, a camp, a crossing, a dam
    AREA = "area"  # a region without an administration of its own: "West Bank", "Sahel"
    WATER = "water"

    @property
    def precision(self) -> str:
        """How exactly a place of this kind says where, in the word that the record uses."""
        return _PRECISION[self]


_PRECISION = {
    Feature.COUNTRY: "country",
    Feature.CAPITAL: "city",
    Feature.ADMIN1: "region",
    Feature.ADMIN2: "district",
    Feature.CITY: "city",
    Feature.DISTRICT: "neighbourhood",
    Feature.SITE: "site",
    Feature.AREA: "area",
    Feature.WATER: "water",
}


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place.

    ``lat`` and ``lon`` of a country, region, district, area or water are a point to draw a label at, never a spot where
    something happened: ``precision`` says so, and ``radius_km`` how far its places lie from it, where that is known.
    ``population`` of a region is the sum over its towns in the gazetteer; 0 is unknown.
    """

    geonames: int | None
    name: str
    country: str | None  # ISO 3166 alpha-2; None for seas and areas across borders
    admin1: str | None
    lat: float
    lon: float
    feature: Feature
    population: int
    radius_km: float | None

    @property
    def precision(self) -> str:
        """ "country", "region", "district", "city", "neighbourhood", "site", "area" or "water"."""
        return self.feature.precision


@dataclass(frozen=True, slots=True)
class Country:
    """A country and its codes; ``cow`` and ``gw`` (Correlates of War, Gleditsch–Ward) only where it has one."""

    iso2: str
    iso3: str
    numeric: int
    name: str
    fips: str | None
    cow: int | None
    gw: int | None
    capital: str | None
    continent: str
    adjective: str | None  # the main demonym: "Iraqi"


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor in one capacity; a person with two offices in turn has two entries with one ``id``.

    ``country`` is ISO 3166 alpha-3; ``sector`` the CAMEO/PLOVER code of the role (GOV, MIL, REB, COP, IGO, NGO, MED …).
    ``valid_from`` and ``valid_to`` are the widest reading of the years known; None is open.
    """

    id: str
    name: str
    kind: MentionKind
    country: str | None
    sector: str | None
    parent: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    office: str | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether ``day`` lies inside the years for which the entry is valid."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
