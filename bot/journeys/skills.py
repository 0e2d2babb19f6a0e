"""What I can already do: work, tools, languages, care. Each thing gives a sentence for CV and interview.

It asks about skills alone: never about flight, asylum or papers.
"""

from bot.journeys import asked, consent, onboarding, rehearsal, skill_cards, skill_list
from bot.journeys.reply import button
from bot.journeys.turn import Turn

OPEN = button("skills.button.open", "skills", asked.NO_MESSAGE, "open")
"""The way in, under other messages."""


def answer(turn: Turn, choice: str | None) -> None:
    """A button; without one, words or a voice note about something that stands on no card."""
    if not consent.given(turn, consent.RECORD):
        return onboarding.ask_record(turn)
    if choice is None:
        return skill_list.keep_own(turn)
    if turn.learner.expects == "skills":
        turn.expect_nothing()
    what, _, name = choice.partition("-")
    if what == skill_list.REHEARSE:
        return rehearsal.answer(turn, name)
    if what in skill_list.ANSWERS:
        return skill_list.ANSWERS[what](turn, name)
    if what == "open" and skill_list.mine(turn):
        return skill_list.show(turn)
    return skill_cards.answer(turn, what, name)
