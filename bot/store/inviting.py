"""Invitations: a code for a link or a printed square, by which one person becomes a learner, once."""

from datetime import datetime, timedelta
from enum import StrEnum
from random import SystemRandom

from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.ids import new_code
from bot.store.people import Refused, member_named, organisation_named
from bot.store.tables import Invitation, Staff

LASTS = timedelta(days=30)


class Script(StrEnum):
    """What a learner reads: the script of the own language, Latin letters, or none (listen mode)."""

    OWN = "own"
    LATIN = "latin"
    NONE = "none"


def invite(
    store: Store,
    now: datetime,
    random: SystemRandom,
    *,
    counsellor: str | None = None,
    language: str | None = None,
    sector: str | None = None,
    script: Script | None = None,
    lasts: timedelta = LASTS,
) -> Invitation:
    """Make an invitation, with what is known of the learner already.

    Args:
        store: where it is kept.
        now: an aware time; the invitation ends ``lasts`` later.
        random: the operating system's, since whoever guesses a code is let in.
        counsellor: the e-mail address of the counsellor whose learner this will be.
        language: the own language, as in ``locales/``.
        sector: the learner's work, as in the region's file.
        script: what the learner reads.
        lasts: how long the code works.

    Raises:
        Refused: there is no such counsellor, or they are disabled.
    """
    with store.writing() as session:
        member = _active(session, counsellor) if counsellor else None
        invitation = Invitation(
            code=new_code(random),
            organisation_id=member.organisation_id if member else organisation_named(session, None).id,
            staff_id=member.id if member else None,
            language=language,
            sector=sector,
            script=script.value if script else None,
            created_at=now,
            expires_at=now + lasts,
        )
        session.add(invitation)
        return invitation


def _active(session: Session, email: str) -> Staff:
    member = member_named(session, email)
    if member.disabled_at:
        raise Refused(f"{member.name} ({member.email}) is disabled and takes no new learners.")
    return member
