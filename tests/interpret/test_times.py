import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import least_seconds

from onrecord.annotate.segment import segment
from onrecord.core.article import Article, Block, BlockKind, Dateline, Published, PublishedFrom
from onrecord.core.dates import DateInterval, DayPart, Precision
from onrecord.core.extraction import Unresolved
from onrecord.core.spans import Span
from onrecord.interpret.times import TimeAnchor, TimeKind, TimeMention, TimeModifier, find_times

PUBLISHED = dt.date(2024, 2, 8)  # a Thursday


def article(text: str, published: DateInterval | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    days = None if published is None else Published(published, PublishedFrom.GIVEN)
    blocks = (Block(kind, Span(0, len(text))),) if text else ()
    return Article(text, blocks, published=days)


def times(text: str, published: dt.date | None = PUBLISHED) -> tuple[TimeMention, ...]:
    report = article(text, None if published is None else DateInterval.day(published))
    return find_times(report, segment(report))


def told(mention: TimeMention) -> str:
    """The days in a short form: "2024-02-07 night", "2024-02-01..2024-02-29 month", "?"."""
    value = mention.value
    if isinstance(value, Unresolved):
        return "?"
    days = f"{value.earliest}" if value.earliest == value.latest else f"{value.earliest}..{value.latest}"
    if value.part is not None:
        return f"{days} {value.part}"
    return days if value.precision is Precision.DAY else f"{days} {value.precision}"


CASES = [
    # weekdays
    ("He died on Wednesday.", "Wednesday", "2024-02-07", "the last one before publication"),
    ("He said on Thursday it ended.", "Thursday", "2024-02-08", "the weekday of publication is that day"),
    ("He died on Friday.", "Friday", "2024-02-02", "six days ago"),
    ("They will meet on Friday.", "Friday", "2024-02-09", "will points ahead"),
    ("On Friday, leaders will meet.", "Friday", "2024-02-09", "an opening time looks at the verb that follows"),
    ("He said on Monday that talks will go on.", "Monday", "2024-02-05", "it is the saying that was on Monday"),
    ("The truce is due to begin on Sunday.", "Sunday", "2024-02-11", "due to"),
    ("Talks are expected to resume Monday.", "Monday", "2024-02-12", "expected to"),
    ("They plan a march on Saturday.", "Saturday", "2024-02-10", "a plan"),
    ("He condemned Wednesday's strike and will answer.", "Wednesday", "2024-02-07", "a possessive tells of what was"),
    ("He will vote in Friday's election.", "Friday", "2024-02-09", "but an election may be ahead"),
    ("The deadline was extended until Tuesday.", "Tuesday", "2024-02-06", "a verb in the past decides"),
    ("He may come as early as Tuesday.", "Tuesday", "2024-02-13", "as early as"),
    ("He died last Friday.", "last Friday", "2024-02-02", "last"),
    ("He died last Thursday.", "last Thursday", "2024-02-01", "last is never the day of publication"),
    ("They vote next Friday.", "next Friday", "2024-02-09", "next"),
    ("They vote next Thursday.", "next Thursday", "2024-02-15", "next is never the day of publication"),
    ("They will vote this Friday.", "this Friday", "2024-02-09", "this, ahead"),
    ("He died on Tuesday of last week.", "Tuesday of last week", "2024-01-30", "a weekday of a week"),
    ("The Reuters report on Tue. Feb. 6 said so.", "Tue. Feb. 6", "2024-02-06", "short names beside a number"),
    # parts of days
    ("On Wednesday night, he died.", "Wednesday night", "2024-02-07 night", "the night belongs to its first day"),
    ("He died early Thursday local time.", "early Thursday local time", "2024-02-08", "early does not narrow the day"),
    ("He died late Tuesday.", "late Tuesday", "2024-02-06", "late does not either"),
    ("He died earlier on Friday.", "Friday", "2024-02-02", "earlier on"),
    ("It came on the morning of 7 October 2023.", "the morning of 7 October 2023", "2023-10-07 morning", "part of"),
    ("It came in the early hours of Thursday.", "the early hours of Thursday", "2024-02-08", "hours"),
    ("It came at noon Wednesday.", "noon Wednesday", "2024-02-07 noon", "noon"),
    ("It came overnight.", "overnight", "2024-02-07..2024-02-08 overnight", "the night before publication"),
    ("It came overnight into Thursday.", "overnight into Thursday", "2024-02-07..2024-02-08 overnight", "into"),
    ("It came overnight Tuesday.", "overnight Tuesday", "2024-02-05..2024-02-07 overnight", "either night, kept wide"),
    ("Shelling went on last night.", "last night", "2024-02-07 night", "last night"),
    ("Shelling went on this morning.", "this morning", "2024-02-08 morning", "this morning"),
    ("He speaks tonight.", "tonight", "2024-02-08 night", "tonight"),
    ("He came yesterday evening.", "yesterday evening", "2024-02-07 evening", "yesterday's part"),
    # words for days
    ("He came yesterday.", "yesterday", "2024-02-07", "yesterday"),
    ("He came today.", "today", "2024-02-08", "today"),
    ("He comes tomorrow.", "tomorrow", "2024-02-09", "tomorrow"),
    ("He spoke later today.", "later today", "2024-02-08", "later today"),
    ("He came the day before yesterday.", "the day before yesterday", "2024-02-06", "two days back"),
    ("He comes the day after tomorrow.", "the day after tomorrow", "2024-02-10", "two days on"),
    # days of months
    ("The attack on 7 October 2023.", "7 October 2023", "2023-10-07", "day month year"),
    ("The attack on October 7, 2023.", "October 7, 2023", "2023-10-07", "month day year"),
    ("The attack on Oct. 7th.", "Oct. 7th", "2023-10-07", "the last one"),
    ("The attack on the 7th of October.", "the 7th of October", "2023-10-07", "ordinal in figures"),
    ("The fifth of November.", "The fifth of November", "2023-11-05", "ordinal in words"),
    ("On Saturday, 7 October 2023, it began.", "Saturday, 7 October 2023", "2023-10-07", "with its weekday"),
    ("It began on 6 February.", "6 February", "2024-02-06", "two days ago"),
    ("The vote on 20 May is near.", "20 May", "2024-05-20", "a near day ahead, without a past verb"),
    ("They will vote on 1 February.", "1 February", "2025-02-01", "ahead by tense"),
    ("They were told to leave by Feb. 14.", "Feb. 14", "2024-02-14", "past verbs seldom reach back a year"),
    ("Clashes on Feb. 3-5 killed him.", "Feb. 3-5", "2024-02-03..2024-02-05 range", "a range of days"),
    ("Between 3 and 5 February it rained.", "3 and 5 February", "2024-02-03..2024-02-05 range", "between"),
    ("The file of 2024-02-01.", "2024-02-01", "2024-02-01", "ISO 8601"),
    ("The file of 25/12/2023.", "25/12/2023", "2023-12-25", "only one reading"),
    ("The file of 03/04/2023.", "03/04/2023", "?", "two readings: nothing is guessed"),
    ("Since 9/11 they fought.", "9/11", "2001-09-11", "a day known by its figures"),
    # months
    ("It began in February.", "February", "2024-02-01..2024-02-29 month", "this month"),
    ("It began in March.", "March", "2023-03-01..2023-03-31 month", "the last one"),
    ("They will vote in March.", "March", "2024-03-01..2024-03-31 month", "ahead by tense"),
    ("It began in October 2023.", "October 2023", "2023-10-01..2023-10-31 month", "with its year"),
    ("It began last December.", "last December", "2023-12-01..2023-12-31 month", "last"),
    ("It ends next June.", "next June", "2024-06-01..2024-06-30 month", "next"),
    ("It began in June last year.", "June last year", "2023-06-01..2023-06-30 month", "of a year"),
    ("It began in early January.", "early January", "2024-01-01..2024-01-31 month", "early does not narrow it"),
    ("It ended late last month.", "late last month", "2024-01-01..2024-01-31 month", "late last"),
    ("It ended in mid-November.", "mid-November", "2023-11-01..2023-11-30 month", "mid-"),
    ("It ended at the end of January.", "the end of January", "2024-01-01..2024-01-31 month", "the end of"),
    ("It began in May.", "May", "2023-05-01..2023-05-31 month", "May after in"),
    # weeks, years and other units
    ("He came last week.", "last week", "2024-01-29..2024-02-04 week", "the calendar week before"),
    ("He came this week.", "this week", "2024-02-05..2024-02-11 week", "from Monday"),
    ("He comes next month.", "next month", "2024-03-01..2024-03-31 month", "next month"),
    ("He came last year.", "last year", "2023-01-01..2023-12-31 year", "last year"),
    ("He came earlier this year.", "earlier this year", "2024-01-01..2024-12-31 year", "earlier this"),
    ("It came later in the week.", "later in the week", "2024-02-05..2024-02-11 week", "in the week"),
    ("He came over the weekend.", "the weekend", "2024-02-03..2024-02-04 range", "the one before, on a Thursday"),
    ("He will come at the weekend.", "the weekend", "2024-02-10..2024-02-11 range", "ahead by tense"),
    ("He came last weekend.", "last weekend", "2024-02-03..2024-02-04 range", "last weekend"),
    ("It fell in 2021.", "2021", "2021-01-01..2021-12-31 year", "a year"),
    ("They fought since 2014.", "2014", "2014-01-01..2014-12-31 year", "since"),
    ("The 2014 war went on.", "2014", "2014-01-01..2014-12-31 year", "a year as an adjective"),
    ("It began in early 1998.", "early 1998", "1998-01-01..1998-12-31 year", "early"),
    ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996-01-01..1996-12-31 year", "a year in words"),
    ("In the 1990s he fled.", "the 1990s", "1990-01-01..1999-12-31 range", "a decade"),
    ("In the late ’80s he fled.", "the late ’80s", "1980-01-01..1989-12-31 range", "a short decade"),
    ("In the nineties he fled.", "the nineties", "1990-01-01..1999-12-31 range", "a decade in words"),
    ("In the 19th century it stood.", "the 19th century", "1801-01-01..1900-12-31 range", "a century"),
    ("It fell last summer.", "last summer", "2023-06-01..2023-08-31 range", "a season"),
    ("It fell in the winter of 2014.", "the winter of 2014", "2014-12-01..2015-02-28 range", "over the year's end"),
    ("It fell in spring.", "spring", "2023-03-01..2023-05-31 range", "the last one"),
    ("Sales in the third quarter of 2023.", "the third quarter of 2023", "2023-07-01..2023-09-30 range", "quarter"),
    ("Sales in the first half of last year.", "the first half of last year", "2023-01-01..2023-06-30 range", "half"),
    # reckoned from publication
    ("He left two days ago.", "two days ago", "2024-02-06", "days ago"),
    ("He left a year ago.", "a year ago", "2023-01-01..2023-12-31 year", "a year ago is known to the year"),
    ("He left three weeks ago.", "three weeks ago", "2024-01-15..2024-01-21 week", "to the week"),
    ("He left six months ago.", "six months ago", "2023-08-01..2023-08-31 month", "to the month"),
    ("He left half an hour ago.", "half an hour ago", "2024-02-07..2024-02-08 range", "perhaps before midnight"),
    ("He left a few days ago.", "a few days ago", "2024-02-03..2024-02-06 range", "two to five, by convention"),
    ("He left several years ago.", "several years ago", "2015-01-01..2021-12-31 range", "three to nine"),
    ("He left nearly two decades ago.", "nearly two decades ago", "1999-01-01..2009-12-31 range", "wide"),
    ("It was 65 million years ago.", "65 million years ago", "?", "before the calendar"),
    ("It was many years ago.", "many years ago", "?", "many is no number"),
    ("Over the past two weeks he fought.", "the past two weeks", "2024-01-25..2024-02-08 range", "a stretch"),
    ("In the last 24 hours he fought.", "the last 24 hours", "2024-02-07..2024-02-08 range", "hours"),
    ("Over the past year he fought.", "the past year", "2023-02-08..2024-02-08 range", "not the calendar year"),
    ("In the next three days he may go.", "the next three days", "2024-02-08..2024-02-11 range", "ahead"),
    # lengths, sets, directions: no days
    ("He fought for three days.", "three days", "?", "a length has no place"),
    ("He fought for weeks.", "weeks", "?", "a vague length"),
    ("A three-day truce.", "three-day", "?", "a compound"),
    ("A month-long siege.", "month-long", "?", "a compound without number"),
    ("He waited half an hour.", "half an hour", "?", "half"),
    ("Prayers every Friday.", "every Friday", "?", "a set"),
    ("They march on Fridays.", "Fridays", "?", "a plural"),
    ("It is shelled daily.", "daily", "?", "an adverb"),
    ("It is shelled twice a week.", "twice a week", "?", "a rate"),
    ("It is now quiet.", "now", "?", "no day"),
    ("He recently left.", "recently", "?", "no day"),
    # feasts
    ("He died on Christmas Eve.", "Christmas Eve", "2023-12-24", "fixed"),
    ("He died on Good Friday.", "Good Friday", "2023-04-07", "reckoned from Easter"),
    ("He died during Ramadan.", "Ramadan", "2023-03-22..2023-04-22 range", "a day of slack for the moon"),
    ("He died after Eid al-Fitr 2023.", "Eid al-Fitr 2023", "2023-04-21..2023-04-25 range", "with its year"),
    ("They will meet after Passover.", "Passover", "2024-04-23..2024-04-29 range", "ahead by tense"),
    ("He died on Yom Kippur.", "Yom Kippur", "2023-09-25", "Hebrew calendar"),
    ("He spoke on Independence Day.", "Independence Day", "?", "which country's?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "days", "why"), CASES, ids=[case[0] for case in CASES])
def test_a_time_is_found_and_reckoned(text: str, words: str, days: str, why: str) -> None:
    found = {mention.span.of(text): told(mention) for mention in times(text)}
    assert found.get(words) == days, f"{why}: {found}"


NO_TIMES = [
    ("He may leave.", "may is a verb"),
    ("May said so.", "May is a name"),
    ("Theresa May spoke.", "a name after a name"),
    ("They march on the city.", "march is a verb"),
    ("The March for Our Lives began.", "a march by name"),
    ("The Women's March began.", "a march by name, at the end"),
    ("The Sunday Times wrote so.", "a newspaper"),
    ("The Mail on Sunday wrote so.", "another"),
    ("USA Today wrote so.", "a third"),
    ("Shops fear Black Friday.", "a day that is a sale"),
    ("The second attack failed.", "second is an ordinal"),
    ("A 24-year-old man left.", "an age"),
    ("He is 24 years old.", "an age in two words"),
    ("Jan Egeland spoke.", "a name"),
    ("He sat there, as the sun rose.", "lower-case words"),
    ("Some 2,000 people left.", "a number of people"),
    ("It cost $2000 to fix.", "money"),
    ("About 2014 soldiers left.", "a number like a year"),
    ("It won 3-1 at home.", "a score"),
    ("April Smith spoke.", "a first name"),
    ("", "nothing"),
    ("💥 محمد", "no English at all"),
]


@pytest.mark.parametrize(("text", "why"), NO_TIMES, ids=[case[0] for case in NO_TIMES])
def test_what_is_no_time(text: str, why: str) -> None:
    assert [mention.span.of(text) for mention in times(text)] == [], why


TOLD_BEFORE = [
    ("The attack was on 7 October 2023. Two days later he fled.", "Two days later", "2023-10-09"),
    ("The attack was on 7 October 2023. He fled two days earlier.", "two days earlier", "2023-10-05"),
    ("The attack was on 7 October 2023. The next day he fled.", "The next day", "2023-10-08"),
    ("The attack was on 7 October 2023. The day before, he fled.", "The day before", "2023-10-06"),
    ("The attack was on 7 October 2023. He fled that night.", "that night", "2023-10-07 night"),
    ("The attack was on 7 October 2023. He fled the same day.", "the same day", "2023-10-07"),
    ("It fell on 7 October 2023. He fled the following week.", "the following week", "2023-10-09..2023-10-15 week"),
    ("The attack was on 7 October 2023. He fled at dawn.", "dawn", "2023-10-07 dawn"),
    ("The attack was on 7 October 2023. It began at 6:30 a.m.", "6:30 a.m.", "2023-10-07"),
    ("It fell in October 2023. That month he fled.", "That month", "2023-10-01..2023-10-31 month"),
    ("It fell on 7 October 2023, the army said on Tuesday. A day later he fled.", "A day later", "2023-10-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "days"), TOLD_BEFORE, ids=[case[1] for case in TOLD_BEFORE])
def test_a_time_is_reckoned_from_the_time_told_before(text: str, words: str, days: str) -> None:
    mention = next(mention for mention in times(text) if mention.span.of(text) == words)
    assert told(mention) == days
    assert mention.reading.anchor is TimeAnchor.TOLD


@pytest.mark.parametrize("words", ["Two days later", "The next day", "The day before", "That night", "The same day"])
def test_without_a_time_told_before_nothing_is_guessed(words: str) -> None:
    (mention,) = times(f"{words}, he fled.")
    assert isinstance(mention.value, Unresolved)
    assert "no time told before" in mention.value.reason


@pytest.mark.parametrize(
    "words",
    ["Wednesday night", "yesterday", "last week", "7 October", "in March", "two days ago", "last summer", "overnight"],
)
def test_without_a_publication_date_nothing_is_guessed(words: str) -> None:
    (mention,) = times(f"He died {words}.", None)
    assert isinstance(mention.value, Unresolved)
    assert mention.value.reason.startswith("no publication date: ")
    assert mention.depends_on_anchor


@pytest.mark.parametrize("words", ["7 October 2023", "in 2021", "the 1990s", "October 2023", "9/11", "2024-02-01"])
def test_a_full_date_needs_no_anchor(words: str) -> None:
    (mention,) = times(f"He died {words}.", None)
    assert isinstance(mention.value, DateInterval)
    assert not mention.depends_on_anchor


def test_a_publication_month_reckons_years_but_no_weekday() -> None:
    text = "He died on Monday. He came last year."
    report = article(text, DateInterval.month(2024, 2))
    monday, last_year = find_times(report, segment(report))
    assert isinstance(monday.value, Unresolved)
    assert "not exact enough" in monday.value.reason
    assert last_year.value == DateInterval.year(2023)


def test_a_dateline_with_a_year_is_the_anchor_where_no_publication_date_is_known() -> None:
    text = "ARBIL, Feb. 8, 2024 (AFP) - Ali علي died on Wednesday 💥."
    line = Dateline(Span(0, 28), Span(0, 5), Span(7, 19))
    blocks = (Block(BlockKind.DATELINE, Span(0, 28)), Block(BlockKind.PARAGRAPH, Span(29, len(text))))
    report = Article(text, blocks, dateline=line)
    (mention,) = find_times(report, segment(report))
    assert mention.value == DateInterval.day(dt.date(2024, 2, 7))
    assert mention.reading.anchor is TimeAnchor.DATELINE


def test_a_dateline_without_a_year_is_no_anchor_by_itself() -> None:
    text = "ARBIL, Feb. 8 (AFP) - Ali died on Wednesday."
    line = Dateline(Span(0, 22), Span(0, 5), Span(7, 13))
    blocks = (Block(BlockKind.DATELINE, Span(0, 22)), Block(BlockKind.PARAGRAPH, Span(22, len(text))))
    report = Article(text, blocks, dateline=line)
    (mention,) = find_times(report, segment(report))
    assert isinstance(mention.value, Unresolved)


def test_a_dateline_makes_a_publication_month_exact() -> None:
    text = "ARBIL, Feb. 8 (AFP) - Ali died on Wednesday."
    line = Dateline(Span(0, 22), Span(0, 5), Span(7, 13))
    blocks = (Block(BlockKind.DATELINE, Span(0, 22)), Block(BlockKind.PARAGRAPH, Span(22, len(text))))
    published = Published(DateInterval.month(2024, 2), PublishedFrom.URL)
    report = Article(text, blocks, published=published, dateline=line)
    (mention,) = find_times(report, segment(report))
    assert mention.value == DateInterval.day(dt.date(2024, 2, 7))


def test_29_february_is_the_last_one_that_there_was() -> None:
    (mention,) = times("He died on 29 February.", dt.date(2023, 6, 1))
    assert mention.value == DateInterval.day(dt.date(2020, 2, 29))


def test_a_headline_with_to_looks_ahead() -> None:
    text = "Leaders to meet on Friday"
    report = article(text, DateInterval.day(PUBLISHED), BlockKind.TITLE)
    (mention,) = find_times(report, segment(report))
    assert mention.value == DateInterval.day(dt.date(2024, 2, 9))


@pytest.mark.parametrize(
    ("text", "clock", "zone"),
    [
        ("It fell at 10:30 p.m. on Monday.", "22:30", None),
        ("It fell at 1430 GMT on Monday.", "14:30", "GMT"),
        ("It fell on Monday at 10 a.m. local time.", "10:00", "local time"),
        ("It fell at 12 a.m. Monday.", "00:00", None),
        ("It fell around 6 o’clock on Monday.", "06:00", None),
    ],
)
def test_hours_and_zones_are_kept_and_move_no_day(text: str, clock: str, zone: str | None) -> None:
    (mention,) = times(text)
    assert (mention.reading.clock, mention.reading.zone) == (clock, zone)
    assert mention.kind is TimeKind.TIME
    assert mention.value == DateInterval.day(dt.date(2024, 2, 5))


@pytest.mark.parametrize(
    ("text", "kind", "timex", "modifier"),
    [
        ("On Wednesday night he died.", TimeKind.TIME, "2024-02-07TNI", None),
        ("He came last week.", TimeKind.DATE, "2024-W05", None),
        ("He came late last month.", TimeKind.DATE, "2024-01", TimeModifier.END),
        ("He came in early 1998.", TimeKind.DATE, "1998", TimeModifier.START),
        ("He fought for nearly two years.", TimeKind.DURATION, "P2Y", TimeModifier.LESS_THAN),
        ("He fought at least 24 hours.", TimeKind.DURATION, "PT24H", TimeModifier.AT_LEAST),
        ("He fought for two and a half years.", TimeKind.DURATION, "P2.5Y", None),
        ("He fought for several weeks.", TimeKind.DURATION, "PXW", None),
        ("He fought every two hours.", TimeKind.SET, "PT2H", None),
        ("They march every Friday.", TimeKind.SET, "XXXX-WXX-5", None),
        ("It fell in the winter of 2014.", TimeKind.DATE, "2014-WI", None),
        ("It fell in the 1990s.", TimeKind.DATE, "199", None),
        ("It is quiet now.", TimeKind.DATE, "PRESENT_REF", None),
        ("Sales in the third quarter fell.", TimeKind.DATE, "2023-Q3", None),
    ],
)
def test_types_values_and_modifiers_are_those_of_timex3(
    text: str, kind: TimeKind, timex: str, modifier: TimeModifier | None
) -> None:
    (mention,) = times(text)
    assert (mention.kind, mention.reading.timex, mention.reading.modifier) == (kind, timex, modifier)


@pytest.mark.parametrize("mark", ["’s", "'s"])
def test_a_possessive_is_not_part_of_the_time(mark: str) -> None:
    text = f"Wednesday{mark} strike"
    assert [mention.span.of(text) for mention in times(text)] == ["Wednesday"]


def test_a_night_of_a_weekday_keeps_its_part() -> None:
    (mention,) = times("He died on Wednesday night.")
    assert mention.value == DateInterval.day(dt.date(2024, 2, 7), DayPart.NIGHT)


PIECES = st.sampled_from(
    "last next two 31 February 29 days ago Friday night the of , . 2024 10:30 a.m. March May every 1990s mid-1998 later"
    " 99999999 million years century Ramadan week weekend 9/11 00/00/2000 2024-02-30 early end 💥 علي 's GMT 2500 hours"
    " quarter third decade Easter overnight into half an hour until before 0 32nd".split()
)
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@given(st.lists(PIECES, max_size=14), DAYS)
@settings(max_examples=400, deadline=None)
def test_any_row_of_words_gives_times_in_order_that_do_not_overlap(pieces: list[str], day: dt.date) -> None:
    text = " ".join(pieces)
    reached = 0
    for mention in times(text, day):
        assert mention.span.start >= reached
        reached = mention.span.end
        if isinstance(mention.value, DateInterval):
            assert mention.value.earliest <= mention.value.latest
    assert reached <= len(text)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_a_weekday_in_the_past_is_one_of_the_last_seven_days(day: dt.date, weekday: int) -> None:
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    (mention,) = times(f"He died on {name}.", day)
    assert isinstance(mention.value, DateInterval)
    assert mention.value.earliest.weekday() == weekday
    assert 0 <= (day - mention.value.earliest).days < 7


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_days_ago_are_counted_exactly(day: dt.date, count: int) -> None:
    (mention,) = times(f"He died {count} days ago.", day)
    assert mention.value == DateInterval.day(day - dt.timedelta(days=count))


def test_time_grows_with_the_length_and_no_faster() -> None:
    text = "He died on the night of Friday 3 February. " * 2_000
    report = article(text, DateInterval.day(PUBLISHED))
    sentences = segment(report)
    assert len(find_times(report, sentences)) == 2_000
    assert least_seconds(lambda: find_times(report, sentences), enough=5.0) <= 5.0


def test_one_long_sentence_takes_no_longer() -> None:
    text = "the last two the last two " * 8_000
    report = article(text, DateInterval.day(PUBLISHED))
    sentences = segment(report)
    assert least_seconds(lambda: find_times(report, sentences), enough=5.0) <= 5.0
