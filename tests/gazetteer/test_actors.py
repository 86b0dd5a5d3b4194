"""Actors by the names that reports give them; capacities and years; initials that are also words."""

import datetime as dt

import pytest

from onrecord.core.annotations import MentionKind
from onrecord.gazetteer import ActorEntry, Gazetteer

EVERY_SPELLING = [
    ("Kataib Hezbollah", "kataib-hezbollah"),
    ("Kata'ib Hizballah", "kataib-hezbollah"),
    ("Kata’ib Hizbullah", "kataib-hezbollah"),
    ("كتائب حزب الله", "kataib-hezbollah"),
    ("Hezbollah", "hezbollah"),
    ("Hizbullah", "hezbollah"),
    ("Popular Mobilisation Forces", "popular-mobilisation-forces"),
    ("Popular Mobilization Forces", "popular-mobilisation-forces"),
    ("Hashd al-Shaabi", "popular-mobilisation-forces"),
    ("PMF", "popular-mobilisation-forces"),
    ("Hamas", "hamas"),
    ("حماس", "hamas"),
    ("al-Qassam Brigades", "qassam-brigades"),
    ("Houthis", "houthis"),
    ("Ansar Allah", "houthis"),
    ("Ansarallah", "houthis"),
    ("Rapid Support Forces", "rapid-support-forces"),
    ("RSF", "rapid-support-forces"),
    ("SAF", "SDN.military"),
    ("Islamic State", "islamic-state"),
    ("ISIS", "islamic-state"),
    ("ISIL", "islamic-state"),
    ("Daesh", "islamic-state"),
    ("ISIS-K", "islamic-state-khorasan"),
    ("ISWAP", "iswap"),
    ("al-Shabaab", "al-shabaab"),
    ("Al Shabaab", "al-shabaab"),
    ("al-Shabab", "al-shabaab"),
    ("Boko Haram", "boko-haram"),
    ("JNIM", "jnim"),
    ("M23", "m23"),
    ("M23 rebels", "m23"),
    ("Allied Democratic Forces", "allied-democratic-forces"),
    ("TTP", "tehrik-i-taliban-pakistan"),
    ("Pakistani Taliban", "tehrik-i-taliban-pakistan"),
    ("Balochistan Liberation Army", "balochistan-liberation-army"),
    ("PKK", "pkk"),
    ("Syrian Democratic Forces", "syrian-democratic-forces"),
    ("Hay'at Tahrir al-Sham", "hayat-tahrir-al-sham"),
    ("Hayat Tahrir al-Sham", "hayat-tahrir-al-sham"),
    ("National Liberation Army", "eln-colombia"),
    ("Wagner", "wagner-group"),
    ("Arakan Army", "arakan-army"),
    ("Kachin Independence Army", "kachin-independence-army"),
    ("Viv Ansanm", "viv-ansanm"),
    ("CJNG", "cjng"),
    ("Pentagon", "USA.defence-ministry"),
    ("the Pentagon", "USA.defence-ministry"),
    ("State Department", "USA.foreign-ministry"),
    ("White House", "USA.presidency"),
    ("Kremlin", "RUS.presidency"),
    ("IDF", "ISR.military"),
    ("the IDF", "ISR.military"),
    ("IRGC", "irgc"),
    ("Iran’s Revolutionary Guards", "irgc"),
    ("Quds Force", "quds-force"),
    ("CENTCOM", "us-centcom"),
    ("Centcom", "us-centcom"),
    ("Élysée", "FRA.presidency"),
    ("Downing Street", "GBR.prime-ministers-office"),
    ("Tatmadaw", "MMR.military"),
    ("Palestinian Authority", "PSE.government"),
    ("US-led coalition", "global-coalition-against-daesh"),
    ("US-led military coalition", "global-coalition-against-daesh"),
    ("Syrian Observatory for Human Rights", "sohr"),
    ("ACLED", "acled"),
    ("Airwars", "airwars"),
    ("MSF", "msf"),
    ("Doctors Without Borders", "msf"),
    ("ICRC", "icrc"),
    ("UNAMA", "unama"),
    ("UNRWA", "unrwa"),
    ("World Food Programme", "wfp"),
    ("Gaza’s health ministry", "gaza-health-ministry"),
    ("Yahya Rasool", "yahya-rasool"),
    ("Antony Blinken", "antony-blinken"),
    ("Blinken", "antony-blinken"),
    ("Lloyd Austin", "lloyd-austin"),
    ("Nasser Kanaani", "nasser-kanaani"),
    ("Mohammed Shia al-Sudani", "mohammed-shia-al-sudani"),
    ("Shia al-Sudani", "mohammed-shia-al-sudani"),
    ("John Kirby", "john-kirby"),
    ("Pat Ryder", "pat-ryder"),
    ("Matthew Miller", "matthew-miller"),
    ("Daniel Hagari", "daniel-hagari"),
    ("Volodymyr Zelensky", "volodymyr-zelenskyy"),
    ("Zelenskiy", "volodymyr-zelenskyy"),
    ("Hemedti", "mohamed-hamdan-dagalo"),
    ("Abu Mohammed al-Jolani", "ahmed-al-sharaa"),
    ("عبد الملك الحوثي", "abdul-malik-al-houthi"),
]


