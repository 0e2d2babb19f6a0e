"""Missions: the learner tells how one went, and may ask a colleague to confirm it."""

from datetime import timedelta

from bot.i18n import Text, Verbatim
from bot.journeys import asked, media, practice, taken_on
from bot.journeys.reply import Rows, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.store import missions
from bot.store.ids import new_code
from bot.store.missions import State
from bot.store.secrets import hashed
from bot.store.tables import Mission

LINK_LASTS = timedelta(days=14)


def answer(turn: Turn, choice: str) -> None:
    """A button: how it went, that the learner wants to tell, or that a colleague is to confirm."""
    what, _, mission_id = choice.partition("-")
    mission = missions.of(turn.store, turn.learner.id, mission_id)
    if mission and what in ANSWERS:
        ANSWERS[what](turn, mission)
    elif what != "tell" or not taken_on.ask_for_one(turn):
        media.answer(turn, "old_button")


def _did(turn: Turn, mission: Mission) -> None:
    """Done at work: that is what counts. A second tap changes nothing."""
    if mission.state in (State.TAKEN_ON, State.LEFT):
        mission.state, mission.done_at = State.DONE.value, turn.now
        turn.keep(mission)
    _settle(turn, mission, "mission.button.did")
    ref = turn.new_id()
    asked.put(turn, ref, Text("mission.did"), buttons=(*_may_be_confirmed(turn, mission, ref), _GO_ON))


def _not_yet(turn: Turn, mission: Mission) -> None:
    """It stays open; nobody asks again."""
    _settle(turn, mission, "item.not_yet")
    turn.say(Text("mission.not_yet"))
    practice.start(turn)


def _leave(turn: Turn, mission: Mission) -> None:
    """Leaving is fine."""
    if mission.state == State.TAKEN_ON:
        mission.state = State.LEFT.value
        turn.keep(mission)
    _settle(turn, mission, "mission.button.leave")
    turn.say(Text("mission.left"))
    practice.start(turn)


def _link(turn: Turn, mission: Mission) -> None:
    """A new link, in a message of its own that can be passed on; it takes the place of an earlier one."""
    if turn.console_url is None or mission.confirmed_at:
        return media.answer(turn, "old_button")
    code = new_code(turn.random)
    mission.link_hash = hashed(code)
    mission.link_expires_at = turn.now + LINK_LASTS
    turn.keep(mission)
    last_day = mission.link_expires_at.astimezone(turn.course.region.zone).date()
    lines = paragraphs(Text("mission.link"), Text("mission.link_lasts", {"day": last_day}))
    asked.put(turn, turn.new_id(), *lines, buttons=(_GO_ON,))
    turn.say(Verbatim(f"{turn.console_url}/confirm/{code}"))
    return None


def _settle(turn: Turn, mission: Mission, chosen: str) -> None:
    asked.settle(turn, *taken_on.question(turn, mission), chosen=Text(chosen))


def _may_be_confirmed(turn: Turn, mission: Mission, ref: str) -> Rows:
    """The button that makes a link, where there is a console to open it, and nobody confirmed before."""
    if turn.console_url is None or mission.confirmed_at:
        return ()
    return ((button("mission.button.link", "mission", ref, f"link-{mission.id}"),),)


_GO_ON = (command_button("practise"),)

ANSWERS = {"did": _did, "not_yet": _not_yet, "leave": _leave, "link": _link}
