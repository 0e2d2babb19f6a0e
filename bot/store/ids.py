"""The ids of rows: short enough for a button's 64 bytes, hard to mistake when read aloud."""

from random import Random

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 12


def new_id(random: Random) -> str:
    """12 characters, 59 bits, without letters that are mistaken for one another."""
    return "".join(random.choices(ALPHABET, k=LENGTH))
