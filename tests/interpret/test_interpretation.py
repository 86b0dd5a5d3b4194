"""Laws of every extraction, over reports put together at random."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from stopwatch import growth
from tests.interpret.reports import PRODUCER, Report, gazetteer, report

from onrecord.core.annotations import Annotations, Attribution, Mention, MentionForm, MentionKind
from onrecord.core.extraction import ROOT_STATEMENT, EventPlace, EventTime, Extraction, Source
from onrecord.core.ontology import Manner
from onrecord.core.spans import Span
from onrecord.interpret import interpret

CLAUSES = (
    "the army shelled/V Aden on Monday",
    "a drone strike killed/V three people in eastern Baghdad",
    "rebels attacked/V a camp",
    "five villagers were killed/V when gunmen opened/V fire",
    "US forces will withdraw/V",
    "an earthquake hit/V Herat",
    "it did not bomb/V the market 😀",
    "يوسف الهادي left/V Iraq",
    "clashes between the army and rebels went/V on",
    "two men, one of whom fled/V, were arrested/V",
    "an ally that/O the ministry linked/V to an attack that/O killed/V six, fled/V",
    "talks in Geneva failed/V",
)
FRAMES = (
    "{}.",
    "Yusuf al-Hadi said/V {}.",
    "“{},” said/V Yusuf al-Hadi.",
    "“{}”, he said/V on Thursday, “and {}”.",
    "{}, according/V to Reuters.",
    "According/V to the ministry, two officials said/V {}.",
    "Iran condemned/V the attack, saying/V that {}.",
    "The militia denied/V that {}, adding/V that {}.",
    "{}, residents said/V, and {}.",
    "“{}.",
    "{}” and ‘{}’ and 'they' said/V.",
    "The army accused/V rebels of lying/V; {}.",
    "Washington “warned/V” that {}",
)
LABELS = {"Yusuf al-Hadi": "person", "Aden": "place", "Baghdad": "place", "Washington": "place", "Reuters": "media"}


@st.composite
def reports(draw: st.DrawFn) -> Report:
    def sentence() -> str:
        frame = draw(st.sampled_from(FRAMES))
        return frame.format(*(draw(st.sampled_from(CLAUSES)) for _ in range(frame.count("{}"))))

    paragraphs = [" ".join(sentence() for _ in range(draw(st.integers(1, 3)))) for _ in range(draw(st.integers(1, 3)))]
    whole = " ".join(paragraphs)
    return report(
        *paragraphs,
        title=draw(st.sampled_from([None, "Strike/N kills/V three in Aden"])),
        names={name: kind for name, kind in LABELS.items() if name in whole},
        published=draw(st.sampled_from([None, "2024-02-08"])),
    )


@st.composite
def disturbed(draw: st.DrawFn) -> Report:
    """A report whose annotator has found names and attributions at random words, within a sentence or across."""
    base = draw(reports())
    tokens = [token.span for sentence in base.annotations.sentences for token in sentence.tokens]

    def span() -> Span:
        first = draw(st.integers(0, len(tokens) - 1))
        return Span(tokens[first].start, tokens[draw(st.integers(first, min(len(tokens) - 1, first + 12)))].end)

    mentions = tuple(
        Mention(draw(st.sampled_from(list(MentionKind))), draw(st.sampled_from(list(MentionForm))), s, s, 0.5)
        for s in (span() for _ in range(draw(st.integers(0, 4))))
    )
    attributions = tuple(
        Attribution(span(), tuple(span() for _ in range(draw(st.integers(0, 1)))), (span(),), 0.5)
        for _ in range(draw(st.integers(0, 3)))
    )
    known = base.annotations
    return Report(base.article, Annotations(known.sentences, (*known.mentions, *mentions), attributions=attributions))


slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def all_spans(extraction: Extraction) -> list[Span]:
    spans = [mention.span for entity in extraction.entities for mention in entity.mentions]
    for event in extraction.events:
        spans += [event.trigger, *event.mentions, *(f.span for f in event.roles), *(t.span for t in event.tolls)]
        spans += [value.span for value in (event.time, event.place) if isinstance(value, EventTime | EventPlace)]
    for statement in extraction.statements:
        spans += [*statement.content, *statement.quotes, *([statement.cue] if statement.cue else [])]
        spans += [statement.source.span] if isinstance(statement.source, Source) else []
        spans += [statement.said.span] if statement.said else []
        spans += [statement.said_at] if statement.said_at else []
    return spans


@slow
@given(reports())
def test_who_is_quoted_directly_is_quoted_to_the_marks_where_all_are_closed(r: Report) -> None:
    assume(all(quote.of(r.text)[-1] in '”"»' for quote in r.quotes.ranges))
    edges = {span.start for span in r.quotes.ranges} | {span.end for span in r.quotes.ranges}
    for statement in r.statements:
        if statement.manner is Manner.DIRECT:
            assert all(quote.start in edges and quote.end in edges for quote in statement.quotes)


@slow
@given(reports())
def test_every_value_stands_on_words_of_the_text(r: Report) -> None:
    for span in all_spans(r.extraction):
        assert span.end <= len(r.text)
        assert span.of(r.text).strip()


@slow
@given(reports())
def test_every_statement_reaches_the_publishers_own_voice(r: Report) -> None:
    parents = {statement.id: statement.parent for statement in r.extraction.statements}
    assert [identity for identity, parent in parents.items() if parent is None] == [ROOT_STATEMENT]
    for identity in parents:
        at: str | None = identity
        for _ in parents:
            if at == ROOT_STATEMENT:
                break
            at = parents[at] if at is not None else None
        assert at == ROOT_STATEMENT


@slow
@given(reports())
def test_nobody_is_quoted_saying_who_says_it(r: Report) -> None:
    for statement in r.statements:
        for part in statement.content:
            assert statement.cue is None or not part.overlaps(statement.cue)
            assert not isinstance(statement.source, Source) or not part.overlaps(statement.source.span)


@slow
@given(reports())
def test_a_statement_stands_inside_what_its_parent_says(r: Report) -> None:
    by_id = {statement.id: statement for statement in r.extraction.statements}
    for statement in r.statements:
        assert statement.cue is not None
        assert statement.parent is not None
        parent = by_id[statement.parent]
        assert any(part.holds(statement.cue) for part in parent.content)


@slow
@given(reports())
def test_quotations_lie_inside_the_content_and_inside_marks(r: Report) -> None:
    for statement in r.statements:
        for quote in statement.quotes:
            assert any(part.holds(quote) for part in statement.content)
            assert any(marked.holds(quote) for marked in r.quotes.ranges)


@slow
@given(reports())
def test_ids_are_named_that_are_there(r: Report) -> None:
    x = r.extraction
    entities = {entity.id for entity in x.entities}
    events = {event.id for event in x.events}
    statements = {statement.id for statement in x.statements}
    for event in x.events:
        assert event.statements
        assert set(event.statements) <= statements
        assert {f.entity for f in event.roles if f.entity} <= entities
    for statement in x.statements:
        assert set(statement.events) <= events
        assert statement.about is None or statement.about in entities
    assert len(entities) == len(x.entities)
    assert len(statements) == len(x.statements)


@slow
@given(reports())
def test_the_events_of_a_statement_are_those_that_stand_on_it(r: Report) -> None:
    by_id = {statement.id: statement for statement in r.extraction.statements}
    for event in r.events:
        for identity in event.statements:
            assert event.id in by_id[identity].events


@slow
@given(reports())
def test_a_mention_belongs_to_one_entity_and_a_trigger_to_one_event(r: Report) -> None:
    names = [m.span for e in r.extraction.entities for m in e.mentions if m.form is not MentionForm.NOMINAL]
    assert len(names) == len(set(names))
    triggers = [span for event in r.events for span in event.mentions]
    assert len(triggers) == len(set(triggers))
    for event in r.events:
        assert event.trigger in event.mentions


@slow
@given(reports())
def test_the_same_report_gives_the_same_extraction(r: Report) -> None:
    assert interpret(r.article, r.annotations, gazetteer(), PRODUCER) == r.extraction


@slow
@given(disturbed())
def test_annotations_at_random_places_break_no_law(r: Report) -> None:
    x = r.extraction
    assert all(span.end <= len(r.text) for span in all_spans(x))
    parents = {statement.id: statement.parent for statement in x.statements}
    for identity in parents:
        steps, at = 0, identity
        while (parent := parents[at]) is not None:
            at, steps = parent, steps + 1
            assert steps <= len(parents)
        assert at == ROOT_STATEMENT
    for statement in x.statements[1:]:
        assert all(statement.cue is None or not part.overlaps(statement.cue) for part in statement.content)


@pytest.mark.parametrize(
    "text", [".", "😀", "…", "“", "”", "‘’", "قصف", "said/V", "said/V.", "attack/V", "that/O", ",", "'s"]
)
def test_the_smallest_reports_are_read(text: str) -> None:
    assert report(text).extraction.statements[0].id == ROOT_STATEMENT


def test_a_report_of_nothing_has_the_publishers_voice_and_nothing_else() -> None:
    x = report().extraction
    assert (x.entities, x.events, len(x.statements)) == ((), (), 1)


def test_what_the_reader_says_of_itself_is_handed_on() -> None:
    r = report("Rebels/N fled/V.")
    assert r.extraction.producer == PRODUCER
    assert r.extraction.article is r.article


@pytest.mark.parametrize(
    "sentence",
    [
        "“We left/V,” he said/V. ",
        "Rebels/N attacked/V Aden. ",
        "The group that/O fled/V, ",
        "The group that/O fled/V and ",
        "a and ",
    ],
)
def test_a_report_four_times_as_long_takes_no_more_than_a_few_times_the_time(sentence: str) -> None:
    def read(times: int) -> None:
        _ = report(sentence * times).extraction

    read(5)
    assert growth(read, 40, 160) < 12
