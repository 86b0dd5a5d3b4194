"""Which place a name means, by the company that it keeps.

Population is no more than a prior: a candidate gains by its country being named in the report, by its region or
country standing right behind it ("Paris, Texas"), and by the dateline. What the gazetteer does not know stays
unresolved; a name whose two best candidates are as likely as each other does too.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable

from onrecord.core.annotations import MentionKind
from onrecord.core.extraction import PlaceLink, Unresolved
from onrecord.core.spans import Span
from onrecord.gazetteer import Feature, Gazetteer, PlaceEntry, fold
from onrecord.interpret.names import Name

# What each sign is worth, in powers of ten of population: chosen by hand on self-written reports, not yet swept.
_COUNTRY_NAMED = 2.0  # per country named in the report, once
_COUNTRY_OFTEN = 0.5  # for each further mention, up to three
_QUALIFIED = 6.0  # "Paris, Texas"
_TIE = 0.05
# A town of fewer people is not taken from a country of which the report does not speak, if it speaks of any:
# chosen by hand, not yet swept.
_SMALL = 100_000

_AS_FEATURE = {Feature.COUNTRY: 9.0, Feature.CAPITAL: 1.0, Feature.ADMIN1: 0.5, Feature.AREA: 2.0, Feature.SITE: 1.0}
_TOWNS = (Feature.CITY, Feature.CAPITAL)
_REGIONS = (Feature.ADMIN1, Feature.ADMIN2)
# How far around a name the word for its kind may stand, in characters: "the governorate of", " neighbourhood".
_KIND_REACH = 20


class PlaceResolver:
    """Resolves the place names of one report; the countries named in it are its context."""

    def __init__(self, text: str, names: Iterable[Name], gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._countries = Counter(name.country.iso2 for name in names if name.country is not None)

    def resolve(self, span: Span) -> PlaceLink | Unresolved:
        """The place that the words of ``span`` name here."""
        words = span.of(self._text)
        candidates = _without_regions_of_towns(self._of_kind(span) or self._gazetteer.places(words))
        if not candidates:
            return Unresolved(f"“{words}” is not in the gazetteer")
        qualifier = self._qualifier(span)
        scored = sorted(((self._score(place, qualifier), place) for place in candidates), key=lambda pair: -pair[0])
        best, place = scored[0]
        if self._lies_elsewhere(place):
            return Unresolved(f"the only “{words}” known lies in {place.country}, of which the report does not speak")
        if len(scored) > 1 and best - scored[1][0] < _TIE and not _same_spot(place, scored[1][1]):
            return Unresolved(f"“{words}” may be any of {len(scored)} places, and nothing in the report tells which")
        return PlaceLink(
            geonames=place.geonames,
            name=place.name,
            country=place.country,
            admin1=place.admin1,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision,
        )

    def _lies_elsewhere(self, place: PlaceEntry) -> bool:
        """Whether a small place lies in none of the countries that the report names: a namesake, most likely."""
        small = place.feature is Feature.CITY and place.population < _SMALL
        return small and bool(self._countries) and place.country not in self._countries

    def _of_kind(self, span: Span) -> tuple[PlaceEntry, ...]:
        """The places of the kind that the words beside the name say: "Kherson region", "the province of Idlib"."""
        words = span.of(self._text)
        behind = _KIND_BEHIND.match(self._text, span.end, span.end + _KIND_REACH)
        if behind is not None and (found := self._gazetteer.places(f"{words} {behind[1]}")):
            return found
        before = _KIND_BEFORE.search(self._text, max(0, span.start - _KIND_REACH), span.start)
        return self._gazetteer.places(f"{before[1]} of {words}") if before is not None else ()

    def _score(self, place: PlaceEntry, qualifier: str | None) -> float:
        score = math.log10(place.population + 10) + _AS_FEATURE.get(place.feature, 0.0)
        named = self._countries.get(place.country or "", 0)
        if named:
            score += _COUNTRY_NAMED + _COUNTRY_OFTEN * min(named - 1, 3)
        if qualifier is not None and qualifier in self._wider(place):
            score += _QUALIFIED
        return score

    def _wider(self, place: PlaceEntry) -> set[str]:
        names = {fold(place.admin1)} if place.admin1 else set()
        country = self._gazetteer.country(place.country) if place.country else None
        return names | ({fold(country.name)} if country else set())

    def _qualifier(self, span: Span) -> str | None:
        """The name behind a comma ("Saraqib, Idlib"), folded, canonical where it is a country."""
        rest = self._text[span.end : span.end + 60]
        if not rest.startswith(", "):
            return None
        words = rest[2:].replace(",", " ,").replace(".", " .").split(" ")
        taken: list[str] = []
        for word in words:
            if not word[:1].isupper():
                break
            taken.append(word)
        if not taken:
            return None
        country = self._gazetteer.country(" ".join(taken))
        return fold(country.name if country else " ".join(taken))


_KIND_BEHIND = re.compile(r"[ -]([a-z]+)\b", re.IGNORECASE)
_KIND_BEFORE = re.compile(r"\b([a-z]+) of $", re.IGNORECASE)


def _without_regions_of_towns(places: tuple[PlaceEntry, ...]) -> tuple[PlaceEntry, ...]:
    """Without the regions that bear the name of a town inside them: "in Aleppo" is in the town."""
    lying_in = {(place.country, place.admin1) for place in places if place.feature in _TOWNS}
    return tuple(
        place for place in places if place.feature not in _REGIONS or (place.country, place.admin1) not in lying_in
    )


def _same_spot(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Whether two entries lie within about 30 km of each other, as a town and its district do."""
    return abs(one.lat - other.lat) < 0.3 and abs(one.lon - other.lon) < 0.3


def is_place(kind: MentionKind) -> bool:
    """Whether a mention of this kind can say where something happened."""
    return kind in (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY)
