"""The kinds of fault. A row here is all that a new one of a known effect needs; the page lists what stands here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.simulator.records import Json


class Effect(StrEnum):
    """What a fault does, and so where it strikes."""

    DROP = "the connection ends before the method runs"
    DROP_AFTER = "the connection ends after the method ran"
    REFUSE = "the method does not run; Telegram refuses"
    RUBBISH = "the method does not run; the answer is no JSON"
    STALL = "the method runs late"
    RATES = "the method does not run when it comes too fast"
    INSERT = "another update comes before the real one"
    RENUMBER = "update ids start anew"
    SHUFFLE = "updates come in another order"
    REPEAT = "updates that were confirmed come again"


@dataclass(frozen=True)
class Kind:
    """A kind of fault.

    Attributes:
        label: what the page calls it.
        effect: what it does.
        to_chats: whether it meets only calls that name a chat, whatever else is asked for.
        code: HTTP status of a refusal.
        description: words of a refusal.
        seconds: of a stall, or of the `retry_after` of a refusal; 0 when it has none.
        updates: of an insertion, what is inserted: one of these.
    """

    label: str
    effect: Effect
    to_chats: bool = False
    code: int = 0
    description: str = ""
    seconds: int = 0
    updates: tuple[Json, ...] = ()


BLOCKED = "Forbidden: bot was blocked by the user"
INVALID = "Bad Request: MESSAGE_INVALID"
PERSON: Json = {"id": 1, "is_bot": False, "first_name": "Nobody"}
ROOM: Json = {"id": 1, "type": "private"}
MALFORMED: tuple[Json, ...] = (
    {},
    {"message": None},
    {"message": "no object"},
    {"message": {"text": ["no", "text"]}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 2**80, "type": "private"}, "from": PERSON, "text": "x"}},
    {"message": {"message_id": "1", "date": "x", "chat": ROOM, "from": PERSON, "text": 5}},
    {"callback_query": {"id": ["no id"], "from": PERSON, "data": {}}},
    {"my_chat_member": {"chat": ROOM, "from": PERSON, "new_chat_member": []}},
)
UNKNOWN: tuple[Json, ...] = (
    {"telepathy": {"id": "1", "from": PERSON, "thought": "x"}},
    {"message": {"message_id": 1, "date": 1, "chat": {**ROOM, "type": "hologram"}, "from": PERSON, "scent": {"id": 1}}},
    {"poll_answer": {"poll_id": "1", "user": PERSON, "option_ids": [0], "mood": "x"}},
)

KINDS: Mapping[str, Kind] = {
    "drop_before": Kind("Drop the connection before acting", Effect.DROP),
    "drop_after": Kind("Drop the connection after acting", Effect.DROP_AFTER),
    "error_500": Kind("Answer 500", Effect.REFUSE, code=500, description="Internal Server Error"),
    "error_429": Kind("Answer 429 with retry_after", Effect.REFUSE, code=429, seconds=3),
    "error_403": Kind("Answer 403, blocked", Effect.REFUSE, to_chats=True, code=403, description=BLOCKED),
    "error_400": Kind("Answer 400", Effect.REFUSE, to_chats=True, code=400, description=INVALID),
    "rubbish": Kind("Answer with a page instead of JSON", Effect.RUBBISH),
    "stall": Kind("Stall, then act", Effect.STALL, seconds=30),
    "rates": Kind("Keep to Telegram's rates: 429 when too fast", Effect.RATES),
    "malformed": Kind("Send a malformed update before the real one", Effect.INSERT, updates=MALFORMED),
    "unknown": Kind("Send an update of an unknown kind before the real one", Effect.INSERT, updates=UNKNOWN),
    "repeat": Kind("Send confirmed updates again", Effect.REPEAT),
    "reorder": Kind("Send updates in another order", Effect.SHUFFLE),
    "restart_ids": Kind("Restart the update ids", Effect.RENUMBER),
}
