"""Sharing with a counsellor: a question that may be refused, and taken back at any time."""

from bot.i18n import Text
from bot.journeys import consent
from bot.journeys.reply import button
from bot.journeys.turn import Turn
from bot.store import learners


def ask(turn: Turn) -> None:
    """May the counsellor see what was practised?"""
    asked = turn.ask("sharing")
    yes = button("sharing.button.yes", "sharing", asked, "yes")
    no = button("sharing.button.no", "sharing", asked, "no")
    counsellor = learners.counsellor(turn.store, turn.learner.id)
    who = Text("sharing.ask_named", {"name": counsellor.name}) if counsellor else Text("sharing.ask")
    turn.say(
        who, Text("sharing.what"), Text("sharing.danger"), Text("sharing.refusing_is_fine"), buttons=((yes,), (no,))
    )


def answer(turn: Turn, asked: str | None, choice: str) -> None:
    """Keep the answer. An old button asks again: a consent counts only for the question that is open."""
    if choice not in ("yes", "no") or (asked and asked != turn.learner.asked):
        ask(turn)
        return
    agreed = choice == "yes"
    consent.note(turn, consent.SHARING, agreed)
    turn.expect_nothing()
    turn.say(Text("sharing.agreed" if agreed else "sharing.refused"), menu=True)
