"""The coded answers beside the bundled reports (``samples/gold``), as spans of the article read from each report.

A value is a stretch of words that stands in the article once, or such a stretch with the part that is meant in double
brackets ("when a drone [[strike]] hit"); runs of white space count as one space.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import Corpus
from onrecord.core.article import Article
from onrecord.core.errors import InputError
from onrecord.core.extraction import Skipped
from onrecord.core.spans import Span

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = Corpus(
    "samples",
    "this project's own reports and answers, samples/",
    {"dev": ("samples/index.toml", "samples/gold/*.json", "samples/*.html", "samples/*.txt", "samples/*.md")},
    home={"dev": PROJECT},
)


@dataclass(frozen=True, slots=True)
class CodedReport:
    """One bundled report as it is read, and its coded answers as they stand in the file."""

    article: Article
    answers: dict[str, Any]

    def span(self, value: str) -> Span:
        """Where the words of one answer stand.

        Raises:
            ValueError: the words are not in the article.
        """
        return span_of(self.article.text, value)


def span_of(text: str, value: str) -> Span:
    """Where ``value`` stands in ``text``; the part in double brackets where there is one.

    >>> span_of("when a drone  strike hit", "a drone [[strike]]")
    Span(start=14, end=20)

    Raises:
        ValueError: the words are not in the text.
    """
    before, opened, rest = value.partition("[[")
    meant, _closing, after = rest.partition("]]") if opened else (before, "", "")
    if not opened:
        before = after = ""
    pattern = f"{_spaced(before)}({_spaced(meant)}){_spaced(after)}"
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"“{value}” does not stand in the article")
    return Span(*found.span(1))


def _spaced(words: str) -> str:
    """A pattern for the words with any white space between them."""
    return r"\s+".join(re.escape(word) if word else "" for word in re.split(r"\s+", words))


def coded_reports() -> Iterator[CodedReport]:
    """Every bundled report that has coded answers, read as a user would with its date and publisher given.

    Raises:
        InputError: a bundled report cannot be read.
    """
    from onrecord.ingest import Given, read_input

    index = tomllib.loads((PROJECT / "samples" / "index.toml").read_text(encoding="utf-8"))["report"]
    for row in index:
        answers = PROJECT / "samples" / "gold" / f"{Path(row['file']).stem}.json"
        if not answers.is_file():
            continue
        published = row["published"]
        day = published.date() if hasattr(published, "date") else published
        given = Given(published=day, publisher=row["publisher"])
        for article in read_input(PROJECT / "samples" / row["file"], given=given):
            if isinstance(article, Skipped):
                raise InputError(f"{row['file']}: {article.detail}")
            yield CodedReport(article, json.loads(answers.read_text(encoding="utf-8")))


def pairs_by_overlap(gold: list[Span], found: list[Span]) -> list[tuple[int, int]]:
    """One-to-one pairs of spans that share characters, those that share most first."""
    shared = sorted(
        (
            (-_shared(one, other), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one.overlaps(other)
        ),
    )
    left, right, pairs = set[int](), set[int](), list[tuple[int, int]]()
    for _size, i, j in shared:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
