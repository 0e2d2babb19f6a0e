"""Where a learner may stand when something wild comes in: each is walked to once, and copied for every example."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.i18n import Catalogues
from bot.journeys.understanding import Brain, Guess, Understood
from bot.learning.items import item_types
from bot.simulator.records import Chat
from bot.store.tables import Lesson
from tests.fakes import stores
from tests.fakes.house import Before, House, house
from tests.fakes.learner import Walker
from tests.fakes.phones import Handset
from tests.fakes.quick_brain import QuickBrain
from tests.journeys.conftest import onboard
from tests.journeys.danger import DANGER

COMPLAINT, MUMBLED = "a complaint", "who knows what"


@dataclass(frozen=True)
class State:
    """One step on from another state; the first one is somebody who has not written yet."""

    after: str
    step: Callable[[Walker], Awaitable[None]]


@dataclass(frozen=True)
class Reached:
    """A state that was walked to: the database, what happened, and the phone."""

    database: Path
    before: Before
    phone: dict[str, Any]


NEW, BESIDE_ANOTHER = "new", "beside another learner"


def commands(command: str) -> Callable[[Walker], Awaitable[None]]:
    return lambda walker: walker.commands(command)


def taps(key: str) -> Callable[[Walker], Awaitable[None]]:
    return lambda walker: walker.taps(key)


def opens(kind: str) -> Callable[[Walker], Awaitable[None]]:
    """A lesson that begins with an item of this type."""

    async def step(walker: Walker) -> None:
        items = walker.house.courses.current().items.values()
        plan = [item.id for item in items if item.type == kind][:2]
        store, now = walker.house.store, walker.house.clock()
        stores.add(store, Lesson(id="wild", learner_id=walker.record.id, plan=plan, size=len(plan), started_at=now))
        await walker.commands("practise")

    return step


async def chooses_language(walker: Walker) -> None:
    await walker.taps_label(walker.house.catalogues.native_name(walker.language))


async def reads_the_notice(walker: Walker) -> None:
    for _ in range(3):
        await walker.taps("onboarding.button.next")


async def finishes(walker: Walker) -> None:
    await walker.commands("practise")
    while walker.record.expects == "practice":
        await walker.taps("practice.button.skip")


async def blocks_and_unblocks(walker: Walker) -> None:
    await walker.does("block")
    await walker.does("unblock")


async def another_practises(walker: Walker) -> None:
    """Both have left one exercise behind, the other one only just now, and both have one open."""
    await walker.answers()
    walker.house.clock.forward(minutes=1)
    other = await Walker.comes(walker.house, "nl", name="Bilal")
    await onboard(other)
    await other.commands("practise")
    await other.taps("practice.button.skip")


STATES: Mapping[str, State] = {
    "language asked": State(NEW, commands("start")),
    "first exercise": State("language asked", chooses_language),
    "notice": State("first exercise", taps("practice.button.skip")),
    "consent asked": State("notice", reads_the_notice),
    "only tips": State("consent asked", taps("onboarding.button.only_tips")),
    "job asked": State("consent asked", taps("onboarding.button.start")),
    "home": State("job asked", lambda walker: walker.does("tap", data=f"onboarding:{walker.record.asked}:job-office")),
    **{f"open {kind}": State("home", opens(kind)) for kind in item_types()},
    BESIDE_ANOTHER: State("open choose_word", another_practises),
    "sharing asked": State("home", finishes),
    "words for the counsellor": State("home", commands("counsellor")),
    "words for a complaint": State("home", lambda walker: walker.says(COMPLAINT)),
    "a complaint to pass on": State("words for a complaint", lambda walker: walker.says(COMPLAINT)),
    "guesses": State("home", lambda walker: walker.says(MUMBLED)),
    "words asked for": State("guesses", taps("guess.button.other")),
    "settings": State("home", commands("settings")),
    "asking how it goes": State("settings", taps("check_in.button.open")),
    "days asked": State("settings", taps("settings.button.days")),
    "job asked again": State("settings", taps("settings.button.job")),
    "language asked again": State("home", commands("language")),
    "topics": State("home", commands("tip")),
    "tip": State("topics", taps("topic.sick_leave")),
    "paused": State("home", commands("pause")),
    "danger": State("home", lambda walker: walker.says(DANGER[walker.language])),
    "deletion asked": State("home", commands("delete")),
    "deletion asked again": State("deletion asked", taps("delete.button.go_on")),
    "erased": State("deletion asked again", taps("delete.button.erase")),
    "back after a block": State("home", blocks_and_unblocks),
}

EVERYWHERE = (NEW, *STATES)


class States:
    """Opens houses in which a learner stands where a test wants them.

    Args:
        template: a SQLite file with the course.
        folder: where copies are kept.
        catalogues: the languages.
    """

    def __init__(self, template: Path, folder: Path, catalogues: Catalogues) -> None:
        self._template, self._folder, self._catalogues = template, folder, catalogues
        self._reached: dict[tuple[str, str], Reached] = {}
        self._files = 0

    @asynccontextmanager
    async def at(self, name: str, language: str, brain: Brain | None = None) -> AsyncIterator[Walker]:
        """A learner in this state, in a house of its own that may be left in any disorder."""
        copy = self._new_file()
        try:
            reached = await self._walked(name, language)
            async with self._opened(reached.database, copy, brain or QuickBrain(), reached.before) as home:
                yield Walker(home, Handset(home.client, reached.phone), language)
        finally:
            copy.unlink(missing_ok=True)

    async def _walked(self, name: str, language: str) -> Reached:
        """The state, walked to from the one before it if it was not yet."""
        if (name, language) not in self._reached:
            walk = self._one_step_on(name, language) if name in STATES else self._begun(language)
            self._reached[name, language] = await walk
        return self._reached[name, language]

    async def _begun(self, language: str) -> Reached:
        async with self._opened(self._template, file := self._new_file(), QuickBrain(), None) as home:
            phone = (await Walker.comes(home, language)).handset.phone
        before = home.so_far()
        # As if Start had been pressed: updates made by hand do not press it.
        [bot] = before.phones.bots.values()
        bot.chats[phone["id"]] = Chat(phone["id"], started=True)
        return Reached(file, before, phone)

    async def _one_step_on(self, name: str, language: str) -> Reached:
        earlier = await self._walked(STATES[name].after, language)
        mumbled = Understood("pause", confidence=0.2, guesses=(Guess("ask_tip", "contract", 0.1),))
        brain = QuickBrain({COMPLAINT: Understood("report_problem"), MUMBLED: mumbled})
        async with self._opened(earlier.database, file := self._new_file(), brain, earlier.before) as home:
            # Ids that were given before must not come again.
            home.turns.random.seed(name)
            await STATES[name].step(Walker(home, Handset(home.client, earlier.phone), language))
        return Reached(file, home.so_far(), earlier.phone)

    @asynccontextmanager
    async def _opened(self, database: Path, copy: Path, brain: Brain, before: Before | None) -> AsyncIterator[House]:
        store = stores.without_waiting_for_the_disk(stores.copied(database, copy))
        try:
            async with house(store, brain, self._catalogues, before=before) as home:
                yield home
        finally:
            store.close()

    def _new_file(self) -> Path:
        self._files += 1
        return self._folder / f"{self._files}.db"
