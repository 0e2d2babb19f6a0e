"""What must hold after all the kills: compared with the record of what passed outside, not with the bot's own word."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, select

from bench.crash.expected import Played, played, reports
from bench.crash.kept import Kept
from bench.crash.people import REPORT
from bench.crash.record import Record
from bench.crash.world import TOKEN
from bot.store import Store, counts
from bot.store.tables import InboxRow
from bot.telegram.send import AT_ONCE

SECRETS = (TOKEN, REPORT)
"""What no log may hold: the token, and what learners wrote."""


def is_done(store: Store, deeds: int) -> bool:
    """Whether so many updates were received, and nothing waits any more."""
    with store.reading() as session:
        received = session.scalar(select(func.count()).select_from(InboxRow))
    queues = counts.of_queues(store)
    return received == deeds and not queues["inbox", "new"] and not queues["outbox", "new"]


@dataclass
class Verdict:
    """The numbers of a trial, and what is wrong with them: nothing, if all is well."""

    numbers: dict[str, int]
    faults: list[str] = field(default_factory=list)


def judge(kept: Kept, record: Record, log: str, deeds: int, kills: int) -> Verdict:
    """Compare what was kept with what passed.

    Args:
        kept: what the bots kept.
        record: what passed outside.
        log: what the bots logged.
        deeds: how many updates the phones caused.
        kills: how often a bot was killed.
    """
    twice = len(record.said) + record.others - len(kept.outbox)
    games = played(kept, record)
    expected = {game.showing.id: game.attempt for game in games if game.attempt}
    numbers = {
        "updates": deeds,
        "showings answered": len(expected),
        "attempts": len(kept.attempts),
        "reports to the counsellor": len(kept.messages),
        "messages": len(kept.outbox),
        "sent twice": twice,
        "sent twice at most": kills * AT_ONCE,
        "errors logged": log.count(" ERROR "),
    }
    faults = [
        *_updates(kept, record, deeds),
        *_attempts(kept, expected),
        *_closings(kept, games),
        *_reports(kept, record),
        *_replies(kept, games),
        *_messages(kept, record),
        *(f"the log holds {secret!r}" for secret in SECRETS if secret in log),
    ]
    if not 0 <= twice <= kills * AT_ONCE:
        faults.append(f"{twice} messages were sent twice: not from 0 to {kills * AT_ONCE}")
    if kept.integrity != "ok":
        faults.append(f"integrity_check says {kept.integrity}")
    return Verdict(numbers, faults)


def _updates(kept: Kept, record: Record, deeds: int) -> Iterator[str]:
    """Every update was received, kept once and worked off."""
    if len(record.updates) != deeds:
        yield f"{deeds} updates were made, {len(record.updates)} were handed to the bot"
    if Counter(row.update_id for row in kept.inbox) != Counter(record.updates.keys()):
        yield f"the inbox does not hold every update once: {len(kept.inbox)} rows"
    states = Counter(row.state for row in kept.inbox)
    if set(states) != {"done"}:
        yield f"updates are not done: {dict(states)}"
    if late := _overtaken(kept):
        yield f"updates were worked off before an earlier one of their chat: {late}"


def _overtaken(kept: Kept) -> list[int]:
    newest: dict[int | None, InboxRow] = {}
    late = []
    for row in sorted(kept.inbox, key=lambda row: row.update_id):
        before = newest.get(row.chat_id)
        if before and before.done_at and row.done_at and row.done_at < before.done_at:
            late.append(row.update_id)
        newest[row.chat_id] = row
    return late


def _attempts(kept: Kept, expected: dict[str, int]) -> Iterator[str]:
    """Each answered showing has one attempt, by the tap that came first."""
    found = {row.showing_id: row.update_id for row in kept.attempts}
    if len(found) != len(kept.attempts):
        yield f"{len(kept.attempts) - len(found)} showings have two attempts"
    if missing := expected.keys() - found.keys():
        yield f"showings were answered and have no attempt: {sorted(missing)}"
    if more := found.keys() - expected.keys():
        yield f"attempts have no answered showing: {sorted(more)}"
    if others := [showing for showing in expected.keys() & found.keys() if expected[showing] != found[showing]]:
        yield f"attempts come from another tap than the first: {sorted(others)}"


def _closings(kept: Kept, games: list[Played]) -> Iterator[str]:
    """A showing is closed by a turn, not by itself."""
    moments = {row.done_at for row in kept.inbox}
    if alone := [game.showing.id for game in games if game.showing.closed_at not in {None, *moments}]:
        yield f"showings were closed by no update: {sorted(alone)}"


def _reports(kept: Kept, record: Record) -> Iterator[str]:
    """Each message to the counsellor was kept once."""
    if Counter(row.text for row in kept.messages) != Counter(reports(record)):
        yield f"of {len(reports(record))} messages to the counsellor, {len(kept.messages)} are kept"


def _replies(kept: Kept, games: list[Played]) -> Iterator[str]:
    """Each update was answered, but for a tap on what is over. A turn's replies bear its moment."""
    replied = {(row.chat_id, row.created_at) for row in kept.outbox}
    silent = {row.update_id for row in kept.inbox if (row.chat_id, row.done_at) not in replied}
    if silent := silent - {number for game in games for number in game.needless}:
        yield f"updates without a reply: {sorted(silent)}"


def _messages(kept: Kept, record: Record) -> Iterator[str]:
    """Each message of the outbox stands on its phone."""
    states = Counter(row.state for row in kept.outbox)
    if set(states) != {"sent"}:
        yield f"messages are not sent: {dict(states)}"
    shown: dict[int, set[int]] = defaultdict(set)
    for said in record.said:
        shown[said.chat_id].add(said.message_id)
    # A row that edits and has no message of its own took the earlier one away.
    messages = [row for row in kept.outbox if row.message_id or not row.edits]
    lost = [row.id for row in messages if row.message_id not in shown[row.chat_id]]
    if lost:
        yield f"messages are marked as sent and on no phone: {lost}"
