"""Names of the news and the places that they must lead to; traps where two places share a name."""

import pytest

from onrecord.gazetteer import Feature, Gazetteer

EVERY_SPELLING = [
    # name in a report, country, feature, a point within 25 km
    ("Baghdad", "IQ", Feature.CAPITAL, (33.34, 44.40)),
    ("بغداد", "IQ", Feature.CAPITAL, (33.34, 44.40)),
    ("Mosul", "IQ", Feature.CITY, (36.34, 43.13)),
    ("Falluja", "IQ", Feature.CITY, (33.35, 43.78)),
    ("Tal Afar", "IQ", Feature.CITY, (36.38, 42.45)),
    ("Sulaimaniyah", "IQ", Feature.CITY, (35.56, 45.43)),
    ("Ain al-Asad", "IQ", Feature.SITE, (33.79, 42.44)),
    ("Aden", "YE", Feature.CITY, (12.78, 45.03)),
    ("Sanaa", "YE", Feature.CAPITAL, (15.35, 44.20)),
    ("Sana'a", "YE", Feature.CAPITAL, (15.35, 44.20)),
    ("Sana’a", "YE", Feature.CAPITAL, (15.35, 44.20)),
    ("Hodeidah", "YE", Feature.CITY, (14.80, 42.95)),
    ("Hudaydah", "YE", Feature.CITY, (14.80, 42.95)),
    ("Kyiv", "UA", Feature.CAPITAL, (50.45, 30.52)),
    ("Kiev", "UA", Feature.CAPITAL, (50.45, 30.52)),
    ("Київ", "UA", Feature.CAPITAL, (50.45, 30.52)),
    ("Odessa", "UA", Feature.CITY, (46.48, 30.73)),
    ("Robotyne", "UA", Feature.CITY, (47.45, 35.84)),
    ("El Fasher", "SD", Feature.CITY, (13.63, 25.35)),
    ("El-Fasher", "SD", Feature.CITY, (13.63, 25.35)),
    ("Al-Fashir", "SD", Feature.CITY, (13.63, 25.35)),
    ("الفاشر", "SD", Feature.CITY, (13.63, 25.35)),
    ("Zamzam camp", "SD", Feature.SITE, (13.48, 25.31)),
    ("El Geneina", "SD", Feature.CITY, (13.45, 22.45)),
    ("Khan Younis", "PS", Feature.CITY, (31.34, 34.30)),
    ("Khan Yunis", "PS", Feature.CITY, (31.34, 34.30)),
    ("Khanyounis", "PS", Feature.CITY, (31.34, 34.30)),
    ("خان يونس", "PS", Feature.CITY, (31.34, 34.30)),
    ("Rafah", "PS", Feature.CITY, (31.29, 34.25)),
    ("Jabalia", "PS", Feature.CITY, (31.53, 34.48)),
    ("Deir ez-Zor", "SY", Feature.CITY, (35.34, 40.14)),
    ("Deir Ezzor", "SY", Feature.CITY, (35.34, 40.14)),
    ("Deir al-Zor", "SY", Feature.CITY, (35.34, 40.14)),
    ("Deir al-Zour", "SY", Feature.CITY, (35.34, 40.14)),
    ("Deir el-Zour", "SY", Feature.CITY, (35.34, 40.14)),
    ("Kobane", "SY", Feature.CITY, (36.89, 38.35)),
    ("Baghouz", "SY", Feature.CITY, (34.46, 40.95)),
    ("Tower 22", "JO", Feature.SITE, (33.31, 38.70)),
    ("Bint Jbeil", "LB", Feature.CITY, (33.12, 35.43)),
    ("Khartoum", "SD", Feature.CAPITAL, (15.55, 32.53)),
    ("Goma", "CD", Feature.CITY, (-1.68, 29.22)),
    ("Mekele", "ET", Feature.CITY, (13.50, 39.47)),
    ("Maiduguri", "NG", Feature.CITY, (11.85, 13.16)),
    ("Culiacan", "MX", Feature.CITY, (24.80, -107.39)),
    ("Port-au-Prince", "HT", Feature.CAPITAL, (18.54, -72.34)),
    ("Myawaddy", "MM", Feature.CITY, (16.69, 98.51)),
    ("Bengaluru", "IN", Feature.CITY, (12.97, 77.59)),
    ("Bangalore", "IN", Feature.CITY, (12.97, 77.59)),
    ("Washington, D.C.", "US", Feature.CAPITAL, (38.90, -77.04)),
]


