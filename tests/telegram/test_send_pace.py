"""The sender's pace: of each chat, of all together, and when Telegram asks for a pause."""

from bot.store import Store
from bot.telegram import Sender
from bot.telegram.limits import MOST_A_SECOND
from tests.telegram.outgoing import Put, row
from tests.telegram.world import CHAT, TOO_MANY, Telegram, ok


async def test_a_chat_gets_its_messages_in_order_at_the_pace(put: Put, sender: Sender, telegram: Telegram) -> None:
    for number in range(6):
        put(f"r{number}")
    await sender.flush()
    assert telegram.texts() == [f"r{number}" for number in range(6)]
    assert [call.at for call in telegram.calls] == [0, 0, 0, 1, 2, 3]


async def test_all_chats_together_stay_below_thirty_a_second(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.latency = 0.05
    for number in range(100):
        put(f"r{number}", chat_id=CHAT + number)
    await sender.flush()
    times = sorted(call.at for call in telegram.calls)
    assert len(times) == 100
    assert all(b - a >= 1 for a, b in zip(times, times[MOST_A_SECOND:], strict=False))
    assert times[-1] < 4


async def test_a_slow_chat_does_not_hold_up_the_others(put: Put, sender: Sender, telegram: Telegram) -> None:
    for number in range(8):
        put(f"a{number}", chat_id=1)
    put("b", chat_id=2)
    await sender.flush()
    assert [call.at for call in telegram.calls if call.parameters["text"] == "b"] == [0]


async def test_replies_go_before_broadcasts(put: Put, sender: Sender, telegram: Telegram) -> None:
    for number in range(40):
        put(f"invitation{number}", chat_id=CHAT + number, kind="broadcast")
    put("reply", chat_id=CHAT + 39)
    await sender.flush()
    assert telegram.texts()[0] == "reply"
    assert len(telegram.texts()) == 41


async def test_a_pause_that_telegram_asks_for_holds_for_everybody(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.answers["sendMessage"] = [TOO_MANY]
    put("a", chat_id=1)
    await sender.flush()
    put("b", chat_id=2)
    await sender.flush()
    assert [(call.parameters["text"], call.at) for call in telegram.calls] == [("a", 0), ("a", 7), ("b", 7)]


async def test_success_elsewhere_does_not_lift_a_pause(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.answers["sendMessage"] = [TOO_MANY, ok({"message_id": 1}), ok({"message_id": 2})]
    for chat_id in range(1, 15):
        put(f"r{chat_id}", chat_id=chat_id)
    await sender.flush()
    late = [call.at for call in telegram.calls[10:]]
    assert len(telegram.calls) == 15
    assert min(late) >= 7


async def test_the_parts_of_a_long_message_keep_the_pace(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    put("long", "x" * 4096 * 5)
    await sender.flush()
    assert [call.at for call in telegram.calls] == [0, 0, 0, 1, 2]
    assert row(store, "long").message_id == 505
