"""Tips: by the menu, by a topic, by asking in one's own words."""

import pytest

from bot.store import practice
from tests.fakes.learner import Walker, plain

QUESTIONS = {
    "nl": {"payslip_wage": "ik snap mijn loonbrief niet", "sick_leave": "ik ben ziek, wie moet ik bellen"},
    "ar": {"payslip_wage": "لا أفهم قسيمة الراتب", "sick_leave": "أنا مريض اليوم ولا أستطيع العمل"},
}


async def test_the_menu_shows_the_topics_and_a_topic_its_tip(learner: Walker) -> None:
    await learner.presses("menu.tip")
    topics = dict.fromkeys(tip.topic for tip in learner.house.courses.current().all_tips.values())
    assert learner.labels() == [learner.words(f"topic.{topic}") for topic in topics]
    await learner.taps("topic.sick_leave")
    learner.shows("tip.say")
    learner.shows("tip.means")
    [shown] = practice.tips_shown(learner.house.store, learner.record.id)
    assert shown.startswith("tip.sick_leave.")


@pytest.mark.model
@pytest.mark.parametrize("topic", ["payslip_wage", "sick_leave"])
async def test_a_question_reaches_its_tip(learner: Walker, topic: str) -> None:
    await learner.says(QUESTIONS[learner.language][topic])
    [tip] = learner.house.courses.current().tips(topic)
    assert tip.say is not None
    assert any(tip.say.text in plain(message["text"]) for message in learner.new)


async def test_a_topic_without_a_tip_says_so_and_shows_those_that_there_are(learner: Walker) -> None:
    await learner.does("text", text="/tip")
    await learner.taps_once_more("tip:-:childcare")
    learner.shows("tip.none_yet")
    learner.shows("tip.ask_topic")


async def test_all_topics_is_one_tap_away(learner: Walker) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.contract")
    await learner.taps("tip.button.all")
    learner.shows("tip.ask_topic")
