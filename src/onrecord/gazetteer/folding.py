"""One spelling for the many in which a name is printed: the key under which the gazetteer keeps it.

Case, diacritics, apostrophes, full stops and hyphens do not tell names apart; "St" is "Saint", "'s" is dropped.
Arabic script loses its vowel signs and the variants of alef, yeh, kaf and teh marbuta. The Arabic article is kept
by :func:`fold`, since "El Salvador" is not "Salvador"; :func:`without_articles` gives the looser key that a lookup
tries second.

>>> fold("Sana’a"), fold("Sanaa"), fold("El-Fasher"), fold("St. Petersburg"), fold("Iraq’s")
('sanaa', 'sanaa', 'el fasher', 'saint petersburg', 'iraq')
>>> without_articles(fold("Deir ez-Zor")), without_articles(fold("Deir al-Zor")), without_articles(fold("Deir Ezzor"))
('deirzor', 'deirzor', 'deirezzor')

Source: Unicode Standard Annex 15 (decomposition); BGN/PCGN and newsroom transliterations of the Arabic article.
"""

import re
import unicodedata

# Characters that mark no difference between two spellings of one name.
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻʾʿʹʺ`´.ـ\u200c\u200d\u200e\u200f"))
# Letters that Unicode does not take apart, or that two keyboards write differently.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ٱ": "ا",
        "&": " and ",
    }
)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# The article before sun and moon letters, as newsrooms write it.
_ARTICLES = frozenset(
    {"al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "ez", "ul", "il"}
)


def fold(name: str) -> str:
    """The key of ``name``: words of letters and digits with single spaces between; empty where nothing is left."""
    if name.isascii():
        plain = name.lower()
    else:
        # Twice, since taking a letter apart can give a capital ("𝕊") and case folding one to be taken apart ("İ").
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        plain = unicodedata.normalize("NFC", plain)
    plain = _POSSESSIVE.sub("", plain).translate(_DROPPED).translate(_LETTERS)
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    if len(words) > 1:
        # "Ain St" ends in a street, "St Ives" begins with a saint: only a word with another after it is spelled out.
        words[:-1] = [_WORDS.get(word, word) for word in words[:-1]]
    return " ".join(words)


def without_articles(folded: str) -> str:
    """The looser key of a folded name: Arabic articles and spaces left out; never empty unless ``folded`` is."""
    words = folded.split()
    kept = [word for word in words if word not in _ARTICLES]
    return "".join(kept or words)
