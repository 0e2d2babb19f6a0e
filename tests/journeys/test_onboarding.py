"""Onboarding: from the first Start to the first lesson on offer."""

import pytest

from bot.journeys import asked, consent
from bot.store import learners, practice
from tests.fakes.course import retire
from tests.fakes.house import House
from tests.fakes.learner import Walker
from tests.journeys.conftest import onboard


async def test_the_first_screen_asks_the_language_in_native_names(newcomer: Walker) -> None:
    await newcomer.commands("start")
    newcomer.shows("onboarding.welcome")
    names = [newcomer.house.catalogues.native_name(code) for code in newcomer.house.catalogues.languages]
    assert sorted(newcomer.labels()) == sorted([*names, "👂"])
    assert newcomer.house.catalogues.native_name(newcomer.language) in newcomer.labels()[:2]


async def test_whatever_comes_first_begins_at_the_beginning(newcomer: Walker) -> None:
    await newcomer.says("🙂 hallo?")
    newcomer.shows("onboarding.ask_language")


async def test_one_exercise_comes_before_any_notice_and_leaves_no_trace(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    newcomer.shows("practice.try_one")
    await newcomer.answers(right=False)
    newcomer.shows("practice.it_is")
    newcomer.shows("onboarding.notice.1")
    assert practice.attempts(newcomer.house.store, newcomer.record.id) == []
    assert practice.cards(newcomer.house.store, newcomer.record.id) == []


async def test_the_notice_is_one_message_that_turns_its_pages(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.answers()
    page = newcomer.last["id"]
    for number in (2, 3, 4):
        await newcomer.taps("onboarding.button.next")
        newcomer.shows(f"onboarding.notice.{number}")
        assert [message["id"] for message in newcomer.new] == [page]
    assert newcomer.labels() == [
        newcomer.words("onboarding.button.start"),
        newcomer.words("onboarding.button.only_tips"),
    ]


async def test_start_agrees_and_the_job_leads_home(newcomer: Walker) -> None:
    await onboard(newcomer)
    record = newcomer.record
    assert learners.consent(newcomer.house.store, record.id, consent.RECORD) is True
    assert learners.consent(newcomer.house.store, record.id, consent.SHARING) is None
    assert record.sector == "construction"
    newcomer.shows("practice.offer")
    keyboard = (await newcomer.handset.chat())["keyboard"]["keyboard"]
    assert [len(row) for row in keyboard] == [2, 2]


@pytest.mark.model
async def test_a_typed_yes_agrees_only_where_consent_is_asked(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.answers()
    await newcomer.says("ja")
    assert learners.consent(newcomer.house.store, newcomer.record.id, consent.RECORD) is None


async def test_only_tips_keeps_no_record_and_practise_asks_again(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.answers()
    for _ in range(3):
        await newcomer.taps("onboarding.button.next")
    await newcomer.taps("onboarding.button.only_tips")
    newcomer.shows("onboarding.only_tips")
    await newcomer.presses("menu.tip")
    newcomer.shows("tip.ask_topic")
    await newcomer.presses("menu.practise")
    newcomer.shows("onboarding.needs_record")
    await newcomer.taps("onboarding.button.start")
    newcomer.shows("onboarding.ask_job")


@pytest.mark.parametrize("way", ["skills", "steps", "path", "work_word"])
async def test_after_only_tips_whatever_needs_a_record_asks_for_it_again(newcomer: Walker, way: str) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.answers()
    for _ in range(3):
        await newcomer.taps("onboarding.button.next")
    await newcomer.taps("onboarding.button.only_tips")
    await newcomer.taps_once_more(f"{way}:{asked.NO_MESSAGE}:open")
    newcomer.shows("onboarding.needs_record")
    newcomer.shows("onboarding.if_you_start")
    newcomer.does_not_show("onboarding.home")
    await newcomer.taps("onboarding.button.start")
    newcomer.shows("onboarding.ask_job")


async def test_who_was_not_asked_yet_goes_on_where_they_are(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.answers()
    await newcomer.taps_once_more(f"steps:{asked.NO_MESSAGE}:open")
    newcomer.shows("onboarding.notice.1")
    newcomer.does_not_show("onboarding.needs_record")


async def test_start_again_in_the_middle_goes_on_where_one_was(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.commands("start")
    assert newcomer.record.expects == "practice"
    await newcomer.answers()
    await newcomer.commands("start")
    newcomer.shows("onboarding.notice.1")


async def test_a_job_without_exercises_says_so(newcomer: Walker) -> None:
    retire(newcomer.house.store, newcomer.house.clock(), "sector", "care")
    newcomer.house.clock.forward(seconds=2)
    await onboard(newcomer, sector="care")
    newcomer.shows("sector.without_items")
    newcomer.shows("practice.offer")


async def test_an_old_language_button_does_not_change_the_language(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await walker.commands("start")
    arabic = f"onboarding:{walker.record.asked}:lang-ar"
    await onboard(walker)
    await walker.taps_once_more(arabic)
    assert walker.record.language == "nl"
    walker.shows("practice.offer")
