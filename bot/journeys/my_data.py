"""My data: everything that is kept, as a file."""

import json

from bot.i18n import Text
from bot.journeys.reply import Document, Reply
from bot.journeys.turn import Turn
from bot.store.exporting import export


def send(turn: Turn) -> None:
    """Send the file, and say in words what is in it."""
    kept = export(turn.store, turn.learner.telegram_id)
    if kept is None:
        turn.say(Text("my_data.nothing"), menu=True)
        return
    body = json.dumps(kept, ensure_ascii=False, indent=2)
    lines = (
        (Text("my_data.here"),),
        (Text("my_data.answers", {"count": len(kept["attempts"])}),),
        (Text("my_data.messages", {"count": len(kept["messages"])}),),
    )
    turn.send(Reply(lines=lines, menu=True, document=Document("werkmaat.json", body)))
