import pytest
from tests.interpret.reports import Report, report

from onrecord.core.annotations import Attribution
from onrecord.interpret.cues import RULE_SCORE, find_attributions


def attributions(r: Report, known: tuple[Attribution, ...] = ()) -> list[Attribution]:
    return [a for s in r.reading.sentences for a in find_attributions(s, r.quotes, known)]


def lines(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Who, by which cue, what."""
    r = report(text)
    return [
        (
            a.sources[0].of(r.text) if a.sources else None,
            a.cue.of(r.text),
            [content.of(r.text) for content in a.contents],
        )
        for a in attributions(r)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said/V rebels fled/V.", ("The army", "said", ["rebels fled"])),
        ("The army said/V that rebels fled/V.", ("The army", "said", ["rebels fled"])),
        ("The army said/V on Thursday that rebels fled/V.", ("The army", "said", ["rebels fled"])),
        ("The army said/V late/R on Thursday the rebels fled/V.", ("The army", "said", ["the rebels fled"])),
        ("The army said/V in a statement that rebels fled/V.", ("The army", "said", ["rebels fled"])),
        ("The army told/V reporters that rebels fled/V.", ("The army", "told", ["rebels fled"])),
        ("The army told/V Reuters the rebels fled/V.", ("The army", "told", ["the rebels fled"])),
        ("The army has also said/V rebels fled/V.", ("The army", "said", ["rebels fled"])),
        ("Rebels/N fled/V, the army said/V.", ("the army", "said", ["Rebels fled"])),
        ("Rebels/N fled/V, the army said/V on Thursday.", ("the army", "said", ["Rebels fled"])),
        ("Rebels/N fled/V, said/V Yusuf al-Hadi.", ("Yusuf al-Hadi", "said", ["Rebels fled"])),
        ("“We left/V,” said/V Yusuf al-Hadi.", ("Yusuf al-Hadi", "said", ["“We left,”"])),
        ("“We left/V,” he said/V.", ("he", "said", ["“We left,”"])),
        ("He said/V: “We left/V 😀.”", ("He", "said", ["“We left 😀.”"])),
        ("قال said/V: “رحلنا/V.”", ("قال", "said", ["“رحلنا.”"])),
        ("According/V to the ministry, rebels fled/V.", ("the ministry", "According to", ["rebels fled"])),
        ("Rebels/N fled/V, according/V to the ministry.", ("the ministry", "according to", ["Rebels fled"])),
        ("Iran condemned/V the raid in Aden.", ("Iran", "condemned", ["the raid in Aden"])),
        ("The union urged/V the army to leave/V.", ("The union", "urged", ["to leave"])),
        ("The raid was condemned/V by the union.", ("the union", "condemned", ["The raid"])),
        ("Prisoners/N were reportedly moved/V.", (None, "reportedly", ["Prisoners were", "moved"])),
        ("A spokesman for the army said/V it fell/V.", ("A spokesman for the army", "said", ["it fell"])),
        ("A spokesman of the army said/V it fell/V.", ("A spokesman of the army", "said", ["it fell"])),
        (
            "Officials/N from the interior ministry said/V it fell/V.",
            ("Officials from the interior ministry", "said", ["it fell"]),
        ),
        ("The group vowed/V to strike/V back/R.", ("The group", "vowed", ["to strike back"])),
    ],
)
def test_the_plain_shapes_of_news_english_are_known(text: str, expected: tuple[str | None, str, list[str]]) -> None:
    assert lines(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled/V Kherson.",
        "The report was long/A.",
        "He did not say/V when.",
        "The raid will continue/V.",
        "Police/N found/V two bodies.",
        "The film shows/V a street.",
        "Hundreds/N of people protested/V in Aden.",
        "The charge was 2,000 dollars.",
    ],
)
def test_sentences_in_which_nobody_speaks_have_no_attribution(text: str) -> None:
    assert lines(text) == []


def test_a_participle_takes_the_speaker_of_the_attribution_before_it() -> None:
    assert lines("The army said/V rebels fled/V, adding/V that six were held/V.") == [
        ("The army", "said", ["rebels fled"]),
        ("The army", "adding", ["six were held"]),
    ]


def test_a_participle_takes_the_subject_of_its_clause_where_nobody_spoke_before() -> None:
    assert lines("The minister left/V the hall, saying/V that talks/N failed/V.") == [
        ("The minister", "saying", ["talks failed"])
    ]


def test_a_group_that_somebody_linked_to_an_attack_is_not_the_speaker() -> None:
    found = lines("The group, an ally that/O the ministry linked/V to an attack in Jordan, fled/V.")
    assert found == [("the ministry", "linked", ["to an attack in Jordan"])]


def test_what_is_blamed_is_content_even_where_nobody_is_named_who_blames() -> None:
    found = lines("The exodus is blamed/V on the shelling/N of Gaza.")
    assert found == [(None, "blamed", ["The exodus", "the shelling of Gaza"])]


def test_of_two_frames_around_one_content_both_are_found() -> None:
    found = lines("Rebels/N fled/V, the mayor said/V, according/V to Reuters.")
    assert [line[:2] for line in found] == [("the mayor", "said"), ("Reuters", "according to")]


def test_a_quotation_that_began_in_an_earlier_sentence_is_content_as_a_whole() -> None:
    r = report("“It fell/V at dawn. We left/V,” said/V Yusuf al-Hadi.")
    found = attributions(r)
    assert [[part.of(r.text) for part in a.contents] for a in found] == [["“It fell at dawn. We left,”"]]


def test_a_clause_interrupted_by_its_frame_is_content_on_both_sides() -> None:
    assert lines("Rebels/N, the mayor said/V, attacked/V the camp.") == [
        ("the mayor", "said", ["Rebels", "attacked the camp"])
    ]


def test_a_quotation_interrupted_by_its_frame_is_content_on_both_sides() -> None:
    assert lines("“It is over”, said/V Yusuf al-Hadi, “and we won/V”.") == [
        ("Yusuf al-Hadi", "said", ["“It is over”", "“and we won”"])
    ]


def test_a_day_is_never_the_speaker() -> None:
    assert all(line[0] != "Thursday" for line in lines("Rebels/N fled/V on Thursday said/V residents."))


def test_where_the_annotator_has_an_attribution_the_rules_add_none() -> None:
    r = report("The army said/V rebels fled/V.")
    known = Attribution(r.span("said"), (r.span("The army"),), (r.span("rebels fled"),), 0.9)
    assert attributions(r, (known,)) == []


def test_an_attribution_by_rule_carries_the_score_of_the_rules() -> None:
    assert [a.score for a in attributions(report("The army said/V rebels fled/V."))] == [RULE_SCORE]


def test_who_is_said_to_have_done_it_stands_in_the_content() -> None:
    assert lines("The army is believed/V to have killed/V five farmers.") == [
        (None, "is believed to", ["The army", "have killed five farmers"])
    ]


def test_a_denial_of_knowledge_belongs_to_its_subject() -> None:
    assert lines("The ministry was not aware/A of the raid.") == [("The ministry", "not aware of", ["the raid"])]
