"""The turn itself: an update from the inbox is understood, decided and kept. One at a time, in order of arrival."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from bot.catalogue.course import Courses
from bot.i18n import Catalogues, Text
from bot.journeys import enrolment, grading, guard, guesses, handing_over, listening, onboarding, talk
from bot.journeys.incoming import Incoming, Kind
from bot.journeys.reply import Reply
from bot.journeys.turn import Turn, any_language, deciding
from bot.journeys.understanding import (
    NOT_READ,
    Brain,
    Fit,
    Labels,
    Reading,
    Understood,
    beginning,
    decide,
    in_danger,
    is_answer,
    understood_already,
)
from bot.journeys.watching import Watch
from bot.journeys.workplace import team
from bot.safeguarding.hours import Shift, StaffedHours
from bot.store import Conflict, OutOfOrder, Store, inbox, keep, learners
from bot.store.ids import new_id
from bot.store.tables import Base, InboxRow, Learner, OutboxRow

log = logging.getLogger(__name__)

RERUNS = 5
"""How often a turn is decided anew when somebody else changes the learner meanwhile."""

IN_AN_EXERCISE = ("practice", "onboarding")
"""Questions to which a voice message is an exercise that was said aloud, or nothing at all."""

NO_CONVERSATION = (Kind.SILENT, Kind.BLOCKED, Kind.UNBLOCKED)


@dataclass
class Turns:
    """Takes updates from the inbox and runs their turns.

    Args:
        store: where everything is kept.
        read: makes an update of the transport's into an Incoming.
        brain: understands free text and chooses actions.
        courses: what is published.
        catalogues: the languages there are.
        open_to_all: whether anybody may begin, or only who has an invitation.
        clock: tells the time, in UTC.
        random: for ids and orders.
        console_url: where people who are no learners open a link; None when there is no such place.
        speaks: whether an own language can be heard.
        shifts: when staff read what learners ask for; none when nobody said so.
        watch: remembers what was understood, where somebody tries the bot out.
        timer: seconds that pass, to measure with.
    """

    store: Store
    read: Callable[[dict[str, Any]], Incoming]
    brain: Brain
    courses: Courses
    catalogues: Catalogues
    open_to_all: bool
    clock: Callable[[], datetime]
    random: Random
    console_url: str | None = None
    speaks: Callable[[str], bool] = any_language
    shifts: tuple[Shift, ...] = ()
    watch: Watch | None = None
    timer: Callable[[], float] = time.perf_counter

    def __post_init__(self) -> None:
        self._labels = Labels(self.catalogues)

    async def run_next(self) -> bool:
        """Run the turn of the oldest waiting update. Returns False when none waits.

        Raises OutOfOrder when the database cannot be used: that is no failure of the update, which waits as it was.
        """
        row = inbox.next_row(self.store, self.clock())
        if row is None:
            return False
        try:
            await self._run(row)
        except OutOfOrder:
            raise
        except Exception as error:
            self._failed(row, error)
        return True

    async def _run(self, row: InboxRow) -> None:
        incoming = self.read(row.payload or {})
        if incoming.kind in NO_CONVERSATION:
            return self._note(row, incoming)
        for _ in range(RERUNS):
            turn = self._begin(incoming)
            await self._decide(turn)
            try:
                return self._keep(row, turn)
            except Conflict as error:
                log.info("Update %s is decided again: %s", row.update_id, error)
        raise Conflict("the learner's record kept changing")

    def _note(self, row: InboxRow, incoming: Incoming) -> None:
        """An update that is no conversation: at most, the learner blocked or unblocked the bot."""
        now = self.clock()
        learner = learners.by_telegram_id(self.store, incoming.chat_id)
        changed: list[Base] = []
        if learner and incoming.kind is not Kind.SILENT:
            changed = [learner, *(self._missed(learner, now) if incoming.kind is Kind.UNBLOCKED else ())]
            learner.blocked_at = now if incoming.kind is Kind.BLOCKED else None
        keep.keep(self.store, row, changed, now)

    def _missed(self, learner: Learner, now: datetime) -> Sequence[Base]:
        """What staff said and arranged while the learner had blocked the bot."""
        if learner.blocked_at is None:
            return ()
        zone, so_far = self.courses.current().region.zone, (self.store, learner)
        return [*handing_over.missed(*so_far, now, self.random), *talk.again(*so_far, zone, now, self.random)]

    def _begin(self, incoming: Incoming) -> Turn:
        now = self.clock()
        learner = learners.by_telegram_id(self.store, incoming.chat_id)
        learner = learner or enrolment.newcomer(self.store, self.catalogues, incoming, now, self.random)
        course = team.course_of(self.store, self.courses.current(), learner)
        return Turn(
            incoming=incoming,
            learner=learner,
            store=self.store,
            course=course,
            catalogues=self.catalogues,
            open_to_all=self.open_to_all,
            now=now,
            random=self.random,
            console_url=self.console_url,
            speaks=self.speaks,
            hours=StaffedHours(self.shifts, course.region.zone) if self.shifts else None,
        )

    async def _decide(self, turn: Turn) -> None:
        heard = await self._understand(turn)
        if heard is None:
            return
        missed = self._missed(turn.learner, turn.now)
        turn.hear()
        for row in missed:
            turn.keep(row)
        turn.guesses = heard[0].guesses
        guesses.note_choice(turn)
        with deciding(turn):
            await self.brain.act(*heard, turn.incoming.chat_id)
        if turn.failure:
            raise turn.failure
        guesses.ask_for_words(turn)
        # Said aloud in an exercise, a sentence is the exercise's own.
        spoken = turn.incoming.kind is Kind.VOICE and heard[1] not in IN_AN_EXERCISE
        if spoken and heard[0].intent != "danger":
            guard.say_nobody_listens(turn)
        if self.watch:
            self.watch.note(turn, heard[0])

    async def _understand(self, turn: Turn) -> tuple[Understood, str] | None:
        """What the update means, and the question it belongs to; None when it is to be left unanswered."""
        incoming, expects = turn.incoming, turn.learner.expects
        phrase = turn.course.phrases.find(incoming.text) if incoming.text else None
        if phrase:
            return in_danger(phrase.value), expects
        already = understood_already(incoming, expects, self._labels)
        fit = grading.fit(turn, incoming.text) if not already else Fit.NONE
        reading = await self._read(turn) if _is_free(incoming, already, fit) else NOT_READ
        if reading.flag:
            return in_danger(reading.flag), expects
        if incoming.kind is Kind.EDITED:
            return None
        if onboarding.comes_first(turn):
            return beginning(incoming), expects
        if already or is_answer(expects, fit):
            return already or (Understood("answer"), expects)
        return decide(reading, expects, fit), expects

    async def _read(self, turn: Turn) -> Understood:
        began = self.timer()
        understood = await self.brain.read(turn.incoming.text)
        turn.reading = Reading(understood, round(1000 * (self.timer() - began), 1))
        return understood

    def _keep(self, row: InboxRow, turn: Turn) -> None:
        replies = listening.as_heard(self.store, turn.replies) if turn.learner.listens else turn.replies
        messages = [_outbox_row(turn.learner, ref, reply, turn.now) for ref, reply in replies]
        if turn.erased:
            keep.keep_erasure(self.store, row, turn.learner.id, messages[-1], turn.now)
        else:
            keep.keep(self.store, row, [*turn.kept, *messages], turn.now, turn.dropped, turn.move)

    def _failed(self, row: InboxRow, error: Exception) -> None:
        # The kind of the error and where it came from, nothing more: its text may hold a learner's words.
        name = f"{type(error).__name__} in {_place(error)}"
        log.error("Update %s failed at try %s: %s", row.update_id, row.tries + 1, name)
        now = self.clock()
        if row.tries < len(inbox.PAUSES):
            inbox.postpone(self.store, row, name, now)
        else:
            keep.keep_failure(self.store, row, name, self._apology(row, now), now)

    def _apology(self, row: InboxRow, now: datetime) -> OutboxRow | None:
        if row.chat_id is None:
            return None
        learner = learners.by_telegram_id(self.store, row.chat_id) or self._stranger(row, row.chat_id)
        sorry = Reply(lines=((Text("turn.apology"),),), menu=True, spoken=bool(learner.listens))
        return _outbox_row(learner, new_id(self.random), sorry, now)

    def _stranger(self, row: InboxRow, chat_id: int) -> Learner:
        """Somebody without a record, as far as a message needs to know; without an id, so that nothing refers to it."""
        code = self.read(row.payload or {}).language_code
        return Learner(telegram_id=chat_id, language=self.catalogues.known(code))


def _is_free(incoming: Incoming, already: object, fit: Fit) -> bool:
    """Whether there are words of the learner's own to read: typed, written under a picture, or changed later."""
    typed = incoming.kind is Kind.TEXT
    return bool(incoming.text) and incoming.kind is not Kind.COMMAND and not (typed and (already or fit is Fit.ANSWER))


def _outbox_row(learner: Learner, ref: str, reply: Reply, now: datetime) -> OutboxRow:
    return OutboxRow(
        learner_id=learner.id,
        chat_id=learner.telegram_id,
        language=learner.language,
        ref=ref,
        edits=reply.edits,
        payload=reply.as_json(),
        created_at=now,
    )


def _place(error: Exception) -> str:
    """File and line where an exception was raised."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else "?"
