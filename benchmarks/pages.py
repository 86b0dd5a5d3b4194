"""Web page to article text, scored as the public article-extraction-benchmark scores it.

Texts are compared as bags of shingles of four words (``\\\\w+``; a text of fewer words is one shingle), with
multiplicity. Precision and recall are taken page by page and averaged over pages: precision over pages for which
anything was extracted, recall over pages that have text. F1 is the harmonic mean of the two averages, and not the
average of the pages' F1. A page that cannot be read counts as one for which nothing was extracted.

Dev is a set of pages that were written for this project (``benchmarks/pages_dev``); test is the public set.

Source: https://github.com/scrapinghub/article-extraction-benchmark (MIT), ``evaluate.py``.
"""

import gzip
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.corpora import Corpus
from onrecord.core.article import BlockKind
from onrecord.core.extraction import Skipped

SHINGLE_WORDS = 4
NOT_BODY = frozenset({BlockKind.TITLE, BlockKind.CREDIT, BlockKind.CAPTION})
OWN = Path(__file__).resolve().parent
CORPORA = (
    Corpus(
        "pages",
        "https://github.com/scrapinghub/article-extraction-benchmark",
        {
            "dev": ("pages_dev/ground-truth.json", "pages_dev/html/*.html.gz"),
            "test": ("pages/ground-truth.json", "pages/html/*.html.gz"),
        },
        home={"dev": OWN},
    ),
)


@dataclass(frozen=True, slots=True)
class PageScore:
    """Shingles of one page: right, wrongly given, not given."""

    right: int
    wrong: int
    missed: int


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The bag of shingles of one text; empty for a text without words.

    >>> len(shingles("one two three four five")), len(shingles("one two")), len(shingles("…"))
    (2, 1, 0)
    """
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1)) if words else range(0)
    return Counter(tuple(words[start : start + SHINGLE_WORDS]) for start in starts)


def page_score(gold: str, extracted: str) -> PageScore:
    """Compares two texts."""
    of_gold, of_extracted = shingles(gold), shingles(extracted)
    right = (of_gold & of_extracted).total()
    return PageScore(right, of_extracted.total() - right, of_gold.total() - right)


def averages(scores: Sequence[PageScore]) -> Figures:
    """Precision, recall and F1 over all pages, in percent.

    Raises:
        ValueError: no page has text, or nothing was extracted from any.
    """
    precisions = [one.right / (one.right + one.wrong) for one in scores if one.right + one.wrong]
    recalls = [one.right / (one.right + one.missed) for one in scores if one.right + one.missed]
    if not precisions or not recalls:
        raise ValueError("nothing to average: no page has text, or nothing was extracted from any")
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {key: round(100 * value, 2) for key, value in (("f1", f1), ("precision", precision), ("recall", recall))}


def page_text(page: bytes, url: str | None) -> str:
    """The body that the program reads in a page: all but headline, credits and captions; "" where it reads none."""
    from onrecord.ingest import Given, read_html

    article = read_html(page, given=Given(url=url))
    if isinstance(article, Skipped):
        return ""
    body = (block for block in article.blocks if block.kind not in NOT_BODY)
    return "\n".join(block.span.of(article.text) for block in body)


def measure(request: Request) -> Figures:
    """Extracts every page of the ground truth and scores it.

    Raises:
        FileNotFoundError: a page of the ground truth is not there.
    """
    truth = next(path for path in request.files["pages"] if path.name == "ground-truth.json")
    articles = json.loads(truth.read_text(encoding="utf-8"))
    scores: list[PageScore] = []
    for name, article in sorted(articles.items()):
        page = gzip.decompress((truth.parent / "html" / f"{name}.html.gz").read_bytes())
        scores.append(page_score(article["articleBody"], page_text(page, article.get("url"))))
    return averages(scores)


PAGES = Benchmark("pages", CORPORA, measure)

if __name__ == "__main__":
    sys.exit(main(PAGES))
