import pytest
from tests.interpret.reports import gazetteer, report

from onrecord.core.annotations import MentionKind
from onrecord.core.extraction import PlaceLink, Unresolved
from onrecord.interpret.names import find_names
from onrecord.interpret.places import PlaceResolver, is_place


def place(text: str, words: str) -> PlaceLink | Unresolved:
    r = report(text, names={words: "place"})
    return PlaceResolver(r.text, find_names(r.reading, gazetteer()), gazetteer()).resolve(r.span(words))


def country(text: str, words: str) -> str | None:
    found = place(text, words)
    assert isinstance(found, PlaceLink), found
    return found.country


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Mosul", "IQ"), ("Kherson", "UA"), ("Khartoum", "SD"), ("Paris", "FR"), ("Baghdad", "IQ"), ("Aden", "YE")],
)
def test_without_any_other_sign_the_large_place_is_meant(words: str, expected: str) -> None:
    assert country(f"A bomb exploded/V in {words}.", words) == expected


def test_a_place_behind_the_comma_decides_before_size() -> None:
    assert country("It fell/V in Paris, Texas, on Monday.", "Paris") == "US"


def test_a_country_named_in_the_report_decides_between_towns_of_a_like_size() -> None:
    assert country("Colombia sent/V troops to Córdoba.", "Córdoba") == "CO"
    assert country("Spain sent/V troops to Córdoba.", "Córdoba") == "ES"


def test_a_country_is_its_own_place() -> None:
    found = place("Troops/N left/V Jordan.", "Jordan")
    assert isinstance(found, PlaceLink)
    assert (found.country, found.precision) == ("JO", "country")


def test_a_link_carries_the_gazetteers_number_and_point() -> None:
    found = place("It fell/V in Mosul.", "Mosul")
    assert isinstance(found, PlaceLink)
    assert found.geonames is not None
    assert (round(found.lat), round(found.lon), found.precision) == (36, 43, "city")


def test_an_unknown_place_is_unresolved_and_never_a_stand_in() -> None:
    found = place("It fell/V in Qazzarabad 😀.", "Qazzarabad")
    assert found == Unresolved("“Qazzarabad” is not in the gazetteer")


def test_the_qualifier_ends_with_its_capitals() -> None:
    assert country("It fell/V in Tripoli, Lebanon on Monday.", "Tripoli") == "LB"
    assert country("It fell/V in Tripoli, Libya.", "Tripoli") == "LY"


def test_a_lower_case_word_behind_the_comma_is_no_qualifier() -> None:
    assert country("It fell/V in Paris, texas was calm/A.", "Paris") == "FR"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (MentionKind.PLACE, True),
        (MentionKind.COUNTRY, True),
        (MentionKind.FACILITY, True),
        (MentionKind.GOVERNMENT, False),
        (MentionKind.PERSON, False),
    ],
)
def test_places_countries_and_facilities_can_say_where(kind: MentionKind, expected: bool) -> None:
    assert is_place(kind) is expected


@pytest.mark.parametrize(
    "town", ["Aleppo", "Kherson", "Kharkiv", "Homs", "Idlib", "Raqqa", "Aden", "Jenin", "Mosul", "Gaza City"]
)
def test_a_town_is_meant_before_the_region_that_bears_its_name(town: str) -> None:
    found = place(f"A bomb exploded/V in {town}.", town)
    assert isinstance(found, PlaceLink)
    assert found.precision == "city"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bomb exploded/V in Kherson region.", "Kherson region"),
        ("A bomb exploded/V in Kherson region.", "Kherson"),
        ("A bomb exploded/V in the province of Idlib.", "Idlib"),
        ("A bomb exploded/V in Idlib Governorate.", "Idlib"),
    ],
)
def test_a_region_is_meant_where_the_words_say_so(text: str, words: str) -> None:
    found = place(text, words)
    assert isinstance(found, PlaceLink)
    assert found.precision == "region"


def test_a_state_is_meant_before_a_far_town_of_its_name() -> None:
    found = place("Shots were fired/V in Delaware.", "Delaware")
    assert isinstance(found, PlaceLink)
    assert found.precision == "region"
