"""One training for all tasks, from top to bottom: corpora, windows, network, steps, checkpoint.

    ONRECORD_DATA=… python -m training.train --out training/runs/first

The environment of ``recipe.sh`` (MALLOC_*) is half of its speed.
"""

import argparse
import json
import os
import random
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from torch import Tensor

from onrecord.annotate.labels import HEADS, TAGGER_WIDTH, TAGGERS, ontology_digest
from onrecord.annotate.wordpiece import WordPiece
from training import attribution, events, grammar, names
from training.batches import Batch, batches, encode_document, windows_of
from training.documents import ALLOWED, Document
from training.encoder import Network, pretrained

READERS: dict[str, Callable[[Path], Iterator[Document]]] = {
    "gmb_ner": names.gmb,
    "redocred": names.redocred,
    "uner_ewt": names.uner,
    "crossner_politics": lambda data: names.politics(data, "train"),
    "wnut17": lambda data: names.wnut17(data, "train"),
    "re3d": lambda data: names.re3d(data, "train"),
    "gum": lambda data: grammar.gum(data, "train"),
    "ewt_srl": lambda data: grammar.web_treebank(data, "train"),
    "polnear": lambda data: attribution.polnear(data, "train"),
    "wikievents": events.wikievents_train,
    "rams": lambda data: events.rams(data, "train"),
    "m2e2": lambda data: events.m2e2(data, "train"),
}

SHARES = {"gmb_ner": 0.3, "re3d": 3.0, "crossner_politics": 3.0, "wikievents": 1.5}
"""How often an epoch sees each corpus, where not once; the small schemas are seen three times."""

HEAD_WEIGHTS = {"names": 2.0, "nominals": 1.5, "upos": 0.5, "cue": 3.0, "trigger": 4.0, "predicate": 0.7}
TAGGER_WEIGHTS = {"attribution": 2.0, "argument": 2.0, "frame": 1.0}

STEP_PIECES = 3072
ENCODER_RATE, HEADS_RATE, DECAY, WARM_UP = 1.5e-4, 1e-3, 0.01, 0.06


def read_corpora(data: Path, licence: str) -> list[Document]:
    """All documents of the corpora that ``corpora.toml`` lists under the licence classes asked for."""
    table = tomllib.loads((Path(__file__).parent / "corpora.toml").read_text(encoding="utf-8"))
    documents: list[Document] = []
    for name, reader in READERS.items():
        if licence == "open" and not table[name]["licence_class"].startswith("A"):
            continue
        documents += reader(data)
    return documents


def head_losses(scores: Tensor, batch: Batch, tables: dict[str, Tensor]) -> dict[str, Tensor]:
    """−log of the probability of the allowed labels, per head; scores: [words, labels of all heads]."""
    losses = {}
    column = 0
    for name, head in HEADS.items():
        width = len(head.labels)
        target = batch.targets[name]
        known = target >= 0
        n_known = int(known.sum())
        if n_known:
            log_p = scores[known, column : column + width].float().log_softmax(-1)
            allowed = tables[name][target[known]]
            loss = -torch.logsumexp(log_p.masked_fill(allowed == 0, -1e4), -1).sum()
            # The constant keeps a handful of words in a batch from weighing as much as a batch full of them.
            losses[name] = loss / (n_known + 200)
        column += width
    return losses


