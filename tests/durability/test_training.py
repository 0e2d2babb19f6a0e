"""A process dies while it writes what it trained: the next one trains again, and does not stumble over the rest."""

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.dialogue import model
from bot.dialogue.remembered import VECTORS_FILE, Remembering
from tests.durability.dying import die_after_writing, died

BYTES = 50
"""More than nothing, and less than any of the files."""


class Encoder:
    """One number for a text: its length."""

    def query(self, texts: list[str]) -> Any:
        return np.array([[float(len(text))] for text in texts])


@pytest.mark.parametrize("size", [0, BYTES])
def test_half_a_record_is_none_and_the_model_is_trained_anew(tmp_path: Path, size: int) -> None:
    trained = tmp_path / "trained"
    trained.write_text("model")
    assert died(partial(_take_over, trained, tmp_path, size))
    assert (tmp_path / model.RECORD).stat().st_size == size
    assert not model.is_current(tmp_path)
    with pytest.raises(model.NoModel, match="Run `werkmaat train`"):
        model.own_model(tmp_path)


def test_vectors_that_were_remembered_before_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VECTORS_FILE, str(tmp_path / "vectors.npz"))
    _remember(["a", "bb"])
    assert died(partial(_remember, ["ccc"], BYTES))
    assert _remember(["a", "bb"]).tolist() == [[1.0], [2.0]]


def _take_over(trained: Path, folder: Path, size: int) -> None:
    die_after_writing(size)
    model.take_over(trained, folder, "fingerprint")


def _remember(texts: list[str], size: int | None = None) -> Any:
    remembering = Remembering(Encoder())
    vectors = remembering.query(texts)
    if size is not None:
        die_after_writing(size)
    remembering.save()
    return vectors
