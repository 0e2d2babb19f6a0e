"""A complaint or an idea about Werkmaat itself."""

from bot.i18n import Text
from bot.journeys import asked, counsellor
from bot.journeys.reply import button
from bot.journeys.turn import Turn


def ask(turn: Turn) -> None:
    """Ask what is wrong, or what would be better."""
    ref = asked.ask(turn, "problem")
    rows = ((button("counsellor.button.nothing", "problem", ref, "nothing"),),)
    asked.put(turn, ref, Text("problem.ask"), buttons=rows)


def answer(turn: Turn, choice: str | None) -> None:
    """Keep it for the people who make Werkmaat."""
    if choice:
        asked.settle(turn, Text("problem.ask"), chosen=Text("counsellor.button.nothing"))
        turn.say(Text("counsellor.nothing_sent"), menu=True)
        return
    asked.settle(turn, Text("problem.ask"))
    counsellor.keep_message(turn, "problem")
    turn.say(Text("problem.kept"), menu=True)