def ids(actors: tuple[ActorEntry, ...]) -> set[str]:
    return {actor.id for actor in actors}


@pytest.mark.parametrize(("name", "actor"), EVERY_SPELLING)
def test_a_name_of_the_news_leads_to_one_actor(gazetteer: Gazetteer, name: str, actor: str) -> None:
    assert ids(gazetteer.actors(name)) == {actor}


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Iraqi army", "IRQ.army"),
        ("Iraq army", "IRQ.army"),
        ("Iraq's army", "IRQ.army"),
        ("US military", "USA.military"),
        ("U.S. military", "USA.military"),
        ("American forces", "USA.military"),
        ("Iranian foreign ministry", "IRN.foreign-ministry"),
        ("Foreign Ministry of Qatar", "QAT.foreign-ministry"),
        ("Qatar's foreign ministry", "QAT.foreign-ministry"),
        ("Russian defense ministry", "RUS.defence-ministry"),
        ("Russian Ministry of Defence", "RUS.defence-ministry"),
        ("Ukrainian parliament", "UKR.parliament"),
        ("Kenyan police", "KEN.police"),
        ("government of the United States", "USA.government"),
        ("Iraqi prime minister", "IRQ.prime-minister"),
        ("US Secretary of State", "USA.foreign-minister"),
        ("Israeli warplanes", "ISR.air-force"),
        ("South Sudanese army", "SSD.army"),
        ("Kosovo police", "XKX.police"),
        ("Palestinian health ministry", "PSE.health-ministry"),
    ],
)
def test_the_bodies_of_a_state_are_found_by_country_and_by_adjective(
    gazetteer: Gazetteer, name: str, actor: str
) -> None:
    assert actor in ids(gazetteer.actors(name))


def test_a_country_is_an_actor_and_so_is_its_people(gazetteer: Gazetteer) -> None:
    (country,) = gazetteer.actors("Iraq")
    (people,) = gazetteer.actors("Iraqis")
    assert (country.id, country.kind, country.sector) == ("IRQ", MentionKind.COUNTRY, None)
    assert (people.country, people.kind, people.sector) == ("IRQ", MentionKind.GROUP, "CVL")


