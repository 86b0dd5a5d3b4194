"""The whole way of a report with the shipped weights: from a copied page to events, statements and offsets."""

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.extraction import Event, EventPlace, EventTime, Extraction, PlaceLink, Skipped, Source, Statement
from onrecord.core.ontology import Act, Harm, Manner, Role
from onrecord.core.spans import Span
from onrecord.ingest import read_text
from onrecord.store.json_form import dumps

# The facts of a well-known report, in words of our own, as they come when a reader copies the whole page.
COPIED = """copy short urlprintemail
+ A
A -
Qatar tribune

Iraq has condemned a US drone strike in Baghdad that killed a leader of an Iran-linked militia, warning that the foreign
coalition has become a “burden for the country”.

Army spokesperson Yahya Rasool said on Thursday that further raids by the US would force the government to send the
coalition home.

On Wednesday night, a senior commander of Kataib Hezbollah, an armed group that the Pentagon linked to an attack that
killed three US soldiers in Jordan, died in a drone strike on a car in eastern Baghdad, two security officials said.

“They kill on our soil again and again,” Rasool said. “They ask nobody.” US Secretary of State Antony Blinken said
Washington was “hitting back so that the war does not spread”, according to Al Jazeera’s Shihab Rattansi, reporting
from the US capital.

Tehran speaks of terror

Iranian Foreign Ministry spokesperson Nasser Kanaani has condemned Wednesday’s US drone strike in Baghdad as “terror by
a state”.

A military spokesperson for Prime Minister Shia al-Sudani also accused the US of trying “to drag Iraq into the war”.
(Agencies)

copy short url   Copy
"""

PAGE = """<!doctype html><html lang="en"><head><title>Iraq condemns US strike | Qatar Tribune</title>
<meta property="og:site_name" content="Qatar Tribune"><meta property="article:published_time" content="2024-02-08">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Iraq condemns US strike</h1>
<div class="tools"><a>copy short url</a> <a>print</a> <a>email</a> <a>+ A</a> <a>A -</a></div>{paragraphs}</article>
<footer>Copyright Qatar Tribune</footer></body></html>"""


def paragraphs() -> list[str]:
    """The paragraphs of the copied page, without its controls and its publisher line."""
    parts = [" ".join(part.split()) for part in COPIED.split("\n\n")]
    return parts[1:-1]


@pytest.fixture(scope="module")
def copied() -> Extraction:
    return onrecord.read(COPIED, published="2024-02-08")


@pytest.fixture(scope="module")
def page() -> Extraction:
    body = "".join(f"<p>{part}</p>" for part in paragraphs())
    return onrecord.read(PAGE.replace("{paragraphs}", body))


def words(extraction: Extraction, span: Span) -> str:
    return span.of(extraction.article.text)


def event_of(extraction: Extraction, kind: str) -> Event:
    return next(event for event in extraction.events if event.kind == kind)


def fillers(extraction: Extraction, event: Event, role: Role) -> list[str]:
    return [words(extraction, filler.span) for filler in event.roles if filler.role is role]


def statements_by(extraction: Extraction, name: str) -> list[Statement]:
    return [
        statement
        for statement in extraction.statements
        if isinstance(statement.source, Source) and name in words(extraction, statement.source.span)
    ]


def test_no_page_control_is_in_the_text(copied: Extraction) -> None:
    assert "copy short" not in copied.article.text
    assert "+ A" not in copied.article.text
    assert {item.kind.value for item in copied.article.left_out} == {"page-controls"}


def test_publisher_and_agency_are_read_off_the_page(copied: Extraction) -> None:
    assert (copied.article.publisher, copied.article.agency) == ("Qatar Tribune", "Agencies")


def each_way() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("way", ["copied", "page"])


@each_way()
def test_the_drone_strike_is_on_record(way: str, request: pytest.FixtureRequest) -> None:
    extraction = request.getfixturevalue(way)
    event = event_of(extraction, "drone-strike")
    assert "US" in " ".join(fillers(extraction, event, Role.INITIATOR))
    assert any("commander of Kataib Hezbollah" in filler for filler in fillers(extraction, event, Role.VICTIM))
    assert "drone" in fillers(extraction, event, Role.INSTRUMENT)
    assert isinstance(event.place, EventPlace)
    assert isinstance(event.place.value, PlaceLink)
    assert (event.place.value.name, event.place.value.country) == ("Baghdad", "IQ")
    assert [(toll.harm, toll.low, toll.high) for toll in event.tolls] == [(Harm.KILLED, 1, 1)]
    assert isinstance(event.time, EventTime)
    assert words(extraction, event.time.span) == "Wednesday night"
    assert event.time.value.earliest == dt.date(2024, 2, 7)  # type: ignore[union-attr]


