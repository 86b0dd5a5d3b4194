import pytest
from tests.interpret.reports import Report, report

from onrecord.core.annotations import MentionForm, MentionKind
from onrecord.core.extraction import ActorLink, PlaceLink, Unresolved

YUSUF_ALONE = {"Yusuf al-Hadi": "person"}
YUSUF = {"Yusuf al-Hadi": "person", "al-Hadi": "person"}


def same(r: Report, one: str, other: str, nth: int = 0) -> bool:
    return r.entity(one).id == r.entity(other, nth).id


# ---------------------------------------------------------------- names


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    r = report("Yusuf al-Hadi left/V. The army said/V al-Hadi fled/V.", names=YUSUF)
    assert same(r, "Yusuf al-Hadi", "al-Hadi", 1)
    assert r.entity("Yusuf al-Hadi").name == "Yusuf al-Hadi"


def test_a_name_in_full_behind_the_last_name_gives_the_entity_its_name() -> None:
    r = report("The army said/V al-Hadi fled/V. Yusuf al-Hadi left/V.", names=YUSUF)
    assert r.entity("al-Hadi").name == "Yusuf al-Hadi"


def test_spellings_that_fold_alike_are_one() -> None:
    r = report("Rebels/N left/V Sana’a. They fled/V Sanaa.", names={"Sana’a": "place", "Sanaa": "place"})
    assert same(r, "Sana’a", "Sanaa")


def test_names_that_only_look_alike_are_two() -> None:
    r = report("Yusuf al-Hadi met/V Yusuf al-Hadid.", names={"Yusuf al-Hadi": "person", "Yusuf al-Hadid": "person"})
    assert not same(r, "Yusuf al-Hadi", "Yusuf al-Hadid")


def test_two_people_of_one_last_name_stay_two() -> None:
    r = report("Yusuf al-Hadi met/V Nour al-Hadi 😀.", names={"Yusuf al-Hadi": "person", "Nour al-Hadi": "person"})
    assert not same(r, "Yusuf al-Hadi", "Nour al-Hadi")


def test_spellings_of_one_listed_actor_are_one() -> None:
    r = report("Kataib Hezbollah fled/V. Kata’ib Hizbullah returned/V.")
    assert same(r, "Kataib Hezbollah", "Kata’ib Hizbullah")


def test_an_adjective_before_a_noun_is_the_state_and_alone_the_people() -> None:
    r = report("An Iraqi/A raid failed/V in Iraq. Iraqis/N protested/V.")
    assert same(r, "Iraqi", "Iraq", 1)
    assert r.entity("Iraqis").kind is MentionKind.GROUP
    assert not same(r, "Iraqi", "Iraqis")


def test_a_capital_that_speaks_is_not_the_town_where_something_happens() -> None:
    r = report("Washington said/V so. He left/V for Washington.", names={"Washington": "place"})
    speaker, town = r.entity("Washington"), r.entity("Washington", 1)
    assert speaker.id != town.id
    assert isinstance(speaker.actor, ActorLink)
    assert (speaker.actor.country, speaker.actor.sector) == ("USA", "GOV")
    assert isinstance(town.place, PlaceLink)


def test_places_are_linked_and_persons_are_not() -> None:
    r = report("Yusuf al-Hadi left/V Mosul.", names={"Yusuf al-Hadi": "person", "Mosul": "place"})
    town, man = r.entity("Mosul").place, r.entity("Yusuf al-Hadi")
    assert isinstance(town, PlaceLink)
    assert town.country == "IQ"
    assert man.place is None
    assert isinstance(man.actor, Unresolved)


def test_ids_count_from_the_start_of_the_text() -> None:
    r = report("Yusuf al-Hadi left/V Mosul for Iraq.", names={"Yusuf al-Hadi": "person", "Mosul": "place"})
    assert [r.entity(words).id for words in ("Yusuf al-Hadi", "Mosul", "Iraq")] == ["n1", "n2", "n3"]


