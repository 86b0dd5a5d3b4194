"""The furniture of a page is known by the shape of whole lines, and sentences that use its words stay."""

import pytest

from onrecord.core.article import LeftOutKind
from onrecord.ingest.furniture import Where, furniture_kind, opens_other_reports, opens_readers_comments

FURNITURE = {
    LeftOutKind.PAGE_CONTROLS: [
        "copy short url print email",
        "copy short urlprintemail",
        "copy short url Copy",
        "Copy",
        "Copy link",
        "Print",
        "Save",
        "+ A",
        "A -",
        "+ A / A -",
        "A+ A-",
        "AA",
        "A A A",
        "Text size: A A",
        "Increase font size",
        "Listen to this article",
        "Listen to this story (4 min)",
        "5 min read",
        "3-minute read",
        "Reading time: 4 minutes",
        "1.2K views",
        "Print this page",
        "Save article",
        "Link copied to clipboard!",
        "Play video",
        "Printer friendly version | E-mail this article",
        "Send to a friend",
        "Open image in gallery",
        "Short URL",
        "Email",
    ],
    LeftOutKind.SHARE_BAR: [
        "Share",
        "Share this",
        "Share on Facebook",
        "Share on X",
        "Share via WhatsApp",
        "Click to share on Telegram (Opens in new window)",
        "Tweet",
        "Facebook Twitter WhatsApp Email",
        "Facebook | X | LinkedIn | Copy link",
        "ShareTweetPrint",
        "Share this article with your friends",
        "Share: 12 3",
        "Follow us on Google News",
        "Add Tal Nour Times as a preferred source on Google",
        "Share on Facebook Share on X",
    ],
    LeftOutKind.NAVIGATION: [
        "Skip to main content",
        "Home > News > World",
        "Home » Middle East",
        "Menu",
        "Sign in",
        "Back to top",
        "Next article: Rain in the north",
        "Tags: Tal Nour, army, mines",
        "Filed under: World",
        "Home World Business Sport",
        "News | Sport | Weather | Travel",
    ],
    LeftOutKind.READ_MORE: [
        "Read more",
        "Read more: Ferry runs aground",
        "READ MORE: Ferry runs aground",
        "READ ALSO Ferry runs aground",
        "Also read: Ferry runs aground",
        "Also read Ferry runs aground",
        "Related: Ferry runs aground",
        "Don’t miss: Ferry runs aground",
        "Read more about the talks.",
        "Read more »",
        "» Read more",
        "Continue reading",
        "Read the full story here",
        "See more…",
        "You may also like: the week in pictures",
    ],
    LeftOutKind.COOKIE_NOTE: [
        "We use cookies to improve your visit. By clicking accept you agree.",
        "This website uses cookies.",
        "By continuing to use this site you agree to our use of cookies.",
        "Accept all cookies",
        "Reject all",
        "Manage preferences",
        "Cookie settings",
        "We value your privacy",
    ],
    LeftOutKind.ADVERT: [
        "Advertisement",
        "ADVERTISEMENT",
        "- Advertisement -",
        "Story continues below this ad",
        "Article continues below",
        "Sponsored content",
        "Remove ads",
    ],
    LeftOutKind.NEWSLETTER: [
        "Subscribe to our newsletter",
        "Sign up for our daily briefing",
        "Get the latest headlines in your inbox every morning",
        "Enter your email address",
        "Join our WhatsApp channel",
        "Newsletter",
        "Download our free app for more",
    ],
    LeftOutKind.COMMENTS: [
        "Leave a comment",
        "Post a reply",
        "12 comments",
        "Comments (3)",
        "Comments",
        "No comments",
        "Join the conversation",
        "Be the first to comment",
        "Comments are closed.",
        "Your email address will not be published. Required fields are marked",
    ],
    LeftOutKind.COPYRIGHT: [
        "© 2024 The Delta Courier",
        "Copyright 2024 The Delta Courier",
        "(c) Delta Courier",
        "The Delta Courier. All rights reserved.",
        "All rights reserved",
        "This material may not be published, broadcast or rewritten.",
    ],
    LeftOutKind.OTHER: ["=====", "* * *"],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines])
