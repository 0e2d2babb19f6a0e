"""What a learner agreed to, and what counsellors may see by that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.journeys import consent
from bot.store.tables import Consent


@dataclass(frozen=True)
class Agreed:
    """A consent that is in force: its kind, and since when."""

    kind: str
    since: datetime


@dataclass(frozen=True)
class Shares:
    """What counsellors may see of a learner; what is not shared was refused, taken back or never asked: all the same.

    Attributes:
        practice: on which days they practise, and what goes well.
        in_detail: what is hard, which tips were read, what they aim at, their level. A notice before the present one
            did not tell of these.
        skills: what they could do already.
        moods: each answer to the question how they are.
    """

    practice: bool
    in_detail: bool
    skills: bool
    moods: bool


def shares(answers: Mapping[str, Consent]) -> Shares:
    """Return what follows from the newest answer to each question of consent, by its kind."""
    sharing = answers.get(consent.SHARING)
    practice = bool(sharing and sharing.given)
    return Shares(
        practice=practice,
        in_detail=bool(sharing and sharing.given and sharing.notice in consent.TELL_IN_DETAIL),
        skills=practice and _given(answers, consent.SKILLS),
        moods=_given(answers, consent.MOODS),
    )


def agreed(answers: Mapping[str, Consent]) -> tuple[Agreed, ...]:
    """Return the consents that are in force, the oldest first."""
    given = [Agreed(kind, answer.at) for kind, answer in answers.items() if answer.given]
    return tuple(sorted(given, key=lambda one: (one.since, one.kind)))


def _given(answers: Mapping[str, Consent], kind: str) -> bool:
    return kind in answers and answers[kind].given
