"""What passed between the simulator and the bot, noted where the bot has no hand in it."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

SAYING = ("sendmessage", "sendphoto", "sendvoice", "senddocument", "editmessagetext", "editmessagecaption")
DELETING = "deletemessage"
DONE_BEFORE = ("message is not modified", "message to delete not found")
"""What the simulator says when a change was made before."""


@dataclass(frozen=True)
class Said:
    """A message as it stood on a phone after a call: sent, or edited."""

    chat_id: int
    message_id: int
    text: str
    buttons: tuple[str, ...]


@dataclass
class Record:
    """Everything that passed: updates by their number, ``said`` in the order of the calls.

    ``others`` counts the calls that said nothing new: messages deleted, and changes that were made before.
    """

    updates: dict[int, Json] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    others: int = 0

    def note(self, method: str, answer: Json) -> None:
        """Note a call of the bot's and what the simulator answered."""
        if method == "getupdates" and answer["ok"]:
            self.updates |= {update["update_id"]: update for update in answer["result"]}
        elif method in SAYING and answer["ok"]:
            self.said.append(_said(answer["result"]))
        elif method in (*SAYING, DELETING) and (answer["ok"] or _done_before(answer["description"])):
            self.others += 1


def recorded(app: App, record: Record) -> App:
    """The simulator, with every call of a bot noted. What a dead bot no longer hears is noted too."""

    async def listening(scope: Scope, receive: Receive, send: Send) -> None:
        body = bytearray()

        async def note_and_send(message: MutableMapping[str, Any]) -> None:
            body.extend(message.get("body", b""))
            await send(message)

        await app(scope, receive, note_and_send)
        if scope["path"].startswith("/bot"):
            record.note(scope["path"].rpartition("/")[2].lower(), json.loads(body))

    return listening


def _done_before(description: str) -> bool:
    return any(reason in description for reason in DONE_BEFORE)


def _said(message: Json) -> Said:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = tuple(button["callback_data"] for row in rows for button in row)
    text = message.get("text") or message.get("caption", "")
    return Said(message["chat"]["id"], message["message_id"], text, buttons)
