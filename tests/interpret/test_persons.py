import pytest
from tests.interpret.reports import report

from onrecord.interpret.persons import PersonIndex


def persons(**named: str) -> PersonIndex:
    index = PersonIndex()
    for identity, name in named.items():
        index.add(name, identity)
    return index


@pytest.mark.parametrize("bare", ["al-Hadi", "Al-Hadi", "al-Hadi’s", "Hadi"])
def test_a_last_name_alone_means_whoever_was_fully_named_with_it(bare: str) -> None:
    assert persons(n1="Yusuf al-Hadi", n2="Antony Blinken").bearers(bare) == ["n1"]


def test_a_last_name_that_two_share_may_mean_either() -> None:
    assert persons(n1="Yusuf al-Hadi", n2="Nour al-Hadi").bearers("al-Hadi") == ["n1", "n2"]


def test_a_full_name_means_nobody_of_another_first_name() -> None:
    assert persons(n1="Yusuf al-Hadi").bearers("Nour al-Hadi") == []


@pytest.mark.parametrize("name", ["Shia al-Sudani", "Mohammed al-Sudani", "Mohammed Shia al-Sudani"])
def test_a_part_of_a_full_name_means_its_bearer(name: str) -> None:
    assert persons(n1="Mohammed Shia al-Sudani").bearers(name) == ["n1"]


def test_a_full_name_means_who_was_called_by_last_name_before() -> None:
    assert persons(n1="Blinken").bearers("Antony Blinken") == ["n1"]


def test_once_fully_named_a_last_name_is_no_others() -> None:
    index = persons(n1="Blinken")
    index.add("Antony Blinken", "n1")
    assert index.bearers("Evan Blinken") == []


@pytest.mark.parametrize("nothing", ["😀", "…", "al"])
def test_words_without_a_name_mean_nobody(nothing: str) -> None:
    assert persons(n1="محمد الحلبي", n2=nothing).bearers(nothing) == []


def test_a_name_in_arabic_script_is_known_again() -> None:
    assert persons(n1="محمد الحلبي").bearers("الحلبي") == ["n1"]


def test_a_last_name_that_two_of_the_report_share_is_neither_of_them() -> None:
    r = report(
        "Yusuf al-Hadi met/V Nour al-Hadi 😀. Then Mr al-Hadi left/V.",
        names={"Yusuf al-Hadi": "person", "Nour al-Hadi": "person", "al-Hadi": "person"},
    )
    assert len({r.entity("Yusuf al-Hadi").id, r.entity("Nour al-Hadi").id, r.entity("al-Hadi", 2).id}) == 3
