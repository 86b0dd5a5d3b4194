import pytest
from tests.interpret.reports import report

from onrecord.core.lexicon import Stance
from onrecord.core.ontology import Polarity, Realis, Tense
from onrecord.interpret.happening import polarity_of, realis_of, tense_of
from onrecord.interpret.triggers import Hit, find_triggers


def hit(text: str) -> Hit:
    return find_triggers(report(text).sentence())[0]


@pytest.mark.parametrize(
    "text",
    [
        "The army did not shell/V Kherson.",
        "The army didn’t shell/V Kherson.",
        "The army has never shelled/V Kherson.",
        "No attack was reported/V.",
        "They left/V without a shooting/N.",
        "There were no clashes/N.",
    ],
)
def test_what_the_words_negate_was_not_so(text: str) -> None:
    assert polarity_of(hit(text)) is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled/V Kherson.",
        "The army, not rebels, shelled/V Kherson.",
        "The attack did not succeed/V.",
        "Nobody left/V after the attack.",
    ],
)
def test_a_negation_of_something_else_leaves_the_event_standing(text: str) -> None:
    assert polarity_of(hit(text)) is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The army shelled/V Kherson.", Realis.ACTUAL),
        ("The army will shell/V Kherson.", Realis.PLANNED),
        ("Russia plans/V to attack/V Aden.", Realis.PLANNED),
        ("They vowed/V to attack/V Aden.", Realis.PLANNED),
        ("Talks/N are scheduled/V for Monday.", Realis.PLANNED),
        ("The planned/A attack on Aden", Realis.PLANNED),
        ("The raid will continue/V.", Realis.PLANNED),
        ("If rebels attack/V Aden, it falls/V.", Realis.HYPOTHETICAL),
        ("Rebels/N could attack/V Aden.", Realis.HYPOTHETICAL),
        ("A possible/A attack on Aden", Realis.HYPOTHETICAL),
        ("Police/N foiled/V an attack on Aden.", Realis.HYPOTHETICAL),
        ("They stopped/V Israel from bombing/V Gaza.", Realis.HYPOTHETICAL),
        ("Attacks/N on aid workers are frequent/A.", Realis.GENERIC),
        ("They fear/V frequent/A attacks/N.", Realis.GENERIC),
        ("The attacks/N killed/V six.", Realis.ACTUAL),
        ("Two attacks/N killed/V six.", Realis.ACTUAL),
        ("Explosions/N were heard/V in Sanaa.", Realis.ACTUAL),
        ("Clashes/N broke/V out in Sanaa.", Realis.ACTUAL),
        ("The EU imposed/V sanctions/N on Iran.", Realis.ACTUAL),
        ("Israel and Hamas agreed/V a ceasefire.", Realis.ACTUAL),
        ("Israel has threatened/V Hamas after an attack.", Realis.ACTUAL),
    ],
)
def test_whether_it_happened_is_read_from_the_words_before_the_trigger(text: str, realis: Realis) -> None:
    assert realis_of(hit(text), None, counted=False) is realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("A foiled/A attack on Aden", Realis.HYPOTHETICAL),
        ("The attack on Aden was averted/V.", Realis.HYPOTHETICAL),
        ("The raid could follow/V 😀.", Realis.HYPOTHETICAL),
        ("Talks/N between Iran and Oman will resume/V.", Realis.PLANNED),
        ("He asked/V whether strikes/N were planned/V.", Realis.HYPOTHETICAL),
        ("The attack will be remembered/V.", Realis.ACTUAL),
        ("The raid was condemned/V by يوسف.", Realis.ACTUAL),
        ("Men from Aden were bombing/V Gaza.", Realis.ACTUAL),
        ("They vowed/V revenge after the bombing/N.", Realis.ACTUAL),
    ],
)
def test_a_noun_happened_unless_its_adjectives_or_its_verb_say_otherwise(text: str, realis: Realis) -> None:
    assert realis_of(hit(text), None, counted=False) is realis


def test_a_counted_plural_is_no_habit() -> None:
    assert realis_of(hit("Attacks/N on Monday"), None, counted=True) is Realis.ACTUAL


def test_what_is_asked_for_or_about_has_not_happened() -> None:
    bare = hit("An attack on Aden")
    assert realis_of(bare, Stance.ANTICIPATES, counted=False) is Realis.PLANNED
    assert realis_of(bare, Stance.ASKS, counted=False) is Realis.HYPOTHETICAL
    assert realis_of(bare, Stance.DENIES, counted=False) is Realis.ACTUAL


def test_a_warning_that_speaks_of_the_past_speaks_of_what_happened() -> None:
    assert realis_of(hit("Rebels/N attacked/V Aden."), Stance.ANTICIPATES, counted=False) is Realis.ACTUAL


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The army shelled/V Kherson.", Tense.PAST),
        ("The attack", Tense.PAST),
        ("The army will shell/V Kherson.", Tense.FUTURE),
        ("The army is shelling/V Kherson 😀.", Tense.ONGOING),
        ("Washington was bombing/V targets in Iraq.", Tense.ONGOING),
        ("Shelling/N killed/V يوسف.", Tense.PAST),
    ],
)
def test_tense_is_the_verb_groups(text: str, tense: Tense) -> None:
    assert tense_of(hit(text)) is tense
