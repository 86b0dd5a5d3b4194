import pytest
from tests.interpret.reports import Report, annotated, report

from onrecord.core.annotations import Attribution
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import ROOT_STATEMENT, Source, Unresolved
from onrecord.core.lexicon import Stance
from onrecord.core.ontology import Act, Manner
from onrecord.interpret.statements import stance_of

YUSUF = {"Yusuf al-Hadi": "person"}


def source(r: Report, cue: str) -> Source:
    found = r.by_cue(cue).source
    assert isinstance(found, Source)
    return found


# ---------------------------------------------------------------- the publisher's own voice


def test_the_first_statement_is_the_publishers_own_voice() -> None:
    root = report("Rebels/N fled/V 😀.", title="Aden/PROPN falls/V").extraction.statements[0]
    assert (root.id, root.parent, root.cue, root.act) == (ROOT_STATEMENT, None, None, Act.REPORT)


def test_the_publishers_voice_says_the_whole_report() -> None:
    r = report("Rebels/N fled/V.", "They returned/V.", title="Aden/PROPN falls/V")
    assert r.content(r.extraction.statements[0]) == ["Aden falls", "Rebels fled.", "They returned."]


def test_a_publisher_whom_the_text_does_not_name_is_unresolved_with_the_reason() -> None:
    assert isinstance(report("Rebels/N fled/V.").extraction.statements[0].source, Unresolved)
    assert isinstance(report("Rebels/N fled/V.", publisher="Aden Post").extraction.statements[0].source, Unresolved)


def test_a_publisher_line_in_the_text_is_the_source() -> None:
    r = report("Aden Post", "Rebels/N fled/V.", publisher="ADEN POST")
    assert r.said_by(r.extraction.statements[0]) == "Aden Post"


# ---------------------------------------------------------------- manner and quotations


@pytest.mark.parametrize(
    ("text", "manner", "quotes"),
    [
        ("“We left/V,” he said/V.", Manner.DIRECT, ["“We left,”"]),
        ("He said/V: «We left/V».", Manner.DIRECT, ["«We left»"]),
        ("He said/V they left/V.", Manner.INDIRECT, []),
        ("He said/V they “repeatedly” fled/V.", Manner.MIXED, ["“repeatedly”"]),
        ("He said/V it was a “crime” and a “shame 😀”.", Manner.MIXED, ["“crime”", "“shame 😀”"]),
        ("'We left/V,' he said/V.", Manner.DIRECT, ["'We left,'"]),
        ('He said/V: "رحلنا".', Manner.DIRECT, ['"رحلنا"']),
    ],
)
def test_the_marks_tell_whose_words_they_are(text: str, manner: Manner, quotes: list[str]) -> None:
    r = report(text)
    assert r.statement.manner is manner
    assert [quote.of(r.text) for quote in r.statement.quotes] == quotes


def test_a_quotation_goes_to_its_marks_and_no_further() -> None:
    r = report("“It was close/A”, Yusuf al-Hadi said/V, and left/V.", names=YUSUF)
    assert r.content(r.statement) == ["“It was close”"]


def test_an_annotators_content_is_drawn_to_the_marks_at_its_edges() -> None:
    plain = report("“We left/V,” he said/V.")
    known = Attribution(plain.span("said"), (plain.span("he"),), (plain.span("We left"),), 0.93)
    r = annotated(plain, attributions=(known,))
    assert r.content(r.statement) == ["“We left,”"]
    assert r.statement.confidence == 0.93


def test_an_annotators_content_is_cut_around_source_and_cue() -> None:
    plain = report("Rebels/N, the mayor said/V, fled/V Aden.")
    whole = plain.span("Rebels, the mayor said, fled Aden")
    known = Attribution(plain.span("said"), (plain.span("the mayor"),), (whole,), 0.9)
    r = annotated(plain, attributions=(known,))
    assert [part.strip(" ,") for part in r.content(r.statement)] == ["Rebels", "fled Aden"]


def test_a_quotation_right_behind_a_quoting_sentence_goes_on_in_the_same_voice() -> None:
    r = report("“We left/V,” Yusuf al-Hadi said/V. “It was over.” Nobody/O came/V.", names=YUSUF)
    assert r.content(r.statement) == ["“We left,”", "“It was over.”"]


