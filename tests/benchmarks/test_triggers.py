"""Events: corpora in one form, labels, heads, and scores worked by hand."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from benchmarks.command import measured
from benchmarks.event_corpora import EventText, GoldArgument, GoldEvent, read_m2e2, read_rams, read_wikievents
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
from tests.benchmarks.fakes import FakeAnnotator

from onrecord.core.annotations import Annotations, Argument, Trigger
from onrecord.core.article import Article
from onrecord.core.spans import Span

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


def test_with_given_triggers_an_argument_counts_for_its_own_trigger_only() -> None:
    twice = EventText((WORDS,), (DIED, GoldEvent("life.die", (2, 3))))
    assert given_trigger_counts(twice, [[], DIED.arguments]).right == 0
    assert given_trigger_counts(twice, [DIED.arguments, []]).right == 2


def test_types_and_roles_take_the_names_of_the_corpus() -> None:
    assert M2E2.type_of("movement.transportation") == "movement.transport"
    assert M2E2.type_of("justice.sentence") is None  # M2E2 has no such type
    assert M2E2.role_of("life.die", "killer") == "agent"
    assert M2E2.role_of("life.die", "explosivedevice") == "instrument"
    assert WIKIEVENTS.type_of("contact.meet") == "contact.contact"
    assert WIKIEVENTS.type_of("justice.sentence") == "justice.sentence"
    assert RAMS.role_of("movement.transportperson", "passengerartifact") == "passenger"


def _m2e2(root: Path) -> None:
    (root / "m2e2").mkdir()
    event = {
        "event_type": "Life:Die",
        "trigger": {"start": 5, "end": 6},
        "arguments": [{"role": "Victim", "start": 1, "end": 5}, {"role": "Place", "start": 7, "end": 8}],
    }
    rows: list[dict[str, Any]] = [
        {"sentence_id": "s_1", "words": WORDS, "golden-event-mentions": [event]},
        {"sentence_id": "s_2", "words": ["Nothing", "."], "golden-event-mentions": []},
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    (root / "m2e2/sentences.jsonl.gz").write_bytes(gzip.compress(data))
    (root / "m2e2/split1_dev.txt").write_text("s_2\ns_1\n")


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


def _rams(root: Path) -> None:
    (root / "rams").mkdir()
    row = {
        "sentences": [WORDS[:5], WORDS[5:]],
        "evt_triggers": [[5, 5, [["life.die.n/a", 1.0]]]],
        "gold_evt_links": [[[5, 5], [1, 4], "evt089arg01victim"], [[5, 5], [7, 7], "evt089arg02place"]],
    }
    (root / "rams/test.jsonlines").write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_the_three_corpora_have_one_form(tmp_path: Path) -> None:
    _m2e2(tmp_path)
    _wikievents(tmp_path)
    _rams(tmp_path)
    empty, m2e2 = read_m2e2(tmp_path / "m2e2/sentences.jsonl.gz", tmp_path / "m2e2/split1_dev.txt")
    assert empty.events == ()
    (wikievents,) = read_wikievents(tmp_path / "wikievents/dev.jsonl")
    (rams,) = read_rams(tmp_path / "rams/test.jsonlines")
    assert m2e2.events == wikievents.events == rams.events == (DIED,)
    assert m2e2.words == wikievents.words == rams.words == WORDS


def test_a_sentence_that_is_listed_and_missing_is_told(tmp_path: Path) -> None:
    _m2e2(tmp_path)
    (tmp_path / "m2e2/split1_dev.txt").write_text("s_1\ns_3\n")
    with pytest.raises(ValueError, match="s_3"):
        read_m2e2(tmp_path / "m2e2/sentences.jsonl.gz", tmp_path / "m2e2/split1_dev.txt")


def _annotations(article: Article) -> Annotations:
    """The death, with its victim too short and its place right."""
    if "died" not in article.text:
        return Annotations(())

    def at(word: str) -> Span:
        return Span(article.text.index(word), article.text.index(word) + len(word))

    arguments = (Argument("victim", at("guard"), 0.9), Argument("place", at("Hatra"), 0.9))
    wrong = Trigger("Justice.Sentence", at("guard"), 0.6)
    return Annotations((), triggers=(Trigger("Life.Die", at("died"), 0.8, arguments), wrong))


class FinderOfArguments(FakeAnnotator):
    """Also takes given triggers; finds the place only."""

    def find_arguments(self, article: Article, triggers: Sequence[tuple[Span, str]], /) -> list[list[Argument]]:
        assert [(span.of(article.text), kind) for span, kind in triggers] == [("died", "life.die")]
        start = article.text.index("Hatra")
        return [[Argument("place", Span(start, start + 5), 0.9)]]


def test_dev_figures_of_an_annotator_that_finds_its_own_triggers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _m2e2(tmp_path)
    _wikievents(tmp_path)
    doors = Doors(annotator=lambda: FakeAnnotator(annotations=_annotations))
    assert measured(TRIGGERS, ["--data", str(tmp_path)], doors=doors).figures == {
        "m2e2_trigger_f1": 100.0,  # sentences are no type of M2E2, so the wrong trigger is no answer there
        "m2e2_argument_f1": 50.0,
        "wikievents_trigger_f1": 66.67,
        "wikievents_argument_head_f1": 100.0,
    }
    assert "find_arguments" in capsys.readouterr().err


def test_test_figures_with_given_triggers(tmp_path: Path) -> None:
    _wikievents(tmp_path, "test")
    _rams(tmp_path)
    doors = Doors(annotator=lambda: FinderOfArguments(annotations=_annotations))
    figures = measured(TRIGGERS, ["--data", str(tmp_path), "--split", "test"], doors=doors).figures
    assert figures["wikievents_argument_head_f1_gold_triggers"] == 66.67
    assert figures["rams_argument_head_f1_gold_triggers"] == 66.67
