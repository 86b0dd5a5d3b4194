"""A saved page becomes an article: what trafilatura drops is in, the furniture that it lets through is out."""

import datetime as dt
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.core.article import Article, PublishedFrom
from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest import Given, read_html


def _pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages", Path(__file__).with_name("pages.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pages = _pages()


def article_of(page: str | bytes, given: Given | None = None) -> Article:
    article = read_html(page, given=given)
    assert isinstance(article, Article), article
    return article


def parts(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def skipped_of(page: str | bytes) -> Skipped:
    skipped = read_html(page, item="a page")
    assert isinstance(skipped, Skipped), skipped
    assert (skipped.item, skipped.stage) == ("a page", "ingest")
    return skipped


def test_a_newspapers_page_is_read_into_its_parts_in_order() -> None:
    assert parts(article_of(pages.newspaper())) == [
        ("title", "Mine kills two near Tal Nour"),
        ("subhead", "Army blames smugglers as patrols are stepped up"),
        ("credit", "By Sara Haddad"),
        ("credit", "8 February 2024"),
        ("caption", "Soldiers near the mill at Tal Nour after the blast [Omar Aziz/AFP]"),
        ("dateline", "TAL NOUR, Feb 8 (Reuters) -"),
        ("paragraph", pages.FIRST),
        ("paragraph", pages.SECOND),
        ("subhead", "What residents say"),
        ("paragraph", pages.THIRD),
        ("paragraph", pages.FOURTH),
        ("credit", "(Agencies)"),
    ]


def test_its_facts_are_those_of_its_linked_data() -> None:
    article = article_of(pages.newspaper())
    assert (article.publisher, article.byline, article.agency) == ("The Delta Courier", "Sara Haddad", "Reuters")
    assert (article.url, article.language) == ("https://courier.example/2024/02/08/mine-kills-two", "en")
    assert article.published is not None
    assert article.published.read_from is PublishedFrom.JSON_LD
    assert article.published.at == dt.datetime.fromisoformat("2024-02-08T10:15:00+03:00")


def test_its_furniture_is_listed_and_not_in_the_text() -> None:
    article = article_of(pages.newspaper())
    out = {(out.kind.value, out.text) for out in article.left_out}
    assert {
        ("share-bar", "Share on Facebook Tweet"),
        ("advert", "Advertisement"),
        ("read-more", "Read more: Ferry runs aground"),
        ("page-controls", "Copy"),
        ("newsletter", "Sign up for our daily briefing"),
    } <= out
    assert not any(text in article.text for _, text in out if text != "Copy")


def test_no_visible_line_of_the_element_that_holds_the_report_is_lost() -> None:
    article = article_of(pages.newspaper(body="<div class='box'>Tal Nour in figures</div>"))
    assert "Tal Nour in figures" in article.text or any("Tal Nour in figures" in out.text for out in article.left_out)


def test_the_frame_of_the_page_is_not_in_the_text() -> None:
    text = article_of(pages.newspaper()).text
    for frame in ("World", "Most read", "Ferry", "cookies", "©", "color"):
        assert frame not in text


def test_every_block_of_every_page_selects_its_text() -> None:
    for page in (pages.newspaper(), pages.BLOG, pages.CMS, pages.OLD):
        article = article_of(page)
        assert article.text == article.text.strip()
        for _, text in parts(article):
            assert text == text.strip()
            assert text


def test_a_blog_with_line_breaks_is_read_into_paragraphs() -> None:
    article = article_of(pages.BLOG)
    assert [text for kind, text in parts(article) if kind == "paragraph"] == [pages.FIRST, pages.SECOND, pages.THIRD]
    assert parts(article)[0] == ("title", "Two dead near the mill")
    assert (article.publisher, article.byline) == ("Notes from the river", "Nour Saleh")
    assert article.published is not None
    assert article.published.at == dt.datetime(2024, 2, 8, 18, tzinfo=dt.UTC)


def test_what_readers_write_below_a_blog_is_not_in_the_text() -> None:
    assert "lying" not in article_of(pages.BLOG).text


def test_a_page_of_a_cms_with_a_consent_dialog_is_read() -> None:
    article = article_of(pages.CMS)
    assert [kind for kind, _ in parts(article)] == ["title", "paragraph", "paragraph", "paragraph"]
    assert "cookies" not in article.text
    assert article.published is not None
    assert article.published.read_from is PublishedFrom.META


def test_an_old_page_of_tables_is_read() -> None:
    article = article_of(pages.OLD)
    assert parts(article) == [
        ("title", "Mine kills two near Tal Nour"),
        ("credit", "By Sara Haddad"),
        ("dateline", "TAL NOUR:"),
        ("paragraph", pages.FIRST),
        ("paragraph", pages.SECOND),
        ("paragraph", pages.THIRD),
    ]
    assert article.byline == "Sara Haddad"
    assert article.url == "http://www.oldpaper.example/2024/02/08/mine.htm"
    assert article.published is not None
    assert article.published.read_from is PublishedFrom.URL


def test_the_callers_word_wins_over_the_page() -> None:
    given = Given(dt.date(2024, 2, 10), "Given Times", "https://given.example/a")
    article = article_of(pages.newspaper(), given)
    assert (article.publisher, article.url) == ("Given Times", "https://given.example/a")
    assert article.published is not None
    assert (article.published.days.earliest, article.published.read_from) == (dt.date(2024, 2, 10), PublishedFrom.GIVEN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_bytes_and_text_give_the_same_article(encoding: str) -> None:
    page = pages.newspaper()
    assert article_of(page.encode(encoding)) == article_of(page)


def test_reading_twice_gives_the_same_article() -> None:
    assert article_of(pages.newspaper()) == article_of(pages.newspaper())


def test_the_same_paragraph_for_two_screens_is_read_once() -> None:
    page = pages.newspaper(body=f'<div class="mobile"><p>{pages.SECOND}</p></div>')
    assert article_of(page).text.count(pages.SECOND) == 1


def test_a_report_that_only_its_linked_data_holds_is_read() -> None:
    data = (
        '{"@type": "NewsArticle", "headline": "Mine kills two", "articleBody": "'
        + "\\n\\n".join((pages.FIRST, pages.THIRD, pages.FOURTH))
        + '"}'
    )
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><div id="root"></div></body></html>'  # noqa: E501
    assert [text for _, text in parts(article_of(page))] == ["Mine kills two", pages.FIRST, pages.THIRD, pages.FOURTH]


def test_a_short_report_of_one_sentence_is_read() -> None:
    article = article_of(f"<html><body><h1>Mine kills two</h1><p>{pages.FIRST}</p></body></html>")
    assert parts(article) == [("title", "Mine kills two"), ("paragraph", pages.FIRST)]


def test_words_of_toolbars_inside_sentences_stay() -> None:
    sentence = "Print workers share the blame, he said; copies of the order were read more than once aloud by email."
    assert sentence in article_of(pages.newspaper(body=f"<p>{sentence}</p>")).text


def test_inline_marks_do_not_break_words() -> None:
    page = pages.newspaper(
        body="<p>The <b>US</b>-led force, <i>said</i> <a href='/x'>Omar</a>, left the <em>t</em>own on Friday.</p>"
    )
    assert "The US-led force, said Omar, left the town on Friday." in article_of(page).text


def test_hidden_words_are_not_read() -> None:
    page = pages.newspaper(
        body='<p style="display: none">A hidden sentence that nobody can see on this page at all.</p>'
    )
    assert "hidden" not in article_of(page).text


def test_entities_of_invisible_characters_are_removed() -> None:
    page = pages.newspaper(
        body="<p>Patrols &#x202e;were&#xad; seen on the road to the mill on Tuesday &#0;morning.</p>"
    )
    assert "\u202e" not in article_of(page).text
    assert "\u00ad" not in article_of(page).text


@pytest.mark.parametrize("page", [b"", b" \n ", b"\x00"])
def test_an_empty_page_is_empty(page: bytes) -> None:
    assert skipped_of(page).reason is SkipReason.EMPTY


@pytest.mark.parametrize(
    ("page", "detail"),
    [
        (pages.NOT_FOUND, "error page"),
        (pages.LISTING, "list of reports"),
        (pages.WALL, "wall"),
        (pages.SHELL, "enable JavaScript"),
        ("<html><head></head><body></body></html>", "no running text"),
        (
            "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you go on.</p></body>",  # noqa: E501
            "error",
        ),
        (
            "<html><body><h1>403 Forbidden</h1><p>You do not have the right to see this page on this server.</p></body>",  # noqa: E501
            "error",
        ),
    ],
)
def test_a_page_that_is_no_article_is_skipped_with_what_it_is(page: str, detail: str) -> None:
    skipped = skipped_of(page)
    assert skipped.reason is SkipReason.NOT_AN_ARTICLE
    assert detail in skipped.detail


def test_a_report_about_an_error_page_is_a_report() -> None:
    page = pages.newspaper(
        linked_data=pages.LINKED_DATA.replace("Mine kills two near Tal Nour", "Army site shows page not found")
    )
    assert isinstance(read_html(page), Article)


def test_a_report_with_other_reports_below_it_is_no_list() -> None:
    links = "".join(f'<h3><a href="/{i}">Report number {i} of the day</a></h3>' for i in range(8))
    assert isinstance(read_html(pages.newspaper().replace("</article>", links + "</article>")), Article)


def test_a_foreign_page_is_skipped_with_its_language() -> None:
    sentence = "Deux soldats ont été tués lundi dans l’explosion d’une mine près de la ville, a annoncé l’armée dans un communiqué."  # noqa: E501
    skipped = skipped_of(
        f'<html lang="fr"><body><article><h1>Deux morts</h1><p>{sentence}</p><p>{sentence} Oui.</p></article></body></html>'  # noqa: E501
    )
    assert skipped.reason is SkipReason.LANGUAGE
    assert "fr" in skipped.detail


def test_a_page_deeper_than_the_parser_goes_is_read_to_its_end() -> None:
    page = "<html><body>" + "<div>" * 20_000 + f"<h1>Mine kills two</h1><p>{pages.FIRST}</p>" + "</div>" * 20_000
    assert pages.FIRST in article_of(page).text


def test_a_page_of_deeply_nested_marks_is_read() -> None:
    page = "<html><body><p>" + "<b>" * 20_000 + pages.FIRST + "</b>" * 20_000
    assert pages.FIRST in article_of(page).text
