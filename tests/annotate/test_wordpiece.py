"""WordPiece: the ids of single words, and their shapes."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.annotate.wordpiece import Shape, WordPiece, shape_of
from onrecord.core.errors import WeightsError

PIECES = WordPiece.packaged()

STRANGE = ["\x00", "\u200b", "\ufffd", "\u202e", "\ufe0f", "\ud800", "́", "", " "]


@pytest.mark.parametrize("word", STRANGE)
def test_a_word_of_which_nothing_is_left_is_the_unknown_word(word: str) -> None:
    assert PIECES.ids(word) == (PIECES.unknown,)


def test_case_and_accents_do_not_change_the_ids() -> None:
    assert PIECES.ids("Café") == PIECES.ids("cafe") == PIECES.ids("CAFÉ")


def test_a_word_is_cut_into_its_longest_known_pieces() -> None:
    whole = PIECES.ids("airstrikes")
    assert len(whole) > 1
    assert whole[0] == PIECES.ids("airs")[0] or whole[0] == PIECES.ids("air")[0]


def test_hyphens_and_stops_are_pieces_of_their_own() -> None:
    assert PIECES.ids("al-Sudani")[1] == PIECES.ids("-")[0]
    assert PIECES.ids("U.S.")[1] == PIECES.ids(".")[0]


def test_a_word_beyond_a_hundred_characters_is_unknown() -> None:
    assert PIECES.ids("a" * 101) == (PIECES.unknown,)
    assert PIECES.ids("a" * 100) != (PIECES.unknown,)


@given(st.text(max_size=40))
@example("😀")
@example("محمد شياع السوداني")
@example("ﷺ")
@example("İstanbul")
@example("北京Beijing")
def test_every_word_has_pieces_of_the_vocabulary(word: str) -> None:
    ids = PIECES.ids(word)
    assert ids
    assert all(0 <= number < 30_522 for number in ids)


def test_a_vocabulary_without_the_marks_is_refused() -> None:
    with pytest.raises(WeightsError, match=r"\[CLS\]"):
        WordPiece(("a", "b", "[UNK]", "[PAD]", "[SEP]"))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("strike", Shape.LOWER),
        ("al-sudani", Shape.LOWER),
        ("Baghdad", Shape.TITLE),
        ("UN", Shape.UPPER),
        ("U.S.", Shape.UPPER),
        ("US-led", Shape.MIXED),
        ("McCain", Shape.MIXED),
        ("A", Shape.CAPITAL),
        ("J.", Shape.CAPITAL),
        ("1,200", Shape.DIGITS),
        ("F-16", Shape.WITH_DIGITS),
        ("2nd", Shape.WITH_DIGITS),
        ("“", Shape.PUNCTUATION),
        ("...", Shape.PUNCTUATION),
        ("😀", Shape.OTHER),
        ("محمد", Shape.OTHER),
        ("北京", Shape.OTHER),
        ("€", Shape.OTHER),
    ],
)
def test_the_shape_tells_how_a_word_is_written(word: str, shape: Shape) -> None:
    assert shape_of(word) is shape


@given(st.text(min_size=1, max_size=20))
def test_no_word_has_the_shape_of_the_windows_own_marks(word: str) -> None:
    assert shape_of(word) is not Shape.MARKER


@pytest.fixture(scope="module")
def reference() -> Any:
    """The implementation that BERT's users know, over the same vocabulary; a development dependency."""
    tokenizers = pytest.importorskip("tokenizers", reason="the reference WordPiece is not installed")
    model = tokenizers.models.WordPiece(vocab=dict(PIECES._ids), unk_token="[UNK]", max_input_chars_per_word=100)
    tokenizer = tokenizers.Tokenizer(model)
    tokenizer.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return tokenizer


def reference_ids(reference: Any, word: str) -> tuple[int, ...]:
    return tuple(reference.encode(word, add_special_tokens=False).ids) or (PIECES.unknown,)


PARITY = (
    "The Prime Minister’s spokesman — Maj.-Gen. Yehia Rasool — said: “We’ll respond” to the US-led coalition's strike "
    "on Jurf al-Sakhr (7.40pm GMT), killing €1,200bn-worth of FLNKS/ÉTA Győr Łódź Πειραιάς Москва محمد 北京 東京タワー "
    "한국어 İstanbul ﬁne x² ½ №5 @unhcr #Sudan https://example.org/a?b=c 😀👍🏽 naïve co\u00adoperate A\u200dB ﷺ "
    "antidisestablishmentarianism e\u0301tat ΑΣ ﬃ Ⅷ ǅ"
).split()


@pytest.mark.parametrize("word", PARITY)
def test_the_ids_are_those_of_the_reference_implementation(word: str, reference: Any) -> None:
    assert PIECES.ids(word) == reference_ids(reference, word)


# Letters that both Unicode tables have known for long: Latin, Greek, Cyrillic, Arabic, Han, general punctuation.
SETTLED = st.one_of(
    st.characters(max_codepoint=0x24F),
    st.characters(min_codepoint=0x391, max_codepoint=0x3C9, exclude_categories=("Cn",)),
    st.characters(min_codepoint=0x400, max_codepoint=0x45F),
    st.characters(min_codepoint=0x620, max_codepoint=0x669),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF),
    st.characters(min_codepoint=0x2010, max_codepoint=0x2060),
)


@given(st.text(alphabet=SETTLED, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_word_has_the_ids_of_the_reference_implementation(reference: Any, word: str) -> None:
    assert PIECES.ids(word) == reference_ids(reference, word)
