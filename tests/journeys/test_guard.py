"""A message that speaks of danger is never answered with an exercise, wherever it comes."""

import pytest

from bot.journeys import consent, guard
from bot.store import learners, practice, talk
from bot.store.tables import Consent
from tests.fakes import stores
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.journeys.conftest import onboard

DANGER = {"nl": "ik wil niet meer leven", "ar": "بدي موت"}


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
    assert learner.record.expects == "none"
    assert practice.attempts(learner.house.store, learner.record.id) == []
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id


@pytest.mark.parametrize(
    "step", ["before anything", "in the onboarding", "to the counsellor", "in a caption", "in an edit"]
)
async def test_it_is_seen_in_every_state(home: House, step: str) -> None:
    walker = await Walker.comes(home, "nl")
    if step != "before anything":
        await walker.commands("start")
    if step in ("to the counsellor", "in a caption", "in an edit"):
        await onboard(walker)
    if step == "to the counsellor":
        await walker.presses("menu.counsellor")
    if step == "in a caption":
        await walker.does("photo", caption=DANGER["nl"])
    elif step == "in an edit":
        await walker.says("hallo")
        await walker.does("edit", text=DANGER["nl"])
    else:
        await walker.says(DANGER["nl"])
    walker.shows("guard.heard")
    assert talk.messages(home.store, walker.record.id) == []


async def test_hide_this_removes_the_message(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    await learner.taps("guard.button.hide")
    assert next(message for message in learner.new if message["id"] == shown)["deleted"]


async def test_telling_the_counsellor_stands_in_the_same_message_and_hides_with_it(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    await learner.taps("guard.button.tell")
    assert [message["id"] for message in learner.new] == [shown]
    learner.shows("guard.told_unlinked")
    assert {*learner.labels()} == {plain(learner.words(f"guard.button.{name}")) for name in ("hide", "more")}
    await learner.taps("guard.button.hide")
    assert [message["deleted"] for message in learner.new] == [True]


async def test_the_message_fits_a_small_screen_and_all_there_is_comes_into_it(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown, course = learner.last, learner.house.courses.current()
    assert shown["text"].count("📞") == guard.MOST
    learner.shows("guard.what_next")
    learner.does_not_show("tip.say")
    await learner.taps("guard.button.more")
    assert [message["id"] for message in learner.new] == [shown["id"]]
    places = course.region.helplines("self_harm")
    for place in places:
        assert place.number.text in learner.last["text"]
        assert place.say.text in learner.last["text"]
    assert learner.last["text"].count("📞") == len(places) > guard.MOST
    assert learner.labels() == [plain(learner.words(f"guard.button.{name}")) for name in ("hide", "tell")]


async def test_all_there_is_still_says_that_the_counsellor_was_told(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    await learner.taps("guard.button.more")
    learner.shows("guard.told_unlinked")
    assert learner.labels() == [plain(learner.words("guard.button.hide"))]
    assert len(talk.open_alerts(learner.house.store, learner.record.id)) == 1


async def test_help_now_names_at_most_three_places_at_first(learner: Walker) -> None:
    await learner.commands("help")
    await learner.taps("counsellor.button.help_now")
    learner.shows("guard.now")
    assert learner.last["text"].count("📞") == guard.MOST
    await learner.taps("guard.button.more")
    assert learner.last["text"].count("📞") == len(guard.ANY_DANGER)


async def test_without_sharing_no_alert_leaves_the_chat_unless_asked_for(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    assert talk.open_alerts(learner.house.store, learner.record.id) == []
    await learner.taps("guard.button.tell")
    learner.shows("guard.told_unlinked")
    [alert] = talk.open_alerts(learner.house.store, learner.record.id)
    assert alert.flag == "self_harm"
    assert learners.consent(learner.house.store, learner.record.id, consent.SHARING) is None


async def test_with_sharing_staff_read_only_that_a_call_is_asked_for(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    agreed = Consent(learner_id=walker.record.id, kind=consent.SHARING, given=True, notice="test", at=home.clock())
    stores.add(home.store, agreed)
    await walker.says("mijn baas heeft mijn paspoort afgepakt")
    [alert] = talk.open_alerts(home.store, walker.record.id)
    assert (alert.flag, alert.shows) == ("exploitation", "call")
