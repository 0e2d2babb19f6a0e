"""A counsellor with a learner who writes, for the pages of their talk."""

import re
from html import unescape

import httpx

from bot.store import Store
from bot.store.tables import Learner, Message, Staff
from tests.fakes.stores import add, outbox_rows
from tests.store.groups import add_client

AMINA = 1


def client(store: Store, els: Staff, language: str = "tr") -> Learner:
    """A learner of a counsellor's."""
    return add_client(store, els, AMINA, name="Amina", language=language)


def wrote(store: Store, learner: Learner, **changes: object) -> Message:
    """Something that the learner wrote."""
    values = {"id": "m1", "learner_id": learner.id, "text": "Yarın gelebilir miyim?", "at": learner.created_at}
    message = Message(**{**values, **changes})
    add(store, message)
    return message


def said(answer: httpx.Response, status: int = 200) -> str:
    """What a page says, on one line."""
    assert answer.status_code == status, answer.text
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text)))


def on_their_way(store: Store) -> list[dict[str, object]]:
    """What is to be sent."""
    return [row.payload or {} for row in outbox_rows(store)]
