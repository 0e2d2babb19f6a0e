"""What a person can do with a phone, and what the bot hears of it."""

from typing import Any

import httpx
import pytest
from telegram import Bot, KeyboardButton, Message, ReplyKeyboardMarkup, Update

from bot.simulator.phone.acts import ACTS
from tests.fakes.phones import Handset
from tests.simulator.test_sending import KEYS
from tests.simulator.world import Clock


async def only(bot: Bot) -> Update:
    (update,) = await bot.get_updates()
    return update


async def heard(bot: Bot) -> Message:
    message = (await only(bot)).message
    assert message is not None
    return message


async def test_phones_have_names_languages_and_ids(client: httpx.AsyncClient, phone: Handset) -> None:
    other = await Handset.new(client, "Olena", "uk")
    chosen = await Handset.new(client, "Bilal", "ps", id=123)

    assert other.id == phone.id + 1
    assert phone.id > 2**32
    listed = (await client.get("/phone/api/phones")).json()
    assert [(entry["first_name"], entry["language_code"]) for entry in listed] == [
        ("Amina", "ar"),
        ("Olena", "uk"),
        ("Bilal", "ps"),
    ]
    taken = await client.post("/phone/api/phones", json={"first_name": "X", "language_code": "en", "id": chosen.id})
    assert taken.status_code == 409
    assert (await client.post("/phone/api/phones", json={"first_name": "X"})).status_code == 400

    await client.delete(f"/phone/api/phones/{other.id}")
    assert len((await client.get("/phone/api/phones")).json()) == 2


async def test_a_command_is_one(bot: Bot, phone: Handset) -> None:
    await phone.act("command", command="practise")

    message = await heard(bot)
    assert message.text == "/practise"
    assert [entity.type for entity in message.entities] == ["bot_command"]


@pytest.mark.parametrize("form", ["https://t.me/{}?start=Code-1_x", "t.me/{}?start=Code-1_x"])
async def test_an_invitation(bot: Bot, phone: Handset, form: str) -> None:
    me = await bot.get_me()

    await phone.act("open", link=form.format(me.username))

    assert (await heard(bot)).text == "/start Code-1_x"


@pytest.mark.parametrize("link", ["https://t.me/another_bot?start=x", "https://example.org", ""])
async def test_a_link_that_invites_to_nothing(phone: Handset, link: str) -> None:
    assert (await phone.try_to("open", link=link)).status_code == 400


async def test_pressing_keys(bot: Bot, phone: Handset) -> None:
    await bot.send_message(phone.id, "Choose", reply_markup=KEYS)

    await phone.presses("Tip")

    assert (await heard(bot)).text == "Tip"
    assert (await phone.try_to("press", text="Nothing")).status_code == 404


async def test_keys_that_ask_and_go(bot: Bot, phone: Handset) -> None:
    asking = ReplyKeyboardMarkup([[KeyboardButton("Call me", request_contact=True)]], one_time_keyboard=True)
    await bot.send_message(phone.id, "May I?", reply_markup=asking)

    await phone.presses("Call me")

    contact = (await heard(bot)).contact
    assert contact is not None
    assert contact.user_id == phone.id
    assert (await phone.chat())["keyboard"] is None


async def test_editing_the_last_text(bot: Bot, phone: Handset, clock: Clock) -> None:
    first = await phone.says("first")
    await phone.says("secnod")
    await phone.act("edit", text="second")
    await phone.act("edit", text="the first", message_id=first["id"])

    updates = await bot.get_updates()

    assert [update.message.text for update in updates[:2] if update.message] == ["first", "secnod"]
    edited = [update.edited_message for update in updates[2:] if update.edited_message]
    assert [message.text for message in edited] == ["second", "the first"]
    assert edited[0].edit_date == clock.now
    assert [message["text"] for message in (await phone.messages())[-2:]] == ["the first", "second"]


async def test_there_may_be_nothing_to_edit(bot: Bot, client: httpx.AsyncClient) -> None:
    silent = await Handset.new(client, "Silent")

    assert (await silent.try_to("edit", text="x")).status_code == 404


async def test_blocking_is_told_once(bot: Bot, phone: Handset) -> None:
    for act in ("block", "block", "unblock"):
        await phone.act(act)

    blocked, unblocked = [update.my_chat_member for update in await bot.get_updates()]

    assert blocked is not None
    assert unblocked is not None
    assert [blocked.old_chat_member.status, blocked.new_chat_member.status] == ["member", "kicked"]
    assert [unblocked.old_chat_member.status, unblocked.new_chat_member.status] == ["kicked", "member"]
    assert blocked.from_user.id == phone.id


