import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from handmade import PRODUCER, FakeAnnotator, article, extraction_of, fake_stages

from onrecord.core.article import Article
from onrecord.core.errors import InputError, SettingsError
from onrecord.core.extraction import Extraction, Skipped, SkipReason
from onrecord.core.spans import Span
from onrecord.run.inputs import Input
from onrecord.run.reader import Reader, day_of
from onrecord.run.soundness import UnsoundExtractionError, check
from onrecord.store.rows import AlreadyThere, Read


def test_a_text_is_read_to_an_extraction() -> None:
    extraction = Reader(stages=fake_stages()).read("Two more 🙂 lines.", url="https://x.example/1")
    assert extraction.article.text.endswith("Two more 🙂 lines.")
    assert extraction.article.url == "https://x.example/1"
    assert extraction.producer == PRODUCER


def test_an_article_is_read_as_it_is() -> None:
    assert Reader(stages=fake_stages()).read(article()) == extraction_of(article())


def test_a_text_without_a_report_is_an_error_that_names_the_reason() -> None:
    with pytest.raises(InputError, match=r"not-an-article.*a list of other reports"):
        Reader(stages=fake_stages()).read("skip this")


def test_a_date_that_is_none_is_an_error_that_says_how_to_write_one() -> None:
    with pytest.raises(SettingsError, match="2024-13-01"):
        Reader(stages=fake_stages()).read("text", published="2024-13-01")


def test_many_reports_give_one_result_each_in_their_order() -> None:
    reports: list[str | Article | Input | Skipped] = [f"Nr {number}." for number in range(30)]
    loss = Skipped("gone.txt", "ingest", SkipReason.MISSING, "gone")
    reports[3:3] = [article(ending=" An article."), loss, Input("page.txt", b"An input."), "skip"]
    results = list(Reader(stages=fake_stages()).read_many(reports))
    assert len(results) == len(reports)
    endings = [one.article.text[-5:] if isinstance(one, Extraction) else one.reason.value for one in results]
    assert endings[:8] == ["Nr 0.", "Nr 1.", "Nr 2.", "icle.", "missing", "nput.", "not-an-article", "Nr 3."]


def test_several_threads_give_what_one_gives() -> None:
    reader = Reader(stages=fake_stages())
    reports = [f"Nr {number}." for number in range(30)]
    assert list(reader.read_many(reports)) == [reader.read(report) for report in reports]


def test_a_fault_of_ours_skips_one_report_with_its_traceback_and_the_others_go_on() -> None:
    reader = Reader(stages=fake_stages(FakeAnnotator(fails_on="Nr 1.")))
    first, second, third = reader.read_many(["Nr 0.", "Nr 1.", "Nr 2."])
    assert isinstance(first, Extraction)
    assert isinstance(third, Extraction)
    assert isinstance(second, Skipped)
    assert (second.reason, second.stage) == (SkipReason.BUG, "annotate")
    assert "ZeroDivisionError: a bug, made for the test" in second.detail
    assert "handmade.py" in second.detail


def test_a_single_report_lets_a_fault_of_ours_through() -> None:
    with pytest.raises(ZeroDivisionError):
        Reader(stages=fake_stages(FakeAnnotator(fails_on="Nr 1."))).read("Nr 1.")


def test_a_known_article_is_not_annotated_again() -> None:
    annotator = FakeAnnotator()
    reader = Reader(stages=fake_stages(annotator))
    result = reader.attempt(Input("a.txt", b"Once."), is_known=lambda _: True)
    assert isinstance(result, AlreadyThere)
    assert annotator.texts == []
    assert isinstance(reader.attempt(Input("a.txt", b"Once."), is_known=lambda _: False), Read)
    assert len(annotator.texts) == 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        ("2024-02-08", dt.date(2024, 2, 8)),
        (" 2024-02-08 ", dt.date(2024, 2, 8)),
        (dt.date(2024, 2, 8), dt.date(2024, 2, 8)),
        (dt.datetime(2024, 2, 8, 23, 59, tzinfo=dt.UTC), dt.date(2024, 2, 8)),
    ],
)
def test_a_day_may_be_given_as_text_or_date(given: str | dt.date | None, expected: dt.date | None) -> None:
    assert day_of(given) == expected


@pytest.mark.parametrize("given", ["2024-13-01", "2024-02-30", "8 February", "08/02/2024", "", "2024"])
def test_a_day_that_is_not_one_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="is no date"):
        day_of(given)


def test_the_handmade_extraction_is_sound() -> None:
    check(extraction_of(article()))


def spoil_event(extraction: Extraction) -> Extraction:
    return dataclasses.replace(
        extraction, events=(dataclasses.replace(extraction.events[0], statements=("s9",)), *extraction.events[1:])
    )


def spoil_statement(**changes: object) -> Callable[[Extraction], Extraction]:
    def spoil(extraction: Extraction) -> Extraction:
        first, second, *rest = extraction.statements
        return dataclasses.replace(extraction, statements=(first, dataclasses.replace(second, **changes), *rest))

    return spoil


def spoil_trigger(extraction: Extraction) -> Extraction:
    far = dataclasses.replace(extraction.events[0], trigger=Span(10_000, 10_001))
    return dataclasses.replace(extraction, events=(far, *extraction.events[1:]))


def spoil_role(extraction: Extraction) -> Extraction:
    role = dataclasses.replace(extraction.events[0].roles[0], entity="n77")
    event = dataclasses.replace(extraction.events[0], roles=(role,))
    return dataclasses.replace(extraction, events=(event, *extraction.events[1:]))


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (spoil_event, "e1 names s9"),
        (spoil_statement(events=("e7",)), "s1 names e7"),
        (spoil_statement(parent="s8"), "s1 names s8"),
        (spoil_statement(parent=None), "s1 has no parent"),
        (spoil_statement(about="n50"), "s1 names n50"),
        (spoil_statement(id="s2"), "s2 is there twice"),
        (spoil_statement(content=(Span(5, 9_999),)), "s1 has a span 5–9999 outside"),
        (spoil_trigger, "e1 has a span"),
        (spoil_role, "e1 names n77"),
    ],
)
def test_an_extraction_that_does_not_hang_together_is_named_as_our_fault(
    spoil: Callable[[Extraction], Extraction], fault: str
) -> None:
    with pytest.raises(UnsoundExtractionError, match=fault):
        check(spoil(extraction_of(article())))


def test_an_unsound_extraction_does_not_leave_the_reader() -> None:
    stages = fake_stages()
    spoiled = dataclasses.replace(stages, interpret=lambda report, _: spoil_event(extraction_of(report)))
    (result,) = Reader(stages=spoiled).read_many(["Nr 1."])
    assert isinstance(result, Skipped)
    assert (result.reason, result.stage) == (SkipReason.BUG, "interpret")
