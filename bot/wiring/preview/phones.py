"""The phones of previews: few, each for a while, as they stand in the memory of this process alone."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from threading import Lock

from bot.catalogue.course import Courses, NotPublished
from bot.console.preview import NotShown, Screen, Session
from bot.journeys.preview.opening import OPENINGS
from bot.journeys.preview.subject import Choices, Subject
from bot.wiring.preview.screen import screen
from bot.wiring.preview.stage import Props, Stage

MOST = 12
"""Phones at a time, about 3 MB each; the one that was used longest ago goes first."""

MOST_CHOICES = 200
"""Browsers of which it is known as whom they look."""

KEPT = timedelta(minutes=30)
"""How long a phone stays that nobody touches."""


class Phones:
    """The ``Previews`` of the console.

    Args:
        courses: what is published.
        clock: tells the time, in UTC.
        props: makes what all previews share.
    """

    def __init__(self, courses: Courses, clock: Callable[[], datetime], props: Callable[[], Props]) -> None:
        self._courses = courses
        self._clock = clock
        # Looking at recordings takes a moment, and nobody may ever ask.
        self._props = cache(props)
        self._lock = Lock()
        self._stages: OrderedDict[Session, tuple[Stage, datetime]] = OrderedDict()
        self._choices: OrderedDict[str, Choices] = OrderedDict()

    def shows(self, kind: str) -> bool:
        return kind in OPENINGS

    def choices(self, browser: str) -> Choices:
        with self._lock:
            return self._choices.get(browser) or Choices(self._courses.current().region.target)

    def choose(self, browser: str, choices: Choices) -> None:
        with self._lock:
            self._choices[browser] = choices
            self._choices.move_to_end(browser)
            if len(self._choices) > MOST_CHOICES:
                self._choices.popitem(last=False)

    def show(self, session: Session, subject: Subject) -> Screen:
        stage = self._begun(subject, self.choices(session.browser))
        with self._lock:
            before = self._stages.pop(session, None)
            self._stages[session] = (stage, self._clock())
        self._tidy(before[0] if before else None)
        return screen(stage)

    def screen(self, session: Session) -> Screen | None:
        stage = self._find(session)
        return screen(stage) if stage else None

    def do(self, session: Session, act: str, given: Mapping[str, str]) -> Screen | None:
        stage = self._find(session)
        if stage:
            stage.do(act, given)
        return screen(stage) if stage else None

    def file(self, session: Session, file_id: str) -> tuple[bytes, str] | None:
        stage = self._find(session)
        return stage.hand.file(file_id) if stage else None

    def _begun(self, subject: Subject, choices: Choices) -> Stage:
        course = self._courses.current()
        try:
            stage = Stage(self._props(), course, subject, choices, self._clock())
        except NotPublished as error:
            raise NotShown(str(error)) from error
        if not stage.begin():
            stage.close()
            raise NotShown(f"{subject.kind} {subject.entry_id}")
        return stage

    def _find(self, session: Session) -> Stage | None:
        """The phone of somebody, which is in use again now."""
        with self._lock:
            found = self._stages.get(session)
            if found is None:
                return None
            self._stages[session] = (found[0], self._clock())
            self._stages.move_to_end(session)
            return found[0]

    def _tidy(self, replaced: Stage | None) -> None:
        """Close what was replaced, what nobody touched for long, and what is too many."""
        closing = [replaced] if replaced else []
        with self._lock:
            now = self._clock()
            for session, (stage, used) in [*self._stages.items()]:
                if len(self._stages) > MOST or now - used > KEPT:
                    del self._stages[session]
                    closing.append(stage)
        for stage in closing:
            stage.close()
