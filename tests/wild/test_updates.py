"""Whatever an update holds: a person gets an answer, and the next update is not held up."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.store import inbox, outbox
from bot.store.tables import Message
from tests.fakes.learner import Walker
from tests.journeys.conftest import LANGUAGES
from tests.wild.checks import Logs, all_is_well, listening, nobody_is_quoted, visible, well_formed
from tests.wild.examples import examples
from tests.wild.sending import message, user
from tests.wild.shapes import Json, junk, objects, short
from tests.wild.states import EVERYWHERE, States

SENT = {
    "animation": telegram.Animation, "audio": telegram.Audio, "contact": telegram.Contact, "dice": telegram.Dice,
    "document": telegram.Document, "location": telegram.Location, "poll": telegram.Poll, "sticker": telegram.Sticker,
    "venue": telegram.Venue, "video": telegram.Video, "video_note": telegram.VideoNote, "voice": telegram.Voice,
}  # fmt: skip
"""What a person sends from a phone, besides words."""

BESIDE = (
    "caption", "edit_date", "effect_id", "external_reply", "forward_origin", "has_media_spoiler", "is_topic_message",
    "link_preview_options", "media_group_id", "message_thread_id", "quote", "reply_to_message", "reply_to_story",
    "show_caption_above_media", "via_bot",
)  # fmt: skip
"""What may stand beside it: a caption, that it is a reply, forwarded, part of an album."""

anywhere = st.sampled_from(EVERYWHERE)
languages = st.sampled_from(LANGUAGES)


@st.composite
def sent(draw: st.DrawFn) -> Json:
    """What a person sent, without who and where."""
    name = draw(st.sampled_from(["text", "photo", "brand_new", *SENT]))
    if name in SENT:
        content: Any = draw(objects(SENT[name], depth=1))
    elif name == "photo":
        content = draw(st.lists(objects(telegram.PhotoSize, depth=1), min_size=1, max_size=2))
    else:
        content = draw(short) if name == "text" else {"of": "tomorrow"}
    whole = draw(objects(telegram.Message, depth=2, most=8))
    return {name: content, **{field: whole[field] for field in BESIDE if field in whole}}


@examples(40)
@given(state=anywhere, language=languages, content=sent())
async def test_whatever_a_person_sends_is_answered(states: States, state: str, language: str, content: Json) -> None:
    with listening() as logs:
        async with states.at(state, language) as walker:
            await walker.updates(message=message(walker, **content))
            assert visible(walker)
            await all_is_well(walker, logs)


@st.composite
def updates(draw: st.DrawFn) -> Json:
    """An update of any kind, without who and where; a place or two in it may hold something else."""
    update = draw(objects(telegram.Update, most=1) | st.dictionaries(short, junk, max_size=2))
    update.pop("update_id", None)
    for _ in range(draw(st.integers(0, 2))):
        places = [*_places(update)]
        if places:
            container, key = draw(st.sampled_from(places))
            container[key] = draw(junk)
    return update


def _places(piece: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a JSON value, as its container and key."""
    keys = list(piece) if isinstance(piece, dict) else list(range(len(piece))) if isinstance(piece, list) else []
    for key in keys:
        yield piece, key
        yield from _places(piece[key])


def _addressed(piece: Any, walker: Walker, chats: Json) -> Any:
    """The same piece, said in one of these chats by the person with the phone."""
    if isinstance(piece, list):
        return [_addressed(part, walker, chats) for part in piece]
    if not isinstance(piece, dict):
        return piece
    ours = {"from": user(walker), "user": user(walker), "chat": chats}
    return {name: ours.get(name) or _addressed(part, walker, chats) for name, part in piece.items()}


@examples(40)
@given(language=languages, update=updates(), place=st.sampled_from(["private", "group", "supergroup", "channel", ""]))
async def test_whatever_comes_the_next_update_is_answered(
    states: States, language: str, update: Json, place: str
) -> None:
    with listening() as logs:
        async with states.at("home", language) as walker:
            chat = {"id": walker.handset.id if place == "private" else -100200, "type": place, "title": "x"}
            await walker.updates(**(_addressed(update, walker, chat) if place else update))
            assert place == "private" or not place or visible(walker) == []
            await walker.commands("help")
            walker.shows("help.what")
            await nothing_broke(walker, logs)


@pytest.mark.parametrize("state", ["home", "words for the counsellor"])
@pytest.mark.parametrize("megabytes", [1, 20])
async def test_a_long_recording_is_kept_or_answered(states: States, state: str, megabytes: int) -> None:
    with listening() as logs:
        async with states.at(state, "ar") as walker:
            recording = {"file": ("voice.ogg", b"OggS" + bytes(megabytes * 2**20 - 4))}
            path = f"/phone/api/phones/{walker.handset.id}/voice"
            await walker.waits_for(sends_and_settles(walker, path, recording))
            walker.shows("counsellor.kept" if "counsellor" in state else "media.voice")
            with walker.house.store.reading() as session:
                kept = session.scalars(select(Message)).all()
            assert [bool(one.voice_file_id) for one in kept] == [True] * ("counsellor" in state)
            await all_is_well(walker, logs)


async def sends_and_settles(walker: Walker, path: str, files: Any) -> None:
    answer = await walker.house.client.post(path, files=files, data={"duration": "600"})
    assert answer.is_success, answer.text
    await walker.house.settle()


async def test_who_blocks_the_bot_while_it_answers_is_left_alone(states: States) -> None:
    with listening() as logs:
        async with states.at("home", "nl") as walker:
            await walker.handset.act("block")
            await walker.updates(message=message(walker, text="hallo"))
            assert (visible(walker), bool(walker.record.blocked_at)) == ([], True)
            nobody_is_quoted(logs)
            await walker.does("unblock")
            await walker.says("hallo")
            assert visible(walker)
            await nothing_broke(walker, logs)


async def nothing_broke(walker: Walker, logs: Logs) -> None:
    """As ``all_is_well``; but what cannot be read may be noted, and what cannot be delivered dropped."""
    nobody_is_quoted(logs, logging.ERROR)
    store = walker.house.store
    assert (inbox.parked(store), outbox.parked(store)) == ([], [])
    assert inbox.next_row(store, walker.house.clock()) is None
    assert outbox.waiting(store, walker.house.clock()) == []
    for said in walker.new:
        well_formed(said)
