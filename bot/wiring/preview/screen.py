"""What stands on the phone of a preview, in the words of the console."""

from typing import Any

from bot.console.preview import Bubble, Key, Screen
from bot.wiring.preview.stage import Stage


def screen(stage: Stage) -> Screen:
    """What stands there now."""
    bubbles = tuple(_bubble(message) for message in stage.hand.messages())
    return Screen(stage.subject, stage.choices, bubbles, tuple(map(tuple, stage.hand.keys())))


def _bubble(message: dict[str, Any]) -> Bubble:
    rows = (message["markup"] or {}).get("inline_keyboard", ())
    return Bubble(
        number=message["id"],
        own=message["from"] == "phone",
        kind=message["kind"],
        html=message["html"],
        file=_file(message["content"]),
        rows=tuple(tuple(Key(key["text"], key["callback_data"]) for key in row) for row in rows),
    )


def _file(content: Any) -> str | None:
    """The id of a file; of a picture the largest size, which comes last."""
    one = content[-1] if isinstance(content, list) else content
    return one.get("file_id") if isinstance(one, dict) else None
