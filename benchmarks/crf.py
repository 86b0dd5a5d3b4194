"""The baseline beside the annotator: a linear CRF over the features that name taggers have used since 2003.

Word, prefixes and suffixes, shape, and the two words on either side; trained with L-BFGS and elastic penalties of
0.1, 100 rounds: the usual setting of CRFsuite's own tutorial, not tuned on any corpus. Needs ``python-crfsuite``
(``pip install "onrecord[benchmarks]"``).

>>> word_features(("Sana'a", "fell"), 0)[:3]
["word=sana'a", "shape=Xx'x", 'prefix2=sa']
"""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from benchmarks.columns import LabelledSentence, spans_of_labels
from benchmarks.readers import WordSpan

SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": True}


class _Tagger(Protocol):
    def tag(self, sequence: list[list[str]], /) -> list[str]: ...


def shape(word: str) -> str:
    """The word's letters as X, x and d, repeats written once: "U.S." is "X.X.", "2024" is "d"."""
    classes = "".join(
        "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter for letter in word
    )
    return re.sub(r"(.)\1+", r"\1", classes)


def word_features(words: Sequence[str], position: int) -> list[str]:
    """The features of one word of a sentence."""
    word = words[position]
    low = word.lower()
    features = [f"word={low}", f"shape={shape(word)}"]
    features += [f"prefix{length}={low[:length]}" for length in (2, 3) if len(low) >= length]
    features += [f"suffix{length}={low[-length:]}" for length in (2, 3) if len(low) >= length]
    for offset in (-2, -1, 1, 2):
        beside = position + offset
        if 0 <= beside < len(words):
            features += [f"{offset}:word={words[beside].lower()}", f"{offset}:shape={shape(words[beside])}"]
        else:
            features.append(f"{offset}:outside")
    if position > 0:
        features.append(f"-1|0:{words[position - 1].lower()}|{low}")
    return features


class LinearCrf:
    """A CRF trained on labelled sentences."""

    def __init__(self, tagger: _Tagger) -> None:
        self._tagger = tagger

    @classmethod
    def trained(cls, sentences: Sequence[LabelledSentence]) -> "LinearCrf":
        """Trains on ``sentences``; the same sentences give the same CRF."""
        import pycrfsuite  # type: ignore[import-untyped]

        trainer = pycrfsuite.Trainer(verbose=False)
        for sentence in sentences:
            trainer.append([word_features(sentence.words, at) for at in range(len(sentence.words))], sentence.labels)
        trainer.set_params(SETTINGS)
        tagger = pycrfsuite.Tagger()
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "crf")
            trainer.train(path)
            tagger.open(path)
            return cls(tagger)

    def spans(self, words: Sequence[str]) -> list[WordSpan]:
        """The labelled spans of one sentence."""
        return spans_of_labels(self._tagger.tag([word_features(words, at) for at in range(len(words))]))
