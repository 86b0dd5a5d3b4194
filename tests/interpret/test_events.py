"""What happened, as a whole report tells it; each answer by hand."""

import pytest
from tests.interpret.reports import Report, report

from onrecord.core.dates import DateInterval
from onrecord.core.extraction import EventPlace, EventTime, PlaceLink, Unresolved
from onrecord.core.ontology import Category, Harm, Polarity, Realis, Role

TOWNS = ("Aden", "Taiz", "Baghdad", "Jordan", "Kharkiv", "Sanaa", "Marib", "Herat", "Qazzarabad")


def made(*paragraphs: str, title: str | None = None, names: dict[str, str] | None = None) -> Report:
    text = " ".join([*paragraphs, title or ""])
    towns = {town: "place" for town in TOWNS if town in text}
    return report(*paragraphs, title=title, names={**towns, **(names or {})}, published="2024-02-09")


# ---------------------------------------------------------------- one event or two


def test_headline_lead_and_a_paragraph_far_below_are_one_event() -> None:
    r = made(
        "A drone strike on a depot in Aden killed/V three soldiers on Wednesday, residents said/V.",
        "The city is quiet/A.",
        "Rain/N fell/V.",
        "Schools/N stayed/V shut/A.",
        "The mayor left/V.",
        "Prices/N rose/V.",
        "Nobody/O knows/V why.",
        "The port is open/A 😀.",
        "The drone strike in Aden was the first/A this year.",
        title="Drone/N strike/N kills/V three in Aden",
    )
    event = r.event
    assert event.kind == "drone-strike"
    assert {span.of(r.text).lower() for span in event.mentions} >= {"drone strike", "kills", "killed"}
    assert r.text.rindex("drone strike") in {span.start for span in event.mentions}
    assert [(toll.harm, toll.low, toll.high) for toll in event.tolls] == [(Harm.KILLED, 3, 3)]


def test_two_attacks_are_two_events_and_keep_their_own_figures() -> None:
    r = made(
        "A drone strike killed/V three people in Aden on Monday.",
        "A drone strike killed/V two people in Taiz on Tuesday.",
    )
    first, second = r.events
    assert [toll.low for toll in first.tolls] == [3]
    assert [toll.low for toll in second.tolls] == [2]
    assert r.fillers(first, Role.PLACE) == ["Aden"]
    assert r.fillers(second, Role.PLACE) == ["Taiz"]


def test_another_attack_on_the_same_town_is_another_event() -> None:
    r = made("A drone strike hit/V Aden.", "Another drone strike hit/V Aden.")
    assert len(r.events) == 2


def test_an_insertion_about_another_attack_makes_two_events_and_nothing_leaks() -> None:
    r = made(
        "The Kitara Brigade’s leader, whom the ministry linked/V to an attack that/O killed/V three soldiers in "
        "Jordan, died/V in a drone strike on a vehicle in eastern Baghdad on Wednesday night, residents said/V.",
        names={"Kitara Brigade": "armed-group"},
    )
    attack, strike = r.of_kind("attack"), r.of_kind("drone-strike")
    assert r.fillers(attack, Role.PLACE) == ["Jordan"]
    assert r.fillers(attack, Role.VICTIM) == ["three soldiers"]
    assert isinstance(attack.time, Unresolved)
    assert r.fillers(strike, Role.PLACE) == ["eastern Baghdad"]
    assert r.fillers(strike, Role.TARGET) == ["a vehicle"]
    assert isinstance(strike.time, EventTime)
    assert strike.time.span.of(r.text) == "Wednesday night"
    assert all(toll.low != 3 for toll in strike.tolls)
    linked, said = r.by_cue("linked"), r.by_cue("said")
    assert attack.statements == (linked.id,)
    assert strike.statements == (said.id,)
    assert (attack.background, strike.background) == (True, False)


def test_the_definite_telling_that_follows_is_the_event_told_before() -> None:
    r = made("Gunmen/N attacked/V a camp in Marib.", "The attack killed/V six people.")
    event = r.event
    assert [toll.low for toll in event.tolls] == [6]
    assert {f.carried for f in event.roles if f.role is Role.VICTIM} == {True}


def test_a_planned_event_is_not_one_with_what_happened() -> None:
    r = made("The army shelled/V Aden on Monday.", "The army will shell/V Aden again.")
    assert [event.realis for event in r.events] == [Realis.ACTUAL, Realis.PLANNED]


# ---------------------------------------------------------------- whether it happened


