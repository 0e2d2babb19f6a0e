"""A message that speaks of danger is never answered with an exercise, wherever it comes."""

from typing import cast

import pytest

from bot.journeys.understanding import Understood
from bot.store import practice, talk
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.meaning import means
from tests.fakes.quick_brain import QuickBrain
from tests.journeys.conftest import onboard
from tests.journeys.danger import DANGER


async def test_helplines_come_silently_with_a_neutral_first_line(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    learner.shows("guard.heard")
    assert plain(learner.last["text"]).startswith(plain(learner.words("guard.neutral")))
    assert learner.last["silent"]
    assert "1813" in learner.last["text"]


async def test_a_lesson_rests_and_goes_on_when_the_learner_wants(learner: Walker) -> None:
    await learner.presses("menu.practise")
    item, _ = learner.open_item()
    await learner.says(DANGER[learner.language])
    learner.shows("guard.heard")
    assert learner.record.expects == "guard"
    assert practice.attempts(learner.house.store, learner.record.id) == []
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id


NO_PHRASE = "soms sta ik lang op de brug"
"""In no list of phrases; what was learned from examples has to notice it."""


@pytest.mark.parametrize("words", [DANGER["nl"], NO_PHRASE])
@pytest.mark.parametrize(
    "step", ["before anything", "in the onboarding", "to the counsellor", "in a caption", "in an edit", "in a lesson"]
)
async def test_it_is_seen_in_every_state(home: House, step: str, words: str) -> None:
    walker = await Walker.comes(home, "nl")
    means(walker, NO_PHRASE, "feeling_bad", flag="self_harm")
    if step != "before anything":
        await walker.commands("start")
    if step not in ("before anything", "in the onboarding"):
        await onboard(walker)
    if step in ("to the counsellor", "in a lesson"):
        await walker.presses("menu.counsellor" if step == "to the counsellor" else "menu.practise")
    if step == "in a caption":
        await walker.does("photo", caption=words)
    elif step == "in an edit":
        await walker.says("hallo")
        await walker.does("edit", text=words)
    else:
        await walker.says(words)
    walker.shows("guard.heard")
    assert walker.record.expects in ("guard", "onboarding", "language")
    assert talk.messages(home.store, walker.record.id) == []
    assert practice.attempts(home.store, walker.record.id) == []


async def test_yes_is_no_exercise(learner: Walker) -> None:
    """Only who says that they go on is offered to; then the lesson is as it was."""
    await learner.presses("menu.practise")
    item, _ = learner.open_item()
    await learner.says(DANGER[learner.language])
    brain = cast(QuickBrain, learner.house.turns.brain)
    for word, intent in (("ja", "affirm"), ("nee", "deny")):
        brain.readings[word] = Understood(intent)
        await learner.says(word)
        learner.shows("guard.which")
        assert learner.record.expects == "guard"
    await learner.taps("guard.button.go_on")
    assert learner.open_item()[0].id == item.id


async def test_who_wrote_to_the_counsellor_reads_that_nothing_was_passed_on(learner: Walker) -> None:
    await learner.presses("menu.counsellor")
    await learner.says(DANGER[learner.language])
    learner.shows("guard.not_passed_on")
    await learner.says(DANGER[learner.language])
    learner.does_not_show("guard.not_passed_on")


@pytest.mark.parametrize("opened", ["", "menu.counsellor"])
async def test_a_voice_message_is_not_checked_and_says_so_at_once(learner: Walker, opened: str) -> None:
    if opened:
        await learner.presses(opened)
    await learner.does("voice")
    learner.shows("guard.voice")
    await learner.taps("counsellor.button.help_now")
    learner.shows("guard.now")
