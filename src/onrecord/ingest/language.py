"""Which language a report is in, said only where there are enough words to tell.

English is recognised by two witnesses, so that a short English report full of Arabic or Ukrainian names is not lost:
py3langid, and the share of English function words. A report is called foreign only where both agree.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_FUNCTION_WORDS = frozenset(
    "the of and to in a was that on for by said with were at from it as is he his they their after who had has "
    "have been an be not this which its but are or when where two three killed".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 4000  # characters; more do not change the answer
# Swept on 1,856 single English sentences (the development part of EWT's role labels, re3d) and on one sentence each in
# sixteen other languages: share 0.10…0.30, confidence 0.3…0.9, letters 20…60. At these values no English sentence is
# called foreign and every foreign one is; at a share of 0.20, one English sentence is lost.
_TOO_SHORT = 20  # letters below which nothing is said
_ENOUGH = 40  # letters from which a report in Latin script may be called foreign
_SURE = 0.5
_ENGLISH_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Language:
    """A language and what it rests on; ``code`` is None where there is too little to tell."""

    code: str | None
    foreign: bool
    detail: str


def identify(text: str, declared: str | None = None) -> Language:
    """The language of ``text``; ``declared`` is what the page says of itself, believed where the text is too short."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    declared = declared.lower().replace("_", "-").split("-")[0] if declared else None
    if letters < _TOO_SHORT:
        return Language("en" if declared == "en" else None, False, f"{letters} letters are too few to tell")
    english = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    code, confidence = _identifier().classify(sample)
    detail = f"{code} (confidence {confidence:.2f}, English function words {english:.0%})"
    if code == "en" or english >= _ENGLISH_SHARE:
        return Language("en", False, detail)
    foreign_script = _latin_share(sample) < 0.5
    if foreign_script or (confidence >= _SURE and letters >= _ENOUGH):
        return Language(code, True, detail)
    return Language("en" if declared == "en" else None, False, detail)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _latin_share(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(unicodedata.name(character, "").startswith("LATIN") for character in letters) / max(1, len(letters))
