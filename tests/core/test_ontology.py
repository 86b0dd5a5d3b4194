import inspect
import re
from enum import StrEnum

import pytest

from onrecord.core import annotations, extraction, ontology
from onrecord.core.extraction import ROOT_STATEMENT, Event, Statement, Unresolved
from onrecord.core.ontology import Act, Category, Harm, Manner, Role
from onrecord.core.spans import Span

ENUMS = [
    value
    for module in (ontology, annotations, extraction)
    for value in vars(module).values()
    if inspect.isclass(value) and issubclass(value, StrEnum) and value.__module__ == module.__name__
]


def test_the_categories_are_the_sixteen_of_plover() -> None:
    assert len(Category) == 16
    assert all(category.name == category.value for category in Category)


@pytest.mark.parametrize("words", [e for e in ENUMS if e is not Category], ids=lambda e: e.__name__)
def test_the_words_of_the_record_are_spelled_alike(words: type[StrEnum]) -> None:
    for word in words:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", word.value)
        assert word.value == word.name.lower().replace("_", "-")


@pytest.mark.parametrize("words", ENUMS, ids=lambda e: e.__name__)
def test_every_list_of_words_says_what_it_is(words: type[StrEnum]) -> None:
    assert words.__doc__


def test_roles_and_harms_are_those_of_the_contract() -> None:
    promised = {"initiator", "target", "victim", "instrument", "place", "time", "purpose"}
    assert promised <= {role.value for role in Role}
    assert {harm.value for harm in Harm} == {"killed", "injured", "missing", "detained", "abducted", "displaced"}


def test_acts_of_the_contract_are_there() -> None:
    promised = "say confirm deny accuse condemn praise warn threaten demand promise claim-responsibility".split()
    assert set(promised) <= {act.value for act in Act}


def test_an_event_without_time_and_place_says_so_and_has_no_stand_in() -> None:
    event = Event(id="e1", category=None, kind="election", trigger=Span(0, 8))
    assert isinstance(event.time, Unresolved)
    assert isinstance(event.place, Unresolved)
    assert event.tolls == ()


def test_an_event_that_nobody_else_tells_is_in_the_publishers_voice() -> None:
    assert Event(id="e1", category=None, kind="election", trigger=Span(0, 8)).statements == (ROOT_STATEMENT,)


def test_values_of_the_record_cannot_be_edited() -> None:
    statement = Statement("s0", Unresolved("nobody"), None, (), Manner.DIRECT, Act.REPORT, None)
    with pytest.raises(AttributeError):
        statement.parent = "s1"  # type: ignore[misc]