def tagger_losses(network: Network, projected: Tensor, queries: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Cross entropy over (anchor, word) rows, per tagger, in proportion to the labelled words."""
    losses = {}
    for number, name in enumerate(TAGGERS):
        if name not in batch.pairs:
            continue
        word, anchor, distance, target, first, last = batch.pairs[name]
        columns = slice(number * TAGGER_WIDTH, (number + 1) * TAGGER_WIDTH)
        summed = torch.cat([torch.zeros_like(queries[:1, columns]), queries[:, columns]]).float().cumsum(0)
        query = (summed[last + 1] - summed[first]) / (last + 1 - first)[:, None]
        rows = query.to(projected.dtype)[anchor]
        logits = network.taggers[name](projected[word, columns], rows, distance)
        loss = torch.nn.functional.cross_entropy(logits.float(), target, reduction="sum")
        losses[name] = loss / (int((target > 0).sum()) + 0.03 * len(target) + 30)
    return losses


def main() -> None:
    """Train, and leave ``network.pt`` and ``training.json`` in the folder named by --out."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--licence", choices=("all", "open"), default="all")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    options = parser.parse_args()
    if "ONRECORD_DATA" not in os.environ:
        sys.exit("ONRECORD_DATA must name the folder of the corpora: see training/corpora.toml for what to get")
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)

    pieces = WordPiece.packaged()
    corpus = [
        encode_document(document, pieces)
        for document in read_corpora(Path(os.environ["ONRECORD_DATA"]), options.licence)
    ]
    tables = {name: torch.from_numpy(allowed.matrix()) for name, allowed in ALLOWED.items()}
    network = pretrained().train()

    def epoch_examples() -> list:
        examples = []
        for encoded in corpus:
            share = SHARES.get(encoded.document.corpus, 1.0)
            times = int(share) + (chance.random() < share - int(share))
            for _ in range(times):
                examples += windows_of(encoded, chance)
        return examples

    fresh = ("heads", "project", "query", "taggers", "shapes")
    trained = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": [w for n, w in trained if not n.startswith(fresh)], "lr": ENCODER_RATE},
            {"params": [w for n, w in trained if n.startswith(fresh)], "lr": HEADS_RATE},
        ],
        weight_decay=DECAY,
        betas=(0.9, 0.98),
        foreach=True,
    )
    # By wordpieces seen, not by steps: how many steps an epoch has depends on how its windows fall into batches.
    expected = options.epochs * sum(example.n_pieces for example in epoch_examples())
    print(f"{len(corpus)} documents, {expected} wordpieces", flush=True)

    running: dict[str, list[float]] = {}
    step = n_pieces = 0
    began = time.monotonic()
    for epoch in range(options.epochs):
        for batch in batches(epoch_examples(), STEP_PIECES, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = network.hidden(batch.ids, batch.shapes, batch.lengths)
                words = hidden.reshape(-1, hidden.shape[-1])[batch.places]
                scores, projected, queries = network.read(words)
                losses = head_losses(scores, batch, tables) | tagger_losses(network, projected, queries, batch)
            weighted = [loss * (HEAD_WEIGHTS | TAGGER_WEIGHTS).get(name, 1.0) for name, loss in losses.items()]
            sum(weighted).backward()
            if not all(torch.isfinite(loss) for loss in losses.values()):
                sys.exit(f"step {step}: a loss is not finite: {losses}")
            torch.nn.utils.clip_grad_norm_([w for _, w in trained], 1.0)
            done = n_pieces / expected
            for group, rate in zip(optimizer.param_groups, (ENCODER_RATE, HEADS_RATE), strict=True):
                group["lr"] = rate * max(0.0, min((done + 1e-4) / WARM_UP, (1 - done) / (1 - WARM_UP)))
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            n_pieces += int(batch.lengths.sum())
            for name, loss in losses.items():
                running.setdefault(name, []).append(float(loss.detach()))
            if step % 50 == 0:
                shown = " ".join(f"{name} {sum(v[-200:]) / len(v[-200:]):.3f}" for name, v in sorted(running.items()))
                speed = n_pieces / (time.monotonic() - began)
                print(f"epoch {epoch} step {step} {done:.1%} {speed:.0f} pieces/s {shown}", flush=True)
            if step == options.steps:
                break
        torch.save(network.state_dict(), options.out / "network.pt")
        if step == options.steps:
            break
    record = {
        "ontology": ontology_digest(),
        "licence": options.licence,
        "epochs": options.epochs,
        "seed": options.seed,
        "steps": step,
        "wordpieces": n_pieces,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "losses": {name: round(sum(v[-200:]) / len(v[-200:]), 4) for name, v in sorted(running.items())},
    }
    (options.out / "training.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
