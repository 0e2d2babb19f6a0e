"""A broadcast as the bot does it: rows in the outbox, sent by a bot process that may be killed meanwhile."""

import time
from collections.abc import Callable, Sequence

from sqlalchemy import func, select

from bench.service import Place
from bot.i18n import Text
from bot.journeys.reply import Reply, command_button
from bot.store import Store
from bot.store.tables import Learner, OutboxRow
from bot.wiring.parts import clock

LOOK_AGAIN = 0.25
PATIENCE = 10.0
"""Seconds a message that the broadcast may take before it counts as stuck."""

WORDS = Text("invitation.words")


def post(store: Store, chats: Sequence[int], name: str) -> None:
    """Put one message for each of these chats into the outbox. ``name`` tells this broadcast from others."""
    reply = Reply(lines=((WORDS,),), buttons=((command_button("practise"),),))
    payload, now = reply.as_json(), clock()
    with store.writing() as session:
        of_chats = select(Learner).where(Learner.telegram_id.in_(chats)).order_by(Learner.telegram_id)
        session.add_all(
            OutboxRow(
                learner_id=learner.id,
                chat_id=learner.telegram_id,
                language=learner.language,
                ref=f"{name}-{number}",
                kind="broadcast",
                payload=payload,
                created_at=now,
            )
            for number, learner in enumerate(session.scalars(of_chats).all())
        )


def waiting(store: Store) -> int:
    """How many messages wait in the outbox."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(OutboxRow).where(OutboxRow.state == "new")) or 0


def broadcast(place: Place, chats: Sequence[int], kill: bool, told: Callable[[int], None]) -> None:
    """Send to these chats with a bot of its own, and return when nothing waits any more.

    Args:
        place: where the bot works.
        chats: who gets a message.
        kill: whether the bot is killed when half is sent, and another one started.
        told: gets the number of messages done, from time to time.

    Raises:
        RuntimeError: the bot does not come to an end.
    """
    bot = place.mother.fork()
    bot.wait_until_ready()
    with place.store() as store:
        post(store, chats, "broadcast")
    if kill:
        _until(place, len(chats) // 2, len(chats), told)
        bot.kill()
        bot = place.mother.fork()
    _until(place, 0, len(chats), told)
    bot.stop()


def _until(place: Place, left: int, total: int, told: Callable[[int], None]) -> None:
    """Return when no more than ``left`` messages wait. The store is closed then: the next bot is forked from here."""
    until = time.monotonic() + PATIENCE + total
    with place.store() as store:
        while (still := waiting(store)) > left:
            if time.monotonic() > until:
                raise RuntimeError(f"{still} messages of the broadcast still wait; see {place.mother.log}")
            told(total - still)
            time.sleep(LOOK_AGAIN)
