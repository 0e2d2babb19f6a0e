"""The classifier: which intent a text has, and which topic when it asks for a tip."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import RESPONSE_SELECTOR, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import hstack, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import Normalizer, StandardScaler


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentAndTopic(LogisticRegressionClassifier):
    """Logistic regression over sentence vectors or, where there are none, over n-grams.

    Rasa's own classifier learns ``ask_tip/contract`` as ``ask_tip``. This one learns every topic as a label of its own
    and adds up: an intent is as likely as its topics together. The likeliest topic is given in the form in which Rasa's
    response selectors give theirs, so that Rasa's own commands show and test it.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**LogisticRegressionClassifier.get_default_config(), "C": 40.0, "max_iter": 300}

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self.clf = self._untrained(has_vectors(examples[0]))
        self.clf.fit(features(examples), [example.get_full_intent() for example in examples])
        self.persist()
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Note intent, ranking and topic in the messages."""
        for message, chances in zip(messages, self.clf.predict_proba(features(messages)), strict=True):
            _note(message, dict(zip(self.clf.classes_, chances.tolist(), strict=True)))
        return messages

    def _untrained(self, vectors: bool) -> Pipeline:
        regression = LogisticRegression(
            C=self.config["C"],
            max_iter=self.config["max_iter"],
            random_state=self.config["random_state"],
            class_weight="balanced",
        )
        if vectors:
            # All vectors of this encoder point more or less the same way: without their mean, the rest tells more.
            return make_pipeline(StandardScaler(with_std=False), Normalizer(), regression)
        return make_pipeline(Normalizer(), regression)


def has_vectors(message: Message) -> bool:
    """Whether a featurizer gave the message a dense vector."""
    return message.get_dense_features(TEXT)[1] is not None


def features(messages: list[Message]) -> Any:
    """One row a message: its sentence vector or else its n-grams. N-grams beside vectors measured no better."""
    if has_vectors(messages[0]):
        return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
    return vstack([hstack([message.get_sparse_features(TEXT)[1].features]) for message in messages]).tocsr()


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
