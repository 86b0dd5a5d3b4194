"""Dev figures of a run, through the annotator's public interface; benchmarks/ has the figures that count.

ONRECORD_DATA=… python -m training.evaluate --weights training/runs/latest/fp32.onnx
"""

import argparse
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

from onrecord.annotate.annotator import Annotator, LinkedWords
from onrecord.annotate.labels import HEADS
from onrecord.annotate.session import OnnxSession, packaged_session
from training import attribution, events, grammar, names
from training.documents import ALLOWED, Document, bio_spans

Span = tuple[int, int, str]
Figures = dict[str, float]


def f1(predicted: Iterable[set], gold: Iterable[set]) -> float:
    """Micro F1 in percent of sets of spans, document by document."""
    right = n_predicted = n_gold = 0
    for mine, theirs in zip(predicted, gold, strict=True):
        right += len(mine & theirs)
        n_predicted += len(mine)
        n_gold += len(theirs)
    return round(200 * right / max(1, n_predicted + n_gold), 1)


def overlap_f1(predicted: list[set[Span]], gold: list[set[Span]]) -> float:
    """F1 in which a span is right when it shares a word with a span of its role."""

    def found(these: set[Span], those: set[Span]) -> int:
        return sum(any(a < d and c < b for c, d, _ in those) for a, b, _ in these)

    hits = sum(found(p, g) for p, g in zip(predicted, gold, strict=True))
    caught = sum(found(g, p) for p, g in zip(predicted, gold, strict=True))
    precision = hits / max(1, sum(map(len, predicted)))
    recall = caught / max(1, sum(map(len, gold)))
    return round(200 * precision * recall / max(1e-9, precision + recall), 1)


def sentences_of(document: Document) -> list[list[str]]:
    """The document's sentences as lists of words."""
    return [document.words[start:end] for start, end in document.sentence_ranges()]


def head_spans(annotator: Annotator, document: Document, head: str) -> set[Span]:
    """The spans of one head, in words of the document."""
    tagged = annotator.tag_words(sentences_of(document), head)
    starts = [start for start, end in document.sentence_ranges() if end > start]
    return {(o + s.start, o + s.stop, s.label) for o, spans in zip(starts, tagged, strict=True) for s in spans}


def gold_spans(document: Document, head: str) -> set[Span]:
    """The spans that a document's targets give; a set of labels counts as its first."""
    allowed = ALLOWED[head]
    labels = [allowed.labels[min(allowed.rows[t])] if t >= 0 else "O" for t in document.targets[head]]
    return set(bio_spans(labels))


def by_role(links: Iterable[LinkedWords], role: str) -> set[Span]:
    """All spans of one role, of whichever anchor."""
    return {(span.start, span.stop, role) for link in links for span in link.spans if span.label == role}


def names_figures(annotator: Annotator, data: Path) -> Figures:
    """Strict F1 of the three schemas and of the product's own kinds."""
    readers = {"re3d": names.re3d, "politics": names.politics, "wnut17": names.wnut17}
    figures: Figures = {}
    for head, reader in readers.items():
        documents = list(reader(data, "dev"))
        predicted = [head_spans(annotator, document, head) for document in documents]
        figures[f"{head}_f1"] = f1(predicted, [gold_spans(document, head) for document in documents])
    documents = list(grammar.gum(data, "dev"))
    kinds = ("person", "organisation", "place")
    predicted = [{s for s in head_spans(annotator, d, "names") if s[2] in kinds} for d in documents]
    figures["gum_names_f1"] = f1(predicted, [gold_spans(d, "names") for d in documents])
    predicted = [head_spans(annotator, d, "nominals") for d in documents]
    figures["gum_nominals_f1"] = f1(predicted, [gold_spans(d, "nominals") for d in documents])
    return figures