def test_a_running_quotation_of_three_sentences_is_one_statement() -> None:
    r = report("“We left/V,” Yusuf al-Hadi said/V. “It was over.” “We won/V.”", names=YUSUF)
    assert r.content(r.statement) == ["“We left,”", "“It was over.”", "“We won.”"]


def test_a_quotation_in_the_next_paragraph_is_not_taken_for_the_same_speakers() -> None:
    r = report("“We left/V,” Yusuf al-Hadi said/V.", "“They lie/V.”", names=YUSUF)
    assert r.content(r.statement) == ["“We left,”"]


def test_a_quotation_behind_an_unquoted_saying_stays_with_nobody() -> None:
    r = report("Yusuf al-Hadi said/V they left/V. “It was over.”", names=YUSUF)
    assert r.content(r.statement) == ["they left"]


def test_a_quotation_over_two_paragraphs_belongs_to_who_is_named_at_its_end() -> None:
    r = report("“We will fight/V on.", "“We will win/V,” said/V Yusuf al-Hadi.", names=YUSUF)
    assert r.content(r.statement) == ["“We will fight on.", "“We will win,”"]
    assert r.statement.manner is Manner.DIRECT


def test_words_told_inside_anothers_quotation_are_not_quoted_from_the_inner_speaker() -> None:
    r = report("“The army announced/V that rebels fled/V,” said/V Yusuf al-Hadi.", names=YUSUF)
    outer, inner = r.by_cue("said"), r.by_cue("announced")
    assert inner.parent == outer.id
    assert (outer.manner, inner.manner) == (Manner.DIRECT, Manner.INDIRECT)
    assert inner.quotes == ()


# ---------------------------------------------------------------- nesting


def test_what_one_reports_of_another_is_told_inside_his_statement() -> None:
    r = report("According/V to the ministry, Yusuf al-Hadi said/V rebels fled/V.", names=YUSUF)
    outer, inner = r.by_cue("According to"), r.by_cue("said")
    assert (outer.parent, inner.parent) == (ROOT_STATEMENT, outer.id)
    assert r.content(inner) == ["rebels fled"]


def test_nesting_is_read_from_the_end_of_the_sentence_too() -> None:
    r = report("Rebels/N fled/V, the mayor said/V, according/V to Reuters.", names={"Reuters": "media"})
    assert r.by_cue("said").parent == r.by_cue("according to").id
    assert r.by_cue("according to").parent == ROOT_STATEMENT


def test_three_speakers_are_three_levels() -> None:
    r = report(
        "Reuters said/V the mayor announced/V that rebels denied/V that they fled/V.", names={"Reuters": "media"}
    )
    said, announced, denied = (r.by_cue(cue) for cue in ("said", "announced", "denied"))
    assert (said.parent, announced.parent, denied.parent) == (ROOT_STATEMENT, said.id, announced.id)


def test_a_charge_inside_a_relative_clause_is_no_part_of_another_statement() -> None:
    r = report(
        "The group, an ally that/O the ministry linked/V to an attack in Jordan, fled/V Aden, residents said/V.",
        names={"Aden": "place"},
    )
    assert r.by_cue("linked").parent == r.by_cue("said").id
    assert r.said_by(r.by_cue("linked")) == "the ministry"
    assert r.said_by(r.by_cue("said")) == "residents"


def test_statements_side_by_side_are_both_the_publishers() -> None:
    r = report("The army said/V rebels fled/V.", "Rebels/N denied/V it.")
    assert [s.parent for s in r.statements] == [ROOT_STATEMENT, ROOT_STATEMENT]


def test_two_annotated_contents_that_hold_each_others_cues_make_no_circle() -> None:
    plain = report("The mayor said/V rebels claimed/V victory.")
    whole = plain.span("The mayor said rebels claimed victory")
    known = (
        Attribution(plain.span("said"), (plain.span("The mayor"),), (whole,), 0.9),
        Attribution(plain.span("claimed"), (plain.span("rebels"),), (whole,), 0.9),
    )
    statements = {s.id: s for s in annotated(plain, attributions=known).extraction.statements}
    assert len(statements) == 3
    for statement in statements.values():
        steps, at = 0, statement
        while at.parent is not None:
            at, steps = statements[at.parent], steps + 1
            assert steps < len(statements)


