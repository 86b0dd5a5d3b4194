import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import fake_stages

import onrecord
from onrecord.annotate.session import FakeSession
from onrecord.core.errors import InputError, ResourceError
from onrecord.core.extraction import Extraction
from onrecord.run.bundled import bundled_inputs, samples_folder
from onrecord.run.reader import Reader
from onrecord.store.json_form import dumps
from onrecord.store.ledger import Counts
from onrecord.store.rows import Read

PAGE = """
<html><head><title>Shells fall on Kafr Zita 🔥</title><meta property="og:site_name" content="Orontes Post"></head><body>
<article><h1>Shells fall on Kafr Zita 🔥</h1>
<p>Government forces shelled the town of Kafr Zita on Tuesday, killing at least four people, the civil defence said.</p>
<p>“There was no warning,” said Ahmad Darwish (أحمد درويش), who keeps a shop near the market square of the town.</p>
<p>The army denied that it had fired on the town, and said that rebels had shelled a village to the south of it.</p>
</article></body></html>
"""


@pytest.fixture
def reader() -> Reader:
    """All real, but for the weights."""
    return Reader(session=FakeSession({}))


def loaded_after(code: str) -> set[str]:
    """The modules that are loaded after ``code`` in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(done.stdout.split())


def test_importing_the_package_loads_neither_weights_nor_libraries() -> None:
    loaded = loaded_after("import onrecord")
    assert not loaded & {"numpy", "torch", "onnxruntime", "sqlalchemy", "trafilatura", "lxml", "click", "rich"}
    assert {name for name in loaded if name.startswith("onrecord")} == {"onrecord"}


def test_the_names_of_the_package_are_there_when_asked_for() -> None:
    assert onrecord.Reader is Reader
    assert onrecord.Extraction is Extraction
    assert set(onrecord.__all__) >= {"read", "open", "Reader", "Extraction"}
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing  # type: ignore[attr-defined]


def test_a_page_is_read_from_end_to_end(reader: Reader) -> None:
    extraction = reader.read(PAGE, published="2016-09-14", url="https://orontes.example/1")
    article = extraction.article
    assert article.publisher == "Orontes Post"
    assert article.url == "https://orontes.example/1"
    assert article.published is not None
    assert str(article.published.days.earliest) == "2016-09-14"
    assert "أحمد درويش" in article.text
    assert "<p>" not in article.text
    assert extraction.producer.version == onrecord.__version__


def test_the_same_input_gives_the_same_bytes(reader: Reader) -> None:
    again = Reader(session=FakeSession({}))
    assert dumps(reader.read(PAGE)) == dumps(again.read(PAGE))
    (threaded,) = {dumps(one) for one in reader.read_many([PAGE] * 8) if isinstance(one, Extraction)}
    assert threaded == dumps(reader.read(PAGE))


COLD_THREADS = """
import time
from onrecord.annotate.session import FakeSession
from onrecord.core import lexicon
from onrecord.run.bundled import bundled_inputs
from onrecord.run.reader import Reader
from onrecord.store.json_form import dumps
load = lexicon._table
def load_slowly(name):
    time.sleep(0.2)
    return load(name)
lexicon._table = load_slowly
reports = [one for one in bundled_inputs() if "kabul" in one.name]
reader = Reader(session=FakeSession({}))
threaded = [dumps(one) for one in reader.read_many(reports * 2)]
assert threaded == [dumps(reader.attempt(one).extraction) for one in reports * 2]
assert all(a == b for a, b in zip(threaded, threaded[len(reports):]))
from hashlib import sha256
print(sha256("".join(threaded).encode()).hexdigest())
"""


def test_threads_that_begin_cold_at_the_same_moment_give_what_one_gives(reader: Reader) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", COLD_THREADS]
    digest = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()
    reports = [one for one in bundled_inputs() if "kabul" in one.name] * 2
    results = [reader.attempt(one) for one in reports]
    written = "".join(dumps(one.extraction) for one in results if isinstance(one, Read))
    assert hashlib.sha256(written.encode()).hexdigest() == digest


def test_what_is_no_report_is_an_error_with_its_reason(reader: Reader) -> None:
    with pytest.raises(InputError, match="empty"):
        reader.read("   ")


def test_every_bundled_report_is_read_without_a_fault(reader: Reader) -> None:
    inputs = bundled_inputs()
    assert len(inputs) >= 30
    results = list(reader.read_many(inputs))
    assert [one for one in results if not isinstance(one, Extraction)] == []


def test_bundled_reports_come_with_what_the_index_says_of_them() -> None:
    (tribune,) = [one for one in bundled_inputs() if one.name == "samples/baghdad-drone-strike-tribune.html"]
    assert str(tribune.given.published) == "2024-02-08"
    assert tribune.given.publisher == "Qatar Tribune"
    assert (samples_folder() / "index.toml").is_file()


@pytest.mark.parametrize(
    "index",
    [
        "[[report]",
        "",
        '[[report]]\nfile = "gone.txt"\npublished = 2024-01-01\npublisher = "x"',
        '[[report]]\nfile = "index.toml"\npublished = "soon"\npublisher = "x"',
    ],
)
def test_a_damaged_index_is_named(tmp_path: Path, index: str) -> None:
    (tmp_path / "index.toml").write_text(index)
    with pytest.raises(ResourceError, match=r"index\.toml cannot be read"):
        bundled_inputs(tmp_path)


def test_an_opened_collection_can_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words 🙂 علي")
    (tmp_path / "b.txt").write_text("skip this")
    with onrecord.open(tmp_path / "mine.db") as collection:
        fake = Reader(stages=fake_stages())
        assert collection.add(tmp_path / "a.txt", str(tmp_path / "b.txt"), reader=fake) == Counts(2, 1, 0, 1)
        assert [skip.item for skip in collection.last_skips()] == [str(tmp_path / "b.txt")]
        assert collection.add(tmp_path / "a.txt", tmp_path / "b.txt", reader=fake) == Counts(2, 0, 1, 1)
    with onrecord.open(tmp_path / "mine.db", create=False) as again:
        assert len(list(again.extractions())) == 1
