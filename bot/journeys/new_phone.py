"""A new phone, or a new number: a learner's record comes to the Telegram account that opens the counsellor's link.

The old chat is told nothing: nobody knows in whose hands that phone is.
"""

from bot.i18n import Text
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn
from bot.store import inviting, learners, moving
from bot.store.tables import Invitation, Learner


def arrive(turn: Turn, invitation: Invitation) -> None:
    """Somebody opened such a link. A second tap on one that was used here says nothing."""
    learner = learners.by_id(turn.store, invitation.for_learner_id or "")
    works = inviting.works(invitation, turn.now)
    if learner and learner.id == turn.learner.id:
        if works:
            turn.say(Text("new_phone.open_there"))
    elif not works or learner is None or learner.organisation_id != invitation.organisation_id:
        turn.say(Text("enrolment.link_not_valid"))
    elif not moving.is_empty(turn.store, turn.learner.id):
        turn.say(Text("new_phone.record_of_its_own"), buttons=((command_button("delete"),),))
    else:
        _bring(turn, learner, invitation)


def _bring(turn: Turn, learner: Learner, invitation: Invitation) -> None:
    turn.becomes(learner)
    # What was asked stands in the old chat.
    turn.expect_nothing()
    invitation.used_at, invitation.learner_id = turn.now, learner.id
    turn.keep(invitation)
    turn.say(Text("new_phone.here"))
