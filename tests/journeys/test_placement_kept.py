"""What is kept of a placement, who sees it, and how hard items turn out to be."""

from sqlalchemy import update

from bot.journeys import consent
from bot.journeys.report import report
from bot.journeys.understanding import Understood
from bot.learning.placement import MOST, difficulty_of_level
from bot.store import placements, practice
from bot.store.exporting import export
from bot.store.tables import ItemDifficulty, Learner, Placement
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.learner import Walker
from tests.journeys.placements import answers_all, begins, has_practised, highest_level, rows


async def test_it_can_be_taken_away_and_goes_with_the_learner(learner: Walker) -> None:
    await begins(learner)
    await answers_all(learner)
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert [one["level"] for one in document["placements"]] == [learner.record.level]
    learner_id = learner.record.id
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    assert rows(learner.house.store, learner_id) == []


async def test_counsellors_see_nothing_of_it(learner: Walker) -> None:
    house, record = learner.house, learner.record
    learner.consents(consent.SHARING)
    await begins(learner)
    await answers_all(learner)
    seen = report(house.store, house.courses.current(), record.organisation_id, house.clock())
    assert seen.learners[0].practised is not None
    with house.store.writing() as session:
        session.execute(update(Placement).values(ability=-9.0, misses=2, level="pre-A1"))
        session.execute(update(Learner).values(level="pre-A1"))
    assert report(house.store, house.courses.current(), record.organisation_id, house.clock()) == seen


async def placed(desk: Desk, chat_id: int = AMINA) -> Placement:
    """Somebody goes through all of it, and knows everything."""
    learner = desk.enrol(chat_id)
    has_practised(desk.store, learner)
    desk.taps("placement:-:start", chat_id)
    await desk.works()
    while desk.learner(chat_id).expects == "practice":
        desk.taps(desk.right_choice(chat_id), chat_id)
        await desk.works()
    [row] = rows(desk.store, learner.id)
    return row


async def test_it_is_kept_in_either_database(desk: Desk) -> None:
    row = await placed(desk)
    highest = highest_level(desk.courses.current())
    assert (row.level, row.misses, desk.learner().level) == (highest, 0, highest)
    assert row.answers == MOST
    asked = practice.attempted(desk.store, row.learner_id)
    assert {item for item in asked if placements.difficulty(desk.store, item)} == asked


async def test_first_answers_of_everybody_say_how_hard_an_item_is(desk: Desk) -> None:
    first = await placed(desk)
    [opening, *_] = practice.attempts(desk.store, first.learner_id)
    item = desk.courses.current().items[opening.item_id]
    once = placements.difficulty(desk.store, item.id)
    await placed(desk, BILAL)
    twice = placements.difficulty(desk.store, item.id)
    assert once is not None
    assert twice is not None
    assert (once.answers, twice.answers) == (1, 2)
    assert difficulty_of_level(item.level) > once.difficulty > twice.difficulty
    desk.clock.forward(days=1)
    desk.taps("placement:-:start")
    await desk.works()
    desk.taps(desk.right_choice())
    await desk.works()
    again = placements.difficulty(desk.store, item.id)
    assert again is not None
    assert (again.answers, again.difficulty) == (2, twice.difficulty)


class SomebodyElseAnswers:
    """A brain; between what it decides and what is kept, another process keeps its answer to every item."""

    def __init__(self, desk: Desk) -> None:
        self._brain, self._store = desk.brain, desk.store

    async def read(self, text: str) -> Understood:
        return await self._brain.read(text)

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        await self._brain.act(understood, expects, chat_id)
        with self._store.writing() as session:
            more = {"difficulty": ItemDifficulty.difficulty + 10, "answers": ItemDifficulty.answers + 1}
            session.execute(update(ItemDifficulty).values(more))


async def test_answers_at_the_same_time_all_count_and_no_turn_is_run_again(desk: Desk) -> None:
    item_id = practice.attempts(desk.store, (await placed(desk)).learner_id)[0].item_id
    before = placements.difficulty(desk.store, item_id)
    has_practised(desk.store, desk.enrol(BILAL))
    desk.taps("placement:-:start", BILAL)
    await desk.works()
    answer = desk.right_choice(BILAL)
    desk.brain = SomebodyElseAnswers(desk)
    desk.turns = desk.another_process()
    number = desk.taps(answer, BILAL)
    await desk.works()
    after = placements.difficulty(desk.store, item_id)
    assert before is not None
    assert after is not None
    assert after.answers == before.answers + 2
    # Once: a turn that was decided again would have let somebody else answer again.
    assert before.difficulty + 9 < after.difficulty < before.difficulty + 10
    assert desk.row(number).state == "done"
