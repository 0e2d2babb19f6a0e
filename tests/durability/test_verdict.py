"""The reckoning after the kills finds what is wrong: each fault is put into a world in which all is well."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bench.crash.kept import Kept
from bench.crash.people import REPORT
from bench.crash.record import Record
from bench.crash.verdict import Verdict, judge
from bench.crash.world import TOKEN
from bot.store.tables import Attempt, Consent, InboxRow, Message, OutboxRow, Showing

CHAT = 7
KILLS = 2
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

SAID = [
    "consent:c:yes",
    "practice:one:explain",
    "practice:one:a",
    "practice:one:b",
    "practice:two:skip",
    "practice:three:0b",
    "practice:three:0b",
    "/practise",
    "practice:three:1b",
    "practice:again:1b",
    "practice:met:seen",
    f"{REPORT} 1",
]
"""The updates, numbered from 1: an item is explained, answered and tapped once more; the next is skipped; of the third
one a step is tapped twice, it is put anew, tapped at the old place and answered; a word is only met; a message."""

NEEDLESS = (4, 7, 9)
"""A second answer, a step that was taken, and a tap on what was put anew."""

CHOICE = {
    "situation": "",
    "options": {"a": {"word": "ja"}, "b": {"word": "nee", "reason": ""}},
    "right": "a",
    "reason": "",
}
PAIRS = {"situation": "", "pairs": {key: {"word": key, "picture": key, "reason": key} for key in "abc"}, "reason": ""}
WORD = {"situation": "", "word": "de helm", "meaning": "", "example": ""}
PUBLISHED = {
    ("choice", 1): {"type": "choose_word", "body": CHOICE},
    ("pairs", 1): {"type": "match_pairs", "body": PAIRS},
    ("word", 1): {"type": "meet", "body": WORD},
}
ORDERS = {"choice": ["b", "a"], "pairs": ["c", "a", "b"], "word": ["seen"]}


def well() -> tuple[Kept, Record, list[str]]:
    """One learner, all of whose updates had their effects."""
    kept, record = Kept(published=PUBLISHED), Record()
    updates = [_update(number, said) for number, said in enumerate(SAID, 1)]
    record.note("getupdates", {"ok": True, "result": updates})
    for number in range(1, len(SAID) + 1):
        kept.inbox.append(InboxRow(update_id=number, chat_id=CHAT, state="done", done_at=at(number)))
        if number not in NEEDLESS:
            reply(kept, record, number)
    kept.consents.append(Consent(learner_id="amina", kind="record", given=True, at=at(1)))
    kept.showings += [
        showing("one", "choice", 1, 3),
        showing("two", "choice", 3, 5),
        showing("three", "pairs", 5, 8),
        showing("again", "pairs", 8, 10),
        showing("met", "word", 10, 11),
    ]
    kept.attempts += [Attempt(showing_id="one", update_id=3), Attempt(showing_id="again", update_id=10)]
    kept.messages.append(Message(text=f"{REPORT} 1"))
    return kept, record, ["INFO bot.wiring: The bot is ready"]


def _update(number: int, said: str) -> dict[str, Any]:
    tapped = said.count(":") == 2
    content: dict[str, Any] = {"from": {"id": CHAT}, "data" if tapped else "text": said}
    return {"update_id": number, "callback_query" if tapped else "message": content}


def at(number: int) -> datetime:
    return NOON + timedelta(seconds=number)


def showing(name: str, item: str, shown: int, closed: int) -> Showing:
    return Showing(
        id=name,
        learner_id="amina",
        lesson_id="lesson",
        item_id=item,
        revision=1,
        order=ORDERS[item],
        shown_at=at(shown),
        closed_at=at(closed),
    )


def reply(kept: Kept, record: Record, number: int) -> None:
    message = {"message_id": number, "chat": {"id": CHAT}, "text": f"{number}", "reply_markup": {}}
    record.note("sendmessage", {"ok": True, "result": message})
    kept.outbox.append(OutboxRow(id=number, chat_id=CHAT, state="sent", message_id=number, created_at=at(number)))


def verdict(kept: Kept, record: Record, log: list[str]) -> Verdict:
    return judge(kept, record, "\n".join(log), len(SAID), KILLS)


Broken = Callable[[Kept, Record, list[str]], object]

BREAKS: dict[str, Broken] = {
    "were handed to the bot": lambda _, record, __: record.updates.pop(12),
    "does not hold every update once": lambda kept, *_: kept.inbox.append(kept.inbox[0]),
    "updates are not done": lambda kept, *_: setattr(kept.inbox[0], "state", "parked"),
    "before an earlier one of their chat: [2]": lambda kept, *_: setattr(kept.inbox[1], "done_at", NOON),
    "two attempts": lambda kept, *_: kept.attempts.append(kept.attempts[0]),
    "have no attempt: ['again', 'one']": lambda kept, *_: kept.attempts.clear(),
    "no answered showing: ['two']": lambda kept, *_: kept.attempts.append(Attempt(showing_id="two", update_id=5)),
    "no answered showing: ['met']": lambda kept, *_: kept.attempts.append(Attempt(showing_id="met", update_id=11)),
    "no answered showing: ['again', 'one']": lambda kept, *_: kept.consents.clear(),
    "another tap than the first: ['one']": lambda kept, *_: setattr(kept.attempts[0], "update_id", 4),
    "closed by no update: ['three']": lambda kept, *_: setattr(kept.showings[2], "closed_at", NOON),
    "messages to the counsellor": lambda kept, *_: kept.messages.append(kept.messages[0]),
    "updates without a reply: [3]": lambda kept, *_: setattr(kept.outbox[2], "created_at", NOON),
    "messages are not sent": lambda kept, *_: setattr(kept.outbox[0], "state", "new"),
    "on no phone: [2]": lambda kept, *_: setattr(kept.outbox[1], "message_id", 99),
    "were sent twice": lambda _, record, __: record.said.extend([record.said[1]] * 100),
    "integrity_check says": lambda kept, *_: setattr(kept, "integrity", "row 3 missing from index"),
    "the log holds": lambda _, __, log: log.append(f"WARNING httpx: POST /bot{TOKEN}/sendMessage"),
}


def test_where_all_is_well_nothing_is_found() -> None:
    found = verdict(*well())
    assert found.faults == []
    assert (found.numbers["showings answered"], found.numbers["sent twice"]) == (2, 0)


@pytest.mark.parametrize(("fault", "broken"), BREAKS.items())
def test_each_fault_is_found(fault: str, broken: Broken) -> None:
    world = well()
    broken(*world)
    assert any(fault in found for found in verdict(*world).faults)


def test_a_message_sent_twice_is_counted_and_allowed_as_often_as_was_in_flight() -> None:
    kept, record, log = well()
    record.said.append(record.said[1])
    found = verdict(kept, record, log)
    assert (found.faults, found.numbers["sent twice"]) == ([], 1)