@pytest.mark.parametrize("word", ["is", "who", "us", "ice", "let", "aids", "care", "the is", "plan", "Who", "Is"])
def test_initials_are_not_the_word_that_they_spell(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.actors(word) == ()


@pytest.mark.parametrize(("initials", "actor"), [("IS", "islamic-state"), ("WHO", "who"), ("LeT", "lashkar-e-taiba")])
def test_initials_in_capitals_are_found(gazetteer: Gazetteer, initials: str, actor: str) -> None:
    assert actor in ids(gazetteer.actors(initials))


@pytest.mark.parametrize("name", ["", "🕊", "gunmen", "police", "the army", "officials", "Mohammed", "Austin", "Jordan"])
def test_who_could_be_anybody_is_no_person_and_no_body(gazetteer: Gazetteer, name: str) -> None:
    assert {actor.kind for actor in gazetteer.actors(name)} <= {MentionKind.COUNTRY}


def test_two_actors_of_one_name_are_both_given(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.actors("SNA")) == {"syrian-national-army", "SOM.army"}
    assert {actor.country for actor in gazetteer.actors("SDF")} == {"SYR"}


def test_an_entry_says_kind_sector_country_and_parent(gazetteer: Gazetteer) -> None:
    (group,) = gazetteer.actors("Kataib Hezbollah")
    assert (group.kind, group.sector, group.country) == (MentionKind.ARMED_GROUP, "REB", "IRQ")
    assert group.parent == "popular-mobilisation-forces"
    (parent,) = gazetteer.actor(group.parent)
    assert parent.name == "Popular Mobilisation Forces"


def test_a_person_of_several_offices_has_one_id_and_an_entry_for_each(gazetteer: Gazetteer) -> None:
    kirby = gazetteer.actors("John Kirby")
    assert len(kirby) == 4
    assert len(ids(kirby)) == 1
    (held,) = [entry for entry in kirby if entry.holds_on(dt.date(2024, 2, 8))]
    assert held.office == "White House national security spokesperson"


@pytest.mark.parametrize(
    ("name", "day", "office"),
    [
        ("Antony Blinken", dt.date(2024, 2, 8), "secretary of state"),
        ("Nasser Kanaani", dt.date(2024, 2, 8), "foreign ministry spokesperson"),
        ("Mohammed Shia al-Sudani", dt.date(2024, 2, 8), "prime minister"),
        ("Benjamin Netanyahu", dt.date(2022, 3, 1), "opposition leader"),
        ("Benjamin Netanyahu", dt.date(2023, 10, 7), "prime minister"),
        ("Donald Trump", dt.date(2020, 1, 3), "president"),
        ("Sergei Shoigu", dt.date(2022, 2, 24), "defence minister"),
        ("Sergei Shoigu", dt.date(2024, 8, 1), "Security Council secretary"),
        ("Khalil al-Hayya", dt.date(2025, 1, 15), "Hamas leader in Gaza"),
        ("David Cameron", dt.date(2024, 2, 8), "foreign secretary"),
    ],
)
def test_on_a_day_a_person_holds_the_office_of_that_day(
    gazetteer: Gazetteer, name: str, day: dt.date, office: str
) -> None:
    assert [entry.office for entry in gazetteer.actors(name) if entry.holds_on(day)] == [office]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Qassem Soleimani", dt.date(2020, 1, 4)),
        ("Hassan Nasrallah", dt.date(2024, 9, 28)),
        ("Joe Biden", dt.date(2025, 1, 21)),
        ("Donald Trump", dt.date(2022, 1, 1)),
    ],
)
def test_nobody_holds_an_office_outside_its_years(gazetteer: Gazetteer, name: str, day: dt.date) -> None:
    entries = gazetteer.actors(name)
    assert entries
    assert not [entry for entry in entries if entry.holds_on(day)]


def test_the_sides_of_a_body_may_change_with_the_years(gazetteer: Gazetteer) -> None:
    taliban = gazetteer.actors("Taliban")
    on = {
        day: [entry.sector for entry in taliban if entry.holds_on(day)]
        for day in (dt.date(2019, 1, 1), dt.date(2023, 1, 1))
    }
    assert list(on.values()) == [["REB"], ["GOV"]]


def test_a_year_is_read_as_widely_as_it_can_be(gazetteer: Gazetteer) -> None:
    (kanaani,) = gazetteer.actors("Nasser Kanaani")
    assert (kanaani.valid_from, kanaani.valid_to) == (dt.date(2022, 1, 1), dt.date(2024, 12, 31))


def test_the_federal_capital_is_not_an_actor(gazetteer: Gazetteer) -> None:
    assert gazetteer.actors("Washington") == ()
    assert gazetteer.actors("Baghdad") == ()
