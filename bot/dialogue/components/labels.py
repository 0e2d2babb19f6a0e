"""The classifier: which intent a text has, and which topic when it asks for a tip."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import RESPONSE_SELECTOR, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.dialogue.components.encoder import load_encoder
from bot.dialogue.components.reading import Reading
from bot.dialogue.remembered import Remembering

FILE = "reading.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentAndTopic(IntentClassifier, GraphComponent):
    """Reads with ``Reading``, to which every topic is a label of its own.

    Rasa's own classifiers learn ``ask_tip/contract`` as ``ask_tip``. Here an intent is as likely as its topics
    together. The likeliest topic is given in the form in which Rasa's response selectors give theirs, so that Rasa's
    own commands show and test it.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._encoder: Any = load_encoder() if config["vectors"] else None
        self._reading: Reading | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"vectors": True, "most": 400, "all_of": "danger", "sure": 0.93}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "IntentAndTopic":
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **more: Any,
    ) -> "IntentAndTopic":
        """As it was trained."""
        component = cls(config, model_storage, resource)
        # Arrays alone: a file that could hold objects could run code when it is loaded.
        with model_storage.read_from(resource) as folder, np.load(folder / FILE, allow_pickle=False) as state:
            component._reading = component._untrained(state["labels"].tolist()).restore(state)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples; the vectors of an earlier training are remembered."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        labels = [example.get_full_intent() for example in examples]
        self._encoder = Remembering(self._encoder) if self._encoder else None
        reading = self._untrained(sorted(set(labels)))
        reading.learn([example.get(TEXT) for example in examples], labels, self._config["most"], self._config["all_of"])
        if self._encoder:
            self._encoder.save()
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, **reading.state())
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Note intent, ranking and topic in the messages."""
        if self._reading:
            rows = self._reading.chances([message.get(TEXT) or "" for message in messages])
            for message, chances in zip(messages, rows.tolist(), strict=True):
                _note(message, dict(zip(self._reading.labels, chances, strict=True)))
        return messages

    def _untrained(self, labels: list[str]) -> Reading:
        return Reading(labels, self._encoder, self._config["sure"])


def _note(message: Message, chances: dict[str, float]) -> None:
    intents: dict[str, float] = {}
    for label, chance in chances.items():
        intent = label.partition("/")[0]
        intents[intent] = intents.get(intent, 0.0) + chance
    ranking = _ranked(intents.items(), "name")
    message.set("intent", ranking[0], add_to_output=True)
    message.set("intent_ranking", ranking[:10], add_to_output=True)
    message.set(RESPONSE_SELECTOR, _selectors(chances, intents), add_to_output=True)


def _selectors(chances: dict[str, float], intents: dict[str, float]) -> dict[str, Any]:
    """For each intent with topics: the topics, each with its share of the intent's chance."""
    result: dict[str, Any] = {"all_retrieval_intents": []}
    for intent, chance in intents.items():
        topics = [(label, part / chance) for label, part in chances.items() if label.startswith(f"{intent}/")]
        if topics:
            ranking = _ranked(topics, "intent_response_key")
            result["all_retrieval_intents"].append(intent)
            result[intent] = {"response": {**ranking[0], "responses": []}, "ranking": ranking[:10]}
    return result


def _ranked(chances: Iterable[tuple[str, float]], key: str) -> list[dict[str, Any]]:
    best_first = sorted(chances, key=lambda pair: -pair[1])
    return [{key: name, "confidence": chance} for name, chance in best_first]