# ---------------------------------------------------------------- sources


@pytest.mark.parametrize(
    ("text", "anonymous", "count"),
    [
        ("Two officials said/V it fell/V.", True, 2),
        ("An official said/V it fell/V.", True, 1),
        ("Security/N sources said/V it fell/V.", True, None),
        ("Residents/N said/V it fell/V.", True, None),
        ("The ministry said/V it fell/V.", False, None),
        ("Three diplomats told/V reporters it fell/V.", True, 3),
    ],
)
def test_anonymous_sources_are_marked_and_counted(text: str, anonymous: bool, count: int | None) -> None:
    made = report(text).statement.source
    assert isinstance(made, Source)
    assert (made.anonymous, made.count) == (anonymous, count)


def test_a_named_official_is_not_anonymous() -> None:
    r = report("Yusuf al-Hadi said/V it fell/V.", names=YUSUF)
    assert not source(r, "said").anonymous
    assert r.named(source(r, "said").entity) == "Yusuf al-Hadi"


def test_a_title_before_the_name_is_the_same_person() -> None:
    r = report(
        "Governor Yusuf al-Hadi said/V it fell/V. Al-Hadi announced/V that rebels fled/V.",
        names={**YUSUF, "Al-Hadi": "person"},
    )
    assert source(r, "said").entity == source(r, "announced").entity is not None


def test_an_office_with_its_portfolio_names_its_holder() -> None:
    r = report("US Secretary/N of State Antony Blinken said/V it fell/V.", names={"Antony Blinken": "person"})
    assert r.said_by(r.statement) == "US Secretary of State Antony Blinken"
    assert r.named(source(r, "said").entity) == "Antony Blinken"


def test_a_spokesperson_is_not_the_one_for_whom_he_speaks() -> None:
    for of in ("of", "for"):
        r = report(f"A spokesperson {of} Prime Minister al-Sudani said/V it fell/V.", names={"al-Sudani": "person"})
        assert r.said_by(r.statement) == f"A spokesperson {of} Prime Minister al-Sudani"
        named = r.named(source(r, "said").entity)
        assert named != "al-Sudani"


def test_a_spokesperson_named_behind_his_office_is_that_person() -> None:
    r = report("Army spokesperson Yusuf al-Hadi said/V it fell/V.", names=YUSUF)
    assert r.named(source(r, "said").entity) == "Yusuf al-Hadi"


def test_a_capital_that_speaks_is_its_government() -> None:
    r = report("Washington said/V it fell/V.", names={"Washington": "place"})
    speaker = r.entity("Washington")
    assert source(r, "said").entity == speaker.id
    assert speaker.kind.value == "government"


def test_a_pronoun_speaks_for_the_person_named_before() -> None:
    r = report("Yusuf al-Hadi said/V it fell/V. He announced/V that rebels fled/V.", names=YUSUF)
    assert source(r, "announced").entity == source(r, "said").entity


def test_a_pronoun_speaks_for_those_described_before() -> None:
    r = report("Residents/N said/V it fell/V. They announced/V that rebels fled/V.")
    assert source(r, "announced").entity == source(r, "said").entity is not None


def test_words_without_a_speaker_say_so() -> None:
    for text in ("Six men were reportedly held/V.", "Six men were allegedly held/V."):
        statement = report(text).statement
        assert isinstance(statement.source, Unresolved)
        assert statement.source.reason


def test_a_passive_without_by_names_nobody() -> None:
    statement = report("The raid was widely/R condemned/V.").statement
    assert (statement.act, type(statement.source)) == (Act.CONDEMN, Unresolved)


def test_an_insertion_behind_the_source_is_left_out_of_it() -> None:
    plain = report("It fell/V, said/V Yusuf al-Hadi, reporting/V from Aden.", names=YUSUF)
    known = Attribution(
        plain.span("said"), (plain.span("Yusuf al-Hadi, reporting from Aden"),), (plain.span("It fell"),), 0.9
    )
    r = annotated(plain, attributions=(known,))
    assert r.said_by(r.statement) == "Yusuf al-Hadi"


