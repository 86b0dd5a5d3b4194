import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import least_seconds

from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.spans import Span
from onrecord.interpret.quotes import Quotes, find_quotes

MARKS = "\"'“”„‟«»‹›「」『』‘’‚"


def article(*paragraphs: str) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    return Article(text, tuple(blocks))


def quoted(*paragraphs: str) -> list[str]:
    made = article(*paragraphs)
    return [span.of(made.text) for span in find_quotes(made)]


@pytest.mark.parametrize(
    "quotation",
    [
        "“We left”",
        '"We left"',
        "«We left»",
        "»We left«",
        "„We left“",
        "„We left”",
        "‹We left›",
        "「我们走了」",
        "『我们走了』",
        "‘We left’",
        "'We left'",
        "‚We left‘",
        "“رحلنا 😀”",
    ],
)
def test_marks_of_all_kinds_enclose_a_quotation(quotation: str) -> None:
    assert quoted(f"Then Yusuf said: {quotation}, and fled.") == [quotation]


def test_a_report_without_marks_has_no_quotation() -> None:
    assert quoted("The army shelled Kherson.") == []
    assert find_quotes(Article("", ())) == ()


def test_every_quotation_of_a_paragraph_is_found_in_order() -> None:
    assert quoted("“One,” he said. “Two,” she said, “and three.”") == ["“One,”", "“Two,”", "“and three.”"]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers’ homes and the farmers’ fields burned.",
        "It’s the army’s, isn’t it?",
        "Kata'ib Hezbollah and the Houthis' allies didn't answer.",
        "In the ’90s and the '80s it wasn’t so.",
        "Sana’a’s airport",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_inside_single_marks_do_not_end_the_quotation() -> None:
    assert quoted("He said: ‘We don’t know the soldiers’ names.’ Nobody did.") == [
        "‘We don’t know the soldiers’ names.’"
    ]
    assert quoted("'We don't know,' he said.") == ["'We don't know,'"]


def test_of_nested_quotations_the_outermost_counts() -> None:
    assert quoted("“He told me ‘run’ and «go»,” she said.") == ["“He told me ‘run’ and «go»,”"]


def test_a_mark_that_never_finds_its_partner_makes_no_quotation() -> None:
    assert quoted("“We left, he said. Nobody came.") == []
    assert quoted("We left”, he said.") == []


def test_a_mark_left_open_does_not_swallow_the_next_paragraph() -> None:
    assert quoted("“We left, he said.", "The army came. “Go,” it said.") == ["“Go,”"]


def test_a_quotation_opened_again_in_the_next_paragraph_is_one_range_a_paragraph() -> None:
    assert quoted("He said: “We fight on.", "“We win.", "“We rest.” Then he left.") == [
        "“We fight on.",
        "“We win.",
        "“We rest.”",
    ]


def test_straight_marks_go_on_over_paragraphs_too() -> None:
    assert quoted('"We fight on.', '"We rest," he said.') == ['"We fight on.', '"We rest,"']


def test_a_quotation_that_closes_is_not_drawn_on_by_a_paragraph_that_opens_with_another() -> None:
    assert quoted("“We fight,” he said, and left.", "“No,” she said.") == ["“We fight,”", "“No,”"]


def test_a_word_in_marks_is_a_quotation_of_one_word() -> None:
    assert quoted("US forces are “repeatedly” striking.") == ["“repeatedly”"]


def test_quotations_of_a_span_are_cut_to_it() -> None:
    made = article("He said “we left” and “we won”.")
    quotes = Quotes(made)
    first = made.text.index("left")
    inside = quotes.inside(Span(first, len(made.text)))
    assert [span.of(made.text) for span in inside] == ["left”", "“we won”"]
    assert quotes.inside(Span(0, 3)) == ()


def test_a_position_knows_the_quotation_that_holds_it() -> None:
    made = article("He said “we left” then.")
    quotes = Quotes(made)
    opening, closing = made.text.index("“"), made.text.index("”")
    held = Span(opening, closing + 1)
    assert quotes.at(opening) == quotes.at(closing) == held
    assert quotes.at(opening - 1) is None
    assert quotes.at(closing + 1) is None


@pytest.mark.parametrize("between", [" ", ", ", "", " , "])
def test_the_quotation_before_a_frame_is_found_past_comma_and_space(between: str) -> None:
    made = article(f"“We left”{between}he said.")
    found = Quotes(made).ending_at(made.text.index("he said"))
    assert found is not None
    assert found.of(made.text) == "“We left”"


def test_a_word_between_quotation_and_frame_parts_them() -> None:
    made = article("“We left” and he said so.")
    assert Quotes(made).ending_at(made.text.index("he said")) is None


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "‘", "’", "« ", "“a” ", "'a ", "‘a’ "])
def test_ten_thousand_marks_take_no_more_than_a_moment(mark: str) -> None:
    made = article(mark * 10_000)
    assert least_seconds(lambda: find_quotes(made), enough=2.0) <= 2.0


@given(st.lists(st.text(alphabet=MARKS + "ab s.,😀ق", min_size=1, max_size=40), min_size=1, max_size=4))
def test_quotations_lie_in_their_paragraphs_in_order_and_never_overlap(paragraphs: list[str]) -> None:
    made = article(*paragraphs)
    reached = 0
    for span in find_quotes(made):
        assert span.start >= reached
        reached = span.end
        assert any(block.span.holds(span) for block in made.blocks)


@given(st.lists(st.text(alphabet=MARKS + "ab s.,😀ق", min_size=1, max_size=40), min_size=1, max_size=4))
def test_a_quotation_begins_at_a_mark_and_ends_at_one_or_with_its_paragraph(paragraphs: list[str]) -> None:
    made = article(*paragraphs)
    ends = {block.span.end for block in made.blocks}
    for span in find_quotes(made):
        words = span.of(made.text)
        assert words[0] in MARKS
        assert words[-1] in MARKS or span.end in ends


def test_a_quotation_in_double_marks_inside_one_in_single_marks_is_part_of_it() -> None:
    assert quoted("‘He told me “run”,’ she said.") == ["‘He told me “run”,’"]


def test_an_apostrophe_behind_a_quotation_closes_none_before_it() -> None:
    assert quoted("The ‘army said “run” to the boys’ mother.") == ["“run”"]


def test_whoever_is_told_of_inside_a_quotation_is_quoted_by_the_marks_inside_it() -> None:
    text = "“The army said ‘we won’ 😀,” said Yusuf al-Hadi."
    quotes = Quotes(article(text))
    inner, outer = Span(10, 14), Span(text.index(",” said") + 3, text.index(",” said") + 7)
    assert [q.of(text) for q in quotes.quoted_from(inner, Span(15, 23))] == ["‘we won’"]
    assert [q.of(text) for q in quotes.quoted_from(outer, Span(0, 27))] == [text[:27]]
