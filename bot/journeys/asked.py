"""A question on buttons: where it stands in the chat, and what is left of it once it is answered.

A button names the message that it stands under (``asked``). So a question takes the place of the message that led to
it, and an answered one loses its buttons: nothing in the chat invites a tap that counts for nothing.
"""

from bot.i18n import Part, Text
from bot.journeys.reply import Button, Line, Reply
from bot.journeys.turn import Turn

NO_MESSAGE = "-"
"""Stands in a button that names no message: what it does leaves its own message as it is."""


def ask(turn: Turn, journey: str, ref: str | None = None) -> str:
    """Open a question. Returns its ref. When the same journey's question is open, that one goes: it is asked anew."""
    before = turn.learner.asked if turn.learner.expects == journey else None
    if before and before != _tapped(turn):
        turn.send(Reply(edits=before, deletes=True))
    return turn.ask(journey, ref)


def put(
    turn: Turn, ref: str, *lines: Line | Part, buttons: tuple[tuple[Button, ...], ...], image: str | None = None
) -> None:
    """Show a message with buttons, which is ``ref`` from now on.

    It takes the place of the message whose button led here, unless that one was answered and keeps its words.
    """
    turn.send(Reply(lines=_lines(lines), buttons=buttons, edits=_replaceable(turn), image=image), ref=ref)


def take_away(turn: Turn) -> None:
    """The message whose button led here goes: what follows cannot take its place, as a picture cannot a text's."""
    ref = _replaceable(turn)
    if ref:
        turn.send(Reply(edits=ref, deletes=True))


def settle(turn: Turn, *lines: Line | Part, chosen: Part | None = None) -> None:
    """The question is answered: its message keeps ``lines`` and what was chosen, and loses its buttons.

    It is the one whose button was tapped, or, for typed words, the open one, which is closed.
    """
    ref = _tapped(turn) if turn.incoming.pressed else turn.learner.asked
    if ref is None:
        return
    choice: tuple[Line, ...] = ((), (Text("practice.you_said", {"given": chosen}),)) if chosen else ()
    turn.send(Reply(lines=(*_lines(lines), *choice), edits=ref, aloud=()))
    if ref == turn.learner.asked:
        turn.expect_nothing()


def _replaceable(turn: Turn) -> str | None:
    ref = _tapped(turn)
    return None if any(reply.edits == ref for _, reply in turn.replies) else ref


def _tapped(turn: Turn) -> str | None:
    pressed = turn.incoming.pressed
    return pressed.asked if pressed and pressed.asked != NO_MESSAGE else None


def _lines(lines: tuple[Line | Part, ...]) -> tuple[Line, ...]:
    return tuple(line if isinstance(line, tuple) else (line,) for line in lines)
