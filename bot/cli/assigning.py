"""Choosing a unit for a learner from the command line, and taking it back."""

from random import SystemRandom
from typing import NoReturn

from bot.catalogue.guides import Unit
from bot.cli import staff as people
from bot.cli.common import fail, say
from bot.journeys import assigning
from bot.store import Conflict, Store, learners
from bot.store import assigning as assigned
from bot.store.tables import Learner, Staff
from bot.wiring.parts import Parts, clock


def assign(parts: Parts, telegram_id: int, unit_id: str, email: str) -> None:
    """Choose a unit for a learner, who is told so; the command ends when that cannot be."""
    unit = parts.courses.current().units.get(unit_id)
    if unit is None:
        _fail_with_units(parts, unit_id)
    learner, chooser = _both(parts.store, telegram_id, email)
    if not _assigned(parts.store, learner, unit, chooser):
        fail(f"{unit_id} was chosen for this learner before.")


def take_back(parts: Parts, telegram_id: int, unit_id: str, email: str) -> None:
    """Take a unit back that was chosen; what the learner practised of it stays, and they are not told."""
    learner, _ = _both(parts.store, telegram_id, email)
    try:
        done = assigned.take_back(parts.store, learner.id, unit_id)
    except Conflict:
        _fail_meanwhile()
    if not done:
        fail(f"{unit_id} is not chosen for this learner.")


def _assigned(store: Store, learner: Learner, unit: Unit, chooser: Staff) -> bool:
    try:
        return assigning.assign(store, learner, unit, chooser, clock(), SystemRandom())
    except Conflict:
        _fail_meanwhile()


def _both(store: Store, telegram_id: int, email: str) -> tuple[Learner, Staff]:
    """The learner and the member of staff, who are of one organisation."""
    chooser = people.find(store, email)
    learner = learners.by_telegram_id(store, telegram_id)
    if learner is None or not learner.enrolled_at or learner.organisation_id != chooser.organisation_id:
        fail(f"There is no learner of this organisation with the Telegram account {telegram_id}")
    return learner, chooser


def _fail_with_units(parts: Parts, unit_id: str) -> NoReturn:
    say(f"There is no unit {unit_id}. There are:")
    for unit in parts.courses.current().units.values():
        say(f"  {unit.id}  {unit.title.source}")
    fail("Choose one of these.")


def _fail_meanwhile() -> NoReturn:
    fail("The learner's record changed meanwhile. Try again.")
