"""Progress: words when there is nothing to draw, and a picture that says the same as its words."""

from bot.store import practice
from tests.fakes.learner import Walker, plain


async def test_nothing_practised_is_told_in_words(learner: Walker) -> None:
    await learner.presses("menu.progress")
    learner.shows("progress.nothing_yet")
    assert learner.last["kind"] == "text"


async def test_what_was_practised_is_drawn_and_said(learner: Walker) -> None:
    await practises(learner)
    await learner.presses("menu.progress")
    assert learner.last["kind"] == "photo"
    learner.shows("progress.head")
    assert learner.words("progress.days", count=1) in plain(learner.last["text"])
    assert plain(learner.words("progress.met", count=6)) in plain(learner.last["text"])
    ways = ("menu.practise", "path.button.open", "skills.button.open", "steps.button.open")
    assert learner.labels() == [learner.words(key) for key in ways]
    (photo,) = learner.last["content"]
    assert photo["width"] == 640
    assert photo["file_size"] < 60_000


async def test_a_long_pause_is_not_drawn(learner: Walker) -> None:
    await practises(learner)
    learner.house.clock.forward(days=70)
    await learner.presses("menu.progress")
    assert learner.last["kind"] == "text"
    learner.shows("progress.head")


async def test_the_button_under_the_picture_goes_on(learner: Walker) -> None:
    await practises(learner)
    await learner.presses("menu.progress")
    await learner.taps("menu.practise")
    assert learner.record.expects == "practice"


async def practises(learner: Walker) -> None:
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    assert practice.cards(learner.house.store, learner.record.id)
