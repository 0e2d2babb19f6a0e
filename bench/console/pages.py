"""How long pages take with few learners and with many: asked for by turns, by the same people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from sqlalchemy import event, select

from bench.console.asking import Browser, Pages
from bot.store import Store
from bot.store.tables import Caseload, GroupMember

WARMING = 2
"""Rounds before the others, which do not count."""

Told = Callable[[int], None]

COUNSELLOR = "0-counsellor0"
"""Of the first counsellor, who has the same learners in every world."""


@dataclass
class Found:
    """What was found of one kind of page in one world, each time: seconds, and how many queries."""

    seconds: list[float] = field(default_factory=list)
    queries: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Visitor:
    """A counsellor with a browser, and what they look at: addresses by the name of the page."""

    store: Store
    browser: Browser
    addresses: Mapping[str, Sequence[str]]


def visitor(pages: Pages) -> Visitor:
    """The first counsellor, who opens each kind of page; the learners are all of theirs by turns."""
    store = pages.desk.store
    with store.reading() as session:
        mine = select(Caseload.learner_id).where(Caseload.staff_id == COUNSELLOR).order_by(Caseload.learner_id)
        learners = session.scalars(mine).all()
        group = session.scalars(select(GroupMember.group_id).where(GroupMember.learner_id.in_(learners))).first()
    addresses = {
        "Today": ["/today"],
        "a learner": [f"/learners/{learner}" for learner in learners],
        "a group": [f"/groups/{group}"],
        "the list of learners": ["/learners"],
    }
    return Visitor(store, Browser(pages, COUNSELLOR), addresses)


async def compare(few: Visitor, many: Visitor, rounds: int, told: Told) -> Mapping[str, tuple[Found, Found]]:
    """Ask for every kind of page in both worlds by turns.

    Returns what was found in either, by the name of the page. Tells after each round how many are over.
    """
    found = {name: (Found(), Found()) for name in few.addresses}
    for number in range(-WARMING, rounds):
        for name, (of_few, of_many) in found.items():
            both = [(few, of_few), (many, of_many)]
            # Who goes first takes turns too.
            for who, times in both if number % 2 else reversed(both):
                await _look(who, name, number, times)
        told(number + 1)
    return found


async def _look(who: Visitor, name: str, number: int, found: Found) -> None:
    addresses = who.addresses[name]
    with _counted(who.store) as statements:
        began = perf_counter()
        await who.browser.get(addresses[number % len(addresses)])
        took = perf_counter() - began
    if number >= 0:
        found.seconds.append(took)
        found.queries.append(len(statements))


@contextmanager
def _counted(store: Store) -> Iterator[list[str]]:
    """The statements that a store runs meanwhile; where a transaction begins is none."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
