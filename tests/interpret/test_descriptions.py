import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.annotations import MentionKind
from onrecord.interpret.descriptions import is_plural, kind_of, names_nobody, singular


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("officials", MentionKind.PERSON),
        ("children", MentionKind.PERSON),
        ("women", MentionKind.PERSON),
        ("policemen", MentionKind.PERSON),
        ("families", MentionKind.PERSON),
        ("witnesses", MentionKind.PERSON),
        ("Troops", MentionKind.MILITARY),
        ("army", MentionKind.MILITARY),
        ("ministries", MentionKind.GOVERNMENT),
        ("militias", MentionKind.ARMED_GROUP),
        ("newspaper", MentionKind.MEDIA),
        ("parties", MentionKind.ORGANISATION),
        ("buses", MentionKind.VEHICLE),
        ("vehicles", MentionKind.VEHICLE),
        ("mosques", MentionKind.FACILITY),
        ("churches", MentionKind.FACILITY),
        ("drones", MentionKind.WEAPON),
        ("villages", MentionKind.PLACE),
        ("people", MentionKind.GROUP),
    ],
)
def test_a_head_noun_tells_what_is_described(noun: str, kind: MentionKind) -> None:
    assert kind_of(noun) is kind


@pytest.mark.parametrize("noun", ["escalation", "sovereignty", "", "Monday", "يوسف", "😀", "s"])
def test_a_noun_of_no_table_describes_nothing(noun: str) -> None:
    assert kind_of(noun) is None


@pytest.mark.parametrize("noun", ["source", "Sources", "officials", "resident", "witnesses", "spokesperson"])
def test_who_is_called_by_such_a_noun_alone_stays_anonymous(noun: str) -> None:
    assert names_nobody(noun)


@pytest.mark.parametrize("noun", ["army", "ministry", "president", "Rasool", ""])
def test_a_body_or_an_office_is_not_anonymous(noun: str) -> None:
    assert not names_nobody(noun)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("officials", True), ("men", True), ("people", True), ("police", True), ("official", False), ("bus", False)],
)
def test_plurals_are_told_from_singulars(noun: str, plural: bool) -> None:
    assert is_plural(noun) is plural


@given(st.text(max_size=12))
def test_the_singular_of_a_singular_is_itself(noun: str) -> None:
    assert singular(singular(noun)) == singular(noun)
