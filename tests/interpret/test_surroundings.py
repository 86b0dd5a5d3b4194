"""Which time, place and figure belong to which trigger."""

import pytest
from tests.interpret.reports import Report, report

from onrecord.interpret.surroundings import Surroundings, assign
from onrecord.interpret.triggers import find_triggers

TOWNS = ("Aden", "Taiz", "Baghdad", "Marib", "Kherson", "Kabul", "Geneva", "Khan Younis", "Rafah", "Quetta", "Saraqib")


def made(text: str) -> Report:
    return report(text, names={town: "place" for town in TOWNS if town in text}, published="2024-02-09")


def surroundings(r: Report) -> dict[str, Surroundings]:
    sentence = r.sentence()
    found = assign(sentence, find_triggers(sentence), r.context)
    return {s.hit.span.of(r.text): s for s in found}


def where(r: Report) -> dict[str, list[str]]:
    return {words: [place.of(r.text) for place in s.places] for words, s in surroundings(r).items()}


def when(r: Report) -> dict[str, list[str]]:
    return {words: [time.span.of(r.text) for time in s.times] for words, s in surroundings(r).items()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb exploded/V in Aden.", ["Aden"]),
        ("A bomb exploded/V in eastern Baghdad.", ["eastern Baghdad"]),
        ("The army shelled/V Kherson.", ["Kherson"]),
        ("Kherson was shelled/V.", ["Kherson"]),
        ("The shelling/N of Kherson", ["Kherson"]),
        ("An attack on Kherson", ["Kherson"]),
        ("The Kabul bombing/N", ["Kabul"]),
        ("Rebels/N captured/V the town of Marib.", ["Marib"]),
        ("Gunmen/N killed/V a judge near Quetta, Pakistan.", ["Quetta", "Pakistan"]),
        ("The army shelled/V Khan Younis and Rafah.", ["Khan Younis", "Rafah"]),
        ("In Aden, gunmen killed/V a judge.", ["Aden"]),
        ("Saraqib, Syria, was bombed/V 😀.", ["Saraqib", "Syria"]),
    ],
)
def test_a_place_is_told_by_its_preposition_or_as_what_was_struck(text: str, place: list[str]) -> None:
    assert next(iter(where(made(text)).values())) == place


@pytest.mark.parametrize(
    "text",
    [
        "A Syrian/A soldier attacked/V a guard.",
        "Iraq condemned/V the attack.",
        "Iran’s army attacked/V rebels.",
        "Rebels/N from Yemen attacked/V Aden’s mayor.",
    ],
)
def test_whose_country_is_named_is_not_where_it_happened(text: str) -> None:
    assert [place for places in where(made(text)).values() for place in places if place != "Yemen"] == []


def test_a_time_in_front_belongs_to_the_first_trigger_of_its_clause() -> None:
    r = made("On Wednesday night, a commander died/V in Aden.")
    assert when(r) == {"died": ["Wednesday night"]}


def test_a_time_inside_the_phrase_of_a_noun_belongs_to_it() -> None:
    r = made("Four people died/V in Monday’s attack on Aden.")
    assert when(r) == {"died": [], "attack": ["Monday"]}


def test_what_stands_in_a_relative_clause_stays_there() -> None:
    r = made(
        "The group, an ally that/O the ministry linked/V to an attack that/O killed/V three in Jordan on Sunday, "
        "bombed/V a mosque in eastern Baghdad on Wednesday."
    )
    assert where(r) == {"attack": [], "killed": ["Jordan"], "bombed": ["eastern Baghdad"]}
    assert when(r) == {"attack": [], "killed": ["Sunday"], "bombed": ["Wednesday"]}


def test_each_of_two_triggers_takes_the_place_behind_it() -> None:
    r = made("Rebels/N bombed/V a bridge in Taiz and shelled/V a camp in Aden.")
    assert where(r) == {"bombed": ["Taiz"], "shelled": ["Aden"]}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said/V on Thursday that rebels bombed/V the camp.",
        "Rebels/N bombed/V the camp, the mayor said/V on Thursday.",
        "Rebels/N bombed/V the camp, the mayor said/V in Geneva on Thursday.",
        "Speaking/V in Geneva on Thursday, the mayor said/V rebels bombed/V the camp.",
        "The mayor told/V reporters in Geneva that rebels bombed/V the camp.",
        "In Geneva, the mayor said/V rebels bombed/V the camp.",
    ],
)
def test_when_and_where_it_was_said_is_not_when_and_where_it_happened(text: str) -> None:
    r = made(text)
    assert (where(r)["bombed"], when(r)["bombed"]) == ([], [])


def test_an_afterthought_takes_no_time_or_place_from_what_was_said_before_it() -> None:
    r = made("The mayor said/V on Thursday rebels bombed/V Aden on Monday, adding/V that it fell/V.")
    assert (where(r)["bombed"], when(r)["bombed"]) == (["Aden"], ["Monday"])


def test_a_figure_belongs_to_the_verb_that_counts_it() -> None:
    r = made("Rebels/N bombed/V a bridge in Taiz and killed/V three soldiers.")
    assert [(len(s.tolls), words) for words, s in surroundings(r).items()] == [(0, "bombed"), (1, "killed")]


def test_a_sentence_without_a_trigger_gets_nothing() -> None:
    r = made("It was calm/A in Aden on Monday.")
    assert assign(r.sentence(), [], r.context) == []
