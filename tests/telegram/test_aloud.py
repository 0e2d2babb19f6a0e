"""Replies that are spoken: the own language is heard first, and buttons are pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.i18n import Catalogues, Text, Verbatim
from bot.journeys.reply import Button, Reply
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech
from bot.speech.together import together
from bot.store import Store, outbox
from bot.telegram import Sender
from bot.telegram.attachments import Media
from tests.fakes import stores
from tests.fakes.speech import said, talker
from tests.telegram.world import CHAT, Telegram, Time, ok, row_of

Send = Callable[[str, Reply], Any]
HELM = Sound("Zet uw helm op.", "nl")
HELLO = (Text("hello", {"name": "Amina"}),)


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    return Speech(tmp_path / "sound", talker(tmp_path))


@pytest.fixture
def send(bot: Bot, store: Store, catalogues: Catalogues, time: Time, speech: Speech) -> Send:
    """Puts a reply into the outbox and sends it."""
    media = Media(speech.file, lambda _: None, lambda sounds: together(speech, sounds))
    sender = Sender(bot, store, catalogues, time, time.sleep, media=media)
    stores.add(store, stores.learner_row(CHAT))

    async def put(ref: str, reply: Reply) -> None:
        stores.add(store, row_of(ref, reply.as_json(), edits=reply.edits))
        await sender.flush()

    return put


async def test_the_own_language_is_heard_before_the_target_words(
    send: Send, telegram: Telegram, tmp_path: Path
) -> None:
    await send("q", Reply(lines=(HELLO,), sound=HELM, spoken=True))
    first, second = telegram.calls
    assert [call.method for call in (first, second)] == ["sendVoice", "sendVoice"]
    assert "caption" not in first.parameters
    assert second.parameters["caption"] == "Hello <b>Amina</b>"
    assert sorted(said(tmp_path)) == ["en|100|Hello …", "nl|100|Zet uw helm op."]


async def test_what_a_person_wrote_is_given_to_no_program(send: Send, telegram: Telegram, tmp_path: Path) -> None:
    await send("q", Reply(lines=((Verbatim("Kerkstraat 1"),),), spoken=True))
    assert [call.method for call in telegram.calls] == ["sendMessage"]
    assert said(tmp_path) == []


async def test_buttons_are_pictures_or_places(send: Send, telegram: Telegram) -> None:
    labels = (Verbatim("❓"), Text("yes"))
    await send("q", Reply(lines=(HELLO,), buttons=(tuple(Button(one, "a:b:c") for one in labels),), spoken=True))
    shown = str(telegram.calls[-1].parameters["reply_markup"])
    assert "❓" in shown
    assert "2️⃣" in shown


async def test_a_change_comes_anew_and_the_next_change_finds_it(send: Send, telegram: Telegram, store: Store) -> None:
    telegram.answers["sendVoice"] = [ok({"message_id": number}) for number in (501, 502, 503)]
    await send("q", Reply(lines=(HELLO,), spoken=True))
    await send("first", Reply(lines=((Text("yes"),),), edits="q", spoken=True))
    await send("second", Reply(lines=(HELLO,), edits="q", spoken=True))
    gone = [call.parameters["message_id"] for call in telegram.calls if call.method == "deleteMessage"]
    assert [str(number) for number in gone] == ["501", "502"]
    assert outbox.message_id(store, "q") == 503


async def test_what_needs_no_voice_is_changed_where_it_stands(send: Send, telegram: Telegram) -> None:
    telegram.answers["sendVoice"] = [ok({"message_id": 501})]
    await send("q", Reply(lines=(HELLO,), spoken=True))
    await send("settled", Reply(lines=(HELLO,), edits="q", spoken=True, aloud=()))
    assert telegram.calls[-1].method == "editMessageCaption"


def test_a_part_that_cannot_be_said_in_the_own_language_leaves_it_all_unsaid(speech: Speech) -> None:
    with pytest.raises(NoSound):
        together(speech, [Sound("hello", "zz"), Sound("dag", "nl")])
    assert together(speech, [Sound("dag", "nl"), Sound("hello", "zz")]) == speech.file(Sound("dag", "nl"))
