"""Writes the pages of docs/ that follow from the code: the commands and the columns of the table export.

python tools/write_docs.py            write them
python tools/write_docs.py --check    exit 1 where what is there differs
"""

import sys
from pathlib import Path

import click

from onrecord.cli import commands
from onrecord.export.csv import COLUMNS

COLUMNS_HEAD = """\
# Columns of the table export

`onrecord export DB --to csv`: one row per event, UTF-8, RFC 4180, `\\n` at the end of a line. An empty field is a value
that the report does not give. Several values in one field are separated by `"; "`. Several counts of one harm stand
side by side in the order of their words, with `?` for an end that is not said; none is chosen, none added up, and
parts of another count are left out. A field that a spreadsheet would run as a formula begins with an apostrophe,
unless `--raw` is given. Made by `tools/write_docs.py`.

| column | holds |
|---|---|
"""

DOCS = Path(__file__).resolve().parents[1] / "docs"


def commands_page() -> str:
    """Every command as its own help tells it."""
    parts = ["# Commands\n", "Made from `onrecord --help` by `tools/write_docs.py`.\n", block(commands, "onrecord")]
    for name, command in sorted(commands.commands.items()):
        parts += [f"## onrecord {name}\n", block(command, f"onrecord {name}")]
    return "\n".join(parts)


def block(command: click.Command, name: str) -> str:
    """The command's help as a terminal of 100 columns shows it."""
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    return f"```text\n{command.get_help(context)}\n```\n"


def columns_page() -> str:
    """The columns of `onrecord export --to csv`."""
    return COLUMNS_HEAD + "".join(f"| `{column}` | {meaning} |\n" for column, meaning in COLUMNS.items())


PAGES = {"commands.md": commands_page, "export-csv.md": columns_page}


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them with ``--check``."""
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print(f"docs/ is behind the code: {', '.join(stale)}; run python tools/write_docs.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
