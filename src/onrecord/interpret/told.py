"""What is told as somebody's words: attributions, drawn to their exact extents.

The annotator's attributions and those that the wording alone shows become :class:`Told`: extents reach to the quotation
marks, a quotation over several paragraphs is whole, nobody says his own "he said", and each has its act.
"""

from dataclasses import dataclass, replace

from onrecord.core.annotations import Attribution
from onrecord.core.article import Article, BlockKind
from onrecord.core.lexicon import SpeechAct
from onrecord.core.ontology import Act
from onrecord.core.spans import Span, trimmed
from onrecord.interpret.acts import act_by_content, act_of, is_negated, phrase_at
from onrecord.interpret.cues import WITHOUT_CONTENT, find_attributions
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import Reading, SentenceReading

_CLOSING = '”"»“’」'
_OPENING = '“"«„‘「'
_MARKS = " ,.;:!?…“”\"'‘’«»„()–—-"
_SAID_BY_CUE = frozenset({"responsibility", "involvement", "any involvement", "any responsibility", "the attack"})
_LEADS_ON = frozenset(
    {"as", "a", "an", "the", "of", "to", "was", "is", "were", "are", "be", "been", "its", "their", "with"}
)
_NAMING = frozenset({"known", "called", "dubbed", "named", "nicknamed"})  # "known locally as bandits"
_NOBODY = frozenset({"no", "nobody", "none", "neither"})  # "No group has claimed responsibility"
_NO_CUE = frozenset({"ADV", "ADJ", "CCONJ", "DET"})
_INSERTED = frozenset({"reporting", "speaking", "writing", "who", "citing", "quoting"})


@dataclass(frozen=True, slots=True)
class Told:
    """A statement before it has an id: one attribution, drawn to its exact extents."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    act: SpeechAct
    sentence: SentenceReading
    score: float

    def says(self, span: Span) -> bool:
        """Whether ``span`` stands inside what is said."""
        return any(part.holds(span) for part in self.content)


class Voices:
    """Which statements say which words, asked by position."""

    def __init__(self, told: tuple[Told, ...], reading: Reading) -> None:
        self._told = told
        self._reading = reading
        self._by_sentence: dict[int, list[int]] = {}
        for i, one in enumerate(told):
            for index in sorted({index for part in one.content for index in reading.sentences_of(part)}):
                self._by_sentence.setdefault(index, []).append(i)

    def saying(self, span: Span) -> list[int]:
        """The indices of all statements inside whose content ``span`` stands, in their order."""
        sentence = self._reading.sentence_at(span.start)
        if sentence is None:
            return []
        return [i for i in self._by_sentence.get(sentence.index, []) if self._told[i].says(span)]


def find_told(article: Article, reading: Reading, quotes: Quotes) -> tuple[Told, ...]:
    """Every attribution of the report, in the order of their cues, none twice."""
    known: dict[int, list[Attribution]] = {}
    for attribution in reading.annotations.attributions:
        at = reading.sentence_at(attribution.cue.start)
        if at is not None:
            known.setdefault(at.index, []).append(attribution)
    attributions: list[Attribution] = []
    for sentence in reading.sentences:
        near = known.get(sentence.index, [])
        by_wording = find_attributions(sentence, quotes, tuple(a for a in near if a.sources))
        attributions.extend(_with_source(a, by_wording) for a in near)
        attributions.extend(a for a in by_wording if not any(a.cue.overlaps(other.cue) for other in near))
    told = [t for a in attributions if (t := _told(a, article, reading, quotes)) is not None]
    told = _without_headlines([_over_paragraphs(t, quotes) for t in told], article)
    told = _drawn_on(sorted(told, key=lambda t: (t.cue, t.source or t.cue)), reading, quotes)
    return _with_acts(tuple(told), reading)


def _with_acts(told: tuple[Told, ...], reading: Reading) -> tuple[Told, ...]:
    """The statements with the acts that their own words show: what they report another to say is that one's."""
    voices = Voices(told, reading)
    reported: dict[int, list[Span]] = {}
    for inner in told:
        for i in voices.saying(inner.cue):
            if told[i] is not inner:
                reported.setdefault(i, []).extend((inner.cue, *inner.content))
    acted: list[Told] = []
    for i, one in enumerate(told):
        others = reported.get(i, [])
        own = [piece for part in one.content for piece in _without(part, others, reading.text)]
        acted.append(replace(one, act=act_by_content(one.act, [part.of(reading.text) for part in own])))
    return tuple(acted)


