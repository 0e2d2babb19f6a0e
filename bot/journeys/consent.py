"""What a learner agreed to: the record for oneself, sharing with a counsellor and what goes with it, words, moods."""

from bot.journeys.turn import Turn
from bot.store import consents, learners
from bot.store.tables import Consent

RECORD = "record"
SHARING = "sharing"
SKILLS = "skills"
EXPORT = "export"
"""To let the counsellor take progress out of Werkmaat, with the learner's name."""

WORDS = "words"
CHECK_INS = "check_ins"
"""To be asked how it goes."""

MOODS = "moods"
"""To let the counsellor see every answer to that."""

NOTICE = "2026-11-in-charge"
"""The version of the notice that learners are shown; a new wording gets a new name."""

TELL_IN_DETAIL = frozenset({"2026-11-exports", NOTICE})
"""Notices by which sharing is to show, too, what is hard, which tips were read, and what the learner aims at.

Who agreed to an earlier one shares on which days they practise, and what goes well.
"""

YES = "yes"
CHOICES = (YES, "no")
"""What the buttons of a question of consent say."""


def given(turn: Turn, kind: str) -> bool | None:
    """The learner's answer that is in force; None when they were not asked yet."""
    for row in reversed(turn.kept):
        if isinstance(row, Consent) and row.kind == kind:
            return row.given
    return learners.consent(turn.store, turn.learner.id, kind)


def in_detail(turn: Turn) -> bool:
    """Whether the learner shares, and agreed to that by a notice that told of all that is seen."""
    answers = [row for row in turn.kept if isinstance(row, Consent) and row.kind == SHARING]
    answer = answers[-1] if answers else consents.in_force(turn.store, turn.learner.id).get(SHARING)
    return bool(answer and answer.given and answer.notice in TELL_IN_DETAIL)


def counts(turn: Turn, journey: str, ref: str | None, choice: str, so_far: bool | None) -> bool:
    """Whether a choice counts as the answer to a question of consent; if not, the question is to be asked again.

    An old button counts only if it changes nothing: a consent is given to the open question.

    Args:
        turn: of the button, or of the words.
        journey: whose question it is.
        ref: the message that the button stands under; None for words.
        choice: what was chosen.
        so_far: the answer that is in force.
    """
    is_old = ref is not None and (turn.learner.expects != journey or ref != turn.learner.asked)
    return choice in CHOICES and (not is_old or so_far is (choice == YES))


def note(turn: Turn, kind: str, given: bool) -> None:
    """Keep an answer to a consent question."""
    turn.keep(Consent(learner_id=turn.learner.id, kind=kind, given=given, notice=NOTICE, at=turn.now))
