"""The sentences of an article, and their tokens.

Rules, not weights: they are the same on every machine, and cost far less than the encoder that follows. A stop
ends a sentence unless the next word shows that it goes on: a lower-case word after a closing quotation mark
('“It ended,” he said'), a name after a title ("Gen. Ali"), any word but a sentence's usual first one after
"U.S.". Quotation marks and brackets that close belong to the sentence that they close.

>>> text = "“It ended.” Gen. Ali left the U.S. on Feb. 8. He didn’t return."
>>> [sentence.span.of(text) for sentence in sentences_of(text, 0, len(text), 0)]
['“It ended.”', 'Gen. Ali left the U.S. on Feb. 8.', 'He didn’t return.']
"""

import re

from onrecord.annotate.tokens import MONTHS_AND_DAYS, TITLES, token_offsets, word_set
from onrecord.core.annotations import Sentence, Token
from onrecord.core.article import READ_AS_SENTENCES, Article
from onrecord.core.spans import Span

_ENDERS = frozenset(".?!…؟۔।॥。！？｡‼⁇⁈⁉։።")
_WIDE_ENDERS = frozenset("؟۔।॥。！？｡።")
"""Enders after which scripts write on without a space."""

_ALWAYS_CLOSE = frozenset(")]}」』】》〉”")
_CLOSE_WHEN_ADJACENT = frozenset("'\"’‘“«»‹›") | {"''", "``"}
_OPENERS = frozenset("([{「『【《〈“‘„‚'\"«»‹›¿¡") | {"``", "''"}
_BULLETS = frozenset("-–—•*·▪●◦‣")

_USUAL_FIRST_WORDS = word_set(
    "A After Also Although An And Another As At Because Before But By Despite During Each Earlier Even Every For From"
    " He Her Here His How However I If In It Its Last Later Many Meanwhile Most My No Not Now Of On Once One Only Or"
    " Our Over Several She Since So Some Still Such That The Their Then There These They This Those Though Thus To"
    " Today Two Under Until We What When Where Whether Which While Who Why With Yet You Your"
)
_AFTER_HOURS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday GMT UTC EST EDT ET Eastern")
_NAME_PARTICLES = re.compile(r"(?:al|el|an|as|ash|at|ad|ar|az)[-‐‑][A-Z]|i[A-Z]|e[A-Z]")
_SPEECH_VERBS = word_set("said says asked asks shouted cried added wrote replied")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\u2029")


def segment(article: Article) -> tuple[Sentence, ...]:
    """The sentences of all blocks that are read as such, in order; ``Sentence.block`` is the block's index."""
    return tuple(
        sentence
        for index, block in enumerate(article.blocks)
        if block.kind in READ_AS_SENTENCES
        for sentence in sentences_of(article.text, block.span.start, block.span.end, index)
    )


def sentences_of(text: str, start: int, end: int, block: int) -> tuple[Sentence, ...]:
    """The sentences of ``text[start:end]``; what lies between them is white space or without width."""
    offsets = list(token_offsets(text, start, end))
    words = [text[first:last] for first, last in offsets]
    sentences: list[Sentence] = []
    opened = 0
    for closed in _no_longer_than(_LONGEST, _sentence_ends(text, offsets, words)):
        tokens = tuple(Token(Span(first, last)) for first, last in offsets[opened:closed])
        sentences.append(Sentence(Span(offsets[opened][0], offsets[closed - 1][1]), block, tokens))
        opened = closed
    return tuple(sentences)


# No news sentence has as many tokens; what has (a list without stops, a damaged page) is cut, so that all that reads
# sentences stays linear in the length of the text.
_LONGEST = 400


def _no_longer_than(longest: int, ends: list[int]) -> list[int]:
    """The same ends, with further ones where two lie more than ``longest`` tokens apart."""
    cut: list[int] = []
    opened = 0
    for closed in ends:
        cut.extend(range(opened + longest, closed, longest))
        cut.append(closed)
        opened = closed
    return cut