@pytest.mark.parametrize(("name", "country", "feature", "point"), EVERY_SPELLING)
def test_a_name_of_the_news_leads_first_to_its_place(
    gazetteer: Gazetteer, name: str, country: str, feature: Feature, point: tuple[float, float]
) -> None:
    first = gazetteer.places(name)[0]
    assert (first.country, first.feature) == (country, feature)
    assert first.lat == pytest.approx(point[0], abs=0.23)
    assert first.lon == pytest.approx(point[1], abs=0.25)


def test_georgia_is_the_country_and_then_the_state(gazetteer: Gazetteer) -> None:
    places = gazetteer.places("Georgia")
    assert [(place.country, place.feature) for place in places[:2]] == [("GE", Feature.COUNTRY), ("US", Feature.ADMIN1)]


def test_jordan_is_the_country_before_the_towns_of_that_name(gazetteer: Gazetteer) -> None:
    places = gazetteer.places("Jordan")
    assert places[0].country == "JO"
    assert places[0].precision == "country"
    assert {place.country for place in places[1:]} > {"US"}


def test_paris_in_texas_comes_after_paris_in_france_by_population_only(gazetteer: Gazetteer) -> None:
    places = gazetteer.places("Paris")
    texas = next(place for place in places if place.admin1 == "Texas")
    assert places[0].country == "FR"
    assert texas.population < places[0].population
    assert [place.population for place in places] == sorted((place.population for place in places), reverse=True)


def test_gaza_is_the_territory_before_the_city(gazetteer: Gazetteer) -> None:
    territory, city = gazetteer.places("Gaza")[:2]
    assert (territory.name, territory.precision) == ("Gaza Strip", "area")
    assert (city.name, city.precision) == ("Gaza", "city")
    assert gazetteer.places("Gaza City")[0] == city


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("West Bank", "PS"),
        ("the West Bank", "PS"),
        ("Kashmir", None),
        ("Donbas", "UA"),
        ("Donbass", "UA"),
        ("Kurdistan Region", "IQ"),
        ("Iraqi Kurdistan", "IQ"),
        ("Golan Heights", "SY"),
        ("Darfur", "SD"),
        ("Sahel", None),
        ("Nagorno-Karabakh", "AZ"),
        ("Middle East", None),
    ],
)
def test_an_area_is_an_area_and_no_pin(gazetteer: Gazetteer, name: str, country: str | None) -> None:
    first = gazetteer.places(name)[0]
    assert (first.precision, first.country) == ("area", country)
    assert first.radius_km is not None
    assert first.radius_km > 5


