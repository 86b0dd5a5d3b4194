"""The benchmark of names: strict spans, other cases, and its one line."""

import json
from pathlib import Path

import pytest
from benchmarks.columns import LabelledSentence
from benchmarks.command import measured
from benchmarks.names import NAMES, recased, score
from benchmarks.readers import Doors
from tests.benchmarks.fakes import FakeAnnotator

SENTENCES = [
    LabelledSentence(("علي", "met", "Ali", "Hassan"), ("B-person", "O", "B-person", "I-person")),
    LabelledSentence(("🕊", "Hatra"), ("O", "B-location")),
]


def _write(path: Path, sentences: list[LabelledSentence]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = ("".join(f"{word}\t{label}\n" for word, label in zip(s.words, s.labels, strict=True)) for s in sentences)
    path.write_text("\n".join(blocks), encoding="utf-8")


def test_only_the_same_words_with_the_same_type_are_right() -> None:
    answers = [[(0, 1, "person"), (2, 3, "person")], [(1, 2, "person")]]  # right, too short, wrong type
    counts = score(SENTENCES, answers)
    assert (counts.right, counts.predicted, counts.gold) == (1, 3, 3)
    assert counts.f1 == 33.33


def test_a_sentence_without_an_answer_list_is_a_mistake_and_not_a_miss() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score(SENTENCES, [[]])


@pytest.mark.parametrize(("case", "words"), [("lower", "ali hassan"), ("upper", "ALI HASSAN"), ("title", "Ali Hassan")])
def test_copies_in_another_case_keep_words_and_labels(case: str, words: str) -> None:
    copy = recased([LabelledSentence(("aLI", "HASSAN"), ("B-person", "I-person"))], case)
    assert " ".join(copy[0].words) == words
    assert copy[0].labels == ("B-person", "I-person")


def test_each_corpus_is_asked_of_its_own_head_and_absent_ones_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(tmp_path / "re3d/dev.conll", SENTENCES)
    _write(tmp_path / "wnut17/emerging.dev.conll", SENTENCES)
    annotator = FakeAnnotator(label_by_word={"Hatra": "location"})
    result = measured(NAMES, ["--data", str(tmp_path)], doors=Doors(annotator=lambda: annotator))
    assert annotator.asked == [("re3d", False), ("wnut17", False)]
    assert result.figures == {"re3d_f1": 50.0, "wnut17_f1": 50.0}
    assert set(result.corpora) == {"re3d", "wnut17"}
    assert result.weights == "f" * 64
    assert "CrossNER" in capsys.readouterr().err


def test_the_other_cases_have_keys_of_their_own(tmp_path: Path) -> None:
    _write(tmp_path / "re3d/test.conll", SENTENCES)
    annotator = FakeAnnotator(label_by_word={"Hatra": "location"})
    arguments = ["--data", str(tmp_path), "--split", "test", "--cased", "lower", "--cased", "title"]
    result = measured(NAMES, arguments, doors=Doors(annotator=lambda: annotator))
    assert result.figures == {"re3d_f1": 50.0, "re3d_f1_lower": 0.0, "re3d_f1_title": 50.0}
    assert json.loads(result.line())["split"] == "test"


def test_the_crf_learns_from_the_train_part_and_is_scored_beside(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    _write(tmp_path / "re3d/dev.conll", SENTENCES)
    _write(tmp_path / "re3d/train.conll", SENTENCES * 20)
    doors = Doors(annotator=FakeAnnotator)
    result = measured(NAMES, ["--data", str(tmp_path), "--crf", "--cased", "upper", "--json"], doors=doors)
    assert result.figures["crf_re3d_f1"] == 100.0
    assert result.figures["re3d_f1"] == 0.0
    assert "crf_re3d_f1_upper" in result.figures