def _with_source(attribution: Attribution, by_wording: list[Attribution]) -> Attribution:
    """An attribution without speaker, with the one that the wording gives at its cue: "Iraq condemned …, saying"."""
    if attribution.sources:
        return attribution
    same = (a for a in by_wording if a.sources and a.cue.overlaps(attribution.cue))
    found = next(same, None)
    return attribution if found is None else replace(attribution, sources=found.sources)


def _over_paragraphs(told: Told, quotes: Quotes) -> Told:
    """The statement with the paragraphs of a long quotation, each opened anew, of which it holds one."""
    held = [quote for part in told.content if (quote := quotes.at(part.end - 1)) is not None]
    chain = quotes.chain_of(held[-1]) if held else []
    known = (told.cue, *told.content)  # nobody says his own "he said", wherever the marks stand
    further = [quote for quote in chain if not any(part.overlaps(quote) for part in known)]
    return replace(told, content=tuple(sorted((*told.content, *further)))) if further else told


def _without_headlines(told: list[Told], article: Article) -> list[Told]:
    """Without the headline's shorthand for a statement that the body gives in full: one of the same speaker."""
    in_title = {t.sentence.index for t in told if article.blocks[t.sentence.sentence.block].kind is BlockKind.TITLE}
    speakers = {_last_word(t, article.text) for t in told if t.sentence.index not in in_title}
    return [t for t in told if t.sentence.index not in in_title or _last_word(t, article.text) not in speakers]


def _last_word(told: Told, text: str) -> str:
    return told.source.of(text).split()[-1].lower() if told.source is not None else ""


def _told(attribution: Attribution, article: Article, reading: Reading, quotes: Quotes) -> Told | None:
    sentence = reading.sentence_at(attribution.cue.start)
    if sentence is None:
        return None
    cue_tokens = sentence.tokens_in(attribution.cue)
    if not cue_tokens or says_where(sentence, cue_tokens[0]):
        return None
    if not attribution.sources and sentence.lower[cue_tokens[0]] in _NAMING:
        return None
    nearest = min(attribution.sources, key=lambda source: _gap(attribution.cue, source), default=None)
    source = _trimmed_source(nearest, sentence) if nearest is not None else None
    if source is not None and source.of(article.text).split()[0].lower() in _NOBODY:
        return None
    barred = [attribution.cue, *([source] if source else [])]
    content: list[Span] = []
    if not phrase_at(sentence, cue_tokens[0]) and all(sentence.upos[i] in _NO_CUE for i in cue_tokens):
        return None
    around = quotes.at(attribution.cue.start)
    own_block = article.blocks[sentence.sentence.block].span
    parts = [_within(part, own_block, article.text) for part in sorted(attribution.contents) if not quotes.inside(part)]
    parts += [part for part in attribution.contents if quotes.inside(part)]
    for part in _whole_parts([part for part in parts if part is not None], attribution, sentence, reading, quotes):
        drawn = _drawn_to_marks(part, quotes, article.text)
        if around is not None and len(around) > 2 and not around.holds(drawn):
            # Whoever is quoted as saying that somebody said something cannot have said it outside the quotation.
            inner = _within(drawn, Span(around.start + 1, around.end - 1), article.text)
            if inner is None or not drawn.overlaps(around):
                continue
            drawn = _part_without_commas(inner, article.text)
        content.extend(_without(drawn, barred, article.text))
    act = act_of(sentence, cue_tokens)
    if act.act is Act.CLAIM_RESPONSIBILITY and any(is_negated(sentence, i) for i in cue_tokens):
        return None  # "did not claim responsibility"
    said = tuple(content)
    if act.act in WITHOUT_CONTENT:
        said = tuple(part for part in content if part.of(article.text).lower().strip(_MARKS) not in _SAID_BY_CUE)
    elif not said:
        return None
    return Told(attribution.cue, source, said, act, sentence, attribution.score)


