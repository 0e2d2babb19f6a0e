"""The exchange between bots and phones: everything that happens to a chat goes through here."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.simulator import updates
from bot.simulator.errors import PhoneProblem
from bot.simulator.events import Events
from bot.simulator.faults.stream import StreamFaults
from bot.simulator.faults.switches import Faults
from bot.simulator.files import Files
from bot.simulator.journal import Journal
from bot.simulator.records import FIRST_PHONE, Bot, Chat, Json, Message, Pending, Phone, State
from bot.simulator.storage import StateFile

# Of each chat; the state is written as a whole after every change.
KEPT_MESSAGES = 500


class Exchange:
    """Bots, phones and their chats; `changed` says that the state file is behind."""

    def __init__(self, state_file: StateFile | None, files: Files, clock: Callable[[], datetime]) -> None:
        self.state = state_file.load() if state_file else State()
        self.files = files
        self.events = Events()
        self.journal = Journal()
        self.faults = Faults()
        self.stream = StreamFaults(self.faults)
        self.changed = False
        self._state_file = state_file
        self._clock = clock
        self._waiting: dict[int, updates.Waiting] = {}

    def save(self) -> None:
        """Bring the state file up to date, if there is one and it is behind."""
        if self._state_file and self.changed:
            self._state_file.save(self.state)
        self.changed = False

    def now(self) -> int:
        """Return the time in Unix seconds."""
        return int(self.moment())

    def moment(self) -> float:
        """Return the time in Unix seconds, with fractions."""
        return self._clock().timestamp()

    def calling_bot(self, bot_id: int) -> Bot:
        """Return the bot that calls, known from now on; phones talk to whichever called last."""
        if bot_id != self.state.current_bot or bot_id not in self.state.bots:
            self.state.current_bot = bot_id
            bot = self.state.bots.setdefault(bot_id, Bot(bot_id))
            self.announce({"event": "bot", "bot": bot_id})
            return bot
        return self.state.bots[bot_id]

    def waiting(self, bot: Bot) -> updates.Waiting:
        """Return where a getUpdates of this bot waits."""
        return self._waiting.setdefault(bot.id, updates.Waiting())

    def next_phone(self) -> int:
        """Return an id that no phone has had."""
        return max([FIRST_PHONE - 1, *self.state.phones]) + 1

    def add_phone(self, phone: Phone) -> None:
        """Add a phone.

        Raises:
            PhoneProblem: the id belongs to another one.
        """
        if phone.id in self.state.phones:
            raise PhoneProblem(409, f"There is already a phone {phone.id}: choose another id.")
        self.state.phones[phone.id] = phone
        self.announce({"event": "phones"})

    def chat(self, bot: Bot, phone: Phone) -> Chat:
        """Return the chat of the two, empty if they never met."""
        return bot.chats.setdefault(phone.id, Chat(phone.id))

    def post(self, bot: Bot, chat: Chat, message: Message) -> Message:
        """Add `message` to the chat under the next id, and show it on the phone."""
        bot.last_message += 1
        message.body = {"message_id": bot.last_message, **message.body}
        chat.messages = [*chat.messages, message][-KEPT_MESSAGES:]
        self.show(bot, chat, message)
        return message

    def show(self, bot: Bot, chat: Chat, message: Message) -> None:
        """Tell the pages that a message is new or changed, and with it perhaps the chat."""
        self.announce({"event": "message", "bot": bot.id, "phone": chat.phone, "message": message.id})
        self.show_chat(bot, chat)

    def show_chat(self, bot: Bot, chat: Chat) -> None:
        """Tell the pages that the keyboard, the block, the typing or the count of a chat changed."""
        self.announce({"event": "chat", "bot": bot.id, "phone": chat.phone})

    def announce(self, event: Json) -> None:
        """Note that the state changed and tell the pages what."""
        self.changed = True
        self.events.publish(event)

    def update(self, bot: Bot, kind: str, content: Any) -> None:
        """Send the bot an update of this kind, if it wants such."""
        if updates.wanted(bot, kind):
            for update in self.stream.arriving(bot, {kind: content}):
                self.raw_update(bot, update)

    def raw_update(self, bot: Bot, update: Json) -> None:
        """Send the bot this update, whatever it says."""
        updates.add(bot, update, self.now())
        self.changed = True
        self.waiting(bot).arrived()

    def delivered(self, bot: Bot, waiting: Pending) -> None:
        """Forget an update that the webhook has taken."""
        if waiting in bot.pending and not self.stream.repeats([waiting]):
            bot.pending.remove(waiting)
        self.changed = True
        self.save()

    def webhook_failed(self, bot: Bot, problem: str) -> None:
        """Note why the webhook did not take an update."""
        if bot.webhook:
            bot.webhook.last_error_date = self.now()
            bot.webhook.last_error_message = problem
        self.changed = True
        self.save()
