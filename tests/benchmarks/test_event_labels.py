"""The names of types and roles: a word that the annotator never says would silently cost its figure."""

import pytest
from benchmarks.event_labels import M2E2, RAMS, WIKIEVENTS, Labels

from onrecord.annotate.labels import EVENT_ROLES, EVENT_TYPES

ALL = {"M2E2": M2E2, "WIKIEVENTS": WIKIEVENTS, "RAMS": RAMS}


@pytest.mark.parametrize("labels", ALL.values(), ids=ALL)
def test_every_type_that_is_renamed_is_one_that_the_annotator_can_say(labels: Labels) -> None:
    assert set(labels.types) <= {name.lower() for name in EVENT_TYPES}


@pytest.mark.parametrize("labels", ALL.values(), ids=ALL)
def test_every_role_that_is_renamed_is_one_that_the_annotator_can_say(labels: Labels) -> None:
    assert {role for table in labels.roles.values() for role in table} <= set(EVENT_ROLES)


def test_all_eight_types_of_m2e2_can_be_said() -> None:
    assert len(set(M2E2.types.values())) == 8
    assert set(M2E2.roles) - {""} <= set(M2E2.types.values())


def test_a_role_is_looked_up_from_the_whole_type_to_none() -> None:
    labels = Labels(roles={"a.b.c": {"x": "three"}, "a.b": {"x": "two", "y": "two"}, "": {"x": "none", "z": "none"}})
    assert [labels.role_of("a.b.c", role) for role in "xyzw"] == ["three", "two", "none", "w"]
    assert labels.role_of("a.d", "x") == "none"


def test_an_open_table_keeps_types_that_it_does_not_name_and_a_closed_one_does_not() -> None:
    assert Labels(types={"a.b": "c.d"}).type_of("e.f") == "e.f"
    assert Labels(types={"a.b": "c.d"}, closed=True).type_of("e.f") is None
    assert Labels(types={"a.b": "c.d"}, closed=True).type_of("a.b") == "c.d"
