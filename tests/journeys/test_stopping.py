""" "Stop", said in mid-lesson: is it the lesson alone that stops, or do all messages pause?"""

from bot.journeys.closing import GOES_ON
from bot.store import practice
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.meaning import means
from tests.journeys.by_ear import hears, listens, needs_no_script
from tests.journeys.test_item_types import opens

CHOICES = ("lesson", "week", "month", "open")


async def stops(learner: Walker, kind: str = "choose_word") -> str:
    """An item of this type is open, and "stop" is said. Returns its showing."""
    await opens(learner, kind)
    showing = learner.open_item()[1].id
    await learner.says(means(learner, "stop", "pause"))
    return showing


def answered(learner: Walker) -> list[str]:
    return [attempt.showing_id for attempt in practice.attempts(learner.house.store, learner.record.id)]


async def test_the_lesson_alone_stands_first_and_messages_go_on(learner: Walker) -> None:
    await stops(learner)
    learner.shows("pause.which")
    assert learner.labels() == [plain(learner.words(f"pause.button.{choice}")) for choice in CHOICES]
    assert (learner.record.paused_until, learner.record.expects) == (None, "none")


async def test_the_lesson_alone_rests_and_goes_on_where_it_was(learner: Walker) -> None:
    showing = await stops(learner)
    question = learner.last["id"]
    await learner.taps("pause.button.lesson")
    learner.shows("pause.lesson_rests")
    assert rows(next(message for message in learner.new if message["id"] == question)) == []
    assert learner.record.paused_until is None
    await learner.taps("menu.practise")
    before = practice.showing(learner.house.store, showing)
    assert before is not None
    assert learner.open_item()[0].id == before.item_id
    assert answered(learner) == []


async def test_the_buttons_of_what_rests_still_answer_it(learner: Walker) -> None:
    showing = await stops(learner)
    answer = practice.showing(learner.house.store, showing)
    assert answer is not None
    await learner.taps("pause.button.lesson")
    await learner.does("tap", data=f"practice:{showing}:{answer.order[0]}")
    assert answered(learner) == [showing]
    assert learner.record.expects == "practice"


async def test_what_is_typed_afterwards_is_no_answer(learner: Walker) -> None:
    await stops(learner, "type_word")
    await learner.taps("pause.button.lesson")
    await learner.says("tot morgen")
    assert answered(learner) == []


async def test_a_longer_pause_lets_the_lesson_rest_too(learner: Walker) -> None:
    await stops(learner, "type_word")
    await learner.taps("pause.button.week")
    learner.shows("pause.until_you_come")
    assert learner.record.paused_until is not None
    await learner.says("tot morgen")
    assert answered(learner) == []


async def test_said_twice_it_means_all_messages(learner: Walker) -> None:
    await stops(learner)
    await learner.says(means(learner, "stop", "pause"))
    learner.shows("pause.begun")
    assert learner.record.paused_until is not None


async def test_the_button_in_the_settings_means_all_messages_in_mid_lesson_too(learner: Walker) -> None:
    await opens(learner, "choose_word")
    await learner.commands("settings")
    await learner.taps("menu.pause")
    learner.shows("pause.begun")
    assert learner.record.paused_until is not None


async def test_the_command_means_all_messages_in_mid_lesson_too(learner: Walker) -> None:
    await opens(learner, "choose_word")
    await learner.commands("pause")
    learner.shows("pause.begun")
    assert learner.record.paused_until is not None


async def test_who_left_the_lesson_long_ago_means_all_messages(learner: Walker) -> None:
    await opens(learner, "choose_word")
    learner.house.clock.forward(seconds=GOES_ON.total_seconds())
    await learner.says(means(learner, "stop", "pause"))
    learner.shows("pause.begun")
    assert learner.record.paused_until is not None


async def test_the_first_exercise_of_all_can_be_stopped_and_comes_back(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    item, _ = newcomer.open_item()
    await newcomer.says(means(newcomer, "stop", "pause"))
    await newcomer.taps("pause.button.lesson")
    await newcomer.taps("menu.practise")
    assert newcomer.open_item()[0].id == item.id


async def test_by_ear(learner: Walker) -> None:
    await listens(learner)
    await learner.presses_picture("menu.practise")
    await learner.says(means(learner, "stop", "pause"))
    hears(learner, "pause.which", "pause.button.lesson", "pause.button.open")
    needs_no_script(learner)
    lesson = next(message for message in learner.new if len(rows(message)) > 1)
    await learner.does("tap", data=rows(lesson)[0][0]["callback_data"])
    hears(learner, "pause.lesson_rests")
    needs_no_script(learner)