@pytest.mark.parametrize("name", ["Red Sea", "Strait of Hormuz", "Bab el-Mandeb", "Euphrates", "Black Sea"])
def test_water_is_water(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.places(name)[0].precision == "water"


def test_crimea_is_a_region_of_ukraine_as_geonames_has_it(gazetteer: Gazetteer) -> None:
    crimea = gazetteer.places("Crimea")[0]
    assert (crimea.country, crimea.precision) == ("UA", "region")


def test_a_town_comes_before_the_region_that_shares_its_name(gazetteer: Gazetteer) -> None:
    for name in ("Baghdad", "Idlib", "Kandahar", "Kherson", "Goma", "Quetta"):
        assert gazetteer.places(name)[0].precision == "city", name
    assert gazetteer.places("Idlib")[1].precision == "region"


@pytest.mark.parametrize(
    ("name", "precision"),
    [
        ("Donetsk region", "region"),
        ("Idlib province", "region"),
        ("Idlib governorate", "region"),
        ("Governorate of Idlib", "region"),
        ("Kursk region", "region"),
        ("Benue state", "region"),
        ("Mosul city", "city"),
        ("Sinjar district", "district"),
        ("Harris County", "district"),
        ("Jenin camp", "neighbourhood"),
    ],
)
def test_a_word_for_the_kind_of_place_narrows_the_answer(gazetteer: Gazetteer, name: str, precision: str) -> None:
    places = gazetteer.places(name)
    assert {place.precision for place in places} == {precision}


def test_a_kind_that_the_place_is_not_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("Helmand village") == ()


def test_a_county_of_the_united_states_is_never_found_without_the_word(gazetteer: Gazetteer) -> None:
    assert all(place.feature is not Feature.ADMIN2 or place.country != "US" for place in gazetteer.places("Harris"))
    counties = gazetteer.places("Harris County")
    assert [county.admin1 for county in counties] == ["Texas", "Georgia"]


@pytest.mark.parametrize("name", ["", "   ", "…", "Qwertyuiopolis", "the", "government", "Hezbollah 🕊"])
def test_what_is_no_place_gives_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.places(name) == ()


@pytest.mark.parametrize(
    ("written", "country", "admin1"),
    [
        ("Ind.", "US", "Indiana"),
        ("W.Va.", "US", "West Virginia"),
        ("W. Va.", "US", "West Virginia"),
        ("N.Y.", "US", "New York"),
        ("NSW", "AU", "New South Wales"),
        ("D.C.", "US", "District of Columbia"),
        ("NYC", "US", "New York"),
        ("U.S.", "US", None),
        ("US", "US", None),
        ("DRC", "CD", None),
        ("UAE", "AE", None),
    ],
)
def test_an_abbreviation_is_found_with_its_stops_or_in_capitals(
    gazetteer: Gazetteer, written: str, country: str, admin1: str | None
) -> None:
    first = gazetteer.places(written)[0]
    assert (first.country, first.admin1) == (country, admin1)


@pytest.mark.parametrize("word", ["us", "ind", "miss", "car", "pa", "calif", "ill", "wash", "act", "nt"])
def test_an_abbreviation_is_not_the_word_that_it_spells(gazetteer: Gazetteer, word: str) -> None:
    assert all(place.precision == "city" for place in gazetteer.places(word))
    assert all(place.precision == "city" for place in gazetteer.places(word.title()))


def test_the_article_is_left_out_only_where_the_full_name_is_unknown(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("El Salvador")[0].country == "SV"
    assert {place.country for place in gazetteer.places("Salvador")}.isdisjoint({"SV"})


def test_a_town_and_the_seat_of_its_municipality_are_one_place(gazetteer: Gazetteer) -> None:
    for name in ("Kyiv", "Washington", "Bangkok", "Manila", "Istanbul", "Tegucigalpa"):
        cities = [place for place in gazetteer.places(name) if place.precision == "city" and place.population > 300_000]
        assert len(cities) == 1, name


def test_every_state_has_its_capital(gazetteer: Gazetteer) -> None:
    without = [
        country.name
        for code in ("IQ", "SY", "IR", "UA", "RU", "SD", "YE", "US", "GB", "FR", "CN", "MM", "HT", "ET", "ML", "XK")
        if (country := gazetteer.country(code)) is not None
        and not any(
            place.feature is Feature.CAPITAL and place.country == code
            for place in gazetteer.places(country.capital or "")
        )
    ]
    assert without == []


def test_places_of_our_own_have_no_geonames_id(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("Robotyne")[0].geonames is None
    assert gazetteer.places("Baghdad")[0].geonames == 98182


def test_a_place_says_in_which_region_it_lies(gazetteer: Gazetteer) -> None:
    assert gazetteer.places("Fallujah")[0].admin1 == "Anbar"
    assert gazetteer.places("Nyala")[0].admin1 == "South Darfur"


def test_a_country_reaches_to_its_farthest_town(gazetteer: Gazetteer) -> None:
    iraq = gazetteer.places("Iraq")[0]
    assert iraq.radius_km is not None
    assert 300 < iraq.radius_km < 700
