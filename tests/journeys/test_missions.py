"""Missions: taken on, told about later, confirmed by a colleague."""

import re
from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from bot.journeys import confirming, invitation
from bot.journeys.mission import LINK_LASTS
from bot.journeys.taken_on import MOST_OPEN, WORKING_DAY
from bot.store import missions
from bot.store.exporting import export
from bot.store.missions import State
from bot.store.secrets import hashed
from bot.store.tables import Mission, OutboxRow
from tests.fakes.learner import Walker, plain
from tests.journeys.work import begins_work

CONSOLE = "https://werkmaat.example.org"


def mine(learner: Walker) -> Sequence[Mission]:
    return missions.all_of(learner.house.store, learner.record.id)


def states(learner: Walker) -> list[str]:
    return [mission.state for mission in mine(learner)]


async def takes_one_on(learner: Walker, later: timedelta = WORKING_DAY) -> None:
    """Take on the first mission, leave what follows; then time passes."""
    await begins_work(learner)
    await learner.taps("item.take_on")
    while learner.record.expects == "practice":
        await learner.taps("practice.button.skip")
    learner.house.clock.now = mine(learner)[0].taken_on_at + later


async def test_what_is_taken_on_is_kept_and_the_lesson_goes_on(learner: Walker) -> None:
    await begins_work(learner)
    item, _ = learner.open_item()
    began = learner.house.clock()
    await learner.taps("item.take_on")
    [mission] = mine(learner)
    assert (mission.item_id, mission.revision, mission.state) == (item.id, item.revision, State.TAKEN_ON)
    assert began <= mission.taken_on_at <= learner.house.clock()
    assert learner.open_item()[0].id != item.id


@pytest.mark.parametrize("way", ["practice.button.skip", "practice.button.explain"])
async def test_what_is_not_taken_on_is_not_kept(learner: Walker, way: str) -> None:
    await begins_work(learner)
    await learner.taps(way)
    assert mine(learner) == []


async def test_at_most_two_are_open_and_nobody_is_told_that_one_is_left(learner: Walker) -> None:
    await begins_work(learner)
    for _ in range(MOST_OPEN):
        learner.house.clock.forward(minutes=1)
        await learner.taps("item.take_on")
    said = len(learner.new)
    learner.house.clock.forward(minutes=1)
    await learner.taps("item.take_on")
    assert states(learner) == [State.LEFT, State.TAKEN_ON, State.TAKEN_ON]
    assert len(learner.new) == said
    learner.does_not_show("mission.left")


async def test_the_next_lesson_begins_with_how_it_went_once(learner: Walker) -> None:
    await takes_one_on(learner)
    await learner.presses("menu.practise")
    learner.shows("mission.ask")
    assert "Hoe heet deze machine?" in plain(learner.last["text"])
    assert learner.record.expects == "mission"
    await learner.presses("menu.practise")
    assert learner.record.expects == "practice"
    learner.does_not_show("mission.ask")
    learner.house.clock.forward(days=2)
    await learner.presses("menu.practise")
    learner.does_not_show("mission.ask")


async def test_nobody_is_asked_before_a_working_day_is_over(learner: Walker) -> None:
    await takes_one_on(learner, WORKING_DAY - timedelta(minutes=1))
    await learner.presses("menu.practise")
    learner.does_not_show("mission.ask")


async def test_two_missions_are_not_asked_about_in_a_row(learner: Walker) -> None:
    await begins_work(learner)
    await learner.taps("item.take_on")
    await learner.taps("item.take_on")
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    learner.shows("mission.ask")
    await learner.taps("item.not_yet")
    assert learner.record.expects == "practice"
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    learner.shows("mission.ask")


async def test_done_at_work_counts(learner: Walker) -> None:
    await takes_one_on(learner)
    await learner.presses("menu.practise")
    tapped_at = learner.house.clock()
    await learner.taps("mission.button.did")
    learner.shows("mission.did")
    [mission] = mine(learner)
    assert (mission.state, mission.done_at) == (State.DONE, tapped_at)
    # Without a console nobody could open a link.
    assert learner.labels() == [learner.words("menu.practise")]
    await learner.commands("progress")
    assert plain(learner.words("progress.at_work", number=1)) in plain(learner.last["text"])
    learner.does_not_show("progress.confirmed")
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert [one["state"] for one in document["missions"]] == ["done"]


async def test_a_second_tap_changes_nothing(learner: Walker) -> None:
    await takes_one_on(learner)
    await learner.presses("menu.practise")
    did = f"mission:{learner.record.asked}:did-{mine(learner)[0].id}"
    await learner.taps("mission.button.did")
    before = [(one.state, one.done_at) for one in mine(learner)]
    learner.house.clock.forward(hours=1)
    await learner.taps_once_more(did)
    assert learner.new
    assert [(one.state, one.done_at) for one in mine(learner)] == before


@pytest.mark.parametrize(
    ("tapped", "said", "state"),
    [("item.not_yet", "mission.not_yet", State.TAKEN_ON), ("mission.button.leave", "mission.left", State.LEFT)],
)
async def test_not_yet_and_leaving_are_fine_and_the_lesson_begins(
    learner: Walker, tapped: str, said: str, state: State
) -> None:
    await takes_one_on(learner)
    await learner.presses("menu.practise")
    await learner.taps(tapped)
    learner.shows(said)
    assert states(learner) == [state]
    assert learner.record.expects == "practice"


