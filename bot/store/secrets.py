"""What is kept of a secret that lets somebody in."""

from hashlib import sha256


def hashed(secret: str) -> str:
    """The hash of a code, token or cookie, 64 hex digits. They are random and long: they need no salt."""
    return sha256(secret.encode()).hexdigest()
