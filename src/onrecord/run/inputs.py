"""What the caller named, as a list of single inputs in a fixed order: files, the files of folders, standard input.

A folder is walked in the order of its names; hidden files are passed over, and links are not followed, so that a
folder never leads outside itself.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest.given import Given

STANDARD_INPUT = "-"

_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or bytes that were handed over; ``name`` is how the caller would name it."""

    name: str
    content: Path | bytes
    given: Given = field(default_factory=Given)

    def n_bytes(self) -> int:
        """The size; 0 for a file that is gone."""
        match self.content:
            case bytes():
                return len(self.content)
            case Path():
                return self.content.stat().st_size if self.content.is_file() else 0

    def digest(self) -> str:
        """SHA-256 of the content; empty for a file that cannot be read (reading it will say why)."""
        if isinstance(self.content, bytes):
            return hashlib.sha256(self.content).hexdigest()
        try:
            with self.content.open("rb") as file:
                found = hashlib.sha256()
                while piece := file.read(_HASHED_AT_ONCE):
                    found.update(piece)
        except OSError:
            return ""
        return found.hexdigest()


def gather(names: Iterable[str], *, given: Given | None = None, standard_input: bytes = b"") -> list[Input | Skipped]:
    """Every input behind ``names``; one that is not there becomes a :class:`Skipped` in its place."""
    known = given or Given()
    found: list[Input | Skipped] = []
    for name in names:
        if name == STANDARD_INPUT:
            found.append(Input("<standard input>", standard_input, known))
        else:
            found.extend(_behind(Path(os.path.normpath(name)), known))
    return found


def _behind(path: Path, given: Given) -> Iterator[Input | Skipped]:
    if path.is_dir():
        files = [Input(str(file), file, given) for file in _files_of(path)]
        yield from files
        if not files:
            yield Skipped(str(path), "run", SkipReason.EMPTY, "there is no file in this folder")
    elif path.exists():
        yield Input(str(path), path, given)
    else:
        yield Skipped(str(path), "run", SkipReason.MISSING, "there is no such file or folder")


def _files_of(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(root, name)
            if not name.startswith(".") and not file.is_symlink():
                yield file


def digest_of(inputs: Iterable[Input | Skipped]) -> str:
    """One digest of all names, contents and given facts, in order: the identity of what a run reads."""
    found = hashlib.sha256()
    for one in inputs:
        match one:
            case Input():
                facts = (one.name, one.digest(), str(one.given.published), one.given.publisher, one.given.url)
            case Skipped():
                facts = (one.item, one.reason.value, "", None, None)
        found.update(repr(facts).encode("utf-8", "backslashreplace"))
    return found.hexdigest()
