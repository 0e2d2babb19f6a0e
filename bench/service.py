"""The bot as in service: a process of its own with the trained model, a database with learners, the world outside."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path

from bench.crash.victim import Mother
from bench.crash.world import TOKEN
from bench.outside import Outside, Play, nothing, outside
from bot.catalogue.publish import publish
from bot.dialogue import loading
from bot.i18n import Catalogues
from bot.journeys.consent import NOTICE, RECORD
from bot.journeys.understanding import Brain
from bot.settings import CONTENT, LOCALES, Enrolment, LogFormat, Settings
from bot.store import Store
from bot.store.migrating import upgrade
from bot.store.tables import Consent
from bot.wiring.parts import clock
from tests.fakes.stores import learner_row


@dataclass(frozen=True)
class Place:
    """A bot that can be started, and what it works with. ``mother`` starts it."""

    mother: Mother
    world: Outside

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The bot's database, for a while: a bot that is started must not share a connection."""
        store = Store(self.mother.settings.database)
        try:
            yield store
        finally:
            store.close()


@cache
def model() -> tuple[Brain, Catalogues]:
    """The trained model and the languages. Takes half a minute the first time."""
    print("Loading the model", file=sys.stderr)
    return loading.load(Settings().model_folder), Catalogues.load(LOCALES)


@contextmanager
def place(folder: Path, people: int, brain: Brain, catalogues: Catalogues, play: Play = nothing) -> Iterator[Place]:
    """A place with so many learners, who agreed to their record and may begin a lesson.

    Args:
        folder: for the database and the log.
        people: how many learners there are, with languages by turns; their chats are the world's phones.
        brain: of the bot.
        catalogues: the languages.
        play: what the learners do when they are asked for something.
    """
    folder.mkdir(exist_ok=True)
    with outside(people, play) as world:
        settings = _settings(folder, world.url)
        here = Place(Mother(brain, catalogues, settings, folder / "bot.log"), world)
        with here.store() as store:
            upgrade(store, clock())
            publish(CONTENT, store, clock())
            _enrol(store, world.phones, sorted(catalogues.languages))
        yield here


def _settings(folder: Path, url: str) -> Settings:
    """Settings that the environment has no say in."""
    return Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'werkmaat.db'}",
        telegram_token=TOKEN,
        telegram_api_url=url,
        telegram_webhook_url=None,
        enrolment=Enrolment.OPEN,
        region="be-vlg",
        log_format=LogFormat.TEXT,
    )


def _enrol(store: Store, chats: Sequence[int], languages: Sequence[str]) -> None:
    now = clock()
    learners = [
        learner_row(chat, language=language, created_at=now, enrolled_at=now, last_seen_at=now)
        for chat, language in zip(chats, cycle(languages), strict=False)
    ]
    with store.writing() as session:
        session.add_all(learners)
        session.flush()
        session.add_all(
            Consent(learner_id=learner.id, kind=RECORD, given=True, notice=NOTICE, at=now) for learner in learners
        )
