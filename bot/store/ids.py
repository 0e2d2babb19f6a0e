"""The ids of rows: short enough for a button's 64 bytes, hard to mistake when read aloud. And the codes of links."""

import base64
from random import Random

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 12

CODE_BYTES = 18
"""144 bits: 24 characters of A-Z a-z 0-9 _ -, which is what Telegram's start links take."""


def new_id(random: Random) -> str:
    """12 characters, 59 bits, without letters that are mistaken for one another."""
    return "".join(random.choices(ALPHABET, k=LENGTH))


def new_code(random: Random) -> str:
    """24 characters that let in whoever has them: ``random`` is the operating system's."""
    return base64.urlsafe_b64encode(random.randbytes(CODE_BYTES)).decode()
