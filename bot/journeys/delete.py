"""Delete me: asked twice, then truly gone."""

from bot.i18n import Text
from bot.journeys.reply import button, command_button
from bot.journeys.turn import Turn


def ask(turn: Turn) -> None:
    """The first question; the file with one's data is offered before."""
    asked = turn.ask("delete")
    rows = (
        (command_button("mydata"),),
        (button("delete.button.go_on", "delete", asked, "sure"),),
        (button("delete.button.keep", "delete", asked, "no"),),
    )
    turn.say(Text("delete.ask"), Text("delete.what_goes"), buttons=rows)


def answer(turn: Turn, asked: str | None, choice: str) -> None:
    """The first yes asks again, the second erases; an old button starts over."""
    if choice == "no":
        turn.expect_nothing()
        turn.say(Text("delete.kept"), menu=True)
    elif turn.learner.expects != "delete" or (asked and asked != turn.learner.asked):
        ask(turn)
    elif choice == "erase" or (choice == "yes" and _asked_twice(turn)):
        _erase(turn)
    else:
        _ask_again(turn)


def _asked_twice(turn: Turn) -> bool:
    return (turn.learner.asked or "").startswith(SECOND)


SECOND = "2-"


def _ask_again(turn: Turn) -> None:
    asked = turn.ask("delete", SECOND + turn.new_id())
    erase = button("delete.button.erase", "delete", asked, "erase")
    keep = button("delete.button.keep", "delete", asked, "no")
    turn.say(Text("delete.ask_again"), buttons=((keep,), (erase,)))


def _erase(turn: Turn) -> None:
    turn.erased = True
    turn.say(Text("delete.gone"))
