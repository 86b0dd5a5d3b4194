"""Countries by every word for them, and the words that are for none."""

import pytest

from onrecord.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Iraq", "IRQ"),
        ("IQ", "IRQ"),
        ("IRQ", "IRQ"),
        ("العراق", "IRQ"),
        ("ایران", "IRN"),
        ("Burma", "MMR"),
        ("Türkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DRC", "COD"),
        ("DR Congo", "COD"),
        ("Democratic Republic of Congo", "COD"),
        ("Republic of the Congo", "COG"),
        ("the Netherlands", "NLD"),
        ("Britain", "GBR"),
        ("U.K.", "GBR"),
        ("U.S.", "USA"),
        ("USA", "USA"),
        ("America", "USA"),
        ("UAE", "ARE"),
        ("Swaziland", "SWZ"),
        ("Palestine", "PSE"),
        ("Kosovo", "XKX"),
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("Norway", "NOR"),
        ("NO", "NOR"),
        ("Georgia", "GEO"),
    ],
)
def test_a_country_is_found_by_name_code_and_initials(gazetteer: Gazetteer, word: str, iso3: str) -> None:
    country = gazetteer.country(word)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("word", ["us", "in", "no", "is", "it", "Us", "car", "Korea", "Kurdistan", "", "Baghdad", "🕊"])
def test_a_word_that_is_no_country_is_none(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.country(word) is None


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Iraqi", "IRQ"),
        ("Iraqis", "IRQ"),
        ("American", "USA"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("Iranian", "IRN"),
        ("British", "GBR"),
        ("Britons", "GBR"),
        ("Qatari", "QAT"),
        ("Palestinians", "PSE"),
        ("Nigerian", "NGA"),
        ("Nigerien", "NER"),
        ("South Sudanese", "SSD"),
        ("Burkinabè", "BFA"),
        ("Filipino", "PHL"),
        ("Congolese", "COD"),
        ("Emirati", "ARE"),
    ],
)
def test_a_demonym_leads_to_its_country(gazetteer: Gazetteer, word: str, iso3: str) -> None:
    country = gazetteer.demonym(word)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("word", ["us", "Korean", "Kurdish", "Arab", "Sunni", "Iraq", ""])
def test_a_people_without_one_country_is_none(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.demonym(word) is None


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Washington", "USA"),
        ("Tehran", "IRN"),
        ("Kyiv", "UKR"),
        ("Kiev", "UKR"),
        ("Moscow", "RUS"),
        ("Beijing", "CHN"),
        ("Ankara", "TUR"),
        ("Islamabad", "PAK"),
        ("Tel Aviv", "ISR"),
        ("Pyongyang", "PRK"),
        ("Ramallah", "PSE"),
        ("N’Djamena", "TCD"),
    ],
)
def test_a_capital_that_speaks_is_its_government(gazetteer: Gazetteer, name: str, iso3: str) -> None:
    country = gazetteer.capital_metonym(name)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("name", ["Brussels", "Gaza", "Mosul", "Santiago", "Kingston", "Hong Kong", ""])
def test_a_town_that_speaks_for_no_one_government_is_none(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.capital_metonym(name) is None


def test_the_codes_of_a_country_are_those_of_their_lists(gazetteer: Gazetteer) -> None:
    iraq, germany, yemen = (gazetteer.country(code) for code in ("IQ", "DE", "YE"))
    assert iraq is not None
    assert germany is not None
    assert yemen is not None
    assert (iraq.iso3, iraq.numeric, iraq.fips, iraq.cow, iraq.gw) == ("IRQ", 368, "IZ", 645, 645)
    assert (germany.cow, germany.gw) == (255, 260)
    assert (yemen.cow, yemen.gw) == (679, 678)


def test_a_territory_without_a_state_number_has_none(gazetteer: Gazetteer) -> None:
    palestine = gazetteer.country("PS")
    assert palestine is not None
    assert palestine.cow is None
