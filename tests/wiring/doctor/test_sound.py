"""The doctor and sound: is there a program, and is everything made?"""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.speech import ahead
from bot.wiring import sound as joined
from bot.wiring.doctor import Machine, State, sound
from tests.catalogue.conftest import course
from tests.fakes.speech import said, talker
from tests.wiring.doctor.test_database import says

__all__ = ["course"]


@pytest.fixture
def machine(course: Path, tmp_path: Path) -> Machine:
    """A machine with a small course and a speech program."""
    settings = Settings(data_dir=tmp_path, speech_command=talker(tmp_path).command)
    return Machine(settings, content=course / "content")


def test_everything_can_be_heard(machine: Machine, tmp_path: Path) -> None:
    wanted = joined.wanted(machine.folder)["nl"]
    ahead.build(joined.speech(machine.settings, machine.content, machine.folder.entries, machine.locales), wanted, 1)
    before = said(tmp_path)
    says(sound.sound(machine), State.OK, f"all {len(wanted)} can be heard, 0 of them recorded")
    assert said(tmp_path) == before


def test_what_is_not_made_yet_is_counted(machine: Machine) -> None:
    total = len(joined.wanted(machine.folder)["nl"])
    finding = sound.sound(machine)
    says(finding, State.ATTENTION, f"{total} of {total} are not made yet")
    assert "werkmaat audio build" in finding.to_do


def test_a_missing_program_is_told_with_what_to_install(machine: Machine) -> None:
    settings = machine.settings.model_copy(update={"speech_command": "no-such-program {file}"})
    finding = sound.sound(replace(machine, settings=settings))
    says(finding, State.ATTENTION, "no-such-program is not installed", "text alone")
    assert "apt-get install no-such-program" in finding.to_do


def test_a_broken_recording_is_told(machine: Machine) -> None:
    (machine.content / "recordings" / "nl").mkdir(parents=True)
    says(sound.sound(machine), State.ATTENTION, "wrong with a recording")
