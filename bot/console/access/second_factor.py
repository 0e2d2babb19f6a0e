"""The second factor: codes of an app (TOTP, RFC 6238), and codes on paper for when the phone is lost."""

from datetime import datetime, timedelta
from random import Random

import pyotp
import segno

from bot.store.ids import ALPHABET

ISSUER = "Werkmaat"

STEP = 30
"""Seconds for which a code of the app is shown."""

SKEW = (0, -1, 1)
"""Steps that a phone's clock may be off."""

PAPER_CODES = 10
PAPER_LENGTH = 10
"""Of 31 characters each: 49 bits, and tries are slowed down."""


def new_secret() -> str:
    """A new secret of 160 bits, as apps take it."""
    return pyotp.random_base32()


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The step to which a code belongs; None when it belongs to none near now."""
    digits = "".join(code.split())
    totp = pyotp.TOTP(secret, interval=STEP)
    for off in SKEW:
        moment = now + timedelta(seconds=off * STEP)
        if totp.verify(digits, for_time=moment):
            return int(totp.timecode(moment))
    return None


def square(secret: str, email: str) -> str:
    """The QR code that an app reads, as the address of an SVG picture."""
    address = pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)
    return str(segno.make(address, error="m", micro=False).svg_data_uri(scale=5, border=4, light="#fff"))


def paper_codes(random: Random) -> list[str]:
    """New codes for paper."""
    return ["".join(random.choices(ALPHABET, k=PAPER_LENGTH)) for _ in range(PAPER_CODES)]


def as_typed(code: str) -> str:
    """A code from paper as it is kept: without the spaces and dashes that people add."""
    return "".join(sign for sign in code.casefold() if sign.isalnum())
