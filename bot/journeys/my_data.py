"""My data: everything that is kept, as a file."""

import json

from bot.i18n import Text
from bot.journeys.reply import Document, Reply
from bot.journeys.turn import Turn
from bot.store.exporting import export

COUNTED = {"answers": "attempts", "messages": "messages"}
"""What is said in words of the file, and what it is called there."""


def send(turn: Turn) -> None:
    """Send the file, and say in words what is in it."""
    kept = export(turn.store, turn.learner.telegram_id)
    if kept is None:
        turn.say(Text("my_data.nothing"), menu=True)
        return
    body = json.dumps(kept, ensure_ascii=False, indent=2)
    counted = [Text(f"my_data.{what}", {"count": len(kept[kind])}) for what, kind in COUNTED.items() if kept[kind]]
    lines = ((Text("my_data.here"),), *((text,) for text in counted))
    turn.send(Reply(lines=lines, menu=True, document=Document("werkmaat.json", body)))
