"""One learner of the world: who they are, and which life they lived until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bench.console.lives import WEEK, Life, Row
from bench.console.offices import Desk
from bot.store.ids import new_id

NAMES = {
    "ar": ("Amina", "يوسف", "Mariam", "خالد", "Rana"),
    "tr": ("Mehmet", "Elif", "Ayşe", "Emre"),
    "uk": ("Оксана", "Andrij", "Ірина"),
    "fa": ("Bahram", "زهرا", "Farid"),
    "so": ("Hodan", "Abdi", "Sahra"),
    "en": ("Blessing", "Grace", "John"),
    "ps": ("Zmarai", "ګل", "Spozhmai"),
    "ti": ("Selam", "Dawit", "ሳባ"),
    "fr": ("Mamadou", "Fatou", "Didier"),
    "es": ("Lucía", "José", "Camila"),
    "ru": ("Viktor", "Анна"),
    "nl": ("Priya", "Chen"),
}
LANGUAGES, WEIGHTS = zip(
    ("ar", 24), ("tr", 12), ("uk", 12), ("fa", 10), ("so", 7), ("en", 7), ("ps", 8), ("ti", 6), ("fr", 6), ("es", 4),
    ("ru", 3), ("nl", 1), strict=True,
)  # fmt: skip

STOPPED = (0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16)
"""Weeks ago: most practise now, some have gone quiet, some left long ago."""

LISTEN, PAUSE, BLOCKED, TARGET = 0.06, 0.05, 0.02, 0.3
"""How many listen, are in a pause, blocked the bot, work towards a job."""


@dataclass(frozen=True)
class Somebody:
    """A learner to be.

    Attributes:
        id: theirs.
        number: their place in the world; their Telegram account follows from it.
        desk: where they are at home.
        life: what they practised, ``later`` than it stands there.
        random: theirs alone: they are the same in a small world and in a large one.
    """

    id: str
    number: int
    desk: Desk
    life: Life
    later: timedelta
    random: Random

    @property
    def began(self) -> datetime:
        return self.life.began + self.later

    @property
    def ended(self) -> datetime:
        return self.life.ended + self.later

    def some_moment(self) -> datetime:
        """A moment between the first lesson and the last."""
        return self.began + self.random.random() * (self.ended - self.began)


def somebody(number: int, desk: Desk, lives: Sequence[Life], seed: int) -> Somebody:
    """The learner with this number."""
    random = Random(f"learner {number} of {seed}")
    return Somebody(
        id=new_id(random),
        number=number,
        desk=desk,
        life=random.choice(lives),
        later=-random.choice(STOPPED) * WEEK,
        random=random,
    )


def learner_row(one: Somebody, jobs: dict[str, list[str]], now: datetime) -> Row:
    """Their row. ``jobs`` are those of each sector."""
    random, life = one.random, one.life
    language = random.choices(LANGUAGES, WEIGHTS)[0]
    listens = random.random() < LISTEN
    return {
        "id": one.id,
        "version": 1,
        "organisation_id": one.desk.organisation,
        "team_id": one.desk.team,
        "telegram_id": 6_000_000_000 + one.number,
        "name": random.choice(NAMES[language]),
        "language": language,
        "language_chosen": True,
        "script": "none" if listens else "own",
        "listens": listens,
        "sector": life.sector,
        "level": life.level,
        "target_job": random.choice(jobs[life.sector]) if random.random() < TARGET else None,
        "created_at": one.began - timedelta(minutes=5),
        "enrolled_at": one.began - timedelta(minutes=5),
        "last_seen_at": one.ended,
        "practice_days": life.days,
        "practice_at": life.at,
        "next_due_at": now + timedelta(days=random.random() * 7),
        "check_in_due_at": now + timedelta(days=random.random() * 7),
        "unanswered": min(-one.later // WEEK, 6),
        "paused_until": now + timedelta(days=random.randint(2, 20)) if random.random() < PAUSE else None,
        "blocked_at": one.ended if random.random() < BLOCKED else None,
    }
