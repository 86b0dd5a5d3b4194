import pytest
from tests.interpret.reports import report

from onrecord.core.ontology import Act
from onrecord.interpret.acts import act_of, is_negated, phrase_at


def act(text: str, cue: str) -> Act:
    r = report(text)
    return act_of(r.sentence(), r.sentence().tokens_in(r.span(cue))).act


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("He said/V so.", "said", Act.SAY),
        ("Iran denounced/V the raid.", "denounced", Act.CONDEMN),
        ("The union hailed/V the truce.", "hailed", Act.PRAISE),
        ("Police/N denied/V it.", "denied", Act.DENY),
        ("The group claimed/V responsibility for it.", "claimed", Act.CLAIM_RESPONSIBILITY),
        ("The group claimed/V responsibility for it.", "claimed responsibility", Act.CLAIM_RESPONSIBILITY),
        ("The group took/V responsibility for it.", "took", Act.CLAIM_RESPONSIBILITY),
        ("The group denied/V any involvement in it.", "denied", Act.DENY_RESPONSIBILITY),
        ("According/V to residents, it fell/V.", "According to", Act.SAY),
        ("It was reportedly hit/V.", "reportedly", Act.REPORT),
        ("It called/V for an inquiry.", "called for", Act.DEMAND),
        ("It called/V on Iran to stop/V.", "called on", Act.APPEAL),
        ("In its denial the army said/V so.", "denial", Act.DENY),
        ("The ministry’s accusation was false/A.", "accusation", Act.ACCUSE),
        ("He foobared/V it.", "foobared", Act.SAY),
    ],
)
def test_a_cue_shows_its_act(text: str, cue: str, expected: Act) -> None:
    assert act(text, cue) is expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Police/N could not confirm/V the deaths.", "confirm", Act.DENY_KNOWLEDGE),
        ("Police/N have never confirmed/V the deaths.", "confirmed", Act.DENY_KNOWLEDGE),
        ("Israel has not denied/V the raid.", "denied", Act.CONFIRM),
        ("Police/N confirmed/V the deaths.", "confirmed", Act.CONFIRM),
        ("Police/N condemned/V, not confirmed/V, it.", "condemned", Act.CONDEMN),
    ],
)
def test_a_negated_cue_is_another_act(text: str, cue: str, expected: Act) -> None:
    assert act(text, cue) is expected


def test_a_negation_of_another_verb_is_not_the_cues() -> None:
    sentence = report("The army did not attack/V and residents said/V so.").sentence()
    assert is_negated(sentence, sentence.words.index("attack"))
    assert not is_negated(sentence, sentence.words.index("said"))


def test_the_longest_cue_at_a_word_decides() -> None:
    sentence = report("It denied/V any involvement.").sentence()
    found = phrase_at(sentence, 1)
    assert found is not None
    assert (found[0].act, found[1]) == (Act.DENY_RESPONSIBILITY, 3)


def test_a_word_that_begins_no_longer_cue_gives_none() -> None:
    sentence = report("It denied/V the charge.").sentence()
    assert phrase_at(sentence, 1) is None
    assert phrase_at(sentence, 0) is None
