import json
from collections import Counter
from pathlib import Path

import pytest

from onrecord.core import lexicon
from onrecord.core.errors import ResourceError
from onrecord.core.lexicon import Stance, cue_acts, event_kinds, lexicon_digest, speech_acts
from onrecord.core.ontology import Act, Category, Harm, Role

KINDS = list(event_kinds().values())
ACTS = list(speech_acts().values())


def repeated(forms: list[object]) -> dict[object, int]:
    return {form: n for form, n in Counter(forms).items() if n > 1}


def test_every_act_has_its_entry() -> None:
    assert set(speech_acts()) == set(Act)


def test_a_verb_form_shows_one_act_only() -> None:
    assert repeated([form for act in ACTS for form in act.verbs]) == {}


def test_a_cue_of_several_words_shows_one_act_only() -> None:
    assert repeated([phrase for act in ACTS for phrase in act.phrases]) == {}


def test_a_noun_is_a_trigger_of_one_kind_only() -> None:
    assert repeated([phrase for kind in KINDS for phrase in kind.nouns]) == {}


def test_a_verb_is_a_trigger_of_one_kind_only() -> None:
    assert repeated([phrase for kind in KINDS for phrase in kind.verbs]) == {}


def test_an_instrument_makes_one_kind_only() -> None:
    assert repeated([phrase for kind in KINDS for phrase in kind.instruments]) == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_the_words_of_a_kind_are_in_lower_case_as_the_reader_compares_them(kind: lexicon.EventKind) -> None:
    for phrase in kind.nouns | kind.verbs | kind.instruments:
        assert phrase
        assert all(word and word == word.lower() for word in phrase)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_kind_can_be_found_by_words_of_its_own(kind: lexicon.EventKind) -> None:
    assert kind.nouns | kind.verbs


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_the_one_to_whom_it_is_done_is_target_or_victim(kind: lexicon.EventKind) -> None:
    assert kind.patient in (Role.TARGET, Role.VICTIM)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.instruments], ids=lambda kind: kind.kind)
def test_a_kind_with_instruments_has_a_generic_one_in_its_family_to_replace(kind: lexicon.EventKind) -> None:
    assert any(other.generic and other.family == kind.family for other in KINDS)


def test_cameo_codes_are_digits_and_absent_only_where_there_is_no_category() -> None:
    for kind in KINDS:
        assert (kind.cameo is None) == (kind.category is None), kind.kind
        assert kind.cameo is None or (kind.cameo.isdigit() and 3 <= len(kind.cameo) <= 4), kind.kind
    for act in ACTS:
        assert act.cameo.isdigit()
        assert len(act.cameo) == 3


@pytest.mark.parametrize(
    ("kind", "category", "patient", "harm"),
    [
        ("drone-strike", Category.ASSAULT, Role.TARGET, None),
        ("killing", Category.ASSAULT, Role.VICTIM, Harm.KILLED),
        ("arrest", Category.COERCE, Role.VICTIM, Harm.DETAINED),
        ("displacement", Category.ASSAULT, Role.VICTIM, Harm.DISPLACED),
        ("election", None, Role.TARGET, None),
    ],
)
def test_kinds_carry_their_codes(kind: str, category: Category | None, patient: Role, harm: Harm | None) -> None:
    entry = event_kinds()[kind]
    assert (entry.kind, entry.category, entry.patient, entry.harm) == (kind, category, patient, harm)


@pytest.mark.parametrize(
    ("form", "act"),
    [
        ("said", Act.SAY),
        ("denied", Act.DENY),
        ("slammed", Act.CONDEMN),
        ("vowing", Act.PROMISE),
        ("linked", Act.ACCUSE),
        ("warns", Act.WARN),
    ],
)
def test_each_form_of_a_verb_shows_its_act(form: str, act: Act) -> None:
    assert cue_acts()[form].act is act


@pytest.mark.parametrize(
    ("act", "stance"),
    [
        (Act.SAY, Stance.ASSERTS),
        (Act.DENY, Stance.DENIES),
        (Act.ACCUSE, Stance.ALLEGES),
        (Act.CONDEMN, Stance.PRESUPPOSES),
        (Act.THREATEN, Stance.ANTICIPATES),
        (Act.QUESTION, Stance.ASKS),
    ],
)
def test_what_an_act_does_with_the_event_inside_it_is_told(act: Act, stance: Stance) -> None:
    assert speech_acts()[act].stance is stance


def test_who_condemns_takes_an_object_and_who_says_takes_a_clause() -> None:
    assert speech_acts()[Act.CONDEMN].takes_object
    assert not speech_acts()[Act.SAY].takes_object


def test_the_digest_changes_with_either_table(monkeypatch: pytest.MonkeyPatch) -> None:
    before = lexicon_digest()
    original = lexicon._table
    for changed in ("acts.json", "events.json"):
        monkeypatch.setattr(
            lexicon, "_table", lambda name, changed=changed: original(name) + (" " if name == changed else "")
        )
        lexicon_digest.cache_clear()
        assert lexicon_digest() != before
    monkeypatch.undo()
    lexicon_digest.cache_clear()
    assert lexicon_digest() == before


def test_a_missing_table_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lexicon, "files", lambda _package: tmp_path)
    with pytest.raises(ResourceError, match=r"acts\.json is missing: install onrecord again"):
        lexicon._table("acts.json")


def test_the_packaged_tables_are_plain_json() -> None:
    for name in ("acts.json", "events.json"):
        assert isinstance(json.loads(lexicon._table(name)), list)
