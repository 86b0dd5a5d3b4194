from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interpret.numerals import SMALL_NUMBERS, is_figures, number_at, ordinal


@pytest.mark.parametrize(
    ("phrase", "value", "length"),
    [
        ("12", 12, 1),
        ("1,200 people", 1200, 1),
        ("1,00,000 rupees", 100000, 1),
        ("2.5 million", 2500000, 2),
        ("1.2 bn", 1200000000, 2),
        ("three", 3, 1),
        ("Three", 3, 1),
        ("twenty-five", 25, 1),
        ("twenty five", 25, 2),
        ("one hundred", 100, 2),
        ("one hundred and twenty-three", 123, 4),
        ("two thousand and five", 2005, 4),
        ("two thousand three hundred and one", 2301, 6),
        ("a hundred", 100, 2),
        ("a dozen men", 12, 2),
        ("two dozen", 24, 2),
        ("a thousand", 1000, 2),
        ("three million", 3000000, 2),
        ("five and six", 5, 1),
        ("two three", 2, 1),
        ("zero", 0, 1),
        ("3 m", 3000000, 2),
        ("two lakh", 200000, 2),
    ],
)
def test_numbers_in_words_and_figures(phrase: str, value: int, length: int) -> None:
    numeral = number_at(phrase.split(), 0)
    assert numeral is not None
    assert (numeral.value, numeral.stop) == (Decimal(value), length)


@pytest.mark.parametrize(
    "phrase", ["a man", "an", "hundred", "third", "people 12", "million", "خمسة", "💥", "", "and five", "10:30"]
)
def test_what_is_no_number(phrase: str) -> None:
    assert number_at(phrase.split(), 0) is None


@given(st.integers(0, 99))
def test_every_small_number_in_words_is_read(value: int) -> None:
    word = next(word for word, number in SMALL_NUMBERS.items() if number == value)
    numeral = number_at([word], 0)
    assert numeral is not None
    assert numeral.whole == value


@given(st.integers(0, 10**12))
def test_figures_with_and_without_commas_are_the_same(value: int) -> None:
    plain, grouped = number_at([str(value)], 0), number_at([f"{value:,}"], 0)
    assert plain == grouped
    assert plain is not None
    assert plain.whole == value


@given(st.lists(st.sampled_from(["a", "and", "one", "twenty", "hundred", "thousand", "m", "5", "1,000", "dozen", "x"])))
def test_any_row_of_words_is_read_without_a_fault(words: list[str]) -> None:
    numeral = number_at(words, 0)
    assert numeral is None or 0 < numeral.stop <= len(words)


@pytest.mark.parametrize(
    ("word", "value"),
    [("first", 1), ("Third", 3), ("3rd", 3), ("21st", 21), ("twentieth", 20), ("thirty-first", 31), ("12th", 12)],
)
def test_ordinals(word: str, value: int) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize("word", ["three", "3", "the", "th", "ثالث"])
def test_what_is_no_ordinal(word: str) -> None:
    assert ordinal(word) is None


def test_a_broken_number_is_not_whole() -> None:
    numeral = number_at(["2.5"], 0)
    assert numeral is not None
    assert numeral.whole is None


def test_figures_are_digits_with_commas_and_at_most_one_stop() -> None:
    assert [is_figures(word) for word in ("12", "1,200", "2.5", "1.2.3", "12th", "-5")] == [True] * 3 + [False] * 3
