"""Updates as Telegram sends them."""

from typing import Any

from tests.telegram.world import CHAT

Json = dict[str, Any]

AMINA = {"id": CHAT, "is_bot": False, "first_name": "Amina", "language_code": "ar"}
PRIVATE = {"id": CHAT, "type": "private", "first_name": "Amina"}
GROUP = {"id": -100200, "type": "supergroup", "title": "Class"}
FILE = {"file_id": "F1", "file_unique_id": "U1"}
PICTURE = {**FILE, "width": 9, "height": 9}
PLACE = {"latitude": 51.2, "longitude": 4.4}


def message(chat: Json = PRIVATE, **content: Any) -> Json:
    return {"message_id": 7, "date": 1793600000, "chat": chat, "from": AMINA, **content}


def update(number: int = 1, **content: Any) -> Json:
    return {"update_id": number, **content}


def says(text: str, number: int = 1) -> Json:
    return update(number, message=message(text=text))


def taps(data: str, number: int = 1, **changes: Any) -> Json:
    query = {"id": "77", "from": AMINA, "chat_instance": "1", "data": data, "message": message(text="Which?")}
    return update(number, callback_query={**query, **changes})


def membership(status: str, chat: Json = PRIVATE) -> Json:
    robot = {"id": 4242, "is_bot": True, "first_name": "Werkmaat"}
    member: Json = {"user": robot, "status": "member"}
    changed = {**member, "status": status, **({"until_date": 0} if status == "kicked" else {})}
    return update(
        my_chat_member={
            "chat": chat, "from": AMINA, "date": 1793600000, "old_chat_member": member, "new_chat_member": changed,
        }
    )  # fmt: skip
