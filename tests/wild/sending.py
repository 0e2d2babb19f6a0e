"""Updates of a phone, made by hand: so that nothing is cleaned on the way."""

from typing import Any

from tests.fakes.learner import Walker

Json = dict[str, Any]


def user(walker: Walker, **changes: Any) -> Json:
    return {**walker.handset.phone, "is_bot": False, **changes}


def message(walker: Walker, sender: Json | None = None, **content: Any) -> Json:
    """A message in the private chat with the phone."""
    sender = sender or user(walker)
    chat = {"id": walker.handset.id, "type": "private", "first_name": sender["first_name"]}
    return {"message_id": 7, "date": int(walker.house.clock().timestamp()), "chat": chat, "from": sender, **content}


def tap(walker: Walker, data: str) -> Json:
    """A tap on a button with this data, whether it is shown or not."""
    below = message(walker, text="?")
    return {"id": "1", "from": user(walker), "message": below, "chat_instance": "1", "data": data}
