"""Names and what they stand for: places, countries, actors, media. Packaged, read-only, no network.

>>> from onrecord.gazetteer import Gazetteer
>>> Gazetteer.open().country("Kurdistan") is None
True
"""

from onrecord.gazetteer.entries import ActorEntry, Country, Feature, PlaceEntry
from onrecord.gazetteer.folding import fold
from onrecord.gazetteer.lookup import Gazetteer

__all__ = ["ActorEntry", "Country", "Feature", "Gazetteer", "PlaceEntry", "fold"]
