"""What was understood of the last messages of each chat, for whoever tries the bot out. In memory, without words."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.journeys.turn import Turn
from bot.journeys.understanding import Guess, Understood

LAST = 50
"""Turns of a chat that are remembered."""

MOST_CHATS = 200
"""Chats that are remembered, the last ones."""


@dataclass(frozen=True)
class Read:
    """One turn. ``reading`` is what the words meant, None when they needed no reading; ``milliseconds`` what it took.

    ``intent`` and the rest is what became of it, with the open item in hand; ``journey`` is where that led.
    """

    message_id: int | None
    kind: str
    intent: str
    topic: str | None
    flag: str | None
    confidence: float
    reading: Guess | None
    guesses: tuple[Guess, ...]
    milliseconds: float | None
    journey: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Watch:
    """Remembers turns, chat by chat."""

    _chats: OrderedDict[int, deque[Read]] = field(default_factory=OrderedDict)

    def note(self, turn: Turn, heard: Understood) -> None:
        """Remember a turn that is over."""
        chat = turn.incoming.chat_id
        self._chats.setdefault(chat, deque(maxlen=LAST)).append(_read(turn, heard))
        self._chats.move_to_end(chat)
        if len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)

    def last(self, chat_id: int) -> Sequence[dict[str, Any]]:
        """The last turns of a chat, the oldest first, as JSON knows them."""
        return [one.as_json() for one in self._chats.get(chat_id, ())]


def _read(turn: Turn, heard: Understood) -> Read:
    made = turn.reading.understood if turn.reading else None
    return Read(
        message_id=turn.incoming.message_id,
        kind=turn.incoming.kind.value,
        intent=heard.intent,
        topic=heard.topic,
        flag=heard.named("flag"),
        confidence=heard.confidence,
        reading=Guess(made.intent, made.topic, made.confidence) if made else None,
        guesses=made.guesses if made else (),
        milliseconds=turn.reading.milliseconds if turn.reading else None,
        journey=turn.journey,
    )
