"""The message with helplines: small at first, all there is on demand, and honest about its numbers."""

from datetime import date

from bot.i18n import Text
from bot.journeys import helplines
from bot.store import talk
from tests.fakes.learner import Walker, plain
from tests.journeys.danger import DANGER


async def test_the_message_fits_a_small_screen_and_all_there_is_comes_into_it(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown, course = learner.last, learner.house.courses.current()
    assert shown["text"].count("📞") == helplines.MOST
    learner.shows("guard.what_next")
    learner.does_not_show("tip.say")
    await learner.taps("guard.button.more")
    assert [message["id"] for message in learner.new] == [shown["id"]]
    places = course.region.helplines("self_harm")
    for place in places:
        assert place.number.text in learner.last["text"]
        assert place.say.text in learner.last["text"]
    assert learner.last["text"].count("📞") == len(places) > helplines.MOST
    heard = [f"🔊 {place.number.text}" for place in places]
    hide, tell = (plain(learner.words(f"guard.button.{name}")) for name in ("hide", "tell"))
    assert {*learner.labels()} == {hide, *heard, tell}
    assert (learner.labels()[0], learner.labels()[-1]) == (hide, tell)


async def test_help_now_names_at_most_three_places_at_first(learner: Walker) -> None:
    await learner.commands("help")
    await learner.taps("counsellor.button.help_now")
    learner.shows("guard.now")
    assert learner.last["text"].count("📞") == helplines.MOST
    await learner.taps("guard.button.more")
    assert learner.last["text"].count("📞") == len(helplines.ANY_DANGER)


async def test_numbers_say_when_they_were_checked(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    learner.shows("guard.checked")
    day = learner.house.catalogues.plain(Text("guard.checked", {"day": date(2026, 11, 1)}), learner.language)
    assert plain(day) in plain(learner.last["text"])


async def test_telling_the_counsellor_stands_in_the_same_message_and_hides_with_it(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    shown = learner.last["id"]
    await learner.taps("guard.button.tell")
    assert [message["id"] for message in learner.new] == [shown]
    learner.shows("guard.told_unlinked")
    assert {*learner.labels()} == {plain(learner.words(f"guard.button.{name}")) for name in ("hide", "more")}
    await learner.taps("guard.button.hide")
    assert [(message["from"], message["deleted"]) for message in learner.new] == [("phone", True), ("bot", True)]


async def test_all_there_is_still_says_that_the_counsellor_was_told(learner: Walker) -> None:
    await learner.says(DANGER[learner.language])
    await learner.taps("guard.button.tell")
    await learner.taps("guard.button.more")
    learner.shows("guard.told_unlinked")
    assert plain(learner.words("guard.button.hide")) in learner.labels()
    assert plain(learner.words("guard.button.tell")) not in learner.labels()
    assert len(talk.open_alerts(learner.house.store, learner.record.id)) == 1
