"""One preview: a made-up learner with a phone, and the bot as it would serve them. Nothing of it is kept."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from threading import Lock
from typing import Any

from bot import simulator
from bot.catalogue.course import Course, Courses
from bot.i18n import Catalogues
from bot.journeys.preview.brain import PreviewBrain
from bot.journeys.preview.learner import move_in
from bot.journeys.preview.opening import course_with
from bot.journeys.preview.subject import Choices, Subject
from bot.journeys.turns import Turns
from bot.simulator.errors import PhoneProblem
from bot.simulator.hand import Hand
from bot.store import outbox
from bot.store.in_memory import in_memory
from bot.telegram.attachments import Attachments, Media
from bot.telegram.bot import bot_id, call
from bot.telegram.deliver import Delivery
from bot.telegram.intake import Intake
from bot.telegram.render import Call
from bot.telegram.updates import read
from bot.telegram.within import bot_within

TOKEN = "1:preview"
"""Of no bot that there is."""

A_SECOND = timedelta(seconds=1)
"""Telegram takes about one message a second for a chat: so much passes here with each."""


@dataclass(frozen=True)
class Props:
    """What all previews share: the languages, where files come from, which languages are heard, and chance."""

    catalogues: Catalogues
    media: Media
    speaks: Callable[[str], bool]
    random: Random


class _OneCourse(Courses):
    """A course that stays as it is."""

    def __init__(self, course: Course) -> None:
        self._course = course

    def current(self) -> Course:
        return self._course  # type: ignore[return-value]


class Stage:
    """A phone on which a form is tried out.

    Args:
        props: what all previews share.
        course: what is published.
        subject: the form.
        choices: whose phone it is.
        now: when it begins, in UTC; its own time goes on with each message.
    """

    def __init__(self, props: Props, course: Course, subject: Subject, choices: Choices, now: datetime) -> None:
        self.subject, self.choices = subject, choices
        self._now = now
        self._lock = Lock()
        self._is_over = False
        self.store = in_memory()
        course = course_with(course, self.store, subject)
        server = simulator.create_app(None, self._clock)
        self._bot = bot_within(TOKEN, server)
        self.hand = Hand(server, bot_id(self._bot), choices.language)
        move_in(self.store, self.hand.chat_id, course, subject, choices, now)
        attachments = Attachments(props.media, self.store, bot_id(self._bot))
        self._delivery = Delivery(self._post, self.store, props.catalogues, attachments, self._clock)
        self._turns = Turns(
            store=self.store,
            read=read,
            brain=PreviewBrain(subject),
            courses=_OneCourse(course),
            catalogues=props.catalogues,
            open_to_all=False,
            clock=self._clock,
            random=props.random,
            speaks=props.speaks,
        )

    def begin(self) -> bool:
        """Show the form. Returns False when nothing came of it."""
        with self._lock:
            self.hand.do("command", {"command": "start"})
            # That it begins with a command is nothing that the form has to do with.
            self.hand.do("clear", {})
            asyncio.run(self._settle())
            return bool(self.hand.messages())

    def do(self, act: str, given: Mapping[str, Any]) -> None:
        """Do something with the phone, and let the bot answer; what the phone cannot do changes nothing."""
        with self._lock:
            if self._is_over:
                # Something else was put in its place while somebody tapped.
                return
            try:
                self.hand.do(act, dict(given))
            except PhoneProblem:
                return
            asyncio.run(self._settle())

    def close(self) -> None:
        """Forget everything."""
        with self._lock:
            self._is_over = True
            self.store.close()

    def _clock(self) -> datetime:
        return self._now

    async def _settle(self) -> None:
        """Take in what was sent, run its turns, send the replies."""
        intake = Intake(self._bot, self.store, self._clock, lambda: None)
        for update in self.hand.updates():
            intake.take(update)
        while await self._turns.run_next():
            pass
        await intake.settled()
        while rows := outbox.waiting(self.store, self._now):
            for row in rows:
                await self._delivery.deliver(row)

    async def _post(self, _: int, message: Call) -> Any:
        self._now += A_SECOND
        return await call(self._bot, message.method, message.parameters)
