"""I have news: told with one tap, kept with its day alone, taken back with another."""

from datetime import date

import pytest

from bot.store import steps
from bot.store.exporting import export
from bot.store.steps import Kind
from bot.store.tables import StepTaken
from tests.fakes.learner import Walker, plain
from tests.journeys.by_ear import hears, listens, needs_no_script, shown_to

TODAY = date(2026, 11, 23)


def told(learner: Walker) -> list[tuple[str, date]]:
    return [(one.kind, one.day) for one in steps.of(learner.house.store, learner.record.id)]


async def opens(learner: Walker) -> None:
    await learner.commands("progress")
    await learner.taps("steps.button.open")


@pytest.mark.parametrize("kind", Kind)
async def test_one_tap_tells_it_and_the_answer_is_kind_and_honest(learner: Walker, kind: Kind) -> None:
    await opens(learner)
    await learner.taps(f"steps.button.{kind}")
    assert told(learner) == [(kind.value, TODAY)]
    learner.shows(f"steps.heard.{kind}")
    learner.shows("steps.counted")
    assert learner.labels() == [plain(learner.words(key)) for key in ("steps.button.undo", "menu.counsellor")]
    assert learner.record.expects == "none"


async def test_it_can_be_told_after_the_first_lesson_too(learner: Walker) -> None:
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    await opens(learner)
    learner.shows("steps.ask")
    learner.does_not_show("steps.head")


async def test_it_is_taken_back_at_once(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("steps.button.work")
    await learner.taps("steps.button.undo")
    learner.shows("steps.gone")
    learner.does_not_show("steps.heard.work")
    assert told(learner) == []


async def test_it_is_taken_back_later_from_a_list(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("steps.button.work")
    learner.house.clock.forward(days=40)
    await opens(learner)
    await learner.taps("steps.button.diploma")
    await opens(learner)
    learner.shows("steps.head")
    await learner.taps("skills.button.remove")
    learner.shows("skills.ask_remove")
    newest_first = [one.partition(" · ")[0] for one in learner.labels()[:-1]]
    assert newest_first == [plain(learner.words(f"steps.button.{kind}")) for kind in ("diploma", "work")]
    await learner.taps_label(learner.labels()[1])
    learner.shows("steps.gone")
    assert [kind for kind, _ in told(learner)] == ["diploma"]


async def test_never_mind_takes_nothing_back(learner: Walker) -> None:
    await opens(learner)
    await learner.taps("steps.button.training")
    await opens(learner)
    await learner.taps("skills.button.remove")
    await learner.taps("skills.button.back")
    learner.shows("steps.ask")
    assert [kind for kind, _ in told(learner)] == ["training"]


async def test_told_twice_on_a_day_it_is_kept_once_and_on_another_day_again(learner: Walker) -> None:
    for _ in range(2):
        await learner.taps_once_more("steps:-:tell-work")
    assert told(learner) == [("work", TODAY)]
    learner.house.clock.forward(days=1)
    await learner.taps_once_more("steps:-:tell-work")
    assert len(told(learner)) == 2


async def test_the_day_is_that_of_the_region(learner: Walker) -> None:
    learner.house.clock.forward(hours=11, minutes=30)
    await learner.taps_once_more("steps:-:tell-business")
    assert told(learner) == [("business", date(2026, 11, 24))]


@pytest.mark.parametrize("choice", ["open", "open-x", "tell-wonders", "tell-", "remove", "remove-x", "foo"])
async def test_buttons_of_nothing_lead_somewhere(learner: Walker, choice: str) -> None:
    await learner.taps_once_more(f"steps:-:{choice}")
    learner.shows("steps.ask")
    assert told(learner) == []


async def test_whoever_keeps_no_record_tells_nothing(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_once_more("steps:-:tell-work")
    newcomer.does_not_show("steps.heard.work")
    assert told(newcomer) == []


async def test_it_is_taken_along_and_erased(learner: Walker) -> None:
    await learner.taps_once_more("steps:-:tell-work")
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert document["steps"] == [{"kind": "work", "day": "2026-11-23"}]
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    with learner.house.store.reading() as session:
        assert session.query(StepTaken).count() == 0


async def test_it_is_told_and_taken_back_by_ear(learner: Walker) -> None:
    await listens(learner)
    await learner.taps_once_more("steps:-:open")
    hears(learner, "steps.ask", "steps.button.work", "steps.button.training")
    needs_no_script(learner)
    await learner.taps_label("🛠")
    hears(learner, "steps.heard.work", "steps.counted")
    needs_no_script(learner)
    await learner.taps_once_more("steps:-:remove")
    hears(learner, "skills.ask_remove")
    needs_no_script(learner)
    [message] = shown_to(learner)
    await learner.taps_label(learner.labels(message)[0])
    hears(learner, "steps.gone")
    assert told(learner) == []
