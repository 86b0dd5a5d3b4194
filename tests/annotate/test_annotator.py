"""The annotator, mostly with a fake session: what the words were said to be is what comes out, on the right letters."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stopwatch import least_seconds

from onrecord.annotate.annotator import Annotator
from onrecord.annotate.session import FakeSession
from onrecord.core.annotations import Annotations, MentionForm, MentionKind
from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.spans import Span


def article_of(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        if paragraph:
            blocks.append(Block(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article(text, tuple(blocks))


SAID = FakeSession(
    {
        "said": {"cue": "B-cue", "upos": "VERB", "predicate": "B-predicate"},
        "Amina": {"names": "B-person", "upos": "PROPN"},
        "Haddad": {"names": "I-person", "upos": "PROPN"},
        "محمد": {"names": "B-person", "upos": "PROPN"},
        "jets": {"nominals": "B-object"},
        "army": {"nominals": "B-organisation"},
        "chairs": {"nominals": "B-object"},
        "F-16": {"names": "B-vehicle"},
        "struck": {"trigger": "B-Conflict.Attack", "upos": "VERB"},
        "he": {"upos": "PRON"},
        "He": {"upos": "PRON"},
        "this": {"upos": "PRON"},
    },
    {
        ("attribution", "said"): {
            "Amina": "B-source",
            "Haddad": "I-source",
            "jets": "B-content",
            "struck": "I-content",
            "twice": "I-content",
            "again": "B-content",
        },
        ("argument", "struck"): {"jets": "B-attacker"},
        ("frame", "said"): {"Amina": "B-ARG0", "Haddad": "I-ARG0", "jets": "B-ARG1"},
    },
)


def annotate(*paragraphs: str) -> tuple[str, Annotations]:
    article = article_of(*paragraphs)
    return article.text, Annotator(SAID).annotate(article)


def test_a_name_is_a_mention_on_its_letters_even_after_an_emoji() -> None:
    text, found = annotate("😀 Amina Haddad and محمد spoke.")
    assert [(m.span.of(text), m.kind, m.form) for m in found.mentions] == [
        ("Amina Haddad", MentionKind.PERSON, MentionForm.NAME),
        ("محمد", MentionKind.PERSON, MentionForm.NAME),
    ]


def test_a_description_of_a_vehicle_is_one_and_other_things_are_left_out() -> None:
    text, found = annotate("The army kept jets and chairs.")
    assert [(m.span.of(text), m.kind, m.form) for m in found.mentions] == [
        ("army", MentionKind.ORGANISATION, MentionForm.NOMINAL),
        ("jets", MentionKind.VEHICLE, MentionForm.NOMINAL),
    ]


def test_a_type_of_vehicle_is_a_name() -> None:
    _, found = annotate("An F-16 flew.")
    assert [m.form for m in found.mentions] == [MentionForm.NAME]


def test_pronouns_of_people_are_mentions_and_others_are_not() -> None:
    text, found = annotate("He thought that this was what he wanted.")
    assert [m.span.of(text) for m in found.mentions] == ["He", "he"]
    assert {m.form for m in found.mentions} == {MentionForm.PRONOUN}


def test_an_attribution_has_its_cue_source_and_both_parts_of_its_content() -> None:
    text, found = annotate("“jets struck twice,” said Amina Haddad, “again”.")
    (attribution,) = found.attributions
    assert attribution.cue.of(text) == "said"
    assert [span.of(text) for span in attribution.sources] == ["Amina Haddad"]
    assert [span.of(text) for span in attribution.contents] == ["jets struck twice", "again"]
    assert 0.9 < attribution.score <= 1


def test_a_cue_to_which_nothing_belongs_is_no_attribution() -> None:
    _, found = annotate("Nobody said anything.")
    assert found.attributions == ()


def test_a_content_that_runs_into_the_next_paragraph_is_cut_between_them() -> None:
    text, found = annotate("Amina said jets", "struck twice.")
    (attribution,) = found.attributions
    assert [span.of(text) for span in attribution.contents] == ["jets", "struck twice"]


def test_a_trigger_has_its_type_and_its_arguments() -> None:
    text, found = annotate("Two jets struck a market.")
    (trigger,) = found.triggers
    assert (trigger.label, trigger.span.of(text)) == ("Conflict.Attack", "struck")
    assert [(argument.role, argument.span.of(text)) for argument in trigger.arguments] == [("attacker", "jets")]


def test_a_predicates_arguments_stay_in_its_own_sentence() -> None:
    text, found = annotate("Amina Haddad said so. Two jets struck.")
    (predicate,) = found.predicates
    assert predicate.span.of(text) == "said"
    assert [(argument.role, argument.span.of(text)) for argument in predicate.arguments] == [("ARG0", "Amina Haddad")]


def test_an_attributions_content_may_stand_in_another_sentence() -> None:
    text, found = annotate("Two jets struck twice. Amina said so.")
    assert [span.of(text) for span in found.attributions[0].contents] == ["jets struck twice"]


def test_tokens_get_their_parts_of_speech() -> None:
    text, found = annotate("Amina said so.")
    tags = [(token.span.of(text), token.upos) for token in found.sentences[0].tokens]
    assert tags == [("Amina", "PROPN"), ("said", "VERB"), ("so", "X"), (".", "X")]


def test_blocks_that_are_no_sentences_are_not_read() -> None:
    found = Annotator(SAID).annotate(article_of("By Amina Haddad", kind=BlockKind.CREDIT))
    assert found == Annotations(())


def test_a_long_text_is_read_to_its_end_and_no_word_twice() -> None:
    paragraphs = [f"Amina Haddad said jets struck twice in district {number}." for number in range(120)]
    text, found = annotate(*paragraphs)
    assert len(found.sentences) == 120
    assert [m.span.start for m in found.mentions if m.form is MentionForm.NAME] == [
        start for start in range(len(text)) if text.startswith("Amina", start)
    ]
    assert len({attribution.cue for attribution in found.attributions}) == len(found.attributions) == 120


def test_annotating_twice_gives_the_same() -> None:
    assert annotate("Amina said jets struck.")[1] == annotate("Amina said jets struck.")[1]


def _spans(found: Annotations) -> list[Span]:
    spans = [span for mention in found.mentions for span in (mention.span, mention.head)]
    for attribution in found.attributions:
        spans += [attribution.cue, *attribution.sources, *attribution.contents]
    for part in (*found.triggers, *found.predicates):
        spans += [part.span, *(argument.span for argument in part.arguments)]
    return spans


VOCABULARY = st.sampled_from(
    "Amina Haddad said jets struck twice again he محمد 😀 \u202e \x00 “ ” . , \n U.S.".split(" ")
)


@settings(max_examples=60)
@given(st.lists(VOCABULARY, max_size=80).map(" ".join))
@example("")
@example("\x00")
@example("“" * 50)
@example("said" * 500)
def test_every_span_selects_whole_tokens_of_the_text(text: str) -> None:
    article = article_of(text)
    found = Annotator(SAID).annotate(article)
    starts = {token.span.start for sentence in found.sentences for token in sentence.tokens}
    ends = {token.span.end for sentence in found.sentences for token in sentence.tokens}
    for span in _spans(found):
        assert span.start in starts
        assert span.end in ends


@pytest.mark.parametrize("text", ["x" * 1_000_000, "said " * 40_000, "😀" * 5_000])
def test_a_huge_text_takes_seconds(text: str) -> None:
    assert least_seconds(lambda: Annotator(FakeSession({})).annotate(article_of(text)), enough=20) <= 20


def test_the_digest_is_the_sessions() -> None:
    assert Annotator(FakeSession({})).weights_digest == "0" * 64


def test_given_words_are_tagged_sentence_by_sentence() -> None:
    tagged = Annotator(SAID).tag_words([["So", "Amina", "Haddad"], [], ["محمد"]], "names")
    assert [[(s.start, s.stop, s.label) for s in spans] for spans in tagged] == [
        [(1, 3, "person")],
        [],
        [(0, 1, "person")],
    ]


def test_a_span_of_given_words_does_not_run_into_the_next_sentence() -> None:
    tagged = Annotator(SAID).tag_words([["Amina"], ["Haddad"]], "names")
    assert [[(s.start, s.stop) for s in spans] for spans in tagged] == [[(0, 1)], []]


def test_sentences_read_apart_are_tagged_as_alone() -> None:
    annotator = Annotator(SAID)
    sentences = [["Amina", "spoke"], ["jets", "struck"]]
    assert annotator.tag_words(sentences, "names", together=False) == [
        annotator.tag_words([sentence], "names")[0] for sentence in sentences
    ]


def test_parts_of_speech_of_given_words_are_one_span_a_word() -> None:
    ((first, second),) = Annotator(SAID).tag_words([["Amina", "said"]], "upos")
    assert (first.label, second.label, second.start, second.stop) == ("PROPN", "VERB", 1, 2)


def test_attributions_of_given_words_are_in_words_of_the_text() -> None:
    (link,) = Annotator(SAID).attributions_of_words([["So", "it", "was", "."], ["Amina", "said", "jets", "struck"]])
    assert (link.anchor.start, link.anchor.stop) == (5, 6)
    assert [(s.start, s.stop, s.label) for s in link.spans] == [(4, 5, "source"), (6, 8, "content")]


def test_arguments_are_found_for_given_triggers_only() -> None:
    links = Annotator(SAID).arguments_of_words([["jets", "struck", "and", "struck"]], "argument", [(3, 4)])
    assert [(link.anchor.start, [s.label for s in link.spans]) for link in links] == [(3, ["attacker"])]
