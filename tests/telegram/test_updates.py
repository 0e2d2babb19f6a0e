"""Every kind of update, and what the bot hears in it."""

import copy
import json
import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.journeys.incoming import Incoming, Kind, Pressed
from bot.telegram import read
from tests.telegram.raw import (
    AMINA,
    FILE,
    GROUP,
    PICTURE,
    PLACE,
    PRIVATE,
    Json,
    membership,
    message,
    says,
    taps,
    update,
)
from tests.telegram.world import CHAT

POLL = {
    "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
    "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}  # fmt: skip
VIDEO = {**PICTURE, "duration": 3}
GAME = {"title": "t", "description": "d", "photo": [PICTURE]}

OTHER: dict[str, Json] = {
    "animation": {"animation": VIDEO, "document": FILE},
    "audio": {"audio": {**FILE, "duration": 3}},
    "contact": {"contact": {"phone_number": "+32", "first_name": "Jan"}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "document": {"document": FILE},
    "game": {"game": GAME},
    "photo": {"photo": [PICTURE]},
    "poll": {"poll": POLL},
    "sticker": {"sticker": {**PICTURE, "is_animated": False, "is_video": False, "type": "regular"}},
    "story": {"story": {"chat": PRIVATE, "id": 1}},
    "location": {"location": PLACE},
    "venue": {"venue": {"location": PLACE, "title": "t", "address": "a"}, "location": PLACE},
    "video": {"video": VIDEO},
    "unknown": {"brand_new_thing": {"x": 1}},
    "video_note": {"video_note": {**FILE, "length": 9, "duration": 3}},
}

SILENT: dict[str, Json] = {
    "group": update(message=message(GROUP, text="hello all")),
    "group button": taps("practice:s1:a", message=message(GROUP, text="Which?")),
    "group membership": membership("member", GROUP),
    "administrator": membership("administrator"),
    "channel": update(channel_post=message({"id": -5, "type": "channel", "title": "News"}, text="x")),
    "edited channel": update(edited_channel_post=message({"id": -5, "type": "channel", "title": "News"}, text="x")),
    "business": update(business_message=message(text="x")),
    "inline": update(inline_query={"id": "1", "from": AMINA, "query": "x", "offset": ""}),
    "poll itself": update(poll=POLL),
    "pinned": update(message=message(pinned_message=message(text="x"))),
    "timer": update(message=message(message_auto_delete_timer_changed={"message_auto_delete_time": 9})),
    "unknown kind": update(brand_new={"chat": PRIVATE, "text": "x"}),
    "nothing": update(),
}

MALFORMED: dict[str, Json] = {
    "empty": {},
    "no chat": update(message={"message_id": 1, "date": 1, "text": "secret"}),
    "no date": update(message={"message_id": 1, "chat": PRIVATE, "from": AMINA, "text": "secret"}),
    "chat of another type": update(message=message({"id": "1001", "type": "private"}, text="secret")),
    "text of another type": update(message=message(text=["secret"])),
    "message of another type": update(message="secret"),
    "broken query": update(callback_query={"id": "1", "data": "secret"}),
    "huge chat id": update(message=message({"id": 2**70, "type": "private"}, text="secret")),
}


def heard(raw: Json) -> dict[str, Any]:
    """What was read, without what stands in every update."""
    incoming = read(raw)
    common = {"update_id": 1, "chat_id": CHAT, "language_code": "ar", "first_name": "Amina"}
    assert {name: getattr(incoming, name) for name in common} == common
    assert incoming.message_id == 7
    plain = Incoming(incoming.kind, 1, CHAT, message_id=7, language_code="ar", first_name="Amina")
    return {name: value for name, value in vars(incoming).items() if name == "kind" or value != getattr(plain, name)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik ben ziek", {"kind": Kind.TEXT, "text": "Ik ben ziek"}),
        ("/ help", {"kind": Kind.TEXT, "text": "/ help"}),
        ("/tip/sick_leave", {"kind": Kind.TEXT, "text": "/tip/sick_leave"}),
        ("/", {"kind": Kind.TEXT, "text": "/"}),
        ("/start", {"kind": Kind.COMMAND, "command": "start"}),
        ("/start abc-DEF_1", {"kind": Kind.COMMAND, "command": "start", "argument": "abc-DEF_1", "text": "abc-DEF_1"}),
        ("/TIP@werkmaat_bot", {"kind": Kind.COMMAND, "command": "tip"}),
        ("/delete_data", {"kind": Kind.COMMAND, "command": "delete_data"}),
        (
            "/help ik wil\nniet meer ",
            {"kind": Kind.COMMAND, "command": "help", "argument": "ik wil\nniet meer", "text": "ik wil\nniet meer"},
        ),
    ],
)
def test_words_and_commands(text: str, expected: dict[str, Any]) -> None:
    assert heard(says(text)) == expected


@pytest.mark.parametrize(
    ("data", "pressed"),
    [
        ("practice:s1:a", Pressed("practice", "s1", "a")),
        ("menu:-:tip", Pressed("menu", "-", "tip")),
        ("reminder:k7f3:18:00", Pressed("reminder", "k7f3", "18:00")),
    ],
)
def test_a_button_names_its_question(data: str, pressed: Pressed) -> None:
    assert heard(taps(data)) == {"kind": Kind.BUTTON, "pressed": pressed}


@pytest.mark.parametrize(
    "data", ["", "practice", "practice:s1", "practice:s1:", "a b:c:d", "Practice:s:1", "::", "😀:s:1"]
)
def test_a_button_of_something_else_is_an_old_one(data: str) -> None:
    assert heard(taps(data)) == {"kind": Kind.OTHER, "media": "old_button"}


def test_a_button_of_a_game_is_an_old_one() -> None:
    raw = taps("x", game_short_name="g")
    del raw["callback_query"]["data"]
    assert heard(raw)["media"] == "old_button"


def test_a_button_may_outlive_its_message() -> None:
    gone = read(taps("practice:s1:a", message={"chat": PRIVATE, "message_id": 7, "date": 0}))
    assert (gone.kind, gone.chat_id) == (Kind.BUTTON, CHAT)
    raw = taps("practice:s1:a")
    del raw["callback_query"]["message"]
    absent = read(raw)
    assert (absent.kind, absent.chat_id, absent.message_id) == (Kind.BUTTON, CHAT, None)


def test_a_voice_note_brings_its_file_and_caption() -> None:
    voice: Json = {"voice": {**FILE, "duration": 3}, "caption": "luister"}
    found = heard(update(message=message(**voice)))
    assert found == {"kind": Kind.VOICE, "file_id": "F1", "seconds": 3, "text": "luister"}


def file_of(media: str) -> dict[str, Any]:
    """What else is read of it: a photo has a file."""
    return {"file_id": PICTURE["file_id"]} if media == "photo" else {}


@pytest.mark.parametrize("media", OTHER)
def test_other_content_is_named(media: str) -> None:
    assert heard(update(message=message(**OTHER[media]))) == {"kind": Kind.OTHER, "media": media, **file_of(media)}


def test_of_a_photo_the_largest_form_is_taken() -> None:
    forms = [PICTURE, PICTURE | {"file_id": "large", "file_unique_id": "large"}]
    assert heard(update(message=message(photo=forms)))["file_id"] == "large"


@pytest.mark.parametrize("media", ["photo", "document", "video"])
def test_a_caption_is_heard(media: str) -> None:
    said = heard(update(message=message(**OTHER[media], caption="help me")))
    assert said == {"kind": Kind.OTHER, "media": media, "text": "help me", **file_of(media)}


PART_OF_TOMORROW = {"quote": {"secret": 1}}
"""The library knows quotes, but not this form of them."""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "help me"}, {"kind": Kind.TEXT, "text": "help me"}),
        ({"photo": [{"secret": 1}]}, {"kind": Kind.OTHER, "media": "unknown"}),
        ({"photo": [PICTURE], "caption": "help me"}, {"kind": Kind.TEXT, "text": "help me"}),
    ],
)
def test_a_part_that_cannot_be_read_does_not_hide_the_rest(content: Json, expected: dict[str, Any]) -> None:
    assert heard(update(message=message(**content, **PART_OF_TOMORROW))) == expected
    assert heard(update(edited_message=message(text="better", **PART_OF_TOMORROW))) == {
        "kind": Kind.EDITED,
        "text": "better",
    }


