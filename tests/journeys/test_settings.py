"""Settings: language, job, days and time, sharing, each by a button and by saying so."""

import pytest

from bot.journeys import consent
from bot.store import learners
from tests.fakes.course import retire
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.journeys.conftest import onboard


async def test_settings_show_what_was_chosen(learner: Walker) -> None:
    await learner.commands("settings")
    for key in ("settings.language", "settings.job", "settings.days_after_first_lesson", "settings.keeps_to_oneself"):
        learner.shows(key)


async def test_the_language_changes_in_mid_lesson_and_the_item_stays(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    await walker.practises()
    item, _ = walker.open_item()
    await walker.commands("language")
    await walker.taps_label(home.catalogues.native_name("ar"))
    walker.language = "ar"
    walker.shows("language.changed")
    assert walker.open_item()[0].id == item.id
    await walker.answers()
    walker.shows("practice.right")


async def test_menu_labels_of_every_language_are_understood(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    walker.language = "ar"
    await walker.says(walker.words("menu.progress"))
    walker.language = "nl"
    walker.shows("progress.nothing_yet")


async def test_the_job_changes(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.job")
    await learner.taps("sector.button.unknown")
    learner.shows("sector.every_workplace")
    assert learner.labels() == [plain(learner.words(key)) for key in ("menu.practise", "path.button.open")]
    assert learner.record.sector == "shared"


async def test_a_job_without_exercises_promises_none(learner: Walker) -> None:
    retire(learner.house.store, learner.house.clock(), "sector", "care")
    learner.house.clock.forward(seconds=2)
    await learner.taps_once_more("sector:-:job-care")
    learner.shows("sector.without_items")
    learner.does_not_show("sector.changed")


async def test_a_job_with_exercises_promises_its_words(learner: Walker) -> None:
    await learner.taps_once_more("sector:-:job-care")
    learner.shows("sector.changed")


async def test_days_and_hour_are_chosen_with_two_taps(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.days")
    await learner.taps("reminder.button.weekend")
    learner.shows("reminder.ask_hour")
    await learner.taps_label("16:00")
    learner.shows("reminder.set")
    record = learner.record
    assert (record.practice_days, record.practice_at) == ("56", "16:00")
    assert record.next_due_at is not None
    assert record.next_due_at.isoformat() == "2026-11-28T15:00:00+00:00"


async def test_never_means_never(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.days")
    await learner.taps("reminder.button.never")
    learner.shows("reminder.never")
    assert learner.record.next_due_at is None
    await learner.commands("settings")
    learner.shows("settings.no_days")


@pytest.mark.parametrize(("button", "agreed"), [("sharing.button.yes", True), ("sharing.button.no", False)])
async def test_sharing_is_asked_after_the_first_lesson(learner: Walker, button: str, agreed: bool) -> None:
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.shows("sharing.refusing_is_fine")
    await learner.taps(button)
    assert learners.consent(learner.house.store, learner.record.id, consent.SHARING) is agreed
    assert learner.labels() == [plain(learner.words("menu.practise"))]


async def test_days_and_time_are_asked_after_the_second_lesson_and_then_no_more(learner: Walker) -> None:
    keys = ["sharing.refusing_is_fine", "reminder.ask_days", "placement.ask", "practice.more"]
    for key in keys:
        await learner.presses("menu.practise")
        await learner.finishes_lesson()
        learner.shows(key)
        learner.house.clock.forward(days=1)


async def test_an_old_yes_does_not_share(learner: Walker) -> None:
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    old = f"sharing:{learner.record.asked}:yes"
    await learner.taps("sharing.button.no")
    await learner.taps_once_more(old)
    learner.shows("sharing.refusing_is_fine")
    assert learners.consent(learner.house.store, learner.record.id, consent.SHARING) is False


async def test_the_second_of_a_double_yes_asks_nothing_more(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.sharing")
    yes = f"sharing:{learner.record.asked}:yes"
    await learner.taps("sharing.button.yes")
    await learner.taps_once_more(yes)
    learner.shows("sharing.agreed")
    assert learner.record.expects == "none"


async def test_invitations_begin_with_the_first_lesson_and_are_announced(learner: Walker) -> None:
    assert learner.record.next_due_at is None
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.shows("reminder.begins")
    await learner.commands("settings")
    learner.shows("settings.days")


async def test_none_is_announced_in_a_pause_but_when_it_is_over(learner: Walker) -> None:
    await learner.presses("menu.practise")
    await learner.commands("pause")
    await learner.finishes_lesson()
    learner.does_not_show("reminder.begins")
    assert learner.record.next_due_at is None
    assert learner.record.paused_until is not None
    await learner.presses("menu.practise")
    learner.shows("pause.welcome_back")
    learner.does_not_show("settings.days")
    await learner.finishes_lesson()
    learner.shows("reminder.begins")


async def test_whoever_refuses_invitations_where_they_are_announced_gets_none_after_the_next_lesson(
    learner: Walker,
) -> None:
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    assert learner.record.next_due_at is not None
    await learner.taps("settings.button.days")
    await learner.taps("reminder.button.never")
    assert learner.labels() == [plain(learner.words("menu.practise"))]
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.does_not_show("reminder.begins")
    refused = learner.record
    assert (refused.practice_days, refused.next_due_at) == ("", None)
