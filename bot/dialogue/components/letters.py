"""The quick reader: labels from words and from groups of letters, as typed and as they sound."""

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from bot.dialogue.components.sounds import sounds

SPLIT = r"(?u)\S+"
PLACES = 2**17
"""Into how many places groups of letters are sorted; the model has a row of weights for each."""

FREEDOM = 1.0
"""How much a phrase counts against plain weights (the C of support vectors); 0.3 and 0.1 read slightly worse."""

GOOD_ENOUGH = 0.02
"""Where learning stops. At scikit-learn's own limit it takes some times as long, for the same readings."""


KINDS: dict[str, tuple[str, int, Callable[[str], str], int]] = {
    "letters": ("char_wb", 5, str.lower, PLACES),
    "words": ("word", 2, str.lower, PLACES // 2),
    "sounds": ("char_wb", 5, sounds, PLACES // 2),
    "sounding words": ("word", 2, sounds, PLACES // 2),
}
"""What is counted: words or letters, how many in a row, of what is made of the text, in so many places."""


class Letters:
    """A linear support vector machine over words and over one to five letters in a row.

    They are taken from what was typed and from its ``sounds``. It reads a message in about two milliseconds, and knows
    nothing but what stands in the training phrases.
    """

    def __init__(self) -> None:
        self.arrays: dict[str, Any] = {}
        self._counting = {kind: _counting(*of) for kind, of in KINDS.items()}

    def learn(self, texts: list[str], labels: Any) -> "Letters":
        """Learn from texts and the numbers of their labels, which begin at 0 and leave none out."""
        parts = [self._rows(kind, counting.transform(texts)) for kind, counting in self._counting.items()]
        machine = LinearSVC(C=FREEDOM, tol=GOOD_ENOUGH, random_state=1).fit(hstack(parts).tocsr(), labels)
        weights, bias = _both_sides(machine.coef_, machine.intercept_)
        ends = np.cumsum([part.shape[1] for part in parts])[:-1]
        for kind, part in zip(KINDS, np.split(weights, ends, axis=1), strict=True):
            # Half precision: the model is loaded at every start, and the rest of a number changes no reading.
            self.arrays[f"{kind} weights"] = np.ascontiguousarray(part.T, dtype=np.float16)
        self.arrays["bias"] = bias
        return self

    def scores(self, texts: list[str]) -> Any:
        """How well each label fits, one row a text: the higher, the better."""
        return np.stack([self._score(text) for text in texts])

    def _score(self, text: str) -> Any:
        score = self.arrays["bias"]
        for kind, counting in self._counting.items():
            found = counting.transform([text])
            counts = self._weighed(kind, found)
            # Only the rows that are there: making all of them numbers of full precision would take far longer.
            weights = self.arrays[f"{kind} weights"][found.indices].astype(np.float32)
            score = score + counts @ weights / max(float(np.linalg.norm(counts)), 1e-9)
        return score

    def _rows(self, kind: str, found: csr_matrix) -> csr_matrix:
        """The rows to learn from, and by the way how rare everything is."""
        phrases, places = found.shape
        times = np.bincount(found.indices, minlength=places)
        self.arrays[f"{kind} rarity"] = (np.log((1 + phrases) / (1 + times)) + 1).astype(np.float32)
        found.data = self._weighed(kind, found)
        return normalize(found)

    def _weighed(self, kind: str, found: csr_matrix) -> Any:
        """The more often something stands in a text and the rarer it is, the more it counts (tf-idf)."""
        return (1 + np.log(found.data)) * self.arrays[f"{kind} rarity"][found.indices]


def _counting(analyzer: str, longest: int, plain: Callable[[str], str], places: int) -> HashingVectorizer:
    return HashingVectorizer(
        analyzer=analyzer,
        ngram_range=(1, longest),
        preprocessor=plain,
        token_pattern=SPLIT if analyzer == "word" else None,
        n_features=places,
        alternate_sign=False,
        norm=None,
        dtype=np.float32,
    )


def _both_sides(weights: Any, bias: Any) -> tuple[Any, Any]:
    """Of two labels scikit-learn keeps one row, which says how far it is the second."""
    if len(weights) > 1:
        return weights, bias
    return np.vstack([-weights, weights]), np.hstack([-bias, bias])
