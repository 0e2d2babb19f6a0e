"""Privacy: the notice of the first day, whole, with everything one can do about it."""

from bot.i18n import Text
from bot.journeys import consent, onboarding
from bot.journeys.reply import button, command_button
from bot.journeys.turn import Turn


def show(turn: Turn) -> None:
    """What is kept, who sees it, and the buttons to change that."""
    notices = [(Text(f"onboarding.notice.{number}"),) for number in range(1, onboarding.NOTICES + 1)]
    state = Text("settings.shares" if consent.given(turn, consent.SHARING) else "settings.keeps_to_oneself")
    rows = (
        (button("settings.button.sharing", "sharing", "-", "ask"),),
        (command_button("mydata"), command_button("delete")),
    )
    turn.say(*(line for notice in notices for line in (notice, ())), state, buttons=rows)
