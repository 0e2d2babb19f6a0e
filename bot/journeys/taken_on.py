"""The missions that a learner has taken on: how many at a time, and when to ask how one went."""

from datetime import datetime, timedelta

from bot.i18n import Content, Text
from bot.journeys import asked
from bot.journeys.reply import Line, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import missions
from bot.store.missions import State
from bot.store.tables import Mission, Showing

MOST_OPEN = 2
"""More at a time would weigh on somebody; the oldest is left, and nobody is told."""

WORKING_DAY = timedelta(hours=8)
"""Nobody is asked about a mission sooner than this after taking it on, or about two of them within it."""


def take_on(turn: Turn, showing: Showing) -> None:
    """The learner takes on the mission that is shown; once more it is the same one."""
    mine = missions.open_ones(turn.store, turn.learner.id)
    if showing.item_id in {one.item_id for one in mine}:
        return
    for old in mine[: len(mine) + 1 - MOST_OPEN]:
        old.state = State.LEFT.value
        turn.keep(old)
    turn.keep(
        Mission(
            id=turn.new_id(),
            learner_id=turn.learner.id,
            item_id=showing.item_id,
            revision=showing.revision,
            state=State.TAKEN_ON.value,
            taken_on_at=turn.now,
        )
    )


def ask_if_due(turn: Turn) -> bool:
    """Ask how a mission went: of each once, of one in a working day. Returns False when there is nothing to ask."""
    everything = missions.all_of(turn.store, turn.learner.id)
    if any(one.asked_at and turn.now - one.asked_at < WORKING_DAY for one in everything):
        return False
    due = next((one for one in everything if one.asked_at is None and may_be_told(one, turn.now)), None)
    if due:
        ask(turn, due)
    return due is not None


def ask_for_one(turn: Turn) -> bool:
    """The learner wants to tell: ask about the mission that was not asked about, or else the oldest."""
    mine = missions.open_ones(turn.store, turn.learner.id)
    if mine:
        ask(turn, min(mine, key=lambda one: one.asked_at is not None))
    return bool(mine)


def ask(turn: Turn, mission: Mission) -> None:
    """How did it go?"""
    mission.asked_at = turn.now
    turn.keep(mission)
    ref = asked.ask(turn, "mission")
    rows = (
        (button("mission.button.did", "mission", ref, f"did-{mission.id}"),),
        (button("item.not_yet", "mission", ref, f"not_yet-{mission.id}"),),
        (button("mission.button.leave", "mission", ref, f"leave-{mission.id}"),),
    )
    asked.put(turn, ref, *question(turn, mission), buttons=rows)


def question(turn: Turn, mission: Mission) -> tuple[Line, ...]:
    """How it went, what was to be done, and what to say."""
    item = turn.course.item_at(mission.item_id, mission.revision)
    task = Content(f"{item.id}.task", item.body["task"])
    return paragraphs(Text("mission.ask"), task, turn.target(item.body["say"], bold=True))


def may_be_told(mission: Mission, now: datetime) -> bool:
    """Whether a mission is open, and a working day has passed since it was taken on."""
    return mission.state == State.TAKEN_ON and now - mission.taken_on_at >= WORKING_DAY
