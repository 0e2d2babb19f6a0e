"""The fictional people of the demo. Whoever reads of them sees that they are: their names say (demo)."""

from dataclasses import dataclass
from datetime import timedelta

from bot.journeys.demo.deeds import NOTHING_MORE, Deeds
from bot.store.people import Role

TEAM, OTHER_TEAM = TEAMS = ("Demo", "Demo Oost")
MARK = "(demo)"

PASSWORD = "demo-werkmaat"
"""Of all staff of the demo, which nobody but this machine reaches."""


@dataclass(frozen=True)
class Colleague:
    """One member of staff. Who is of no team leads all of them."""

    email: str
    name: str
    role: Role
    team: str | None = TEAM


@dataclass(frozen=True)
class Habit:
    """When somebody practises.

    Attributes:
        days: weekdays, Monday is 0.
        at: the local hour, as it is kept with the learner.
        weeks: since when.
        faithful: the chance that a chosen day is kept; two in a row are never left out.
        stopped: days ago; since then there was nothing.
        away: an absence, from so many days ago until so many.
    """

    days: str
    at: str
    weeks: int = 8
    faithful: float = 0.9
    stopped: int = 0
    away: tuple[int, int] | None = None


@dataclass(frozen=True)
class Person:
    """One learner.

    Attributes:
        counsellor: the place of their counsellor in ``STAFF``.
        knows: the chance that a word is known when it is met for the first time.
        shares: what they answered when sharing with a counsellor was asked.
        unanswered: invitations in a row without an answer.
        pause: how much longer they rest.
        deeds: what they did besides practising.
    """

    name: str
    language: str
    sector: str
    habit: Habit
    counsellor: int
    level: str = "pre-A1"
    script: str = "own"
    knows: float = 0.6
    shares: bool = True
    unanswered: int = 0
    pause: timedelta | None = None
    deeds: Deeds = NOTHING_MORE


STAFF = (
    Colleague("ilse@demo.example", "Ilse Wouters", Role.ADMINISTRATOR),
    Colleague("wim@demo.example", "Wim Claes", Role.COORDINATOR),
    Colleague("lien@demo.example", "Lien Maes", Role.COUNSELLOR),
    Colleague("karim@demo.example", "Karim Haddad", Role.COUNSELLOR, OTHER_TEAM),
    Colleague("greet@demo.example", "Greet Vos", Role.LEAD, None),
)
LIEN, KARIM = 2, 3