def test_a_button_below_a_message_that_cannot_be_read_works() -> None:
    raw = taps("practice:s1:a", message=message(text="Which?", **PART_OF_TOMORROW))
    assert heard(raw) == {"kind": Kind.BUTTON, "pressed": Pressed("practice", "s1", "a")}
    group = taps("practice:s1:a", message=message(GROUP, text="Which?", **PART_OF_TOMORROW))
    assert read(group).kind is Kind.SILENT


def test_a_rich_message_is_its_words() -> None:
    blocks = [
        {"type": "paragraph", "text": ["I am ", {"type": "bold", "text": "ill"}, " today"]},
        {"type": "list", "items": [{"label": "1", "blocks": [{"type": "paragraph", "text": "fever"}]}]},
    ]
    assert heard(update(message=message(rich_message={"blocks": blocks}))) == {
        "kind": Kind.TEXT,
        "text": "I am ill today\n1 fever",
    }


@pytest.mark.parametrize("content", [{"text": "better"}, {"photo": [PICTURE], "caption": "better"}])
def test_an_edited_message_brings_its_new_words(content: Json) -> None:
    assert heard(update(edited_message=message(**content))) == {"kind": Kind.EDITED, "text": "better"}


@pytest.mark.parametrize(("status", "kind"), [("kicked", Kind.BLOCKED), ("member", Kind.UNBLOCKED)])
def test_blocking_and_unblocking(status: str, kind: Kind) -> None:
    incoming = read(membership(status))
    assert (incoming.kind, incoming.chat_id) == (kind, CHAT)


