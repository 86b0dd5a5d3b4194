"""Which actor of the actor file a name means: by alias, then by date, then by the countries of the report.

A wrong link is worse than none: where two actors of one name remain, the name stays unresolved.
"""

import datetime as dt
from collections import Counter

from onrecord.core.extraction import ActorLink, Unresolved
from onrecord.gazetteer import ActorEntry, Country
from onrecord.interpret.names import Name


def link_actor(name: Name, *, day: dt.date | None, countries: Counter[str]) -> ActorLink | Unresolved:
    """The actor that ``name`` means; ``day`` is the day of the report, ``countries`` counts ISO alpha-3 codes in it."""
    if name.country is not None:
        return _state(name.country, government=name.metonym)
    if name.actors:
        return _chosen(name.actors, day, countries)
    return Unresolved("not in the actor file")


def _state(country: Country, *, government: bool) -> ActorLink:
    """A state as a whole, or its government where a capital stands for it."""
    if government:
        name = f"{country.adjective or country.name} government"
        return ActorLink(id=f"{country.iso3}.government", name=name, country=country.iso3, sector="GOV")
    return ActorLink(id=country.iso3, name=country.name, country=country.iso3, sector=None)


def _chosen(entries: tuple[ActorEntry, ...], day: dt.date | None, countries: Counter[str]) -> ActorLink | Unresolved:
    in_office = [entry for entry in entries if day is not None and entry.holds_on(day)] or list(entries)
    by_id: dict[str, ActorEntry] = {}
    for entry in in_office:
        by_id.setdefault(entry.id, entry)
    if len(by_id) > 1:
        named = [entry for entry in by_id.values() if entry.country and countries[entry.country]]
        if len(named) != 1:
            return Unresolved(f"may be any of {', '.join(sorted(by_id))}")
        by_id = {named[0].id: named[0]}
    entry = next(iter(by_id.values()))
    return ActorLink(id=entry.id, name=entry.name, country=entry.country, sector=entry.sector)
