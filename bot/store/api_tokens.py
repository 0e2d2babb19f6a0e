"""Tokens with which an organisation's own case system reads; only their hashes are kept."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.ids import new_code, new_id
from bot.store.secrets import hashed
from bot.store.tables import ApiToken, Staff

MARK = "werkmaat_"
"""How every token begins, so that people and programs that look for lost secrets know it."""

LIFETIME = timedelta(days=365)
"""How long a token reads: one that somebody forgot ends by itself."""

USED_EVERY = timedelta(minutes=1)
"""That a token is in use is noted no more often than this."""


class Scope(StrEnum):
    """What a token lets one read."""

    LEARNERS = "learners:read"
    GROUPS = "groups:read"
    COURSE = "course:read"


@dataclass(frozen=True)
class Listed:
    """A token with the name of who made it."""

    token: ApiToken
    made_by: str

    @property
    def ends_at(self) -> datetime:
        """From when it reads no more, revoked or not."""
        return self.token.made_at + LIFETIME


def make(
    session: Session, member: Staff, name: str, scopes: Collection[Scope], now: datetime, random: Random
) -> tuple[ApiToken, str]:
    """Make a token for a member's organisation inside a write transaction. Returns it with the secret, shown once."""
    secret = MARK + new_code(random)
    token = ApiToken(
        id=new_id(random),
        token_hash=hashed(secret),
        organisation_id=member.organisation_id,
        name=name,
        scopes=" ".join(scope for scope in Scope if scope in scopes),
        made_by=member.id,
        made_at=now,
    )
    session.add(token)
    return token, secret


def all_of(store: Store, organisation_id: str) -> Sequence[Listed]:
    """The tokens of an organisation, revoked ones too, the newest first."""
    named = select(ApiToken, Staff.name).join(Staff, Staff.id == ApiToken.made_by)
    theirs = named.where(ApiToken.organisation_id == organisation_id)
    with store.reading() as session:
        rows = session.execute(theirs.order_by(ApiToken.made_at.desc(), ApiToken.id)).tuples()
        return [Listed(*row) for row in rows]


def revoke(store: Store, organisation_id: str, token_id: str, now: datetime) -> bool:
    """Let a token of an organisation read no more. Returns False when it did not before."""
    this = update(ApiToken).where(ApiToken.id == token_id, ApiToken.organisation_id == organisation_id)
    with store.writing() as session:
        revoked = this.where(ApiToken.revoked_at.is_(None)).values(revoked_at=now).returning(ApiToken.id)
        return session.scalar(revoked) is not None


def of(store: Store, secret: str, now: datetime) -> ApiToken | None:
    """The token with this secret; None when there is none, it was revoked, or it ended."""
    this = select(ApiToken).where(ApiToken.token_hash == hashed(secret), ApiToken.revoked_at.is_(None))
    with store.reading() as session:
        return session.scalars(this.where(ApiToken.made_at > now - LIFETIME)).first()


def used(store: Store, token: ApiToken, now: datetime) -> None:
    """Note that a token is in use."""
    if token.used_at is not None and now - token.used_at < USED_EVERY:
        return
    with store.writing() as session:
        session.execute(update(ApiToken).where(ApiToken.id == token.id).values(used_at=now))


def scopes_of(token: ApiToken) -> frozenset[str]:
    """What a token lets one read."""
    return frozenset(token.scopes.split())
