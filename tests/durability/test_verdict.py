"""The reckoning after the kills finds what is wrong: each fault is put into a world in which all is well."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bench.crash.people import REPORT
from bench.crash.record import Record
from bench.crash.verdict import Kept, judge
from bench.crash.world import TOKEN
from bot.store.tables import Attempt, InboxRow, Message, OutboxRow

CHAT = 7
KILLS = 2
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TAPS = ["consent:c:yes", "practice:one:explain", "practice:one:a", "practice:one:b", "practice:two:skip"]


def well() -> tuple[Kept, Record, list[str]]:
    """One learner agrees, has an item explained, answers it, taps once more, skips the next one, and writes."""
    record, log = Record(), ["INFO bot.wiring: The bot is ready"]
    contents: list[dict[str, Any]] = [{"callback_query": {"from": {"id": CHAT}, "data": data}} for data in TAPS]
    contents.append({"message": {"from": {"id": CHAT}, "text": f"{REPORT} 1"}})
    updates = [{"update_id": number, **content} for number, content in enumerate(contents, 1)]
    record.note("getupdates", {"ok": True, "result": updates})
    kept = Kept(
        [InboxRow(update_id=one["update_id"], chat_id=CHAT, state="done", done_at=at(one)) for one in updates],
        [],
        [Attempt(showing_id="one", update_id=3)],
        [Message(text=f"{REPORT} 1")],
        "ok",
    )
    for one in updates:
        if one["update_id"] != 4:  # the second tap needs no words
            reply(kept, record, one)
    return kept, record, log


def at(update: dict[str, Any]) -> datetime:
    return NOON + timedelta(seconds=update["update_id"])


def reply(kept: Kept, record: Record, update: dict[str, Any]) -> None:
    number = update["update_id"]
    buttons = [[{"callback_data": f"practice:{name}:a"}] for name in ("one", "two")][number % 2]
    message = {"message_id": number, "chat": {"id": CHAT}, "text": f"{number}", "reply_markup": {}}
    if number in (1, 3):
        message["reply_markup"] = {"inline_keyboard": [buttons]}
    record.note("sendmessage", {"ok": True, "result": message})
    kept.outbox.append(OutboxRow(id=number, chat_id=CHAT, state="sent", message_id=number, created_at=at(update)))


Broken = Callable[[Kept, Record, list[str]], object]

BREAKS: dict[str, Broken] = {
    "were handed to the bot": lambda _, record, __: record.updates.pop(6),
    "does not hold every update once": lambda kept, *_: kept.inbox.append(kept.inbox[0]),
    "updates are not done": lambda kept, *_: setattr(kept.inbox[0], "state", "parked"),
    "two attempts": lambda kept, *_: kept.attempts.append(kept.attempts[0]),
    "have no attempt": lambda kept, *_: kept.attempts.clear(),
    "no answered showing": lambda kept, *_: kept.attempts.append(Attempt(showing_id="two", update_id=5)),
    "another tap than the first": lambda kept, *_: setattr(kept.attempts[0], "update_id", 4),
    "messages to the counsellor": lambda kept, *_: kept.messages.append(kept.messages[0]),
    "updates without a reply: [3]": lambda kept, *_: setattr(kept.outbox[2], "created_at", NOON),
    "messages are not sent": lambda kept, *_: setattr(kept.outbox[0], "state", "new"),
    "on no phone: [2]": lambda kept, *_: setattr(kept.outbox[1], "message_id", 99),
    "were sent twice": lambda _, record, __: record.said.extend([record.said[1]] * 100),
    "integrity_check says": lambda kept, *_: setattr(kept, "integrity", "row 3 missing from index"),
    "the log holds": lambda _, __, log: log.append(f"WARNING httpx: POST /bot{TOKEN}/sendMessage"),
}


def test_where_all_is_well_nothing_is_found() -> None:
    kept, record, log = well()
    verdict = judge(kept, record, "\n".join(log), 6, KILLS)
    assert verdict.faults == []
    assert (verdict.numbers["showings answered"], verdict.numbers["sent twice"]) == (1, 0)


@pytest.mark.parametrize(("fault", "broken"), BREAKS.items())
def test_each_fault_is_found(fault: str, broken: Broken) -> None:
    kept, record, log = well()
    broken(kept, record, log)
    assert any(fault in found for found in judge(kept, record, "\n".join(log), 6, KILLS).faults)


def test_a_message_sent_twice_is_counted_and_allowed_as_often_as_was_in_flight() -> None:
    kept, record, log = well()
    record.said.append(record.said[1])
    verdict = judge(kept, record, "\n".join(log), 6, KILLS)
    assert (verdict.faults, verdict.numbers["sent twice"]) == ([], 1)
