"""Stages for tests: before the project's own course, on a machine that speaks every language."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from bot.catalogue.course import Course
from bot.journeys.preview.subject import Choices, Subject
from bot.speech.sound import Sound
from bot.store import Store
from bot.telegram.attachments import Media
from bot.wiring.preview.stage import Props, Stage
from tests.console.desks import catalogues
from tests.fakes.course import course_forms, published_course
from tests.fakes.house import MONDAY_NOON, VOICE
from tests.fakes.stores import copied
from tests.fakes.with_course import sqlite_template

__all__ = ["sqlite_template"]

Opens = Callable[..., Stage]
"""Begins the preview of an entry: its kind, its id, an own language, and whether it is listened to."""


@pytest.fixture(scope="session")
def published(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the course, one for all tests: that no preview changes it is what they are about."""
    store = copied(sqlite_template, tmp_path_factory.mktemp("published") / "werkmaat.db")
    yield store
    store.close()


@pytest.fixture(scope="session")
def course(published: Store) -> Course:
    """What is published."""
    return published_course(published, MONDAY_NOON)


@pytest.fixture
def heard() -> list[Sound]:
    """What was said aloud."""
    return []


@pytest.fixture
def props(heard: list[Sound]) -> Props:
    """What previews share here."""

    def one(sound: Sound) -> Path:
        heard.append(sound)
        return VOICE

    def several(sounds: Sequence[Sound], _: str) -> bytes:
        heard.extend(sounds)
        return VOICE.read_bytes()

    media = Media(sound=one, image=lambda _: None, together=several)
    return Props(catalogues(), media, speaks=lambda _: True, random=Random(5))


@pytest.fixture
def opens(props: Props, course: Course) -> Iterator[Opens]:
    opened: list[Stage] = []

    def begin(kind: str, entry_id: str, language: str = "nl", listens: bool = False) -> Stage:
        body = next(form.body for form in course_forms() if form.id == entry_id)
        stage = Stage(props, course, Subject(kind, entry_id, body), Choices(language, listens), MONDAY_NOON)
        opened.append(stage)
        assert stage.begin(), f"{entry_id} is not shown"
        return stage

    yield begin
    for stage in opened:
        stage.close()
