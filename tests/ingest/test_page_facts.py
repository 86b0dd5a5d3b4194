"""Headline, publisher, writer, date and address are read from what a page says of itself, however badly."""

import datetime as dt

import pytest

from onrecord.core.article import Published, PublishedFrom
from onrecord.core.dates import DateInterval
from onrecord.ingest.linked_data import linked_reports, names_a_list
from onrecord.ingest.markup import page_lines, parsed
from onrecord.ingest.page_facts import PageFacts, read_facts

FEBRUARY_8 = DateInterval.day(dt.date(2024, 2, 8))


def facts_of(head: str, body: str = "<h1>Mine kills two</h1>", url: str | None = None) -> PageFacts:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    page = parsed(markup)
    first = next(page.tree.iter("p"), None)
    return read_facts(page.tree, markup, page_lines(page.tree), url=url, body_starts=first)


def script(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def published(head: str, body: str = "<h1>Mine kills two</h1>", url: str | None = None) -> Published | None:
    return facts_of(head, body, url).told.published


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08"}',
        '[{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08"}]',
        '{"@graph": [{"@type": ["Thing", "Article"], "headline": "Mine kills two", "datePublished": "2024-02-08"}]}',
        '{"@type": "https://schema.org/ReportageNewsArticle", "headline": "Mine kills two", "datePublished": ["2024-02-08"]}',  # noqa: E501
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08"}}',  # noqa: E501
        '{"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08",}',
        '<!-- {"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08"}\n//]]>',
        '{"@type": "NewsArticle", "description": "line\nbreak", "headline": "Mine kills two", "datePublished": "2024-02-08"};',  # noqa: E501
        '{"@type": "NewsArticle", "description": "a "quoted" word", "headline": "Mine kills two", "datePublished": "2024-02-08"',  # noqa: E501
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Mine kills two&quot;, &quot;datePublished&quot;: &quot;2024-02-08&quot;}",  # noqa: E501
    ],
)
def test_linked_data_is_read_in_every_form_and_when_broken(data: str) -> None:
    (report,) = linked_reports([data])
    assert (report.headline, report.published) == ("Mine kills two", "2024-02-08")


@pytest.mark.parametrize(
    "data", ["", "null", "[]", "{", "[" * 100_000, '{"@type": 5}', '"a"', "🕊️", '{"@type": "Person"}']
)
def test_linked_data_without_a_report_gives_none(data: str) -> None:
    assert linked_reports([data]) == ()
    assert not names_a_list([data])


def test_broken_linked_data_still_gives_publisher_and_author() -> None:
    data = '{"@type": "NewsArticle" "publisher": {"@type": "Organization", "name": "Delta"}, "author": [{"name": "محمد علي"}]'  # noqa: E501
    (report,) = linked_reports([data])
    assert (report.publisher, report.authors) == ("Delta", ("محمد علي",))


def test_entities_inside_linked_data_are_resolved() -> None:
    (report,) = linked_reports(['{"@type": "Article", "headline": "Army&amp;#8217;s &quot;mine&quot;"}'])
    assert report.headline == 'Army’s "mine"'


def test_references_inside_a_graph_are_followed() -> None:
    data = (
        '{"@graph": [{"@type": "Article", "publisher": {"@id": "#o"}, "author": [{"@id": "#p"}, {"@id": "#q"}]},'
        '{"@type": "Organization", "@id": "#o", "name": "Delta"}, {"@type": "Person", "@id": "#p", "name": "Sara Haddad"}]}'  # noqa: E501
    )
    (report,) = linked_reports([data])
    assert (report.publisher, report.authors) == ("Delta", ("Sara Haddad",))


def test_the_node_of_this_page_is_taken_and_not_one_that_it_links_to() -> None:
    data = (
        '[{"@type": "NewsArticle", "headline": "Ferry runs aground", "datePublished": "2020-01-01"},'
        '{"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2024-02-08"}]'
    )
    assert published(script(data)) == Published(FEBRUARY_8, PublishedFrom.JSON_LD)


