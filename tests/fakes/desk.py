"""Where turns are run one by one: updates are put into the inbox by hand, and replies stay in the outbox."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from sqlalchemy import select

from bot.i18n import Catalogues, Text, from_json
from bot.journeys.turns import Turns
from bot.journeys.understanding import Brain
from bot.learning.items import Item, item_types
from bot.store import Store, inbox, learners, practice
from bot.store.tables import Base, Consent, InboxRow, Learner, OutboxRow, Showing
from bot.telegram.updates import read
from tests.fakes.course import REGION, CoursesReadOnce
from tests.fakes.house import MONDAY_NOON, StillClock
from tests.fakes.learner import answers_to
from tests.fakes.stores import add, add_learner

AMINA, BILAL = 1001, 1002
"""Two chats."""

BOT = 4242

Json = dict[str, Any]


class Desk:
    """The turns of a store, in the hand of a test.

    Args:
        store: a migrated store with the course.
        brain: understands and chooses actions.
        catalogues: the languages.
    """

    def __init__(self, store: Store, brain: Brain, catalogues: Catalogues) -> None:
        self.store, self.brain, self.catalogues = store, brain, catalogues
        self.clock = StillClock(MONDAY_NOON)
        self.courses = CoursesReadOnce(store, REGION, self.clock)
        self._numbers = 0
        self.turns = self.another_process()

    def another_process(self) -> Turns:
        """Turns that know nothing but what is kept, as after a crash."""
        return Turns(self.store, read, self.brain, self.courses, self.catalogues, True, self.clock, Random())

    def enrol(self, chat_id: int = AMINA, language: str = "nl") -> Learner:
        """A learner who agreed to their record and may begin a lesson."""
        learner = add_learner(self.store, chat_id, language=language)
        agreed = Consent(learner_id=learner.id, kind="record", given=True, notice="test", at=self.clock())
        add(self.store, agreed)
        return learner

    def says(self, text: str, chat_id: int = AMINA, kind: str = "message") -> int:
        """Somebody writes. Returns the number of the update."""
        content: dict[str, Any] = {kind: {**_message(chat_id), "text": text}}
        return self.receives(chat_id, **content)

    def taps(self, data: str, chat_id: int = AMINA) -> int:
        """Somebody taps a button. Returns the number of the update."""
        query = {"id": "1", "from": _user(chat_id), "chat_instance": "1", "data": data, "message": _message(chat_id)}
        return self.receives(chat_id, callback_query=query)

    def receives(self, chat_id: int | None, number: int | None = None, **content: Any) -> int:
        """An update comes in, perhaps for the second time. Returns its number."""
        self._numbers = number or self._numbers + 1
        raw = {"update_id": self._numbers, **content}
        inbox.put(self.store, BOT, self._numbers, chat_id, raw, self.clock())
        return self._numbers

    async def works(self) -> int:
        """Run the turns that wait now. Returns how many there were."""
        ran = 0
        while await self.turns.run_next():
            ran += 1
        return ran

    def row(self, number: int) -> InboxRow:
        """What the inbox knows of an update."""
        with self.store.reading() as session:
            return session.scalars(select(InboxRow).where(InboxRow.update_id == number)).one()

    def replies(self, chat_id: int = AMINA) -> Sequence[OutboxRow]:
        """What was decided to be said in a chat."""
        with self.store.reading() as session:
            of_chat = select(OutboxRow).where(OutboxRow.chat_id == chat_id)
            return session.scalars(of_chat.order_by(OutboxRow.id)).all()

    def message_keys(self, chat_id: int = AMINA) -> list[str]:
        """The interface messages that were said in a chat, in order."""
        lines = [line for row in self.replies(chat_id) for line in (row.payload or {}).get("lines", ())]
        parts = [from_json(part) for line in lines for part in line]
        return [part.key for part in parts if isinstance(part, Text)]

    def learner(self, chat_id: int = AMINA) -> Learner:
        """What is kept of a learner."""
        found = learners.by_telegram_id(self.store, chat_id)
        assert found is not None, "there is no record"
        return found

    async def practises(self, chat_id: int = AMINA) -> None:
        """Begin a lesson, and come to its first item that asks something."""
        self.says("/practise", chat_id)
        await self.works()
        while not item_types()[self._open_item(chat_id)[0].type].asks:
            self.taps(self.right_choice(chat_id), chat_id)
            await self.works()

    def right_choice(self, chat_id: int = AMINA) -> str:
        """The button under the open item that is right."""
        item, showing = self._open_item(chat_id)
        return f"practice:{showing.id}:{answers_to(item, showing, right=True)[0]}"

    def _open_item(self, chat_id: int) -> tuple[Item, Showing]:
        showing = practice.showing(self.store, self.learner(chat_id).asked or "")
        assert showing is not None, "no item is open"
        return self.courses.current().item_at(showing.item_id, showing.revision), showing

    def everything(self) -> dict[str, list[Any]]:
        """All that is kept but the queue of updates and the course."""
        apart = {InboxRow.__tablename__, "entry", "revision", "label", "searched"}
        tables = [table for table in Base.metadata.sorted_tables if table.name not in apart]
        with self.store.reading() as session:
            return {table.name: [*map(tuple, session.execute(select(table)))] for table in tables}

    def changes(self, learner: Learner, change: Callable[[Learner], None]) -> None:
        """Somebody else changes a learner, as the console does."""
        now = learners.by_id(self.store, learner.id)
        assert now is not None
        change(now)
        with self.store.writing() as session:
            session.add(now)


def _message(chat_id: int) -> Json:
    chat = {"id": chat_id, "type": "private", "first_name": "Amina"}
    return {"message_id": 7, "date": 1793600000, "chat": chat, "from": _user(chat_id)}


def _user(chat_id: int) -> Json:
    return {"id": chat_id, "is_bot": False, "first_name": "Amina", "language_code": "nl"}
