"""Everything else that people send: small talk, questions, noise, pictures. Each gets a deliberate answer."""

from typing import Any

import pytest

from bot.store import learners
from tests.fakes.house import House
from tests.fakes.learner import Walker
from tests.journeys.conftest import onboard

SAID = {
    "smalltalk.greet": {"nl": "goeiedag", "ar": "مرحبا"},
    "smalltalk.thank": {"nl": "dank u wel", "ar": "شكرا"},
    "smalltalk.goodbye": {"nl": "tot ziens", "ar": "مع السلامة"},
    "help.who_am_i": {"nl": "ben jij een robot of een mens", "ar": "هل أنت روبوت"},
    "help.not_understood": {"nl": "wie wint de match van Club Brugge", "ar": "كيف الطقس بكرا"},
}

SENT: list[tuple[str, dict[str, Any], str]] = [
    ("photo", {}, "media.photo"),
    ("sticker", {}, "media.sticker"),
    ("location", {}, "media.location"),
    ("contact", {}, "media.contact"),
    ("document", {}, "media.document"),
    ("voice", {}, "media.voice"),
]


@pytest.mark.model
@pytest.mark.parametrize("key", SAID)
async def test_small_talk_is_answered(learner: Walker, key: str) -> None:
    await learner.says(SAID[key][learner.language])
    learner.shows(key)


@pytest.mark.parametrize(("act", "values", "key"), SENT)
async def test_what_is_no_words_gets_a_deliberate_answer(
    learner: Walker, act: str, values: dict[str, Any], key: str
) -> None:
    await learner.does(act, **values)
    learner.shows(key)


@pytest.mark.model
@pytest.mark.parametrize("text", ["🙂🙂🙂", "123", "x" * 4096, "\u202egnirts desrever", "<b>& </i>", "/nosuchcommand"])
async def test_any_text_gets_an_answer(learner: Walker, text: str) -> None:
    await learner.says(text)
    assert learner.new


@pytest.mark.parametrize(
    "data", ["foo:-:bar", "practice:nosuchshowing:a", "onboarding:x:lang-xx", "menu:-:nothing", "guard:-:tell-no"]
)
async def test_buttons_of_nowhere_lead_somewhere(learner: Walker, data: str) -> None:
    await learner.taps_once_more(data)
    assert learner.new


@pytest.mark.model
async def test_nobody_can_type_an_intent(learner: Walker) -> None:
    await learner.says("/delete_data")
    learner.does_not_show("delete.ask")
    learner.shows("help.what")


async def test_every_command_leads_somewhere(learner: Walker) -> None:
    for command in ("practise", "tip", "progress", "counsellor", "settings", "language", "pause", "resume"):
        await learner.commands(command)
        assert learner.new, command
    for command in ("mydata", "delete", "privacy", "help", "start"):
        await learner.commands(command)
        assert learner.new, command


async def test_an_edited_message_is_left_alone(learner: Walker) -> None:
    await learner.says("goeiedag")
    await learner.does("edit", text="goeienavond")
    assert learner.new == []


async def test_groups_are_left_alone(learner: Walker) -> None:
    chat = {"id": -100, "type": "group", "title": "Werf"}
    user = {"id": 5, "is_bot": False, "first_name": "Piet"}
    await learner.updates(message={"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "/start"})
    assert learner.new == []
    assert learners.by_telegram_id(learner.house.store, -100) is None


async def test_blocked_and_unblocked(learner: Walker) -> None:
    await learner.does("block")
    assert learner.record.blocked_at is not None
    await learner.does("unblock")
    assert learner.record.blocked_at is None


async def test_progress_begins_with_nothing_and_grows(learner: Walker) -> None:
    await learner.presses("menu.progress")
    learner.shows("progress.nothing_yet")
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    await learner.presses("menu.progress")
    learner.shows("progress.head")


async def test_the_open_item_survives_a_look_at_the_progress(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    await walker.presses("menu.practise")
    item, _ = walker.open_item()
    await walker.presses("menu.progress")
    await walker.presses("menu.practise")
    assert walker.open_item()[0].id == item.id
