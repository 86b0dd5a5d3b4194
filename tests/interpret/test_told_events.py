"""Which triggers of one sentence are one occurrence."""

import pytest
from tests.interpret.reports import Report, report

from onrecord.core.ontology import Role
from onrecord.interpret.told_events import Telling, find_tellings

NAMES = {"Aden": "place", "Jordan": "place", "Taiz": "place", "Baghdad": "place", "Odesa": "place"}


def made(text: str) -> Report:
    return report(text, names={name: kind for name, kind in NAMES.items() if name in text}, published="2024-02-09")


def groups(text: str) -> list[list[str]]:
    """The triggers of each telling."""
    r = made(text)
    return [[hit.span.of(r.text) for hit in telling.hits] for telling in find_tellings(r.context)]


def only(text: str) -> tuple[Report, Telling]:
    r = made(text)
    [telling] = find_tellings(r.context)
    return r, telling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed/V three soldiers.", [["attack", "killed"]]),
        ("An attack that/O killed/V three soldiers", [["attack", "killed"]]),
        ("An attack in Aden that/O killed/V three soldiers", [["attack", "killed"]]),
        ("Five farmers died/V in an air strike on Aden.", [["died", "air strike"]]),
        ("Five farmers were killed/V by shelling/N.", [["killed", "shelling"]]),
        ("Rebels/N opened/V fire on a bus, killing/V six.", [["opened fire", "killing"]]),
        ("Rebels/N carried/V out an attack on Odesa, killing/V six people.", [["attack", "killing"]]),
        ("A blast killed/V five and wounded/V nine.", [["blast", "killed", "wounded"]]),
        ("Two men were killed/V when gunmen attacked/V a bus.", [["killed", "attacked"]]),
        ("The shelling/N of Aden by rebels killed/V six.", [["shelling", "killed"]]),
        ("Clashes/N between the army and rebels killed/V nine people.", [["Clashes", "killed"]]),
        ("An earthquake in Aden killed/V nine people.", [["earthquake", "killed"]]),
        ("Gunmen/N abducted/V three pupils and killed/V a guard.", [["abducted"], ["killed"]]),
        ("Rebels/N bombed/V a bridge in Taiz and shelled/V a camp in Aden.", [["bombed"], ["shelled"]]),
        ("The raid came/V hours after a bombing/N in Aden.", [["raid"], ["bombing"]]),
        (
            "The drone strike followed/V an attack that/O killed/V three in Jordan.",
            [["drone strike"], ["attack", "killed"]],
        ),
        ("Protests/N and arrests/N went/V on.", [["Protests"], ["arrests"]]),
    ],
)
def test_triggers_of_one_occurrence_are_one_telling(text: str, expected: list[list[str]]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize("commas", [",", ""])
def test_an_insertion_about_another_attack_leaks_nothing(commas: str) -> None:
    r = made(
        f"The leader of a group{commas} which/O the ministry linked/V to an attack that/O killed/V three "
        f"soldiers in Jordan{commas} died/V in a drone strike in eastern Baghdad on Wednesday night."
    )
    attack, strike = find_tellings(r.context)
    assert [hit.span.of(r.text) for hit in attack.hits] == ["attack", "killed"]
    assert [hit.span.of(r.text) for hit in strike.hits] == ["died", "drone strike"]
    assert [place.of(r.text) for place in attack.places] == ["Jordan"]
    assert [place.of(r.text) for place in strike.places] == ["eastern Baghdad"]
    assert [toll.low for toll in attack.tolls] == [3]
    assert all(toll.low != 3 for toll in strike.tolls)


def test_a_telling_inside_a_relative_clause_is_embedded() -> None:
    r = made("The group that/O bombed/V a mosque in Aden attacked/V a camp.")
    by_words = {telling.trigger.span.of(r.text): telling.embedded for telling in find_tellings(r.context)}
    assert by_words == {"bombed": True, "attacked": False}


def test_means_decide_before_harm_and_specific_before_generic() -> None:
    assert only("Five farmers died/V in an air strike.")[1].kind.kind == "air-strike"
    assert only("The attack killed/V six.")[1].kind.kind == "attack"
    assert only("A blast killed/V six and wounded/V nine.")[1].kind.kind == "bombing"
    assert only("Gunmen/N killed/V six.")[1].kind.kind == "killing"


def test_the_trigger_is_the_word_that_gives_the_kind() -> None:
    r, telling = only("Five farmers died/V in an air strike.")
    assert telling.trigger.span.of(r.text) == "air strike"


@pytest.mark.parametrize(
    "text",
    [
        "A drone strike killed/V a commander 😀.",
        "A commander was killed/V in a drone strike.",
        "A commander died/V in a drone strike.",
        "A drone strike kills/V a commander.",
    ],
)
def test_who_is_killed_is_the_victim_whatever_the_means(text: str) -> None:
    r, telling = only(text)
    by_role = {filling.role: filling.span.of(r.text).lower() for filling in telling.roles}
    assert by_role[Role.VICTIM] == "a commander"
    assert Role.TARGET not in by_role


def test_figures_alone_are_victims_and_never_targets() -> None:
    r, telling = only("A drone strike kills/V three in Aden.")
    assert [f.span.of(r.text) for f in telling.roles if f.role is Role.TARGET] == []


def test_who_attacked_is_no_victim_of_those_whom_he_wounded() -> None:
    r, telling = only("Five villagers were killed/V and nine wounded/V when gunmen attacked/V a bus.")
    assert {f.span.of(r.text) for f in telling.roles if f.role is Role.VICTIM} <= {"Five villagers", "nine"}
    assert {f.span.of(r.text) for f in telling.roles if f.role is Role.INITIATOR} == {"gunmen"}


def test_a_word_of_a_name_is_no_trigger() -> None:
    r = report("The Popular Mobilisation Forces left/V.", names={"Popular Mobilisation Forces": "armed-group"})
    assert find_tellings(r.context) == []
    assert find_tellings(report("The Mobilisation/N of يوسف").context) != []
