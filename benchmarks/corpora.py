"""Which files a benchmark reads, and the digest that says whether they are still the same.

>>> corpus = Corpus("made-up", "https://example.org", {"dev": ("made-up/dev.txt",)})
>>> corpus.files(Path("/nowhere"), "dev")
()
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus: where one gets it, and the files of each split as patterns below the data folder.

    ``home`` names a folder of this project for splits that lie here and not below the data folder.
    """

    name: str
    source: str
    parts: Mapping[str, tuple[str, ...]]
    home: Mapping[str, Path] = field(default_factory=dict)

    def root(self, data: Path | None, split: str) -> Path | None:
        """The folder that the patterns of ``split`` start from; None where nobody named one."""
        return self.home.get(split, data)

    def files(self, data: Path | None, split: str) -> tuple[Path, ...]:
        """The files of one split in a fixed order; none where any pattern finds nothing."""
        root = self.root(data, split)
        if root is None:
            return ()
        found: list[Path] = []
        for pattern in self.parts.get(split, ()):
            matches = [path for path in root.glob(pattern) if path.is_file()]
            if not matches:
                return ()
            found.extend(matches)
        return tuple(sorted(set(found)))

    def digest(self, data: Path | None, split: str) -> str:
        """The digest of all that one split reads.

        Raises:
            FileNotFoundError: the split is not there.
        """
        root = self.root(data, split)
        files = self.files(data, split)
        if root is None or not files:
            raise FileNotFoundError(f"{self.name} has no {split} part under {root}")
        return digest_of(root, files)


def digest_of(root: Path, files: Iterable[Path]) -> str:
    """SHA-256 over the relative paths in order, each with its file's length and bytes."""
    digest = hashlib.sha256()
    by_name = sorted((path.relative_to(root).as_posix(), path) for path in files)
    for name, path in by_name:
        data = path.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
