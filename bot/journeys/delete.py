"""Delete me: asked twice, then truly gone."""

from bot.i18n import Part, Text
from bot.journeys import asked
from bot.journeys.reply import Reply, button, command_button, paragraphs
from bot.journeys.turn import Turn

SECOND = "2-"
"""The ref of the second question begins so."""


def ask(turn: Turn) -> None:
    """The first question; the file with one's data is offered before."""
    ref = asked.ask(turn, "delete")
    rows = (
        (command_button("mydata"),),
        (button("delete.button.go_on", "delete", ref, "sure"),),
        (button("delete.button.keep", "delete", ref, "no"),),
    )
    asked.put(turn, ref, *paragraphs(_question(ref), Text("delete.what_goes")), buttons=rows)


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """The first yes asks again, the second erases; an old button starts over."""
    ref = ref or turn.learner.asked or ""
    if choice == "no":
        asked.settle(turn, _question(ref), chosen=Text("delete.button.keep"))
        turn.say(Text("delete.kept"), menu=True)
    elif choice == "sure" and _asked_twice(turn):
        _ask_again(turn)  # the second of a double tap
    elif turn.learner.expects != "delete" or ref != turn.learner.asked:
        ask(turn)
    elif choice == "erase" or (choice == "yes" and _asked_twice(turn)):
        _erase(turn)
    else:
        asked.settle(turn, _question(ref), chosen=Text("delete.button.go_on"))
        _ask_again(turn)


def _asked_twice(turn: Turn) -> bool:
    return turn.learner.expects == "delete" and (turn.learner.asked or "").startswith(SECOND)


def _question(ref: str) -> Part:
    return Text("delete.ask_again" if ref.startswith(SECOND) else "delete.ask")


def _ask_again(turn: Turn) -> None:
    ref = asked.ask(turn, "delete", SECOND + turn.new_id())
    erase = button("delete.button.erase", "delete", ref, "erase")
    keep = button("delete.button.keep", "delete", ref, "no")
    turn.send(Reply(lines=((_question(ref),),), buttons=((keep,), (erase,))), ref=ref)


def _erase(turn: Turn) -> None:
    turn.erased = True
    gone = Text("delete.gone" if turn.open_to_all else "delete.gone_from_invited")
    turn.send(Reply(lines=((gone,),), edits=turn.learner.asked))
