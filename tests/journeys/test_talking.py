"""Everything else that people send: small talk, questions, noise, pictures. Each gets a deliberate answer."""

from itertools import pairwise
from typing import Any

import pytest

from bot.journeys.smalltalk import WORDINGS
from bot.store import learners
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.meaning import means
from tests.journeys.conftest import onboard

SMALL_TALK = {
    "greet": {"nl": "goeiedag", "ar": "مرحبا"},
    "thank": {"nl": "dank u wel", "ar": "شكرا"},
    "goodbye": {"nl": "tot ziens", "ar": "مع السلامة"},
}
SAID = {
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
@pytest.mark.parametrize("about", SMALL_TALK)
async def test_small_talk_is_answered(learner: Walker, about: str) -> None:
    await learner.says(SMALL_TALK[about][learner.language])
    assert wording(learner, about)


@pytest.mark.parametrize("about", WORDINGS)
async def test_small_talk_is_never_answered_twice_running_in_the_same_words(learner: Walker, about: str) -> None:
    text = means(learner, "...", about)
    heard = []
    for _ in range(12):
        await learner.says(text)
        heard.append(wording(learner, about))
    assert all(one != after for one, after in pairwise(heard))
    assert set(heard) == set(WORDINGS[about])


async def test_small_talk_is_heard_too(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.listen")
    before = len(learner.house.heard)
    await learner.says(means(learner, "...", "greet"))
    assert len(learner.house.heard) == before + 1


async def test_a_program_says_that_it_is_one_and_leads_to_a_person(learner: Walker) -> None:
    await learner.says(means(learner, "...", "bot_challenge"))
    for key in ("help.who_am_i", "help.who_reads"):
        learner.shows(key)
    await learner.taps("menu.counsellor")
    learner.shows("counsellor.how")


@pytest.mark.model
@pytest.mark.parametrize("key", SAID)
async def test_other_questions_are_answered(learner: Walker, key: str) -> None:
    await learner.says(SAID[key][learner.language])
    learner.shows(key)


@pytest.mark.parametrize(("act", "values", "key"), SENT)
async def test_what_is_no_words_gets_a_deliberate_answer(
    learner: Walker, act: str, values: dict[str, Any], key: str
) -> None:
    await learner.does(act, **values)
    learner.shows(key)


def wording(learner: Walker, about: str) -> str:
    """Which of the wordings was said."""
    said = " ".join(plain(message["text"]) for message in learner.new)
    [found] = [key for key in WORDINGS[about] if learner.pattern(key).search(said)]
    return found


BAD = [
    "🙂🙂🙂",
    "123",
    "٣٤٥",
    "x" * 4096,
    "اشتغل " * 680,
    "\u202egnirts desrever",
    "ik wil שלום praten",
    "h\u200be\u200bl\u200bp",
    "\u200b\u2060",
    # Latin letters and Cyrillic ones that look like them.
    "hеlр mе",
    "https://example.org/?q=<b>",
    "bom dia, preciso de ajuda",
    "<b>& </i>",
    "/nosuchcommand",
]


@pytest.mark.model
@pytest.mark.parametrize("text", BAD)
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