# ---------------------------------------------------------------- when, where, through whom, about whom


def test_the_day_beside_the_cue_is_when_it_was_said() -> None:
    r = report("Yusuf al-Hadi said/V on Thursday that rebels fled/V.", names=YUSUF, published="2024-02-09")
    said = r.statement.said
    assert said is not None
    assert said.span.of(r.text) == "Thursday"
    assert isinstance(said.value, DateInterval)
    assert said.value.earliest.isoformat() == "2024-02-08"


def test_a_day_inside_the_words_said_is_not_when_they_were_said() -> None:
    r = report("Yusuf al-Hadi said/V rebels fled/V on Monday.", names=YUSUF)
    assert r.statement.said is None


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Yusuf al-Hadi told/V Reuters that rebels fled/V.", "Reuters"),
        ("Yusuf al-Hadi told/V the Al Noor channel that rebels fled/V.", "Al Noor"),
        ("Yusuf al-Hadi said/V in a statement that rebels fled/V.", "a statement"),
        ("Yusuf al-Hadi said/V on Telegram that rebels fled/V.", "Telegram"),
        ("Yusuf al-Hadi told/V parliament that rebels fled/V.", None),
        ("Yusuf al-Hadi said/V rebels fled/V in a statement of strength.", None),
    ],
)
def test_the_channel_is_who_was_told_or_where_it_was_put_out(text: str, via: str | None) -> None:
    media = {name: "media" for name in ("Reuters", "Al Noor") if name in text}
    assert report(text, names={**YUSUF, **media}).statement.via == via


def test_a_reporter_speaks_through_his_medium_from_where_he_stands() -> None:
    r = report(
        "Rebels/N fled/V, according/V to Al Noor’s Yusuf al-Hadi, reporting/V from Aden.",
        names={**YUSUF, "Al Noor": "media", "Aden": "place"},
    )
    statement = r.statement
    assert statement.via == "Al Noor"
    assert statement.said_at is not None
    assert statement.said_at.of(r.text) == "Aden"
    assert r.named(source(r, "according to").entity) == "Yusuf al-Hadi"


@pytest.mark.parametrize(
    ("text", "cue", "about"),
    [
        ("The army accused/V rebels of looting/N.", "accused", "rebels"),
        ("Iran condemned/V Israel.", "condemned", "Israel"),
        ("The ministry warned/V residents to leave/V.", "warned", "residents"),
        ("The ministry said/V residents left/V.", "said", None),
    ],
)
def test_whom_an_act_is_about_is_its_object(text: str, cue: str, about: str | None) -> None:
    r = report(text)
    assert r.named(r.by_cue(cue).about) == about


def test_who_is_linked_to_an_attack_is_whom_the_charge_is_about() -> None:
    r = report(
        "The Kitara Brigade, a group that/O the ministry linked/V to an attack, fled/V.",
        names={"Kitara Brigade": "armed-group"},
    )
    assert r.named(r.by_cue("linked").about) == "Kitara Brigade"


# ---------------------------------------------------------------- acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Iran condemned/V the raid.", Act.CONDEMN),
        ("The group claimed/V responsibility for the raid.", Act.CLAIM_RESPONSIBILITY),
        ("The group denied/V involvement in the raid.", Act.DENY_RESPONSIBILITY),
        ("The union praised/V the truce.", Act.PRAISE),
        ("The group threatened/V Israel.", Act.THREATEN),
        ("Police/N confirmed/V the deaths.", Act.CONFIRM),
        ("Police/N could not confirm/V the deaths.", Act.DENY_KNOWLEDGE),
        ("The union demanded/V an inquiry.", Act.DEMAND),
    ],
)
def test_a_statement_has_the_act_of_its_cue(text: str, act: Act) -> None:
    assert report(text).statement.act is act


def test_each_act_has_its_stance() -> None:
    assert stance_of(Act.DENY) is Stance.DENIES
    assert stance_of(Act.CONDEMN) is Stance.PRESUPPOSES
