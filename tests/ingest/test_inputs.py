"""Files, folders and standard input: each gives an article or a named loss, in a fixed order."""

import datetime as dt
import io
import os
from pathlib import Path

import pytest

from onrecord.core.article import Article
from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest import Given, count_inputs, inputs, list_files, read_input

SENTENCE = "A mine killed two soldiers near Tal Nour on Monday, محمد العلي of the army said. 🕊️"
PAGE = f"<html><body><h1>Mine kills two</h1><p>{SENTENCE}</p></body></html>"


def read(path: Path | str) -> list[Article | Skipped]:
    return list(read_input(path))


def only(path: Path | str) -> Article | Skipped:
    (result,) = read(path)
    return result


def reason(path: Path | str) -> SkipReason:
    result = only(path)
    assert isinstance(result, Skipped), result
    assert result.item == str(path)
    assert result.detail
    return result.reason


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("suffix", [".html", ".htm", ".xhtml", ".HTML", ".txt", ""])
def test_a_page_is_read_as_a_page_whatever_its_suffix(tmp_path: Path, suffix: str) -> None:
    article = only(written(tmp_path / f"report{suffix}", PAGE))
    assert isinstance(article, Article)
    assert article.text == f"Mine kills two\n\n{SENTENCE}"


@pytest.mark.parametrize("suffix", [".txt", ".text", ".md", ".html", ""])
def test_plain_text_is_read_as_text_whatever_its_suffix(tmp_path: Path, suffix: str) -> None:
    article = only(written(tmp_path / f"report{suffix}", f"Mine kills two\n\n{SENTENCE}"))
    assert isinstance(article, Article)
    assert article.text == f"Mine kills two\n\n{SENTENCE}"


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    article = only(written(tmp_path / "report.md", f"# Mine kills two\n\n{SENTENCE}"))
    assert isinstance(article, Article)
    assert article.text == f"Mine kills two\n\n{SENTENCE}"


def test_a_page_in_utf16_is_a_page(tmp_path: Path) -> None:
    assert isinstance(only(written(tmp_path / "report.txt", PAGE.encode("utf-16"))), Article)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert reason(tmp_path / "nowhere.txt") is SkipReason.MISSING


@pytest.mark.parametrize("content", [b"", b" \n\t "])
def test_an_empty_file_is_empty(tmp_path: Path, content: bytes) -> None:
    assert reason(written(tmp_path / "a.txt", content)) is SkipReason.EMPTY


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"%PDF-1.7 abc", "PDF"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        ("a.txt", b"PK\x03\x04" + b"\x00" * 40, "ZIP"),
        ("a.txt", bytes(range(32)) * 20, "control bytes"),
        ("a.db", b"SQLite format 3\x00", "SQLite"),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    result = only(written(tmp_path / name, content))
    assert isinstance(result, Skipped)
    assert result.reason is SkipReason.BINARY
    assert what in result.detail


def test_a_text_with_a_stray_nul_is_no_binary_file(tmp_path: Path) -> None:
    article = only(written(tmp_path / "a.txt", SENTENCE.encode() + b"\x00"))
    assert isinstance(article, Article)
    assert article.left_out[0].text == "U+0000 × 1"


def test_an_unknown_kind_of_file_is_unsupported_and_the_known_ones_are_named(tmp_path: Path) -> None:
    result = only(written(tmp_path / "a.css", "p { color: red }"))
    assert isinstance(result, Skipped)
    assert result.reason is SkipReason.UNSUPPORTED
    assert ".html" in result.detail
    assert ".css" in result.detail


def test_a_file_larger_than_any_report_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.truncate(50 * 2**20)  # a sparse file

    def opened(*_: object, **__: object) -> None:
        raise AssertionError("a file that is too large was opened")

    monkeypatch.setattr(Path, "open", opened)
    result = only(path)
    assert isinstance(result, Skipped)
    assert result.reason is SkipReason.TOO_LARGE
    assert "50.0 MiB" in result.detail


def test_a_file_that_may_not_be_read_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", SENTENCE)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    result = only(path)
    assert isinstance(result, Skipped)
    assert (result.reason, result.detail) == (SkipReason.UNREADABLE, "Permission denied")


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (result,) = read(tmp_path)
    assert isinstance(result, Skipped)
    assert result.reason is SkipReason.UNREADABLE


