"""A walk over every item type by somebody who reads no script: heard, and answered by tapping."""

from copy import deepcopy
from dataclasses import replace

import pytest

from bot.journeys import question
from bot.learning.hearing import needs_no_reading
from bot.learning.items import Item, Target, item_types
from bot.speech.sound import Sound
from bot.store import from_files, practice
from bot.store.tables import Lesson
from tests.fakes import stores
from tests.fakes.course import course_forms
from tests.fakes.learner import Walker, plain, rows
from tests.journeys.by_ear import all_heard, listens, message_of, needs_no_script, said, shown_to

TYPES = item_types()
LEFT_OUT = {"listen_type", "type_word", "type_gap", "order_words"}
BY_EAR = [name for name in TYPES if name not in LEFT_OUT]
ASKING = [name for name in BY_EAR if TYPES[name].asks]


def items_of(learner: Walker, *names: str) -> list[Item]:
    return [item for item in learner.house.courses.current().items.values() if item.type in names]


async def opens(learner: Walker, item: Item) -> None:
    """A lesson with this item, and another one after it."""
    after = next(one for one in items_of(learner, "choose_picture") if one.id != item.id)
    now = learner.house.clock()
    lesson = Lesson(
        id="ear", learner_id=learner.record.id, plan=[item.id, after.id], size=2, new_types=[item.type], started_at=now
    )
    stores.add(learner.house.store, lesson)
    await learner.presses_picture("menu.practise")
    assert learner.open_item()[0].id == item.id


def with_a_fourth_answer(learner: Walker, item_id: str) -> Item:
    """The item with one answer more, published a minute later."""
    forms = {form.id: form for form in course_forms()}
    body = deepcopy(forms[item_id].body)
    options = body["body"]["options"]
    options["added"] = {name: f"{value}?" for name, value in next(iter(options.values())).items()} | {"reason": "Nee."}
    forms[item_id] = replace(forms[item_id], body=body, digest="changed")
    from_files.publish(learner.house.store, [*forms.values()], learner.house.clock())
    learner.house.clock.forward(minutes=1)
    return learner.house.courses.current().items[item_id]


def in_order(wanted: list[Sound], heard: list[Sound]) -> bool:
    """Whether these sounds are heard one after the other, others between them or not."""
    rest = iter(heard)
    return all(sound in rest for sound in wanted)


@pytest.mark.parametrize("name", BY_EAR)
async def test_the_question_and_each_answer_are_heard_before_anything_is_read(learner: Walker, name: str) -> None:
    await listens(learner)
    item = items_of(learner, name)[0]
    await opens(learner, item)
    needs_no_script(learner)
    asked = TYPES[name].question(item.body, learner.open_item()[1].order)
    [whole] = [
        list(sounds) for sounds in learner.house.heard if {*message_of(learner, f"item.how.{name}")} <= {*sounds}
    ]
    lines = [sound for line in asked.lines for sound in said(learner, question.part(item, line))]
    target = [Sound(asked.sound, "nl")] if asked.sound and Sound(asked.sound, "nl") not in lines else []
    labels = [sound for one in asked.choices for sound in said(learner, question.part(item, one.label))]
    assert in_order([*lines, *target, *labels], whole)
    assert {Sound(line.text, "nl") for line in asked.lines if isinstance(line, Target)} <= {*whole}


@pytest.mark.parametrize("name", ["choose_word", "fill_gap", "read_document", "scene"])
async def test_words_to_choose_from_are_counted_aloud_and_tapped_by_number(learner: Walker, name: str) -> None:
    await listens(learner)
    await opens(learner, items_of(learner, name)[0])
    [message] = shown_to(learner)
    _, showing = learner.open_item()
    asked = TYPES[name].question(learner.open_item()[0].body, showing.order)
    numbers = [message_of(learner, f"listen.number.{place}")[0] for place, _ in enumerate(asked.choices, start=1)]
    assert in_order(numbers, all_heard(learner))
    keys = [plain(button["text"]) for row in rows(message) for button in row]
    assert keys[: len(asked.choices)] == ["1️⃣", "2️⃣", "3️⃣"][: len(asked.choices)]


@pytest.mark.parametrize("name", ASKING)
async def test_it_is_missed_explained_aloud_comes_back_and_is_known(learner: Walker, name: str) -> None:
    await listens(learner)
    item = items_of(learner, name)[0]
    await opens(learner, item)
    for right in (False, True):
        assert learner.open_item()[0].id == item.id
        before = len(learner.house.heard)
        await learner.answers(right=right)
        heard = [sound for sounds in learner.house.heard[before:] for sound in sounds]
        mine = [one for one in practice.attempts(learner.house.store, learner.record.id) if one.item_id == item.id]
        assert mine[-1].correct is right
        reasons = [line for line in TYPES[name].explained(item.body) if line.field.endswith("reason")]
        spoken = [{*said(learner, question.part(item, line))} for line in reasons]
        assert any(reason <= {*heard} for reason in spoken)
        assert len(practice.showings(learner.house.store, "ear")) > 1
        if not right:
            await learner.answers()
    needs_no_script(learner)


@pytest.mark.parametrize("name", ["match_pairs", "read_document", "scene"])
async def test_what_was_heard_once_is_not_said_again_at_the_next_step(learner: Walker, name: str) -> None:
    await listens(learner)
    item = items_of(learner, name)[0]
    await opens(learner, item)
    _, showing = learner.open_item()
    first = TYPES[name].question(item.body, showing.order).choices[0]
    await learner.does("tap", data=f"practice:{showing.id}:{first.key}")
    needs_no_script(learner)
    situation = said(learner, question.part(item, next(iter(TYPES[name].explained(item.body)))))
    assert all_heard(learner).count(situation[0]) == 1
    asked = TYPES[name].question(item.body, showing.order, [first.key])
    [new] = [line for line in asked.lines if line not in TYPES[name].question(item.body, showing.order).lines][-1:]
    assert {*said(learner, question.part(item, new))} <= {*learner.house.heard[-1]}


async def test_of_four_answers_three_stay_and_are_the_same_when_shown_again(learner: Walker) -> None:
    await listens(learner)
    four = with_a_fourth_answer(learner, items_of(learner, "choose_word")[0].id)
    await opens(learner, four)
    order = learner.open_item()[1].order
    assert len(order) == 3
    assert four.body["right"] in order
    await learner.presses_picture("menu.practise")
    assert learner.open_item()[1].order == order
    await learner.answers()
    assert practice.attempts(learner.house.store, learner.record.id)[-1].correct


async def test_a_listener_never_gets_what_must_be_read_or_written(learner: Walker) -> None:
    await listens(learner)
    types: set[str] = set()
    for _ in range(6):
        await learner.does("tap", data="menu:-:practise") if types else await learner.presses_picture("menu.practise")
        while learner.record.expects == "practice":
            assert needs_no_reading(learner.open_item()[0])
            types.add((await learner.answers()).type)
            needs_no_script(learner)
        learner.house.clock.forward(days=1)
    assert types.isdisjoint(LEFT_OUT)
    assert len(types) >= 4


@pytest.mark.parametrize("name", BY_EAR)
async def test_without_any_voice_it_can_still_be_done_in_silence(learner: Walker, name: str) -> None:
    await listens(learner)
    learner.house.can_speak = False
    item = items_of(learner, name)[0]
    await opens(learner, item)
    situation = plain(
        learner.house.catalogues.plain(
            question.part(item, next(iter(TYPES[name].explained(item.body)))), learner.language
        )
    )
    assert any(situation in plain(message["text"]) for message in learner.new)
    await learner.answers()
    assert learner.open_item()[0].id != item.id
