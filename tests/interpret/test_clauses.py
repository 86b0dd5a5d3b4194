import pytest
from tests.interpret.reports import report

from onrecord.interpret.clauses import clause_ids, opens_relative


def clauses(text: str) -> list[str]:
    """The words of each clause, the main one first."""
    sentence = report(text).sentence()
    ids = clause_ids(sentence)
    return [" ".join(w for w, i in zip(sentence.words, ids, strict=True) if i == n) for n in range(max(ids) + 1)]


def test_a_sentence_without_relatives_is_one_clause() -> None:
    assert clauses("The army shelled/V Kherson on Monday.") == ["The army shelled Kherson on Monday ."]


def test_a_relative_clause_lasts_to_the_comma_before_the_main_verb() -> None:
    main, first, second = clauses(
        "The group, an ally that/O the ministry linked/V to an attack that/O killed/V three in Jordan, fled/V to Aden."
    )
    assert main == "The group , an ally , fled to Aden ."
    assert first == "that the ministry linked to an attack"
    assert second == "that killed three in Jordan"


def test_a_relative_clause_between_commas_is_left_before_an_auxiliary() -> None:
    main, _relative = clauses("The militia, which/O fled/V Aden, has returned/V.")
    assert main.endswith(", has returned .")


def test_a_participle_behind_a_comma_stays_in_the_relative_clause() -> None:
    main, relative = clauses("He met/V the man who/O shot/V a judge, killing/V him.")
    assert main == "He met the man"
    assert relative == "who shot a judge , killing him ."


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("The group that/O bombed/V Aden attacked/V Taiz.", "The group attacked Taiz ."),
        ("The boy who/O was hit/V by a bullet died/V in Aden.", "The boy died in Aden ."),
        ("The raid that/O rebels defended/V for weeks killed/V يوسف.", "The raid killed يوسف ."),
        ("The man who/O led/V a group that/O bombed/V Aden fled/V.", "The man fled ."),
    ],
)
def test_a_second_verb_that_nothing_ties_to_the_first_is_the_main_one(text: str, main: str) -> None:
    assert clauses(text)[0] == main


@pytest.mark.parametrize(
    "text",
    [
        "The man who/O shot/V a judge and fled/V",
        "The men who/O fled/V when rebels attacked/V",
        "The man who/O said/V rebels attacked/V",
        "The group that/O freed/V soldiers captured/V in Aden",
        "The group that/O wants/V to attack/V",
    ],
)
def test_a_second_verb_may_be_of_the_relative_clause_too(text: str) -> None:
    assert clauses(text)[0] in ("The man", "The men", "The group")


def test_that_behind_a_verb_or_a_day_of_saying_opens_no_relative_clause() -> None:
    assert len(clauses("He said/V that the army left/V.")) == 1
    assert len(clauses("He said/V on Thursday that the army left/V.")) == 1
    assert len(clauses("He said/V in a statement that the army left/V.")) == 1


def test_a_semicolon_opens_another_clause() -> None:
    assert clauses("Rebels/N fled/V; the army stayed/V.") == ["Rebels fled", "; the army stayed ."]


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("The raid that/O killed/V six", "that", True),
        ("The raid which/O killed/V six", "which", True),
        ("The men, who/O fled/V", "who", True),
        ("That/O is so/R.", "That", False),
        ("He knew/V that it fell/V.", "that", False),
        ("يوسف, who/O fled/V 😀", "who", True),
    ],
)
def test_a_relative_pronoun_stands_behind_a_noun(text: str, word: str, opens: bool) -> None:
    sentence = report(text).sentence()
    assert opens_relative(sentence, sentence.words.index(word)) is opens