def test_a_name_that_no_file_can_have_is_unreadable_or_missing() -> None:
    assert reason("nul\x00byte.txt") in {SkipReason.UNREADABLE, SkipReason.MISSING}


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/b.txt", "c/a.txt", "B.txt"):
        written(tmp_path / name, SENTENCE + name)
    names = [article.text.removeprefix(SENTENCE) for article in read(tmp_path) if isinstance(article, Article)]
    assert names == ["B.txt", "a.txt", "b.txt", "c/a.txt", "c/b.txt"]


def test_one_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", b"")
    written(tmp_path / "b.bin", bytes(range(32)) * 20)
    written(tmp_path / "c.html", "<html><body></body></html>")
    written(tmp_path / "d.txt", SENTENCE)
    results = read(tmp_path)
    assert [getattr(result, "reason", None) for result in results] == [
        SkipReason.EMPTY,
        SkipReason.BINARY,
        SkipReason.NOT_AN_ARTICLE,
        None,
    ]


def test_what_is_read_and_what_is_skipped_is_what_was_counted(tmp_path: Path) -> None:
    for i, content in enumerate((SENTENCE, b"", b"%PDF-", PAGE)):
        written(tmp_path / f"{i}.txt", content)
    size = count_inputs(tmp_path)
    assert size.n_files == len(read(tmp_path)) == 4
    assert size.n_bytes == sum(path.stat().st_size for path in tmp_path.iterdir())


def test_an_empty_folder_is_a_loss(tmp_path: Path) -> None:
    assert reason(tmp_path) is SkipReason.EMPTY


def test_hidden_files_and_the_parts_of_saved_pages_are_no_inputs(tmp_path: Path) -> None:
    written(tmp_path / ".DS_Store", b"\x00\x01")
    written(tmp_path / ".git/a.txt", SENTENCE)
    written(tmp_path / "page.html", PAGE)
    written(tmp_path / "page_files/frame.html", PAGE)
    written(tmp_path / "other_files/a.txt", SENTENCE)
    assert [Path(str(file)).relative_to(tmp_path).as_posix() for file in list_files(tmp_path)] == [
        "page.html",
        "other_files/a.txt",
    ]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside/secret.txt", SENTENCE)
    inside = tmp_path / "inside"
    written(inside / "a.txt", SENTENCE)
    (inside / "link.txt").symlink_to(outside)
    (inside / "folder").symlink_to(outside.parent)
    results = read(inside)
    assert [type(result) for result in results] == [Article, Skipped, Skipped]
    assert all(result.reason is SkipReason.UNSUPPORTED for result in results if isinstance(result, Skipped))


def test_a_link_inside_the_folder_is_followed_and_a_circle_is_not(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", SENTENCE)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "circle").symlink_to(tmp_path)
    assert [type(result) for result in read(tmp_path)] == [Article, Article]


def test_a_broken_link_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert [result.reason for result in read(tmp_path) if isinstance(result, Skipped)] == [SkipReason.MISSING]


class _Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.mark.parametrize("content", [PAGE, f"Mine kills two\n\n{SENTENCE}"])
def test_standard_input_is_a_page_or_a_text(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr("sys.stdin", _Stdin(content.encode()))
    article = only("-")
    assert isinstance(article, Article)
    assert article.text == f"Mine kills two\n\n{SENTENCE}"


def test_an_endless_standard_input_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 1000)
    monkeypatch.setattr("sys.stdin", _Stdin(b"a " * 1000))
    result = only("-")
    assert isinstance(result, Skipped)
    assert (result.item, result.reason) == ("standard input", SkipReason.TOO_LARGE)


def test_what_was_given_reaches_every_article(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", SENTENCE)
    written(tmp_path / "b.html", PAGE)
    given = Given(dt.date(2024, 2, 8), "Delta Times")
    articles = [result for result in read_input(tmp_path, given=given) if isinstance(result, Article)]
    assert [article.publisher for article in articles] == ["Delta Times"] * 2
    assert all(article.published is not None for article in articles)
