"""A learner in a test: taps, writes, and reads what the phone shows, in their own language."""

import re
from collections.abc import Sequence
from typing import Any

from bot.i18n import Text
from bot.i18n.aloud import picture
from bot.journeys.demo.answering import ways
from bot.learning.items import Item, item_types
from bot.store import learners, practice
from bot.store.tables import Consent, Learner, Showing
from tests.fakes.house import House
from tests.fakes.phones import Handset
from tests.fakes.stores import add

ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")


class Walker:
    """Walks a journey: after every step the bot has answered, and ``new`` holds what it said since the last one."""

    def __init__(self, house: House, handset: Handset, language: str) -> None:
        self.house, self.handset, self.language = house, handset, language
        self.new: list[dict[str, Any]] = []
        self._seen: dict[int, dict[str, Any]] | None = None

    @classmethod
    async def comes(cls, house: House, language: str, device: str | None = None, name: str = "Amina") -> "Walker":
        """Somebody opens the chat for the first time; their own language is ``language``."""
        handset = await Handset.new(house.client, name, device or language)
        return cls(house, handset, language)

    async def does(self, act: str, **values: Any) -> None:
        """Do something with the phone, and wait for the answer."""
        await self._look_before()
        await self.handset.act(act, **values)
        await self.house.settle()
        await self._look()

    async def waits_for(self, step: Any) -> None:
        """Let the house do something of its own accord (``step`` is awaited), and read what came."""
        await self._look_before()
        await step
        await self._look()

    async def says(self, text: str) -> None:
        """Write."""
        await self.does("text", text=text)

    async def commands(self, command: str) -> None:
        """Send a bot command."""
        await self.does("text", text=f"/{command}")

    async def taps(self, key: str, **values: Any) -> None:
        """Tap the newest button with this interface message as its label."""
        await self.taps_label(self.words(key, **values))

    async def taps_label(self, label: str) -> None:
        """Tap the newest button with this label; its invisible signs of direction do not matter."""
        messages = [message for message in await self.handset.messages() if not message["deleted"]]
        buttons = [button for message in reversed(messages) for row in rows(message) for button in row]
        found = next((button for button in buttons if plain(button["text"]) == plain(label)), None)
        assert found is not None, f"no button {label!r} among {[button['text'] for button in buttons]}"
        await self.does("tap", text=found["text"])

    async def taps_once_more(self, data: str) -> None:
        """Tap a button that this phone no longer shows, as another device of the learner may."""
        message = next(one for one in reversed(await self.handset.messages()) if one["from"] == "bot")
        chat = {"id": self.handset.id, "type": "private", "first_name": "Amina"}
        user = {"id": self.handset.id, "is_bot": False, "first_name": "Amina", "language_code": self.language}
        query = {
            "id": f"again{message['id']}",
            "from": user,
            "message": {"message_id": message["id"], "date": message["date"], "chat": chat, "text": "?"},
            "chat_instance": "1",
            "data": data,
        }
        await self.updates(callback_query=query)

    async def updates(self, **content: Any) -> None:
        """Let the bot receive an update of any kind, and wait for the answer."""
        await self._look_before()
        answer = await self.house.client.post("/phone/api/updates", json=content)
        assert answer.is_success, answer.text
        await self.house.settle()
        await self._look()

    async def presses(self, key: str) -> None:
        """Tap a button of the persistent menu."""
        await self.does("press", text=self.words(key))

    async def presses_picture(self, key: str) -> None:
        """Tap a button of the persistent menu that shows its picture alone."""
        await self.does("press", text=picture(self.words(key)))

    async def answers(self, right: bool = True) -> Item:
        """Answer the open item, step by step or by typing. Returns the item. What is only shown cannot be missed."""
        item, showing = self.open_item()
        for answer in answers_to(item, showing, right):
            if showing.order:
                await self.does("tap", data=f"practice:{showing.id}:{answer}")
            else:
                await self.says(answer)
        return item

    async def practises(self) -> None:
        """Begin a lesson, or go on with it, up to an item that asks something."""
        await self.presses("menu.practise")
        await self.looks()

    async def looks(self) -> None:
        """Go on from what is only shown to an item that asks something."""
        while not item_types()[self.open_item()[0].type].asks:
            await self.answers()

    async def finishes_lesson(self) -> int:
        """Answer every item rightly until nothing is asked. Returns how many there were that asked something."""
        answered = 0
        while self.record.expects == "practice":
            answered += item_types()[(await self.answers()).type].asks
        return answered

    def open_item(self) -> tuple[Item, Showing]:
        """The item that is open, and its showing."""
        showing = practice.showing(self.house.store, self.record.asked or "")
        assert showing is not None, f"no item is open: {self.record.expects}"
        return self.house.courses.current().item_at(showing.item_id, showing.revision), showing

    @property
    def record(self) -> Learner:
        """What is kept of the learner."""
        found = learners.by_telegram_id(self.house.store, self.handset.id)
        assert found is not None, "there is no record"
        return found

    def words(self, key: str, **values: Any) -> str:
        """An interface message in the learner's language, as a button shows it."""
        return self.house.catalogues.plain(Text(key, values), self.language)

    def shows(self, key: str) -> None:
        """The answer to the last step holds this message, whatever its values."""
        said = [plain(message["text"]) for message in self.new]
        pattern = self.pattern(key)
        assert any(pattern.search(text) for text in said), f"{key} ({pattern.pattern}) is not in {said}"

    def does_not_show(self, key: str) -> None:
        """The answer to the last step does not hold this message."""
        pattern = self.pattern(key)
        assert not any(pattern.search(plain(message["text"])) for message in self.new)

    def pattern(self, key: str) -> re.Pattern[str]:
        """A message with anything for its values."""
        template = re.sub("</?[bi]>", "", plain(self.house.catalogues.plain(Text(key), self.language)))
        return re.compile(re.sub(r"\\\{\w+\\\}", "(.*)", re.escape(template)), re.DOTALL)

    def becomes(self, **values: Any) -> None:
        """What is kept of the learner changes, without a word in the chat."""
        record = self.record
        for name, value in values.items():
            setattr(record, name, value)
        add(self.house.store, record)

    def consents(self, kind: str, given: bool = True) -> None:
        """An answer to a consent question is kept, without a word in the chat."""
        at = self.house.clock()
        add(self.house.store, Consent(learner_id=self.record.id, kind=kind, given=given, notice="test", at=at))

    @property
    def text(self) -> str:
        """Everything that the last answer says."""
        return "\n".join(plain(message["text"]) for message in self.new)

    @property
    def last(self) -> dict[str, Any]:
        """The newest message of the last answer."""
        return self.new[-1]

    def labels(self, message: dict[str, Any] | None = None) -> list[str]:
        """The labels of a message's inline buttons; of the newest message that has some."""
        found = message or next(one for one in reversed(self.new) if rows(one))
        return [plain(button["text"]) for row in rows(found) for button in row]

    async def _look_before(self) -> None:
        if self._seen is None:
            await self._look()

    async def _look(self) -> None:
        before, after = self._seen or {}, await self.handset.messages()
        mine = [message for message in after if message["from"] == "bot" or message["deleted"]]
        self.new = [message for message in mine if before.get(message["id"]) != message]
        self._seen = {message["id"]: message for message in after}


def answers_to(item: Item, showing: Showing, right: bool) -> Sequence[str]:
    """The answers that are still to be given, one a step, so that the item is known, or is not."""
    if not showing.order and not right:
        return ["xyzzy"]
    possible = [*ways(item, showing.order, showing.steps)]
    answers, _ = next((way for way in possible if way[1].grade.missed != right), possible[0])
    return answers[len(showing.steps) :]


def rows(message: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The rows of a message's inline keyboard."""
    found: list[list[dict[str, Any]]] = (message["markup"] or {}).get("inline_keyboard", [])
    return found


def plain(text: str) -> str:
    """A text without the invisible signs of direction."""
    return ISOLATES.sub("", text)