def test_furniture_is_known(kind: LeftOutKind, line: str) -> None:
    assert furniture_kind(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "Print workers walked out on Monday.",
        "Print journalists were among the dead, the union said.",
        "The ministry refused to print the list.",
        "A copy of the order was seen by reporters.",
        "Copies of the leaflet fell on the town",
        "Copy the list and send it on, the commander told his men.",
        "Share of the blame lies with the army, the mayor said.",
        "Share prices fell after the attack",
        "Share this burden with us, the minister asked the neighbours.",
        "Read more than two hundred names aloud, the widow asked the court.",
        "Read more slowly, the judge told the clerk.",
        "Save the Children said two of its staff were killed.",
        "Email records show that he knew, the prosecutor said.",
        "Facebook removed the video on Monday.",
        "Telegram channels close to the group claimed the attack.",
        "X said it had removed the post.",
        "Comments by the minister angered the opposition",
        "Comment was not immediately available from the army.",
        "Advertisement hoardings burned along the road.",
        "Cookies and tea were handed out to the displaced.",
        "Follow the money, the investigator said.",
        "Home Office minister resigns",
        "Home demolitions went on in the village on Monday.",
        "Related attacks killed four others, police said.",
        "Listen to us, the mothers told the minister.",
        "Listen, he said, they will come back.",
        "Next week’s talks are in doubt",
        "World leaders condemn the killing",
        "News of the killing spread at once.",
        "Search teams found two bodies",
        "Subscribers to the paper protested.",
        "Sign-language interpreters were among the hostages.",
        "Play stopped when the shell fell.",
        "By using drones the army spared its soldiers, the analyst said.",
        "All rights of the detainees were reserved to the court.",
        "Copyright lawyers were arrested.",
        "Five minutes later a second bomb went off.",
        "12 soldiers were killed.",
        "Tal Nour",
        "محمد العلي",
        "🕊️",
        "A",
        "No.",
        "Also: two of the wounded have died.",
        "Related party talks, of which the UN read more into than was there, failed.",
    ],
)
def test_a_sentence_with_the_same_words_is_no_furniture(line: str) -> None:
    assert [furniture_kind(line, where) for where in Where] == [None, None, None]


def test_the_name_of_a_section_is_furniture_only_above_the_report() -> None:
    assert furniture_kind("Middle East", Where.BEFORE) is LeftOutKind.NAVIGATION
    assert furniture_kind("Middle East", Where.WITHIN) is None


def test_a_section_that_is_also_a_newspapers_name_is_furniture_above_the_report() -> None:
    assert furniture_kind("Metro", Where.BEFORE) is LeftOutKind.NAVIGATION


def test_a_headline_that_begins_like_a_pointer_is_kept_above_the_report() -> None:
    assert furniture_kind("Opinion: Who gains from the truce", Where.BEFORE) is None
    assert furniture_kind("Opinion: Who gains from the truce", Where.AFTER) is LeftOutKind.READ_MORE


def test_a_row_is_furniture_only_if_all_its_labels_are() -> None:
    assert furniture_kind("Print | Top of page") is LeftOutKind.PAGE_CONTROLS
    assert furniture_kind("Print | Two killed in Tal Nour") is None


def test_a_line_longer_than_any_toolbar_is_no_furniture() -> None:
    assert furniture_kind("© " + "a" * 1000) is None


@pytest.mark.parametrize(
    "line", ["Most read", "Related stories", "RELATED", "More on this story", "Trending now:", "Up next"]
)
def test_a_heading_over_other_reports_is_known(line: str) -> None:
    assert opens_other_reports(line)


@pytest.mark.parametrize("line", ["Related attacks", "More than ten dead", "In pictures that shook us all", ""])
def test_a_heading_of_the_report_is_not_over_others(line: str) -> None:
    assert not opens_other_reports(line)


def test_a_heading_over_readers_comments_is_known_by_its_count() -> None:
    assert opens_readers_comments("12 comments")
    assert opens_readers_comments("3 responses to “Two killed”")
    assert not opens_readers_comments("Comments")
    assert not opens_readers_comments("12 comments by the minister were struck from the record.")


@pytest.mark.parametrize(
    "unit",
    ["a+", "a ", "share ", "copy", "home > ", "read more ", "A-", "By Aa ", "<!-- -->", "© ", "1 ", ". - ", "x & "],
)
def test_no_long_line_of_one_unit_takes_long(unit: str) -> None:
    for where in Where:
        furniture_kind(unit * (399 // len(unit)) + "!", where)
