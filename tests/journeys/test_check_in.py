"""How are you? Offered once, asked weekly, answered with a face, and shown to nobody unless one wants it."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from random import Random
from typing import cast

import pytest

from bot.catalogue.course import Course
from bot.journeys import asking, check_in_offer
from bot.journeys.invitation import invite
from bot.journeys.report import report
from bot.journeys.understanding import Understood
from bot.store import check_ins
from bot.store.exporting import export
from bot.store.tables import CheckIn
from tests.fakes.course import published_course
from tests.fakes.house import MONDAY_NOON, House
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.quick_brain import QuickBrain
from tests.journeys.by_ear import hears, listens, needs_no_script
from tests.journeys.test_reminders import set_clock

THURSDAY = date(2026, 11, 26)
EVENING = time(18)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


async def agrees(walker: Walker) -> None:
    """The learner chooses in the settings to be asked."""
    await walker.commands("settings")
    await walker.taps("check_in.button.open")
    walker.shows("check_in.offer")
    await walker.taps("check_in.button.yes")
    walker.shows("check_in.agreed")


async def ticks(walker: Walker, day: date, at: time = EVENING) -> str:
    """The clock ticks as it does in service. Returns what came: "asked", "invited", or nothing."""
    set_clock(walker.house, day, at)
    await walker.waits_for(tick(walker.house))
    kinds = {"check_in.ask": "asked", "invitation.words": "invited"}
    came = [kind for key, kind in kinds.items() if any(key_is(walker, key, one["text"]) for one in walker.new)]
    assert len(walker.new) == len(came)
    return " and ".join(came)


def key_is(walker: Walker, key: str, text: str) -> bool:
    return bool(walker.pattern(key).search(plain(text)))


async def tick(house: House) -> None:
    now, course = house.clock(), course_of(house)
    list(asking.ask_all(house.store, course, now, Random(now.timestamp())))
    list(invite(house.store, course, now))
    await house.work()


def course_of(house: House) -> Course:
    return published_course(house.store, MONDAY_NOON)


def kept(walker: Walker) -> Sequence[CheckIn]:
    return check_ins.of(walker.house.store, walker.record.id)


def shown(walker: Walker) -> list[int]:
    """The moods that counsellors read."""
    found = report(walker.house.store, course_of(walker.house), walker.record.organisation_id, walker.house.clock())
    return [one.mood for about in found.learners for one in about.moods]


@pytest.fixture
async def asked(learner: Walker) -> Walker:
    """A learner who wanted to be asked, and was, just now."""
    await agrees(learner)
    assert await ticks(learner, THURSDAY) == "asked"
    return learner


async def days_of(walker: Walker, days: range) -> dict[int, str]:
    """What comes on which day, counted from that Thursday, if anything does."""
    found = {day: await ticks(walker, THURSDAY + day * DAY) for day in days}
    return {day: what for day, what in found.items() if what}


async def test_it_is_asked_weekly_and_beside_no_invitation(learner: Walker) -> None:
    await agrees(learner)
    await learner.commands("settings")
    await learner.taps("settings.button.days")
    await learner.taps("reminder.button.five")
    await learner.taps_label("18:00")
    # On Thursday there is an invitation from now on, so the question waits for Saturday.
    invited = dict.fromkeys((1, 4, 5), "invited")
    assert await days_of(learner, range(10)) == invited | {2: "asked", 9: "asked"}


async def test_who_is_invited_daily_is_asked_in_place_of_one_invitation(learner: Walker) -> None:
    await agrees(learner)
    await learner.commands("settings")
    await learner.taps("settings.button.days")
    await learner.taps("reminder.button.daily")
    await learner.taps_label("18:00")
    assert await days_of(learner, range(3)) == {0: "asked", 1: "invited", 2: "invited"}


async def test_it_comes_at_the_learners_hour_and_once(learner: Walker) -> None:
    await agrees(learner)
    assert await ticks(learner, THURSDAY, time(17, 59)) == ""
    assert await ticks(learner, THURSDAY, EVENING) == "asked"
    assert await ticks(learner, THURSDAY, time(18, 1)) == ""


async def test_nobody_is_asked_who_did_not_agree(learner: Walker) -> None:
    assert await days_of(learner, range(8)) == {}
    assert kept(learner) == []


@pytest.mark.parametrize("mood", [5, 4, 3, 2, 1])
async def test_a_face_is_answered_with_one_warm_line_and_stays_with_the_learner(asked: Walker, mood: int) -> None:
    faces = [f"check_in.face.{one}" for one in (5, 4, 3, 2, 1)]
    assert asked.labels() == [plain(asked.words(key)) for key in (*faces, "check_in.button.skip")]
    await asked.taps(f"check_in.face.{mood}")
    asked.shows(f"check_in.heard.{mood}")
    asked.does_not_show("smalltalk.feeling_bad")
    [row] = kept(asked)
    assert (row.mood, row.shared, row.answered_at) == (mood, False, asked.house.clock())
    assert shown(asked) == []
    exported = export(asked.house.store, asked.handset.id)
    assert exported is not None
    assert [one["mood"] for one in exported["check_ins"]] == [mood]


async def test_an_answered_question_loses_its_buttons(asked: Walker) -> None:
    question = asked.last["id"]
    await asked.taps("check_in.face.4")
    [edited] = [one for one in asked.new if one["id"] == question]
    assert not rows(edited)


async def test_skipping_is_fine_and_is_not_counted(asked: Walker) -> None:
    for week in range(1, 5):
        await asked.taps("check_in.button.skip")
        asked.shows("check_in.skipped")
        assert await ticks(asked, THURSDAY + week * WEEK) == "asked"
    assert {row.mood for row in kept(asked)} == {None}


async def test_two_low_weeks_bring_the_counsellor_and_a_small_tip(asked: Walker) -> None:
    await asked.taps("check_in.face.2")
    assert await ticks(asked, THURSDAY + WEEK) == "asked"
    await asked.taps("check_in.face.1")
    asked.shows("check_in.heard.1")
    asked.shows("smalltalk.feeling_bad")
    assert plain(asked.words("menu.counsellor")) in asked.labels()


async def test_a_better_week_between_them_brings_nothing(asked: Walker) -> None:
    for week, mood in enumerate((1, 3, 1)):
        await asked.taps(f"check_in.face.{mood}")
        asked.does_not_show("smalltalk.feeling_bad")
        assert await ticks(asked, THURSDAY + (week + 1) * WEEK) == "asked"


async def test_the_counsellor_sees_the_answer_that_was_shown_and_no_other(asked: Walker) -> None:
    await asked.taps("check_in.face.2")
    await asked.taps("check_in.button.share")
    asked.shows("check_in.shared")
    assert shown(asked) == [2]
    assert await ticks(asked, THURSDAY + WEEK) == "asked"
    await asked.taps("check_in.face.4")
    assert shown(asked) == [2]


async def test_shown_once_for_all_until_it_is_taken_back(asked: Walker) -> None:
    await asked.taps("check_in.face.2")
    await asked.taps("check_in.button.share")
    await asked.taps("check_in.button.always")
    assert await ticks(asked, THURSDAY + WEEK) == "asked"
    await asked.taps("check_in.face.4")
    asked.shows("check_in.counsellor_sees")
    assert shown(asked) == [2, 4]
    await asked.commands("settings")
    await asked.taps("check_in.button.open")
    await asked.taps("check_in.button.only_me")
    asked.shows("check_in.only_me")
    assert shown(asked) == []


async def test_three_left_alone_stop_it_silently_until_it_is_wanted_again(asked: Walker) -> None:
    assert [await ticks(asked, THURSDAY + week * WEEK) for week in (1, 2, 3, 4)] == ["asked", "asked", "", ""]
    await asked.commands("privacy")
    asked.does_not_show("privacy.check_ins")
    await agrees(asked)
    await asked.commands("privacy")
    asked.shows("privacy.check_ins")
    assert await ticks(asked, THURSDAY + 5 * WEEK) == "asked"


async def test_an_old_question_can_still_be_answered(asked: Walker) -> None:
    old = next(one["callback_data"] for row in rows(asked.last) for one in row)
    assert await ticks(asked, THURSDAY + WEEK) == "asked"
    await asked.does("tap", data=old)
    asked.shows("check_in.heard.5")
    assert [row.mood for row in kept(asked)] == [5, None]


@pytest.mark.parametrize("choice", ["4", "share", "skip", "x"])
async def test_a_question_that_is_not_there_leads_somewhere(asked: Walker, choice: str) -> None:
    await asked.taps_once_more(f"check_in:someoneelses:{choice}")
    asked.shows("check_in.gone")
    assert [row.mood for row in kept(asked)] == [None]


async def test_a_pause_is_kept(learner: Walker) -> None:
    await agrees(learner)
    await learner.commands("pause")
    await learner.taps("pause.button.month")
    found = await days_of(learner, range(0, 42, 7))
    assert found == {28: "asked", 35: "asked"}


async def test_after_a_pause_that_was_ended_the_next_week_counts(learner: Walker) -> None:
    await agrees(learner)
    await learner.commands("pause")
    await learner.taps("pause.button.month")
    assert await ticks(learner, THURSDAY) == ""
    await learner.commands("resume")
    assert await days_of(learner, range(1, 15)) == {7: "asked", 14: "asked"}


async def test_nobody_is_asked_who_blocked_the_bot(learner: Walker) -> None:
    await agrees(learner)
    await learner.does("block")
    set_clock(learner.house, THURSDAY, EVENING)
    assert list(asking.ask_all(learner.house.store, course_of(learner.house), learner.house.clock(), Random(1))) == []


async def test_who_listens_has_three_faces(learner: Walker) -> None:
    await agrees(learner)
    await listens(learner)
    set_clock(learner.house, THURSDAY, EVENING)
    await learner.waits_for(tick(learner.house))
    needs_no_script(learner)
    hears(learner, "check_in.ask")
    assert learner.labels() == ["🙂", "😐", "🙁", "➖"]
    await learner.taps_label("🙁")
    needs_no_script(learner)
    hears(learner, "check_in.heard.2")
    assert kept(learner)[0].mood == 2


class Lessons:
    """Lessons that are over, a day apart."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker

    async def ends(self) -> None:
        await self.walker.commands("practise")
        while self.walker.record.expects == "practice":
            await self.walker.taps("practice.button.skip")
        self.walker.house.clock.forward(days=3)


