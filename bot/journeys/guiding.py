"""What a counsellor changes for a learner, who reads by whom: the target job, a pause, the offer of other exercises."""

from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalogue.targets import Job
from bot.i18n import Text
from bot.journeys import pause as pausing
from bot.journeys import placing, target
from bot.journeys.reply import Line, Reply, Rows, button, command_button
from bot.store import Store, changing
from bot.store.ids import new_id
from bot.store.tables import Learner, Staff


def set_target(store: Store, member: Staff, learner_id: str, job: Job, now: datetime, random: Random) -> bool:
    """Choose the job that a learner works towards. Returns False when it is theirs already."""

    def chosen(learner: Learner) -> dict[str, Any] | None:
        if learner.target_job == job.id:
            return None
        learner.target_job = job.id
        said = Text("path.target_by_staff", {"name": member.name, "job": target.name(job)})
        return _told(learner, ((said,),), ((target.OPEN,), (command_button("practise"),)))

    return changing.change(store, member, learner_id, new_id(random), now, chosen)


def pause(
    store: Store, member: Staff, learner_id: str, length: str, zone: ZoneInfo, now: datetime, random: Random
) -> bool:
    """Let a learner rest: nothing is sent of itself until it is over, or they come back.

    Args:
        store: where learners and messages are kept.
        member: who decides it.
        learner_id: the learner's.
        length: one of ``pause.LENGTHS``.
        zone: the region's.
        now: in UTC.
        random: for ids.
    """

    def rests(learner: Learner) -> dict[str, Any]:
        pausing.rest(learner, length, zone, now)
        until = pausing.writes_again(learner, length)
        name = {"name": member.name}
        said = Text("pause.by_staff", {**name, "day": until}) if until else Text("pause.by_staff_open", name)
        return _told(learner, ((said,),), ((command_button("resume"),),))

    return changing.change(store, member, learner_id, new_id(random), now, rests)


def end_pause(store: Store, member: Staff, learner_id: str, zone: ZoneInfo, now: datetime, random: Random) -> bool:
    """End a learner's pause. Returns False when they are in none."""

    def wakes(learner: Learner) -> dict[str, Any] | None:
        if learner.paused_until is None or learner.paused_until <= now:
            return None
        pausing.wake(learner, zone, now)
        said = Text("pause.ended_by_staff", {"name": member.name})
        return _told(learner, ((said,),), ((command_button("practise"),),))

    return changing.change(store, member, learner_id, new_id(random), now, wakes)


def offer_placement(store: Store, member: Staff, learner_id: str, now: datetime, random: Random) -> bool:
    """Ask a learner whether Werkmaat may find out which exercises fit; they may say no."""
    ref = new_id(random)

    def asked(learner: Learner) -> dict[str, Any]:
        lines: tuple[Line, ...] = ((Text("placement.by_staff", {"name": member.name}),), (), *placing.question())
        rows = tuple((button(f"placement.button.{choice}", "placement", ref, choice),) for choice in placing.CHOICES)
        return _told(learner, lines, rows)

    return changing.change(store, member, learner_id, ref, now, asked)


def _told(learner: Learner, lines: tuple[Line, ...], rows: Rows) -> dict[str, Any]:
    return Reply(lines=lines, buttons=rows, spoken=learner.listens).as_json()
