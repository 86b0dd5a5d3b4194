"""Label sets: what heads and taggers can say."""

import pytest

from onrecord.annotate import labels
from onrecord.annotate.labels import ANCHOR_HEAD, HEADS, TAGGERS, bio, ontology_digest


def test_bio_begins_with_outside_and_has_two_labels_for_each_class() -> None:
    assert bio("place", "person") == ("O", "B-place", "I-place", "B-person", "I-person")


@pytest.mark.parametrize("label_set", [*HEADS.values(), *TAGGERS.values()], ids=lambda label_set: label_set.name)
def test_no_label_set_has_a_label_twice(label_set: labels.LabelSet) -> None:
    assert len(set(label_set.labels)) == len(label_set.labels)


def test_every_inside_label_stands_next_to_its_opening_label() -> None:
    for label_set in (*HEADS.values(), *TAGGERS.values()):
        if not label_set.is_bio:
            continue
        openings = label_set.labels[1::2]
        insides = label_set.labels[2::2]
        assert [label.replace("B-", "I-", 1) for label in openings] == list(insides)


def test_every_tagger_has_a_head_that_finds_its_anchors() -> None:
    assert set(ANCHOR_HEAD) == set(TAGGERS)
    assert set(ANCHOR_HEAD.values()) <= set(HEADS)


def test_parts_of_speech_are_the_seventeen_universal_ones_and_no_bio() -> None:
    assert len(HEADS["upos"].labels) == 17
    assert not HEADS["upos"].is_bio


def test_the_digest_moves_with_any_label(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ontology_digest()
    monkeypatch.setattr(labels, "_HEADS", (*labels._HEADS[1:], labels.LabelSet("names", bio("person"))))
    assert ontology_digest() != before
