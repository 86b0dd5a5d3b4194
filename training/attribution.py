"""PolNeAR: who is given as the source of what, by which cue, in political news.

The text is cut into sentences and tokens as the product cuts it, so that training and use see the same words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

from onrecord.annotate.segment import sentences_of
from training.documents import Document, Link, span_targets

_SPAN = re.compile(r"(\d+) (\d+)")


def words_of(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """The character range of every token of a text, and the number of the first token of each sentence."""
    tokens: list[tuple[int, int]] = []
    starts: list[int] = []
    for sentence in sentences_of(text, 0, len(text), 0):
        starts.append(len(tokens))
        tokens += [(token.span.start, token.span.end) for token in sentence.tokens]
    return tokens, starts


def attributions_of(annotation: str) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of one brat file: role (Source, Cue, Content) → character ranges."""
    spans: dict[str, list[tuple[int, int]]] = {}
    found: list[dict[str, list[tuple[int, int]]]] = []
    for line in annotation.split("\n"):
        cells = line.split("\t")
        if len(cells) < 2:
            continue
        if cells[0].startswith("T"):
            places = cells[1].partition(" ")[2]
            spans[cells[0]] = [(int(start), int(end)) for start, end in _SPAN.findall(places)]
        elif cells[0].startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for item in cells[1].split():
                role, _, name = item.partition(":")
                if (plain := role.rstrip("0123456789")) in roles:
                    roles[plain] += spans.get(name, [])
            found.append({role: sorted(places) for role, places in roles.items()})
    return found


def polnear(data: Path, part: str) -> Iterator[Document]:
    """Every annotation of every article; an article that two people annotated comes twice."""
    folder = data / "polnear" / part
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = (folder / "text" / f"{path.stem.rpartition('_')[0]}.txt").read_text(encoding="utf-8")
        tokens, starts = words_of(text)
        first = [start for start, _ in tokens]
        last = [end for _, end in tokens]

        def words(place: tuple[int, int], first: list[int] = first, last: list[int] = last) -> tuple[int, int]:
            """The tokens that a character range touches."""
            return bisect_right(last, place[0]), bisect_left(first, place[1])

        links: list[Link] = []
        for attribution in attributions_of(path.read_text(encoding="utf-8")):
            if not attribution["Cue"]:
                continue
            cue = words(attribution["Cue"][0])
            if cue[0] >= cue[1]:
                continue
            spans = [(*words(place), "source") for place in attribution["Source"]]
            spans += [(*words(place), "content") for place in attribution["Content"]]
            links.append(Link(cue, tuple(span for span in spans if span[0] < span[1])))
        document = Document("polnear", [text[a:b] for a, b in tokens], starts, closed=frozenset({"attribution"}))
        document.targets["cue"] = span_targets("cue", len(tokens), [(*link.anchor, "cue") for link in links])
        document.links["attribution"] = links
        yield document
