"""The entity extractor: it comes after the classifier, and looks at three intents."""

from typing import Any

import pytest

from bot.dialogue.discretion import make_discreet

make_discreet()

from rasa.engine.graph import ExecutionContext, GraphSchema  # noqa: E402
from rasa.engine.storage.resource import Resource  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402

from bot.dialogue.components.named import NamedThings  # noqa: E402

storage: Any = None


@pytest.fixture(scope="module")
def component() -> NamedThings:
    context = ExecutionContext(GraphSchema({}), node_name="named")
    return NamedThings.create(NamedThings.get_default_config(), storage, Resource("named"), context)


def read(component: NamedThings, intent: str, text: str) -> dict[str, str]:
    message = Message.build(text)
    message.set("intent", {"name": intent, "confidence": 0.9})
    [read] = component.process([message])
    return {one["entity"]: one["value"] for one in read.get("entities")}


@pytest.mark.parametrize(
    ("intent", "text", "entities"),
    [
        ("set_reminder", "elke vrijdag om 20 uur", {"days": "4", "time": "20:00"}),
        ("change_sector", "ik ben lasser", {"sector": "metal"}),
        ("change_language", "عربي", {"language": "ar"}),
        ("greet", "عربي lasser om 20 uur", {}),
        ("set_reminder", "", {}),
    ],
)
def test_what_is_named(component: NamedThings, intent: str, text: str, entities: dict[str, str]) -> None:
    assert read(component, intent, text) == entities


def test_a_text_without_an_intent_names_nothing(component: NamedThings) -> None:
    [message] = component.process([Message.build("om 20 uur")])
    assert message.get("entities") == []