def test_dates_are_read_in_order_of_trust() -> None:
    linked = script('{"@type": "Article", "datePublished": "2024-02-08"}')
    meta = '<meta property="article:published_time" content="2024-02-09">'
    time = '<h1>Mine kills two</h1><time datetime="2024-02-10">10 February</time><p>Text.</p>'
    url = "https://a.example/2024/02/11/x"
    found = [
        published(linked + meta, time, url),
        published(meta, time, url),
        published("", time, url),
        published("", "", url),
    ]
    assert [one.read_from for one in found if one] == [
        PublishedFrom.JSON_LD,
        PublishedFrom.META,
        PublishedFrom.TIME_ELEMENT,
        PublishedFrom.URL,
    ]
    assert [one.days.earliest.day for one in found if one] == [8, 9, 10, 11]


def test_a_date_that_cannot_be_read_leaves_the_word_to_the_next() -> None:
    linked = script('{"@type": "Article", "datePublished": "yesterday"}')
    assert published(linked + '<meta name="date" content="2024-02-08">') == Published(FEBRUARY_8, PublishedFrom.META)


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2024-02-08T10:15:00+03:00">',
        '<meta name="parsely-pub-date" content="2024-02-08T10:15:00+03:00">',
        '<meta name="DC.date.issued" content="2024-02-08T10:15:00+03:00">',
        '<meta itemprop="datePublished" content="2024-02-08T10:15:00+03:00">',
        '<meta name="pubdate" content="2024-02-08T10:15:00+03:00">',
    ],
)
def test_meta_tags_of_all_makers_give_the_moment(tag: str) -> None:
    found = published(tag)
    assert found is not None
    assert (found.at, found.read_from) == (dt.datetime.fromisoformat("2024-02-08T10:15:00+03:00"), PublishedFrom.META)


def test_a_date_of_modification_is_no_date_of_publication() -> None:
    head = '<meta property="article:modified_time" content="2024-02-09">' + script(
        '{"@type": "Article", "dateModified": "2024-02-09", "dateCreated": "2024-02-07"}'
    )
    body = '<h1>Mine</h1><p class="updated">Updated <time datetime="2024-02-09">9 February</time></p><p>Text.</p>'
    assert published(head, body) is None


def test_a_time_in_a_sidebar_is_not_the_reports() -> None:
    body = '<h1>Mine</h1><p>Text.</p><aside><time datetime="2020-01-01">old</time></aside>'
    assert published("", body) is None


def test_a_time_marked_as_publication_goes_before_another() -> None:
    body = '<h1>Mine</h1><time datetime="2024-02-07">event</time><time class="published" datetime="2024-02-08">x</time><p>Text.</p>'  # noqa: E501
    assert published("", body) == Published(FEBRUARY_8, PublishedFrom.TIME_ELEMENT)


def test_times_below_the_text_count_only_if_they_agree() -> None:
    one = '<p>Text.</p><div><time datetime="2024-02-08T21:00:00Z">21:00</time></div>'
    two = one + '<div><time datetime="2024-02-11">other</time></div>'
    found = published("", one)
    assert found is not None
    assert found.days == FEBRUARY_8
    assert published("", two) is None


def test_microdata_gives_a_date_and_not_from_a_list_of_others() -> None:
    assert published("", '<span itemprop="datePublished" content="2024-02-08">8 Feb</span>') is not None
    assert published("", '<aside><span itemprop="datePublished" content="2024-02-08">8 Feb</span></aside>') is None


def test_a_month_in_the_address_stays_a_month() -> None:
    assert published("", url="https://a.example/2024/02/mine") == Published(
        DateInterval.month(2024, 2), PublishedFrom.URL
    )


