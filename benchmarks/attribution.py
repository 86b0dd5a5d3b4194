"""Who says what: spans of source, cue and content, and whether they are joined rightly, on PolNeAR.

The unit is one role of one attribution: all its parts together (a content that the cue divides is one unit), each
distinct stretch counted once in a text, white space and the cut into parts set aside. Two units agree *exactly*
if they hold the same characters, and *overlap* if they share at least one; overlapping units are paired one to
one, as many pairs as possible. F1 is over all texts. A text that several people annotated is scored against the
first of them.

``link_accuracy``: of the gold attributions whose source and content are both found (some predicted source overlaps
the one, some predicted content the other), the share in which the predicted attribution whose content fits best
(most shared characters for their lengths, Dice; the first in the text of equals) also has a source that overlaps
the gold one.

``manner_agreement`` (only ``--through product``): of the gold contents that are found in this sense, the share for
which the best fitting statement's manner is the one that the quotation marks around and in the gold content show.

``--through annotator`` scores the attributions as the annotator gives them, ``--through product`` the statements
that the whole program puts on the record from the same text.

Source: Newell, Margolin and Ruths 2018 (PolNeAR).
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.brat import ROLES, AttributedText, AttributionParts, Part, read_attributed_texts
from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.corpora import Corpus
from benchmarks.readers import article_of_lines
from benchmarks.scoring import Counts, matches, paired, percent
from onrecord.core.annotations import Annotations
from onrecord.core.extraction import Extraction, Source
from onrecord.core.ontology import Manner
from onrecord.core.spans import Span

CORPORA = (
    Corpus(
        "polnear",
        "https://github.com/networkdynamics/PolNeAR",
        {split: (f"polnear/{split}/text/*.txt", f"polnear/{split}/attributions/*.ann") for split in ("dev", "test")},
    ),
)
Unit = frozenset[int]
"""The characters of a stretch that are not white space, by their offsets."""

OPENING, CLOSING = '“"«„', '”"»“'


@dataclass(frozen=True, slots=True)
class Told:
    """One predicted attribution, with the manner where the whole program was asked."""

    parts: AttributionParts
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """Right answers of those that could be judged."""

    right: int = 0
    judged: int = 0

    def __add__(self, other: "Shares") -> "Shares":
        return Shares(self.right + other.right, self.judged + other.judged)


def unit(text: str, parts: Sequence[Part]) -> Unit:
    """The characters of ``parts`` that are not white space."""
    return frozenset(at for start, end in parts for at in range(start, end) if not text[at].isspace())


def units(text: str, attributions: Sequence[AttributionParts], role: str) -> list[Unit]:
    """The distinct units of one role, in the order of the text."""
    found = {unit(text, one.of(role)) for one in attributions} - {frozenset()}
    return sorted(found, key=sorted)


def span_counts(text: str, gold: Sequence[AttributionParts], told: Sequence[AttributionParts]) -> dict[str, Counts]:
    """Counts by "source_exact", "source_overlap", and so for the other roles."""
    counts: dict[str, Counts] = {}
    for role in ROLES:
        of_gold, of_told = units(text, gold, role), units(text, told, role)
        counts[f"{role}_exact"] = matches(of_gold, of_told)
        counts[f"{role}_overlap"] = paired(of_gold, of_told, lambda one, other: not one.isdisjoint(other))
    return counts


def best_fit(text: str, content: Unit, told: Sequence[Told]) -> list[Told]:
    """The predicted attributions whose content fits ``content`` best; none where no content overlaps it.

    More than one only where several have the very same content.
    """
    dice_by_unit: dict[Unit, float] = {}
    for one in told:
        other = unit(text, one.parts.content)
        if not content.isdisjoint(other):
            dice_by_unit[other] = 2 * len(content & other) / (len(content) + len(other))
    if not dice_by_unit:
        return []
    best = min(dice_by_unit, key=lambda other: (-dice_by_unit[other], sorted(other)))
    return [one for one in told if unit(text, one.parts.content) == best]


def links(text: str, gold: Sequence[AttributionParts], told: Sequence[Told]) -> Shares:
    """How many source–content links are right of those with both ends found."""
    sources = [unit(text, one.parts.source) for one in told]
    total = Shares()
    for one in gold:
        source, content = unit(text, one.source), unit(text, one.content)
        fitting = best_fit(text, content, told)
        if not fitting or all(source.isdisjoint(other) for other in sources):
            continue
        joined = any(not source.isdisjoint(unit(text, fit.parts.source)) for fit in fitting)
        total += Shares(int(joined), 1)
    return total


def manner_shown(text: str, parts: Sequence[Part]) -> Manner | None:
    """The manner that double quotation marks show: all within them, none, or some.

    A mark that stands just outside the stretch counts as part of it. None for a stretch of nothing but white space.
    """
    held = sorted(unit(text, parts))
    if not held:
        return None
    if held[0] > 0 and text[held[0] - 1] in OPENING:
        held.insert(0, held[0] - 1)
    after = held[-1] + 1
    if after < len(text) and text[after] in CLOSING:
        held.append(after)
    words = "".join(text[at] for at in held)
    if not any(mark in words for mark in OPENING + CLOSING):
        return Manner.INDIRECT
    outside, inside = 0, False
    for letter in words:
        if letter == '"':
            inside = not inside
        elif letter in OPENING and not inside:
            inside = True
        elif letter in CLOSING:
            inside = False
        elif letter.isalnum() and not inside:
            outside += 1
    return Manner.MIXED if outside else Manner.DIRECT


def manners(text: str, gold: Sequence[AttributionParts], told: Sequence[Told]) -> Shares:
    """How many manners are right of the gold contents that are found."""
    total = Shares()
    for one in gold:
        fitting = best_fit(text, unit(text, one.content), told)
        if fitting:
            total += Shares(int(fitting[0].manner is manner_shown(text, one.content)), 1)
    return total


def told_by_annotator(annotations: Annotations) -> list[Told]:
    """The annotator's attributions."""
    return [
        Told(AttributionParts(_parts(one.sources), _parts((one.cue,)), _parts(one.contents)))
        for one in annotations.attributions
    ]