def _sentence_ends(text: str, offsets: list[tuple[int, int]], words: list[str]) -> list[int]:
    """For each sentence, the index of the token after its last one."""
    ends: list[int] = []
    opened = 0
    position = 0
    count = len(words)
    in_straight_quote = False
    while position < count:
        word = words[position]
        if word == '"':
            in_straight_quote = not in_straight_quote
        following = position + 1
        if following < count and _line_breaks(text, offsets, words, following):
            ends.append(following)
            opened = position = following
            continue
        if word[-1] in _ENDERS and not _is_web_address(word):
            while following < count and _closes(offsets, words, following, inside=in_straight_quote):
                if words[following] == '"':
                    in_straight_quote = not in_straight_quote
                following += 1
            while words[following : following + 3 : 2] == ["[", "]"] and words[following + 1].isdigit():
                following += 3  # a footnote's number
            if following < count and _breaks(offsets, words, (opened, position, following)):
                ends.append(following)
                opened = following
        position = following
    if count and (not ends or ends[-1] < count):
        ends.append(count)
    return ends


def _is_web_address(word: str) -> bool:
    return len(word) > 4 and ("://" in word or word.startswith("www."))


def _line_breaks(text: str, offsets: list[tuple[int, int]], words: list[str], following: int) -> bool:
    """Whether a blank line, or the start of a list's item, parts the token before ``following`` from it."""
    gap_start, gap_end = offsets[following - 1][1], offsets[following][0]
    if gap_end == gap_start or (gap_end == gap_start + 1 and text[gap_start] != "\n"):
        return False
    gap = text[gap_start:gap_end]
    if _BLANK_LINE.search(gap):
        return True
    return "\n" in gap and words[following] in _BULLETS


def _closes(offsets: list[tuple[int, int]], words: list[str], index: int, *, inside: bool) -> bool:
    """Whether the token is a quotation mark or bracket that closes what stands before it."""
    word = words[index]
    adjacent = offsets[index][0] == offsets[index - 1][1]
    if word in _ALWAYS_CLOSE:
        return adjacent or word != "”"
    if word not in _CLOSE_WHEN_ADJACENT:
        return False
    last = index + 1 == len(words)
    room_after = last or offsets[index + 1][0] > offsets[index][1] or words[index + 1] in _ALWAYS_CLOSE
    if adjacent:
        return room_after or (inside if word == '"' else words[index + 1] in _CLOSE_WHEN_ADJACENT)
    return room_after and inside and word == '"'


def _breaks(offsets: list[tuple[int, int]], words: list[str], place: tuple[int, int, int]) -> bool:
    """Whether the sentence that began at ``opened`` ends with the ender at ``ender``; ``following`` comes next."""
    opened, ender, following = place
    mark = words[ender]
    start = following
    while start + 1 < len(words) and words[start] in _OPENERS:
        start += 1
    first = words[start]
    spaced = offsets[following][0] > offsets[following - 1][1]
    if mark[-1] in _WIDE_ENDERS:
        return True
    if not spaced and not (mark == "." and ender > opened and words[ender - 1][-1].islower() and first[:2].istitle()):
        return False
    if first[0].islower() and not _NAME_PARTICLES.match(first):
        return False
    if first[0] in ",;:.?!…%)" or (first[0] in "-–—" and len(words) > start + 1 and words[start + 1][0].islower()):
        return False
    if mark[0].isalpha():
        return _breaks_after_abbreviation(mark, first)
    if mark == "." and 0 < ender - opened <= 2 and _is_list_number(words[opened:ender]):
        return False
    return not (mark[-1] in "?!" and following > ender + 1 and _tells_who_spoke(words, start))


def _breaks_after_abbreviation(mark: str, first: str) -> bool:
    stem = mark[:-1]
    if stem in TITLES:
        return False
    if stem in MONTHS_AND_DAYS:
        return not first[0].isdigit() and first[:3] not in MONTHS_AND_DAYS and first != "May"
    if mark.lower() in ("a.m.", "p.m.", "etc."):
        return first[0].isupper() and first not in _AFTER_HOURS
    return first in _USUAL_FIRST_WORDS and not (len(mark) == 2 and first in ("I", "A"))


def _is_list_number(words: list[str]) -> bool:
    """Whether the words are no more than the number of a list's item: "1", "(b"."""
    last = words[-1]
    return (last.isdigit() and len(last) < 4) or (len(last) == 1 and last.isalpha() and len(words) == 1)


def _tells_who_spoke(words: list[str], start: int) -> bool:
    """Whether "Ali said." or "the officer asked," follows: the rest of a sentence that began with its quotation."""
    for index in range(start, min(start + 4, len(words) - 1)):
        if words[index] in _SPEECH_VERBS:
            return words[index + 1] in (".", ",")
    return False
