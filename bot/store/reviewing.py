"""Review of drafts: handed to a reader, remarked on, found good or sent back; and what waits for whom."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from bot.store import labels
from bot.store.database import Store
from bot.store.drafts import Origin, Overtaken, State, held
from bot.store.ids import new_id
from bot.store.people import Role
from bot.store.tables import Draft, Label, Remark, Staff


@dataclass(frozen=True)
class Remarked:
    """A remark with the name of who made it."""

    remark: Remark
    name: str


@dataclass(frozen=True)
class Waiting:
    """Drafts that wait for something, the latest first: as many as are shown, and how many there are."""

    shown: Sequence[tuple[Draft, Label]]
    count: int


def hand_over(store: Store, draft_id: str, version: int, reader_id: str | None) -> None:
    """Ask a colleague to read a draft; anybody, when ``reader_id`` is None. Raises Overtaken."""
    with store.writing() as session:
        draft = held(session, draft_id, version)
        _set(session, draft, State.REVIEW, reader_id)


def approve(store: Store, draft_id: str, version: int, member_id: str) -> bool:
    """Find a draft good. Returns False when it is the member's own: somebody else reads it. Raises Overtaken."""
    with store.writing() as session:
        draft = held(session, draft_id, version)
        if draft.changed_by == member_id:
            return False
        _set(session, draft, State.APPROVED, member_id)
        return True


@dataclass(frozen=True)
class Said:
    """What somebody says of a field of a draft; of the whole when ``field`` is empty."""

    field: str
    text: str


def send_back(
    store: Store, draft_id: str, version: int, said: Said, member_id: str, now: datetime, random: Random
) -> None:
    """Give a draft back to who wrote it, and say why. Raises Overtaken."""
    with store.writing() as session:
        draft = held(session, draft_id, version)
        session.add(_remark(draft, said, member_id, now, random))
        _set(session, draft, State.DRAFT, None)


def remark(store: Store, draft_id: str, said: Said, member_id: str, now: datetime, random: Random) -> None:
    """Say something of a draft, whatever its version. Raises Overtaken when it is gone."""
    with store.writing() as session:
        draft = session.get(Draft, draft_id, with_for_update=True)
        if draft is None:
            raise Overtaken(None)
        session.add(_remark(draft, said, member_id, now, random))


def settle(store: Store, draft_id: str, remark_id: str, now: datetime) -> bool:
    """Note that a remark needs nothing more. Returns False when there is no such remark that is open."""
    with store.writing() as session:
        found = session.get(Remark, remark_id, with_for_update=True)
        if found is None or found.draft_id != draft_id or found.settled_at:
            return False
        found.settled_at = now
        return True


def remarks(store: Store, draft_id: str) -> Sequence[Remarked]:
    """What was said of a draft, the open remarks first, the oldest first."""
    of_it = select(Remark, Staff.name).join(Staff, Staff.id == Remark.staff_id).where(Remark.draft_id == draft_id)
    with store.reading() as session:
        rows = session.execute(of_it.order_by(Remark.settled_at.is_not(None), Remark.at, Remark.id)).tuples()
        return [Remarked(*row) for row in rows]


def remarked(store: Store, draft_ids: Collection[str]) -> set[str]:
    """Those of these drafts of which something was said that is still open."""
    still_open = select(Remark.draft_id).where(Remark.draft_id.in_(draft_ids), Remark.settled_at.is_(None))
    with store.reading() as session:
        return {*session.scalars(still_open)}


def readers(store: Store, member: Staff) -> Sequence[Staff]:
    """The other coordinators of somebody's organisation, by name."""
    others = and_(Staff.organisation_id == member.organisation_id, Staff.id != member.id)
    reads = select(Staff).where(others, Staff.role == Role.COORDINATOR, Staff.disabled_at.is_(None))
    with store.reading() as session:
        return session.scalars(reads.order_by(Staff.name, Staff.id)).all()


def to_read(store: Store, member: Staff, most: int) -> Waiting:
    """The drafts that wait for this reader, or for anybody but who wrote them."""
    asked = or_(Draft.reader_id == member.id, Draft.reader_id.is_(None))
    not_own = or_(Draft.changed_by.is_(None), Draft.changed_by != member.id)
    return _waiting(store, and_(Draft.state == State.REVIEW, asked, not_own), most)


def sent_back(store: Store, member: Staff, most: int) -> Waiting:
    """The member's own drafts of which something was said that is still open."""
    open_remark = exists().where(Remark.draft_id == Draft.id, Remark.settled_at.is_(None))
    return _waiting(store, and_(Draft.state == State.DRAFT, Draft.changed_by == member.id, open_remark), most)


def mine(store: Store, member: Staff, most: int) -> Waiting:
    """The drafts that the member wrote last, wherever they stand."""
    return _waiting(store, and_(Draft.changed_by == member.id, Draft.origin != Origin.FILES), most)


def approved(store: Store, most: int) -> Waiting:
    """The drafts that were found good, and wait to be published."""
    return _waiting(store, Draft.state == State.APPROVED, most)


def beside(store: Store, most: int) -> Waiting:
    """The forms that the files have, and the studio has otherwise."""
    return _waiting(store, Draft.origin == Origin.FILES, most)


def _remark(draft: Draft, said: Said, member_id: str, now: datetime, random: Random) -> Remark:
    told = {"field": said.field, "text": said.text, "staff_id": member_id, "at": now}
    return Remark(id=new_id(random), draft_id=draft.id, **told)


def _set(session: Session, draft: Draft, state: State, reader_id: str | None) -> None:
    draft.state, draft.reader_id = state.value, reader_id
    labels.put(session, [draft.entry_id])


def _waiting(store: Store, which: ColumnElement[bool], most: int) -> Waiting:
    found = select(Draft, Label).join(Label, Label.entry_id == Draft.entry_id).where(which)
    counted = select(func.count()).select_from(Draft).where(which)
    with store.reading() as session:
        rows = session.execute(found.order_by(Draft.changed_at.desc(), Draft.id).limit(most)).tuples().all()
        return Waiting(rows, session.scalar(counted) or 0)
