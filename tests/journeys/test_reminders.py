"""Clock and chat together: the invitation comes at the learner's hour, and what they do with it counts."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.journeys.invitation import invite
from bot.store import practice
from tests.fakes.course import published_course
from tests.fakes.house import MONDAY_NOON, House
from tests.fakes.learner import Walker, plain
from tests.journeys.conftest import onboard
from tests.journeys.placements import has_practised

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = date(2026, 11, 23)
"""The day on which every walk begins, at 13:00 in Brussels."""

EVENING = time(18)
DAY = timedelta(days=1)


@pytest.fixture
async def invited(learner: Walker) -> Walker:
    """A learner who wants to be reminded on Monday, Wednesday and Friday at 18:00."""
    await choose(learner, "reminder.button.three")
    return learner


async def choose(walker: Walker, days: str, hour: str = "18:00") -> None:
    await walker.commands("settings")
    await walker.taps("settings.button.days")
    await walker.taps(days)
    await walker.taps_label(hour)
    walker.shows("reminder.set")


def set_clock(house: House, day: date, at: time) -> None:
    house.clock.now = datetime.combine(day, at, BRUSSELS).astimezone(UTC)


async def tick(house: House) -> None:
    """One tick of the clock, and what is sent after it."""
    invite_all(house)
    await house.work()


def invite_all(house: House) -> None:
    # Every day has the same course here: reading it anew for each would take most of the time.
    list(invite(house.store, published_course(house.store, MONDAY_NOON), house.clock()))


async def ticks(walker: Walker, day: date, at: time = EVENING) -> bool:
    """The clock ticks at this local time. Returns whether an invitation came, and nothing else."""
    set_clock(walker.house, day, at)
    await walker.waits_for(tick(walker.house))
    if walker.new:
        walker.shows("invitation.words")
        assert len(walker.new) == 1
    return bool(walker.new)


async def days_invited(walker: Walker, days: range) -> list[int]:
    """On which days, counted from Monday 23 November, an invitation comes."""
    return [day for day in days if await ticks(walker, MONDAY + day * DAY)]


async def test_it_comes_at_the_learners_hour_and_once(invited: Walker) -> None:
    assert not await ticks(invited, MONDAY, time(17, 59))
    assert await ticks(invited, MONDAY, time(18, 0))
    assert not await ticks(invited, MONDAY, time(18, 1))
    assert not await ticks(invited, MONDAY, time(20, 59))


async def test_it_comes_on_the_learners_days(invited: Walker) -> None:
    assert await days_invited(invited, range(5)) == [0, 2, 4]


async def test_another_hour_and_other_days_count_from_then_on(learner: Walker) -> None:
    await choose(learner, "reminder.button.weekend", "07:00")
    assert not await ticks(learner, MONDAY)
    saturday = MONDAY + 5 * DAY
    assert not await ticks(learner, saturday, time(6, 59))
    assert await ticks(learner, saturday, time(7))


async def test_never_means_no_invitation(invited: Walker) -> None:
    await invited.commands("settings")
    await invited.taps("settings.button.days")
    await invited.taps("reminder.button.never")
    assert await days_invited(invited, range(8)) == []


async def test_the_button_begins_a_lesson(invited: Walker) -> None:
    assert await ticks(invited, MONDAY)
    assert invited.labels() == [plain(invited.words(key)) for key in ("menu.practise", "invitation.button.not_today")]
    await invited.taps("menu.practise")
    invited.shows("practice.begin")
    assert invited.record.expects == "practice"
    assert invited.record.unanswered == 0


async def test_not_today_is_fine_and_counts_as_an_answer(invited: Walker) -> None:
    assert await ticks(invited, MONDAY)
    assert invited.record.unanswered == 1
    await invited.taps("invitation.button.not_today")
    invited.shows("smalltalk.enough")
    assert invited.record.unanswered == 0
    assert practice.attempts(invited.house.store, invited.record.id) == []
    assert await ticks(invited, MONDAY + 2 * DAY)


async def test_not_today_leaves_the_open_item_where_it_was(invited: Walker) -> None:
    await invited.presses("menu.practise")
    item, _ = invited.open_item()
    assert await ticks(invited, MONDAY)
    await invited.taps("invitation.button.not_today")
    assert invited.open_item()[0].id == item.id


async def test_three_unanswered_make_it_weekly_and_six_silent(invited: Walker) -> None:
    assert await days_invited(invited, range(40)) == [0, 2, 4, 11, 18, 25]
    assert invited.record.unanswered == 6


@pytest.mark.parametrize("answer", ["tap", "words", "not today"])
async def test_an_answer_makes_it_as_it_was(invited: Walker, answer: str) -> None:
    assert await days_invited(invited, range(12)) == [0, 2, 4, 11]
    if answer == "tap":
        await invited.taps("menu.practise")
    elif answer == "words":
        await invited.says("xyz")
    else:
        await invited.taps("invitation.button.not_today")
    assert await days_invited(invited, range(12, 19)) == [14, 16, 18]


async def test_whoever_fell_silent_and_comes_back_is_invited_again(invited: Walker) -> None:
    await days_invited(invited, range(30))
    assert await days_invited(invited, range(30, 38)) == []
    await invited.presses("menu.progress")
    assert await days_invited(invited, range(38, 43)) == [39, 42]


async def test_none_in_a_pause_and_again_after_it(invited: Walker) -> None:
    await invited.commands("pause")
    await invited.taps("pause.button.week")
    assert await days_invited(invited, range(12)) == [7, 9, 11]


async def test_coming_back_early_ends_the_pause(invited: Walker) -> None:
    await invited.commands("pause")
    assert await days_invited(invited, range(3)) == []
    await invited.taps("pause.button.month")
    await invited.commands("resume")
    assert await days_invited(invited, range(3, 8)) == [4, 7]


async def test_practising_ends_a_pause_without_a_day(invited: Walker) -> None:
    await invited.commands("pause")
    await invited.taps("pause.button.open")
    await invited.presses("menu.practise")
    invited.shows("pause.welcome_back")
    invited.shows("settings.days")
    invited.shows("practice.begin")
    assert await days_invited(invited, range(5)) == [0, 2, 4]


async def test_finding_out_what_fits_ends_it_too(invited: Walker) -> None:
    has_practised(invited.house.store, invited.record)
    await invited.commands("pause")
    await invited.taps_once_more("placement:-:start")
    invited.shows("pause.welcome_back")
    assert await days_invited(invited, range(3)) == [0, 2]


async def test_a_unit_of_the_way_ends_it_too(invited: Walker) -> None:
    await invited.commands("pause")
    await invited.taps_once_more("path:-:practise-construction.signals")
    invited.shows("pause.welcome_back")
    assert await days_invited(invited, range(3)) == [0, 2]


async def test_a_pause_with_a_day_holds_until_then_whoever_practises(invited: Walker) -> None:
    await invited.commands("pause")
    await invited.taps("pause.button.month")
    await invited.presses("menu.practise")
    invited.does_not_show("pause.welcome_back")
    assert await days_invited(invited, range(31)) == [30]


@pytest.mark.parametrize("length", ["month", "open"])
async def test_choosing_days_ends_every_pause(invited: Walker, length: str) -> None:
    await invited.commands("pause")
    await invited.taps(f"pause.button.{length}")
    await choose(invited, "reminder.button.five")
    assert await days_invited(invited, range(3)) == [0, 1, 2]


async def test_choosing_never_ends_none(invited: Walker) -> None:
    await invited.commands("pause")
    await invited.commands("settings")
    await invited.taps("settings.button.days")
    await invited.taps("reminder.button.never")
    assert invited.record.paused_until is not None


async def test_a_pause_does_not_count_as_unanswered(invited: Walker) -> None:
    assert await days_invited(invited, range(3)) == [0, 2]
    await invited.commands("pause")
    await invited.taps("pause.button.week")
    await days_invited(invited, range(3, 9))
    assert invited.record.unanswered == 0


WRITES: list[tuple[str, dict[str, Any]]] = [
    ("text", {"text": "/progress"}),
    ("text", {"text": "xyz"}),
    ("photo", {}),
]


@pytest.mark.parametrize(("act", "values"), WRITES)
async def test_none_within_ten_minutes_of_writing_and_that_counts_as_todays(
    invited: Walker, act: str, values: dict[str, Any]
) -> None:
    set_clock(invited.house, MONDAY, time(17, 50))
    await invited.does(act, **values)
    assert not await ticks(invited, MONDAY)
    assert not await ticks(invited, MONDAY, time(18, 30))
    assert invited.record.unanswered == 0
    assert await ticks(invited, MONDAY + 2 * DAY)


async def test_eleven_minutes_after_writing_it_comes(invited: Walker) -> None:
    set_clock(invited.house, MONDAY, time(17, 49))
    await invited.commands("progress")
    assert await ticks(invited, MONDAY)


async def test_what_could_not_be_sent_in_time_is_not_sent_late(invited: Walker) -> None:
    set_clock(invited.house, MONDAY, EVENING)
    invite_all(invited.house)
    set_clock(invited.house, MONDAY, time(20, 1))
    await invited.waits_for(invited.house.work())
    assert invited.new == []


async def test_whoever_blocked_the_bot_is_left_alone_until_they_write(invited: Walker) -> None:
    await invited.does("block")
    assert await days_invited(invited, range(3)) == []
    await invited.does("unblock")
    assert await days_invited(invited, range(3, 5)) == [4]


async def test_each_in_their_own_language_at_their_own_hour(home: House) -> None:
    hours = {"nl": "16:00", "ar": "18:00"}
    walkers = {language: await Walker.comes(home, language) for language in hours}
    for language, walker in walkers.items():
        await onboard(walker)
        await choose(walker, "reminder.button.daily", hours[language])
    assert await ticks(walkers["nl"], MONDAY, time(16))
    assert not await ticks(walkers["ar"], MONDAY, time(16))
    assert await ticks(walkers["ar"], MONDAY, time(18))
    assert not await ticks(walkers["nl"], MONDAY, time(18))
