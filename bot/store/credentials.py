"""What staff prove who they are with: a password's hash, the second factor, codes on paper."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.secrets import hashed
from bot.store.tables import Credential, RecoveryCode, Staff


def of(store: Store, staff_id: str) -> Credential | None:
    """What a member of staff logs in with; None when they have not chosen a password yet."""
    with store.reading() as session:
        return session.get(Credential, staff_id)


def member(store: Store, email: str) -> Staff | None:
    """The member of staff with this e-mail address who may log in."""
    active = select(Staff).where(Staff.email == email.strip().lower(), Staff.disabled_at.is_(None))
    with store.reading() as session:
        return session.scalars(active).first()


def set_password(session: Session, staff_id: str, password_hash: str) -> None:
    """Keep the hash of a new password; the second factor stays."""
    held = session.get(Credential, staff_id, with_for_update=True)
    if held is None:
        session.add(Credential(staff_id=staff_id, password_hash=password_hash))
    else:
        held.password_hash = password_hash


def rehash(store: Store, staff_id: str, password_hash: str) -> None:
    """Keep the same password under a stronger hash."""
    with store.writing() as session:
        set_password(session, staff_id, password_hash)


def begin_second_factor(store: Store, staff_id: str, secret: str) -> None:
    """Keep a secret that is not proven yet; one that is proven stays."""
    with store.writing() as session:
        held = session.get_one(Credential, staff_id, with_for_update=True)
        if held.totp_since is None:
            held.totp_secret = secret


def use_step(session: Session, staff_id: str, step: int, now: datetime) -> bool:
    """Note that the code of this step was given. Returns False when it, or a later one, was given before."""
    held = session.get_one(Credential, staff_id, with_for_update=True)
    if held.totp_step is not None and step <= held.totp_step:
        return False
    held.totp_step, held.totp_since = step, held.totp_since or now
    return True


def take_away_second_factor(session: Session, staff_id: str) -> None:
    """Let somebody begin anew: a lost phone. The codes on paper go too."""
    held = session.get(Credential, staff_id, with_for_update=True)
    if held is not None:
        held.totp_secret = held.totp_since = held.totp_step = None
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))


def set_recovery_codes(session: Session, staff_id: str, codes: Collection[str]) -> None:
    """Keep new codes for paper; the older ones work no more."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))
    session.add_all(RecoveryCode(code_hash=hashed(code), staff_id=staff_id) for code in codes)


def use_recovery_code(session: Session, staff_id: str, code: str) -> bool:
    """Use a code on paper, once. Returns False when there is none such."""
    mine = delete(RecoveryCode).where(RecoveryCode.code_hash == hashed(code), RecoveryCode.staff_id == staff_id)
    return session.execute(mine.returning(RecoveryCode.staff_id)).first() is not None


def recovery_codes_left(store: Store, staff_id: str) -> int:
    """How many codes on paper still work."""
    mine = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.staff_id == staff_id)
    with store.reading() as session:
        return session.scalar(mine) or 0
