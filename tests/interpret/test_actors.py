import datetime as dt
from collections import Counter

import pytest
from tests.interpret.reports import gazetteer

from onrecord.core.annotations import Mention, MentionForm, MentionKind
from onrecord.core.extraction import ActorLink, Unresolved
from onrecord.core.spans import Span
from onrecord.gazetteer import ActorEntry
from onrecord.interpret.actors import link_actor
from onrecord.interpret.names import Name

HERE = Span(0, 5)


def name(*actors: ActorEntry, kind: MentionKind = MentionKind.PERSON) -> Name:
    return Name(Mention(kind, MentionForm.NAME, HERE, HERE, 0.9), actors)


def entry(
    identity: str, country: str | None, *, years: tuple[int, int] | None = None, sector: str = "GOV"
) -> ActorEntry:
    return ActorEntry(
        identity,
        identity.title(),
        MentionKind.PERSON,
        country,
        sector,
        valid_from=dt.date(years[0], 1, 1) if years else None,
        valid_to=dt.date(years[1], 12, 31) if years else None,
    )


def state(words: str, *, metonym: bool = False) -> Name:
    country = gazetteer().country(words)
    assert country is not None
    return Name(Mention(MentionKind.COUNTRY, MentionForm.NAME, HERE, HERE, 0.9), (), country, metonym=metonym)


def link(made: Name, *, day: dt.date | None = None, countries: str = "") -> ActorLink | Unresolved:
    return link_actor(made, day=day, countries=Counter(countries.split()))


def test_a_name_that_is_not_listed_is_unresolved_with_the_reason() -> None:
    assert link(name()) == Unresolved("not in the actor file")


def test_a_listed_actor_is_linked_with_country_and_sector() -> None:
    assert link(name(entry("al-hadi", "YEM"))) == ActorLink("al-hadi", "Al-Hadi", "YEM", "GOV")


def test_a_country_is_the_state_as_a_whole() -> None:
    assert link(state("Iraq")) == ActorLink("IRQ", "Iraq", "IRQ", None)


def test_a_capital_that_speaks_is_the_government_of_its_country() -> None:
    assert link(state("Iraq", metonym=True)) == ActorLink("IRQ.government", "Iraqi government", "IRQ", "GOV")


def test_of_two_holders_of_a_name_the_one_in_office_on_the_day_is_meant() -> None:
    both = name(entry("elder", "USA", years=(1989, 1993)), entry("younger", "USA", years=(2001, 2009)))
    linked = link(both, day=dt.date(2003, 3, 20))
    assert isinstance(linked, ActorLink)
    assert linked.id == "younger"


def test_a_day_outside_every_term_rules_nobody_out() -> None:
    one = name(entry("elder", "USA", years=(1989, 1993)))
    assert isinstance(link(one, day=dt.date(2020, 1, 1)), ActorLink)


@pytest.mark.parametrize(("countries", "expected"), [("COL COL", "colombian"), ("PER", "peruvian")])
def test_of_two_namesakes_the_one_whose_country_the_report_names_is_meant(countries: str, expected: str) -> None:
    linked = link(name(entry("colombian", "COL"), entry("peruvian", "PER")), countries=countries)
    assert isinstance(linked, ActorLink)
    assert linked.id == expected


@pytest.mark.parametrize("countries", ["", "COL PER", "IRQ"])
def test_two_namesakes_that_nothing_tells_apart_stay_unresolved_and_are_both_named(countries: str) -> None:
    linked = link(name(entry("peruvian", "PER"), entry("colombian", "COL")), countries=countries)
    assert linked == Unresolved("may be any of colombian, peruvian")


def test_two_offices_of_one_person_are_one_actor() -> None:
    linked = link(
        name(entry("al-hadi", "YEM", years=(2000, 2004)), entry("al-hadi", "YEM", years=(2005, 2010), sector="OPP"))
    )
    assert isinstance(linked, ActorLink)
    assert linked.id == "al-hadi"


def test_the_office_of_the_day_gives_the_sector() -> None:
    offices = name(
        entry("al-hadi", "YEM", years=(2000, 2004)), entry("al-hadi", "YEM", years=(2005, 2010), sector="OPP")
    )
    linked = link(offices, day=dt.date(2007, 5, 1))
    assert isinstance(linked, ActorLink)
    assert linked.sector == "OPP"