def attribution_figures(annotator: Annotator, data: Path) -> Figures:
    """Spans of sources, cues and contents, and of sources and contents given the gold cue."""
    documents = list(attribution.polnear(data, "dev"))
    found = [annotator.attributions_of_words(sentences_of(document)) for document in documents]
    figures: Figures = {}
    for role in ("source", "cue", "content"):
        if role == "cue":
            predicted = [{(link.anchor.start, link.anchor.stop, role) for link in links} for links in found]
            gold = [{(*link.anchor, role) for link in document.links["attribution"]} for document in documents]
        else:
            predicted = [by_role(links, role) for links in found]
            gold = [{s for link in d.links["attribution"] for s in link.spans if s[2] == role} for d in documents]
        figures[f"{role}_exact_f1"] = f1(predicted, gold)
        figures[f"{role}_overlap_f1"] = overlap_f1(predicted, gold)
    figures["links_given_cue_f1"] = given_anchors(annotator, documents, "attribution")
    return figures


def given_anchors(annotator: Annotator, documents: list[Document], tagger: str, *, core: bool = False) -> float:
    """F1 of (anchor, span, label) when the gold anchors are given; ``core`` counts ARG0 to ARG4 only."""
    predicted, gold = [], []
    for document in documents:
        links = document.links[tagger]
        anchors = [link.anchor for link in links]
        linked = annotator.arguments_of_words(sentences_of(document), tagger, anchors)
        mine = {(link.anchor.start, s.start, s.stop, s.label) for link in linked for s in link.spans}
        theirs = {(link.anchor[0], *span) for link in links for span in link.spans}
        predicted.append({row for row in mine if not core or row[3][3:].isdigit()})
        gold.append({row for row in theirs if not core or row[3][3:].isdigit()})
    return f1(predicted, gold)


def event_figures(annotator: Annotator, data: Path) -> Figures:
    """Triggers with their types, and arguments of gold triggers, exact."""
    figures: Figures = {}
    for name, documents in (
        ("wikievents", list(events.wikievents_dev(data))),
        ("m2e2", list(events.m2e2(data, "dev"))),
        ("rams", list(events.rams(data, "dev"))),
    ):
        if name != "rams":
            wanted = set(events.M2E2_TYPES.values()) if name == "m2e2" else set(HEADS["trigger"].labels)
            predicted = [head_spans(annotator, document, "trigger") for document in documents]
            if name == "m2e2":
                predicted = [{s for s in spans if s[2] in wanted} for spans in predicted]
            else:
                contacts = ("Contact.Meet", "Contact.PhoneWrite")
                predicted = [{(a, b, "Contact.Contact" if k in contacts else k) for a, b, k in p} for p in predicted]
            gold = [gold_spans(document, "trigger") for document in documents]
            figures[f"{name}_trigger_f1"] = f1(predicted, gold)
        figures[f"{name}_argument_f1_gold_triggers"] = given_anchors(annotator, documents, "argument")
    return figures


def grammar_figures(annotator: Annotator, data: Path) -> Figures:
    """Parts of speech, predicates, and the arguments of gold predicates."""
    documents = list(grammar.web_treebank(data, "dev"))
    predicted = [head_spans(annotator, document, "predicate") for document in documents]
    figures = {"predicate_f1": f1(predicted, [gold_spans(document, "predicate") for document in documents])}
    figures["argument_f1_gold_predicates"] = given_anchors(annotator, documents, "frame")
    figures["core_argument_f1_gold_predicates"] = given_anchors(annotator, documents, "frame", core=True)
    right = total = 0
    for document in documents:
        for start, _, tag in head_spans(annotator, document, "upos"):
            right += ALLOWED["upos"].labels[document.targets["upos"][start]] == tag
            total += 1
    figures["upos_accuracy"] = round(100 * right / total, 1)
    return figures


def main() -> None:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--weights", type=Path, help="the packaged weights, if not given")
    options = parser.parse_args()
    session = OnnxSession(options.weights) if options.weights else packaged_session()
    annotator = Annotator(session)
    data = Path(os.environ["ONRECORD_DATA"])
    began = time.monotonic()
    figures: Figures = {}
    for part in (names_figures, attribution_figures, event_figures, grammar_figures):
        figures |= part(annotator, data)
    line = {"weights": session.digest[:12], "figures": figures, "seconds": round(time.monotonic() - began)}
    print(json.dumps(line))


if __name__ == "__main__":
    main()
