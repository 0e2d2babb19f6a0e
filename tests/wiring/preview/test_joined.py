"""Previews as the console process joins them: with the sounds and pictures of this machine."""

from pathlib import Path

import pytest

from bot.console.preview import Session
from bot.journeys.preview.subject import Choices, Subject
from bot.settings import Settings
from bot.store import Store
from bot.wiring.console_process import desk
from bot.wiring.parts import put_together
from tests.fakes.course import course_forms

PICTURED = next(
    form for form in course_forms() if form.body.get("target") == "nl" and form.body.get("body", {}).get("image")
)
ME = Session("me", PICTURED.id)


@pytest.mark.parametrize("command", ["no-such-program {voice} {speed} {file}", None])
def test_pictures_are_seen_and_it_is_heard_or_said_that_it_is_not(
    command: str | None, published: Store, tmp_path: Path
) -> None:
    settings = Settings(data_dir=tmp_path, speech_command=command) if command else Settings(data_dir=tmp_path)
    previews = desk(put_together(settings, published)).previews
    shown = previews.show(ME, Subject("item", PICTURED.id, PICTURED.body))
    pictures = [bubble.file for bubble in shown.bubbles if bubble.kind == "photo" and bubble.file]
    assert previews.file(ME, pictures[0])
    previews.choose(ME.browser, Choices("ar", listens=True))
    listened = previews.show(ME, Subject("item", PICTURED.id, PICTURED.body))
    assert listened.bubbles
    if command:
        assert all(bubble.kind != "voice" for bubble in listened.bubbles)
