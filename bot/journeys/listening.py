"""Listen mode: for who reads no script. Everything is heard in the own language, with three pictures to tap at most."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.i18n import Text, Verbatim
from bot.journeys.reply import Button, Reply, Rows
from bot.journeys.turn import Turn
from bot.store import Store, outbox

EAR = "👂"
SILENCE = "🔇"

ON, OFF = "listen", "read"
"""The choices of the buttons that switch it on and off."""

MOST = 3
"""Buttons with something to say in one message; more of them nobody keeps in mind."""

Sent = tuple[str, Reply]
"""A reply with its ref."""


def switch(turn: Turn, choice: str) -> None:
    """Listen from now on, or read again."""
    turn.learner.listens = choice == ON
    if turn.learner.listens:
        turn.say(Text("listen.on"), menu=True)
        tell_of_silence(turn)
    else:
        turn.say(Text("listen.off"), menu=True)


def tell_of_silence(turn: Turn) -> None:
    """Who wants to listen learns it when there is no voice in the own language yet: by a picture, and in words."""
    if turn.learner.listens and not turn.speaks(turn.learner.language):
        turn.say(Verbatim(SILENCE))
        turn.say(Text("listen.no_voice"))


def few(buttons: Sequence[Button], start: str, more: str) -> Rows:
    """Three buttons at most, one below another: all there are, or two and a picture that leads on, round and round.

    Args:
        buttons: all of them.
        start: the place of the first one to show, as the picture that led here said it; else the beginning.
        more: the data of that picture, up to the place that it leads to.
    """
    if len(buttons) <= MOST:
        return _one_below_another(buttons)
    first = int(start) % len(buttons) if start.isdecimal() else 0
    shown = buttons[first : first + MOST - 1]
    after = (first + len(shown)) % len(buttons)
    return _one_below_another([*shown, Button(Text("listen.more"), f"{more}{after}")])


def as_heard(store: Store, replies: Sequence[Sent]) -> Iterator[Sent]:
    """The replies of a turn as they go to somebody who listens: spoken, and with few buttons a message.

    The other buttons follow in messages of their own, which go when the first one is answered.
    """
    for ref, reply in replies:
        yield from _pages(ref, replace(reply, spoken=True))
        if reply.edits:
            yield from _further_pages_go(store, reply.edits)


def _pages(ref: str, reply: Reply) -> Iterator[Sent]:
    each = [button for row in reply.buttons for button in row]
    if sum(map(_says_something, each)) <= MOST:
        yield ref, reply
        return
    yield ref, replace(reply, buttons=_one_below_another(each[:MOST]))
    more = Reply(lines=((Text("listen.more"),),), spoken=True, silent=reply.silent)
    for number, start in enumerate(range(MOST, len(each), MOST), start=2):
        yield _page(ref, number), replace(more, buttons=_one_below_another(each[start : start + MOST]))


def _further_pages_go(store: Store, ref: str) -> Iterator[Sent]:
    number = 2
    while outbox.message_id(store, _page(ref, number)):
        gone = Reply(edits=_page(ref, number), deletes=True)
        yield f"{_page(ref, number)}x", gone
        number += 1


def _page(ref: str, number: int) -> str:
    return f"{ref}-{number}"


def _one_below_another(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple((button,) for button in buttons)


def _says_something(button: Button) -> bool:
    """Whether a button has words; the others are pictures that are the same everywhere."""
    return not isinstance(button.label, Verbatim) or any(one.isalnum() for one in button.label.text)