async def test_an_invitation_lets_one_tell(learner: Walker) -> None:
    await takes_one_on(learner)
    await is_invited(learner)
    await learner.taps("invitation.button.mission")
    learner.shows("mission.ask")
    await learner.taps("mission.button.did")
    assert states(learner) == [State.DONE]
    await is_invited(learner)
    assert learner.words("invitation.button.mission") not in learner.labels()


async def is_invited(learner: Walker) -> None:
    """The next moment comes that this learner chose; one that passed meanwhile is over."""
    house = learner.house
    list(invitation.invite(house.store, house.courses.current(), house.clock()))
    house.clock.now = learner.record.next_due_at or house.clock.now
    assert any(invitation.invite(house.store, house.courses.current(), house.clock()))
    await learner.waits_for(house.work())
    learner.shows("invitation.words")


@pytest.mark.parametrize("data", ["mission:-:tell", "mission:-:did-nosuchmission", "mission:-:foo"])
async def test_buttons_of_no_mission_lead_somewhere(learner: Walker, data: str) -> None:
    await learner.taps_once_more(data)
    learner.shows("media.old_button")


async def test_the_mission_of_somebody_else_is_nobodys(learner: Walker) -> None:
    await takes_one_on(learner)
    other = await Walker.comes(learner.house, "nl", name="Bilal")
    await other.commands("start")
    await other.taps_label(learner.house.catalogues.native_name("nl"))
    await other.taps_once_more(f"mission:-:did-{mine(learner)[0].id}")
    assert states(learner) == [State.TAKEN_ON]


async def asks_a_colleague(learner: Walker) -> str:
    """Get a link. Returns its code."""
    learner.house.turns.console_url = CONSOLE
    await takes_one_on(learner)
    await learner.presses("menu.practise")
    await learner.taps("mission.button.did")
    await learner.taps("mission.button.link")
    learner.shows("mission.link")
    learner.shows("mission.link_lasts")
    [code] = re.findall(rf"^{CONSOLE}/confirm/([\w-]{{24}})$", plain(learner.last["text"]))
    return str(code)


async def test_a_link_shows_the_task_and_nothing_about_the_learner(learner: Walker) -> None:
    code = await asks_a_colleague(learner)
    task = confirming.look(learner.house.store, code, learner.house.clock())
    assert task is not None
    assert (task.words.source, task.say, task.target, task.confirmed) == (
        "Vraag een collega hoe de machine heet.",
        "Hoe heet deze machine?",
        "nl",
        False,
    )


async def test_of_a_link_only_a_hash_stays(learner: Walker) -> None:
    code = await asks_a_colleague(learner)
    with learner.house.store.reading() as session:
        kept = [
            *map(tuple, session.execute(select(Mission.__table__))),
            *map(tuple, session.execute(select(OutboxRow.payload))),
        ]
    assert code not in str(kept)
    assert hashed(code) in str(kept)


async def test_the_learner_is_told_that_it_was_confirmed(learner: Walker) -> None:
    house, code = learner.house, await asks_a_colleague(learner)
    version = learner.record.version
    now = house.clock()
    assert confirming.confirm(house.store, code, now, Random(3))
    assert learner.record.version > version
    await learner.waits_for(house.work())
    learner.shows("mission.confirmed")
    [mission] = mine(learner)
    assert (mission.state, mission.confirmed_at) == (State.CONFIRMED, now)
    await learner.commands("progress")
    assert plain(learner.words("progress.confirmed", number=1)) in plain(learner.last["text"])


async def test_a_link_works_once(learner: Walker) -> None:
    house, code = learner.house, await asks_a_colleague(learner)
    assert confirming.confirm(house.store, code, house.clock(), Random(3))
    assert not confirming.confirm(house.store, code, house.clock(), Random(4))
    task = confirming.look(house.store, code, house.clock() + 2 * LINK_LASTS)
    assert task is not None
    assert task.confirmed
    await learner.waits_for(house.work())
    assert len(learner.new) == 1


async def test_a_link_is_good_for_two_weeks_and_a_newer_one_takes_its_place(learner: Walker) -> None:
    house, code = learner.house, await asks_a_colleague(learner)
    late = mine(learner)[0].link_expires_at
    assert late is not None
    assert timedelta() <= house.clock() + LINK_LASTS - late < timedelta(minutes=1)
    assert confirming.look(house.store, code, late - timedelta(seconds=1)) is not None
    assert confirming.look(house.store, code, late) is None
    assert not confirming.confirm(house.store, code, late, Random(3))
    await learner.taps_once_more(f"mission:-:link-{mine(learner)[0].id}")
    assert confirming.look(house.store, code, house.clock()) is None
    assert states(learner) == [State.DONE]


async def test_a_learner_who_is_gone_leaves_no_link(learner: Walker) -> None:
    house, code = learner.house, await asks_a_colleague(learner)
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    assert confirming.look(house.store, code, house.clock()) is None
    assert not confirming.confirm(house.store, code, house.clock(), Random(3))
