import subprocess
import sys
from pathlib import Path

from onrecord.cli import commands

ROOT = Path(__file__).parents[2]


def test_the_pages_that_follow_from_the_code_are_up_to_date() -> None:
    script = [sys.executable, str(ROOT / "tools" / "write_docs.py"), "--check"]
    checked = subprocess.run(script, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {line.split()[2] for line in readme.splitlines() if line.startswith("$ onrecord ")}
    assert named
    assert named <= set(commands.commands)
