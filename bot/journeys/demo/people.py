"""The fictional people of the demo. Whoever reads of them sees that they are: their names say (demo)."""

from dataclasses import dataclass
from datetime import timedelta

from bot.store.people import Role

TEAM = "Demo"
MARK = "(demo)"


@dataclass(frozen=True)
class Colleague:
    """One member of staff."""

    email: str
    name: str
    role: Role


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
        asks: a message that waits for its answer, and for how long by now.
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
    asks: tuple[str, timedelta] | None = None


STAFF = (
    Colleague("ilse@demo.example", "Ilse Wouters", Role.ADMINISTRATOR),
    Colleague("wim@demo.example", "Wim Claes", Role.COORDINATOR),
    Colleague("lien@demo.example", "Lien Maes", Role.COUNSELLOR),
    Colleague("karim@demo.example", "Karim Haddad", Role.COUNSELLOR),
)
LIEN, KARIM = 2, 3

QUESTION = "Dag Lien, maandag begin ik bij een nieuwe werf. Welke papieren neem ik mee?"
CHILDCARE = "Bonjour, ik heb een vraag over de crèche. Kan u mij bellen, morgen na 16 uur?"

LEARNERS = (
    Person(
        "Amina", "ar", "construction", Habit("024", "18:00"), LIEN, level="A1", asks=(QUESTION, timedelta(hours=20))
    ),
    Person("Mehmet", "tr", "construction", Habit("01234", "12:00", faithful=0.85), LIEN, knows=0.55),
    Person("Oksana", "uk", "care", Habit("024", "20:00", faithful=0.95), KARIM, level="A1", knows=0.75),
    # Gone quiet.
    Person("Bahram", "fa", "construction", Habit("024", "07:00", stopped=17), LIEN, unanswered=6),
    # In a pause.
    Person("Zmarai", "ps", "construction", Habit("024", "18:00", stopped=6), LIEN, knows=0.5, pause=timedelta(days=12)),
    Person("Hodan", "so", "care", Habit("024", "16:00", weeks=6), KARIM),
    Person("Selam", "ti", "office", Habit("01234", "18:00", weeks=3), KARIM, knows=0.5),
    # Back after an absence.
    Person("Lucía", "es", "office", Habit("0123456", "20:00", away=(26, 5)), KARIM, knows=0.7),
    Person("Viktor", "ru", "metal", Habit("56", "12:00"), LIEN),
    Person("Blessing", "en", "care", Habit("0123456", "20:00", faithful=0.7), KARIM, level="A1", knows=0.7),
    # Shares nothing, and asks all the same.
    Person(
        "Mamadou",
        "fr",
        "construction",
        Habit("024", "18:00"),
        KARIM,
        shares=False,
        asks=(CHILDCARE, timedelta(days=2, hours=3)),
    ),
    # In listen mode.
    Person("Yusuf", "ar", "construction", Habit("024", "16:00", faithful=0.6), LIEN, script="none", knows=0.45),
)
