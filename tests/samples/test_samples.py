"""The bundled reports and their coded answers say what their READMEs promise."""

import datetime as dt
import html
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.core.extraction import ROOT_STATEMENT
from onrecord.core.ontology import Act, Harm, Manner, Polarity, Realis

SAMPLES = Path(__file__).parents[2] / "samples"
INDEX: list[dict[str, Any]] = tomllib.loads((SAMPLES / "index.toml").read_text(encoding="utf-8"))["report"]
GOLD = sorted((SAMPLES / "gold").glob("*.json"))
VOICES = {
    "wire", "ministry", "army-communique", "armed-group", "ngo-note",
    "local-press", "live-blog", "analysis", "fact-check", "un-briefing",
}  # fmt: skip
FILLERS = ("trigger", "initiator", "victim", "target", "instrument", "place", "time_words")


def spaced(text: str) -> str:
    """The text with each run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def page_words(path: Path) -> str:
    """All words of a sample that a reader sees."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return spaced(raw)
    seen = re.sub(r"<head.*?</head>|<script.*?</script>|<style.*?</style>|<!--.*?-->", " ", raw, flags=re.I | re.S)
    return spaced(html.unescape(re.sub(r"<[^>]+>", " ", seen)))


def quoted_words(answers: dict[str, Any]) -> list[str]:
    """Every value of a coded answer that must stand in the report."""
    found: list[str] = []
    for event in answers["events"]:
        found += [event[key] for key in FILLERS if event.get(key)]
        found += [toll["words"] for toll in event.get("tolls", [])]
    for statement in answers["statements"]:
        found += [statement["speaker_words"], statement["cue"], *statement["content"], *statement.get("quotes", [])]
    return found


def test_the_index_lists_every_report_of_the_folder_once() -> None:
    listed = [row["file"] for row in INDEX]
    assert sorted(listed) == sorted(
        path.name for path in SAMPLES.iterdir() if path.is_file() and path.name not in {"README.md", "index.toml"}
    )


@pytest.mark.parametrize("row", INDEX, ids=lambda row: str(row["file"]))
def test_a_report_carries_its_title_and_a_known_voice(row: dict[str, Any]) -> None:
    assert row["voice"] in VOICES
    assert row["facts"] in {"public", "invented"}
    assert dt.date(2015, 1, 1) <= dt.date.fromisoformat(str(row["published"])[:10]) <= dt.date(2026, 12, 31)
    assert row["title"].casefold() in page_words(SAMPLES / row["file"]).casefold()


@pytest.mark.parametrize("row", [row for row in INDEX if "reprint_of" in row], ids=lambda row: str(row["file"]))
def test_a_reprint_shares_most_of_its_sentences_with_the_wire_text_but_not_the_headline(row: dict[str, Any]) -> None:
    origin = next(other for other in INDEX if other["file"] == row["reprint_of"])
    sentences = re.split(r"(?<=[.”]) ", page_words(SAMPLES / row["file"]))
    source = page_words(SAMPLES / origin["file"])
    assert sum(len(sentence) > 40 and sentence in source for sentence in sentences) >= 5
    assert row["title"] != origin["title"]
    assert row["incident"] == origin["incident"]


def test_some_incidents_are_told_by_three_or_more_voices() -> None:
    voices_by_incident: dict[str, set[str]] = {}
    for row in INDEX:
        voices_by_incident.setdefault(row["incident"], set()).add(row["voice"])
    assert sum(len(voices) >= 3 for voices in voices_by_incident.values()) >= 5


@pytest.mark.parametrize("path", GOLD, ids=lambda path: str(path.stem))
def test_coded_answers_quote_words_that_stand_in_the_report(path: Path) -> None:
    answers = json.loads(path.read_text(encoding="utf-8"))
    words = page_words(SAMPLES / answers["report"])
    exactly_once = not answers["report"].endswith(".html")  # a page repeats words in its menus and links
    for quoted in quoted_words(answers):
        context = spaced(quoted.replace("[[", "").replace("]]", ""))
        occurrences = words.count(context)
        assert occurrences == 1 if exactly_once else occurrences >= 1, quoted


@pytest.mark.parametrize("path", GOLD, ids=lambda path: str(path.stem))
def test_coded_answers_use_known_acts_harms_and_statements(path: Path) -> None:
    answers = json.loads(path.read_text(encoding="utf-8"))
    known = {ROOT_STATEMENT, *(statement["id"] for statement in answers["statements"])}
    assert len(known) == len(answers["statements"]) + 1
    for statement in answers["statements"]:
        assert Act(statement["act"])
        assert Manner(statement["manner"])
        assert statement["parent"] in known - {statement["id"]}
    for event in answers["events"]:
        assert Realis(event.get("realis", "actual"))
        assert Polarity(event.get("polarity", "positive"))
        assert set(event.get("statements", [])) <= known
        for toll in event.get("tolls", []):
            assert Harm(toll["harm"])
            assert toll["low"] is None or toll["high"] is None or toll["low"] <= toll["high"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: str(path.stem))
def test_every_coded_date_is_a_day_a_month_a_year_or_an_interval_of_these(path: Path) -> None:
    for event in json.loads(path.read_text(encoding="utf-8"))["events"]:
        for part in (event.get("time") or "2015").split("/"):
            assert re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?", part)
            assert len(part) < 10 or dt.date.fromisoformat(part)


def test_arabic_script_and_an_emoji_stand_among_the_reports() -> None:
    everything = "".join(page_words(SAMPLES / row["file"]) for row in INDEX)
    assert re.search(r"[\u0600-\u06ff]{3}", everything)
    assert re.search(r"[\U0001f300-\U0001faff]", everything)
