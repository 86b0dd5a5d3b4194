"""The pages of our own: truth and pages belong together, and the bytes are stable."""

import gzip
import html
import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks" / "pages_dev"
TRUTH: dict[str, dict[str, str]] = json.loads((FOLDER / "ground-truth.json").read_text(encoding="utf-8"))


def words(markup: str) -> str:
    """The words of a page in order, each followed by a space; scripts and inline marks taken out."""
    markup = re.sub(r"<script.*?</script>", " ", markup, flags=re.DOTALL)
    markup = re.sub(r"</?(b|em|sup|strong)\b[^>]*>", "", markup)
    return " ".join(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]+>", " ", markup))))


def test_every_page_has_its_truth_and_every_truth_its_page() -> None:
    assert sorted(TRUTH) == sorted(path.name.removesuffix(".html.gz") for path in (FOLDER / "html").iterdir())
    assert len(TRUTH) >= 24


@pytest.mark.parametrize("page_id", sorted(TRUTH))
def test_each_line_of_the_truth_stands_on_the_page_in_order(page_id: str) -> None:
    page = words(gzip.decompress((FOLDER / "html" / f"{page_id}.html.gz").read_bytes()).decode("utf-8"))
    position = 0
    for line in TRUTH[page_id]["articleBody"].splitlines():
        position = page.find(words(html.escape(line)), position)
        assert position >= 0, line


@pytest.mark.parametrize("page_id", sorted(TRUTH))
def test_a_page_holds_more_than_its_article(page_id: str) -> None:
    page = words(gzip.decompress((FOLDER / "html" / f"{page_id}.html.gz").read_bytes()).decode("utf-8"))
    assert len(page) - len(words(TRUTH[page_id]["articleBody"])) > 300


@pytest.mark.parametrize("page_id", sorted(TRUTH))
def test_a_compressed_page_names_neither_a_time_nor_a_file(page_id: str) -> None:
    header = (FOLDER / "html" / f"{page_id}.html.gz").read_bytes()[:10]
    assert header[3] == 0  # no file name
    assert header[4:8] == b"\0\0\0\0"  # no time stamp


def test_the_pages_carry_arabic_script_and_emoji() -> None:
    everything = "".join(
        gzip.decompress(path.read_bytes()).decode("utf-8") for path in sorted((FOLDER / "html").iterdir())
    )
    assert "نريد وطن" in everything
    assert re.search(r"[\U0001f300-\U0001faff]", everything)
