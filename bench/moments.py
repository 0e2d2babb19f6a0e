"""When learners did something, when it stood in the inbox, and when its turn was kept: Unix seconds, by chat."""

import asyncio
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import select

from bench.outside import Deed
from bot.journeys.understanding import Brain, Understood
from bot.store import Store
from bot.store.tables import InboxRow

Moments = Mapping[int, Sequence[float]]
"""Unix seconds in order, by chat."""


class NotedBrain:
    """A brain that notes, for every turn that it decided, the chat and the moment at which the turn was kept.

    Args:
        brain: decides.
        notes: the file for the notes; bots are forked after this object was made.
    """

    def __init__(self, brain: Brain, notes: Path) -> None:
        self._brain = brain
        self._file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    async def read(self, text: str) -> Understood:
        """What free text means."""
        return await self._brain.read(text)

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        """Decide the turn."""
        await self._brain.act(understood, expects, chat_id)
        # From here to its commit a turn awaits nothing: this is called right after it.
        asyncio.get_running_loop().call_soon(self._note, chat_id)

    def close(self) -> None:
        """Note nothing any more."""
        os.close(self._file)

    def _note(self, chat_id: int) -> None:
        os.write(self._file, f"{chat_id} {time.time()}\n".encode())


def kept(notes: Path) -> Moments:
    """When turns were kept, by the notes of a ``NotedBrain``."""
    return _by_chat((int(chat), float(moment)) for chat, moment in map(str.split, notes.read_text().splitlines()))


def received(store: Store) -> Moments:
    """When updates were put into the inbox."""
    with store.reading() as session:
        rows = session.execute(select(InboxRow.chat_id, InboxRow.received_at).order_by(InboxRow.id)).all()
    return _by_chat((chat or 0, at.timestamp()) for chat, at in rows)


def done(deeds: Sequence[Deed]) -> Moments:
    """When learners did something."""
    return _by_chat((deed.chat, deed.at) for deed in deeds)


def together(*each: Moments) -> list[tuple[int, tuple[float, ...]]]:
    """The chat and the moments of one deed after the other, from as many moments for every deed.

    Raises RuntimeError when the moments do not belong together.
    """
    first, *others = [{chat: len(moments) for chat, moments in one.items()} for one in each]
    if any(other != first for other in others):
        raise RuntimeError("Not every deed is one update and one turn: see the bot's log")
    return [(chat, at) for chat in first for at in zip(*(one[chat] for one in each), strict=True)]


def _by_chat(pairs: Iterable[tuple[int, float]]) -> Moments:
    moments: dict[int, list[float]] = defaultdict(list)
    for chat, moment in pairs:
        moments[chat].append(moment)
    return moments
