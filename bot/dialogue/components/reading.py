"""Both readers together: the quick one, and the slow one where the quick one is not sure."""

import logging
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from hashlib import md5
from typing import Any

import numpy as np

from bot.dialogue.components.chances import logs, sharpness
from bot.dialogue.components.letters import Letters
from bot.dialogue.components.meaning import Meaning

log = logging.getLogger(__name__)

AT_ONCE = 256
"""Training phrases between two signs of progress."""

HELD_OUT = 5
"""One phrase in so many is set apart, to see how sure the readers may be of what they have not learned."""


class Reading:
    """Says how likely each label is.

    The two readers err differently. Each gives chances that were adjusted on phrases held out; the logarithms are
    added, and adjusted again.

    Args:
        labels: the labels in order, each once.
        encoder: computes vectors; None: the quick reader reads alone.
        sure: the chance from which on the quick reader is believed without asking the slow one.
    """

    def __init__(self, labels: Sequence[str], encoder: Any, sure: float) -> None:
        self.labels = list(labels)
        self._encoder = encoder
        self._sure = sure
        self._letters = Letters()
        self._meaning: Meaning | None = None
        self._sharp = {"letters": 1.0, "meaning": 1.0, "both": 1.0}

    def learn(self, texts: list[str], labels: Sequence[str], most: int, all_of: str = "") -> "Reading":
        """Learn from phrases and their labels.

        Args:
            texts: the phrases.
            labels: the label of each.
            most: the slow reader learns from so many phrases of a label: vectors take most of a training's time.
            all_of: the intent of whose labels it learns from every phrase.
        """
        numbers = np.searchsorted(self.labels, labels)
        whole = {number for number, label in enumerate(self.labels) if label.partition("/")[0] == all_of}
        chosen = some(texts, numbers, most, whole) if self._encoder else []
        vectors = self._vectors([texts[at] for at in chosen])
        log.info("Seeing how sure it may be")
        self._adjust(texts, numbers, chosen, vectors)
        log.info("Learning words and letters")
        self._letters = Letters().learn(texts, numbers)
        log.info("Learning meanings")
        self._meaning = Meaning().learn(vectors, numbers[chosen]) if self._encoder else None
        return self

    def chances(self, texts: list[str]) -> Any:
        """The chance of each label, one row a text."""
        quick = logs(self._sharp["letters"] * self._letters.scores(texts))
        unsure = np.flatnonzero(np.exp(quick.max(axis=1)) < self._sure)
        if self._meaning and self._encoder and len(unsure):
            slow = self._meaning.scores(self._encoder.query([texts[at] for at in unsure]))
            quick[unsure] = self._together(quick[unsure], slow)
        return np.exp(quick)

    def state(self) -> dict[str, Any]:
        """All that was learned, as arrays."""
        meaning = self._meaning.arrays if self._meaning else {}
        return {
            "labels": np.array(self.labels),
            **{f"sharp.{name}": np.array(value) for name, value in self._sharp.items()},
            **{f"letters.{name}": array for name, array in self._letters.arrays.items()},
            **{f"meaning.{name}": array for name, array in meaning.items()},
        }

    def restore(self, state: Mapping[str, Any]) -> "Reading":
        """Be as the one whose state this is."""
        self._sharp = {name: float(value) for name, value in _part(state, "sharp").items()}
        self._letters.arrays = _part(state, "letters")
        if meaning := _part(state, "meaning"):
            self._meaning = Meaning()
            self._meaning.arrays = meaning
        return self

    def _vectors(self, texts: list[str]) -> Any:
        parts = []
        for start in range(0, len(texts), AT_ONCE):
            parts.append(self._encoder.query(texts[start : start + AT_ONCE]))
            log.info("Sentence vectors: %s of %s phrases", min(start + AT_ONCE, len(texts)), len(texts))
        return np.vstack(parts) if parts else None

    def _adjust(self, texts: list[str], numbers: Any, chosen: Any, vectors: Any) -> None:
        """Learn from all but the phrases held out, and see there how far the scores may be trusted."""
        held = np.arange(len(texts)) % HELD_OUT == 0
        learned = np.flatnonzero(~held)
        letters = Letters().learn([texts[at] for at in learned], numbers[learned])
        tried = np.flatnonzero(held)
        if self._encoder:
            known = held[chosen]
            meaning = Meaning().learn(vectors[~known], numbers[chosen][~known])
            tried, slow = np.asarray(chosen)[known], meaning.scores(vectors[known])
            self._sharp["meaning"] = sharpness(slow, numbers[tried])
        quick = letters.scores([texts[at] for at in tried])
        self._sharp["letters"] = sharpness(quick, numbers[tried])
        if self._encoder:
            quick = logs(self._sharp["letters"] * quick)
            self._sharp["both"] = sharpness(self._together(quick, slow), numbers[tried])

    def _together(self, quick: Any, slow: Any) -> Any:
        return logs(self._sharp["both"] * (quick + logs(self._sharp["meaning"] * slow)))


def some(texts: Sequence[str], numbers: Any, most: int, whole: Collection[int] = ()) -> Any:
    """Where so many texts of each label stand, in order; of the labels in ``whole``, all.

    Which ones is left to a digest of the texts: all languages get their share, and when phrases are added later, those
    that were chosen mostly stay so.
    """
    by_digest = sorted(range(len(texts)), key=lambda at: md5(texts[at].encode()).digest())
    taken: Counter[int] = Counter()
    chosen = []
    for at in by_digest:
        taken[numbers[at]] += 1
        if taken[numbers[at]] <= most or numbers[at] in whole:
            chosen.append(at)
    return np.array(sorted(chosen))


def _part(state: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key.partition(".")[2]: state[key] for key in state if key.startswith(f"{name}.")}
