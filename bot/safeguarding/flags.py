"""The kinds of danger that a message may speak of."""

from enum import StrEnum


class Flag(StrEnum):
    """A kind of danger, the most pressing first: it is the one that is answered."""

    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    VIOLENCE = "violence"
    EXPLOITATION = "exploitation"


URGENCY = tuple(Flag)
