"""Pages with the words of a workplace: reading them, each by whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.people import Role
from bot.store.secrets import hashed
from bot.store.tables import Caseload, Learner, Staff, Team, WorkplacePage, WorkplaceWord

MOST_WORDS = 10

LINK_LIVES = timedelta(days=14)


class State(StrEnum):
    """How far a page is. What learners have of it, they keep until it is approved anew or withdrawn."""

    WRITING = "writing"
    WAITING = "waiting"
    SENT_BACK = "sent_back"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


WRITABLE = (State.WRITING, State.SENT_BACK)


@dataclass(frozen=True)
class Listed:
    """A page in a list: the name of its team, who began it, and how many words it has."""

    page: WorkplacePage
    team: str
    by: str
    words: int


@dataclass(frozen=True)
class Word:
    """A row of a page, without its files."""

    id: str
    number: int
    text: str
    meaning: str
    sentence: str
    pictured: bool
    spoken: bool


def teams(store: Store, member: Staff) -> Sequence[Team]:
    """The teams for which somebody may write words, by name."""
    with store.reading() as session:
        return session.scalars(select(Team).where(Team.id.in_(_teams_of(member))).order_by(Team.name)).all()


def of_member(store: Store, member: Staff) -> Sequence[Listed]:
    """The pages that a member of staff may see: those that wait first, then the one that was changed last."""
    counted = select(func.count()).where(WorkplaceWord.page_id == WorkplacePage.id).scalar_subquery()
    found = select(WorkplacePage, Team.name, Staff.name, counted)
    found = found.join(Team, Team.id == WorkplacePage.team_id).join(Staff, Staff.id == WorkplacePage.begun_by)
    first = case((WorkplacePage.state == State.WAITING, 0), else_=1)
    ordered = found.where(_seen_by(member)).order_by(first, WorkplacePage.changed_at.desc(), WorkplacePage.id)
    with store.reading() as session:
        return [Listed(*row) for row in session.execute(ordered).tuples()]


def waiting(store: Store, organisation_id: str) -> int:
    """How many pages of an organisation wait for a coordinator."""
    here = WorkplacePage.team_id.in_(select(Team.id).where(Team.organisation_id == organisation_id))
    with store.reading() as session:
        return session.scalar(select(func.count()).where(here, WorkplacePage.state == State.WAITING)) or 0


def find(store: Store, member: Staff, page_id: str) -> WorkplacePage | None:
    """A page, if the member of staff may see it."""
    with store.reading() as session:
        return session.scalars(_of_member(member, page_id)).first()


def by_link(store: Store, code: str, now: datetime) -> WorkplacePage | None:
    """The page that a link's code lets somebody write; None when it does not work, or no longer."""
    with store.reading() as session:
        return session.scalars(_of_link(code, now)).first()


def was_link(store: Store, code: str) -> bool:
    """Whether this is the code of a page's last link, be it over: whoever has it may be writing still."""
    with store.reading() as session:
        return session.scalars(_ever_of_link(code)).first() is not None


def held(session: Session, member: Staff, page_id: str) -> WorkplacePage | None:
    """As ``find``, until the end of this write transaction."""
    return session.scalars(_of_member(member, page_id).with_for_update()).first()


def held_by_link(session: Session, code: str, now: datetime) -> WorkplacePage | None:
    """As ``by_link``, until the end of this write transaction."""
    return session.scalars(_of_link(code, now).with_for_update()).first()


def words(store: Store, page_id: str) -> Sequence[Word]:
    """The rows of a page that hold something, in their order."""
    one = WorkplaceWord
    about = (one.id, one.number, one.text, one.meaning, one.sentence, one.picture.is_not(None), one.sound.is_not(None))
    with store.reading() as session:
        found = session.execute(select(*about).where(one.page_id == page_id).order_by(one.number))
        return [Word(*row) for row in found.tuples()]


def files(store: Store, page_id: str, number: int) -> tuple[bytes | None, bytes | None]:
    """The picture and the sound of a row; None for each that there is not."""
    both = select(WorkplaceWord.picture, WorkplaceWord.sound)
    this = both.where(WorkplaceWord.page_id == page_id, WorkplaceWord.number == number)
    with store.reading() as session:
        return session.execute(this).tuples().first() or (None, None)


def team_of(store: Store, learner: Learner) -> str | None:
    """The team whose words a learner gets: their own, else that of who works with them, of several the newest."""
    if learner.team_id:
        return learner.team_id
    theirs = select(Staff.team_id).join(Caseload, Caseload.staff_id == Staff.id)
    theirs = theirs.where(Caseload.learner_id == learner.id, Staff.team_id.is_not(None))
    with store.reading() as session:
        return session.scalar(theirs.order_by(Caseload.since.desc(), Staff.id).limit(1))


def _seen_by(member: Staff) -> ColumnElement[bool]:
    return WorkplacePage.team_id.in_(_teams_of(member))


def _teams_of(member: Staff) -> Select[tuple[str]]:
    """A coordinator's are all of the organisation; so are those of counsellors and leads without a team."""
    here = select(Team.id).where(Team.organisation_id == member.organisation_id)
    if member.role in (Role.COUNSELLOR, Role.LEAD) and member.team_id:
        return here.where(Team.id == member.team_id)
    return here if member.role != Role.ADMINISTRATOR else here.where(Team.id.is_(None))


def _of_member(member: Staff, page_id: str) -> Select[tuple[WorkplacePage]]:
    return select(WorkplacePage).where(WorkplacePage.id == page_id, _seen_by(member))


def _of_link(code: str, now: datetime) -> Select[tuple[WorkplacePage]]:
    return _ever_of_link(code).where(WorkplacePage.link_expires_at > now)


def _ever_of_link(code: str) -> Select[tuple[WorkplacePage]]:
    return select(WorkplacePage).where(WorkplacePage.link_hash == hashed(code))
