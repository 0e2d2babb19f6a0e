"""One file that somebody tries: read and compared step by step, so that its page can show how far it is."""

from datetime import datetime
from itertools import islice
from random import Random
from threading import Lock

from bot.catalogue.exchange.faults import Fault
from bot.catalogue.exchange.incoming import Incoming
from bot.i18n import Part
from bot.journeys.importing.comparing import Compared, compare
from bot.journeys.importing.there import There
from bot.store import Store, drafts, studio_files, studio_recordings
from bot.store.drafts import Change, Origin, Overtaken

A_STEP = 250
"""Rows at a time: what a page waits for is less than a second."""


class Moved(Exception):
    """Somebody changed what would be taken in: look at it again first. Nothing was kept."""


class Trial:
    """A file that is tried.

    Args:
        store: what it is compared with.
        incoming: the file.
        member_id: whose it is.
    """

    def __init__(self, store: Store, incoming: Incoming, member_id: str) -> None:
        self.incoming = incoming
        self.member_id = member_id
        self.done = 0
        self.compared: Compared | None = None
        self.drafted: int | None = None
        self._store = store
        self._steps = incoming.read()
        self._taking = Lock()
        self._faults: list[Fault] = []

    @property
    def name(self) -> str:
        """What the file was called."""
        return self.incoming.name

    @property
    def size(self) -> int:
        """About how many rows there are; never fewer than are done."""
        return max(self.incoming.size, self.done)

    @property
    def faults(self) -> list[Fault]:
        """What has to be mended, all of it once it was looked through."""
        return [*self.incoming.faults, *self._faults]

    @property
    def remarks(self) -> list[Part]:
        """What there is to know of how the file was read."""
        return self.incoming.remarks

    @property
    def in_order(self) -> bool:
        """Whether it can be taken in."""
        found = self.compared
        return found is not None and not self.faults and bool(found.wanted or found.recordings)

    def go_on(self) -> None:
        """Do a step. When another request is at it, that one does."""
        if self.compared is None and self._taking.acquire(blocking=False):
            try:
                self._step()
            finally:
                self._taking.release()

    def take_in(self, now: datetime, random: Random) -> int:
        """Keep everything as drafts, and the recordings, which have none. Returns how many drafts.

        The second time nothing more is done.

        Raises:
            Moved: somebody changed one of them meanwhile, or it was not in order. Then nothing is kept.
        """
        with self._taking:
            if self.drafted is None:
                self.drafted = self._take_in(now, random)
            return self.drafted

    def _take_in(self, now: datetime, random: Random) -> int:
        before = self.compared
        if before is None or not self.in_order:
            raise Moved
        after = self._compare()
        if (after.stamp, after.recorded) != (before.stamp, before.recorded) or self.faults:
            raise Moved
        changes = [
            Change(one.entry.id, one.entry.kind, one.entry.body, Origin.IMPORT, one.source or None)
            for one in after.wanted
        ]
        try:
            with self._store.writing() as session:
                for file in filter(None, (one.file for one in after.wanted)):
                    studio_files.put(session, file, self.member_id, now)
                drafts.save_all(session, changes, self.member_id, now, random, after.stamp)
                for spoken in after.recordings:
                    studio_recordings.put(session, spoken, self.member_id, now)
        except Overtaken:
            # After it was compared: it is shown as it is by now.
            self._compare()
            raise Moved from None
        return len(changes)

    def _step(self) -> None:
        rows = sum(1 for _ in islice(self._steps, A_STEP))
        self.done += rows
        if rows < A_STEP:
            self._compare()

    def _compare(self) -> Compared:
        self._faults = []
        there = There.read(self._store)
        self.compared = compare(there, self.incoming.taken, self.incoming.recordings, self._faults)
        return self.compared
