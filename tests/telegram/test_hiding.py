"""A deletion that Telegram refuses: what was to be said then is said once, and nothing is tried for ever."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.store import Store
from bot.store.tables import OutboxRow
from bot.telegram import Sender
from tests.telegram.outgoing import Put, says
from tests.telegram.world import Telegram, refused

TOO_OLD = refused(400, "Bad Request: message can't be deleted for everyone")
GONE = refused(400, "Bad Request: message to delete not found")
NO_EDIT = refused(400, "Bad Request: message can't be edited")
ALREADY = refused(400, "Bad Request: message is not modified")


@pytest.mark.parametrize(
    ("answers", "methods"),
    [
        ({}, ["deleteMessage"]),
        ({"deleteMessage": [GONE]}, ["deleteMessage"]),
        ({"deleteMessage": [TOO_OLD]}, ["deleteMessage", "editMessageText"]),
        ({"deleteMessage": [TOO_OLD], "editMessageText": [ALREADY]}, ["deleteMessage", "editMessageText"]),
        (
            {"deleteMessage": [TOO_OLD], "editMessageText": [NO_EDIT]},
            ["deleteMessage", "editMessageText", "sendMessage"],
        ),
    ],
)
async def test_the_lines_are_said_where_the_message_cannot_go(
    put: Put, sender: Sender, telegram: Telegram, store: Store, answers: dict[str, Any], methods: Sequence[str]
) -> None:
    telegram.answers |= {name: [*said] for name, said in answers.items()}
    put("shown", "Danger")
    put("hide", says("By hand", deletes=True), edits="shown")
    await sender.flush()
    await sender.flush()
    assert [call.method for call in telegram.calls] == ["sendMessage", *methods]
    assert telegram.texts()[1:] == ["By hand"] * (len(methods) - 1)
    with store.reading() as session:
        assert {row.state for row in session.query(OutboxRow)} == {"sent"}
