"""The baseline: features of words, and a CRF that learns what stands in its train part only."""

import pytest
from benchmarks.columns import LabelledSentence
from benchmarks.crf import LinearCrf, shape, word_features

TRAIN = [
    LabelledSentence(("In", "Hatra", "🕊", "fell"), ("O", "B-place", "O", "O")),
    LabelledSentence(("علي", "حسن", "left", "Hatra"), ("B-person", "I-person", "O", "B-place")),
    LabelledSentence(("He", "left", "."), ("O", "O", "O")),
] * 10


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Baghdad", "Xx"), ("U.S.", "X.X."), ("2024", "d"), ("F-16s", "X-dx"), ("🕊", "🕊"), ("علي", "علي")],
)
def test_a_shape_keeps_case_digits_and_marks(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_features_say_where_a_sentence_ends() -> None:
    features = word_features(("Hatra", "fell"), 1)
    assert "1:outside" in features
    assert "2:outside" in features
    assert "-2:outside" in features
    assert "-1:word=hatra" in features
    assert "-1|0:hatra|fell" in features


def test_features_do_not_look_further_than_two_words() -> None:
    words = ("one", "two", "three", "four", "five", "six", "seven")
    assert not [feature for feature in word_features(words, 3) if "one" in feature or "seven" in feature]


def test_short_words_have_no_affixes_longer_than_themselves() -> None:
    assert not [feature for feature in word_features(("a",), 0) if "fix" in feature]


def test_it_finds_what_it_was_trained_on() -> None:
    pytest.importorskip("pycrfsuite")
    crf = LinearCrf.trained(TRAIN)
    assert crf.spans(TRAIN[1].words) == [(0, 2, "person"), (3, 4, "place")]
    assert crf.spans(("He", "left", ".")) == []
    assert crf.spans(()) == []


def test_training_twice_gives_the_same_answers() -> None:
    pytest.importorskip("pycrfsuite")
    unseen = ("In", "Mosul", "علي", "left", "Hatra", "🕊")
    assert LinearCrf.trained(TRAIN).spans(unseen) == LinearCrf.trained(TRAIN).spans(unseen)
