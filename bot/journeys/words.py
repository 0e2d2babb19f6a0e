"""May words that were not understood be kept, to learn from? Asked once at most, and changed in the settings."""

from bot.i18n import Text
from bot.journeys import asked, consent
from bot.journeys.reply import Rows, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import not_understood

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
    """Keep the answer; what does not count asks again."""
    agreed = choice == consent.YES
    if not consent.counts(turn, "words", ref, choice, consent.given(turn, consent.WORDS)):
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
    return tuple((button(f"words.button.{choice}", "words", ref, choice),) for choice in consent.CHOICES)


def _forget(turn: Turn) -> None:
    """What was kept goes; that something was not understood stays counted."""
    for row in not_understood.with_words(turn.store, turn.learner.id):
        row.learner_id = row.words = None
        turn.keep(row)
