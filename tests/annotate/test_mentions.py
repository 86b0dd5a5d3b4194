"""Mentions: what kind and form a labelled phrase becomes."""

import pytest

from onrecord.annotate.labels import HEADS
from onrecord.annotate.mentions import (
    NAME_KINDS,
    PRONOUN_KINDS,
    FoundPhrase,
    in_order,
    name_mention,
    nominal_mention,
)
from onrecord.core.annotations import Mention, MentionForm, MentionKind
from onrecord.core.spans import Span


def phrase(text: str, label: str) -> FoundPhrase:
    """The whole text as one phrase whose head is its last word."""
    return FoundPhrase(label, Span(0, len(text)), Span(text.rfind(" ") + 1, len(text)), 0.75)


def mention(start: int, end: int, form: MentionForm) -> Mention:
    return Mention(MentionKind.PERSON, form, Span(start, end), Span(start, end), 0.5)


def test_every_class_of_the_names_head_has_a_kind() -> None:
    assert {label[2:] for label in HEADS["names"].labels if label != "O"} == set(NAME_KINDS)


@pytest.mark.parametrize(
    ("text", "label", "kind", "form"),
    [
        ("محمد", "person", MentionKind.PERSON, MentionForm.NAME),
        ("Grad", "weapon", MentionKind.WEAPON, MentionForm.NAME),
        ("122mm rockets", "weapon", MentionKind.WEAPON, MentionForm.NAME),
        ("home-made rockets", "weapon", MentionKind.WEAPON, MentionForm.NOMINAL),
        ("pick-up truck", "vehicle", MentionKind.VEHICLE, MentionForm.NOMINAL),
        ("al-shabaab", "organisation", MentionKind.ORGANISATION, MentionForm.NAME),
    ],
)
def test_a_thing_without_capital_or_figure_is_described_and_not_named(
    text: str, label: str, kind: MentionKind, form: MentionForm
) -> None:
    found = name_mention(text, phrase(text, label))
    assert (found.kind, found.form, found.score) == (kind, form, 0.75)


def test_a_name_is_its_own_head() -> None:
    found = name_mention("Amina 😀 Haddad", phrase("Amina 😀 Haddad", "person"))
    assert found.head == found.span


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("two army officers", "person", MentionKind.PERSON),
        ("the village", "place", MentionKind.PLACE),
        ("a car Bomb", "object", MentionKind.WEAPON),
        ("fuel tankers", "object", MentionKind.VEHICLE),
    ],
)
def test_a_description_has_its_last_word_as_head(text: str, label: str, kind: MentionKind) -> None:
    found = nominal_mention(text, phrase(text, label))
    assert found is not None
    assert (found.kind, found.form) == (kind, MentionForm.NOMINAL)
    assert found.head.of(text) == text.rsplit(maxsplit=1)[-1]


def test_a_thing_that_is_neither_weapon_nor_vehicle_is_no_mention() -> None:
    assert nominal_mention("wooden chairs", phrase("wooden chairs", "object")) is None


def test_pronouns_of_persons_and_of_bodies_have_their_kinds() -> None:
    assert PRONOUN_KINDS["she"] is MentionKind.PERSON
    assert PRONOUN_KINDS["its"] is MentionKind.ORGANISATION
    assert "this" not in PRONOUN_KINDS


def test_mentions_come_in_order_and_the_longer_first() -> None:
    name, around, later = (
        mention(4, 6, MentionForm.NAME),
        mention(4, 12, MentionForm.NOMINAL),
        mention(20, 25, MentionForm.NOMINAL),
    )
    assert list(in_order([name], [later, around])) == [around, name, later]


def test_a_description_inside_a_name_is_left_out() -> None:
    name = mention(0, 20, MentionForm.NAME)
    assert list(in_order([name], [mention(4, 20, MentionForm.NOMINAL)])) == [name]