@pytest.mark.parametrize(
    ("text", "polarity", "realis"),
    [
        ("The army shelled/V Aden.", Polarity.POSITIVE, Realis.ACTUAL),
        ("The army did not shell/V Aden.", Polarity.NEGATIVE, Realis.ACTUAL),
        ("The army will shell/V Aden.", Polarity.POSITIVE, Realis.PLANNED),
        ("The army could shell/V Aden.", Polarity.POSITIVE, Realis.HYPOTHETICAL),
        ("Attacks/N on aid workers are frequent/A.", Polarity.POSITIVE, Realis.GENERIC),
        ("The group threatened/V to attack/V Aden.", Polarity.POSITIVE, Realis.PLANNED),
        ("The ministry warned/V of an attack on Aden.", Polarity.POSITIVE, Realis.PLANNED),
        ("Explosions/N were heard/V in Sanaa.", Polarity.POSITIVE, Realis.ACTUAL),
    ],
)
def test_an_event_says_whether_it_happened(text: str, polarity: Polarity, realis: Realis) -> None:
    event = made(text).event
    assert (event.polarity, event.realis) == (polarity, realis)


# ---------------------------------------------------------------- whose word it stands on


def test_an_event_told_in_the_publishers_own_voice_names_s0() -> None:
    assert made("Rebels/N bombed/V Aden.").event.statements == ("s0",)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said/V rebels bombed/V Aden.", "said"),
        ("The militia denied/V it bombed/V Aden.", "denied"),
        ("The army accused/V rebels of bombing/V Aden.", "accused"),
        ("Aden was reportedly bombed/V.", "reportedly"),
        ("“They bombed/V Aden,” said/V Yusuf al-Hadi.", "said"),
        ("Rebels/N bombed/V Aden, according/V to residents.", "according to"),
    ],
)
def test_an_event_that_a_source_tells_stands_on_that_statement_alone(text: str, cue: str) -> None:
    r = made(text)
    assert r.event.statements == (r.by_cue(cue).id,)
    assert r.by_cue(cue).events == (r.event.id,)


def test_who_condemns_an_attack_presupposes_it_and_the_teller_vouches_too() -> None:
    r = made("Iran condemned/V the attack on Aden.")
    assert r.event.statements == ("s0", r.by_cue("condemned").id)


def test_a_condemnation_told_by_another_stands_on_that_others_word() -> None:
    r = made("The mayor said/V Iran condemned/V the attack on Aden.")
    assert r.event.statements == (r.by_cue("said").id, r.by_cue("condemned").id)


def test_two_who_tell_of_one_event_both_vouch_for_it() -> None:
    r = made("The army said/V a drone strike hit/V Aden.", "The mayor confirmed/V the drone strike on Aden.")
    assert set(r.event.statements) == {r.by_cue("said").id, r.by_cue("confirmed").id}


def test_what_stands_inside_a_quotation_over_two_paragraphs_is_not_the_publishers_word() -> None:
    r = made("“They bombed/V Aden.", "“We will rebuild/V it,” said/V Yusuf al-Hadi.")
    assert r.event.statements == (r.by_cue("said").id,)


# ---------------------------------------------------------------- when, where, what it cost


def test_a_time_and_a_place_carry_their_words_and_their_values() -> None:
    r = made("A bomb exploded/V in eastern Baghdad on Wednesday.")
    event = r.event
    assert isinstance(event.time, EventTime)
    assert isinstance(event.time.value, DateInterval)
    assert (event.time.span.of(r.text), event.time.value.earliest.isoformat()) == ("Wednesday", "2024-02-07")
    assert isinstance(event.place, EventPlace)
    assert isinstance(event.place.value, PlaceLink)
    assert (event.place.span.of(r.text), event.place.value.country) == ("eastern Baghdad", "IQ")


def test_a_weekday_without_a_publication_day_stays_unresolved_with_its_words() -> None:
    r = report("A bomb exploded/V on Wednesday.")
    assert isinstance(r.event.time, EventTime)
    assert r.event.time.span.of(r.text) == "Wednesday"
    assert isinstance(r.event.time.value, Unresolved)


def test_no_time_and_no_place_told_are_unknown_and_never_the_publication_day() -> None:
    event = made("Rebels/N attacked/V a camp.").event
    assert isinstance(event.time, Unresolved)
    assert isinstance(event.place, Unresolved)


def test_an_unknown_town_keeps_its_words_and_has_no_value() -> None:
    r = made("A bomb exploded/V in Qazzarabad.")
    assert isinstance(r.event.place, EventPlace)
    assert r.event.place.span.of(r.text) == "Qazzarabad"
    assert isinstance(r.event.place.value, Unresolved)