def test_no_date_is_invented() -> None:
    assert published("<meta name='date' content='1970-01-01'>", "<p>On 8 February 2024 a mine went off.</p>") is None


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ('<meta property="og:title" content="Mine kills two near the mill">', "Mine kills two"),
        ("<title>Mine kills two - The Delta Courier</title>", "Mine kills two"),
        ('<meta property="og:title" content="Ferry aground off the coast">', "Ferry aground off the coast"),
        ("", "Mine kills two"),
    ],
)
def test_the_headline_is_the_printed_one_where_the_page_prints_the_one_that_it_tells(head: str, headline: str) -> None:
    assert facts_of(head).told.headline == headline


def test_the_name_of_the_site_is_cut_off_a_title() -> None:
    site = '<meta property="og:site_name" content="The Delta Courier">'
    for title in ("Mine kills two in the north | The Delta Courier", "The Delta Courier – Mine kills two in the north"):
        assert facts_of(f"<title>{title}</title>{site}", "").told.headline == "Mine kills two in the north"


def test_the_site_is_read_from_a_title_that_holds_the_headline() -> None:
    assert facts_of("<title>Mine kills two | The Delta Courier</title>").told.publisher == "The Delta Courier"
    assert facts_of("<title>Mine kills two | and many others fear for their lives</title>").told.publisher is None


def test_a_post_is_not_named_after_its_channel() -> None:
    head = '<meta property="og:title" content="River Watch"><meta property="og:site_name" content="Channel viewer">'
    told = facts_of(head, '<div class="message_author">River Watch</div><p>Text of a post.</p>').told
    assert (told.headline, told.publisher) == (None, "River Watch")


@pytest.mark.parametrize(
    ("head", "byline", "agency"),
    [
        ('<meta name="author" content="Sara Haddad">', "Sara Haddad", None),
        ('<meta name="author" content="By Sara Haddad">', "Sara Haddad", None),
        ('<meta name="author" content="Reuters">', None, "Reuters"),
        ('<meta property="article:author" content="https://facebook.example/sara">', None, None),
        ('<meta name="author" content="محمد علي">', "محمد علي", None),
        (
            script('{"@type": "Article", "author": ["Sara Haddad", {"name": "AFP"}, {"name": "Omar Aziz"}]}'),
            "Sara Haddad, Omar Aziz",
            "AFP",
        ),
        (script('{"@type": "Article", "author": {"name": "Delta"}, "publisher": {"name": "Delta"}}'), None, None),
    ],
)
def test_writers_are_people_and_agencies_are_agencies(head: str, byline: str | None, agency: str | None) -> None:
    told = facts_of(head).told
    assert (told.byline, told.agency) == (byline, agency)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/x">', "https://a.example/x"),
        ('<meta property="og:url" content="https://a.example/x">', "https://a.example/x"),
        (
            '<link rel="canonical" href="/x"><meta property="og:url" content="https://a.example/x">',
            "https://a.example/x",
        ),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        (script('{"@type": "Article", "mainEntityOfPage": {"@id": "https://a.example/x"}}'), "https://a.example/x"),
        ("<!-- saved from url=(0019)https://a.example/x -->", "https://a.example/x"),
        (
            "<!--\n Page saved with SingleFile\n url: https://a.example/x \n saved date: today\n-->",
            "https://a.example/x",
        ),
    ],
)
def test_the_address_is_the_one_that_the_page_gives_for_itself(head: str, url: str | None) -> None:
    assert facts_of(head).told.url == url


def test_linked_data_of_a_list_says_so() -> None:
    assert names_a_list(['{"@type": "CollectionPage"}'])
    assert facts_of(script('{"@type": "ItemList"}')).is_declared_list
    assert not facts_of(script('[{"@type": "ItemList"}, {"@type": "NewsArticle", "headline": "a"}]')).is_declared_list


@pytest.mark.parametrize(
    "head",
    [script('{"@type": "NewsArticle", "headline": "a"}'), '<meta property="og:type" content="article">'],
)
def test_a_page_that_calls_itself_a_report_is_declared_one(head: str) -> None:
    assert facts_of(head).is_declared_report
    assert not facts_of("").is_declared_report
