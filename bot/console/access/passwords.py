"""Passwords: argon2id, as RFC 9106 recommends it."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 10
"""Characters. NIST SP 800-63B asks for no mixture of kinds, but for length."""

LONGEST = 200

_HASHER = PasswordHasher()

NOBODYS = _HASHER.hash("nobody has this password")
"""What is compared where there is no such person: it takes as long as a wrong password does."""


def hashed(password: str) -> str:
    """The hash to keep of a new password."""
    return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one of which this hash is kept; None stands for nobody's."""
    try:
        return _HASHER.verify(kept or NOBODYS, password[:LONGEST]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def outdated(kept: str) -> bool:
    """Whether a hash was made with weaker settings than those of today."""
    return _HASHER.check_needs_rehash(kept)


def fault(password: str, *known: str) -> str | None:
    """What is wrong with a new password, as the end of a message's key; ``known`` is what others know of the person."""
    if len(password) < SHORTEST:
        return "too_short"
    if len(password) > LONGEST:
        return "too_long"
    if len(set(password)) < SHORTEST // 2:
        return "too_simple"
    plain = password.casefold()
    return "too_known" if any(word and word.casefold() in plain for word in known) else None
