import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import PRODUCER, article, extraction_of

from onrecord.core.errors import SettingsError
from onrecord.export.formats import FORMATS, export
from onrecord.store.collection import Collection
from onrecord.store.json_form import load
from onrecord.store.ledger import RunPlan
from onrecord.store.queries import Filters
from onrecord.store.rows import Read

EXTRACTIONS = [extraction_of(article(ending=f" Nr {number} علي 🙂")) for number in range(3)]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    plan = RunPlan(PRODUCER, ("x",), "x", 1)
    with Collection.open(tmp_path / "a.db") as opened:
        opened.begin_run(plan)
        opened.write_shard(plan.run_id, 0, [Read(f"{n}", one) for n, one in enumerate(EXTRACTIONS)])
        yield opened


def exported(collection: Collection, name: str, filters: Filters | None = None) -> tuple[int, str]:
    out = io.StringIO(newline="")
    return export(collection, name, out, filters=filters or Filters()), out.getvalue()


def test_jsonl_gives_every_extraction_back(collection: Collection) -> None:
    n_lines, text = exported(collection, "jsonl")
    assert n_lines == 3
    found = {one.article.id: one for one in (load(json.loads(line)) for line in text.splitlines())}
    assert found == {one.article.id: one for one in EXTRACTIONS}


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_is_the_same_every_time(collection: Collection, name: str) -> None:
    assert exported(collection, name) == exported(collection, name)


@pytest.mark.parametrize(("name", "n_expected"), [("csv", 3), ("jsonl", 3)])
def test_filters_narrow_every_format(collection: Collection, name: str, n_expected: int) -> None:
    assert exported(collection, name, Filters(kind="drone-strike"))[0] == n_expected
    assert exported(collection, name, Filters(country="JO"))[0] == 0


def test_an_empty_csv_has_its_header(collection: Collection) -> None:
    assert exported(collection, "csv", Filters(country="JO"))[1].count("\n") == 1


def test_an_unknown_format_is_refused_with_those_there_are(collection: Collection) -> None:
    with pytest.raises(SettingsError, match=r"'xls'.*csv, jsonl"):
        exported(collection, "xls")
