import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.article import Article, Block, BlockKind, Published, PublishedFrom, content_id
from onrecord.core.dates import DateInterval
from onrecord.core.errors import SpanError
from onrecord.core.spans import Span

TITLE = "Blast in Aden 🔥"
TEXT = f"{TITLE}\n\nقال يوسف الهادي: we heard it."


def article(text: str = TEXT, **facts: object) -> Article:
    blocks = (
        Block(BlockKind.TITLE, Span(0, len(TITLE))),
        Block(BlockKind.PARAGRAPH, Span(len(TITLE) + 2, len(text))),
    )
    return Article(text, blocks, **facts)  # type: ignore[arg-type]


def test_blocks_that_overlap_are_refused() -> None:
    with pytest.raises(SpanError, match="overlaps the one before it"):
        Article(TEXT, (Block(BlockKind.TITLE, Span(0, 10)), Block(BlockKind.PARAGRAPH, Span(9, 20))))


def test_blocks_out_of_order_are_refused() -> None:
    with pytest.raises(SpanError):
        Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(10, 20)), Block(BlockKind.TITLE, Span(0, 10))))


def test_a_block_past_the_end_of_the_text_is_refused() -> None:
    with pytest.raises(SpanError, match="leaves the text"):
        Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT) + 1)),))


def test_a_block_may_end_where_the_text_ends() -> None:
    assert Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),)).blocks[0].span.of(TEXT) == TEXT


def test_the_title_is_the_first_block_that_is_one() -> None:
    title = article().title
    assert title is not None
    assert title.of(TEXT) == TITLE
    assert Article(TEXT, ()).title is None


def test_the_digest_is_of_the_text_in_utf_8() -> None:
    assert Article("", ()).sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert article().sha256 == article(publisher="Aden Post").sha256


def test_a_text_with_a_lone_surrogate_still_has_an_id() -> None:
    assert len(Article("\ud800", ()).id) == 16


def test_the_same_report_has_the_same_id() -> None:
    assert article().id == article().id


@pytest.mark.parametrize(
    "facts",
    [
        {"publisher": "Aden Post"},
        {"url": "https://aden.example/1"},
        {"published": Published(DateInterval.day(dt.date(2024, 2, 8)), PublishedFrom.GIVEN)},
    ],
)
def test_publisher_address_and_day_tell_reports_of_one_text_apart(facts: dict[str, object]) -> None:
    assert article(**facts).id != article().id


def test_where_the_day_was_read_makes_no_other_report() -> None:
    day = DateInterval.day(dt.date(2024, 2, 8))
    one, other = (article(published=Published(day, read)) for read in (PublishedFrom.GIVEN, PublishedFrom.JSON_LD))
    assert one.id == other.id


def test_publisher_and_address_cannot_be_mistaken_for_each_other() -> None:
    assert article(publisher="a", url="bc").id != article(publisher="ab", url="c").id


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_other_parts_give_another_id(parts: list[str], others: list[str]) -> None:
    assert (content_id(*parts) == content_id(*others)) == (parts == others)


@given(st.text(), st.integers(1, 40))
def test_an_id_is_crockford_base_32_of_the_length_asked_for(part: str, length: int) -> None:
    identity = content_id(part, length=length)
    assert len(identity) == length
    assert set(identity) <= set("0123456789abcdefghjkmnpqrstvwxyz")
    assert content_id(part, length=40).startswith(identity)