# ---------------------------------------------------------------- pronouns


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Yusuf al-Hadi left/V Iraq. He fled/V.", "He", "Yusuf al-Hadi"),
        ("Yusuf al-Hadi met/V Iraq’s envoy. His car burned/V.", "His", "Yusuf al-Hadi"),
        ("Yusuf al-Hadi praised/V Kitara Brigade. It fled/V.", "It", "Kitara Brigade"),
        ("Yusuf al-Hadi praised/V Kitara Brigade. They fled/V.", "They", "Kitara Brigade"),
    ],
)
def test_a_pronoun_goes_to_the_nearest_name_that_it_fits(text: str, pronoun: str, name: str) -> None:
    r = report(text, names=YUSUF_ALONE | ({"Kitara Brigade": "armed-group"} if "Kitara" in text else {}))
    assert same(r, pronoun, name)
    mention = next(m for m in r.entity(pronoun).mentions if m.span == r.span(pronoun))
    assert mention.form is MentionForm.PRONOUN


def test_a_pronoun_never_goes_to_a_name_behind_it() -> None:
    r = report("He fled/V. Yusuf al-Hadi left/V.", names={"Yusuf al-Hadi": "person"})
    assert all(m.form is MentionForm.NAME for m in r.entity("Yusuf al-Hadi").mentions)


def test_a_name_that_only_modifies_is_not_taken_up_by_a_pronoun() -> None:
    r = report("Yusuf al-Hadi’s house burned/V. He fled/V.", names={"Yusuf al-Hadi": "person"})
    assert all(m.form is MentionForm.NAME for m in r.entity("Yusuf al-Hadi").mentions)


def test_a_pronoun_four_sentences_on_is_left_alone() -> None:
    r = report(
        "Yusuf al-Hadi left/V. Rain/N fell/V. Rain/N fell/V. Rain/N fell/V. Rain/N fell/V. He fled/V.",
        names={"Yusuf al-Hadi": "person"},
    )
    assert len(r.entity("Yusuf al-Hadi").mentions) == 1


def test_it_is_never_a_person_and_he_is_never_a_body() -> None:
    names = {**YUSUF_ALONE, "Kitara": "armed-group"}
    r = report("Yusuf al-Hadi left/V. It fell/V.", "Kitara left/V. He fell/V.", names=names)
    assert not any(m.span == r.span("It") for e in r.extraction.entities for m in e.mentions)
    assert [m.span for m in r.entity("Kitara").mentions] == [r.span("Kitara")]


# ---------------------------------------------------------------- descriptions


def test_a_description_becomes_an_entity_when_somebody_speaks_or_acts() -> None:
    r = report("Two officials said/V it fell/V.")
    made = r.entity("Two officials")
    assert (made.kind, made.mentions[0].form) == (MentionKind.PERSON, MentionForm.NOMINAL)
    assert isinstance(made.actor, Unresolved)
    assert "several" in made.actor.reason


def test_a_description_that_nothing_needs_becomes_none() -> None:
    assert report("The weather was fine/A.").extraction.entities == ()


def test_an_apposition_is_another_mention_of_the_name_before_it() -> None:
    r = report(
        "The Kitara Brigade, an armed group that/O attacked/V Aden, fled/V.",
        names={"Kitara Brigade": "armed-group", "Aden": "place"},
    )
    assert same(r, "Kitara Brigade", "an armed group")


def test_words_that_describe_nothing_known_have_no_entity() -> None:
    r = report("The escalation of rain")
    assert r.book.entity_for(r.span("The escalation")) is None


def test_a_modifier_alone_is_its_own_entity_not_the_whole_phrase() -> None:
    r = report("US jets attacked/V Aden.", names={"Aden": "place"})
    part = r.book.entity_for(r.span("US"))
    assert part is not None
    assert r.book.kind(part) is MentionKind.COUNTRY


def test_asking_twice_for_a_description_makes_one_entity() -> None:
    r = report("The convoy burned/V.")
    assert r.book.entity_for(r.span("The convoy")) == r.book.entity_for(r.span("The convoy")) is not None


def test_asking_outside_every_sentence_gives_none() -> None:
    r = report("Rebels/N fled/V.", "They returned/V.")
    gap = r.span("\n\n")
    assert r.book.entity_for(gap) is None
    assert r.book.name_in(gap) is None
    assert r.book.names_in(gap) == []
