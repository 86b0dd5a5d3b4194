"""One open gazetteer for all tests of the room, and the build scripts within reach."""

import sys
from pathlib import Path

import pytest

from onrecord.gazetteer import Gazetteer

RESOURCES = Path(__file__).parents[2] / "resources"
sys.path.insert(0, str(RESOURCES))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def resources() -> Path:
    return RESOURCES
