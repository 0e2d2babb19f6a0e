"""The missions that a learner of the demo took on in their lessons, and what became of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.journeys.demo.practising import Practice
from bot.journeys.taken_on import MOST_OPEN, WORKING_DAY
from bot.learning.items.mission import TAKEN_ON
from bot.store.ids import new_id
from bot.store.missions import State
from bot.store.tables import Mission, Showing


def missions(practice: Practice, done: Sequence[tuple[int, bool]], now: datetime, random: Random) -> Iterator[Mission]:
    """Yield each mission that was taken on, once.

    Args:
        practice: the learner's lessons.
        done: how many days ago one was done, and whether a colleague confirmed it: each the last one before that day.
        now: an aware time.
        random: for their ids.
    """
    taken = _taken_on(practice)
    results: dict[str, tuple[datetime, bool]] = {}
    for days, confirmed in done:
        at = now - timedelta(days=days)
        before = [key for key, showing in taken.items() if key not in results and _since(showing) < at - WORKING_DAY]
        if before:
            results[before[-1]] = (at, confirmed)
    open_ones = [key for key in taken if key not in results][-MOST_OPEN:]
    for key, showing in taken.items():
        yield _mission(showing, results.get(key), State.TAKEN_ON if key in open_ones else State.LEFT, random)


def _taken_on(practice: Practice) -> dict[str, Showing]:
    """Where each was taken on first, by item, in their order."""
    first: dict[str, Showing] = {}
    for showing in practice.showings:
        if showing.steps == [TAKEN_ON]:
            first.setdefault(showing.item_id, showing)
    return first


def _since(showing: Showing) -> datetime:
    return showing.closed_at or showing.shown_at


def _mission(showing: Showing, result: tuple[datetime, bool] | None, otherwise: State, random: Random) -> Mission:
    at, confirmed = result or (None, False)
    done = State.CONFIRMED if confirmed else State.DONE
    return Mission(
        id=new_id(random),
        learner_id=showing.learner_id,
        item_id=showing.item_id,
        revision=showing.revision,
        state=(done if at else otherwise).value,
        taken_on_at=_since(showing),
        asked_at=at,
        done_at=at,
        confirmed_at=at if confirmed else None,
    )
