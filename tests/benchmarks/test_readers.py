"""Words as articles and back."""

from benchmarks.readers import WordText, article_of_lines
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import Span

WORDS = st.lists(st.lists(st.text(st.characters(categories=("L", "N", "P", "So")), min_size=1), max_size=5), max_size=4)


@given(WORDS)
def test_every_word_is_found_again_from_its_characters(sentences: list[list[str]]) -> None:
    spoken = WordText(sentences)
    words = [word for sentence in sentences for word in sentence]
    for position, word in enumerate(words):
        span = spoken.span(position, position + 1)
        assert span.of(spoken.article.text) == word
        assert spoken.words(span) == (position, position + 1)


def test_a_span_that_cuts_words_holds_all_that_it_touches() -> None:
    spoken = WordText([["علي", "🕊", "Hatra"]])
    assert spoken.words(Span(2, 7)) == (0, 3)


def test_a_span_between_words_holds_none() -> None:
    assert WordText([["one", "two"]]).words(Span(3, 4)) is None


def test_each_sentence_is_a_block_and_empty_ones_are_not() -> None:
    article = WordText([["one", "two"], [], ["three"]]).article
    assert [block.span.of(article.text) for block in article.blocks] == ["one two", "three"]


@given(st.text())
def test_an_article_of_lines_keeps_the_text_and_covers_all_that_is_not_white_space(text: str) -> None:
    article = article_of_lines(text)
    assert article.text == text
    covered = {at for block in article.blocks for at in range(block.span.start, block.span.end)}
    assert all(letter.isspace() or at in covered for at, letter in enumerate(text))
