import pytest
from tests.interpret.reports import report

from onrecord.interpret.triggers import Hit, find_triggers


def hits(text: str) -> list[Hit]:
    return find_triggers(report(text).sentence())


def shown(text: str) -> list[tuple[str, str]]:
    """The words and the kind of each trigger."""
    return [(hit.span.of(hit.sentence.text), hit.kind.kind) for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A drone strike hit/V a car.", "drone-strike"),
        ("Air strikes destroyed/V two houses.", "air-strike"),
        ("The army shelled/V Kherson.", "shelling"),
        ("Gunmen/N opened/V fire on a bus.", "shooting"),
        ("Rebels/N ambushed/V the patrol.", "ambush"),
        ("A suicide bombing in Kabul", "suicide-bombing"),
        ("Fighters/N executed/V nine captives.", "execution"),
        ("Police/N arrested/V six suspects.", "arrest"),
        ("Gunmen/N abducted/V thirty pupils.", "abduction"),
        ("Rebels/N seized/V the town.", "territory-gained"),
        ("The last convoy withdrew/V on Sunday.", "withdrawal"),
        ("A truce took/V effect.", "ceasefire"),
        ("The council blacklisted/V two generals.", "sanction"),
        ("Three diplomats were expelled/V.", "expulsion"),
        ("The prime/A minister resigned/V.", "resignation"),
        ("The minister stepped/V down.", "resignation"),
        ("Soldiers/N overthrew/V the president.", "coup"),
        ("The court acquitted/V him.", "sentence"),
        ("A bomb blast hit/V the court.", "bombing"),
        ("Teachers/N went/V on strike.", "strike"),
        ("Nine died/V in clashes/N 😀.", "armed-clash"),
        ("Gunfire/N and a mortar attack", "shelling"),
    ],
)
def test_a_listed_word_shows_its_kind(text: str, expected: str) -> None:
    assert expected in [kind for _words, kind in shown(text)]


def test_the_longest_listed_phrase_decides() -> None:
    assert shown("A suicide bomb attack in Kabul") == [("suicide bomb attack", "suicide-bombing")]


def test_a_bare_strike_is_an_attack() -> None:
    assert shown("A strike on a convoy") == [("strike", "attack")]
    assert shown("The strikes/N hit/V a port.")[0] == ("strikes", "attack")


@pytest.mark.parametrize(
    "text",
    [
        "The teachers’ strike over pay",
        "Workers/N called/V a general/A strike.",
        "They struck/V a deal.",
        "The talks/N struck/V a balance.",
        "Inflation hit/V a record high/N.",
        "He suffered/V a heart attack.",
        "The photo captured/V attention.",
        "The fight against corruption",
        "The legal/A battle went/V on.",
        "They executed/V the plan.",
        "Stocks/N rallied/V.",
        "A free/A press",
        "They fought/V the wildfire/N.",
        "The film was shot/V in Aden.",
    ],
)
def test_words_in_their_peaceful_sense_are_no_attack(text: str) -> None:
    assert [hit.kind.category for hit in hits(text) if hit.kind.family in ("violence", "territory", "release")] == []


def test_a_verb_counts_as_a_verb_only_and_a_noun_as_a_noun() -> None:
    assert shown("The killed/A men") == []
    assert [hit.verbal for hit in hits("They attack/V.")] == [True]
    assert [hit.verbal for hit in hits("The attack")] == [False]
    assert list(hits("The shell/N of the house")) == []


@pytest.mark.parametrize(
    ("text", "kind", "instrument"),
    [
        ("Strikes/N by drones hit/V a port.", "drone-strike", "drones"),
        ("The US attacked/V the port with missiles.", "missile-attack", "missiles"),
        ("Drones/N struck/V the port.", "drone-strike", "Drones"),
        ("Warplanes/N bombed/V the town.", "air-strike", "Warplanes"),
        ("A suicide bomber attacked/V the gate.", "suicide-bombing", "suicide bomber"),
        ("He attacked/V the guard with a knife.", "stabbing", "knife"),
    ],
)
def test_the_instrument_makes_a_generic_word_specific(text: str, kind: str, instrument: str) -> None:
    hit = hits(text)[0]
    assert hit.kind.kind == kind
    assert hit.instrument is not None
    assert hit.instrument.of(hit.sentence.text) == instrument


def test_an_instrument_elsewhere_in_the_sentence_changes_nothing() -> None:
    [hit] = hits("Rebels/N attacked/V the town where drones are made/V.")
    assert (hit.kind.kind, hit.instrument) == ("attack", None)


def test_missile_and_drone_attacks_take_the_means_of_their_own_phrase() -> None:
    [hit] = hits("Missile/N and drone attacks")
    assert hit.kind.kind in ("drone-strike", "missile-attack")


def test_triggers_do_not_overlap_and_stand_in_order() -> None:
    found = hits("A suicide car bomb attack killed/V nine and wounded/V six in shelling/N of Aden.")
    ends = [hit.end for hit in found]
    assert all(hit.first >= end for hit, end in zip(found[1:], ends, strict=False))


def test_a_closing_preposition_is_not_the_head_of_its_noun() -> None:
    [hit] = hits("The seizure of Marib")
    assert hit.sentence.words[hit.head] == "seizure"


def test_only_a_noun_can_be_a_plural_of_habit() -> None:
    assert [hit.plural for hit in hits("Attacks/N are frequent/A.")] == [True]
    assert [hit.plural for hit in hits("He attacks/V.")] == [False]
    assert [hit.plural for hit in hits("The attack failed/V.")] == [False]


@pytest.mark.parametrize("text", ["😀", "قصف", "…", "“”"])
def test_a_sentence_without_a_listed_word_has_no_trigger(text: str) -> None:
    assert list(hits(text)) == []