def _part_without_commas(part: Span, text: str) -> Span:
    end = part.end
    while end > part.start + 1 and text[end - 1] in ",;:":
        end -= 1
    return Span(part.start, end)


def _whole_parts(
    parts: list[Span], attribution: Attribution, sentence: SentenceReading, reading: Reading, quotes: Quotes
) -> list[Span]:
    """The parts in order, with the start that they lost before "…, X said", and without a bit of the next sentence."""
    parts = sorted(_ended(part, reading, quotes) for part in parts)
    if not parts:
        return []
    if (whole := _before_closing_frame(parts, attribution, sentence)) is not None:
        return [whole]
    first = parts[0]
    frame = min([attribution.cue, *attribution.sources])
    opening = sentence.sentence.span.start
    if not (opening < first.start < frame.start) or sentence.text[first.start] in _OPENING:
        return parts
    lost = sentence.tokens_in(Span(opening, first.start))
    if any(sentence.upos[i] in ("VERB", "AUX", "SCONJ") for i in lost) or sentence.upos[lost[0]] == "CCONJ":
        return parts
    return [Span(opening, first.end), *parts[1:]]


def _before_closing_frame(parts: list[Span], attribution: Attribution, sentence: SentenceReading) -> Span | None:
    """All that stands before ", residents and police said on Saturday." at the end of a sentence; None elsewhere."""
    own = sentence.sentence.span
    here = [part for part in parts if own.holds(part)]
    if not attribution.sources or not here or any(sentence.text[part.start] in _OPENING for part in here):
        return None
    frame = min([attribution.cue, *attribution.sources])
    inside = sentence.tokens_in(frame)
    if not inside or not own.holds(attribution.cue):
        return None
    first = inside[0]
    if first > 1 and sentence.lower[first - 1] == "and" and (joined := sentence.phrase_at(first - 2)) is not None:
        first = joined.first
    behind = sentence.upos[sentence.tokens_in(attribution.cue)[-1] + 1 :]
    if first < 2 or sentence.lower[first - 1] != "," or any(tag in ("VERB", "AUX", "SCONJ") for tag in behind):
        return None
    if here[0].start >= frame.start:
        return None
    if not any(tag in ("VERB", "AUX") for tag in sentence.upos[:first]):
        return None
    return sentence.span(0, first - 1)


def _ended(part: Span, reading: Reading, quotes: Quotes) -> Span:
    """The part up to the end of its last whole sentence, where it takes in no more than the start of another."""
    indices = reading.sentences_of(part)
    if len(indices) < 2 or quotes.at(part.end - 1) is not None:
        return part
    last = reading.sentences[indices[-1]].sentence.span
    if part.end >= last.end - 1:
        return part
    return Span(part.start, reading.sentences[indices[-2]].sentence.span.end)


def _within(part: Span, bounds: Span, text: str) -> Span | None:
    """What of ``part`` lies inside ``bounds``."""
    start, end = max(part.start, bounds.start), min(part.end, bounds.end)
    return trimmed(text, start, end) if start < end else None


def _gap(cue: Span, source: Span) -> tuple[int, bool]:
    """How many characters lie between a cue and a source; of two as near, the one behind comes first."""
    behind = source.start >= cue.end
    return (source.start - cue.end if behind else cue.start - source.end), not behind


