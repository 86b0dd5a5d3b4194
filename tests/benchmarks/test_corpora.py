"""Digests and files of corpora."""

from pathlib import Path

import pytest
from benchmarks.corpora import Corpus, digest_of

CORPUS = Corpus(
    "made-up", "https://example.org", {"dev": ("made/dev.txt", "made/more/*.txt"), "test": ("made/test.txt",)}
)


def _write(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = root / "made" / name.replace("__", "/")
        path = path.with_suffix(".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_all_patterns_of_a_split_are_found_in_a_fixed_order(tmp_path: Path) -> None:
    _write(tmp_path, more__b="2", more__a="1", dev="🕊 علي")
    names = [path.relative_to(tmp_path).as_posix() for path in CORPUS.files(tmp_path, "dev")]
    assert names == ["made/dev.txt", "made/more/a.txt", "made/more/b.txt"]


def test_a_split_of_which_a_part_is_missing_is_not_there(tmp_path: Path) -> None:
    _write(tmp_path, dev="only this")
    assert CORPUS.files(tmp_path, "dev") == ()
    with pytest.raises(FileNotFoundError, match="no dev part"):
        CORPUS.digest(tmp_path, "dev")


def test_without_a_folder_nothing_is_found() -> None:
    assert CORPUS.files(None, "dev") == ()


def test_the_digest_does_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    for place in ("here", "there"):
        _write(tmp_path / place, test="the same")
    assert CORPUS.digest(tmp_path / "here", "test") == CORPUS.digest(tmp_path / "there", "test")


@pytest.mark.parametrize("changed", [{"more__a": "1!"}, {"more__c": ""}], ids=["a byte", "an empty file"])
def test_the_digest_changes_with(changed: dict[str, str], tmp_path: Path) -> None:
    _write(tmp_path, dev="0", more__a="1")
    before = CORPUS.digest(tmp_path, "dev")
    _write(tmp_path, **changed)
    assert CORPUS.digest(tmp_path, "dev") != before


def test_bytes_that_move_from_one_file_to_the_next_change_the_digest(tmp_path: Path) -> None:
    _write(tmp_path / "one", a="xy", b="z")
    _write(tmp_path / "two", a="x", b="yz")
    digests = {digest_of(root, root.rglob("*.txt")) for root in (tmp_path / "one", tmp_path / "two")}
    assert len(digests) == 2


def test_a_split_that_lies_in_the_project_does_not_ask_for_a_data_folder(tmp_path: Path) -> None:
    _write(tmp_path, dev="own")
    own = Corpus("own", "here", {"dev": ("made/dev.txt",), "test": ("made/dev.txt",)}, home={"dev": tmp_path})
    assert own.files(None, "dev") == own.files(Path("/elsewhere"), "dev") != ()
    assert own.files(None, "test") == ()
