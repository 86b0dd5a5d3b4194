"""Sessions: the packaged weights behind their checks, and the fake that needs none."""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from onrecord.annotate import session as sessions
from onrecord.annotate.labels import HEADS, REACH, TAGGERS
from onrecord.annotate.session import FakeSession, OnnxSession, Rows, packaged_session
from onrecord.annotate.windows import Encoded, encode
from onrecord.annotate.wordpiece import WordPiece
from onrecord.core.errors import WeightsError

WORDS = ("“", "The", "truce", "holds", ",", "”", "Amina", "محمد", "told", "AFP", "😀", "in", "Port", "Sudan", ".")


@pytest.fixture(scope="module")
def window() -> Encoded:
    return encode(WORDS, WordPiece.packaged())


def test_distance_is_nothing_inside_the_anchor_and_grows_to_both_sides() -> None:
    rows = Rows.of([(2, 4), (0, 1)], [(0, 7), (0, 3)])
    assert rows.distances.tolist() == [-2, -1, 0, 0, 1, 2, 3, 0, 1, 2]
    assert rows.anchors.tolist() == [0] * 7 + [1] * 3
    assert rows.words.tolist() == [*range(7), *range(3)]


def test_distance_ends_where_the_taggers_reach_ends() -> None:
    far = Rows.of([(500, 501)], [(0, 1000)]).distances
    assert far.min() == -REACH
    assert far.max() == REACH


def test_the_fake_says_what_it_was_told_and_nothing_else(window: Encoded) -> None:
    reading = FakeSession({"Sudan": {"names": "I-place"}, "told": {"cue": "B-cue"}}).run(window)
    said = {
        (word, name, HEADS[name].labels[column])
        for name, table in reading.scores.items()
        for word, column in zip(WORDS, table.argmax(axis=1), strict=True)
        if column and name != "upos"
    }
    assert said == {("Sudan", "names", "I-place"), ("told", "cue", "B-cue")}


def test_the_fake_links_by_the_anchors_words(window: Encoded) -> None:
    fake = FakeSession({}, {("attribution", "told"): {"Amina": "B-source"}})
    scores = fake.run(window).tag("attribution", [(8, 9), (9, 10)], [(6, 9), (6, 8)])
    assert scores.shape == (5, len(TAGGERS["attribution"].labels))
    assert [TAGGERS["attribution"].labels[c] for c in scores[:3].argmax(axis=1)] == ["B-source", "O", "O"]
    assert not scores[3:].argmax(axis=1).any()


def test_the_packaged_weights_answer_for_every_word_and_head(window: Encoded) -> None:
    reading = packaged_session().run(window)
    for name, head in HEADS.items():
        assert reading.scores[name].shape == (len(WORDS), len(head.labels))
        assert np.isfinite(reading.scores[name]).all()


def test_the_digest_is_that_of_the_file_beside_the_weights() -> None:
    folder = Path(sessions.__file__).parent / "weights"
    data = (folder / sessions.WEIGHTS_FILE).read_bytes()
    assert packaged_session().digest == hashlib.sha256(data).hexdigest()


def test_anchors_scored_together_are_scored_as_alone(window: Encoded) -> None:
    reading = packaged_session().run(window)
    whole = (0, len(WORDS))
    together = reading.tag("attribution", [(8, 9), (2, 4)], [whole, whole])
    alone = reading.tag("attribution", [(2, 4)], [whole])
    assert together[len(WORDS) :] == pytest.approx(alone, abs=1e-5)


def test_two_threads_give_the_same_bytes_as_one() -> None:
    session = packaged_session()
    pieces = WordPiece.packaged()
    windows = [encode(WORDS[start:] * 5, pieces) for start in range(8)]
    expected = [session.run(window).scores["names"].tobytes() for window in windows]
    found: dict[int, list[bytes]] = {}

    def read(number: int) -> None:
        found[number] = [session.run(window).scores["names"].tobytes() for window in windows]

    threads = [threading.Thread(target=read, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {0: expected, 1: expected}


def test_weights_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"nowhere\.onnx"):
        OnnxSession(tmp_path / "nowhere.onnx")


def _packaged_with(change: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    read = sessions._packaged_bytes

    def changed(name: str) -> bytes:
        return change(read(name)) if name == sessions.WEIGHTS_FILE else read(name)

    monkeypatch.setattr(sessions, "_packaged_bytes", changed)


def test_damaged_weights_are_refused_before_they_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    _packaged_with(lambda data: data[:-100] + b"x" * 100, monkeypatch)
    with pytest.raises(WeightsError, match="damaged"):
        OnnxSession()


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        ({}, "format None"),
        ({"format": "onrecord.weights/0"}, "weights/0"),
        ({"format": sessions.FORMAT, "ontology": "0" * 64}, "other label sets"),
    ],
)
def test_weights_made_for_another_version_are_refused(metadata: dict[str, str], reason: str) -> None:
    with pytest.raises(WeightsError, match=reason):
        sessions._checked_metadata(metadata)


def test_a_file_that_is_missing_from_the_package_is_named() -> None:
    with pytest.raises(WeightsError, match=r"unheard-of\.bin"):
        sessions._packaged_bytes("unheard-of.bin")