def _trimmed_source(source: Span, sentence: SentenceReading) -> Span:
    """The source without an insertion behind it: "Shihab Rattansi, reporting from the capital" → "Shihab Rattansi"."""
    inside = sentence.tokens_in(source)
    if inside and sentence.upos[inside[-1]] in ("ADP", "DET", "ADJ"):  # "one of" → "one of its officials"
        rest = sentence.phrase_at(inside[-1]) or sentence.phrase_after(inside[-1] + 1, within=0)
        if rest is not None and rest.end > inside[-1] + 1:
            return sentence.span(inside[0], rest.end)
    for i in inside[1:]:
        if sentence.lower[i] == "," and i + 1 < len(sentence) and sentence.lower[i + 1] in _INSERTED:
            return sentence.span(inside[0], i)
    return source


def says_where(sentence: SentenceReading, i: int) -> bool:
    """Whether token ``i`` begins the words for where a speaker was: "reporting from the capital"."""
    after = sentence.lower[i + 1] if i + 1 < len(sentence) else ""
    return sentence.lower[i] in ("reporting", "speaking", "writing") and after in ("from", "in", "on", "at", "to")


def _drawn_to_marks(part: Span, quotes: Quotes, text: str) -> Span:
    """The part with the quotation marks that stand right at its edges, and without stray commas."""
    start, end = part.start, part.end
    before = quotes.at(start - 1) if start else None
    if before is not None and before.start == start - 1:
        start = before.start
    behind = quotes.at(end + 1) if end + 1 < len(text) and text[end].isspace() else None
    if behind is not None and behind.start == end + 1 and text[start:end].rsplit(maxsplit=1)[-1].lower() in _LEADS_ON:
        end = behind.end  # "condemned the strike as “pure terror”"
    inside = quotes.at(end - 1)
    if inside is not None and inside.start >= start and inside.end > end:
        end = inside.end  # nobody says half a quotation
    elif inside is not None and inside.end > end and text[end : inside.end].strip(" ,.!?…" + _CLOSING) == "":
        end = inside.end
    while end > start and text[end - 1] in ",;:":
        end -= 1
    if text[start:end].lower().startswith("that ") and start + 5 < end:
        start += 5
    return trimmed(text, start, end) or part


def _without(part: Span, barred: list[Span], text: str) -> list[Span]:
    """The part cut around its own source and cue, so that nobody is quoted saying "he said"."""
    pieces = [part]
    for bar in barred:
        cut: list[Span] = []
        for piece in pieces:
            if not piece.overlaps(bar):
                cut.append(piece)
                continue
            for start, end in ((piece.start, bar.start), (bar.end, piece.end)):
                rest = trimmed(text, start, end) if end > start else None
                if rest is not None:
                    cut.append(rest)
        pieces = cut
    return [piece for piece in pieces if piece.of(text).strip(_MARKS).lower() not in ("", "that")]


def _drawn_on(told: list[Told], reading: Reading, quotes: Quotes) -> list[Told]:
    """A quotation of whole sentences right behind a quoting sentence, in the same paragraph, goes on the same voice."""
    last: dict[int, int] = {t.sentence.index: i for i, t in enumerate(told)}  # by sentence, the statement told last
    cued = set(last)
    further: dict[int, list[Span]] = {}
    for sentence in reading.sentences:
        if sentence.index == 0 or sentence.index in cued or not _is_all_quote(sentence, quotes):
            continue
        before = reading.sentences[sentence.index - 1]
        speaker = last.get(before.index)
        if speaker is None or before.sentence.block != sentence.sentence.block:
            continue
        if not quotes.inside(before.sentence.span):
            continue
        last[sentence.index] = speaker
        quote = quotes.inside(sentence.sentence.span)[0]
        if not any(part.overlaps(quote) for part in told[speaker].content):
            further.setdefault(speaker, []).append(quote)
    return [replace(t, content=(*t.content, *further[i])) if i in further else t for i, t in enumerate(told)]


def _is_all_quote(sentence: SentenceReading, quotes: Quotes) -> bool:
    span = sentence.sentence.span
    parts = quotes.inside(span)
    return len(parts) == 1 and len(parts[0]) >= len(span) - 1
