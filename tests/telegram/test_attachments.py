"""Replies with sound and pictures: sent with the words, by Telegram's own name the second time, and edited."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.i18n import Catalogues, Text, Verbatim
from bot.journeys.reply import Reply, button
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech
from bot.store import OutOfOrder, Store, files
from bot.telegram import Sender
from bot.telegram.attachments import File, Media
from tests.fakes.speech import talker
from tests.telegram.outgoing import Send, to_send
from tests.telegram.world import CHAT, TOKEN, UNPARSED, Telegram, Time, ok, refused

BOT_ID = int(TOKEN.partition(":")[0])
HELM = Sound("Zet uw helm op.", "nl")
QUESTION = Reply(
    lines=((Text("hello", {"name": "Amina"}),),), buttons=((button("yes", "practice", "s1", "yes"),),), sound=HELM
)
PNG = b"\x89PNG\r\n\x1a\n a sign"
WRONG_NAME = refused(400, "Bad Request: wrong file identifier/HTTP URL specified")
NO_CAPTION = refused(400, "Bad Request: there is no caption in the message to edit")
NO_TEXT = refused(400, "Bad Request: there is no text in the message to edit")
NOT_MODIFIED = refused(400, "Bad Request: message is not modified: specified new message content is the same")


@dataclass
class Shelf:
    """Where sounds and pictures come from; ``silent`` makes the sounds go."""

    speech: Speech
    silent: bool = False
    images: dict[str, bytes] = field(default_factory=lambda: {"helm": PNG})

    def sound(self, sound: Sound) -> Path:
        if self.silent:
            raise NoSound("espeak-ng is not installed")
        return self.speech.file(sound)

    def body(self, sound: Sound) -> bytes:
        return self.speech.file(sound).read_bytes()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Speech(tmp_path / "sound", talker(tmp_path)))


@pytest.fixture
def sender(bot: Bot, store: Store, catalogues: Catalogues, time: Time, shelf: Shelf) -> Sender:
    media = Media(shelf.sound, shelf.images.get)
    return Sender(bot, store, catalogues, time, time.sleep, media=media)


@pytest.fixture
def send(sender: Sender, store: Store) -> Send:
    """Puts a reply into the outbox and sends it."""
    return to_send(sender, store)


def voice(file_id: str, message_id: int = 501) -> Any:
    return ok({"message_id": message_id, "voice": {"file_id": file_id, "duration": 2}})


def edited(**changes: Any) -> Reply:
    return Reply(**{"lines": ((Text("yes"),),), "sound": HELM, "edits": "q", **changes})


def test_sound_and_image_survive_the_outbox() -> None:
    reply = Reply(sound=Sound("Dag", "nl", slow=True), image="helm")
    assert Reply.from_json(json.loads(json.dumps(reply.as_json()))) == reply


def test_a_reply_kept_before_there_was_sound_has_none() -> None:
    kept = {name: value for name, value in QUESTION.as_json().items() if name not in ("sound", "image")}
    assert (Reply.from_json(kept).sound, Reply.from_json(kept).image) == (None, None)


async def test_a_voice_message_bears_the_words_and_the_buttons(send: Send, telegram: Telegram, shelf: Shelf) -> None:
    await send("q", QUESTION)
    (call,) = telegram.calls
    assert (call.method, call.file) == ("sendVoice", ("voice.ogg", shelf.body(HELM)))
    assert (call.parameters["caption"], call.parameters["duration"]) == ("Hello <b>Amina</b>", 2)
    assert "inline_keyboard" in str(call.parameters["reply_markup"])


async def test_the_second_time_it_goes_by_the_name_that_telegram_gave(
    send: Send, telegram: Telegram, store: Store, shelf: Shelf
) -> None:
    telegram.answers["sendVoice"] = [voice("AwAC-1")]
    await send("q", QUESTION)
    await send("again", QUESTION)
    assert telegram.calls[1].parameters["voice"] == "AwAC-1"
    assert telegram.calls[1].file is None
    assert files.file_id(store, BOT_ID, File("voice", shelf.body(HELM)).digest) == "AwAC-1"
    assert files.file_id(store, BOT_ID + 1, File("voice", shelf.body(HELM)).digest) is None


async def test_a_name_that_telegram_refuses_is_forgotten_and_the_file_uploaded_again(
    send: Send, telegram: Telegram, store: Store, shelf: Shelf
) -> None:
    digest = File("voice", shelf.body(HELM)).digest
    files.keep(store, BOT_ID, digest, "AwAC-old")
    telegram.answers["sendVoice"] = [WRONG_NAME, voice("AwAC-new")]
    await send("q", QUESTION)
    assert [call.file is None for call in telegram.calls] == [True, False]
    assert telegram.calls[1].parameters["caption"] == "Hello <b>Amina</b>"
    assert files.file_id(store, BOT_ID, digest) == "AwAC-new"


async def test_a_file_that_is_refused_itself_is_set_aside(send: Send, telegram: Telegram, store: Store) -> None:
    telegram.answers["sendVoice"] = [WRONG_NAME]
    await send("q", QUESTION)
    assert [call.method for call in telegram.calls] == ["sendVoice", "sendMessage"]
    assert telegram.texts() == ["Something went wrong."]


async def test_a_caption_without_its_markup_is_still_heard(send: Send, telegram: Telegram) -> None:
    telegram.answers["sendVoice"] = [UNPARSED, voice("AwAC-1")]
    await send("q", QUESTION)
    await send("again", QUESTION)
    assert [call.parameters["caption"] for call in telegram.calls] == [
        "Hello <b>Amina</b>", "Hello Amina", "Hello <b>Amina</b>"
    ]  # fmt: skip
    assert telegram.calls[2].parameters["voice"] == "AwAC-1"


async def test_a_store_that_keeps_no_name_stops_no_message(
    send: Send, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OutOfOrder("the disk is full")

    monkeypatch.setattr(files, "keep", full)
    telegram.answers["sendVoice"] = [voice("AwAC-1")]
    await send("q", QUESTION)
    assert [call.method for call in telegram.calls] == ["sendVoice"]


async def test_words_too_long_for_a_caption_follow_the_sound(send: Send, telegram: Telegram) -> None:
    await send("q", Reply(lines=((Verbatim("é" * 1025),),), sound=HELM, buttons=QUESTION.buttons))
    first, second = telegram.calls
    assert (first.method, second.method) == ("sendVoice", "sendMessage")
    assert "caption" not in first.parameters
    assert ["reply_markup" in call.parameters for call in (first, second)] == [False, True]


async def test_a_picture_goes_before_the_sound_which_bears_the_words(send: Send, telegram: Telegram) -> None:
    telegram.answers["sendPhoto"] = [
        ok({"message_id": 7, "photo": [{"file_id": "small"}, {"file_id": "AgAC-large"}]})
    ] * 2
    reply = Reply(**{**vars(QUESTION), "image": "helm"})
    await send("q", reply)
    await send("again", reply)
    first, second, third, _ = telegram.calls
    assert (first.method, first.file) == ("sendPhoto", ("picture.png", PNG))
    assert "caption" not in first.parameters
    assert (second.method, second.parameters["caption"]) == ("sendVoice", "Hello <b>Amina</b>")
    assert third.parameters["photo"] == "AgAC-large"


async def test_a_picture_alone_bears_the_words(send: Send, telegram: Telegram) -> None:
    await send("q", Reply(lines=QUESTION.lines, image="helm"))
    (call,) = telegram.calls
    assert (call.method, call.parameters["caption"]) == ("sendPhoto", "Hello <b>Amina</b>")


async def test_without_sound_and_picture_the_words_are_read(
    send: Send, telegram: Telegram, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    shelf.silent = True
    reply = Reply(**{**vars(QUESTION), "image": "no such picture"})
    await send("q", reply)
    await send("again", Reply(lines=((Verbatim(HELM.words),),), sound=HELM))
    assert telegram.texts() == ["Hello <b>Amina</b>\nZet uw helm op.", "Zet uw helm op."]
    assert caplog.messages == ["Messages go out without sound (nl: espeak-ng is not installed)"]


async def test_an_edit_changes_the_caption(send: Send, telegram: Telegram) -> None:
    await send("q", QUESTION)
    await send("a", edited())
    assert telegram.calls[1].method == "editMessageCaption"
    assert telegram.calls[1].parameters == {
        "chat_id": CHAT, "message_id": 501, "caption": "Yes", "parse_mode": "HTML"
    }  # fmt: skip


async def test_an_edit_of_what_went_out_without_sound_changes_the_text(
    send: Send, telegram: Telegram, shelf: Shelf
) -> None:
    shelf.silent = True
    await send("q", QUESTION)
    await send("a", edited())
    assert [call.method for call in telegram.calls] == ["sendMessage", "editMessageText"]


@pytest.mark.parametrize(
    ("silent", "first", "refusal", "second"),
    [
        (False, "editMessageCaption", NO_CAPTION, "editMessageText"),
        (True, "editMessageText", NO_TEXT, "editMessageCaption"),
    ],
)
async def test_sound_that_came_or_went_meanwhile_hinders_no_edit(
    silent: bool, first: str, refusal: Any, second: str, send: Send, telegram: Telegram, shelf: Shelf
) -> None:
    shelf.silent = not silent
    await send("q", QUESTION)
    shelf.silent = silent
    telegram.answers[first] = [refusal]
    await send("a", edited())
    assert [call.method for call in telegram.calls[1:]] == [first, second]
    assert telegram.calls[2].parameters["message_id"] == 501


async def test_an_edit_that_says_the_same_is_none(send: Send, telegram: Telegram) -> None:
    telegram.answers["editMessageCaption"] = [NOT_MODIFIED]
    await send("q", QUESTION)
    await send("a", edited())
    assert [call.method for call in telegram.calls] == ["sendVoice", "editMessageCaption"]


async def test_an_edit_too_long_for_a_caption_becomes_a_new_message(send: Send, telegram: Telegram) -> None:
    telegram.answers["editMessageText"] = [NO_TEXT]
    await send("q", QUESTION)
    await send("a", edited(lines=((Verbatim("é" * 1025),),)))
    assert [call.method for call in telegram.calls[1:]] == ["editMessageText", "sendVoice", "sendMessage"]
