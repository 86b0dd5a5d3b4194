"""A text copied out of a page becomes an article: its parts in order, its furniture noted."""

import datetime as dt
import textwrap

import pytest

from onrecord.core.article import READ_AS_SENTENCES, Article, LeftOutKind, PublishedFrom
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest import Given, read_text

FIRST = "A mine killed two soldiers near Tal Nour on Monday, the army said."
SECOND = "Colonel محمد العلي blamed smugglers, whom residents called “our neighbours”. 🕊️"
THIRD = "Nobody has claimed the blast, the third of its kind in the area since January."

PASTED = f"""copy short url print email
+ A
A -
Delta tribune

Mine kills two near Tal Nour
By Sara Haddad

{FIRST}

Share on Facebook
{SECOND}

Talks in doubt

{THIRD} (Agencies)

copy short url \u00a0 Copy
© 2024 Delta Tribune. All rights reserved.
"""


def article_of(text: str, given: Given | None = None) -> Article:
    article = read_text(text, given=given)
    assert isinstance(article, Article), article
    return article


def parts(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def left_out(article: Article) -> list[tuple[str, str]]:
    return [(out.kind.value, out.text) for out in article.left_out]


def test_a_text_copied_out_of_a_page_is_read_into_its_parts() -> None:
    assert parts(article_of(PASTED)) == [
        ("credit", "Delta tribune"),
        ("title", "Mine kills two near Tal Nour"),
        ("credit", "By Sara Haddad"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("subhead", "Talks in doubt"),
        ("paragraph", THIRD),
        ("credit", "(Agencies)"),
    ]


def test_its_furniture_is_listed_with_its_kind() -> None:
    assert left_out(article_of(PASTED)) == [
        ("page-controls", "copy short url print email"),
        ("page-controls", "+ A"),
        ("page-controls", "A -"),
        ("share-bar", "Share on Facebook"),
        ("page-controls", "copy short url Copy"),
        ("copyright", "© 2024 Delta Tribune. All rights reserved."),
    ]


def test_what_its_credits_say_is_in_the_fields() -> None:
    article = article_of(PASTED)
    assert (article.publisher, article.byline, article.agency) == ("Delta tribune", "Sara Haddad", "Agencies")
    assert (article.language, article.url, article.published) == ("en", None, None)


def test_a_known_medium_gets_its_usual_spelling() -> None:
    assert article_of(f"qatar tribune\n\n{FIRST}\n\n{SECOND}").publisher == "Qatar Tribune"


def test_parts_are_an_empty_line_apart_and_a_credit_stays_on_its_line() -> None:
    article = article_of(f"Mine kills two near Tal Nour\n\nTAL NOUR, Feb 8 (AFP) - {FIRST} (AFP)")
    assert article.text == f"Mine kills two near Tal Nour\n\nTAL NOUR, Feb 8 (AFP) - {FIRST} (AFP)"


def test_a_dateline_is_a_block_with_its_place_and_its_date() -> None:
    article = article_of(f"Mine kills two near Tal Nour\n\nTAL NOUR, Feb 8 (Reuters) - {FIRST}\n\n{SECOND}")
    dateline = article.dateline
    assert dateline is not None
    assert dateline.span.of(article.text) == "TAL NOUR, Feb 8 (Reuters) -"
    assert dateline.place is not None
    assert dateline.place.of(article.text) == "TAL NOUR"
    assert dateline.date is not None
    assert dateline.date.of(article.text) == "Feb 8"
    assert article.agency == "Reuters"


def test_a_dateline_without_a_year_gives_no_publication_date() -> None:
    assert article_of(f"TAL NOUR, Feb 8 (Reuters) - {FIRST}").published is None


def test_a_dateline_with_a_year_gives_the_publication_date() -> None:
    published = article_of(f"TAL NOUR, 8 February 2024 – {FIRST}").published
    assert published is not None
    assert (published.days, published.read_from) == (DateInterval.day(dt.date(2024, 2, 8)), PublishedFrom.DATELINE)


def test_a_dateline_after_a_standfirst_is_found() -> None:
    article = article_of(f"Mine kills two\n\nThe army blames smugglers for the blast.\n\nTAL NOUR (AP) — {FIRST}")
    assert [kind for kind, _ in parts(article)] == ["title", "paragraph", "dateline", "paragraph"]


def test_only_the_first_dateline_is_one() -> None:
    article = article_of(f"TAL NOUR (AP) — {FIRST}\n\nBEIRUT (AP) — {SECOND}")
    assert [kind for kind, _ in parts(article)].count("dateline") == 1


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published: 8 February 2024 10:15 GMT", "2024-02-08T10:15:00+00:00"),
        ("Published on February 8, 2024, 10:15 UTC", "2024-02-08T10:15:00+00:00"),
        ("First published 8 February 2024 10:15 GMT | Updated 9 February 2024", "2024-02-08T10:15:00+00:00"),
        ("By Sara Haddad | 8 February 2024 10:15 GMT", "2024-02-08T10:15:00+00:00"),
        ("Tal Nour, 8 February 2024 10:15 GMT", "2024-02-08T10:15:00+00:00"),
    ],
)
def test_a_printed_moment_of_publication_is_read_and_its_line_stays(line: str, iso: str) -> None:
    article = article_of(f"Mine kills two near Tal Nour\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert article.published is not None
    assert article.published.at == dt.datetime.fromisoformat(iso)
    assert article.published.read_from is PublishedFrom.DATELINE
    assert ("credit", line) in parts(article)


def test_a_date_of_update_is_no_date_of_publication() -> None:
    article = article_of(f"Mine kills two near Tal Nour\nLast updated: 9 February 2024\n\n{FIRST}")
    assert article.published is None
    assert ("credit", "Last updated: 9 February 2024") in parts(article)


def test_a_date_between_paragraphs_heads_a_part_and_dates_nothing() -> None:
    article = article_of(f"{FIRST}\n\n8 February 2024\n\n{SECOND}")
    assert parts(article)[1] == ("subhead", "8 February 2024")
    assert article.published is None


def test_the_callers_word_wins() -> None:
    given = Given(dt.date(2024, 2, 9), "Given Times", "https://given.example/a")
    article = article_of(f"Delta Tribune\nPublished: 8 February 2024\n\n{FIRST}", given)
    assert article.published is not None
    assert (article.published.days.earliest, article.published.read_from) == (dt.date(2024, 2, 9), PublishedFrom.GIVEN)
    assert (article.publisher, article.url) == ("Given Times", "https://given.example/a")


@pytest.mark.parametrize(
    "sentence",
    [
        "Print workers walked out on Monday.",
        "Read more than two hundred names aloud, the widow asked the court.",
        "Share this burden with us, the minister asked the neighbours.",
        "A copy of the order was seen by three reporters.",
        "Comments by the minister angered the families of the dead.",
    ],
)
def test_a_sentence_with_a_controls_word_stays_in_the_text(sentence: str) -> None:
    article = article_of(f"{FIRST}\n\n{sentence}\n\n{SECOND}")
    assert ("paragraph", sentence) in parts(article)
    assert article.left_out == ()


def test_a_short_line_between_paragraphs_is_a_sub_headline() -> None:
    assert ("subhead", "“We will not leave”") in parts(article_of(f"{FIRST}\n\n“We will not leave”\n\n{SECOND}"))


@pytest.mark.parametrize("line", ["- Two of the wounded", "He added:", "the army said,", "1. The bridge", "He left…"])
def test_an_item_or_an_unfinished_line_is_no_sub_headline(line: str) -> None:
    assert ("paragraph", line) in parts(article_of(f"{FIRST}\n\n{line}\n\n{SECOND}"))


def test_a_short_line_without_a_paragraph_after_it_is_no_sub_headline() -> None:
    assert parts(article_of(f"{FIRST}\n\n{SECOND}\n\nSpokesman of the army"))[-1] == (
        "paragraph",
        "Spokesman of the army",
    )


def test_a_kicker_above_the_headline_is_left_out() -> None:
    article = article_of(f"Middle East\nMine kills two near Tal Nour\n\n{FIRST}")
    assert parts(article)[0] == ("title", "Mine kills two near Tal Nour")
    assert left_out(article) == [("navigation", "Middle East")]


def test_a_masthead_is_known_by_the_copyright_line() -> None:
    article = article_of(f"Le Relais du Delta\nMine kills two near Tal Nour\n\n{FIRST}\n\n© Le Relais du Delta - 2024")
    assert article.publisher == "Le Relais du Delta"
    assert parts(article)[:2] == [("credit", "Le Relais du Delta"), ("title", "Mine kills two near Tal Nour")]


def test_links_to_other_reports_below_their_heading_are_left_out() -> None:
    article = article_of(f"{FIRST}\n\n{SECOND}\n\nMost read\nFerry runs aground\nRain in the north\n")
    assert left_out(article) == [
        ("navigation", "Most read"),
        ("navigation", "Ferry runs aground"),
        ("navigation", "Rain in the north"),
    ]


def test_what_readers_wrote_is_left_out() -> None:
    article = article_of(f"{FIRST}\n\n{SECOND}\n\n2 comments\nOmar\nThe army is lying about this, as ever.")
    assert [kind for kind, _ in left_out(article)] == ["comments"] * 3
    assert "lying" not in article.text


def test_after_the_report_and_its_furniture_comes_nothing_of_the_report() -> None:
    article = article_of(f"{FIRST}\n\n{SECOND}\n\nShare on Facebook\nHotel rooms from $25")
    assert ("other", "Hotel rooms from $25") in left_out(article)


def test_an_unknown_agency_is_credited_where_the_dateline_names_it() -> None:
    article = article_of(f"BAMAKO, Feb 8 (Levant Wire) - {FIRST}\n\n{SECOND}\n\n{THIRD} (Levant Wire)")
    assert article.agency == "Levant Wire"
    assert parts(article)[-1] == ("credit", "(Levant Wire)")


def test_a_byline_with_an_agency_is_parted() -> None:
    article = article_of(f"Mine kills two near Tal Nour\nBy Sara Haddad, Reuters\n\n{FIRST}")
    assert (article.byline, article.agency) == ("Sara Haddad", "Reuters")


def test_an_agency_as_writer_is_the_agency() -> None:
    article = article_of(f"Mine kills two near Tal Nour\nBy AFP\n\n{FIRST}")
    assert (article.byline, article.agency) == (None, "AFP")


def test_a_sign_off_is_a_credit() -> None:
    assert parts(article_of(f"{FIRST}\n\n(Reporting by Sara Haddad; Editing by Omar Aziz)"))[-1][0] == "credit"


def test_a_caption_is_no_paragraph() -> None:
    line = "Soldiers near Tal Nour after the blast [File: Omar Aziz/Delta Tribune]"
    assert ("caption", line) in parts(article_of(f"Mine kills two near Tal Nour\n{line}\n\n{FIRST}"))


@pytest.mark.parametrize("width", [48, 60, 72, 90])
def test_reading_is_stable_under_re_wrapping(width: int) -> None:
    lines = PASTED.strip().split("\n")
    wrapped = "\n".join(textwrap.fill(line, width) for line in lines)
    assert article_of(wrapped).text == article_of(PASTED).text


def test_a_single_line_is_a_paragraph() -> None:
    assert parts(article_of("Explosions heard in Tal Nour")) == [("paragraph", "Explosions heard in Tal Nour")]


def test_a_headline_that_asks_is_read_as_a_sentence() -> None:
    article = article_of(f"Who laid the mine near Tal Nour?\n\n{FIRST}")
    assert article.blocks[0].kind in READ_AS_SENTENCES


def test_invisible_characters_are_noted_first() -> None:
    article = article_of(f"Tweet\n\n{FIRST}\x00\u202e")
    assert [out.kind for out in article.left_out] == [
        LeftOutKind.CONTROL_CHARACTERS,
        LeftOutKind.CONTROL_CHARACTERS,
        LeftOutKind.SHARE_BAR,
    ]


@pytest.mark.parametrize("nothing", ["", " \n\t ", "\x00", "\u202e\u200b"])
def test_a_text_without_a_visible_character_is_empty(nothing: str) -> None:
    skipped = read_text(nothing, item="a")
    assert isinstance(skipped, Skipped)
    assert (skipped.item, skipped.stage, skipped.reason) == ("a", "ingest", SkipReason.EMPTY)


def test_nothing_but_furniture_is_no_article() -> None:
    skipped = read_text("copy short url print email\n+ A\nA -\nShare on Facebook")
    assert isinstance(skipped, Skipped)
    assert skipped.reason is SkipReason.NOT_AN_ARTICLE
    assert "4 lines" in skipped.detail


def test_a_foreign_text_is_skipped_with_its_language() -> None:
    skipped = read_text("Deux soldats ont été tués lundi dans l’explosion d’une mine près de la ville, selon l’armée.")
    assert isinstance(skipped, Skipped)
    assert skipped.reason is SkipReason.LANGUAGE
    assert "fr" in skipped.detail
