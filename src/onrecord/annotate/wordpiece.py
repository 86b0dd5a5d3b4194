"""WordPiece over single words, as the encoder's uncased vocabulary wants it, and the shape of each word beside it.

The encoder does not see upper case; a word's shape ("Title", "UPPER", a figure …) tells it, through the token types.
Each token is encoded on its own, so that no character, however strange, can move the alignment: a token that leaves
nothing after normalising is the unknown word.

>>> pieces = WordPiece.packaged()
>>> pieces.ids("strikes"), pieces.ids("\\u200b") == (pieces.unknown,)
((9326,), True)
>>> shape_of("Baghdad"), shape_of("US"), shape_of("2024")
(<Shape.TITLE: 2>, <Shape.UPPER: 3>, <Shape.DIGITS: 6>)

Source: the normaliser, pre-tokeniser and model of BERT uncased (Devlin et al. 2019; google-research/bert
tokenization.py), with accents stripped.
"""

import unicodedata
from enum import IntEnum
from functools import lru_cache
from importlib import resources

from onrecord.core.errors import WeightsError

_LONGEST_WORD = 100  # characters; BERT's own limit, beyond which a word is unknown
_CACHED_WORDS = 65_536
_HAN = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class Shape(IntEnum):
    """How a word is written; the numbers are the encoder's token types."""

    MARKER = 0  # the encoder's own marks at the ends of a window
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    CAPITAL = 5  # a single capital: "A", "J."
    DIGITS = 6
    WITH_DIGITS = 7  # "F-16", "2nd", "8.30am"
    PUNCTUATION = 8
    OTHER = 9  # scripts without case, emoji


@lru_cache(maxsize=_CACHED_WORDS)
def shape_of(word: str) -> Shape:
    """The shape of one word; never ``MARKER``."""
    if any(character.isdigit() for character in word):
        return Shape.WITH_DIGITS if any(character.isalpha() for character in word) else Shape.DIGITS
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return Shape.PUNCTUATION if all(_is_punctuation(character) for character in word) else Shape.OTHER
    if all(character.islower() for character in letters):
        return Shape.LOWER
    if all(character.isupper() for character in letters):
        return Shape.CAPITAL if len(letters) == 1 else Shape.UPPER
    if letters[0].isupper() and all(character.islower() for character in letters[1:]):
        return Shape.TITLE
    return Shape.MIXED if any(character.isupper() for character in letters) else Shape.OTHER


class WordPiece:
    """The ids of the pieces of a word; words are cached."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        missing = {"[CLS]", "[SEP]", "[UNK]", "[PAD]"} - self._ids.keys()
        if missing:
            raise WeightsError(f"the vocabulary lacks {', '.join(sorted(missing))}: reinstall onrecord")
        self.start, self.end, self.unknown = self._ids["[CLS]"], self._ids["[SEP]"], self._ids["[UNK]"]
        self.ids = lru_cache(maxsize=_CACHED_WORDS)(self._encode)

    @classmethod
    def packaged(cls) -> "WordPiece":
        """The vocabulary that is shipped with the weights.

        Raises:
            WeightsError: the vocabulary is not in the package.
        """
        return _packaged()

    def _encode(self, word: str) -> tuple[int, ...]:
        ids: list[int] = []
        for part in _parts(word):
            ids.extend(self._pieces(part))
        return tuple(ids) or (self.unknown,)

    def _pieces(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self.unknown]
        ids: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self._ids.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            ids.append(number)
            start = end
        return ids


@lru_cache(maxsize=1)
def _packaged() -> WordPiece:
    try:
        text = resources.files("onrecord.annotate").joinpath("weights", "vocab.txt").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise WeightsError("weights/vocab.txt is not in the package: reinstall onrecord") from error
    return WordPiece(tuple(text.removesuffix("\n").split("\n")))


def _parts(word: str) -> list[str]:
    """The words and single marks that BERT's pre-tokeniser makes of one token."""
    if word.isascii() and word.isalpha():
        return [word.lower()]
    shown = "".join(f" {character} " if _is_han(character) else character for character in word if _is_kept(character))
    bare = "".join(
        character for character in unicodedata.normalize("NFD", shown) if unicodedata.category(character) != "Mn"
    )
    parts: list[str] = []
    joined = False
    # A letter may become several in lower case, each of which is looked at on its own.
    for character in "".join(letter.lower() for letter in bare):
        if character.isspace():
            joined = False
        elif _is_punctuation(character):
            parts.append(character)
            joined = False
        elif joined:
            parts[-1] += character
        else:
            parts.append(character)
            joined = True
    return parts


def _is_kept(character: str) -> bool:
    if character in "\t\n\r":
        return True
    return character != "\ufffd" and not unicodedata.category(character).startswith("C")


def _is_han(character: str) -> bool:
    code = ord(character)
    return code >= 0x3400 and any(low <= code <= high for low, high in _HAN)


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    if code < 128:
        return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return unicodedata.category(character).startswith("P")
