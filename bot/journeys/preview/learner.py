"""The made-up learner of a preview: somebody who has learned for a while, so that they are asked nothing else."""

from datetime import datetime, timedelta

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.journeys.preview.subject import Choices, Subject
from bot.store import Store
from bot.store.skills import Source
from bot.store.tables import Base, Consent, Learner, Lesson, Organisation, SkillHeld

ME = "preview"
"""The id of the learner, and of whatever there is one of."""

SINCE = timedelta(days=60)

LESSONS = 5
"""So many ended before: after the first ones, learners are asked for their consent and their days."""


def move_in(store: Store, chat_id: int, course: Course, subject: Subject, choices: Choices, now: datetime) -> None:
    """Keep the learner, in a store that has nobody yet.

    Args:
        store: that of the preview.
        chat_id: where they write.
        course: with the form at hand; they can say one sentence of a card of it.
        subject: the form; they stand where it belongs.
        choices: who they are.
        now: in UTC.
    """
    since = now - SINCE
    home = Organisation(id=ME, name=ME, created_at=since)
    answers = {consent.RECORD: True, consent.SHARING: False, consent.WORDS: False, consent.CHECK_INS: False}
    rows: list[Base] = [home, _learner(chat_id, subject, choices, since)]
    rows += [
        Consent(learner_id=ME, kind=kind, given=given, notice=consent.NOTICE, at=since)
        for kind, given in answers.items()
    ]
    rows += [_lesson(number, since) for number in range(LESSONS)]
    rows += [_held(skill_id, since) for skill_id in _first_card(course, subject)]
    with store.writing() as session:
        for row in rows:
            session.add(row)
            # One by one: a row may refer to the one before it.
            session.flush()


def _learner(chat_id: int, subject: Subject, choices: Choices, since: datetime) -> Learner:
    level = {"level": subject.body["level"]} if "level" in subject.body else {}
    return Learner(
        id=ME,
        organisation_id=ME,
        telegram_id=chat_id,
        language=choices.language,
        language_chosen=True,
        listens=choices.listens,
        sector=subject.body.get("sector"),
        target_job=subject.entry_id if subject.kind == "job" else None,
        created_at=since,
        enrolled_at=since,
        last_seen_at=since,
        # Who is invited already is not told so after a lesson.
        next_due_at=since + 2 * SINCE,
        **level,
    )


def _lesson(number: int, since: datetime) -> Lesson:
    return Lesson(id=f"{ME}-{number}", learner_id=ME, plan=[], size=1, new_types=[], started_at=since, ended_at=since)


def _first_card(course: Course, subject: Subject) -> list[str]:
    """A card that the learner holds: who can say nothing rehearses no interview. A card that is looked at is new."""
    return [*course.skills][:1] if subject.kind == "interview" else []


def _held(skill_id: str, since: datetime) -> SkillHeld:
    return SkillHeld(id=ME, learner_id=ME, skill_id=skill_id, source=Source.CARD.value, at=since)
