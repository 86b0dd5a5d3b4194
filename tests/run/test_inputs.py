import datetime as dt
import os
from pathlib import Path

from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest import Given
from onrecord.run.inputs import Input, digest_of, gather


def folder_of(tmp_path: Path, **texts: str) -> Path:
    folder = tmp_path / "تقارير 🗂"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, b="2", a="1", c="3")
    assert [Path(one.name).name for one in gather([folder]) if isinstance(one, Input)] == ["a.txt", "b.txt", "c.txt"]


def test_inputs_keep_the_order_in_which_the_caller_named_them(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a="1", b="2")
    named = [str(folder / "b.txt"), "-", str(folder / "a.txt")]
    found = gather(named, standard_input=b"from a pipe")
    assert [one.content for one in found if isinstance(one, Input)] == [
        folder / "b.txt",
        b"from a pipe",
        folder / "a.txt",
    ]


def test_what_is_given_goes_with_every_input(tmp_path: Path) -> None:
    given = Given(dt.date(2024, 2, 8), "Ashur Daily – آشور", None)
    found = gather([folder_of(tmp_path, a="1", b="2")], given=given)
    assert [one.given for one in found if isinstance(one, Input)] == [given, given]


def test_an_empty_folder_is_a_loss_with_a_reason(tmp_path: Path) -> None:
    (loss,) = gather([folder_of(tmp_path)])
    assert isinstance(loss, Skipped)
    assert loss.reason is SkipReason.EMPTY


def test_the_digest_depends_on_names_contents_order_and_given_facts(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a="1", b="2")
    inputs = gather([folder])
    digests = [
        digest_of(inputs),
        digest_of(inputs[::-1]),
        digest_of(inputs[:1]),
        digest_of([*inputs, *inputs]),
        digest_of([*inputs, Skipped("c.txt", "ingest", SkipReason.MISSING, "gone")]),
        digest_of(gather([folder], given=Given(publisher="somebody"))),
    ]
    assert digest_of(gather([folder])) == digests[0]
    (folder / "b.txt").write_text("3")
    digests.append(digest_of(gather([folder])))
    assert len(set(digests)) == len(digests)


def test_sizes_are_those_of_the_files_and_nothing_fails_for_one_that_is_gone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a="twelve bytes")
    assert Input("a", folder / "a.txt").n_bytes() == 12
    assert Input("pipe", b"123").n_bytes() == 3
    gone = Input("gone", folder / "gone.txt")
    assert (gone.n_bytes(), gone.digest()) == (0, "")


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert Input("pipe", tmp_path / "pipe").digest() == ""
