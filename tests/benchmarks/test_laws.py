"""Laws that hold for every scorer, whatever the answers are."""

from collections import Counter
from itertools import permutations

from benchmarks.attribution import Told, links, span_counts
from benchmarks.brat import ROLES, AttributionParts
from benchmarks.columns import spans_of_labels
from benchmarks.event_corpora import EventText, GoldArgument, GoldEvent
from benchmarks.pages import page_score, shingles
from benchmarks.predicates import Frame, core_argument_counts, predicate_counts
from benchmarks.scoring import Counts, matches, pairings
from benchmarks.triggers import argument_counts, argument_head_counts, head_word, trigger_counts
from hypothesis import given
from hypothesis import strategies as st

TEXT = "علي said 🕊 that “nobody left”, and the army denied it.\nPolice agreed."
WORDS = tuple("The head of the 🕊 army , علي , left Hatra on Monday .".split())

ranges = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(
    lambda pair: (pair[0], min(len(TEXT), pair[0] + pair[1]))
)
roles = st.lists(ranges, max_size=3).map(lambda parts: tuple(sorted(parts)))
attributions = st.lists(st.builds(AttributionParts, roles, roles, roles), max_size=5)

word_ranges = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 4)).map(
    lambda pair: (pair[0], min(len(WORDS), pair[0] + pair[1]))
)
arguments = st.lists(st.builds(GoldArgument, st.sampled_from(["victim", "place"]), word_ranges), max_size=3).map(tuple)
events = st.lists(
    st.builds(GoldEvent, st.sampled_from(["life.die", "life.injure"]), word_ranges, arguments), max_size=4
)
frames = st.lists(
    st.builds(
        Frame,
        st.integers(0, len(WORDS) - 1),
        st.frozensets(st.tuples(st.sampled_from(["ARG0", "ARG1"]), word_ranges), max_size=3),
    ),
    max_size=4,
)


def perfect(counts: Counts) -> bool:
    return counts.right == counts.gold == counts.predicted


@given(attributions)
def test_an_attribution_scored_against_itself_is_right_throughout(gold: list[AttributionParts]) -> None:
    assert all(perfect(counts) for counts in span_counts(TEXT, gold, gold).values())


@given(attributions, attributions)
def test_exact_spans_are_among_the_overlapping_ones(gold: list[AttributionParts], told: list[AttributionParts]) -> None:
    counts = span_counts(TEXT, gold, told)
    for role in ROLES:
        assert counts[f"{role}_exact"].right <= counts[f"{role}_overlap"].right
        assert counts[f"{role}_exact"].gold == counts[f"{role}_overlap"].gold


@given(attributions, attributions)
def test_span_scores_do_not_depend_on_which_side_is_gold_or_on_order(
    gold: list[AttributionParts], told: list[AttributionParts]
) -> None:
    there = span_counts(TEXT, gold, told)
    back = span_counts(TEXT, list(reversed(told)), list(reversed(gold)))
    assert {key: counts.right for key, counts in there.items()} == {key: counts.right for key, counts in back.items()}


@given(attributions, attributions)
def test_no_more_links_are_right_than_judged_and_no_more_judged_than_there_are(
    gold: list[AttributionParts], told: list[AttributionParts]
) -> None:
    found = links(TEXT, gold, [Told(one) for one in told])
    assert 0 <= found.right <= found.judged <= len(gold)


@given(events)
def test_events_scored_against_themselves_are_right_throughout(gold: list[GoldEvent]) -> None:
    text = EventText((WORDS,), tuple(gold))
    for count in (trigger_counts, argument_counts, argument_head_counts):
        assert perfect(count(text, gold))


@given(events, events)
def test_a_whole_argument_that_is_right_has_a_right_head(gold: list[GoldEvent], told: list[GoldEvent]) -> None:
    text = EventText((WORDS,), tuple(gold))
    if argument_counts(text, told).right:
        assert argument_head_counts(text, told).right


@given(word_ranges)
def test_the_head_of_a_phrase_is_one_of_its_words(span: tuple[int, int]) -> None:
    assert span[0] <= head_word(WORDS, span) < span[1]


@given(frames)
def test_frames_scored_against_themselves_are_right_throughout(gold: list[Frame]) -> None:
    assert perfect(predicate_counts(gold, gold))
    assert perfect(core_argument_counts(gold, gold))


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_matches_never_count_an_answer_more_often_than_either_side_has_it(gold: list[str], told: list[str]) -> None:
    counts = matches(gold, told)
    assert counts.right == sum(min(gold.count(letter), told.count(letter)) for letter in "abc")
    assert counts.predicted == len(told)


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_pairings_are_as_many_as_trying_all_of_them_would_find(agree: set[tuple[int, int]]) -> None:
    rows = list(range(5))
    found = pairings(rows, rows, lambda one, other: (one, other) in agree)
    assert set(found) <= agree
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    most = max(sum((row, column) in agree for row, column in enumerate(order)) for order in permutations(rows))
    assert len(found) == most


@given(st.lists(st.sampled_from(["O", "B-a", "I-a", "B-b", "I-b"])))
def test_spans_of_labels_cover_every_label_but_o_once(labels: list[str]) -> None:
    spans = spans_of_labels(labels)
    covered = Counter(at for start, after, _ in spans for at in range(start, after))
    assert covered == Counter(at for at, label in enumerate(labels) if label != "O")
    assert all(label.endswith(kind) for start, after, kind in spans for label in labels[start:after])


@given(st.text(), st.text())
def test_shingles_right_and_wrong_are_all_that_were_extracted(gold: str, extracted: str) -> None:
    score = page_score(gold, extracted)
    assert score.right + score.wrong == shingles(extracted).total()
    assert score.right + score.missed == shingles(gold).total()
    assert page_score(extracted, gold).right == score.right
