"""What the pages of this project say of its files, its commands and its licences is so."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli import commands

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    {ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "benchmarks" / "RESULTS.md"}.union(
        *((ROOT / folder).rglob("*.md") for folder in ("docs", "samples", "resources"))
    )
)
FOLDERS = ("benchmarks", "docs", "resources", "samples", "src", "tests", "tools", "training")
LINK = re.compile(r"\]\(([^)\s]+)\)")
MENTION = re.compile(rf"`((?:{'|'.join(FOLDERS)})/[\w./*-]*)`")
# A folder of one machine, at the beginning of an absolute path; or a way out of the checkout.
FOREIGN_PATH = re.compile(rb"(?<![\w.:/~$}*-])/(?:home|mnt|root|tmp|work|Users)/\w|\.\./shared")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def broken_links(page: str, folder: Path) -> list[str]:
    """The relative links of a page that lead to no file or folder; a part of a page is looked for as a heading."""
    broken = []
    for target in LINK.findall(page):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        if path and not (folder / path).exists():
            broken.append(target)
            continue
        led_to = (folder / path).read_text(encoding="utf-8") if path and heading else page
        if heading and heading not in headings(led_to):
            broken.append(target)
    return broken


def headings(page: str) -> set[str]:
    """The anchors that GitHub makes of a page's headings."""
    found = re.findall(r"^#+ +(.+?) *$", page, flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def files_of_the_project() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith("."))
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not any(left_out(part) for part in path.relative_to(ROOT).parts):
                yield path


def left_out(folder: str) -> bool:
    """Whether tools leave what they made there; training/runs/ holds what a training leaves behind."""
    return folder.startswith(".") or folder in {"__pycache__", "runs"}


def one_line(text: str) -> str:
    """The text with each run of white space as one space, and without the marks of a quoted block."""
    return " ".join(re.sub(r"^> ?", "", text, flags=re.M).split())


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    assert broken_links(page.read_text(encoding="utf-8"), page.parent) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    named = MENTION.findall(page.read_text(encoding="utf-8"))
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


def test_the_pages_that_must_be_there_are_among_those_looked_at() -> None:
    names = {name_of(page) for page in PAGES}
    assert {"README.md", "docs/architecture.md", "docs/decisions/README.md", "samples/gold/README.md"} <= names
    assert sum(len(LINK.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 10
    assert sum(len(MENTION.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 10


@pytest.mark.parametrize(
    ("page", "broken"),
    [
        ("[a](README.md), [b](docs/) and [c](https://example.org/gone.md)", []),
        ("[a](gone.md) 🔥", ["gone.md"]),
        ("[a](docs/gone/) أحمد", ["docs/gone/"]),
        ("## What `it` is\n\n[a](#what-it-is) [b](#what-it-was)", ["#what-it-was"]),
        ("[a](README.md#two-commands) [b](README.md#three-commands)", ["README.md#three-commands"]),
    ],
)
def test_a_link_that_leads_nowhere_is_found(page: str, broken: list[str]) -> None:
    assert broken_links(page, ROOT) == broken


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_its_part_in_the_page_of_commands(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"\n## onrecord {name}\n\n```text\nUsage: onrecord {name} " in page
    assert re.search(rf"^  {name} +\w", page, flags=re.M)


def test_no_file_names_a_folder_of_one_machine() -> None:
    found = [name_of(path) for path in files_of_the_project() if FOREIGN_PATH.search(path.read_bytes())]
    assert found == []


@pytest.mark.parametrize("folder", ["home", "tmp", "work", "Users"])
@pytest.mark.parametrize("around", ["see %s here", "path=%s", '"%s"', "(%s)", "`%s` 🔥 علي"])
def test_a_folder_of_one_machine_is_found_wherever_it_stands(folder: str, around: str) -> None:
    line = around % f"/{folder}/report.html"
    assert FOREIGN_PATH.search(line.encode())


@pytest.mark.parametrize("line", ["https://example.org/work/1", "docs/work/notes", "$HOME/tmp/x", "/usr/bin/env"])
def test_a_web_address_or_a_relative_path_is_no_folder_of_one_machine(line: str) -> None:
    assert not FOREIGN_PATH.search(line.encode())


def test_the_notice_names_every_corpus_that_the_weights_learnt_from_and_its_licence() -> None:
    notice = one_line((ROOT / "NOTICE").read_text(encoding="utf-8"))
    corpora = tomllib.loads((ROOT / "training" / "corpora.toml").read_text(encoding="utf-8"))
    assert corpora
    entries = {name: f"{entry['title']}. {entry['source']} ({entry['licence']})" for name, entry in corpora.items()}
    assert [name for name, entry in entries.items() if entry not in notice] == []


def test_the_notice_of_the_encoder_is_that_of_the_model_card() -> None:
    card = (ROOT / "docs" / "weights.md").read_text(encoding="utf-8")
    quoted = "\n".join(re.findall(r"^> .*$", card.split("## Notice for the encoder")[1], flags=re.M))
    assert len(quoted) > 200
    assert one_line(quoted) in one_line((ROOT / "NOTICE").read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", ["GeoNames", "samples/", "https://creativecommons.org/licenses/by/4.0/", "LICENSE"])
def test_the_notice_names_whose_places_and_reports_are_shipped(words: str) -> None:
    assert words in (ROOT / "NOTICE").read_text(encoding="utf-8")
