"""What the caller named, as a list of single inputs in a fixed order: files, the files of folders, standard input."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.core.article import Article
from onrecord.core.extraction import Skipped
from onrecord.ingest import Given, list_files, read_bytes, read_input
from onrecord.ingest.inputs import STANDARD_INPUT

_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or bytes that were handed over; ``name`` is how the caller would name it."""

    name: str
    content: Path | bytes
    given: Given = field(default_factory=Given)

    def n_bytes(self) -> int:
        """The size; 0 for a file that cannot be looked at."""
        if isinstance(self.content, bytes):
            return len(self.content)
        try:
            return self.content.stat().st_size
        except OSError:
            return 0

    def digest(self) -> str:
        """SHA-256 of the content; empty for a file that cannot be read (reading it will say why)."""
        if isinstance(self.content, bytes):
            return hashlib.sha256(self.content).hexdigest()
        if not self.content.is_file():
            return ""
        try:
            with self.content.open("rb") as file:
                found = hashlib.sha256()
                while piece := file.read(_HASHED_AT_ONCE):
                    found.update(piece)
        except OSError:
            return ""
        return found.hexdigest()


def gather(
    names: Iterable[str | Path], *, given: Given | None = None, standard_input: bytes = b""
) -> list[Input | Skipped]:
    """Every input behind ``names``, in order; what is no input stands in its place as a :class:`Skipped`."""
    known = given or Given()
    found: list[Input | Skipped] = []
    for name in names:
        if str(name) == STANDARD_INPUT:
            found.append(Input("standard input", standard_input, known))
        else:
            files = list_files(Path(name))
            found.extend(one if isinstance(one, Skipped) else Input(str(one), one, known) for one in files)
    return found


def digest_of(inputs: Iterable[Input | Skipped]) -> str:
    """One digest of all names, contents and given facts, in order: the identity of what a run reads."""
    found = hashlib.sha256()
    for one in inputs:
        match one:
            case Input(name, _, given):
                facts = (name, one.digest(), str(given.published), given.publisher, given.url)
            case Skipped():
                facts = (one.item, one.reason.value, one.detail, None, None)
        found.update(repr(facts).encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def ingest(one: Input) -> Article | Skipped:
    """The one report of an input."""
    match one.content:
        case Path() as path:
            (report,) = read_input(path, given=one.given)
        case bytes() as data:
            (report,) = read_bytes(data, "", one.given, one.name)
    return report
