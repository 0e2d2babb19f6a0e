"""Lists and files with the learner's name: a consent of its own, that nobody is asked for in passing."""

from datetime import timedelta
from random import Random
from typing import cast

import pytest

from bot.journeys import consent
from bot.journeys.export_sharing import ask_for_export_consent, may_be_asked
from bot.journeys.understanding import Understood
from bot.store import learners, people
from bot.store.tables import Invitation
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.quick_brain import QuickBrain
from tests.fakes.stores import add, staff_row
from tests.journeys.by_ear import hears, listens, needs_no_script
from tests.journeys.conftest import onboard

BUTTONS = ("export_sharing.button.yes", "export_sharing.button.no")


def given(learner: Walker) -> bool | None:
    return learners.consent(learner.house.store, learner.record.id, consent.EXPORT)


async def opens(learner: Walker) -> None:
    learner.consents(consent.SHARING)
    await learner.commands("settings")
    await learner.taps("export_sharing.button.open")


async def is_asked(learner: Walker) -> bool:
    """A counsellor puts the question from the console."""
    house = learner.house
    done = ask_for_export_consent(house.store, learner.record, staff_row("els"), house.clock(), Random(2))
    await learner.waits_for(house.work())
    return done


async def test_nobody_is_asked_in_passing(learner: Walker) -> None:
    for _ in range(4):
        await learner.presses("menu.practise")
        await learner.finishes_lesson()
        learner.does_not_show("export_sharing.ask")
        learner.house.clock.forward(days=1)
    assert given(learner) is None


async def test_who_shares_nothing_finds_no_question(learner: Walker) -> None:
    await learner.commands("settings")
    assert plain(learner.words("export_sharing.button.open")) not in learner.labels()
    await learner.commands("privacy")
    learner.shows("privacy.no_export")
    learner.shows("privacy.counted")


@pytest.mark.parametrize(("button", "agreed"), zip(BUTTONS, (True, False), strict=True))
async def test_the_question_says_what_leaves_and_both_answers_are_fine(
    learner: Walker, button: str, agreed: bool
) -> None:
    await opens(learner)
    for key in ("ask", "what", "files_stay"):
        learner.shows(f"export_sharing.{key}")
    learner.shows("sharing.refusing_is_fine")
    await learner.taps(button)
    assert given(learner) is agreed
    learner.shows("export_sharing.agreed" if agreed else "export_sharing.refused")
    await learner.commands("privacy")
    learner.shows("privacy.export" if agreed else "privacy.no_export")


async def test_a_yes_is_taken_back_in_the_settings(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("export_sharing.button.yes")
    await learner.commands("settings")
    learner.shows("privacy.export")
    await learner.taps("export_sharing.button.open")
    await learner.taps("export_sharing.button.no")
    assert given(learner) is False


async def test_a_typed_yes_asks_again_and_a_typed_no_counts(learner: Walker) -> None:
    readings = cast(QuickBrain, learner.house.turns.brain).readings
    readings |= {"ja": Understood("affirm"), "nee": Understood("deny")}
    await opens(learner)
    await learner.says("ja")
    learner.shows("export_sharing.ask")
    assert given(learner) is None
    await learner.says("nee")
    learner.shows("export_sharing.refused")
    assert given(learner) is False


async def test_who_stops_sharing_takes_this_back_too(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("export_sharing.button.yes")
    await learner.commands("settings")
    await learner.taps("settings.button.sharing")
    await learner.taps("sharing.button.no")
    assert given(learner) is False
    learner.consents(consent.SHARING)
    await learner.commands("privacy")
    learner.shows("privacy.no_export")


async def test_an_old_button_of_who_shares_nothing_gives_nothing(learner: Walker) -> None:
    await learner.taps_once_more("export_sharing:q1:yes")
    learner.shows("export_sharing.needs_sharing")
    assert given(learner) is None
    await learner.taps("settings.button.sharing")
    learner.shows("sharing.refusing_is_fine")


@pytest.mark.parametrize("choice", ["yes", "ask", "foo"])
async def test_an_old_button_asks_again(learner: Walker, choice: str) -> None:
    learner.consents(consent.SHARING)
    await learner.taps_once_more(f"export_sharing:q1:{choice}")
    learner.shows("export_sharing.ask")
    assert given(learner) is None


async def test_another_organisation_begins_anew(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    await opens(walker)
    await walker.taps("export_sharing.button.yes")
    other = people.add_organisation(home.store, "Elders", home.clock(), Random(3))
    since, until = home.clock(), home.clock() + timedelta(days=1)
    add(home.store, Invitation(code="elders", organisation_id=other.id, created_at=since, expires_at=until))
    await walker.commands("start elders")
    assert given(walker) is False


@pytest.mark.parametrize(("button", "agreed"), zip(BUTTONS, (True, False), strict=True))
async def test_a_counsellor_asks_once_by_name_and_one_tap_answers(learner: Walker, button: str, agreed: bool) -> None:
    learner.consents(consent.SHARING)
    await learner.practises()
    assert may_be_asked(learner.house.store, learner.record.id)
    assert await is_asked(learner)
    learner.shows("export_sharing.asked_by")
    assert "Els" in learner.text
    assert given(learner) is False
    assert not await is_asked(learner)
    assert not may_be_asked(learner.house.store, learner.record.id)
    await learner.taps(button)
    assert given(learner) is agreed
    assert learner.record.expects == "practice"


async def test_what_was_answered_to_the_counsellor_is_changed_in_the_settings(learner: Walker) -> None:
    learner.consents(consent.SHARING)
    await is_asked(learner)
    await learner.taps("export_sharing.button.yes")
    await learner.commands("settings")
    await learner.taps("export_sharing.button.open")
    await learner.taps("export_sharing.button.no")
    assert given(learner) is False


async def test_a_counsellor_does_not_ask_who_shares_nothing(learner: Walker) -> None:
    assert not await is_asked(learner)
    assert learner.new == []


async def test_it_is_asked_and_answered_by_ear(learner: Walker) -> None:
    await listens(learner)
    learner.consents(consent.SHARING)
    await is_asked(learner)
    hears(learner, "export_sharing.ask", "export_sharing.what", *BUTTONS)
    needs_no_script(learner)
    await learner.taps_label("✖")
    hears(learner, "export_sharing.refused")
    assert given(learner) is False
