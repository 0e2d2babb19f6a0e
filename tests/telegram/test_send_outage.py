"""While Telegram cannot be reached nothing is lost or overtaken, and the log stays short."""

import logging
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.store import Store
from bot.telegram import Sender
from tests.telegram.outgoing import Put, states
from tests.telegram.world import BAD_GATEWAY, CHAT, TOKEN, Telegram, Time, refused

FAILURES = [
    refused(500, "Internal Server Error"),
    BAD_GATEWAY,
    OSError("connection reset"),
    (200, "<html>login</html>"),
    (200, {"ok": True}),
    refused(401, "Unauthorized"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=str)
async def test_while_telegram_cannot_be_reached_nothing_is_lost_or_overtaken(
    put: Put, sender: Sender, telegram: Telegram, time: Time, store: Store, failure: Any
) -> None:
    telegram.answers["sendMessage"] = [failure] * 9
    put("a")
    put("b")
    while states(store)["b"] == "new":
        await sender.flush()
        time.now += timedelta(seconds=1)
    assert telegram.texts() == ["a"] * 10 + ["b"]
    times = [round(call.at) for call in telegram.calls]
    assert [b - a for a, b in pairwise(times)] == [1, 2, 4, 8, 16, 32, 60, 60, 60, 0]


async def test_an_outage_is_one_line_in_the_log_without_token_or_words(
    put: Put, sender: Sender, telegram: Telegram, time: Time, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.answers["sendMessage"] = [OSError(f"http://x/bot{TOKEN}/sendMessage") for _ in range(20)]
    with caplog.at_level(logging.DEBUG):
        for number in range(5):
            put(f"r{number}", "my secret", chat_id=CHAT + number)
        while "new" in states(store).values():
            await sender.flush()
            time.now += timedelta(seconds=1)
    said = [record.message for record in caplog.records if record.name.startswith("bot.telegram")]
    assert len(said) == 2
    assert said[0].startswith("Sending messages fails")
    assert said[1] == "Sending messages works again"
    assert TOKEN not in caplog.text
    assert "secret" not in caplog.text
