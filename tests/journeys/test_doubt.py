"""Words that sound wrong: the learner reads that nobody has checked them, may say so, and goes on."""

from bot.store import doubts
from tests.fakes.learner import Walker


async def says_it_sounds_wrong(walker: Walker) -> str:
    await walker.presses("menu.practise")
    item, _ = walker.open_item()
    await walker.taps("practice.button.explain")
    await walker.taps("doubt.button")
    return item.id


async def test_explained_words_that_nobody_reviewed_say_so_softly(learner: Walker) -> None:
    await learner.presses("menu.practise")
    learner.does_not_show("doubt.not_reviewed")
    await learner.taps("practice.button.explain")
    learner.shows("doubt.not_reviewed")


async def test_a_doubt_is_kept_and_the_item_stays_open_below_the_thanks(learner: Walker) -> None:
    item_id = await says_it_sounds_wrong(learner)
    learner.shows("doubt.noted")
    [kept] = doubts.doubted(learner.house.store)
    assert (kept.entry_id, kept.language, kept.people) == (item_id, learner.record.language, 1)
    assert learner.open_item()[0].id == item_id
    await learner.answers()
    assert learner.open_item()[0].id != item_id


async def test_a_tip_that_sounds_wrong_is_noted_once(learner: Walker) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.contract")
    learner.shows("doubt.not_reviewed")
    await learner.taps("doubt.button")
    learner.shows("doubt.noted")
    await learner.taps("doubt.button")
    learner.shows("doubt.noted")
    [kept] = doubts.doubted(learner.house.store)
    assert kept.entry_id.startswith("tip.contract.")
    assert kept.people == 1


async def test_an_item_may_be_doubted_twice(learner: Walker) -> None:
    await says_it_sounds_wrong(learner)
    await learner.taps("practice.button.explain")
    await learner.taps("doubt.button")
    learner.shows("doubt.noted")
    [kept] = doubts.doubted(learner.house.store)
    assert kept.people == 1


async def test_an_old_button_of_who_took_the_record_back_asks_for_it(learner: Walker) -> None:
    await learner.presses("menu.tip")
    await learner.taps("topic.contract")
    learner.consents("record", given=False)
    await learner.taps("doubt.button")
    learner.does_not_show("doubt.noted")
    assert not doubts.doubted(learner.house.store)


async def test_who_has_no_record_reads_the_tip_without_the_button(learner: Walker) -> None:
    learner.consents("record", given=False)
    await learner.presses("menu.tip")
    await learner.taps("topic.contract")
    learner.shows("doubt.not_reviewed")
    assert learner.words("doubt.button") not in learner.labels()
