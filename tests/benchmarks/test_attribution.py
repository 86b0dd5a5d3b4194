"""Spans, links and manners of attributions: worked by hand."""

from pathlib import Path

import pytest
from benchmarks.attribution import (
    ATTRIBUTION,
    Shares,
    Told,
    figures_of,
    links,
    manner_shown,
    manners,
    span_counts,
    told_by_product,
)
from benchmarks.brat import AttributedText, AttributionParts, Part
from benchmarks.command import measured
from benchmarks.readers import Doors
from tests.benchmarks.fakes import FakeAnnotator, FakeProduct

from onrecord.core.annotations import Annotations, Attribution
from onrecord.core.article import Article
from onrecord.core.extraction import Extraction, Producer, Source, Statement, Unresolved
from onrecord.core.ontology import Act, Manner
from onrecord.core.spans import Span

TEXT = 'علي said: “We left 🕊 Hatra.” Police denied it, Ali said, and the army "regrets" that.'


def at(*pieces: str) -> tuple[Part, ...]:
    """Where the pieces stand in TEXT."""
    return tuple((TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)


def parts(source: str, cue: str, *content: str) -> AttributionParts:
    return AttributionParts(at(source) if source else (), at(cue), at(*content))


FIRST = parts("علي", "said", "“We left 🕊 Hatra.”")
SECOND = parts("Ali", "said", "Police denied it", "and the army")
NESTED = parts("Police", "denied", "it")


def test_a_content_in_two_parts_is_one_unit() -> None:
    counts = span_counts(TEXT, [SECOND], [SECOND])
    assert counts["content_exact"].gold == 1
    assert counts["content_exact"].right == 1


def test_the_cut_into_parts_and_white_space_at_their_ends_do_not_matter() -> None:
    whole = parts("علي", "said", "“We left 🕊 Hatra.” ")
    divided = parts("علي", "said", "“We left", " 🕊 Hatra.”")
    assert span_counts(TEXT, [whole], [divided])["content_exact"].right == 1


def test_one_character_less_is_not_exact_and_still_overlaps() -> None:
    counts = span_counts(TEXT, [FIRST], [parts("علي", "said", "We left 🕊 Hatra.”")])
    assert counts["content_exact"].right == 0
    assert counts["content_overlap"].right == 1


def test_one_long_content_overlaps_only_one_of_two_gold_ones() -> None:
    counts = span_counts(TEXT, [FIRST, NESTED], [AttributionParts((), at("said"), ((0, len(TEXT)),))])
    assert (counts["content_overlap"].right, counts["content_overlap"].f1) == (1, 66.67)


def test_a_source_of_two_attributions_is_one_span() -> None:
    other = parts("علي", "denied", "it")
    assert span_counts(TEXT, [FIRST, other], [FIRST])["source_exact"].gold == 1


def test_a_role_that_is_not_there_is_no_answer_to_find() -> None:
    counts = span_counts(TEXT, [parts("", "said", "it")], [])
    assert (counts["source_exact"].gold, counts["cue_exact"].gold) == (0, 1)


def test_a_link_is_right_where_the_best_fitting_content_has_the_source() -> None:
    assert links(TEXT, [FIRST], [Told(FIRST), Told(NESTED)]) == Shares(1, 1)


def test_a_link_is_wrong_where_both_are_found_and_joined_to_others() -> None:
    crossed = [Told(parts("Police", "said", "“We left 🕊 Hatra.”")), Told(parts("علي", "denied", "it"))]
    assert links(TEXT, [FIRST], crossed) == Shares(0, 1)


def test_a_link_of_which_one_end_is_not_found_is_not_judged() -> None:
    assert links(TEXT, [FIRST], [Told(parts("Police", "said", "“We left 🕊 Hatra.”"))]) == Shares(0, 0)
    assert links(TEXT, [FIRST], [Told(parts("علي", "denied", "it"))]) == Shares(0, 0)


def test_the_smaller_nested_content_is_not_taken_for_the_larger() -> None:
    # Both predicted contents overlap the gold one; only the wider fits it, and it has the wrong source.
    told = [
        Told(parts("Police", "said", "Police denied it", "and the army")),
        Told(parts("Ali said"[:3], "denied", "it")),
    ]
    assert links(TEXT, [SECOND], told) == Shares(0, 1)


def test_one_content_with_two_sources_is_right_if_one_of_them_is() -> None:
    told = [Told(parts("Police", "said", "“We left 🕊 Hatra.”")), Told(FIRST)]
    assert links(TEXT, [FIRST], told) == Shares(1, 1)


@pytest.mark.parametrize(
    ("content", "manner"),
    [
        (("“We left 🕊 Hatra.”",), Manner.DIRECT),
        (("We left 🕊 Hatra.",), Manner.DIRECT),  # the marks stand just outside
        (("Police denied it",), Manner.INDIRECT),
        (('the army "regrets" that',), Manner.MIXED),
        (("“We left 🕊 Hatra.”", "Police denied it"), Manner.MIXED),
        ((), None),
    ],
)
def test_quotation_marks_show_the_manner(content: tuple[str, ...], manner: Manner | None) -> None:
    assert manner_shown(TEXT, at(*content)) is manner


def test_manners_are_compared_for_contents_that_were_found() -> None:
    told = [Told(FIRST, Manner.DIRECT), Told(SECOND, Manner.DIRECT)]
    assert manners(TEXT, [FIRST, SECOND, NESTED], told) == Shares(1, 3)  # NESTED lies in SECOND: found, and wrong
    assert manners(TEXT, [FIRST, NESTED], told[:1]) == Shares(1, 1)


def test_figures_are_counted_over_all_texts() -> None:
    texts = [AttributedText("a", TEXT, (FIRST,)), AttributedText("b", TEXT, (FIRST, NESTED))]
    figures = figures_of(texts, [[Told(FIRST)], [Told(FIRST)]])
    assert figures["cue_exact_f1"] == 80.0  # 2 · 2 / (2 + 3)
    assert figures["link_accuracy"] == 100.0
    assert "manner_agreement" not in figures


def test_a_statement_in_the_publishers_own_voice_attributes_nothing() -> None:
    source = Source(Span(*at("علي")[0]))
    root = Statement("s0", Unresolved("own voice"), None, (Span(0, 5),), Manner.INDIRECT, Act.SAY, None)
    told = Statement("s1", source, Span(*at("said")[0]), (Span(*at("“We left")[0]),), Manner.MIXED, Act.SAY, "s0")
    unnamed = Statement("s2", Unresolved("nobody named"), None, (Span(*at("it")[0]),), Manner.INDIRECT, Act.SAY, "s0")
    extraction = Extraction(Producer("0", "w", "r"), Article(TEXT, ()), (), (), (root, told, unnamed))
    assert told_by_product(extraction) == [
        Told(parts("علي", "said", "“We left"), Manner.MIXED),
        Told(AttributionParts((), (), at("it")), Manner.INDIRECT),
    ]


def _write_corpus(root: Path) -> None:
    for folder in ("text", "attributions"):
        (root / "polnear/dev" / folder).mkdir(parents=True)
    (root / "polnear/dev/text/one.txt").write_text(TEXT, encoding="utf-8")
    stretches = {"Source": "علي", "Cue": "said", "Content": "“We left 🕊 Hatra.”"}
    lines = [
        f"T{number}\t{role} {at(words)[0][0]} {at(words)[0][1]}\t{words}"
        for number, (role, words) in enumerate(stretches.items(), start=1)
    ]
    path = root / "polnear/dev/attributions/one_a.ann"
    path.write_text("\n".join([*lines, "E1\tSource:T1 Cue:T2 Content:T3"]), encoding="utf-8")


def test_the_annotator_is_scored_on_the_very_text_of_the_corpus(tmp_path: Path) -> None:
    _write_corpus(tmp_path)

    def annotations(article: Article) -> Annotations:
        assert article.text == TEXT
        spans = [Span(*at(words)[0]) for words in ("said", "علي", "We left 🕊 Hatra.")]
        return Annotations((), attributions=(Attribution(spans[0], (spans[1],), (spans[2],), 0.9),))

    doors = Doors(annotator=lambda: FakeAnnotator(annotations=annotations))
    result = measured(ATTRIBUTION, ["--data", str(tmp_path)], doors=doors)
    assert result.figures == {
        "source_exact_f1": 100.0,
        "source_overlap_f1": 100.0,
        "cue_exact_f1": 100.0,
        "cue_overlap_f1": 100.0,
        "content_exact_f1": 0.0,
        "content_overlap_f1": 100.0,
        "link_accuracy": 100.0,
    }
    assert result.options == {"through": "annotator"}


def test_the_product_is_scored_by_its_statements_with_their_manner(tmp_path: Path) -> None:
    _write_corpus(tmp_path)

    def extraction(article: Article) -> Extraction:
        source, cue, content = (Span(*at(words)[0]) for words in ("علي", "said", "“We left 🕊 Hatra.”"))
        statement = Statement("s1", Source(source), cue, (content,), Manner.DIRECT, Act.SAY, "s0")
        return Extraction(FakeProduct.producer, article, (), (), (statement,))

    doors = Doors(product=lambda: FakeProduct(extraction))
    result = measured(ATTRIBUTION, ["--data", str(tmp_path), "--through", "product"], doors=doors)
    assert result.figures["content_exact_f1"] == 100.0
    assert result.figures["manner_agreement"] == 100.0
    assert result.weights == FakeProduct.producer.weights
