"""No input makes reading fail, nothing visible is lost, and the same input gives the same article."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.core.article import Article, LeftOutKind
from onrecord.core.extraction import Skipped
from onrecord.ingest import read_html, read_text
from onrecord.ingest.characters import clean

LINES = (
    "A mine killed two soldiers near Tal Nour on Monday, the army said.",
    "Colonel محمد العلي blamed smugglers for it. 🕊️",
    "TAL NOUR, Feb 8 (Reuters) - Two men were killed there at dawn.",
    "“We will not leave the town,” she said. (AFP)",
    "Mine kills two near Tal Nour",
    "Talks in doubt",
    "By Sara Haddad",
    "Delta Tribune",
    "Published: 8 February 2024 10:15 GMT",
    "Sara Haddad · 8 February 2024 · 3 min read",
    "copy short urlprintemail",
    "+ A",
    "Share on Facebook",
    "Read more: Ferry runs aground",
    "Advertisement",
    "Most read",
    "12 comments",
    "© 2024 Delta Tribune. All rights reserved.",
    "We use cookies.",
    "(Agencies)",
    "Middle East",
    "====",
    "- an item of a list",
    "🔥",
    "5",
    "",
    "“unbalanced ( quotes",
)
HOSTILE = (
    "a",
    "🔥🕊️👩‍👧",
    "قتل جنديان",
    "“" * 500,
    "(" * 500 + "AFP",
    "\x00" * 10 + "a",
    "\u202e" + "abc" + "\u2066",
    "<" * 5000,
    "&#0;&#xD800;&bogus;",
    "<p>" * 3000 + "a",
    "<table><tr><td>" * 300 + "text",
    '<script type="application/ld+json">' + "{" * 5000 + "</script>a",
    "<a href='" + "x" * 5000,
    "\ud800\udfff",
    "ab cd\n" * 3000,
    "word " * 200_000,
    "x" * 1_000_000,
    "a\u0300" * 5000,
    "<html lang='" + "en" * 500 + "'><title>" + "t" * 5000,
    "<!--" * 2000,
    "<!---->" * 580 + "<",
    "<time datetime='9999-99-99T99:99:99+99:99'>x</time><p>a",
    "]]>",
)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def checked(article: Article | Skipped) -> Article | Skipped:
    """The laws of every article: blocks select text in order, nothing lies between them, no control is left."""
    if isinstance(article, Skipped):
        assert article.detail
        return article
    reached = 0
    for block in article.blocks:
        assert not article.text[reached : block.span.start].strip()
        words = block.span.of(article.text)
        assert words
        assert words == words.strip()
        reached = block.span.end
    assert reached == len(article.text)
    assert clean(article.text) == (article.text, ())
    if article.dateline is not None:
        assert all(
            part is None or article.dateline.span.holds(part)
            for part in (article.dateline.place, article.dateline.date)
        )
    return article


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_are_read_or_skipped(hostile: str) -> None:
    checked(read_text(hostile))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_pages_are_read_or_skipped(hostile: str) -> None:
    checked(read_html(hostile))
    checked(read_html(f"<html><body><h1>Two killed</h1><p>{LINES[0]}</p>{hostile}</body></html>"))


@quick
@given(st.text(max_size=400))
def test_any_text_is_read_or_skipped(text: str) -> None:
    checked(read_text(text))


@quick
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_skipped(data: bytes) -> None:
    checked(read_html(data))


TAGS = st.sampled_from(
    "<p> </p> <div> </div> <h1> <h2> </h2> <a href=x> </a> <ul><li> <br> <table><tr><td> </table> <nav> </nav> <b> </b> <article> "  # noqa: E501
    "<figcaption> <time datetime='2024-02-08'> </time> <blockquote> <pre> </pre> <button> <!-- --> <meta> <script> </script>".split()  # noqa: E501
)


@quick
@given(st.lists(st.one_of(TAGS, st.sampled_from(LINES)), max_size=25))
def test_any_soup_of_tags_is_read_or_skipped_and_twice_the_same(soup: list[str]) -> None:
    page = " ".join(soup)
    first = checked(read_html(page))
    assert read_html(page) == first


@quick
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_every_visible_line_of_a_pasted_text_is_accounted_for(lines: list[str]) -> None:
    article = checked(read_text("\n\n".join(lines)))
    if isinstance(article, Skipped):
        return
    out = [line.text for line in article.left_out if line.kind is not LeftOutKind.CONTROL_CHARACTERS]
    everything = sorted("".join((article.text, *out)).replace(" ", "").replace("\n", ""))
    assert everything == sorted("".join(lines).replace(" ", ""))
    for line in filter(None, lines):
        assert line in article.text or line in out


@quick
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_reading_twice_gives_the_same_id(lines: list[str]) -> None:
    text = "\n".join(lines)
    first, second = read_text(text), read_text(text)
    assert first == second
    if isinstance(first, Article) and isinstance(second, Article):
        assert first.id == second.id
