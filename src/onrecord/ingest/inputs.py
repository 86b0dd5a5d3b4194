"""The inputs a caller names: a file, a folder, or ``-`` for standard input; each file gives a report or its loss.

Which reader a file gets is decided by its suffix, and by a look at its first bytes where the suffix lies. Readers of
files that hold many reports fit into the same table: a :class:`Reader` gives an iterator.

Files whose names begin with a dot are no inputs; neither is the folder ``X_files`` beside ``X.html``, in which a
browser has saved the parts of that page. A link that leads out of the folder is not followed.
"""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.core.article import Article
from onrecord.core.extraction import Skipped, SkipReason
from onrecord.ingest.characters import decode
from onrecord.ingest.given import Given
from onrecord.ingest.page import read_html
from onrecord.ingest.pasted import STAGE, read_markdown, read_text

LARGEST = 20 * 2**20  # bytes; the longest reports are below 1 MiB, larger pages are dumps or attacks
STANDARD_INPUT = "-"
_SNIFFED = 4096

Reader = Callable[[bytes, Given, str], Iterator[Article | Skipped]]


@dataclass(frozen=True, slots=True)
class InputSize:
    """How much there is to read, for a progress bar."""

    n_files: int
    n_bytes: int


def _read_page(data: bytes, given: Given, item: str) -> Iterator[Article | Skipped]:
    yield read_html(data, given=given, item=item)


def _read_plain(data: bytes, given: Given, item: str) -> Iterator[Article | Skipped]:
    yield read_text(decode(data), given=given, item=item)


def _read_marked_up(data: bytes, given: Given, item: str) -> Iterator[Article | Skipped]:
    yield read_markdown(decode(data), given=given, item=item)


READERS: dict[str, Reader] = {
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
    ".shtml": _read_page,
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": _read_marked_up,
    ".markdown": _read_marked_up,
}

_SETTLED_BY_BYTES = (_read_page, _read_plain, _read_marked_up)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def read_input(path: str | Path, *, given: Given | None = None) -> Iterator[Article | Skipped]:
    """Every report of a file, of all files of a folder in the order of their paths, or of standard input (``-``)."""
    given = given or Given()
    if str(path) == STANDARD_INPUT:
        yield from read_bytes(sys.stdin.buffer.read(LARGEST + 1), "", given, "standard input")
        return
    for file in list_files(Path(path)):
        if isinstance(file, Skipped):
            yield file
        else:
            yield from _read_file(file, given)


def count_inputs(path: str | Path) -> InputSize:
    """The number of files that :func:`read_input` will read or skip, and their bytes."""
    if str(path) == STANDARD_INPUT:
        return InputSize(1, 0)
    n_files = n_bytes = 0
    for file in list_files(Path(path)):
        n_files += 1
        if isinstance(file, Path):
            try:
                n_bytes += file.stat().st_size
            except OSError:
                continue
    return InputSize(n_files, n_bytes)


def list_files(path: Path) -> Iterator[Path | Skipped]:
    """The file itself, or the files of a folder in the order of their paths; what is no input comes as its loss."""
    if not path.is_dir():
        yield path
        return
    inside = path.resolve()
    n_found = 0
    for folder, folders, names in os.walk(path):
        pages = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith((".html", ".htm"))}
        linked = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in linked and name.removesuffix("_files") not in pages - {name}
        )
        for name in sorted((*names, *linked)):
            file = Path(folder, name)
            if name.startswith(".") or (name in linked and file.resolve().is_relative_to(inside)):
                continue
            n_found += 1
            leads_out = file.is_symlink() and not file.resolve().is_relative_to(inside)
            yield _skipped(file, SkipReason.UNSUPPORTED, "a link that leads out of the folder") if leads_out else file
    if not n_found:
        yield _skipped(path, SkipReason.EMPTY, "a folder without files")


def _read_file(file: Path, given: Given) -> Iterator[Article | Skipped]:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            yield _skipped(file, SkipReason.UNREADABLE, "neither a file nor a folder")
            return
        if status.st_size > LARGEST:
            yield _too_large(str(file), status.st_size)
            return
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        yield _skipped(file, SkipReason.MISSING, "there is no such file")
    except (OSError, ValueError) as error:
        yield _skipped(file, SkipReason.UNREADABLE, getattr(error, "strerror", None) or str(error))
    else:
        yield from read_bytes(data, file.suffix.lower(), given, str(file))


def read_bytes(data: bytes, suffix: str, given: Given, item: str) -> Iterator[Article | Skipped]:
    """Every report in the content of a file; ``suffix`` is that of its name, empty where it has none."""
    if len(data) > LARGEST:
        yield _too_large(item, len(data))
    elif not data.strip():
        yield Skipped(item, STAGE, SkipReason.EMPTY, f"{len(data)} bytes, nothing in them")
    elif binary := _why_binary(data):
        yield Skipped(item, STAGE, SkipReason.BINARY, binary)
    elif reader := _reader(data, suffix):
        yield from reader(data, given, item)
    else:
        known = " ".join(sorted(READERS))
        yield Skipped(item, STAGE, SkipReason.UNSUPPORTED, f"files of the kind “{suffix}” are not read, only {known}")


def _reader(data: bytes, suffix: str) -> Reader | None:
    """The reader for a file; page or plain text is settled by the bytes, whatever the suffix says."""
    reader = READERS.get(suffix)
    if reader not in _SETTLED_BY_BYTES and suffix:
        return reader
    head = data[:_SNIFFED]
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")) or (reader is _read_page and re.search(rb"<[a-zA-Z!/][^<>]*>", data)):
        return _read_page
    if reader is _read_page:
        reader = None  # a text that calls itself a page
    return (
        _read_page
        if head.startswith(_BYTE_ORDER_MARKS[:2]) and "<html" in decode(head).lower()
        else reader or _read_plain
    )


def _why_binary(data: bytes) -> str | None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    head = data[:_SNIFFED]
    if head.startswith(_BYTE_ORDER_MARKS):
        return None
    n_controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    # A stray NUL is dirt in a text; random bytes hold a tenth of control bytes, texts in any encoding hardly one.
    return (
        f"{n_controls} control bytes among the first {len(head)}"
        if n_controls > 0.03 * len(head) and n_controls > 4
        else None
    )


def _skipped(file: Path, reason: SkipReason, detail: str) -> Skipped:
    return Skipped(str(file), STAGE, reason, detail)


def _too_large(item: str, n_bytes: int) -> Skipped:
    return Skipped(
        item, STAGE, SkipReason.TOO_LARGE, f"more than {LARGEST // 2**20} MiB: at least {n_bytes / 2**20:.1f} MiB"
    )
