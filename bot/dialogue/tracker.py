"""The conversation as Rasa sees it: rebuilt for every turn, kept for none."""

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.dialogue.decision import current_decision


class RebuiltTracker(TrackerStore):
    """A tracker store without a store: a turn costs the same on every day, and nobody's words stay behind."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker:
        """The four events that a turn begins with. Any other form ends in loops of fallbacks."""
        return DialogueStateTracker.from_events(sender_id, beginning(current_decision().expects), self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps nothing: where the learner stands is in our own record."""


def beginning(expects: str) -> list[Event]:
    """What has happened before a turn, as far as the rules need to know."""
    return [
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
        SlotSet("expects", expects),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]
