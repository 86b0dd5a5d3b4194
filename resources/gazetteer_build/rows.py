"""The rows of the gazetteer's tables, as the build hands them from one step to the next."""

from dataclasses import dataclass, field

from onrecord.gazetteer.entries import Country, Feature


@dataclass(slots=True)
class PlaceRow:
    """One place and all its names; ``id`` is the GeoNames id, or negative for a place of our own."""

    id: int
    name: str
    country: str | None
    admin1: str | None  # GeoNames code: "IQ.15"
    lat: float
    lon: float
    feature: Feature
    population: int = 0
    radius_km: int | None = None
    names: set[str] = field(default_factory=set)
    initials: list[str] = field(default_factory=list)


@dataclass(slots=True)
class CountryRow:
    """One country, and the words for it by kind (name, initials, demonym, capital), as written."""

    country: Country
    geonames: int
    lat: float
    lon: float
    population: int
    words: dict[str, list[str]]


@dataclass(slots=True)
class ActorRow:
    """One actor in one capacity, and its names; ``publisher_names`` count only on a publisher line."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    office: str | None = None
    agency: bool = False
    names: list[str] = field(default_factory=list)
    publisher_names: list[str] = field(default_factory=list)
