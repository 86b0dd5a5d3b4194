"""The tables under resources/, what the build makes of them, and their pages."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.core.ontology import Act

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "resources" / "build_tables.py"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_tables", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = loaded()


def test_the_packaged_tables_and_their_pages_are_what_the_sources_give() -> None:
    checked = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_a_page_that_differs_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(BUILD, "DOCS", tmp_path)
    (tmp_path / "acts.md").write_text("# edited by hand\n", encoding="utf-8")
    assert BUILD.main(["--check"]) == 1
    named = capsys.readouterr().err
    assert "acts.md" in named
    assert "events.md" in named
    assert "acts.json" not in named


def test_what_the_build_writes_passes_its_own_check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(BUILD, "DOCS", tmp_path / "docs")
    monkeypatch.setattr(BUILD, "PACKAGED", tmp_path / "data")
    assert BUILD.main([]) == 0
    assert BUILD.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("condemn", ["condemn", "condemns", "condemned", "condemning"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("deploy", ["deploy", "deploys", "deployed", "deploying"]),
        ("storm", ["storm", "storms", "stormed", "storming"]),
        ("clash", ["clash", "clashes", "clashed", "clashing"]),
        ("besiege", ["besiege", "besieges", "besieged", "besieging"]),
        ("shoot", ["shoot", "shoots", "shot", "shooting"]),
        ("flee", ["flee", "flees", "fled", "fleeing"]),
        ("open fire", ["open fire", "opens fire", "opened fire", "opening fire"]),
        ("gun down", ["gun down", "guns down", "gunned down", "gunning down"]),
    ],
)
def test_verbs_are_inflected_as_english_does(verb: str, forms: list[str]) -> None:
    assert BUILD.inflected(verb) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("air strike", ["air strike", "air strikes"]),
        ("clash", ["clash", "clashes"]),
        ("robbery", ["robbery", "robberies"]),
        ("convoy", ["convoy", "convoys"]),
        ("ambush", ["ambush", "ambushes"]),
    ],
)
def test_nouns_have_their_plural(noun: str, forms: list[str]) -> None:
    assert BUILD.plural(noun) == forms


@pytest.mark.parametrize("act", list(Act))
def test_the_page_of_acts_explains_every_act(act: Act) -> None:
    assert f"| `{act.value}` |" in (ROOT / "docs" / "acts.md").read_text(encoding="utf-8")


def test_the_page_of_events_has_a_row_for_every_kind_with_an_example() -> None:
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    for entry in BUILD.events_table():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{entry['kind']}` |"))
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert len(cells) == 7
        assert all(cells), row
