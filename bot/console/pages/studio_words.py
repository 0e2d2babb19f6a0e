"""/studio/words: words that learners and counsellors sent from work; of each an exercise is made, or not."""

import re
from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import sectors
from bot.console.pictures import media_type
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.journeys import work_word
from bot.store import drafted_words, shelves, work_words
from bot.store.drafted_words import Nameless
from bot.store.shelves import Wish
from bot.store.tables import Label
from bot.store.work_words import State

MOST_TEACHING = 5
"""Exercises that are named beside a word."""

SEARCHED = re.compile(r"[\w-]+")


def found(visit: Visit, word_id: str) -> Nameless:
    """A word of a learner of one's own organisation. Raises HTTPException (404)."""
    word = drafted_words.find(visit.desk.store, visit.member.organisation_id, word_id)
    if word is None:
        raise HTTPException(404)
    return word


def show(visit: Visit) -> Response:
    """Those that wait, the oldest first, and those of which an exercise is being made."""
    store, organisation = visit.desk.store, visit.member.organisation_id
    after = visit.query("after")
    waiting, more = drafted_words.page(store, organisation, State.WAITING, after)
    being_made, _ = drafted_words.page(store, organisation, State.DRAFTED)
    return visit.page(
        "studio_words.html",
        waiting=waiting,
        after=after,
        next=waiting[-1].word.id if more else None,
        being_made=being_made,
        teaching={one.word.id: _teaching(visit, one.word.text) for one in waiting},
        sectors=sectors(visit),
    )


def refuse(visit: Visit) -> Response:
    """Of a word no exercise is made; who sent it is told."""
    word, desk = found(visit, visit.path("word")).word, visit.desk
    visit.detail["word"] = word.id
    done = work_word.decide(desk.store, word, None, visit.now, desk.random)
    return visit.go("/studio/words", told="word_refused" if done else "studio_overtaken")


def see(visit: Visit) -> Response:
    """The photo of a word: that which staff gave, or else that which the bot keeps at Telegram."""
    word = found(visit, visit.path("word")).word
    picture, _ = work_words.files(visit.desk.store, word.id)
    body = picture or _fetched(visit, word.photo_file_id)
    kind = media_type(body)
    if body is None or kind is None:
        raise HTTPException(404)
    return Response(body, media_type=kind, headers={"Cache-Control": "no-store"})


def hear(visit: Visit) -> Response:
    """How a word is said: as staff recorded it, or as it was sent."""
    word = found(visit, visit.path("word")).word
    visit.detail["word"] = word.id
    _, spoken = work_words.files(visit.desk.store, word.id)
    body = spoken or _fetched(visit, word.voice_file_id)
    if body is None:
        raise HTTPException(404)
    return sound(visit, body)


def _fetched(visit: Visit, file_id: str | None) -> bytes | None:
    return visit.desk.fetch_file(file_id) if file_id else None


def _teaching(visit: Visit, text: str | None) -> Sequence[Label]:
    """Exercises in which the word stands."""
    words = " ".join(SEARCHED.findall(text or ""))
    return shelves.page(visit.desk.store, Wish(kind="item", words=words))[0][:MOST_TEACHING] if words else ()


PAGES = (
    Page("/studio/words", show, may=COORDINATING),
    Page("/studio/words/{word}/picture", see, may=COORDINATING),
    Page("/studio/words/{word}/sound", hear, may=COORDINATING, noted="studio.word_heard"),
    Page("/studio/words/{word}/refuse", refuse, may=COORDINATING, noted="studio.word_refused", method="POST"),
)
