"""What a learner may do with their own data, and how they leave: my data, delete me, privacy, pause."""

import json
from datetime import timedelta

import pytest

from bot.store import learners, practice
from bot.store.tables import Consent
from tests.fakes.learner import Walker, rows
from tests.fakes.stores import add


async def test_my_data_is_a_file_with_everything(learner: Walker) -> None:
    await learner.practises()
    await learner.answers()
    await learner.commands("mydata")
    learner.shows("my_data.here")
    file = next(message for message in learner.new if message["kind"] == "document")
    got = await learner.house.client.get(f"/phone/api/files/{file['content']['file_id']}")
    kept = json.loads(got.content)
    assert len(kept["attempts"]) == 1
    assert len(kept["showings"]) >= 2
    assert set(kept) >= {
        "profile",
        "consents",
        "lessons",
        "showings",
        "attempts",
        "cards",
        "tips",
        "check_ins",
        "messages",
        "alerts",
        "skills",
    }


async def test_delete_me_asks_twice_and_then_nothing_is_left(learner: Walker) -> None:
    store, phone = learner.house.store, learner.handset.id
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    record = learner.record
    await learner.commands("delete")
    learner.shows("delete.what_goes")
    await learner.taps("delete.button.go_on")
    learner.shows("delete.ask_again")
    assert learners.by_telegram_id(store, phone) is not None
    question = learner.last["id"]
    await learner.taps("delete.button.erase")
    learner.shows("delete.gone")
    assert [(message["id"], rows(message)) for message in learner.new] == [(question, [])]
    assert learners.by_telegram_id(store, phone) is None
    assert practice.attempts(store, record.id) == []


async def test_delete_me_can_be_stopped_at_both_questions(learner: Walker) -> None:
    await learner.commands("delete")
    await learner.taps("delete.button.keep")
    learner.shows("delete.kept")
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.keep")
    learner.shows("delete.kept")
    assert learner.record.expects == "none"


async def test_an_old_erase_button_asks_again_instead(learner: Walker) -> None:
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    old = f"delete:{learner.record.asked}:erase"
    await learner.taps("delete.button.keep")
    await learner.taps_once_more(old)
    learner.shows("delete.ask")
    assert learner.record.enrolled_at


async def test_whoever_comes_back_after_deleting_begins_anew(learner: Walker) -> None:
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    await learner.commands("start")
    learner.shows("onboarding.ask_language")


async def test_where_a_link_is_needed_who_deletes_is_told_to_ask_for_a_new_one(learner: Walker) -> None:
    learner.house.turns.open_to_all = False
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    learner.shows("delete.gone_from_invited")
    learner.does_not_show("delete.gone")


async def test_privacy_says_it_all_and_leads_to_what_can_be_done(learner: Walker) -> None:
    await learner.commands("privacy")
    for key in ("privacy.record", "settings.keeps_to_oneself", *(f"onboarding.notice.{n}" for n in (2, 3, 4))):
        learner.shows(key)
    learner.does_not_show("onboarding.if_you_start")
    await learner.taps("settings.button.sharing")
    learner.shows("sharing.refusing_is_fine")
    await learner.taps("sharing.button.yes")
    await learner.commands("privacy")
    learner.shows("settings.shares_in_detail")


async def test_who_agreed_before_all_of_it_was_told_shares_what_was_told_then(learner: Walker) -> None:
    agreed = Consent(
        learner_id=learner.record.id, kind="sharing", given=True, notice="2026-11-alerts", at=learner.house.clock()
    )
    add(learner.house.store, agreed)
    await learner.commands("privacy")
    learner.shows("settings.shares")
    await learner.taps("settings.button.sharing")
    await learner.taps("sharing.button.yes")
    await learner.commands("privacy")
    learner.shows("settings.shares_in_detail")


async def test_privacy_says_what_holds_for_whoever_was_not_asked_yet_or_refused(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_label(newcomer.house.catalogues.native_name(newcomer.language))
    await newcomer.commands("privacy")
    newcomer.shows("privacy.not_asked_yet")
    await newcomer.commands("start")
    await newcomer.answers()
    for _ in range(3):
        await newcomer.taps("onboarding.button.next")
    await newcomer.taps("onboarding.button.only_tips")
    await newcomer.commands("privacy")
    newcomer.shows("privacy.only_tips")
    newcomer.does_not_show("privacy.record")


async def test_a_pause_begins_at_once_and_ends_with_a_welcome(learner: Walker) -> None:
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    await learner.commands("pause")
    learner.shows("pause.begun")
    assert learner.record.paused_until is not None
    await learner.taps("pause.button.week")
    learner.shows("pause.until")
    paused_until = learner.record.paused_until
    assert paused_until is not None
    assert timedelta(days=6, hours=23) < paused_until - learner.house.clock() <= timedelta(days=7)
    assert learner.record.next_due_at is not None
    assert learner.record.next_due_at > paused_until
    await learner.commands("resume")
    learner.shows("pause.welcome_back")
    awake = learners.by_telegram_id(learner.house.store, learner.handset.id)
    assert awake is not None
    assert awake.paused_until is None
    assert awake.next_due_at is not None
    assert awake.next_due_at <= learner.house.clock() + timedelta(days=3)


@pytest.mark.parametrize("refused", [True, False])
async def test_a_pause_begins_no_invitations(learner: Walker, refused: bool) -> None:
    if refused:
        await learner.commands("settings")
        await learner.taps("settings.button.days")
        await learner.taps("reminder.button.never")
    await learner.commands("pause")
    await learner.taps("pause.button.week")
    learner.shows("pause.until_you_come")
    learner.does_not_show("pause.until")
    await learner.taps("menu.resume")
    assert learner.record.next_due_at is None


async def test_a_double_tap_on_the_first_yes_still_asks_twice(learner: Walker) -> None:
    await learner.commands("delete")
    first = f"delete:{learner.record.asked}:sure"
    await learner.taps("delete.button.go_on")
    await learner.taps_once_more(first)
    learner.shows("delete.ask_again")
    await learner.taps("delete.button.erase")
    assert learners.by_telegram_id(learner.house.store, learner.handset.id) is None
