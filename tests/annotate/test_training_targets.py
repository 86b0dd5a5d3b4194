"""What the training makes of a corpus: sets of allowed labels, links, and nothing taken as negative that is missing.

All text here was written for these tests, in the formats of the corpora.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from training import attribution, events, grammar, names
from training.documents import ALLOWED, UNKNOWN, Allowed, Document, Link, bio_spans, span_targets, tagger_targets

from onrecord.annotate.labels import EVENT_ROLES, EVENT_TYPES, TAGGERS


def meaning(head: str, target: int) -> set[str]:
    """The labels that one target allows."""
    allowed = ALLOWED[head]
    return {allowed.labels[number] for number in allowed.rows[target]}


def test_a_word_outside_may_have_any_class_that_the_corpus_does_not_mark() -> None:
    targets = span_targets("names", 2, [(0, 1, "person")], unmarked=("weapon",))
    assert meaning("names", targets[0]) == {"B-person"}
    assert meaning("names", targets[1]) == {"O", "B-weapon", "I-weapon"}


def test_the_first_of_two_overlapping_spans_counts() -> None:
    targets = span_targets("names", 3, [(0, 2, "person"), (1, 3, "place")])
    assert [meaning("names", t) for t in targets] == [{"B-person"}, {"I-person"}, {"O"}]


def test_the_matrix_of_allowed_labels_has_a_row_for_each_target() -> None:
    allowed = Allowed(("O", "B-x", "I-x"))
    target = allowed.one_of(["O", "B-x"])
    assert allowed.one_of(["B-x", "O"]) == target
    assert allowed.matrix()[target].tolist() == [1, 1, 0]


def test_a_span_that_began_before_the_window_continues_in_it() -> None:
    link = Link((5, 6), ((2, 5, "content"), (7, 9, "source")))
    labels = TAGGERS["attribution"].labels
    assert [labels[t] for t in tagger_targets("attribution", link, 3, 8)] == [
        "I-content",
        "I-content",
        "O",
        "O",
        "B-source",
    ]


def test_an_inside_without_an_opening_begins_a_span() -> None:
    assert bio_spans(["I-place", "O", "B-place", "I-person"]) == [
        (0, 1, "place"),
        (2, 3, "place"),
        (3, 4, "person"),
    ]


def test_sentence_ranges_cover_the_words() -> None:
    assert Document("x", ["a", "b", "c"], [0, 2]).sentence_ranges() == [(0, 2), (2, 3)]


BRAT = """T1\tSource 0 5\tAmina
T2\tCue 6 10\tsaid
T3\tContent 11 20;26 32\tthe truce again.
T4\tAttribution 6 10\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
#1\tAnnotatorNotes T1\tunsure
"""


def test_an_attribution_of_brat_has_all_parts_of_its_content() -> None:
    assert attribution.attributions_of(BRAT) == [
        {"Source": [(0, 5)], "Cue": [(6, 10)], "Content": [(11, 20), (26, 32)]}
    ]


def test_polnear_is_read_in_the_products_own_words(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / "polnear" / "train" / folder).mkdir(parents=True)
    (tmp_path / "polnear/train/text/paper_x.txt").write_text("Amina said the truce 😀 is on again.", encoding="utf-8")
    (tmp_path / "polnear/train/attributions/paper_x_ab12.ann").write_text(BRAT, encoding="utf-8")
    (document,) = attribution.polnear(tmp_path, "train")
    assert document.words == ["Amina", "said", "the", "truce", "😀", "is", "on", "again", "."]
    (link,) = document.links["attribution"]
    assert link == Link((1, 2), ((0, 1, "source"), (2, 4, "content"), (6, 8, "content")))
    assert document.closed == {"attribution"}


def test_a_described_organisation_of_re3d_is_no_name_and_no_negative(tmp_path: Path) -> None:
    folder = tmp_path / "re3d"
    folder.mkdir()
    rows = [("coalition", "B-Organisation"), ("jets", "B-MilitaryPlatform"), ("hit", "O"), ("Tal", "B-Location")]
    lines = "".join(f"{word}\t{tag}\n" for word, tag in [*rows, ("Nab", "I-Location")])
    (folder / "train.conll").write_text(lines + "\n", encoding="utf-8")
    (document,) = names.re3d(tmp_path, "train")
    found = [meaning("names", target) for target in document.targets["names"]]
    assert {"O", "B-organisation"} < found[0]
    assert found[1:] == [{"B-vehicle"}, {"O"}, {"B-place"}, {"I-place"}]
    assert meaning("re3d", document.targets["re3d"][0]) == {"B-Organisation"}


def _conllu(*rows: tuple[str, str, str]) -> str:
    lines = ["# newdoc id = GUM_x", "# sent_id = GUM_x-1"]
    for number, (word, upos, entity) in enumerate(rows, 1):
        cells = [str(number), word, word, upos, "_", "_", "0", "root", "_", f"Entity={entity}" if entity else "_"]
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n\n"


def test_gum_gives_base_phrases_that_describe_and_names_inside_phrases(tmp_path: Path) -> None:
    (tmp_path / "gum/dep").mkdir(parents=True)
    (tmp_path / "gum/splits.json").write_text(json.dumps({"GUM_x": "train"}), encoding="utf-8")
    text = _conllu(
        ("the", "DET", "(1-person-new-nnnnn-cf1-3-coref"),
        ("village", "NOUN", "(2-place-new-nnnnn-cf2-1-coref)"),
        ("elders", "NOUN", "1)"),
        ("met", "VERB", ""),
        ("Colonel", "PROPN", "(3-person-new-nnnnn-cf3-1,2-coref"),
        ("Haddad", "PROPN", ""),
        ("of", "ADP", ""),
        ("Nyala", "PROPN", "(4-place-new-nnnnn-cf4-1-sgl)3)"),
    )
    (tmp_path / "gum/dep/GUM_x.conllu").write_text(text, encoding="utf-8")
    (document,) = grammar.gum(tmp_path, "train")
    nominals = [meaning("nominals", target) for target in document.targets["nominals"]]
    assert nominals[:4] == [{"O"}, {"B-place"}, {"B-person"}, {"O"}]
    assert {"O", "B-group"} < meaning("names", document.targets["names"][3])
    assert meaning("names", document.targets["names"][7]) == {"B-place"}
    # A name around a name: heads cannot nest, so the outer one is unknown rather than outside.
    assert document.targets["names"][4:6].tolist() == [UNKNOWN, UNKNOWN]


def test_frames_keep_their_anchor_and_the_parts_of_a_split_argument(tmp_path: Path) -> None:
    import gzip

    (tmp_path / "ewt_srl").mkdir()
    row = {
        "doc": "d",
        "tokens": ["Amina", "spoke", "up"],
        "upos": ["PROPN", "VERB", "ADP"],
        "frames": [{"pred": 1, "args": [[0, 1, "ARG0"], [2, 3, "C-ARG0"], [2, 3, "ARGM-REC"]]}],
    }
    with gzip.open(tmp_path / "ewt_srl/train.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n" + json.dumps(row) + "\n")
    (document,) = grammar.web_treebank(tmp_path, "train")
    assert document.sentence_starts == [0, 3]
    assert document.links["frame"][1] == Link((4, 5), ((3, 4, "ARG0"), (5, 6, "ARG0")))


def test_m2e2_leaves_the_types_unknown_that_it_does_not_mark(tmp_path: Path) -> None:
    import gzip

    (tmp_path / "m2e2").mkdir()
    event = {
        "trigger": {"start": 1, "end": 2},
        "event_type": "Life:Die",
        "arguments": [{"role": "Agent", "start": 0, "end": 1}],
    }
    row = {"sentence_id": "a_0", "words": ["Guards", "killed", "two"], "golden-event-mentions": [event]}
    with gzip.open(tmp_path / "m2e2/sentences.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n")
    (tmp_path / "m2e2/split1_train.txt").write_text("a_0\n", encoding="utf-8")
    (document,) = events.m2e2(tmp_path, "train")
    found = [meaning("trigger", target) for target in document.targets["trigger"]]
    assert found[1] == {"B-Life.Die"}
    assert "B-Government.Vote" in found[0]
    assert "B-Conflict.Attack" not in found[0]
    assert document.links["argument"] == [Link((1, 2), ((0, 1, "killer"),))]


@pytest.mark.parametrize("kind", sorted({*events.M2E2_TYPES.values(), *events.RAMS_TYPES.values()}))
def test_every_mapped_type_is_one_of_ours(kind: str) -> None:
    assert kind in EVENT_TYPES


def test_every_mapped_role_is_one_of_ours() -> None:
    assert {*events.ROLE_NAMES.values(), *events.M2E2_ROLES.values()} <= set(EVENT_ROLES)


def test_a_rams_type_is_mapped_by_its_longest_prefix() -> None:
    assert events.rams_type("transaction.transfermoney.embargosanction") == "Transaction.Sanction"
    assert events.rams_type("transaction.transfermoney.purchase") == "Transaction.TransferMoney"
    assert events.rams_type("contact.funeralvigil.meet") is None


def test_targets_are_small_numbers() -> None:
    assert span_targets("trigger", 3, []).dtype == np.int16
