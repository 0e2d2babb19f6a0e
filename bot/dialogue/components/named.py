"""The entity extractor: what a text names that is to be set at once."""

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.utils.io import read_yaml_file

from bot.dialogue.model import ROOT
from bot.dialogue.naming.things import Things

LOOKUP = ROOT / "nlu_data" / "lookup"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NamedThings(GraphComponent):
    """Notes days and hours, trades and languages, of texts with an intent that sets them; after the classifier.

    It learns nothing. Its words are read when the model is loaded, so that a new one counts from the next start.
    """

    def __init__(self, things: Things) -> None:
        self._things = things

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {}

    @classmethod
    def create(
        cls, config: dict[str, Any], storage: ModelStorage, resource: Resource, context: ExecutionContext
    ) -> "NamedThings":
        return cls(read_things())

    def process(self, messages: list[Message]) -> list[Message]:
        """Note the entities in the messages."""
        for message in messages:
            named = self._things.named((message.get(INTENT) or {}).get("name") or "", message.get(TEXT) or "")
            found = [_entity(name, value, message.get(TEXT)) for name, value in named.items()]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages


def read_things(folder: Path = LOOKUP) -> Things:
    """The words of all languages in a folder."""
    return Things({path.stem: read_yaml_file(path) for path in sorted(folder.glob("*.yml"))})


def _entity(name: str, value: str, text: str) -> dict[str, Any]:
    # Days and hours are named in several places of a text: all of it is where the entity stands.
    return {"entity": name, "value": value, "start": 0, "end": len(text), "extractor": NamedThings.__name__}
