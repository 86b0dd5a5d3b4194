"""Who did what to whom, in the shapes of news English; each answer by hand."""

import pytest
from tests.interpret.reports import Report, annotated, report

from onrecord.core.annotations import Argument, Predicate
from onrecord.core.ontology import Role
from onrecord.interpret.roles import find_roles
from onrecord.interpret.triggers import find_triggers


def roles(r: Report, trigger: str) -> dict[str, list[str]]:
    """What fills each role of the trigger with these words."""
    [hit] = [h for s in r.reading.sentences for h in find_triggers(s) if h.span.of(r.text) == trigger]
    found: dict[str, list[str]] = {}
    for filling in sorted(find_roles(hit, r.context), key=lambda filling: filling.span):
        found.setdefault(filling.role.value, []).append(filling.span.of(r.text))
    return found


PLACES = {"Kherson": "place", "Aden": "place", "Kharkiv": "place", "Kitara": "armed-group"}


def named(text: str) -> Report:
    return report(text, names={name: kind for name, kind in PLACES.items() if name in text})


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # active and passive
        ("The army shelled/V Kherson.", "shelled", {"initiator": ["The army"], "target": ["Kherson"]}),
        ("Kherson was shelled/V.", "shelled", {"target": ["Kherson"]}),
        (
            "Kherson was shelled/V by Russian/A forces.",
            "shelled",
            {"initiator": ["Russian forces"], "target": ["Kherson"]},
        ),
        ("Gunmen/N killed/V two judges.", "killed", {"initiator": ["Gunmen"], "victim": ["two judges"]}),
        ("Two judges were killed/V.", "killed", {"victim": ["Two judges"]}),
        ("Two judges were killed/V by gunmen.", "killed", {"initiator": ["gunmen"], "victim": ["Two judges"]}),
        ("The judge was shot/V dead by police.", "shot", {"initiator": ["police"], "target": ["The judge"]}),
        # relative clauses
        (
            "The group that/O attacked/V the camp fled/V.",
            "attacked",
            {"initiator": ["The group"], "target": ["the camp"]},
        ),
        (
            "The camp, which/O rebels attacked/V, burned/V.",
            "attacked",
            {"initiator": ["rebels"], "target": ["The camp"]},
        ),
        # an insertion
        (
            "The militia, an ally of the army, attacked/V the camp.",
            "attacked",
            {"initiator": ["The militia"], "target": ["the camp"]},
        ),
        # nouns
        ("A US air strike on a convoy", "air strike", {"initiator": ["US"], "target": ["a convoy"]}),
        ("Israel’s bombardment of Aden", "bombardment", {"initiator": ["Israel"], "target": ["Aden"]}),
        (
            "The shelling/N of Kherson by Russian/A forces",
            "shelling",
            {"initiator": ["Russian forces"], "target": ["Kherson"]},
        ),
        ("An attack on a church by gunmen", "attack", {"initiator": ["gunmen"], "target": ["a church"]}),
        ("A Kitara attack against the army", "attack", {"initiator": ["Kitara"], "target": ["the army"]}),
        ("The assassination of a judge", "assassination", {"victim": ["a judge"]}),
        ("Clashes/N between the army and rebels", "Clashes", {"initiator": ["the army"], "target": ["rebels"]}),
        ("Clashes/N with rebels", "Clashes", {"target": ["rebels"]}),
        ("The arrest of six students", "arrest", {"victim": ["six students"]}),
        ("Gunmen/N opened/V fire.", "opened fire", {"initiator": ["Gunmen"]}),
        ("A suicide bomber blew/V himself up in Aden.", "blew himself up", {"initiator": ["A suicide bomber"]}),
        ("Police/N arrested/V six members.", "arrested", {"initiator": ["Police"], "victim": ["six members"]}),
        ("Rebels/N seized/V Aden and killed/V a judge.", "killed", {"initiator": ["Rebels"], "victim": ["a judge"]}),
        ("An attack carried/V out by rebels", "attack", {"initiator": ["rebels"]}),
        # verbs that say no more than that it was done
        ("The US has carried/V out an attack on a port.", "attack", {"initiator": ["The US"], "target": ["a port"]}),
        ("Rebels/N launched/V an attack on Kharkiv.", "attack", {"initiator": ["Rebels"], "target": ["Kharkiv"]}),
        (
            "Iran imposed/V sanctions on two generals.",
            "sanctions",
            {"initiator": ["Iran"], "target": ["two generals"]},
        ),
        # reciprocal verbs
        ("Protesters/N clashed/V with police.", "clashed", {"initiator": ["Protesters"], "target": ["police"]}),
        # weapons that act
        (
            "Rebels/N fired/V rockets at a base.",
            "fired",
            {"initiator": ["Rebels"], "target": ["a base"], "instrument": ["rockets"]},
        ),
        ("Gunmen/N opened/V fire on a bus.", "opened fire", {"initiator": ["Gunmen"], "target": ["a bus"]}),
        # who dies is no doer
        ("A commander died/V in Aden.", "died", {"victim": ["A commander"]}),
        ("The war displaced/V 400 families.", "displaced", {"victim": ["400 families"]}),
        ("It was shelled/V by rebels, killing/V a guard.", "killing", {"initiator": ["rebels"], "victim": ["a guard"]}),
        ("Thousands of families fled/V Aden.", "fled", {"victim": ["Thousands of families"]}),
        ("The president resigned/V.", "resigned", {"initiator": ["The president"]}),
        # control
        ("Russia plans/V to attack/V Aden.", "attack", {"initiator": ["Russia"], "target": ["Aden"]}),
        (
            "The army is believed/V to have killed/V a farmer.",
            "killed",
            {"initiator": ["The army"], "victim": ["a farmer"]},
        ),
        (
            "The army accused/V rebels of shelling/V a market.",
            "shelling",
            {"initiator": ["rebels"], "target": ["a market"]},
        ),
        ("Gunmen/N stormed/V in, killing/V a guard.", "killing", {"initiator": ["Gunmen"], "victim": ["a guard"]}),
        # emoji and Arabic
        ("المسلحون/N killed/V يوسف 😀.", "killed", {"victim": ["يوسف"]}),
    ],
)
def test_participants_are_read_from_the_words_around_the_trigger(
    text: str, trigger: str, expected: dict[str, list[str]]
) -> None:
    assert roles(named(text), trigger) == expected