@pytest.mark.parametrize(
    ("act", "values"),
    [("text", {"text": "x"}), ("photo", {}), ("tap", {"text": "x"}), ("press", {"text": "x"}), ("edit", {"text": "x"})],
)
async def test_a_blocked_bot_gets_nothing(bot: Bot, phone: Handset, act: str, values: dict[str, Any]) -> None:
    await phone.act("block")

    refused = await phone.try_to(act, **values)

    assert refused.status_code == 409
    assert "unblock" in refused.json()["error"]


async def test_attachments(bot: Bot, phone: Handset) -> None:
    for act in ("photo", "voice", "document", "sticker", "location", "contact"):
        await phone.act(act)

    said = [update.to_dict()["message"] for update in await bot.get_updates()]
    photo, voice, document, sticker, location, contact = said
    assert (photo["photo"][0]["width"], photo["photo"][0]["height"]) == (480, 320)
    assert voice["voice"]["mime_type"] == "audio/ogg"
    assert document["document"]["file_name"] == "document.txt"
    assert sticker["sticker"]["emoji"] == "👍"
    assert location["location"] == {"latitude": 50.9653, "longitude": 5.5009}
    assert contact["contact"]["first_name"] == "Amina"


async def test_ones_own_file(bot: Bot, phone: Handset, client: httpx.AsyncClient) -> None:
    files = {"file": ("cv.pdf", b"%PDF-1.7 my cv", "application/pdf")}
    sent = await client.post(f"/phone/api/phones/{phone.id}/document", files=files, data={"caption": "CV"})

    message = await heard(bot)
    assert message.caption == "CV"
    assert message.document is not None
    shown = await client.get(f"/phone/api/files/{sent.json()['content']['file_id']}")
    assert shown.content == b"%PDF-1.7 my cv"
    assert shown.headers["content-disposition"] == "attachment"
    assert shown.headers["content-type"] == "application/octet-stream"


async def test_no_photo_without_a_picture(phone: Handset, client: httpx.AsyncClient) -> None:
    files = {"file": ("a.png", b"<svg/>", "image/png")}

    answer = await client.post(f"/phone/api/phones/{phone.id}/photo", files=files)

    assert answer.status_code == 400


async def test_raw_updates(bot: Bot, phone: Handset, client: httpx.AsyncClient) -> None:
    raw = {"message": {"message_id": "not a number"}}
    given = (await client.post("/phone/api/updates", json=raw)).json()["update_id"]
    await client.post("/phone/api/updates", json={"update_id": given, "poll": None})

    answer = (await client.get(f"/bot{bot.token}/getUpdates")).json()

    assert answer["result"] == [{"update_id": given, **raw}, {"update_id": given, "poll": None}]


async def test_unread_counts_until_it_is_read(bot: Bot, phone: Handset) -> None:
    for text in ("one", "two"):
        await bot.send_message(phone.id, text)
    assert (await phone.chat())["unread"] == 2

    await phone.act("read")

    assert (await phone.chat())["unread"] == 0


async def test_clearing_is_not_told(bot: Bot, phone: Handset) -> None:
    await bot.send_message(phone.id, "Choose", reply_markup=KEYS)

    await phone.act("clear")

    assert await phone.messages() == []
    assert (await phone.chat())["keyboard"] is None
    assert await bot.get_updates() == ()


async def test_without_a_bot_a_phone_says_what_to_do(client: httpx.AsyncClient) -> None:
    lonely = await Handset.new(client, "Early")

    refused = await lonely.try_to("text", text="anybody?")

    assert refused.status_code == 409
    assert "No bot has called yet" in refused.json()["error"]


@pytest.mark.parametrize(
    ("act", "values", "status"),
    [
        ("text", {"text": ""}, 400),
        ("text", {"text": "x" * 4097}, 400),
        ("text", {"text": "x", "reply_to": 999}, 404),
        ("location", {"latitude": "north"}, 400),
        ("fly", {}, 404),
    ],
)
async def test_what_a_phone_cannot_do(phone: Handset, act: str, values: dict[str, Any], status: int) -> None:
    refused = await phone.try_to(act, **values)

    assert refused.status_code == status
    assert refused.json()["error"]


async def test_other_sites_cannot_use_a_phone(phone: Handset, client: httpx.AsyncClient) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}

    answer = await client.post(f"/phone/api/phones/{phone.id}/text", json={"text": "x"}, headers=elsewhere)

    assert answer.status_code == 403


async def test_every_act_refuses_an_unknown_phone(bot: Bot, client: httpx.AsyncClient) -> None:
    for act in ACTS:
        assert (await client.post(f"/phone/api/phones/5/{act}", json={})).status_code == 404
