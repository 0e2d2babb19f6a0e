"""What learners may aim at, its parts ready to be shown: jobs, training that leads there, and the interview."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.catalogue.guides import Fact
from bot.i18n import Content, Verbatim


@dataclass(frozen=True)
class Job:
    """Something to work towards; ``units`` are ids, and those that are not published lead nowhere yet."""

    id: str
    sector: str
    picture: str
    name: Content
    units: tuple[str, ...]


@dataclass(frozen=True)
class Training:
    """A training as it may be shown on a day. Past its date only whom to ask is left: ``name`` and ``ask`` are None.

    ``where`` are phone numbers and addresses of the web. ``sure`` is false when it may be out of date.
    """

    id: str
    jobs: frozenset[str]
    provider: str
    where: tuple[str, ...]
    name: Content | None
    ask: Content | None
    sure: bool


@dataclass(frozen=True)
class InterviewQuestion:
    """What is asked in a job interview. ``answer`` is the author's; without one, people say what they can do."""

    id: str
    picture: str
    ask: Verbatim
    meaning: Content
    answer: Verbatim | None
    answer_meaning: Content | None


def job(job_id: str, body: Mapping[str, Any]) -> Job:
    """A job, from its published body."""
    name = Content(f"{job_id}.name", body["name"])
    return Job(job_id, body["sector"], body["picture"], name, tuple(body["units"]))


def interview_question(question_id: str, body: Mapping[str, Any]) -> InterviewQuestion:
    """A question of an interview, from its published body."""
    answered = body["answer"] is not None
    return InterviewQuestion(
        id=question_id,
        picture=body["picture"],
        ask=Verbatim(body["ask"]),
        meaning=Content(f"{question_id}.meaning", body["meaning"]),
        answer=Verbatim(body["answer"]) if answered else None,
        answer_meaning=Content(f"{question_id}.answer_meaning", body["answer_meaning"]) if answered else None,
    )


def trainings(body: Mapping[str, Any], facts: Mapping[str, Fact], day: date) -> tuple[Training, ...]:
    """The trainings of a region, from its published body; one that was published without any has none."""
    return tuple(_training(one, facts, day) for one in body.get("training", ()))


def _training(body: Mapping[str, Any], facts: Mapping[str, Fact], day: date) -> Training:
    phone = facts.get(body["phone"]) if body["phone"] else None
    current = not body["check_again"] or day <= date.fromisoformat(body["check_again"])
    return Training(
        id=body["id"],
        jobs=frozenset(body["jobs"]),
        provider=body["provider"],
        where=tuple(one for one in (phone.value if phone else None, body["url"]) if one),
        name=Content(f"{body['id']}.name", body["name"]) if current else None,
        ask=Content(f"{body['id']}.ask", body["ask"]) if current else None,
        sure=not body["unchecked"] and (phone is None or phone.sure),
    )
