"""What a learner says aloud in an exercise: kept for the counsellor, or not at all."""

from bot.i18n import Text
from bot.journeys import consent
from bot.journeys.turn import Turn
from bot.store import recordings
from bot.store.tables import Recording, Showing


def keep(turn: Turn, showing: Showing) -> None:
    """Keep a voice note of a learner who shares with a counsellor, and say so; of anybody else nothing is kept."""
    if not consent.given(turn, consent.SHARING) or not turn.incoming.file_id:
        return
    turn.keep(
        Recording(
            learner_id=turn.learner.id,
            item_id=showing.item_id,
            showing_id=showing.id,
            file_id=turn.incoming.file_id,
            seconds=turn.incoming.seconds,
            at=turn.now,
        )
    )
    turn.say(Text("practice.voice_kept"))


def forget(turn: Turn) -> None:
    """The learner no longer shares: nothing that they said stays."""
    for row in recordings.of(turn.store, turn.learner.id):
        turn.drop(row)
