"""A walk over every item type, with an item of the course: everything that a learner can do with it."""

from collections.abc import Sequence

import pytest

from bot.journeys import question
from bot.learning.items import Grade, Item, Verdict, item_types
from bot.store import practice
from bot.store.tables import Attempt, Lesson, Showing
from tests.fakes import stores
from tests.fakes.learner import Walker, answers_to, plain, rows

TYPES = item_types()
ASKING = [name for name, kind in TYPES.items() if kind.asks]
SHOWING = [name for name, kind in TYPES.items() if not kind.asks]


async def opens(learner: Walker, name: str) -> Item:
    """A lesson with the course's first item of a type, and another item after it."""
    items = learner.house.courses.current().items.values()
    item = next(item for item in items if item.type == name)
    after = next(one for one in items if one.type == "choose_word" and one.id != item.id)
    plan = [item.id, after.id]
    now = learner.house.clock()
    lesson = Lesson(id="walk", learner_id=learner.record.id, plan=plan, size=2, new_types=[name], started_at=now)
    stores.add(learner.house.store, lesson)
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id
    return item


def attempts(learner: Walker) -> Sequence[Attempt]:
    return practice.attempts(learner.house.store, learner.record.id)


def verdict_of(item: Item, showing: Showing, right: bool) -> Verdict:
    """What comes of answering like this."""
    kind, steps = TYPES[item.type], list(showing.steps)
    for answer in answers_to(item, showing, right):
        outcome = kind.take(item.body, showing.order, steps, answer)
        if isinstance(outcome, Verdict):
            return outcome
        steps = [*outcome.steps]
    raise AssertionError(f"{item.id} is not over after its last answer")


def text_of(learner: Walker, message_id: int) -> str:
    return plain(next(message["text"] or "" for message in learner.new if message["id"] == message_id))


def open_message(learner: Walker) -> int:
    """The message with the open item's buttons, or the last one when it is typed."""
    return int(next((message for message in reversed(learner.new) if rows(message)), learner.last)["id"])


def said(learner: Walker, item: Item, verdict: Verdict) -> tuple[str, str]:
    """What was right and why, in the learner's language."""
    words = learner.house.catalogues.plain
    parts = [verdict.right, *([verdict.reason] if verdict.reason else [])]
    found = [plain(words(question.part(item, part), learner.language)) for part in parts]
    return found[0], found[-1]


@pytest.mark.parametrize("name", TYPES)
async def test_it_is_shown_with_its_situation_and_how_it_is_done(learner: Walker, name: str) -> None:
    item = await opens(learner, name)
    learner.shows(f"item.how.{name}")
    situation = next(iter(TYPES[name].explained(item.body)))
    shown = plain(learner.house.catalogues.plain(question.part(item, situation), learner.language))
    assert any(shown in plain(message["text"] or "") for message in learner.new)


@pytest.mark.parametrize("name", ASKING)
async def test_it_is_missed_comes_back_and_is_known(learner: Walker, name: str) -> None:
    item = await opens(learner, name)
    for right in (False, True):
        message, (_, showing) = open_message(learner), learner.open_item()
        verdict = verdict_of(item, showing, right)
        await learner.answers(right=right)
        closed = text_of(learner, message)
        assert all(part in closed for part in said(learner, item, verdict))
        if not right:
            await learner.answers()
            assert learner.open_item()[0].id == item.id
    mine = [attempt for attempt in attempts(learner) if attempt.item_id == item.id]
    assert [attempt.correct for attempt in mine] == [False, True]
    assert {Grade(attempt.grade).missed for attempt in mine} == {True, False}


@pytest.mark.parametrize("name", SHOWING)
async def test_what_is_only_shown_keeps_nothing_and_goes_on(learner: Walker, name: str) -> None:
    item = await opens(learner, name)
    message, (_, showing) = open_message(learner), learner.open_item()
    right, _ = said(learner, item, verdict_of(item, showing, right=True))
    await learner.answers()
    assert right in text_of(learner, message)
    assert (attempts(learner), learner.open_item()[0].id == item.id) == ([], False)


@pytest.mark.parametrize("name", TYPES)
async def test_explain_leaves_it_open_with_its_buttons(learner: Walker, name: str) -> None:
    item = await opens(learner, name)
    labels = learner.labels()
    await learner.taps("practice.button.explain")
    learner.shows("practice.meaning")
    assert any(item.body["example"] in plain(message["text"]) for message in learner.new)
    told = {plain(learner.words("practice.button.explain")): plain(learner.words("doubt.button"))}
    assert learner.labels() == [told.get(label, label) for label in labels]
    assert learner.open_item()[0].id == item.id


@pytest.mark.parametrize("name", TYPES)
async def test_skip_leaves_it_out_and_keeps_nothing(learner: Walker, name: str) -> None:
    item = await opens(learner, name)
    await learner.taps("practice.button.skip")
    learner.shows("practice.left")
    assert (attempts(learner), learner.open_item()[0].id == item.id) == ([], False)


@pytest.mark.parametrize("name", TYPES)
async def test_who_does_not_know_says_so_where_something_can_be_wrong(learner: Walker, name: str) -> None:
    item = await opens(learner, name)
    offered = plain(learner.words("practice.button.dont_know")) in learner.labels()
    assert offered == (Grade.WRONG in TYPES[name].grades)
    if offered:
        message = open_message(learner)
        verdict = TYPES[name].grade(item.body, "")
        await learner.taps("practice.button.dont_know")
        assert all(part in text_of(learner, message) for part in said(learner, item, verdict))
        assert [(one.grade, one.answer) for one in attempts(learner)] == [(Grade.UNKNOWN, "")]


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize(("button", "slow"), [("hear", False), ("slowly", True)])
async def test_its_words_can_be_heard(learner: Walker, name: str, button: str, slow: bool) -> None:
    item = await opens(learner, name)
    _, showing = learner.open_item()
    sound = TYPES[name].question(item.body, showing.order).sound
    offered = plain(learner.words(f"practice.button.{button}")) in learner.labels()
    assert offered == bool(sound)
    if sound:
        await learner.taps(f"practice.button.{button}")
        assert (learner.house.asked_for[-1].words, learner.house.asked_for[-1].slow) == (sound, slow)
        assert learner.last["kind"] == "voice"
        assert learner.open_item()[0].id == item.id


@pytest.mark.parametrize("name", TYPES)
async def test_without_a_speech_program_its_words_are_written(learner: Walker, name: str) -> None:
    learner.house.can_speak = False
    item = await opens(learner, name)
    asked = TYPES[name].question(item.body, learner.open_item()[1].order)
    written = any(asked.sound and asked.sound in plain(message["text"]) for message in learner.new)
    assert written or not asked.heard
    assert (plain(learner.words("practice.button.hear")) in learner.labels()) == bool(asked.sound)
    if asked.sound:
        await learner.taps("practice.button.hear")
        assert asked.sound in plain(learner.last["text"])
