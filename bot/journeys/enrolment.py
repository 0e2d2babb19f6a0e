"""Enrolment: how a person becomes a learner here, with or without an invitation."""

import re
from datetime import datetime
from random import Random

from bot.i18n import Catalogues, Text
from bot.journeys import check_in, consent, listening, new_phone, onboarding, sharing, staff_link
from bot.journeys.handing_over import Told
from bot.journeys.incoming import Incoming
from bot.journeys.turn import Turn
from bot.safeguarding.sharing import SharedWith
from bot.store import Store, inviting, learners
from bot.store.ids import new_id
from bot.store.inviting import Script
from bot.store.tables import Caseload, Invitation, Learner, Staff

FALLBACK_LANGUAGE = "en"

CODE = re.compile(r"[\w-]{1,64}", re.ASCII)
"""What Telegram lets stand in a link; people type other things after ``/start``."""


def newcomer(store: Store, catalogues: Catalogues, incoming: Incoming, now: datetime, random: Random) -> Learner:
    """A learner record for somebody who writes for the first time; kept only if the turn is."""
    return Learner(
        id=new_id(random),
        organisation_id=learners.home_organisation(store).id,
        telegram_id=incoming.chat_id,
        name=incoming.first_name,
        language=_device_language(catalogues, incoming.language_code),
        language_chosen=False,
        script="own",
        listens=False,
        level="pre-A1",
        expects="none",
        created_at=now,
        last_seen_at=now,
        practice_days="024",
        practice_at="18:00",
        unanswered=0,
    )


def start(turn: Turn, code: str | None) -> None:
    """Somebody pressed Start, perhaps through an invitation link, or the link by which staff are written to."""
    if code and code.startswith(staff_link.PREFIX):
        return staff_link.link(turn, code.removeprefix(staff_link.PREFIX))
    invitation = learners.invitation(turn.store, code) if code and CODE.fullmatch(code) else None
    if invitation and invitation.for_learner_id:
        new_phone.arrive(turn, invitation)
    elif invitation and inviting.works(invitation, turn.now):
        _accept(turn, invitation)
    elif code and not turn.learner.enrolled_at:
        turn.say(Text("enrolment.link_not_valid"))
    if not turn.learner.enrolled_at and not turn.open_to_all:
        turn.say(Text("enrolment.needs_invitation"))
        return None
    turn.learner.enrolled_at = turn.learner.enrolled_at or turn.now
    return onboarding.next_step(turn)


def _accept(turn: Turn, invitation: Invitation) -> None:
    learner = turn.learner
    moves = bool(learner.enrolled_at) and learner.organisation_id != invitation.organisation_id
    if moves:
        _leave(turn)
    learner.organisation_id = invitation.organisation_id
    if invitation.language:
        learner.language, learner.language_chosen = invitation.language, True
    learner.sector = invitation.sector or learner.sector
    learner.script = invitation.script or learner.script
    if invitation.script == Script.NONE:
        learner.listens = True
        listening.tell_of_silence(turn)
    invitation.used_at, invitation.learner_id = turn.now, learner.id
    turn.keep(invitation)
    counsellor = inviting.counsellor(turn.store, invitation)
    if counsellor and learners.linked(turn.store, learner.id, counsellor.id):
        counsellor = None
    if moves or counsellor:
        _entrust_alerts(turn, moves)
    if counsellor:
        _link(turn, counsellor)
    learner.enrolled_at = learner.enrolled_at or turn.now


def _leave(turn: Turn) -> None:
    """What was agreed with one organisation is not agreed with another, whose staff work with the learner now."""
    if consent.given(turn, consent.SHARING):
        sharing.end(turn)
        turn.say(Text("settings.keeps_to_oneself"))
    check_in.keep_to_oneself(turn)
    for link in learners.links(turn.store, turn.learner.id):
        turn.drop(link)
    for membership in learners.memberships(turn.store, turn.learner.id):
        turn.drop(membership)
    turn.learner.team_id = None


def _entrust_alerts(turn: Turn, moves: bool) -> None:
    """What only one counsellor might know is not for the next; in another organisation alerts are taken on anew."""
    for alert in learners.alerts_going_along(turn.store, turn.learner.id):
        if alert.shared_with == SharedWith.COUNSELLOR:
            alert.shared_with = None
        if moves and alert.closed_at is None:
            alert.acknowledged_at = alert.acknowledged_by = None
        turn.keep(alert)


def _link(turn: Turn, counsellor: Staff) -> None:
    """A learner gets a counsellor; who is a learner already is told what this one can read and see."""
    learner = turn.learner
    turn.keep(Caseload(staff_id=counsellor.id, learner_id=learner.id, since=turn.now))
    if learner.enrolled_at:
        shares = {learner.id} if consent.given(turn, consent.SHARING) else set[str]()
        turn.send(Told(counsellor.name, counsellor.name, shares, turn.now, turn.random).reply(learner))


def _device_language(catalogues: Catalogues, code: str | None) -> str:
    language = (code or "").partition("-")[0].lower()
    return language if language in catalogues.languages else FALLBACK_LANGUAGE