async def offered(walker: Walker) -> bool:
    """Whether it is offered at the end of one of the next lessons."""
    lessons = Lessons(walker)
    for _ in range(5):
        await lessons.ends()
        if any(key_is(walker, "check_in.offer", one["text"]) for one in walker.new):
            return True
    return False


async def test_it_is_offered_after_the_first_week_and_never_again_after_a_no(learner: Walker) -> None:
    assert await offered(learner)
    assert learner.house.clock() - MONDAY_NOON >= check_in_offer.FIRST_WEEK
    await learner.taps("check_in.button.no")
    learner.shows("check_in.refused")
    assert not await offered(learner)
    assert learner.record.check_in_due_at is None


async def test_an_offer_that_is_left_alone_is_a_no(learner: Walker) -> None:
    assert await offered(learner)
    assert not await offered(learner)
    assert learner.record.check_in_due_at is None


async def test_a_typed_yes_is_enough(learner: Walker) -> None:
    assert await offered(learner)
    cast(QuickBrain, learner.house.turns.brain).readings["ja"] = Understood("affirm")
    await learner.says("ja")
    learner.shows("check_in.agreed")
    assert learner.record.check_in_due_at is not None


async def test_an_old_yes_asks_again(learner: Walker) -> None:
    await agrees(learner)
    await learner.commands("settings")
    await learner.taps("check_in.button.open")
    await learner.taps("check_in.button.no")
    await learner.taps_once_more("check_in_offer:older:yes")
    learner.shows("check_in.offer")
    assert learner.record.check_in_due_at is None
