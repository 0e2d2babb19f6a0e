"""Tips: by the menu, by a topic, by asking in one's own words."""

import pytest

from bot.journeys.tip import TOPICS
from bot.speech.sound import Sound
from bot.store import practice
from tests.fakes.course import retire
from tests.fakes.learner import Walker, plain

QUESTIONS = {
    "nl": {"payslip_wage": "ik snap mijn loonbrief niet", "sick_leave": "ik ben ziek, wie moet ik bellen"},
    "ar": {"payslip_wage": "لا أفهم قسيمة الراتب", "sick_leave": "أنا مريض اليوم ولا أستطيع العمل"},
}


async def test_the_menu_shows_the_topics_and_a_topic_its_tip(learner: Walker) -> None:
    await learner.presses("menu.tip")
    there = dict.fromkeys(tip.topic for tip in learner.house.courses.current().all_tips.values())
    named = [topic for topic in TOPICS if topic in there]
    others = [topic for topic in there if topic not in TOPICS]
    assert learner.labels() == [learner.words(f"topic.{topic}") for topic in (*named, *others)]
    await learner.taps("topic.sick_leave")
    learner.shows("tip.say")
    learner.shows("tip.means")
    [shown] = practice.tips_shown(learner.house.store, learner.record.id)
    assert shown.startswith("tip.sick_leave.")


@pytest.mark.model
@pytest.mark.parametrize("topic", ["payslip_wage", "sick_leave"])
async def test_a_question_reaches_its_tip(learner: Walker, topic: str) -> None:
    await learner.says(QUESTIONS[learner.language][topic])
    sentences = [tip.say.text for tip in learner.house.courses.current().tips(topic) if tip.say]
    assert any(said in plain(message["text"]) for message in learner.new for said in sentences)


async def test_a_topic_without_a_tip_says_so_and_shows_those_that_there_are(learner: Walker) -> None:
    retire(learner.house.store, learner.house.clock(), "topic", "childcare")
    learner.house.clock.forward(seconds=2)
    await learner.does("text", text="/tip")
    await learner.taps_once_more("tip:-:childcare")
    learner.shows("tip.none_yet")
    learner.shows("tip.ask_topic")


async def test_all_topics_is_one_tap_away(learner: Walker) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.contract")
    await learner.taps("tip.button.all")
    learner.shows("tip.ask_topic")


@pytest.mark.parametrize(("key", "slow"), [("practice.button.hear", False), ("practice.button.slowly", True)])
async def test_the_sentence_of_a_tip_is_heard_at_two_speeds(learner: Walker, key: str, slow: bool) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.sick_leave")
    tip = learner.house.courses.current().tips("sick_leave")[0]
    assert tip.say is not None

    await learner.taps(key)

    assert learner.house.asked_for[-1] == Sound(tip.say.text, "nl", slow)
    assert (learner.last["kind"], plain(learner.last["text"])) == ("voice", tip.say.text)


async def test_a_tip_that_is_gone_can_not_be_heard_and_its_button_shows_the_topics(learner: Walker) -> None:
    await learner.does("text", text="/tip")
    await learner.taps_once_more("tip:-:hear.sick_leave.retired")
    learner.shows("tip.ask_topic")


async def goes_along_the_track(learner: Walker, steps: int) -> list[str]:
    """Take the first steps of a track, as they were shown."""
    for number in range(steps):
        await learner.taps("tip.button.next_step" if number else "tip.button.track")
    return [tip for tip in practice.tips_shown(learner.house.store, learner.record.id) if tip in track_of(learner)]


def track_of(learner: Walker) -> list[str]:
    return [tip.id for tip in learner.house.courses.current().track("start_business")]


async def test_a_track_is_gone_step_by_step_to_its_end(learner: Walker) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.start_business")
    track = track_of(learner)
    assert len(track) == 8
    assert await goes_along_the_track(learner, len(track)) == track
    assert any(learner.words("tip.step", step=8, of=8) in plain(message["text"]) for message in learner.new)
    assert learner.words("tip.button.next_step") not in learner.labels()


async def test_a_track_goes_on_where_it_was_left_and_begins_anew_at_its_end(learner: Walker) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.start_business")
    track = track_of(learner)
    await goes_along_the_track(learner, 2)
    await learner.taps_once_more("tip:-:track.start_business")
    assert any(learner.words("tip.step", step=3, of=8) in plain(message["text"]) for message in learner.new)
    await goes_along_the_track(learner, len(track))
    await learner.taps_once_more("tip:-:track.start_business")
    assert any(learner.words("tip.step", step=1, of=8) in plain(message["text"]) for message in learner.new)


async def test_the_topic_itself_shows_tips_that_are_no_steps(learner: Walker) -> None:
    alone = [tip for tip in learner.house.courses.current().tips("start_business") if not tip.step]
    await learner.presses("menu.tip")
    await learner.taps("topic.start_business")
    for _ in alone:
        await learner.taps("tip.button.another")
    assert {*practice.tips_shown(learner.house.store, learner.record.id)} == {tip.id for tip in alone}
