"""Which tellings are one event: what speaks for it, and what speaks against it."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interpret.reports import report

from onrecord.core.dates import DateInterval
from onrecord.core.ontology import Realis
from onrecord.interpret.identity import Profile, likeness, merged, needed, profile_of
from onrecord.interpret.told_events import find_tellings

WEDNESDAY = DateInterval.day(dt.date(2024, 2, 7))
FRIDAY = DateInterval.day(dt.date(2024, 2, 9))
BAGHDAD = (98182, "IQ", "city")
MOSUL = (99072, "IQ", "city")
IRAQ = (99237, "IQ", "country")
AMMAN = (250441, "JO", "city")

STRIKE = Profile(
    kind="drone-strike",
    family="violence",
    generic=False,
    realis=Realis.ACTUAL,
    places=frozenset(),
    days=(),
    doers=frozenset(),
    harmed=frozenset(),
    targets=frozenset(),
    killed=frozenset(),
)
ATTACK = replace(STRIKE, kind="attack", generic=True)


def points(event: Profile, telling: Profile) -> int | None:
    like = likeness(event, telling)
    return like[0] if like is not None else None


def reasons(event: Profile, telling: Profile) -> tuple[str, ...]:
    like = likeness(event, telling)
    assert like is not None
    return like[1]


def test_a_generic_telling_may_be_any_kind_of_its_family() -> None:
    assert points(STRIKE, ATTACK) == 0
    assert reasons(STRIKE, ATTACK) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STRIKE, replace(STRIKE, family="protest")),
        (STRIKE, replace(STRIKE, kind="shelling")),
        (STRIKE, replace(STRIKE, realis=Realis.PLANNED)),
        (replace(STRIKE, places=frozenset({BAGHDAD})), replace(STRIKE, places=frozenset({AMMAN}))),
        (replace(STRIKE, places=frozenset({BAGHDAD})), replace(STRIKE, places=frozenset({MOSUL}))),
        (replace(STRIKE, days=(WEDNESDAY,)), replace(STRIKE, days=(FRIDAY,))),
        (replace(STRIKE, killed=frozenset({(3, 3)})), replace(STRIKE, killed=frozenset({(14, None)}))),
        (replace(STRIKE, doers=frozenset({"actor:USA"})), replace(STRIKE, doers=frozenset({"actor:ISR"}))),
    ],
    ids=["family", "kind", "realis", "country", "town", "day", "toll", "doer"],
)
def test_what_speaks_against_it_parts_two_tellings(one: Profile, other: Profile) -> None:
    assert likeness(one, other) is None
    assert likeness(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (replace(STRIKE, places=frozenset({BAGHDAD})), replace(STRIKE, places=frozenset({BAGHDAD})), "same place"),
        (replace(STRIKE, days=(WEDNESDAY,)), replace(STRIKE, days=(DateInterval.month(2024, 2),)), "same time"),
        (replace(STRIKE, doers=frozenset({"actor:USA"})), replace(STRIKE, doers=frozenset({"actor:USA"})), "same doer"),
        (
            replace(STRIKE, harmed=frozenset({"entity:n4"})),
            replace(STRIKE, harmed=frozenset({"entity:n4"})),
            "same victim",
        ),
        (
            replace(STRIKE, targets=frozenset({"entity:n4"})),
            replace(STRIKE, targets=frozenset({"entity:n4"})),
            "same target",
        ),
        (replace(STRIKE, killed=frozenset({(3, 3)})), replace(STRIKE, killed=frozenset({(3, 3)})), "same toll"),
    ],
    ids=["place", "time", "doer", "victim", "target", "toll"],
)
def test_each_sign_that_agrees_adds_to_the_points_and_is_named(one: Profile, other: Profile, reason: str) -> None:
    assert reason in reasons(one, other)
    with_it, without = points(one, other), points(STRIKE, STRIKE)
    assert with_it is not None
    assert without is not None
    assert with_it > without


def test_a_town_and_its_country_are_no_contradiction() -> None:
    assert likeness(replace(STRIKE, places=frozenset({BAGHDAD})), replace(STRIKE, places=frozenset({IRAQ}))) is not None


def test_accounts_that_count_or_blame_otherwise_at_one_place_are_one_event() -> None:
    here = replace(STRIKE, places=frozenset({BAGHDAD}), killed=frozenset({(3, 3)}), doers=frozenset({"actor:USA"}))
    there = replace(here, killed=frozenset({(14, 14)}), doers=frozenset({"actor:ISR"}))
    assert likeness(here, there) is not None


def test_at_least_twelve_and_fourteen_are_no_contradiction() -> None:
    open_ended = replace(STRIKE, killed=frozenset({(12, None)}))
    assert likeness(open_ended, replace(STRIKE, killed=frozenset({(14, 14)}))) is not None


def test_an_event_takes_the_more_specific_kind_and_all_that_its_tellings_give() -> None:
    one = replace(ATTACK, places=frozenset({BAGHDAD}), days=(WEDNESDAY,))
    other = replace(STRIKE, doers=frozenset({"actor:USA"}))
    for event in (merged(one, other), merged(other, one)):
        assert (event.kind, event.generic) == ("drone-strike", False)
        assert event.places == {BAGHDAD}
        assert event.days == (WEDNESDAY,)
        assert event.doers == {"actor:USA"}


profiles = st.builds(
    Profile,
    kind=st.sampled_from(["attack", "drone-strike", "shelling"]),
    family=st.sampled_from(["violence", "protest"]),
    generic=st.booleans(),
    realis=st.sampled_from(list(Realis)),
    places=st.frozensets(st.sampled_from([BAGHDAD, MOSUL, IRAQ, AMMAN]), max_size=2),
    days=st.lists(st.sampled_from([WEDNESDAY, FRIDAY]), max_size=2).map(tuple),
    doers=st.frozensets(st.sampled_from(["actor:USA", "actor:ISR", "entity:n1"]), max_size=2),
    harmed=st.frozensets(st.sampled_from(["entity:n2"])),
    targets=st.frozensets(st.sampled_from(["entity:n3"])),
    killed=st.frozensets(st.sampled_from([(3, 3), (12, None), (14, 14)]), max_size=2),
)


@given(profiles, profiles)
def test_what_speaks_against_one_order_speaks_against_the_other(one: Profile, other: Profile) -> None:
    assert (likeness(one, other) is None) == (likeness(other, one) is None)


@given(profiles, profiles)
def test_points_come_with_a_reason(one: Profile, other: Profile) -> None:
    like = likeness(one, other)
    assert like is None or (like[0] == 0) == (like[1] == ())


def test_a_telling_with_a_definite_article_needs_less_and_another_one_far_more() -> None:
    r = report(
        "The attack failed/V.", "An attack failed/V.", "Another attack failed/V.", "A second attack failed/V 😀."
    )
    definite, indefinite, another, second = (needed(telling) for telling in find_tellings(r.context))
    assert definite < indefinite < another == second


def test_a_verb_needs_less_where_its_object_was_told_before() -> None:
    r = report("Rebels/N attacked/V the bus.", "Rebels/N attacked/V a bus.")
    definite, indefinite = (needed(telling) for telling in find_tellings(r.context))
    assert definite < indefinite


def test_a_profile_holds_place_day_doer_and_victims_of_its_telling() -> None:
    r = report(
        "The US killed/V three soldiers in Baghdad on Wednesday.", names={"Baghdad": "place"}, published="2024-02-08"
    )
    [telling] = find_tellings(r.context)
    profile = profile_of(telling, Realis.ACTUAL, r.context)
    assert {place[1] for place in profile.places} == {"IQ"}
    assert profile.days == (WEDNESDAY,)
    assert "actor:USA" in profile.doers
    assert "head:soldiers" in profile.harmed
    assert profile.killed == {(3, 3)}


def test_a_place_that_is_not_known_is_in_no_profile() -> None:
    r = report("A bomb exploded/V in Qazzarabad.", names={"Qazzarabad": "place"})
    [telling] = find_tellings(r.context)
    assert profile_of(telling, Realis.ACTUAL, r.context).places == frozenset()
