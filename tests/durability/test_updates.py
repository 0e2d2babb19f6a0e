"""Updates come twice, in another order, or with numbers that start anew: each has its effect once."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.i18n import Catalogues
from bot.journeys.turns import Turns
from bot.store import Store, inbox
from tests.durability.service import START, turns_of
from tests.durability.test_database import messages
from tests.fakes.course import published_course
from tests.fakes.stores import add_learner
from tests.telegram.raw import says
from tests.telegram.world import CHAT

BOT = 4242
WEEK = timedelta(days=7)


class Inlet:
    """Takes updates in and runs their turns at once, at a moment of one's own."""

    def __init__(self, store: Store, turns: Turns) -> None:
        self._store, self._turns = store, turns

    async def take(self, *numbered: tuple[int, str], at: datetime = START) -> None:
        for number, text in numbered:
            inbox.put(self._store, BOT, number, CHAT, says(text, number), at)
        while await self._turns.run_next():
            pass


@pytest.fixture
def inlet(store: Store, catalogues: Catalogues) -> Inlet:
    published_course(store, START)
    add_learner(store, CHAT)
    return Inlet(store, turns_of(store, catalogues, lambda: START))


async def test_an_update_that_comes_again_is_done_once(store: Store, inlet: Inlet) -> None:
    await inlet.take((10, "a"), (10, "a"), (11, "b"))
    await inlet.take((10, "a"), (11, "b"), at=START + timedelta(hours=24))
    assert said(store) == ["a", "b"]


async def test_updates_in_another_order_are_all_done(store: Store, inlet: Inlet) -> None:
    await inlet.take((12, "c"), (10, "a"), (11, "b"), (10, "a"), (12, "c"))
    assert said(store) == ["a", "b", "c"]


@pytest.mark.parametrize("numbers", [(10, 11), (3, 4), (11, 10)])
async def test_numbers_that_start_anew_belong_to_other_updates(
    store: Store, inlet: Inlet, numbers: tuple[int, int]
) -> None:
    await inlet.take((10, "a"), (11, "b"))
    first, second = numbers
    # After a week without updates Telegram's numbers begin somewhere else.
    again: dict[str, Any] = {"at": START + WEEK + timedelta(hours=1)}
    await inlet.take((first, "c"), (second, "d"), (first, "c"), **again)
    assert said(store) == ["a", "b", "c", "d"]


def test_a_number_that_still_waits_or_was_set_aside_stays_taken(store: Store) -> None:
    assert inbox.put(store, BOT, 10, CHAT, says("a", 10), START)
    assert not inbox.put(store, BOT, 10, CHAT, says("b", 10), START + WEEK)
    row = inbox.next_row(store, START)
    assert row is not None
    assert row.payload == says("a", 10)


def said(store: Store) -> list[str]:
    """The texts that had an effect; those of one moment have no order."""
    return sorted(str(text) for text in messages(store))
