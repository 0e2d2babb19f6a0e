"""Somebody with an account: a password, and perhaps a second factor."""

from datetime import datetime, timedelta
from functools import cache

import pyotp

from bot.console.access import passwords
from bot.store import Store, credentials
from bot.store.tables import Staff
from tests.console.desks import add_staff

PASSWORD = "vier gewone woorden samen"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@cache
def kept() -> str:
    """The hash of the password: made once, since that takes its time on purpose."""
    return passwords.hashed(PASSWORD)


def code(now: datetime, steps: int = 0) -> str:
    """The code that the app shows now, or so many steps later."""
    return pyotp.TOTP(SECRET).at(now + timedelta(seconds=30 * steps))


def with_password(store: Store, name: str = "lien", role: str = "counsellor") -> Staff:
    """A member of staff who chose a password, and nothing more yet."""
    member = add_staff(store, name, role)
    with store.writing() as session:
        credentials.set_password(session, member.id, kept())
    return member


def with_second_factor(store: Store, name: str = "lien", role: str = "counsellor") -> Staff:
    """A member of staff who set up the second factor long ago."""
    member = with_password(store, name, role)
    credentials.begin_second_factor(store, member.id, SECRET)
    with store.writing() as session:
        credentials.use_step(session, member.id, 1, member.created_at)
    return member
