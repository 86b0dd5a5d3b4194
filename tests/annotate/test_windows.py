"""Windows: whole sentences, a little of what went before, and nothing twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.windows import (
    CONTEXT_LIMIT,
    CONTEXT_SENTENCES,
    LIMIT,
    MOST_PIECES,
    Window,
    cut,
    encode,
    pack,
    sizes_of,
)
from onrecord.annotate.wordpiece import Shape, WordPiece

PIECES = WordPiece.packaged()
LENGTHS = st.lists(st.integers(min_value=1, max_value=LIMIT - 2), max_size=60)


def test_a_short_text_is_one_window_without_context() -> None:
    assert pack([20, 30, 40]) == [Window(0, 0, 3)]


def test_a_text_without_sentences_has_no_windows() -> None:
    assert pack([]) == []


def test_a_later_window_shows_what_went_before() -> None:
    second = pack([100, 100, 15, 15, 100])[1]
    assert (second.first, second.start) == (2, 4)


def test_context_yields_where_the_next_sentence_needs_the_room() -> None:
    assert pack([220, 30, 240]) == [Window(0, 0, 2), Window(2, 2, 3)]


@given(LENGTHS)
def test_windows_own_every_sentence_once_and_in_order(lengths: list[int]) -> None:
    windows = pack(lengths)
    assert [n for window in windows for n in range(window.start, window.stop)] == list(range(len(lengths)))


@given(LENGTHS)
def test_no_window_is_larger_than_the_encoder_takes(lengths: list[int]) -> None:
    for window in pack(lengths):
        assert sum(lengths[window.first : window.stop]) + 2 <= LIMIT
        assert window.start - window.first <= CONTEXT_SENTENCES
        assert sum(lengths[window.first : window.start]) <= CONTEXT_LIMIT


@given(st.lists(st.integers(min_value=1, max_value=MOST_PIECES), min_size=1, max_size=400))
def test_a_long_sentence_is_cut_into_parts_that_fit_and_lose_nothing(sizes: list[int]) -> None:
    parts = cut(sizes)
    assert [i for start, stop in parts for i in range(start, stop)] == list(range(len(sizes)))
    assert all(0 < sum(sizes[start:stop]) <= LIMIT - 2 for start, stop in parts)


def test_a_sentence_that_fits_is_not_cut() -> None:
    assert cut([10] * 25) == [(0, 25)]


def test_each_words_first_piece_is_where_the_window_says() -> None:
    words = ("Airstrikes", "hit", "محمد", "😀", "Nyala")
    window = encode(words, PIECES)
    for word, place in zip(words, window.first_pieces, strict=True):
        assert window.ids[place] == PIECES.ids(word)[0]
    assert window.ids[0] == PIECES.start
    assert window.ids[-1] == PIECES.end


def test_all_pieces_of_a_word_have_its_shape_and_the_markers_have_none() -> None:
    window = encode(("Airstrikes", "hit"), PIECES)
    n_first = len(PIECES.ids("Airstrikes"))
    assert set(window.shapes[1 : 1 + n_first]) == {Shape.TITLE}
    assert window.shapes[0] == window.shapes[-1] == Shape.MARKER


def test_one_endless_link_does_not_fill_a_window() -> None:
    words = ("https://example.org/" + "a-" * 500, "said")
    assert sizes_of(words, PIECES)[0] == MOST_PIECES
    assert len(encode(words, PIECES).ids) == MOST_PIECES + 3


@pytest.mark.parametrize("words", [("\x00",), ("\u202e", "😀"), ("a" * 1_000_000,)])
def test_hostile_words_keep_their_places(words: tuple[str, ...]) -> None:
    window = encode(words, PIECES)
    assert len(window.first_pieces) == len(words)
    assert np.all(np.diff(window.first_pieces) > 0)
    assert len(window.ids) == len(window.shapes)
