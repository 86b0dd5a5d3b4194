"""Corpora of names: GMB, Re-DocRED, UNER English, CrossNER politics, WNUT17, re3d."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from training.documents import ALLOWED, UNKNOWN, Document, bio_spans, span_targets

_OPEN = ("group", "weapon", "vehicle")


def _columns(path: Path, *, word: int = 0, tag: int = 1) -> Iterator[tuple[list[str], list[str]]]:
    """The sentences of a file with one word a line and an empty (or blank) line after each sentence."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# ") and "=" in line:
            continue
        if not line.strip():
            if words:
                yield words, tags
            words, tags = [], []
            continue
        cells = line.split("\t")
        words.append(cells[word])
        tags.append(cells[tag].strip())


def _one_sentence(corpus: str, words: list[str]) -> Document:
    return Document(corpus, words, [0])


def _mapped(
    words: list[str], spans: list[tuple[int, int, str]], kinds: dict[str, str], doubtful: dict[str, tuple[str, ...]]
) -> np.ndarray:
    """Targets of ``names``: the kinds that the corpus marks, and for a doubtful class the kinds it may be."""
    known = [(start, end, kinds[label]) for start, end, label in spans if label in kinds]
    unmarked = set(_OPEN) - set(kinds.values())
    targets = span_targets("names", len(words), known, unmarked=unmarked)
    for start, end, label in spans:
        if label in doubtful:
            classes = set(doubtful[label]) | unmarked
            targets[start:end] = ALLOWED["names"].outside(classes)
    return targets


def gmb(data: Path, *, group_of: int = 6) -> Iterator[Document]:
    """48,000 sentences, mostly VOA; silver names. Neighbouring sentences are kept together."""
    kinds = {"per": "person", "org": "organisation", "geo": "place", "gpe": "group"}
    doubtful = {"art": ("weapon", "vehicle"), "nat": ("weapon",)}
    archive = zipfile.ZipFile(data / "gmb_ner" / "ner_dataset.zip")
    sentences: list[tuple[list[str], list[str]]] = []
    with archive.open("ner_dataset.csv") as stream:
        rows = csv.reader(io.TextIOWrapper(stream, encoding="latin-1"))
        next(rows)
        for number, word, _, tag in rows:
            if number:
                sentences.append(([], []))
            sentences[-1][0].append(word or "-")
            sentences[-1][1].append(tag)
    for first in range(0, len(sentences), group_of):
        words: list[str] = []
        tags: list[str] = []
        starts: list[int] = []
        for sentence_words, sentence_tags in sentences[first : first + group_of]:
            starts.append(len(words))
            words += sentence_words
            tags += sentence_tags
        document = Document("gmb_ner", words, starts)
        document.targets["names"] = _mapped(words, bio_spans(tags), kinds, doubtful)
        yield document


def redocred(data: Path) -> Iterator[Document]:
    """500 Wikipedia openings (the revised dev part); MISC may be a people, a weapon or a vehicle."""
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    doubtful = {"MISC": ("group", "weapon", "vehicle")}
    with gzip.open(data / "redocred" / "dev_revised.json.gz", "rt", encoding="utf-8") as stream:
        articles = json.load(stream)
    for article in articles:
        words: list[str] = []
        starts: list[int] = []
        for sentence in article["sents"]:
            starts.append(len(words))
            words += sentence
        spans = []
        for vertex in article["vertexSet"]:
            for mention in vertex:
                offset = starts[mention["sent_id"]]
                spans.append((mention["pos"][0] + offset, mention["pos"][1] + offset, mention["type"]))
        document = Document("redocred", words, starts)
        document.targets["names"] = _mapped(words, sorted(set(spans)), kinds, doubtful)
        yield document


def uner(data: Path) -> Iterator[Document]:
    """English Web Treebank's dev part with names; peoples are not marked."""
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    for words, tags in _columns(data / "uner_ewt" / "dev.iob2", word=1, tag=2):
        document = _one_sentence("uner_ewt", words)
        document.targets["names"] = _mapped(words, bio_spans(tags), kinds, {})
        yield document


def politics(data: Path, part: str) -> Iterator[Document]:
    """CrossNER politics; its "misc" holds nationalities among much else."""
    kinds = {
        "politician": "person",
        "person": "person",
        "politicalparty": "organisation",
        "organisation": "organisation",
        "country": "place",
        "location": "place",
    }
    path = data / "crossner_politics" / "ner_data" / "politics" / f"{part}.txt"
    for words, tags in _columns(path):
        document = _one_sentence("crossner_politics", words)
        spans = bio_spans(tags)
        document.targets["politics"] = span_targets("politics", len(words), spans)
        document.targets["names"] = _mapped(words, spans, kinds, {"misc": ("group",), "event": ("weapon",)})
        yield document


def wnut17(data: Path, part: str) -> Iterator[Document]:
    """Tweets and comments with rare names."""
    kinds = {"person": "person", "location": "place", "corporation": "organisation"}
    doubtful = {"group": ("organisation", "group"), "product": ("weapon", "vehicle")}
    name = {"train": "wnut17train.conll", "dev": "emerging.dev.conll"}[part]
    for words, tags in _columns(data / "wnut17" / name):
        document = _one_sentence("wnut17", words)
        spans = bio_spans(tags)
        document.targets["wnut17"] = span_targets("wnut17", len(words), spans)
        document.targets["names"] = _mapped(words, spans, kinds, doubtful)
        yield document


def re3d(data: Path, part: str) -> Iterator[Document]:
    """Syria and Iraq, 2017. It also marks descriptions ("coalition forces"): only capitalised spans count as names."""
    kinds = {
        "Person": "person",
        "Organisation": "organisation",
        "Location": "place",
        "Nationality": "group",
        "Weapon": "weapon",
        "MilitaryPlatform": "vehicle",
        "Vehicle": "vehicle",
    }
    described = ALLOWED["names"].outside(("person", "organisation", "group", "place"))
    for words, tags in _columns(data / "re3d" / f"{part}.conll"):
        document = _one_sentence("re3d", words)
        spans = bio_spans(tags)
        document.targets["re3d"] = span_targets("re3d", len(words), spans)
        targets = _mapped(words, spans, kinds, {})
        for start, end, label in spans:
            named = words[start][:1].isupper() and words[end - 1][:1].isupper() and (start > 0 or end - start > 1)
            if kinds.get(label) in ("person", "organisation", "place") and not named:
                targets[start:end] = described
        document.targets["names"] = targets
        yield document


def names_unknown(document: Document) -> Document:
    """The document without its targets of ``names``: for the parts on which a schema of its own is measured."""
    document.targets["names"] = np.full(len(document.words), UNKNOWN, dtype=np.int16)
    return document