def test_an_event_is_not_its_own_victim_nor_a_doer() -> None:
    r = named("The attack killed/V three soldiers.")
    assert roles(r, "killed") == {"victim": ["three soldiers"]}
    assert roles(r, "attack") == {}


def test_a_day_behind_on_is_no_target() -> None:
    r = report("The attack on Monday failed/V.", published="2024-02-08")
    assert roles(r, "attack") == {}


def test_whose_words_follow_the_verb_of_a_phrase_are_not_its_targets() -> None:
    assert "target" not in roles(named("The attack prompted/V a protest against the army."), "attack")


def test_the_annotators_arguments_decide_before_word_order() -> None:
    plain = named("Kherson the army shelled/V 😀.")
    predicate = Predicate(
        plain.span("shelled"),
        (Argument("ARG0", plain.span("the army"), 0.9), Argument("ARG1", plain.span("Kherson"), 0.8)),
        0.9,
    )
    r = annotated(plain, predicates=(predicate,))
    [hit] = find_triggers(r.sentence())
    confidences = {filling.role: filling.confidence for filling in find_roles(hit, r.context)}
    assert confidences == {Role.INITIATOR: 0.9, Role.TARGET: 0.8}


def test_an_annotated_relative_pronoun_is_led_back_to_its_noun() -> None:
    plain = named("The group that/O attacked/V the camp fled/V.")
    predicate = Predicate(plain.span("attacked"), (Argument("ARG0", plain.span("that"), 0.9),), 0.9)
    r = annotated(plain, predicates=(predicate,))
    [hit] = [h for h in find_triggers(r.sentence()) if h.kind.kind == "attack"]
    [doer] = [f for f in find_roles(hit, r.context) if f.role is Role.INITIATOR]
    assert doer.span.of(r.text) == "The group"