def told_by_product(extraction: Extraction) -> list[Told]:
    """The statements on the record; the publisher's own voice, which nobody attributes, is none of them."""
    return [
        Told(
            AttributionParts(
                _parts((one.source.span,)) if isinstance(one.source, Source) else (),
                _parts((one.cue,)) if one.cue is not None else (),
                _parts(one.content),
            ),
            one.manner,
        )
        for one in extraction.statements
        if one.parent is not None
    ]


def _parts(spans: Sequence[Span]) -> tuple[Part, ...]:
    return tuple(sorted((span.start, span.end) for span in spans))


def figures_of(texts: Sequence[AttributedText], told: Sequence[Sequence[Told]]) -> Figures:
    """All figures over all texts."""
    counts: dict[str, Counts] = {}
    linked, mannered = Shares(), Shares()
    for one, answers in zip(texts, told, strict=True):
        of_text = span_counts(one.text, one.attributions, [answer.parts for answer in answers])
        for key, count in of_text.items():
            counts[key] = counts.get(key, Counts()) + count
        linked += links(one.text, one.attributions, answers)
        if any(answer.manner is not None for answer in answers):
            mannered += manners(one.text, one.attributions, answers)
    figures = {f"{key}_f1": count.f1 for key, count in counts.items()}
    if linked.judged:
        figures["link_accuracy"] = percent(linked.right, linked.judged)
    if mannered.judged:
        figures["manner_agreement"] = percent(mannered.right, mannered.judged)
    return figures


def measure(request: Request) -> Figures:
    """Reads every text and scores what was said of it."""
    if not request.files or request.data is None:
        raise ValueError("PolNeAR lies below the data folder, and none was given")
    texts = read_attributed_texts(request.data / "polnear" / request.split)
    articles = [article_of_lines(one.text) for one in texts]
    if request.options.through == "product":
        told = [told_by_product(request.product.read(article)) for article in articles]
    else:
        told = [told_by_annotator(request.annotator.annotate(article)) for article in articles]
    return figures_of(texts, told)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds ``--through``."""
    parser.add_argument("--through", choices=("annotator", "product"), default="annotator")


ATTRIBUTION = Benchmark("attribution", CORPORA, measure, add_options, ("through",))

if __name__ == "__main__":
    sys.exit(main(ATTRIBUTION))