@each_way()
def test_the_attack_in_jordan_is_another_event_on_the_pentagons_word(way: str, request: pytest.FixtureRequest) -> None:
    extraction = request.getfixturevalue(way)
    event = next(e for e in extraction.events if any(toll.low == 3 for toll in e.tolls))
    assert event.kind == "attack"
    assert isinstance(event.place, EventPlace)
    assert words(extraction, event.place.span) == "Jordan"
    [pentagon] = statements_by(extraction, "Pentagon")
    assert pentagon.id in event.statements
    assert event.background


@each_way()
def test_who_speaks_inside_whom(way: str, request: pytest.FixtureRequest) -> None:
    extraction = request.getfixturevalue(way)
    [blinken] = statements_by(extraction, "Blinken")
    [rattansi] = statements_by(extraction, "Rattansi")
    assert blinken.parent == rattansi.id
    assert rattansi.said_at is not None
    assert words(extraction, rattansi.said_at) == "the US capital"
    assert rattansi.via == "Al Jazeera"


@each_way()
def test_acts_are_those_of_the_cues(way: str, request: pytest.FixtureRequest) -> None:
    extraction = request.getfixturevalue(way)
    [kanaani] = statements_by(extraction, "Kanaani")
    [spokesperson] = statements_by(extraction, "al-Sudani")
    assert (kanaani.act, spokesperson.act) == (Act.CONDEMN, Act.ACCUSE)
    entities = {entity.id: entity.name for entity in extraction.entities}
    assert isinstance(spokesperson.source, Source)
    assert "spokesperson" in entities[spokesperson.source.entity or ""]


@each_way()
def test_direct_quotations_have_their_exact_extents(way: str, request: pytest.FixtureRequest) -> None:
    extraction = request.getfixturevalue(way)
    direct = [s for s in statements_by(extraction, "Rasool") if s.manner is Manner.DIRECT]
    quoted = [words(extraction, quote) for statement in direct for quote in statement.quotes]
    assert quoted == ["“They kill on our soil again and again,”", "“They ask nobody.”"]


def test_without_a_date_the_weekday_stays_unresolved() -> None:
    event = event_of(onrecord.read(COPIED), "drone-strike")
    assert isinstance(event.time, EventTime)
    assert "no publication date" in event.time.value.reason  # type: ignore[union-attr]


def test_the_same_input_gives_the_same_bytes(copied: Extraction) -> None:
    assert dumps(onrecord.read(COPIED, published="2024-02-08")) == dumps(copied)


def test_rewrapped_lines_change_nothing() -> None:
    wide = "\n\n".join(" ".join(part.split()) for part in COPIED.split("\n\n")[1:-1])
    narrow = re.sub(r"(.{30}\S*) ", r"\1\n", wide)
    assert dumps(onrecord.read(wide)) == dumps(onrecord.read(narrow))


# ------------------------------------------------------------------ nothing breaks it

HOSTILE = {
    "one character": "x",
    "emoji": "🔥🕊️👩‍👩‍👧 " * 40,
    "Arabic": "قُتل ثلاثة جنود في هجوم على بغداد، بحسب المتحدث. " * 5,
    "bidi controls": "The army \u202eshelled\u202c \u2067حلب\u2069 on Monday, residents said. " * 3,
    "unbalanced quotes": '“He said ‘no” and "yes, said the mayor. “Never. ” ’ ' * 60,
    "NUL": "The army\0 shelled\0 Aleppo on Monday, a resident said.",
    "a line of a megabyte": "x" * 1_000_000,
    "combining marks": "The army shelled Ale\u0301ppo\u0300\u0301\u0302 " * 20,
    "only stops": "... ?! ; : , " * 200,
}


