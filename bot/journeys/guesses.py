"""Words that were not understood: the two best guesses stand as buttons. What was tapped is counted, without a name."""

from collections.abc import Mapping

from bot.i18n import Part, Text
from bot.journeys import asked, consent, tip, words
from bot.journeys import help as help_
from bot.journeys.incoming import Kind
from bot.journeys.reply import Button
from bot.journeys.turn import Turn
from bot.journeys.understanding import OFFERED, SOMETHING_ELSE, Guess
from bot.store import not_understood
from bot.store.tables import NotUnderstood

JOURNEY = "guess"

MENU: Mapping[str, str] = {
    "start_exercise": "practise",
    "ask_tip": "tip",
    "ask_progress": "progress",
    "ask_help": "help",
    "change_language": "language",
    "pause": "pause",
    "resume": "resume",
    "contact_counsellor": "counsellor",
    "my_data": "mydata",
    "delete_data": "delete",
}
"""The guesses that the menu has a label for."""


def answer(turn: Turn) -> None:
    """Say kindly that it was not understood; with what it may have meant on buttons, or else with all there is."""
    row = _count(turn) if turn.incoming.kind is Kind.TEXT else None
    if row is None or not row.guessed:
        help_.not_understood(turn)
    else:
        _ask(turn, row)


def answer_beside_item(turn: Turn, how: Text) -> None:
    """Say how the open item is answered; with what the words may have meant on buttons, if there is anything."""
    if turn.guesses:
        _ask(turn, _count(turn), how)
    else:
        turn.say(how)


def note_choice(turn: Turn) -> None:
    """A guess was tapped, or "something else": it is counted once, and its message loses the buttons."""
    pressed = turn.incoming.pressed
    if pressed is None or pressed.journey != JOURNEY:
        return
    name, _, row_id = pressed.choice.partition(".")
    asked.settle(turn, Text("guess.ask"), chosen=label(name))
    row = not_understood.by_id(turn.store, row_id)
    if row and row.chosen is None:
        row.chosen = _counted(name)
        turn.keep(row)


def ask_for_words(turn: Turn) -> None:
    """None of the guesses was right: here the words themselves would help. May they be kept from now on?"""
    pressed = turn.incoming.pressed
    if pressed and pressed.journey == JOURNEY and pressed.choice.partition(".")[0] == SOMETHING_ELSE:
        words.ask_once(turn)


def label(name: str) -> Part:
    """What the bot would do, in plain words: an intent, or else the topic of a tip."""
    if name in MENU:
        return Text(f"menu.{MENU[name]}")
    if name in OFFERED or name == SOMETHING_ELSE:
        return Text(f"guess.button.{name}")
    return Text(f"topic.{name}") if name in tip.TOPICS else label("ask_tip")


def _ask(turn: Turn, row: NotUnderstood, *before: Text) -> None:
    ref = turn.new_id()
    each = [*(_button(ref, row, guess) for guess in turn.guesses), _other(ref, row)]
    asked.put(turn, ref, *before, Text("guess.ask"), buttons=tuple((one,) for one in each))


def _count(turn: Turn) -> NotUnderstood:
    row = NotUnderstood(
        id=turn.new_id(),
        language=turn.learner.language,
        guessed=[guess.label for guess in turn.guesses],
        at=turn.now.replace(hour=0, minute=0, second=0, microsecond=0),
    )
    if consent.given(turn, consent.WORDS):
        row.learner_id, row.words = turn.learner.id, turn.incoming.text
    turn.keep(row)
    return row


def _counted(name: str) -> str:
    return name if name in OFFERED or name == SOMETHING_ELSE else Guess("ask_tip", name).label


def _button(ref: str, row: NotUnderstood, guess: Guess) -> Button:
    name = guess.topic or guess.intent
    return Button(label(name), f"{JOURNEY}:{ref}:{name}.{row.id}")


def _other(ref: str, row: NotUnderstood) -> Button:
    return Button(label(SOMETHING_ELSE), f"{JOURNEY}:{ref}:{SOMETHING_ELSE}.{row.id}")
