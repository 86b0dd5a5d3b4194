"""Events: corpora in one form, labels, heads, and scores worked by hand."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.command import measured
from benchmarks.event_corpora import EventText, GoldArgument, GoldEvent, held_out, read_m2e2, read_rams, read_wikievents
from benchmarks.event_labels import M2E2, RAMS, WIKIEVENTS
from benchmarks.readers import Doors
from benchmarks.triggers import (
    TRIGGERS,
    argument_counts,
    argument_head_counts,
    given_trigger_counts,
    head_word,
    trigger_counts,
)
from tests.benchmarks.fakes import FakeAnnotator, linked

WORDS = ("🕊", "A", "guard", "of", "علي", "died", "in", "Hatra", ".")
DIED = GoldEvent("life.die", (5, 6), (GoldArgument("victim", (1, 5)), GoldArgument("place", (7, 8))))
TEXT = EventText((WORDS,), (DIED,))


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("Hatra", "Hatra"),
        ("three young men", "men"),
        ("a guard of the camp", "guard"),
        ("soldiers , police and others", "soldiers"),
        ("of", "of"),  # a phrase is never left without a head
    ],
)
def test_the_head_is_the_last_word_before_what_follows_it(phrase: str, head: str) -> None:
    words = phrase.split()
    assert words[head_word(words, (0, len(words)))] == head


def test_a_trigger_needs_its_words_and_its_type() -> None:
    told = [GoldEvent("life.die", (5, 6)), GoldEvent("conflict.attack", (5, 6)), GoldEvent("life.die", (6, 7))]
    counts = trigger_counts(TEXT, told)
    assert (counts.right, counts.predicted, counts.gold) == (1, 3, 1)


def test_an_argument_needs_all_its_words_and_a_head_only_one() -> None:
    told = [GoldEvent("life.die", (0, 1), (GoldArgument("victim", (2, 3)), GoldArgument("place", (7, 8))))]
    assert argument_counts(TEXT, told).right == 1
    assert argument_head_counts(TEXT, told).right == 2


def test_an_argument_of_an_event_of_another_type_is_wrong() -> None:
    told = [GoldEvent("conflict.attack", (5, 6), DIED.arguments)]
    assert argument_counts(TEXT, told).right == argument_head_counts(TEXT, told).right == 0


FOUND = linked((5, 6, "Life.Die"), (1, 5, "victim"), (7, 8, "place"))


def test_with_given_triggers_an_argument_counts_for_its_own_trigger_only() -> None:
    twice = EventText((WORDS,), (DIED, GoldEvent("life.die", (2, 3))))
    assert given_trigger_counts(twice, [FOUND], WIKIEVENTS).right == 2
    elsewhere = linked((2, 3, ""), (1, 5, "victim"))
    counts = given_trigger_counts(twice, [elsewhere], WIKIEVENTS)
    assert (counts.right, counts.predicted, counts.gold) == (0, 1, 2)


def test_two_events_of_one_trigger_share_what_was_found() -> None:
    both = EventText((WORDS,), (DIED, GoldEvent("life.injure", (5, 6), DIED.arguments[:1])))
    counts = given_trigger_counts(both, [FOUND], WIKIEVENTS)
    assert (counts.right, counts.predicted, counts.gold) == (3, 4, 3)


def test_types_and_roles_take_the_names_of_the_corpus() -> None:
    assert M2E2.type_of("movement.transportation") == "movement.transport"
    assert M2E2.type_of("justice.sentence") is None  # M2E2 has no such type
    assert M2E2.role_of("life.die", "killer") == "agent"
    assert M2E2.role_of("life.die", "explosivedevice") == "instrument"
    assert WIKIEVENTS.type_of("contact.meet") == "contact.contact"
    assert WIKIEVENTS.type_of("justice.sentence") == "justice.sentence"
    assert RAMS.role_of("movement.transportperson.n/a", "passengerartifact") == "passenger"
    assert RAMS.role_of("movement.transportperson.grantentryasylum", "giver") == "granter"
    assert RAMS.role_of("conflict.attack.n/a", "giver") == "giver"


def _m2e2(root: Path) -> None:
    (root / "m2e2").mkdir()
    event = {
        "event_type": "Life:Die",
        "trigger": {"start": 5, "end": 6},
        "arguments": [{"role": "Victim", "start": 1, "end": 5}, {"role": "Place", "start": 7, "end": 8}],
    }
    rows: list[dict[str, Any]] = [
        {"sentence_id": "article_1", "words": ["Nothing", "."], "golden-event-mentions": []},
        {"sentence_id": "other_1", "words": ["Unasked"], "golden-event-mentions": []},
        {"sentence_id": "article_2", "words": WORDS, "golden-event-mentions": [event]},
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    (root / "m2e2/sentences.jsonl.gz").write_bytes(gzip.compress(data))
    (root / "m2e2/split1_dev.txt").write_text("article_2\narticle_1\n")


def _wikievents(root: Path, split: str = "dev") -> None:
    (root / "wikievents").mkdir()
    row = {
        "sentences": [[[[word, 0, 0] for word in WORDS], "…"]],
        "entity_mentions": [{"id": "t1", "start": 1, "end": 5}, {"id": "t2", "start": 7, "end": 8}],
        "event_mentions": [
            {
                "event_type": "Life.Die.Unspecified",
                "trigger": {"start": 5, "end": 6},
                "arguments": [{"entity_id": "t1", "role": "Victim"}, {"entity_id": "t2", "role": "Place"}],
            }
        ],
    }
    (root / f"wikievents/{split}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


def _rams(root: Path, split: str = "test") -> None:
    (root / "rams").mkdir()
    rows = [
        {
            "source_url": address,
            "sentences": [WORDS[:5], WORDS[5:]],
            "evt_triggers": [[5, 5, [["life.die.n/a", 1.0]]]],
            "gold_evt_links": [[[5, 5], [1, 4], "evt089arg01victim"], [[5, 5], [7, 7], "evt089arg02place"]],
        }
        for address in ADDRESSES
    ]
    (root / f"rams/{split}.jsonlines").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


ADDRESSES = [f"https://example.org/{number}" for number in range(10)]


def test_the_corpora_have_one_form(tmp_path: Path) -> None:
    _m2e2(tmp_path)
    _wikievents(tmp_path)
    _rams(tmp_path)
    (m2e2,) = read_m2e2(tmp_path / "m2e2/sentences.jsonl.gz", tmp_path / "m2e2/split1_dev.txt")
    (wikievents,) = read_wikievents(tmp_path / "wikievents/dev.jsonl")
    rams = read_rams(tmp_path / "rams/test.jsonlines")[0]
    assert wikievents.events == (DIED,)
    assert wikievents.words == rams.words == WORDS
    assert rams.events[0].arguments == DIED.arguments
    assert rams.events[0].type == "life.die.n/a"
    assert m2e2.sentences == (("Nothing", "."), WORDS)  # one text for one article, in its order
    assert m2e2.events[0].trigger == (7, 8)
    assert [one.words for one in m2e2.events[0].arguments] == [(3, 7), (9, 10)]


def test_a_sentence_that_is_listed_and_missing_is_told(tmp_path: Path) -> None:
    _m2e2(tmp_path)
    (tmp_path / "m2e2/split1_dev.txt").write_text("article_1\narticle_3\n")
    with pytest.raises(ValueError, match="article_3"):
        read_m2e2(tmp_path / "m2e2/sentences.jsonl.gz", tmp_path / "m2e2/split1_dev.txt")


def test_rams_on_dev_is_only_what_training_leaves_alone(tmp_path: Path) -> None:
    _rams(tmp_path, "dev")
    path = tmp_path / "rams/dev.jsonlines"
    kept = [address for address in ADDRESSES if held_out(address)]
    assert len(read_rams(path, only_held_out=True)) == len(kept)
    assert 0 < len(kept) < len(read_rams(path)) == 10


def test_triggers_and_arguments_of_an_annotator_that_finds_its_own(tmp_path: Path) -> None:
    _m2e2(tmp_path)
    # The death with its victim too short and its place right; and an arrest, which M2E2 marks and nobody told of.
    told = [
        linked((7, 8, "Life.Die"), (4, 5, "victim"), (9, 10, "place")),
        linked((4, 5, "Justice.ArrestJailDetain")),
        linked((0, 1, "Justice.Sentence")),  # no type of M2E2: no answer there
    ]
    doors = Doors(annotator=lambda: FakeAnnotator(links=told))
    figures = measured(TRIGGERS, ["--data", str(tmp_path), "--json"], doors=doors).figures
    assert figures == {"m2e2_trigger_f1": 66.67, "m2e2_argument_f1": 50.0}


def test_figures_of_heads_with_found_and_with_given_triggers(tmp_path: Path) -> None:
    _wikievents(tmp_path, "test")
    _rams(tmp_path)
    told = [
        linked((5, 6, "Life.Die"), (2, 3, "victim"), (4, 5, "place")),
        linked((2, 3, "Contact.Meet"), (7, 8, "place")),
    ]
    annotator = FakeAnnotator(links=told)
    doors = Doors(annotator=lambda: annotator)
    figures = measured(TRIGGERS, ["--data", str(tmp_path), "--split", "test", "--json"], doors=doors).figures
    assert figures == {
        "wikievents_trigger_f1": 66.67,
        "wikievents_argument_head_f1": 40.0,  # one of three told, one of two to find
        "wikievents_argument_head_f1_gold_triggers": 50.0,
        "rams_argument_head_f1_gold_triggers": 50.0,
    }
    assert ("argument", [(5, 6)]) in annotator.asked
