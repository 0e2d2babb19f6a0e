"""A bad day: said back, with a small tip and people to turn to, and no exercise."""

from typing import cast

from bot.journeys import feeling
from bot.journeys.understanding import Understood
from bot.store import talk
from tests.fakes.learner import Walker, plain
from tests.fakes.quick_brain import QuickBrain

SAD = "ik voel me slecht vandaag"


async def test_a_bad_day_gets_a_tip_and_people_to_turn_to(learner: Walker) -> None:
    cast(QuickBrain, learner.house.turns.brain).readings[SAD] = Understood("feeling_bad")
    tips = learner.house.courses.current().tips(feeling.TOPIC)
    assert {tip.id.rpartition(".")[2] for tip in tips} == {"sleep", "worry_family", "racism"}
    titles = {plain(learner.house.catalogues.plain(tip.title, learner.language)) for tip in tips}
    seen = set()
    for _ in range(30):
        await learner.says(SAD)
        learner.shows("smalltalk.feeling_bad")
        seen |= {title for title in titles if title in plain(learner.last["text"])}
        names = ("menu.counsellor", "counsellor.button.help_now")
        assert {plain(learner.words(name)) for name in names} <= {*learner.labels()}
        assert plain(learner.words("menu.practise")) not in learner.labels()
    assert seen == titles
    assert talk.open_alerts(learner.house.store, learner.record.id) == []
    await learner.taps("practice.button.hear")
    assert learner.house.asked_for
