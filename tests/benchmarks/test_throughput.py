"""Speeds: what is read, what is recorded, and what must not be timed."""

import json
import subprocess
from pathlib import Path

import pytest
from benchmarks import fresh_process, throughput
from benchmarks.copies import read_all, reports_of
from benchmarks.throughput import RecordingSession, load_of, speeds

from onrecord.annotate.annotator import Annotator
from onrecord.annotate.session import FakeSession, Session
from onrecord.annotate.windows import encode
from onrecord.annotate.wordpiece import WordPiece
from onrecord.core.annotations import Annotations
from onrecord.core.article import Article
from onrecord.core.extraction import Extraction, Producer, Skipped, SkipReason
from onrecord.ingest import read_bytes
from onrecord.run.inputs import Input
from onrecord.run.reader import Stages

TEXT = "Mortar fire hits Tal Nour\n\nA mortar killed two men on Monday, said علي حسن 🕊 of the relief service."
PAGE = f"<html><body><article><h1>Fire</h1><p>{TEXT.splitlines()[-1]}</p></article></body></html>"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "page.html", tmp_path / "text.txt"]
    for path, content in zip(paths, (PAGE, TEXT), strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


def stages_with(session: Session) -> Stages:
    producer = Producer("0", session.digest, "r")

    def ingest(report: Input) -> Article | Skipped:
        assert isinstance(report.content, bytes)
        return next(iter(read_bytes(report.content, "", report.given, report.name)))

    def interpret(article: Article, annotations: Annotations) -> Extraction:
        return Extraction(producer, article, (), (), ())

    return Stages(ingest, Annotator(session).annotate, interpret, producer)


def test_copies_take_the_files_in_turn_and_no_two_are_one(files: list[Path]) -> None:
    reports = list(reports_of(files, 5))
    assert [report.name for report in reports] == ["page.html", "text.txt", "page.html", "text.txt", "page.html"]
    stages = stages_with(FakeSession({}))
    articles = [stages.ingest(report) for report in reports]
    assert len({article.id for article in articles if isinstance(article, Article)}) == 5


@pytest.mark.parametrize("n_threads", [1, 2])
def test_a_skipped_report_stops_the_measurement(n_threads: int) -> None:
    lost = Skipped("text.txt", "interpret", SkipReason.BUG, "traceback")
    with pytest.raises(RuntimeError, match=r"text\.txt was skipped at interpret"):
        read_all(lambda report: lost, [Input("text.txt", b"")], n_threads=n_threads)


def test_a_recording_session_answers_as_the_one_behind_it_and_keeps_what_it_was_asked() -> None:
    behind = FakeSession({"Hatra": {"names": "B-place"}})
    recording = RecordingSession(behind)
    window = encode(("Hatra", "fell", "🕊"), WordPiece.packaged())
    assert (recording.run(window).scores["names"] == behind.run(window).scores["names"]).all()
    assert recording.windows == [window]
    assert recording.digest == behind.digest


def test_the_load_is_what_the_encoder_was_given(files: list[Path]) -> None:
    once = load_of(list(reports_of(files, 2)), FakeSession({}), stages_with)
    twice = load_of(list(reports_of(files, 4)), FakeSession({}), stages_with)
    assert len(once.articles) == 2
    assert once.n_sentences >= 2
    assert once.n_wordpieces > 40
    assert (twice.n_wordpieces, twice.n_sentences) == (2 * once.n_wordpieces, 2 * once.n_sentences)


def test_what_is_no_report_is_no_load(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(TypeError, match="no report"):
        load_of(list(reports_of([empty], 1)), FakeSession({}), stages_with)


def test_speeds_are_positive_and_the_encoder_alone_is_faster_than_all(files: list[Path]) -> None:
    figures = speeds(files, 6, FakeSession({}), stages_with)
    assert set(figures) == {
        "articles_per_s_1",
        "articles_per_s_2",
        "tokens_per_s_2",
        "encoder_ratio",
        "annotator_articles_per_s_1",
        "annotator_encoder_ratio",
        "html_to_events_sentences_per_s",
    }
    assert all(figure > 0 for figure in figures.values())
    assert figures["encoder_ratio"] < 1


def test_peak_memory_is_in_mib() -> None:
    held = [bytes(1) * 2**20 for _ in range(64)]
    assert 64 < fresh_process.peak_mib() < 16_000
    assert len(held) == 64


def test_a_fresh_process_that_fails_gives_no_figure(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        throughput.fresh_process([tmp_path / "nowhere.txt"], 1)


def test_a_fresh_process_says_how_many_it_read(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("onrecord.run.reader.Reader.__init__", _with_fake_stages)
    assert fresh_process.main(["3", *map(str, files)]) == 0
    assert json.loads(capsys.readouterr().out)["n_read"] == 3


def _with_fake_stages(reader: object) -> None:
    object.__setattr__(reader, "_stages", stages_with(FakeSession({})))
