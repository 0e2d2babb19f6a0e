"""What is kept about one learner, as one document that they can take away."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, exists, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.store.database import Store
from bot.store.tables import (
    Alert,
    AlertEvent,
    AlertNotice,
    AssignedUnit,
    Attempt,
    Card,
    Caseload,
    CheckIn,
    Consent,
    Doubt,
    Group,
    GroupMember,
    HandOver,
    Learner,
    Lesson,
    Message,
    Mission,
    NotUnderstood,
    Organisation,
    Placement,
    Recording,
    Showing,
    SkillHeld,
    SpokenMessage,
    Staff,
    StepTaken,
    Team,
    TipShown,
    Voice,
    WorkWord,
)

Document = dict[str, Any]
Columns = Mapping[str, InstrumentedAttribute[Any] | ColumnElement[Any]]

NAMED_INSTEAD = {"organisation_id", "team_id"}

CONSENTS: Columns = {"kind": Consent.kind, "given": Consent.given, "notice": Consent.notice, "at": Consent.at}
LESSONS: Columns = {
    "kind": Lesson.kind,
    "size": Lesson.size,
    "to_come": Lesson.plan,
    "new_types": Lesson.new_types,
    "started_at": Lesson.started_at,
    "ended_at": Lesson.ended_at,
}
SHOWINGS: Columns = {
    "item": Showing.item_id,
    "revision": Showing.revision,
    "order": Showing.order,
    "steps": Showing.steps,
    "too_hard": Showing.too_hard,
    "shown_at": Showing.shown_at,
    "closed_at": Showing.closed_at,
}
ATTEMPTS: Columns = {
    "item": Attempt.item_id,
    "revision": Attempt.revision,
    "answer": Attempt.answer,
    "grade": Attempt.grade,
    "correct": Attempt.correct,
    "at": Attempt.at,
    "update_id": Attempt.update_id,
}
CARDS: Columns = {
    "item": Card.item_id,
    "state": Card.state,
    "step": Card.step,
    "stability": Card.stability,
    "difficulty": Card.difficulty,
    "due_at": Card.due_at,
    "last_review_at": Card.last_review_at,
}
TIPS: Columns = {"tip": TipShown.tip_id, "at": TipShown.at}
CHECK_INS: Columns = {
    "asked_at": CheckIn.asked_at,
    "mood": CheckIn.mood,
    "answered_at": CheckIn.answered_at,
    "shared": CheckIn.shared,
}
MESSAGES: Columns = {
    "from": case((Message.staff_id.is_(None), "learner"), else_="staff"),
    "about": Message.about,
    "text": Message.text,
    "voice_file_id": Message.voice_file_id,
    "spoken": exists().where(SpokenMessage.message_id == Message.id),
    "at": Message.at,
    "read_at": Message.read_at,
    "answered_at": Message.answered_at,
}
MISSIONS: Columns = {
    "item": Mission.item_id,
    "revision": Mission.revision,
    "state": Mission.state,
    "taken_on_at": Mission.taken_on_at,
    "asked_at": Mission.asked_at,
    "done_at": Mission.done_at,
    "confirmed_at": Mission.confirmed_at,
}
PLACEMENTS: Columns = {
    "at": Placement.at,
    "ability": Placement.ability,
    "error": Placement.error,
    "answers": Placement.answers,
    "misses": Placement.misses,
    "level": Placement.level,
    "ended_at": Placement.ended_at,
}
RECORDINGS: Columns = {
    "item": Recording.item_id,
    "voice_file_id": Recording.file_id,
    "seconds": Recording.seconds,
    "at": Recording.at,
}
SKILLS: Columns = {
    "skill": SkillHeld.skill_id,
    "words": SkillHeld.words,
    "voice_file_id": SkillHeld.voice_file_id,
    "source": SkillHeld.source,
    "at": SkillHeld.at,
}
WORK_WORDS: Columns = {
    "text": WorkWord.text,
    "voice_file_id": WorkWord.voice_file_id,
    "photo_file_id": WorkWord.photo_file_id,
    "by": case((WorkWord.staff_id.is_(None), "learner"), else_="staff"),
    "meaning": WorkWord.meaning,
    # Files of staff: they would make this one too large to send.
    "picture": WorkWord.picture.is_not(None),
    "sound": WorkWord.sound.is_not(None),
    "at": WorkWord.at,
    "state": WorkWord.state,
    "item": WorkWord.item_id,
}
NOT_UNDERSTOOD: Columns = {
    "words": NotUnderstood.words,
    "language": NotUnderstood.language,
    "guessed": NotUnderstood.guessed,
    "chosen": NotUnderstood.chosen,
    "at": NotUnderstood.at,
}
VOICES: Columns = {
    "text": Voice.text,
    "voice_file_id": Voice.voice_file_id,
    "language": Voice.language,
    "week": Voice.week,
}
ASSIGNED_UNITS: Columns = {
    "unit": AssignedUnit.unit_id,
    "by": select(Staff.name).where(Staff.id == AssignedUnit.staff_id).scalar_subquery(),
    "at": AssignedUnit.at,
    "done_at": AssignedUnit.done_at,
}
STEPS: Columns = {"kind": StepTaken.kind, "day": StepTaken.day}
GROUPS: Columns = {
    "name": select(Group.name).where(Group.id == GroupMember.group_id).scalar_subquery(),
    "since": GroupMember.since,
}
HAND_OVERS: Columns = {
    "from": select(Staff.name).where(Staff.id == HandOver.from_id).scalar_subquery(),
    "to": select(Staff.name).where(Staff.id == HandOver.to_id).scalar_subquery(),
    "by": select(Staff.name).where(Staff.id == HandOver.by_id).scalar_subquery(),
    "at": HandOver.at,
}
DOUBTS: Columns = {"entry": Doubt.entry_id, "language": Doubt.language, "at": Doubt.at}
ALERTS: Columns = {
    "flag": Alert.flag,
    "shows": Alert.shows,
    "shared_with": Alert.shared_with,
    "at": Alert.at,
    "acknowledged_at": Alert.acknowledged_at,
    "closed_at": Alert.closed_at,
}
ALERT_EVENTS: Columns = {
    "what": AlertEvent.what,
    "by": case((AlertEvent.staff_id.is_(None), "learner"), else_="staff"),
    "note": AlertEvent.note,
    "at": AlertEvent.at,
}
ALERT_NOTICES: Columns = {"how": AlertNotice.how, "at": AlertNotice.at, "sent_at": AlertNotice.sent_at}


def export(store: Store, telegram_id: int) -> Document | None:
    """Everything about the learner who writes from this account, fit for JSON; None when there is none.

    Moments are ISO 8601 in UTC. Lists are in the order in which things happened.
    """
    with store.reading() as session:
        learner = session.scalars(select(Learner).where(Learner.telegram_id == telegram_id)).first()
        return _document(session, learner) if learner else None


def _document(session: Session, learner: Learner) -> Document:
    return {
        "profile": _profile(session, learner),
        "consents": _rows(session, CONSENTS, Consent.learner_id == learner.id, Consent.id),
        "lessons": _rows(session, LESSONS, Lesson.learner_id == learner.id, Lesson.started_at),
        "showings": _rows(session, SHOWINGS, Showing.learner_id == learner.id, Showing.shown_at),
        "attempts": _rows(session, ATTEMPTS, Attempt.learner_id == learner.id, Attempt.id),
        "cards": _rows(session, CARDS, Card.learner_id == learner.id, Card.last_review_at),
        "missions": _rows(session, MISSIONS, Mission.learner_id == learner.id, Mission.taken_on_at),
        "placements": _rows(session, PLACEMENTS, Placement.learner_id == learner.id, Placement.at),
        "recordings": _rows(session, RECORDINGS, Recording.learner_id == learner.id, Recording.id),
        "tips": _rows(session, TIPS, TipShown.learner_id == learner.id, TipShown.id),
        "check_ins": _rows(session, CHECK_INS, CheckIn.learner_id == learner.id, CheckIn.asked_at),
        "messages": _rows(session, MESSAGES, Message.learner_id == learner.id, Message.at),
        "alerts": _alerts(session, learner),
        "skills": _rows(session, SKILLS, SkillHeld.learner_id == learner.id, SkillHeld.at),
        "work_words": _rows(session, WORK_WORDS, WorkWord.learner_id == learner.id, WorkWord.at),
        "not_understood": _rows(session, NOT_UNDERSTOOD, NotUnderstood.learner_id == learner.id, NotUnderstood.at),
        "voices": _rows(session, VOICES, Voice.learner_id == learner.id, Voice.week),
        "steps": _rows(session, STEPS, StepTaken.learner_id == learner.id, StepTaken.day),
        "groups": _rows(session, GROUPS, GroupMember.learner_id == learner.id, GroupMember.since),
        "hand_overs": _rows(session, HAND_OVERS, HandOver.learner_id == learner.id, HandOver.id),
        "doubts": _rows(session, DOUBTS, Doubt.learner_id == learner.id, Doubt.at),
        "assigned_units": _rows(session, ASSIGNED_UNITS, AssignedUnit.learner_id == learner.id, AssignedUnit.at),
    }


def _alerts(session: Session, learner: Learner) -> list[Document]:
    """Each alert, with what was done about it, and when staff were told."""
    ids = session.scalars(select(Alert.id).where(Alert.learner_id == learner.id).order_by(Alert.at, Alert.id))
    return [_alert(session, alert_id) for alert_id in ids.all()]


def _alert(session: Session, alert_id: str) -> Document:
    [alert] = _rows(session, ALERTS, Alert.id == alert_id, Alert.at)
    events = _rows(session, ALERT_EVENTS, AlertEvent.alert_id == alert_id, AlertEvent.id)
    told = _rows(session, ALERT_NOTICES, AlertNotice.alert_id == alert_id, AlertNotice.id)
    return {**alert, "events": events, "told": told}


def _profile(session: Session, learner: Learner) -> Document:
    """Every column of the learner, and the names of whom they belong to."""
    keys = [column.key for column in inspect(Learner).column_attrs if column.key not in NAMED_INSTEAD]
    home = session.get_one(Organisation, learner.organisation_id)
    team = session.get_one(Team, learner.team_id) if learner.team_id else None
    counsellors = select(Staff.name).join(Caseload).where(Caseload.learner_id == learner.id)
    return {
        **{key: _plain(getattr(learner, key)) for key in keys},
        "organisation": home.name,
        "team": team.name if team else None,
        "counsellors": list(session.scalars(counsellors.order_by(Caseload.since))),
    }


def _rows(
    session: Session, columns: Columns, mine: ColumnElement[bool], order: InstrumentedAttribute[Any]
) -> list[Document]:
    named = [column.label(key) for key, column in columns.items()]
    found = session.execute(select(*named).where(mine).order_by(order)).mappings()
    return [{key: _plain(value) for key, value in row.items()} for row in found]


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