def every_span(extraction: Extraction) -> list[Span]:
    spans = [mention.span for entity in extraction.entities for mention in entity.mentions]
    for event in extraction.events:
        spans += [event.trigger, *event.mentions, *(filler.span for filler in event.roles)]
        spans += [toll.span for toll in event.tolls]
    for statement in extraction.statements:
        spans += [*statement.content, *statement.quotes, *([statement.cue] if statement.cue else [])]
    return spans


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_or_refused_with_a_reason(text: str) -> None:
    article = read_text(text)
    if isinstance(article, Skipped):
        assert article.detail
        return
    extraction = READER.read(article)
    assert all(span.of(extraction.article.text) for span in every_span(extraction))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("The army shelled Aleppo, “said” 'a' mayor.\n\0\u202e🔥حلب \"12"), max_size=120))
def test_whatever_the_text_every_span_lies_in_it(text: str) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()
    extraction = READER.read(Article(text, blocks, language="en"))
    assert extraction.article.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in every_span(extraction))
    ids = {statement.id for statement in extraction.statements}
    assert all(statement.parent in ids for statement in extraction.statements[1:])


READER = onrecord.Reader()


def test_all_that_is_said_leads_to_the_publisher(copied: Extraction) -> None:
    parents = {statement.id: statement.parent for statement in copied.statements}
    for start in parents:
        chain = [start]
        while (parent := parents[chain[-1]]) is not None and len(chain) <= len(parents):
            chain.append(parent)
        assert chain[-1] == "s0"


def test_shells_that_hit_a_market_are_shelling() -> None:
    read = onrecord.read("At least 31 people were killed when artillery shells hit a crowded market in El Fasher.")
    assert [event.kind for event in read.events] == ["shelling"]
    assert fillers(read, read.events[0], Role.TARGET) == ["a crowded market"]


def test_a_bare_denial_is_on_the_ledger_and_tied_to_the_event() -> None:
    read = onrecord.read("An air strike hit a market in Saraqib, residents said. The army denied responsibility.")
    [army] = statements_by(read, "army")
    assert (army.act, army.content) == (Act.DENY_RESPONSIBILITY, ())
    assert army.id in event_of(read, "air-strike").statements


def test_nobody_is_no_speaker() -> None:
    read = onrecord.read("A bomb killed two guards in Quetta, police said. No group has claimed responsibility.")
    assert [words(read, s.source.span) for s in read.statements if isinstance(s.source, Source)] == ["police"]


def test_a_quotation_that_ends_a_clause_is_part_of_what_is_said() -> None:
    read = onrecord.read('President Volodymyr Zelenskyy condemned the strike on Kharkiv as "pure terror" on Friday.')
    [zelenskyy] = statements_by(read, "Zelenskyy")
    assert [words(read, quote) for quote in zelenskyy.quotes] == ['"pure terror"']


def test_who_passes_words_on_stands_around_who_said_them() -> None:
    read = onrecord.read("“They will pay,” Prime Minister Shehbaz Sharif said, according to his office, on Saturday.")
    [sharif] = statements_by(read, "Sharif")
    [office] = statements_by(read, "office")
    assert sharif.parent == office.id


def test_an_attack_that_is_condemned_is_the_content() -> None:
    read = onrecord.read("A bomb killed two guards in Quetta on Friday. The prime minister condemned the attack.")
    [minister] = statements_by(read, "minister")
    assert (minister.act, [words(read, part) for part in minister.content]) == (Act.CONDEMN, ["the attack"])


def test_a_killing_named_in_the_headline_does_not_swallow_another_attack() -> None:
    read = onrecord.read(
        "Anger after Baghdad killing\n\nKataib Hezbollah carried out an attack that killed three US soldiers in "
        "Jordan, the Pentagon said."
    )
    places = [words(read, event.place.span) for event in read.events if isinstance(event.place, EventPlace)]
    assert places == ["Baghdad", "Jordan"]
    assert [toll.low for toll in event_of(read, "attack").tolls] == [3]


def test_who_did_not_claim_responsibility_made_no_claim() -> None:
    read = onrecord.read(
        "A bomb killed seven people in Mogadishu. Al Shabaab did not immediately claim responsibility."
    )
    assert not statements_by(read, "Shabaab")


def test_a_small_namesake_in_another_country_is_no_place() -> None:
    read = onrecord.read("Turkish jets bombed targets in Gara in northern Iraq on Saturday, the army said.")
    found = [
        e.place.value for e in read.events if isinstance(e.place, EventPlace) and isinstance(e.place.value, PlaceLink)
    ]
    assert all(place.country == "IQ" for place in found)
