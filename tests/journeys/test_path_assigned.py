"""Units that a counsellor chose: told, first, done, taken back."""

from bot.i18n import Text
from bot.store import assigning as assigned
from bot.store.tables import WorkWord
from tests.fakes.learner import Walker
from tests.fakes.stores import add
from tests.journeys.paths import chooses, is_assigned, opens, read, unit


async def test_a_unit_that_a_counsellor_chose_is_told_and_comes_first(learner: Walker) -> None:
    await chooses(learner)
    assert await is_assigned(learner, "shared.phone")
    told = Text("path.assigned", {"name": "Els", "unit": unit(learner, "shared.phone").title})
    assert read(learner, told) in learner.text
    await opens(learner)
    assert learner.pattern("path.assigned").search(learner.text)
    assert learner.text.index(read(learner, unit(learner, "shared.phone").title)) < learner.text.index(
        read(learner, unit(learner, "construction.gear").title)
    )
    await learner.presses("menu.practise")
    assert learner.open_item()[0].unit == "shared.phone"


async def test_without_a_job_there_is_a_page_for_what_a_counsellor_chose(learner: Walker) -> None:
    await is_assigned(learner, "shared.phone")
    await opens(learner)
    learner.does_not_show("path.head")
    assert read(learner, unit(learner, "shared.phone").can_do) in learner.text


async def test_an_assigned_unit_is_done_when_all_of_it_was_met(learner: Walker) -> None:
    await is_assigned(learner, "shared.phone")
    number = sum(one.unit == "shared.phone" for one in learner.house.courses.current().items.values())
    answered: set[str] = set()
    while len(answered) < number:
        [one] = assigned.of(learner.house.store, learner.record.id)
        assert one.done_at is None
        await learner.presses("menu.practise")
        while learner.record.expects == "practice":
            answered |= {item.id} if (item := await learner.answers()).unit == "shared.phone" else set()
    [one] = assigned.of(learner.house.store, learner.record.id)
    assert one.done_at is not None
    await opens(learner)
    learner.does_not_show("path.assigned")


async def test_what_was_taken_back_comes_first_no_more(learner: Walker) -> None:
    await is_assigned(learner, "shared.phone")
    assert assigned.take_back(learner.house.store, learner.record.id, "shared.phone")
    await learner.presses("menu.practise")
    assert learner.open_item()[0].unit != "shared.phone"


async def test_an_own_word_goes_before_everything_new(learner: Walker) -> None:
    made = WorkWord(id="w1", learner_id=learner.record.id, text="kraan", at=learner.house.clock(), state="made")
    items = learner.house.courses.current().items
    made.item_id = next(one.id for one in items.values() if one.unit == "construction.height")
    add(learner.house.store, made)
    await is_assigned(learner, "shared.phone")
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == made.item_id
