"""A complaint or an idea about Werkmaat itself."""

from bot.i18n import Text
from bot.journeys import counsellor
from bot.journeys.reply import button
from bot.journeys.turn import Turn


def ask(turn: Turn) -> None:
    """Ask what is wrong, or what would be better."""
    asked = turn.ask("problem")
    rows = ((button("counsellor.button.nothing", "problem", asked, "nothing"),),)
    turn.say(Text("problem.ask"), buttons=rows)


def answer(turn: Turn, choice: str | None) -> None:
    """Keep it for the people who make Werkmaat."""
    turn.expect_nothing()
    if choice:
        turn.say(Text("counsellor.nothing_sent"), menu=True)
        return
    counsellor.keep_message(turn, "problem")
    turn.say(Text("problem.kept"), menu=True)
