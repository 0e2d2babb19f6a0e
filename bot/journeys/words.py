"""May words that were not understood be kept, to learn from? Asked once at most, and changed in the settings."""

from bot.i18n import Text
from bot.journeys import asked, consent
from bot.journeys.reply import Rows, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import not_understood

CHOICES = ("yes", "no")
QUESTION = paragraphs(Text("words.ask"), Text("words.refusing_is_fine"))


def ask_once(turn: Turn) -> None:
    """Ask who keeps a record and was never asked; no answer is a no, so that nobody is asked twice."""
    if consent.given(turn, consent.RECORD) and consent.given(turn, consent.WORDS) is None:
        consent.note(turn, consent.WORDS, False)
        ref = asked.ask(turn, "words")
        turn.say(*QUESTION, buttons=_rows(ref))


def way_in(turn: Turn, ref: str) -> Rows:
    """A button to change the answer, for who was asked."""
    if consent.given(turn, consent.WORDS) is None:
        return ()
    return ((button("words.button.open", "words", ref, "ask"),),)


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """Keep the answer. An old button that would change it asks again: a consent counts only for the open question."""
    agreed = choice == "yes"
    is_old = ref is not None and (turn.learner.expects != "words" or ref != turn.learner.asked)
    if choice not in CHOICES or (is_old and consent.given(turn, consent.WORDS) is not agreed):
        _ask(turn)
        return
    consent.note(turn, consent.WORDS, agreed)
    if not agreed:
        _forget(turn)
    asked.settle(turn, *QUESTION, chosen=Text(f"words.button.{choice}"))
    turn.say(Text("words.agreed" if agreed else "words.refused"), menu=True)


def _ask(turn: Turn) -> None:
    ref = asked.ask(turn, "words")
    asked.put(turn, ref, *QUESTION, buttons=_rows(ref))


def _rows(ref: str) -> Rows:
    return tuple((button(f"words.button.{choice}", "words", ref, choice),) for choice in CHOICES)


def _forget(turn: Turn) -> None:
    """What was kept goes; that something was not understood stays counted."""
    for row in not_understood.with_words(turn.store, turn.learner.id):
        row.learner_id = row.words = None
        turn.keep(row)
