"""What the studio's lists show: entries by their labels, page by page, and how many there are of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, tuple_

from bot.store import searching
from bot.store.database import Store
from bot.store.drafts import Origin
from bot.store.labels import State
from bot.store.tables import Draft, Entry, Label

A_PAGE = 50


@dataclass(frozen=True)
class Wish:
    """Which entries are asked for; what is empty counts for nothing. ``after`` is the last one of the page before."""

    kind: str = ""
    pack: str = ""
    unit: str = ""
    state: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True)
class Counted:
    """How many entries of one state a pack or a kind has; ``pack`` is empty of what stands in none."""

    kind: str
    pack: str
    state: str
    count: int


def page(store: Store, wish: Wish) -> tuple[Sequence[Label], bool]:
    """One page of what is asked for, in the authors' order, and whether there are more."""
    found = select(Label).where(*_asked(store, wish)).order_by(Label.place, Label.entry_id).limit(A_PAGE + 1)
    with store.reading() as session:
        last = session.scalars(select(Label).where(Label.entry_id == wish.after)).first() if wish.after else None
        if last:
            found = found.where(tuple_(Label.place, Label.entry_id) > (last.place, last.entry_id))
        rows = session.scalars(found).all()
    return rows[:A_PAGE], len(rows) > A_PAGE


def counts(store: Store) -> Sequence[Counted]:
    """How many entries there are of each kind, pack and state."""
    about = (Label.kind, Label.pack, Label.state)
    with store.reading() as session:
        found = session.execute(select(*about, func.count()).group_by(*about).order_by(*about)).tuples()
        return [Counted(*row) for row in found]


def units(store: Store, pack: str) -> Sequence[tuple[str, str, int]]:
    """The units of a pack in their order: id, title, and how many items each has there."""
    items = select(Label.unit, func.min(Label.place).label("place"), func.count().label("count"))
    of_pack = items.where(Label.kind == "item", Label.pack == pack).group_by(Label.unit).subquery()
    named = select(of_pack.c.unit, func.coalesce(Label.title, of_pack.c.unit), of_pack.c.count)
    found = named.outerjoin(Label, Label.entry_id == of_pack.c.unit).order_by(of_pack.c.place)
    with store.reading() as session:
        return [(unit, title, count) for unit, title, count in session.execute(found)]


def labels(store: Store, entry_ids: Collection[str]) -> Mapping[str, Label]:
    """The labels of these entries, by id."""
    with store.reading() as session:
        return {one.entry_id: one for one in session.scalars(select(Label).where(Label.entry_id.in_(entry_ids)))}


def named(store: Store, kind: str, of_type: str = "", unit: str = "") -> Sequence[Label]:
    """All entries of a kind, of items those of a type and a unit, published or drafted, in the authors' order."""
    there = select(Label).where(Label.kind == kind, Label.type == of_type, Label.state != State.RETIRED)
    if unit:
        there = there.where(Label.unit == unit)
    with store.reading() as session:
        return session.scalars(there.order_by(Label.place, Label.entry_id)).all()


def _asked(store: Store, wish: Wish) -> list[ColumnElement[bool]]:
    """What has to hold of a label; nothing else than what is published or drafted has one."""
    columns = {Label.kind: wish.kind, Label.pack: wish.pack, Label.unit: wish.unit}
    asked: list[ColumnElement[bool]] = [column == value for column, value in columns.items() if value]
    if wish.state:
        asked.append(Label.state == wish.state)
    return [*asked, *searching.holds(store, wish.words)]


def drafts_of_unit(store: Store, unit: str) -> Sequence[Draft]:
    """The staff's drafts of a unit and of its items, in the authors' order."""
    found = select(Draft).join(Label, Label.entry_id == Draft.entry_id)
    theirs = found.where(Label.unit == unit, Draft.origin != Origin.FILES).order_by(Label.place, Label.entry_id)
    with store.reading() as session:
        return session.scalars(theirs).all()


def published(store: Store, entry_ids: Collection[str]) -> set[str]:
    """Those of these entries that learners get."""
    with store.reading() as session:
        return set(session.scalars(select(Entry.id).where(Entry.id.in_(entry_ids), Entry.retired_at.is_(None))))
