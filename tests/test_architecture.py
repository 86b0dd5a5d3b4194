"""The table of rooms in docs/architecture.md, held against the imports of src/onrecord."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "onrecord"
PAGE = ROOT / "docs" / "architecture.md"
FRONT = "onrecord"  # the row of src/onrecord/__init__.py
# Parts of Python that are fenced as libraries are.
FENCED_PARTS_OF_PYTHON = frozenset({"sqlite3"})
LONGEST_MODULE = 400
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "model", "models"})


@dataclass(frozen=True)
class Room:
    """One row of the table: which rooms it may import beside itself, and which libraries."""

    name: str
    may_import: frozenset[str]
    libraries: frozenset[str]


@dataclass(frozen=True)
class Import:
    """One import of one module: a room of ours or a library."""

    line: int
    room: str | None
    library: str | None


def rooms_of(page: str) -> dict[str, Room]:
    """The rooms of the table, from its top; a row that names a room which is not above it is refused."""
    table = page.split("<!-- rooms: begin -->")[1].split("<!-- rooms: end -->", maxsplit=1)[0]
    rooms: dict[str, Room] = {}
    for line in table.strip().splitlines()[2:]:
        name, imports, _holds, libraries = (cell.strip() for cell in line.strip().strip("|").split("|"))
        above = frozenset(rooms)
        named = frozenset(part.strip(" `") for part in imports.split(","))
        assert imports == "any above" or named <= above, f"{name} names rooms that are not above it: {imports}"
        rooms[name.strip("`")] = Room(
            name.strip("`"),
            above if imports == "any above" else named,
            frozenset(part.strip() for part in libraries.split(",") if part.strip()),
        )
    return rooms


def imports_of(source: str) -> Iterator[Import]:
    """Every import, also those inside functions and for types only."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield _import(node.lineno, alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            parts = (node.module or "").split(".")
            if parts == [FRONT]:
                for alias in node.names:
                    if alias.name != "__version__":  # the version of the package is no room
                        yield _import(node.lineno, [FRONT, alias.name])
            else:
                yield _import(node.lineno, parts)


def _import(line: int, parts: list[str]) -> Import:
    if parts[0] != FRONT:
        return Import(line, None, parts[0])
    return Import(line, parts[1] if len(parts) > 1 else FRONT, None)


def complaints(room: Room, source: str) -> list[str]:
    """What the table does not allow in a module of ``room``."""
    found = []
    for imported in imports_of(source):
        if imported.room is not None:
            if imported.room not in room.may_import | {room.name}:
                found.append(f"line {imported.line}: {room.name} may not import {imported.room}")
        elif imported.library in sys.stdlib_module_names - FENCED_PARTS_OF_PYTHON:
            continue
        elif imported.library not in room.libraries:
            found.append(f"line {imported.line}: {room.name} may not use {imported.library}")
    return found


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return FRONT if len(parts) == 1 else parts[0]


ROOMS = rooms_of(PAGE.read_text(encoding="utf-8"))
MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_what_the_table_of_rooms_allows(path: Path) -> None:
    assert complaints(ROOMS[room_of(path)], path.read_text(encoding="utf-8")) == []


def test_every_folder_of_the_package_is_a_room_of_the_table() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    assert folders == set(ROOMS) - {FRONT}


def test_the_first_room_stands_on_nothing() -> None:
    assert next(iter(ROOMS.values())) == Room("core", frozenset(), frozenset())


def test_the_runtime_of_the_weights_is_in_one_room_only() -> None:
    assert [room.name for room in ROOMS.values() if "onnxruntime" in room.libraries] == ["annotate"]
    assert not any("torch" in room.libraries for room in ROOMS.values())


def test_the_desk_reads_nothing_itself() -> None:
    assert not ROOMS["desk"].may_import & {"ingest", "annotate", "interpret", "run"}


@pytest.mark.parametrize(
    ("room", "source", "complaint"),
    [
        ("core", "from onrecord.gazetteer import Gazetteer", "line 1: core may not import gazetteer"),
        ("interpret", "def f():\n    import numpy as np", "line 2: interpret may not use numpy"),
        ("desk", "from onrecord.annotate.segment import segment", "line 1: desk may not import annotate"),
        ("ingest", "import sqlite3", "line 1: ingest may not use sqlite3"),
        ("annotate", "from onrecord import store", "line 1: annotate may not import store"),
        ("run", "import onrecord", "line 1: run may not import onrecord"),
        ("store", "import onrecord.cli", "line 1: store may not import cli"),
        ("core", "if TYPE_CHECKING:\n    from lxml import etree", "line 2: core may not use lxml"),
    ],
)
def test_an_import_of_a_lower_room_or_of_a_fenced_library_is_found(room: str, source: str, complaint: str) -> None:
    assert complaints(ROOMS[room], source) == [complaint]


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("annotate", "import json\nimport numpy as np\nfrom onrecord.core.spans import Span"),
        ("gazetteer", "import sqlite3\nfrom onrecord.gazetteer.folding import fold"),
        ("cli", "import click\nfrom onrecord import __version__\nfrom onrecord.run.reader import Reader"),
    ],
)
def test_an_import_that_the_table_allows_is_no_complaint(room: str, source: str) -> None:
    assert complaints(ROOMS[room], source) == []


def test_a_table_that_names_a_lower_room_is_refused() -> None:
    rows = "|r|i|h|l|\n|-|-|-|-|\n| `a` | `b` | x | |\n| `b` | any above | x | |"
    page = f"<!-- rooms: begin -->\n{rows}\n<!-- rooms: end -->"
    with pytest.raises(AssertionError, match="not above it"):
        rooms_of(page)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_short_enough_to_be_read_and_named_for_what_it_holds(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert path.stem not in EMPTY_NAMES


def test_importing_the_package_loads_no_library_and_no_weights() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import onrecord; print(*{m.split('.')[0] for m in sys.modules})"
    )
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", script, str(PACKAGE.parent)], capture_output=True, text=True, check=True
    )
    fenced = {library for room in ROOMS.values() for library in room.libraries} | {"torch"}
    assert set(loaded.stdout.split()) & fenced == set()
    assert FRONT in loaded.stdout.split()


def test_links_of_the_page_lead_somewhere() -> None:
    page = PAGE.read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in page.split("](")[1:]]
    assert targets
    assert all((PAGE.parent / target).exists() for target in targets)
