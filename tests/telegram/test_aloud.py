"""Replies that are spoken: the own language is heard first, and buttons are pictures."""

import json
from collections.abc import Sequence
from pathlib import Path

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
from tests.fakes.speech import said, talker
from tests.telegram.outgoing import Send, to_send
from tests.telegram.world import Telegram, Time, ok, refused

HELM = Sound("Zet uw helm op.", "nl")
ANSWERS = tuple((Button(Verbatim(words, language="nl"), "a:b:c"),) for words in ("Ja, graag.", "Nee."))
HELLO = (Text("hello", {"name": "Amina"}),)


def keys(telegram: Telegram) -> list[dict[str, str]]:
    """The buttons of the last message."""
    markup = telegram.calls[-1].parameters["reply_markup"]
    found = json.loads(markup) if isinstance(markup, str) else markup
    return [one for row in found["inline_keyboard"] for one in row]


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    return Speech(tmp_path / "sound", talker(tmp_path))


@pytest.fixture
def send(bot: Bot, store: Store, catalogues: Catalogues, time: Time, speech: Speech) -> Send:
    """Puts a reply into the outbox and sends it."""
    media = Media(speech.file, lambda _: None, lambda sounds, language: together(speech, sounds, language))
    sender = Sender(bot, store, catalogues, time, time.sleep, media=media)
    return to_send(sender, store)


async def test_the_own_language_is_heard_and_then_the_target_words_in_one_message(
    send: Send, telegram: Telegram, tmp_path: Path
) -> None:
    await send("q", Reply(lines=(HELLO,), sound=HELM, spoken=True))
    [call] = telegram.calls
    assert (call.method, call.parameters["caption"]) == ("sendVoice", "Hello <b>Amina</b>")
    assert said(tmp_path) == ["en|100|Hello …", "nl|100|Zet uw helm op."]


async def test_words_of_another_language_are_said_in_its_voice_where_they_stand(
    send: Send, telegram: Telegram, tmp_path: Path
) -> None:
    line = (Text("hello", {"name": Verbatim(HELM.words, bold=True, language="nl")}), Text("yes"))
    await send("q", Reply(lines=(line,), sound=HELM, spoken=True))
    assert [words.split("|")[::2] for words in said(tmp_path)] == [["en", "Hello"], ["nl", HELM.words], ["en", "Yes"]]
    assert len(telegram.calls) == 1


async def test_answers_in_another_language_are_numbered_and_heard(
    send: Send, telegram: Telegram, tmp_path: Path
) -> None:
    await send("q", Reply(lines=(HELLO,), buttons=ANSWERS, spoken=True))
    assert said(tmp_path)[-4:] == ["en|100|One:", "nl|100|Ja, graag.", "en|100|Two:", "nl|100|Nee."]
    assert [one["text"] for one in keys(telegram)] == ["1️⃣", "2️⃣"]


async def test_without_a_voice_of_ones_own_the_other_language_is_heard_in_the_order_of_numbered_buttons(
    mute: Send, telegram: Telegram, tmp_path: Path
) -> None:
    await mute("q", Reply(lines=(HELLO,), buttons=ANSWERS, sound=HELM, spoken=True))
    assert [words for words in said(tmp_path) if words.startswith("nl")] == [
        "nl|100|Zet uw helm op.",
        "nl|100|Ja, graag.",
        "nl|100|Nee.",
    ]
    assert [one["text"] for one in keys(telegram)] == ["1️⃣ Ja, graag.", "2️⃣ Nee."]
    assert telegram.calls[-1].parameters["caption"] == "Hello <b>Amina</b>"


async def test_buttons_are_not_heard_in_an_order_that_leaves_one_out(mute: Send, tmp_path: Path) -> None:
    own = (Button(Text("yes"), "a:b:c"),)
    await mute("q", Reply(lines=(HELLO,), buttons=(own, *ANSWERS), sound=HELM, spoken=True))
    assert [words for words in said(tmp_path) if words.startswith("nl")] == ["nl|100|Zet uw helm op."]


async def test_of_what_a_person_wrote_no_sound_is_kept(send: Send, telegram: Telegram, speech: Speech) -> None:
    telegram.answers["sendVoice"] = [ok({"message_id": one, "voice": {"file_id": f"v{one}"}}) for one in (501, 502)]
    for ref in ("once", "again"):
        words = Verbatim("Kom morgen.", language="nl", personal=True)
        await send(ref, Reply(lines=(HELLO, (words,)), spoken=True))
    assert [call.file is not None for call in telegram.calls] == [True, True]
    kept = {speech.place(Sound("Hello …", "en"))}
    assert {*speech.folder.iterdir()} == kept


async def test_what_is_sent_instead_of_a_refused_message_is_heard_too(
    send: Send, telegram: Telegram, tmp_path: Path
) -> None:
    telegram.answers["sendVoice"] = [refused(400, "Bad Request: no"), ok({"message_id": 501})]
    await send("q", Reply(lines=(HELLO,), spoken=True))
    assert len(telegram.calls) == 2
    assert said(tmp_path)[-1] == "en|100|Something went wrong."


async def test_who_wants_no_voice_messages_gets_what_is_sent_instead_as_text(send: Send, telegram: Telegram) -> None:
    telegram.answers["sendVoice"] = [refused(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")]
    await send("q", Reply(lines=(HELLO,), spoken=True))
    assert [call.method for call in telegram.calls] == ["sendVoice", "sendMessage"]


@pytest.fixture
def mute(bot: Bot, store: Store, catalogues: Catalogues, time: Time, speech: Speech) -> Send:
    """The same, where the learner's own language has no voice."""

    def others(sounds: Sequence[Sound], language: str) -> bytes:
        if any(sound.language == language for sound in sounds):
            raise NoSound("there is no such voice")
        return together(speech, sounds, language)

    sender = Sender(bot, store, catalogues, time, time.sleep, media=Media(speech.file, lambda _: None, others))
    return to_send(sender, store)


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
        together(speech, [Sound("dag", "nl"), Sound("hello", "zz")], "zz")
    only = together(speech, [Sound("hello", "zz"), Sound("dag", "nl")], "nl")
    assert only == speech.file(Sound("dag", "nl")).read_bytes()
