"""Actors: those that every state has, made from patterns, and those of the files in ``actors/``."""

import calendar
import datetime as dt
import re
from pathlib import Path
from typing import Any

from gazetteer_build.rows import ActorRow, CountryRow
from gazetteer_build.sources import RESOURCES, SourceError, read_yaml
from onrecord.core.annotations import MentionKind
from onrecord.gazetteer.folding import fold

# CAMEO 1.1b3 and PLOVER sector codes that the files may use.
SECTORS = frozenset(
    "GOV MIL REB COP IGO NGO MED CVL PTY JUD LEG SPY UAF OPP BUS CRM EDU REL SET REF LAB HLH DEV ENV HRI".split()
)
_STATES = "states.yaml"
_GROUP_KEYS = {"source", "note", "kind", "sector", "country", "parent", "agency", "actors"}
_ACTOR_KEYS = {"id", "name", "names", "publisher_names", "kind", "sector", "country", "parent", "agency", "from", "to"}
_ACTOR_KEYS |= {"terms", "extends", "publisher_only"}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def actor_rows(countries: list[CountryRow]) -> list[ActorRow]:
    """All actors, those of the states first.

    Raises:
        SourceError: an entry has an unknown key, kind, sector, country or parent, or an id that another actor has.
    """
    rows = _state_actors(countries)
    by_id = {row.id: row for row in rows}
    for path in sorted((RESOURCES / "actors").glob("*.yaml")):
        if path.name != _STATES:
            for group in read_yaml(path):
                rows += _group_rows(path, group, by_id)
    _check(rows, {country.country.iso3 for country in countries})
    return rows


def _state_actors(countries: list[CountryRow]) -> list[ActorRow]:
    """Government, forces, police, ministries and offices of each state, by the patterns of ``states.yaml``."""
    bodies: list[dict[str, Any]] = read_yaml(RESOURCES / "actors" / _STATES)["bodies"]
    rows = []
    for row in countries:
        country, words = row.country, row.words
        if country.cow is None and country.iso2 not in {"PS", "XK"}:
            continue
        names = [country.name, *words["initials"]]
        adjectives = [word for word in (country.adjective, *names) if word]
        if words["initials"] or any(name.startswith("the ") for name in words["name"]):
            names += [f"the {name}" for name in names]  # "government of the Philippines"
        rows.append(
            ActorRow(country.iso3, country.name, "country", country.iso3, None, names=words["name"] + words["initials"])
        )
        people = [word for word in words["demonym"] if word.endswith("s") and word != country.adjective]
        if people:
            rows.append(ActorRow(f"{country.iso3}.people", people[0], "group", country.iso3, "CVL", names=people))
        for body in bodies:
            shown = body["name"].format(adj=country.adjective or country.name, name=country.name)
            made = [
                pattern.format(adj=adjective, name=name)
                for pattern in body["patterns"]
                for adjective in (adjectives if "{adj}" in pattern else adjectives[:1])
                for name in (names if "{name}" in pattern else names[:1])
            ]
            rows.append(
                ActorRow(
                    id=f"{country.iso3}.{body['id']}",
                    name=shown,
                    kind=body["kind"],
                    country=country.iso3,
                    sector=body["sector"],
                    parent=f"{country.iso3}.{body['parent']}" if "parent" in body else country.iso3,
                    office=body.get("office"),
                    names=[shown, *made],
                )
            )
    return rows


def _group_rows(path: Path, group: dict[str, Any], by_id: dict[str, ActorRow]) -> list[ActorRow]:
    """The rows of one group of a file; an entry that ``extends`` a state's actor gives it a name and aliases."""
    where = f"{path.name}: group {group.get('note', group.get('source'))!r}"
    if not group.get("source") or set(group) - _GROUP_KEYS:
        raise SourceError(f"{where}: needs a source and no keys but {sorted(_GROUP_KEYS)}")
    rows: list[ActorRow] = []
    for entry in group["actors"]:
        if unread := set(entry) - _ACTOR_KEYS:
            raise SourceError(f"{where}: {entry.get('name')}: unknown keys {sorted(unread)}")
        if extended := entry.get("extends"):
            if extended not in by_id:
                raise SourceError(f"{where}: {entry['name']}: there is no {extended!r} to extend")
            by_id[extended].name = entry["name"]
            by_id[extended].names += [entry["name"], *entry.get("names", ())]
            continue
        made = _entry_rows(group, entry)
        if made[0].id in by_id:
            raise SourceError(f"{where}: the id {made[0].id!r} is taken")
        by_id[made[0].id] = made[0]
        rows += made
    return rows


def _entry_rows(group: dict[str, Any], entry: dict[str, Any]) -> list[ActorRow]:
    def inherited(key: str) -> Any:
        return entry.get(key, group.get(key))

    # "Time", "The Sun": a name that means the medium on a publisher line only.
    names, publisher_names = [entry["name"], *entry.get("names", ())], list(entry.get("publisher_names", ()))
    if entry.get("publisher_only"):
        names, publisher_names = [], names + publisher_names
    if inherited("kind") == MentionKind.MEDIA and entry["name"].startswith("The "):
        publisher_names.append(entry["name"].removeprefix("The "))
    terms = entry.get("terms") or [[None, entry.get("from"), entry.get("to")]]
    rows = []
    for office, start, end, sector in ([*term, None, None][:4] for term in terms):
        rows.append(
            ActorRow(
                id=entry.get("id") or fold(entry["name"]).replace(" ", "-"),
                name=entry["name"],
                kind=inherited("kind"),
                country=inherited("country"),
                sector=sector or inherited("sector"),
                parent=inherited("parent"),
                valid_from=_first_day(start),
                valid_to=_last_day(end),
                office=office,
                agency=bool(inherited("agency")),
                names=names,
                publisher_names=publisher_names,
            )
        )
    return rows


def _first_day(written: object) -> str | None:
    if written is None:
        return None
    year, month, day = _parts(written)
    return dt.date(year, month or 1, day or 1).isoformat()


def _last_day(written: object) -> str | None:
    if written is None:
        return None
    year, month, day = _parts(written)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def _parts(written: object) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(str(written))
    if match is None:
        raise SourceError(f"not a year, a month (2021-03) or a day (2021-03-14): {written!r}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _check(rows: list[ActorRow], iso3: set[str]) -> None:
    kinds = {kind.value for kind in MentionKind}
    ids = {row.id for row in rows}
    for row in rows:
        problem = (
            f"kind {row.kind!r}" * (row.kind not in kinds)
            or f"sector {row.sector!r}" * (row.sector is not None and row.sector not in SECTORS)
            or f"country {row.country!r}" * (row.country is not None and row.country not in iso3)
            or f"parent {row.parent!r}" * (row.parent is not None and row.parent not in ids)
            or f"years {row.valid_from}–{row.valid_to}" * bool((row.valid_from or "") > (row.valid_to or "9999"))
            or "names that fold to nothing" * any(not fold(name) for name in row.names + row.publisher_names)
        )
        if problem:
            raise SourceError(f"actors: {row.id}: wrong {problem}")
