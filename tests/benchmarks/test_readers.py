"""Texts of corpora as articles."""

from benchmarks.readers import article_of_lines
from hypothesis import given
from hypothesis import strategies as st


def test_each_line_is_a_paragraph_and_blank_ones_are_not() -> None:
    article = article_of_lines("علي left. \n\n 🕊 Hatra\r\nlast")
    assert [block.span.of(article.text) for block in article.blocks] == ["علي left.", "🕊 Hatra", "last"]


@given(st.text())
def test_an_article_of_lines_keeps_the_text_and_covers_all_that_is_not_white_space(text: str) -> None:
    article = article_of_lines(text)
    assert article.text == text
    covered = {at for block in article.blocks for at in range(block.span.start, block.span.end)}
    assert all(letter.isspace() or at in covered for at, letter in enumerate(text))
