"""What staff said aloud goes out as a voice message with their name below it, and nothing of it is kept for others."""

import json
from pathlib import Path

import pytest
from telegram import Bot

from bot.i18n import Catalogues, Text
from bot.journeys.reply import Reply
from bot.speech.speech import Speech
from bot.speech.together import together
from bot.store import Store, files
from bot.store.tables import Message, SpokenMessage
from bot.telegram import Sender
from bot.telegram.attachments import File, Media
from tests.fakes.house import VOICE
from tests.fakes.speech import talker
from tests.fakes.stores import BEGINNING, add, staff_row
from tests.telegram.outgoing import Send, to_send
from tests.telegram.world import CHAT, TOKEN, Telegram, Time, ok

SOUND = VOICE.read_bytes()
SAID = Reply(lines=((Text("hello", {"name": "Els"}),),), recorded="m1")


@pytest.fixture
def sender(bot: Bot, store: Store, catalogues: Catalogues, time: Time, tmp_path: Path) -> Sender:
    speech = Speech(tmp_path / "sound", talker(tmp_path))
    media = Media(speech.file, lambda _: None, lambda sounds, language: together(speech, sounds, language))
    return Sender(bot, store, catalogues, time, time.sleep, media=media)


@pytest.fixture
def send(sender: Sender, store: Store) -> Send:
    """Sends a reply to a learner to whom somebody said something aloud."""
    send = to_send(sender, store)
    message = Message(id="m1", learner_id=f"learner{CHAT}", staff_id="els", at=BEGINNING)
    add(store, staff_row("els"), message, SpokenMessage(message_id="m1", learner_id=f"learner{CHAT}", sound=SOUND))
    return send


def test_it_survives_the_outbox_and_was_not_there_before() -> None:
    assert Reply.from_json(json.loads(json.dumps(SAID.as_json()))) == SAID
    kept = {name: value for name, value in SAID.as_json().items() if name != "recorded"}
    assert Reply.from_json(kept).recorded is None


async def test_it_is_a_voice_message_with_the_name_below_it(send: Send, telegram: Telegram, store: Store) -> None:
    telegram.answers["sendVoice"] = [ok({"message_id": 501, "voice": {"file_id": "AwAC-1"}})]
    await send("q", SAID)
    (call,) = telegram.calls
    assert (call.method, call.file) == ("sendVoice", ("voice.ogg", SOUND))
    assert call.parameters["caption"] == "Hello <b>Els</b>"
    assert call.parameters["duration"] == 1
    assert files.file_id(store, int(TOKEN.partition(":")[0]), File("voice", SOUND).digest) is None


async def test_who_listens_hears_first_who_it_is(send: Send, telegram: Telegram) -> None:
    await send("q", Reply(lines=SAID.lines, recorded="m1", spoken=True))
    assert [call.method for call in telegram.calls] == ["sendVoice", "sendVoice"]
    assert [call.file == ("voice.ogg", SOUND) for call in telegram.calls] == [False, True]
    assert ["caption" in call.parameters for call in telegram.calls] == [False, True]


async def test_a_sound_that_is_gone_leaves_the_words(send: Send, telegram: Telegram) -> None:
    await send("q", Reply(lines=SAID.lines, recorded="another"))
    assert [call.method for call in telegram.calls] == ["sendMessage"]
