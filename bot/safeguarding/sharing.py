"""What staff may know of an alert: that a call is asked for, or why too."""

from enum import StrEnum

from bot.safeguarding.flags import Flag

CALL = "call"
"""What is shown where the kind of danger is not."""

STAYS_BETWEEN_US = frozenset({Flag.EXPLOITATION, Flag.VIOLENCE})
"""Kinds that could harm the learner in the wrong hands: shown only to those whom the learner chose."""

URGENT = frozenset({Flag.SELF_HARM, Flag.EMERGENCY})
"""Kinds that concern life: shown, as the learner agreed when sharing, and told at any hour."""


class SharedWith(StrEnum):
    """Who may know the kind of a danger that stays between the learner and the bot at first."""

    COUNSELLOR = "counsellor"
    TEAM = "team"
    NOBODY = "nobody"


def shown_to_all(flag: Flag | None, shared_with: SharedWith | None = None) -> str:
    """What everybody on the staff may read of an alert: the kind, or only that a call is asked for."""
    hidden = flag is None or (flag in STAYS_BETWEEN_US and shared_with is not SharedWith.TEAM)
    return CALL if flag is None or hidden else flag.value


def shown_to(shows: str, flag: str, shared_with: str | None, own_counsellor: bool) -> str:
    """What one member of staff may read of an alert as it is kept."""
    return flag if own_counsellor and shared_with == SharedWith.COUNSELLOR else shows


def is_urgent(shows: str) -> bool:
    """Whether an alert of which staff read this is told at any hour."""
    return shows in URGENT
