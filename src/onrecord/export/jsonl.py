"""Whole extractions, one JSON document per line, UTF-8: nothing left out, ready to be read back."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.core.extraction import Extraction
from onrecord.store.json_form import dumps


def write_jsonl(extractions: Iterable[Extraction], to: TextIO) -> int:
    """Write each extraction as a line; the number of lines."""
    n_lines = 0
    for extraction in extractions:
        to.write(dumps(extraction))
        to.write("\n")
        n_lines += 1
    return n_lines
