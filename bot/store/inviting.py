"""Invitations: a code for a link or a printed square, by which one person becomes a learner, or comes back, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store.caseloads import WORKS_WITH_LEARNERS
from bot.store.database import Store
from bot.store.handing_over import WITH_LEARNERS
from bot.store.ids import new_code
from bot.store.people import Refused, organisation_named
from bot.store.tables import Invitation, Learner, Staff

LASTS = timedelta(days=30)

LASTS_FOR_PHONE = timedelta(hours=24)
"""A link to somebody's record is used at once or not at all."""


class Script(StrEnum):
    """What a learner reads: the script of the own language, Latin letters, or none (listen mode)."""

    OWN = "own"
    LATIN = "latin"
    NONE = "none"


@dataclass(frozen=True)
class Known:
    """What is known of a learner beforehand: the own language, the work, as in the region's file, and the script."""

    language: str | None = None
    sector: str | None = None
    script: Script | None = None


def invite(
    store: Store,
    each: Sequence[Known],
    now: datetime,
    random: Random,
    *,
    staff_id: str | None = None,
    lasts: timedelta = LASTS,
) -> list[Invitation]:
    """Make invitations, all or none.

    Args:
        store: where they are kept.
        each: what is known of each learner, in the order of the invitations that are returned.
        now: an aware time; the invitations end ``lasts`` later.
        random: the operating system's, since whoever guesses a code is let in.
        staff_id: the counsellor whose learners these will be.
        lasts: how long the codes work.

    Raises:
        Refused: there is no such counsellor, they are disabled, or their role is one without learners.
    """
    with store.writing() as session:
        organisation_id = (
            _active(session, staff_id).organisation_id if staff_id else organisation_named(session, None).id
        )
        made = [
            Invitation(
                code=new_code(random),
                organisation_id=organisation_id,
                staff_id=staff_id,
                language=known.language,
                sector=known.sector,
                script=known.script.value if known.script else None,
                created_at=now,
                expires_at=now + lasts,
            )
            for known in each
        ]
        session.add_all(made)
        return made


def for_new_phone(
    store: Store, learner_id: str, now: datetime, random: Random, staff_id: str | None = None
) -> Invitation:
    """Make the link that brings a learner's record to the Telegram account that opens it. Earlier ones end.

    Raises:
        Refused: there is no such learner.
    """
    with store.writing() as session:
        learner = session.get(Learner, learner_id)
        if learner is None:
            raise Refused("There is no such learner any more.")
        earlier = (Invitation.for_learner_id == learner_id, Invitation.expires_at > now)
        session.execute(update(Invitation).where(*earlier).values(expires_at=now))
        made = Invitation(
            code=new_code(random),
            organisation_id=learner.organisation_id,
            staff_id=staff_id,
            for_learner_id=learner_id,
            created_at=now,
            expires_at=now + LASTS_FOR_PHONE,
        )
        session.add(made)
        return made


def counsellor(store: Store, invitation: Invitation) -> Staff | None:
    """Whose learner an invitation makes somebody; None when it names nobody, or somebody who has no learners now."""
    named = select(Staff).where(Staff.id == invitation.staff_id, WORKS_WITH_LEARNERS)
    with store.reading() as session:
        return session.scalars(named).first()


def works(invitation: Invitation, now: datetime) -> bool:
    """Whether an invitation is neither used nor too old."""
    return invitation.used_at is None and invitation.expires_at > now


def _active(session: Session, staff_id: str) -> Staff:
    member = session.get(Staff, staff_id)
    if member is None:
        raise Refused("There is no such member of staff.")
    if member.disabled_at:
        raise Refused(f"{member.name} ({member.email}) is disabled and takes no new learners.")
    if member.role not in WITH_LEARNERS:
        raise Refused(f"{member.name} ({member.email}) is no counsellor or lead, and has no learners.")
    return member