@pytest.mark.parametrize("name", SILENT)
def test_what_is_not_for_the_bot_is_silent(name: str) -> None:
    assert read(SILENT[name]).kind is Kind.SILENT


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_update_is_silent_and_its_words_stay_out_of_the_log(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert read(MALFORMED[name]).kind is Kind.SILENT
    assert "secret" not in caplog.text


junk: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from([[], {}, [[{}]]])
)
sound = [
    says("hello"),
    taps("practice:s1:a"),
    membership("kicked"),
    update(edited_message=message(text="x")),
    update(message=message(rich_message={"blocks": [{"type": "paragraph", "text": ["a"]}]})),
    *(update(message=message(**content)) for content in OTHER.values()),
]


def places(piece: Any) -> list[tuple[Any, Any]]:
    """Every place in a JSON value, as its container and key."""
    keys = list(piece) if isinstance(piece, dict) else list(range(len(piece))) if isinstance(piece, list) else []
    return [(piece, key) for key in keys] + [place for key in keys for place in places(piece[key])]


@given(data=st.data())
def test_whatever_is_broken_in_an_update_it_is_read_as_something(data: st.DataObject) -> None:
    raw = copy.deepcopy(data.draw(st.sampled_from(sound)))
    container, key = data.draw(st.sampled_from(places(raw)))
    container[key] = data.draw(junk)
    incoming = read(json.loads(json.dumps(raw)))
    assert isinstance(incoming.kind, Kind)
    assert isinstance(incoming.text, str)
    assert isinstance(incoming.chat_id, int)
    assert abs(incoming.chat_id) < 2**63
