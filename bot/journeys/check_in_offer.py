"""Whether to be asked how it goes: offered once, kindly, after the first week; and changed in the settings."""

from datetime import timedelta

from bot.i18n import Text
from bot.journeys import asked, check_in, consent
from bot.journeys.reply import Rows, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import check_ins

JOURNEY = "check_in_offer"
QUESTION = paragraphs(Text("check_in.offer"), Text("words.refusing_is_fine"))

FIRST_WEEK = timedelta(days=7)


def offer(turn: Turn) -> bool:
    """Offer it to who was never asked; no answer is a no, so that nobody is asked twice. Returns whether it was."""
    enrolled_at = turn.learner.enrolled_at
    if enrolled_at is None or turn.now - enrolled_at < FIRST_WEEK or not _may_be_asked(turn):
        return False
    if consent.given(turn, consent.CHECK_INS) is not None:
        return False
    consent.note(turn, consent.CHECK_INS, False)
    ref = asked.ask(turn, JOURNEY)
    turn.say(*QUESTION, buttons=_rows(ref))
    return True


def way_in(turn: Turn, ref: str) -> Rows:
    """A button in the settings, for who keeps a record."""
    return ((button("check_in.button.open", JOURNEY, ref, "ask"),),) if _may_be_asked(turn) else ()


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """Keep the answer; what does not count asks again."""
    if choice == check_in.ONLY_ME:
        check_in.keep_to_oneself(turn)
        turn.say(Text("check_in.only_me"), menu=True)
    elif not _may_be_asked(turn) or not consent.counts(turn, JOURNEY, ref, choice, is_on(turn)):
        _ask(turn)
    else:
        asked.settle(turn, *QUESTION, chosen=Text(f"check_in.button.{choice}"))
        _begin(turn) if choice == consent.YES else _end(turn)


def is_on(turn: Turn) -> bool:
    """Whether the learner is asked; not so after three questions that were left alone."""
    return turn.learner.check_in_due_at is not None


def _ask(turn: Turn) -> None:
    if not _may_be_asked(turn):
        turn.say(Text("check_in.gone"), menu=True)
        return
    ref = asked.ask(turn, JOURNEY)
    asked.put(turn, ref, *QUESTION, buttons=_rows(ref) + _only_me(turn, ref))


def _begin(turn: Turn) -> None:
    """From now on; questions that were left alone before count no more."""
    consent.note(turn, consent.CHECK_INS, True)
    for row in check_ins.of(turn.store, turn.learner.id):
        if row.answered_at is None:
            row.answered_at = turn.now
            turn.keep(row)
    check_in.plan(turn)
    turn.say(Text("check_in.agreed"), menu=True)


def _end(turn: Turn) -> None:
    consent.note(turn, consent.CHECK_INS, False)
    turn.learner.check_in_due_at = None
    turn.say(Text("check_in.refused"), menu=True)


def _may_be_asked(turn: Turn) -> bool:
    return bool(consent.given(turn, consent.RECORD))


def _rows(ref: str) -> Rows:
    return tuple((button(f"check_in.button.{choice}", JOURNEY, ref, choice),) for choice in consent.CHOICES)


def _only_me(turn: Turn, ref: str) -> Rows:
    """For whose answers are always shown to the counsellor: to take that back."""
    shows = consent.given(turn, consent.MOODS)
    return ((button("check_in.button.only_me", JOURNEY, ref, check_in.ONLY_ME),),) if shows else ()
