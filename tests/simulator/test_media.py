"""sendPhoto, sendVoice, sendAudio, sendDocument and the files behind them."""

from typing import Any

import pytest
from telegram import Bot, InputFile, Message
from telegram.error import BadRequest, TelegramError

from tests.fakes.phones import Handset
from tests.simulator.test_sending import YES_NO
from tests.simulator.world import SAMPLES

PHOTO = (SAMPLES / "photo.png").read_bytes()
VOICE = (SAMPLES / "voice.ogg").read_bytes()


async def test_a_photo(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_photo(phone.id, PHOTO, caption="Een <i>kraan</i>", parse_mode="HTML", has_spoiler=True)

    (size,) = sent.photo
    assert (size.width, size.height, size.file_size) == (480, 320, len(PHOTO))
    assert (sent.caption_html, sent.has_media_spoiler) == ("Een <i>kraan</i>", True)
    shown = await phone.last()
    assert (shown["kind"], shown["text"]) == ("photo", "Een kraan")


async def test_a_voice_message_keeps_its_length(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_voice(phone.id, VOICE, duration=7)

    assert sent.voice is not None
    assert (sent.voice.duration, sent.voice.mime_type) == (7, "audio/ogg")


async def test_what_is_no_voice_arrives_as_a_document(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_voice(phone.id, InputFile(b"RIFF....WAVEfmt ", filename="note.wav"))

    assert sent.voice is None
    assert sent.document is not None
    assert sent.document.file_name == "note.wav"


async def test_ogg_without_opus_is_no_voice(bot: Bot, phone: Handset) -> None:
    vorbis = VOICE.replace(b"OpusHead", b"\x01vorbis\x00")
    sent = await bot.send_voice(phone.id, InputFile(vorbis, filename="note.ogg"))

    assert sent.voice is None
    assert sent.document is not None


async def test_the_caption_of_a_voice_message_sent_by_its_id_is_edited(bot: Bot, phone: Handset) -> None:
    first = (await bot.send_voice(phone.id, VOICE)).voice
    assert first is not None
    sent = await bot.send_voice(phone.id, first.file_id, caption="Zet uw helm op.", reply_markup=YES_NO)

    edited = await bot.edit_message_caption(phone.id, sent.message_id, caption="<b>Helm</b>", parse_mode="HTML")

    assert isinstance(edited, Message)
    assert (edited.voice, edited.caption_html, edited.reply_markup) == (first, "<b>Helm</b>", None)
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await bot.edit_message_text("Helm", phone.id, sent.message_id)


async def test_music_has_a_title(bot: Bot, phone: Handset) -> None:
    song = InputFile(b"ID3\x03" + bytes(40), filename="zin.mp3")
    sent = await bot.send_audio(phone.id, song, title="Zin 1", performer="Werkmaat", duration=3)

    assert sent.audio is not None
    assert (sent.audio.title, sent.audio.performer, sent.audio.mime_type) == ("Zin 1", "Werkmaat", "audio/mpeg")


async def test_a_document_has_a_name(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_document(phone.id, InputFile(b"%PDF-1.7", filename="loonbrief.pdf"), caption="Juni")

    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("loonbrief.pdf", "application/pdf")
    assert sent.caption == "Juni"


async def test_a_file_is_sent_again_by_its_id(bot: Bot, phone: Handset) -> None:
    first = await bot.send_photo(phone.id, PHOTO)

    again = await bot.send_photo(phone.id, first.photo[-1].file_id)

    assert again.photo == first.photo


async def test_what_one_person_sends_can_be_sent_to_another(bot: Bot, phone: Handset) -> None:
    other = await Handset.new(phone.client, "Olena", "uk")
    await other.says("/start")
    await phone.act("voice", duration=4)
    voice = next(update.message.voice for update in await bot.get_updates() if update.message and update.message.voice)

    sent = await bot.send_voice(other.id, voice.file_id)

    assert sent.voice == voice
    assert (await other.last())["content"]["file_id"] == voice.file_id


async def test_a_file_that_is_no_photo_arrives_as_what_it_is(bot: Bot, phone: Handset) -> None:
    voice = (await bot.send_voice(phone.id, VOICE)).voice
    assert voice is not None

    sent = await bot.send_document(phone.id, voice.file_id)

    assert (sent.voice, sent.document) == (voice, None)


async def test_a_file_of_another_bot_is_unknown(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_photo(phone.id, PHOTO)

    answer = await phone.client.get("/bot77:other/getFile", params={"file_id": sent.photo[-1].file_id})

    assert answer.json()["description"] == "Bad Request: invalid file_id"


async def test_a_voice_message_of_more_than_a_megabyte_is_a_file(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_voice(phone.id, VOICE + bytes(1024 * 1024))

    assert (sent.voice, sent.document is None) == (None, False)


async def test_what_is_too_big_cannot_be_downloaded(bot: Bot, phone: Handset) -> None:
    big = await bot.send_document(phone.id, InputFile(bytes(20 * 1024 * 1024 + 1), filename="big.bin"))
    assert big.document is not None

    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(big.document.file_id)


async def test_a_file_can_be_downloaded(bot: Bot, phone: Handset) -> None:
    await phone.act("voice")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.voice is not None

    file = await bot.get_file(update.message.voice.file_id)

    assert file.file_size == len(VOICE)
    assert await file.download_as_bytearray() == VOICE
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("nothing")


async def test_an_unknown_path_has_no_file(bot: Bot) -> None:
    with pytest.raises(TelegramError, match="Not Found"):
        await bot.request.retrieve(f"{bot.base_file_url}/photos/none.png")


@pytest.mark.parametrize(
    ("method", "file", "values", "problem"),
    [
        ("send_photo", b"no picture", {}, "Image_process_failed"),
        ("send_photo", b"", {}, "File must be non-empty"),
        ("send_photo", "http://example.org/a.png", {}, "Failed to get http url content"),
        ("send_photo", "unknown-id", {}, "Wrong file identifier/http url specified"),
        ("send_photo", PHOTO, {"caption": "x" * 1025}, "Message caption is too long"),
        ("send_document", PHOTO, {"caption": "<b>", "parse_mode": "HTML"}, "Can't parse entities"),
        ("send_voice", VOICE, {"chat_id": 1}, "Chat not found"),
    ],
)
async def test_what_is_refused(
    bot: Bot, phone: Handset, method: str, file: bytes | str, values: dict[str, Any], problem: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await getattr(bot, method)(**{"chat_id": phone.id, method.removeprefix("send_"): file, **values})


async def test_one_kind_is_not_sent_as_another(bot: Bot, phone: Handset) -> None:
    sent: Message = await bot.send_photo(phone.id, PHOTO)

    with pytest.raises(BadRequest, match=r"(?i)can't use file of type Photo as VoiceNote"):
        await bot.send_voice(phone.id, sent.photo[-1].file_id)