def test_the_finer_place_of_all_tellings_is_the_events() -> None:
    r = made("A drone strike in Iraq killed/V three people.", "The drone strike in Baghdad hit/V a car.")
    assert isinstance(r.event.place, EventPlace)
    assert r.event.place.span.of(r.text) == "Baghdad"


def test_when_it_was_said_is_never_when_it_happened() -> None:
    r = made("The mayor said/V on Thursday that rebels bombed/V Aden.")
    assert isinstance(r.event.time, Unresolved)


def test_killed_and_wounded_are_two_tolls_of_one_event() -> None:
    event = made("A blast in Aden killed/V five people and wounded/V nine.").event
    assert [(t.harm, t.low, t.high) for t in event.tolls] == [(Harm.KILLED, 5, 5), (Harm.INJURED, 9, 9)]


def test_a_part_of_a_toll_is_never_to_be_added_to_it() -> None:
    event = made("At least twelve people, including three children, were killed/V in shelling/N of Kharkiv.").event
    assert [(t.low, t.high, t.part_of) for t in event.tolls] == [(12, None, False), (3, 3, True)]


def test_one_figure_told_twice_is_one_toll() -> None:
    r = made("A blast in Aden killed/V five people.", "The blast killed/V five people, residents said/V.")
    assert [(t.low, t.high) for t in r.event.tolls] == [(5, 5)]


def test_two_figures_for_one_event_stand_side_by_side() -> None:
    r = made(
        "A blast in Aden killed/V five people, police said/V.", "The blast in Aden killed/V nine people, medics said/V."
    )
    assert [t.low for t in r.event.tolls] == [5, 9]


def test_a_disaster_that_kills_is_no_assault() -> None:
    event = made("An earthquake killed/V nine people in Herat.").event
    assert (event.kind, event.category) == ("disaster", None)
    assert [t.low for t in event.tolls] == [9]


def test_a_death_of_which_neither_means_nor_number_is_told_is_no_event() -> None:
    assert made("The poet died/V.").events == ()


# ---------------------------------------------------------------- roles over the whole report


def test_the_same_doer_told_twice_is_one_filler() -> None:
    r = made("Israel bombed/V a depot in Aden.", "Israel’s bombing/N of the depot in Aden killed/V six people.")
    assert r.fillers(r.event, Role.INITIATOR) == ["Israel"]


def test_a_doer_whom_another_sentence_names_is_marked_as_carried() -> None:
    r = made("A drone strike hit/V Aden on Monday.", "Monday’s US drone strike in Aden killed/V six people.")
    [doer] = [f for f in r.event.roles if f.role is Role.INITIATOR]
    assert (r.named(doer.entity), doer.carried) == (r.entity("US").name, True)


def test_a_pronoun_that_acts_is_whom_it_stands_for() -> None:
    r = made("The army said/V it had shelled/V Aden.")
    [doer] = [f for f in r.event.roles if f.role is Role.INITIATOR]
    assert (doer.span.of(r.text), r.named(doer.entity)) == ("it", "The army")


def test_codes_come_from_the_kind() -> None:
    event = made("A drone strike hit/V Aden.").event
    assert (event.category, event.mode, event.cameo) == (Category.ASSAULT, "aerial", "195")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hundreds/N of people protested/V in Aden.", "protest"),
        ("Hamas released/V two hostages.", "hostage-release"),
        ("Washington said/V it carried/V out a strike in Baghdad.", "attack"),
        ("Israel and Hamas agreed/V a ceasefire.", "ceasefire"),
        ("Kenya deployed/V police to Haiti.", "deployment"),
        ("Teachers/N went/V on strike in Aden.", "strike"),
        ("المسلحون/N bombed/V Aden.", "bombing"),
    ],
)
def test_kinds_of_every_sort_are_found(text: str, kind: str) -> None:
    assert made(text).event.kind == kind


def test_who_kills_and_flees_displaces_nobody() -> None:
    assert [e.kind for e in made("Gunmen/N killed/V a judge in Aden and fled/V.").events] == ["killing"]


def test_a_figure_that_belongs_to_no_event_is_noted_and_not_lost() -> None:
    r = made("Five people were killed/V.")
    counted = [toll.low for event in r.events for toll in event.tolls]
    noted = [note.reason for note in r.extraction.skipped]
    assert counted == [5] or noted == ["toll-without-event"]


def test_whom_an_attack_did_not_kill_contradicts_no_count_of_those_it_killed() -> None:
    r = made("A drone strike killed/V ten civilians in Aden 😀.", "The drone strike killed/V no militants.")
    assert r.event.kind == "drone-strike"
