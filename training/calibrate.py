"""One temperature for each head and tagger, fitted on dev parts, so that its scores can be read as probabilities.

ONRECORD_DATA=… python -m training.calibrate --weights training/runs/latest/fp32.onnx --out …/temperatures.json
"""

import argparse
import itertools
import json
import os
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from onrecord.annotate.decode import log_softmax
from onrecord.annotate.reading import read_windows
from onrecord.annotate.session import OnnxSession
from training import attribution, events, grammar, names
from training.documents import ALLOWED, Document, tagger_targets
from training.evaluate import sentences_of

GRID = np.round(np.exp(np.linspace(np.log(0.5), np.log(4.0), 43)), 3)
"""Temperatures tried: half to four, 5 % apart."""

Rows = list[tuple[np.ndarray, np.ndarray]]  # logits, and 1 where a label is right


def dev_documents(data: Path) -> Iterable[Document]:
    """What the temperatures are fitted on; a third of PolNeAR's dev part is plenty."""
    yield from names.re3d(data, "dev")
    yield from names.politics(data, "dev")
    yield from names.wnut17(data, "dev")
    yield from grammar.gum(data, "dev")
    yield from itertools.islice(grammar.web_treebank(data, "dev"), 60)
    yield from itertools.islice(attribution.polnear(data, "dev"), 0, None, 3)
    yield from events.wikievents_dev(data)
    yield from events.m2e2(data, "dev")


def collect(session: OnnxSession, documents: Iterable[Document]) -> dict[str, Rows]:
    """The logits of every labelled word, by head and by tagger."""
    read = list(documents)  # before the tables, to which reading adds rows
    tables = {name: allowed.matrix() for name, allowed in ALLOWED.items()}
    rows: dict[str, Rows] = {}
    for document in read:
        for window in read_windows(sentences_of(document), session):
            first = window.units[0][0]
            for head, targets in document.targets.items():
                own = targets[first : window.stop]
                logits = window.reading.scores[head][first - window.start :]
                rows.setdefault(head, []).append((logits[own >= 0], tables[head][own[own >= 0]]))
            for tagger, links in document.links.items():
                for link in links:
                    if not (first <= link.anchor[0] < link.anchor[1] <= window.stop):
                        continue
                    start, stop = window.start, window.stop
                    if tagger == "frame":
                        start, stop = next(unit for unit in window.units if unit[0] <= link.anchor[0] < unit[1])
                    place = (link.anchor[0] - window.start, link.anchor[1] - window.start)
                    logits = window.reading.tag(tagger, [place], [(start - window.start, stop - window.start)])
                    right = np.eye(logits.shape[1])[tagger_targets(tagger, link, start, stop)]
                    rows.setdefault(tagger, []).append((logits, right))
    return rows


def fitted(rows: Rows) -> tuple[float, float, float]:
    """The best temperature, and the mean loss a word before and after."""
    logits = np.concatenate([row[0] for row in rows])
    right = np.concatenate([row[1] for row in rows])

    def loss(temperature: float) -> float:
        log_p = log_softmax(logits / np.float32(temperature))
        return float(-np.log((np.exp(log_p) * right).sum(axis=1) + 1e-9).mean())

    losses = [loss(float(temperature)) for temperature in GRID]
    best = int(np.argmin(losses))
    return float(GRID[best]), loss(1.0), losses[best]


def main() -> None:
    """Fit, print and write the temperatures; the weights given must have none yet."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = collect(OnnxSession(options.weights), dev_documents(Path(os.environ["ONRECORD_DATA"])))
    temperatures = {}
    for name, found in sorted(rows.items()):
        temperatures[name], before, after = fitted(found)
        print(f"{name}: temperature {temperatures[name]}, loss a word {before:.4f} → {after:.4f}")
    options.out.write_text(json.dumps(temperatures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
