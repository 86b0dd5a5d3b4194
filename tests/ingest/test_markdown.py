"""Markdown's marks become what they mean and leave the text."""

from onrecord.core.article import Article, BlockKind
from onrecord.ingest.lines import Hint, Line
from onrecord.ingest.markdown import markdown_lines
from onrecord.ingest.pasted import read_markdown


def test_headings_of_both_kinds_are_headings() -> None:
    lines = markdown_lines("# Two killed #\n\nTal Nour\n========\n\nThe army said so.")
    assert lines == [
        Line("Two killed", Hint.HEADING),
        Line("Tal Nour", Hint.HEADING),
        Line("The army said so."),
    ]


def test_marks_of_emphasis_and_links_leave_the_text() -> None:
    (line,) = markdown_lines("**Two** _soldiers_ were [killed](https://a.example/x) in __Tal__ *Nour*. 🕊️")
    assert line.text == "Two soldiers were killed in Tal Nour. 🕊️"


def test_stars_and_underscores_that_are_no_marks_stay() -> None:
    (line,) = markdown_lines("The file tal_nour_2.txt gives 2 * 3 * 4 as محمد_علي wrote")
    assert line.text == "The file tal_nour_2.txt gives 2 * 3 * 4 as محمد_علي wrote"


def test_a_quotation_loses_its_mark() -> None:
    assert [line.text for line in markdown_lines("> We will not leave.\n> We never will.")] == [
        "We will not leave.",
        "We never will.",
    ]


def test_a_report_in_markdown_is_an_article() -> None:
    article = read_markdown(
        "# Shells hit ward, nine dead\n\n**Doctors’ Network** · 12 September 2024\n\n"
        "Nine people were killed on Thursday, among them محمد العلي.\n\n* The theatre is out of use.\n"
    )
    assert isinstance(article, Article)
    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        (BlockKind.TITLE, "Shells hit ward, nine dead"),
        (BlockKind.CREDIT, "Doctors’ Network · 12 September 2024"),
        (BlockKind.PARAGRAPH, "Nine people were killed on Thursday, among them محمد العلي."),
        (BlockKind.PARAGRAPH, "* The theatre is out of use."),
    ]


def test_a_line_of_a_megabyte_of_marks_is_read() -> None:
    assert len(markdown_lines("** a" * 250_000)) == 1
