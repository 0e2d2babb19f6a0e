"""What the sender's tests put into the outbox, and what became of it."""

from collections.abc import Callable
from typing import Any

from bot.i18n import Verbatim
from bot.journeys.reply import Reply
from bot.store import Store
from bot.store.tables import OutboxRow
from bot.telegram import Sender
from tests.fakes import stores
from tests.telegram.world import CHAT, refused, row_of

TOO_LONG = refused(400, "Bad Request: BUTTON_DATA_INVALID")
FALLBACK = "Something went wrong."

Put = Callable[..., None]
Send = Callable[[str, Reply], Any]


def says(words: str, **more: Any) -> dict[str, Any]:
    return Reply(lines=((Verbatim(words),),), **more).as_json()


def to_send(sender: Sender, store: Store) -> Send:
    """What puts replies to one learner into the outbox, and sends them."""
    stores.add(store, stores.learner_row(CHAT))

    async def send(ref: str, reply: Reply) -> None:
        stores.add(store, row_of(ref, reply.as_json(), edits=reply.edits))
        await sender.flush()

    return send


def row(store: Store, ref: str) -> OutboxRow:
    [found] = (one for one in stores.outbox_rows(store) if one.ref == ref)
    return found


def states(store: Store) -> dict[str, str]:
    return {str(one.ref): one.state for one in stores.outbox_rows(store)}
