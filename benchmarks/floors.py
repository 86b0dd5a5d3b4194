"""The floors that hold the figures: what was measured, how much noise is allowed below it, and why.

``floors.json``: ``{task: {"corpora": {name: sha256}, "figures": {key: {"floor", "margin", "reason"}}}}``. A figure
fails below floor − margin; a corpus with another digest fails whatever its figures are, since they are then figures
of something else. A corpus that is not there is not judged.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks.command import NO_WEIGHTS, Result

SEED_MARGIN = 1.0
"""For a new floor of a figure that stands on weights: about what another seed of the same training moves it."""

RULES_MARGIN = 0.2
"""For a new floor of a figure without weights, which only a change of the program can move: a word here and there."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a figure has to reach, in the figure's own unit."""

    floor: float
    margin: float
    reason: str


@dataclass(frozen=True, slots=True)
class TaskFloors:
    """All floors of one task, and the digests of the corpora that they were measured on."""

    corpora: Mapping[str, str]
    figures: Mapping[str, Floor]


Floors = dict[str, TaskFloors]


def read_floors(path: Path) -> Floors:
    """The floors of a file.

    Raises:
        ValueError: a floor lacks a field, or gives no reason.
    """
    floors: Floors = {}
    for task, entry in json.loads(path.read_text(encoding="utf-8")).items():
        try:
            figures = {key: Floor(**floor) for key, floor in entry["figures"].items()}
            floors[task] = TaskFloors(entry["corpora"], figures)
        except (KeyError, TypeError) as wrong:
            raise ValueError(f"{path.name}, task {task}: {wrong}") from wrong
        unreasoned = [key for key, floor in figures.items() if not floor.reason.strip()]
        if unreasoned:
            raise ValueError(f"{path.name}, task {task}: no reason given for {', '.join(unreasoned)}")
    return floors


def write_floors(path: Path, floors: Floors) -> None:
    """Writes the file, tasks and keys in order."""
    written = {
        task: {
            "corpora": dict(sorted(entry.corpora.items())),
            "figures": {key: asdict(floor) for key, floor in sorted(entry.figures.items())},
        }
        for task, entry in sorted(floors.items())
    }
    path.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def failures(task: str, floors: TaskFloors, result: Result) -> list[str]:
    """What is wrong with a result, a line each; none where it holds."""
    changed = [name for name, digest in result.corpora.items() if floors.corpora.get(name, digest) != digest]
    if changed:
        return [
            f"{task}: {name} is not the corpus that the floors were measured on ({result.corpora[name][:12]}…, not "
            f'{floors.corpora[name][:12]}…): get that one, or take the new one with --corpus {task} --because "…"'
            for name in changed
        ]
    wrong = [f"{task}.{key}: measured, but has no floor: set it with --raise" for key in unguarded(floors, result)]
    all_there = set(floors.corpora) <= set(result.corpora)
    for key, floor in floors.figures.items():
        if key not in result.figures:
            if all_there:
                wrong.append(f"{task}.{key}: has a floor of {floor.floor:g}, but was not measured")
        elif result.figures[key] < floor.floor - floor.margin:
            wrong.append(
                f"{task}.{key}: {result.figures[key]:g} is below {floor.floor:g} − {floor.margin:g} ({floor.reason})"
            )
    return wrong


def unguarded(floors: TaskFloors, result: Result) -> list[str]:
    """The figures of a result that have no floor."""
    return [key for key in result.figures if key not in floors.figures]


def raised(floors: TaskFloors | None, result: Result, reason: str) -> TaskFloors:
    """The floors moved up to the figures; never down. Figures without a floor get one.

    Raises:
        ValueError: a corpus is not the one that the floors were measured on.
    """
    before = floors or TaskFloors({}, {})
    for name, digest in result.corpora.items():
        if before.corpora.get(name, digest) != digest:
            raise ValueError(f"{name} is not the corpus that the floors were measured on: nothing was raised")
    figures = dict(before.figures)
    for key, figure in result.figures.items():
        old = figures.get(key)
        if old is None:
            figures[key] = Floor(figure, _margin_for(result), reason)
        elif figure > old.floor:
            figures[key] = replace(old, floor=figure, reason=reason)
    return TaskFloors({**before.corpora, **result.corpora}, figures)


def _margin_for(result: Result) -> float:
    return RULES_MARGIN if result.weights == NO_WEIGHTS else SEED_MARGIN


def lowered(floors: TaskFloors, key: str, figure: float, reason: str) -> TaskFloors:
    """One floor moved down to ``figure``.

    Raises:
        ValueError: there is no such floor, the figure is not below it, or no reason is given.
    """
    if key not in floors.figures:
        raise ValueError(f"{key} has no floor to lower")
    old = floors.figures[key]
    if figure >= old.floor:
        raise ValueError(f"{key} measures {figure:g}, which is not below its floor of {old.floor:g}")
    if not reason.strip():
        raise ValueError('a floor is lowered only for a reason: --because "…"')
    return TaskFloors(floors.corpora, {**floors.figures, key: replace(old, floor=figure, reason=reason)})


def rebased(floors: TaskFloors, result: Result, reason: str) -> TaskFloors:
    """The floors of a task measured anew on other corpora; margins stay.

    Raises:
        ValueError: no reason is given.
    """
    if not reason.strip():
        raise ValueError('a corpus is exchanged only for a reason: --because "…"')
    figures = dict(floors.figures)
    for key, figure in result.figures.items():
        margin = figures[key].margin if key in figures else _margin_for(result)
        figures[key] = Floor(figure, margin, reason)
    return TaskFloors({**floors.corpora, **result.corpora}, figures)
