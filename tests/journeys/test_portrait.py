"""A learner as their counsellor may see them: strengths first, and of what is not shared nothing at all."""

from dataclasses import replace

import pytest

from bot.catalogue.course import Course
from bot.i18n import Verbatim
from bot.journeys import consent
from bot.journeys.portrait import Portrait, portrait
from bot.learning.holding import Hold
from bot.store import Store
from bot.store.tables import AssignedUnit, Message, Staff, TipShown
from tests.fakes.course import published_course
from tests.fakes.portraits import (
    CONFIRMED,
    DAY,
    DONE,
    FOUND,
    HARD,
    NOW,
    ROOFER,
    SAID,
    add_amina,
    add_els,
    agrees,
    practises,
    remembers,
)
from tests.fakes.statements import statements
from tests.fakes.stores import add, add_learner, staff_row

ALL = (consent.SHARING, consent.SKILLS, consent.MOODS)


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, NOW)


@pytest.fixture
def els(store: Store) -> Staff:
    return add_els(store)


def seen(store: Store, course: Course, els: Staff, *kinds: str, notice: str = consent.NOTICE) -> Portrait:
    """Amina as Els sees her, when she agreed to these."""
    amina = add_amina(store)
    agrees(store, amina, *kinds, notice=notice)
    return portrait(store, course, amina, els, NOW)


def said(item: str, course: Course) -> str:
    """What stands for an item: what was to be said, as its author wrote it."""
    return str(course.items[item].body["say"])


def test_what_was_made_or_confirmed_is_said_and_the_rest_is_recognised(
    store: Store, course: Course, els: Staff
) -> None:
    found = seen(store, course, els, *ALL).practised
    assert found is not None
    typed = course.items[SAID].body["answers"][0]
    assert [(one.words.text, one.confirmed_at) for one in found.can_say] == [
        (said(CONFIRMED, course), NOW - 3 * DAY),
        (typed, None),
    ]
    assert [one.unit for one in found.recognises] == [course.units["construction.gear"].title]
    told = {one.words.text for one in (*found.can_say, *found.recognises)}
    assert said(DONE, course) not in told
    assert not {said(HARD, course), course.items[HARD].body["say"]} & told


def test_words_that_are_said_are_not_named_again_where_another_exercise_let_them_be_recognised(
    store: Store, course: Course, els: Staff
) -> None:
    amina = add_amina(store)
    agrees(store, amina, *ALL)
    same = replace(course.items[FOUND], body={**course.items[FOUND].body, "say": "Pauze!"})
    found = portrait(store, replace(course, items={**course.items, FOUND: same}), amina, els, NOW).practised
    assert found is not None
    assert [one.words.text for one in found.can_say] == [said(CONFIRMED, course), "pauze"]
    assert found.recognises == ()


def test_days_weeks_and_missions(store: Store, course: Course, els: Staff) -> None:
    found = seen(store, course, els, *ALL).practised
    assert found is not None
    assert (found.days_in_7, found.days_in_28) == (2, 3)
    assert [(week.monday.isoformat(), week.days) for week in found.weeks] == [("2026-11-16", 1), ("2026-11-23", 2)]
    assert [(one.say.text, one.state) for one in found.missions] == [
        (said(DONE, course), "done"),
        (said(CONFIRMED, course), "confirmed"),
    ]


def test_units_and_what_is_hard(store: Store, course: Course, els: Staff) -> None:
    found = seen(store, course, els, *ALL).detail
    assert found is not None
    assert {one.unit.id for one in found.units} == {"shared.instructions", "construction.gear", "shared.understanding"}
    assert found.units[-1].unit.id == "shared.understanding"
    assert {one.recall.hold for one in found.units} == {Hold.NEW}
    [hard] = found.hard
    assert hard.words.text == said(HARD, course)
    assert hard.meaning.source == course.items[HARD].body["meaning"]


def test_tips_by_topic_without_those_that_stay_with_the_learner(store: Store, course: Course, els: Staff) -> None:
    found = seen(store, course, els, *ALL).detail
    assert found is not None
    assert [(one.topic, one.tips) for one in found.tips] == [("find_job", 2)]


def test_the_goal_and_the_way_there(store: Store, course: Course, els: Staff) -> None:
    found = seen(store, course, els, *ALL).detail
    assert found is not None
    assert found.goal is not None
    assert (found.goal.job.id, found.level) == (ROOFER, "A1")
    assert 0 < found.goal.retained < 1
    assert found.goal.training == course.training_for(ROOFER)
    assert [one.unit.id for one in found.way] == [unit for unit in course.jobs[ROOFER].units if unit in course.units]
    assert sum(one.is_next for one in found.way) == 1


def test_a_unit_that_was_chosen_and_is_not_done_leads_the_way(store: Store, course: Course, els: Staff) -> None:
    amina = add_amina(store)
    agrees(store, amina, *ALL)
    with store.writing() as session:
        session.get_one(AssignedUnit, (amina.id, "shared.phone")).done_at = None
    found = portrait(store, course, amina, els, NOW)
    assert found.detail is not None
    assert (found.detail.way[0].unit.id, found.detail.way[0].is_next) == ("shared.phone", True)
    assert [(one.unit.id, one.by, one.done_at) for one in found.chosen] == [("shared.phone", "Els", None)]


ALWAYS = ("learner", "shares", "agreed", "calls", "chosen", "words", "messages", "moods")
"""What does not hang on a consent to share, or (moods) was shared one by one."""

SHARED: list[tuple[tuple[str, ...], str, set[str]]] = [
    ((), consent.NOTICE, set()),
    ((consent.SHARING,), consent.NOTICE, {"practised", "detail"}),
    ((consent.SHARING,), "2026-11-exports", {"practised", "detail"}),
    ((consent.SHARING,), "2026-11-alerts", {"practised"}),
    ((consent.SHARING, consent.SKILLS), consent.NOTICE, {"practised", "detail", "skills"}),
    ((consent.SKILLS, consent.MOODS), consent.NOTICE, set()),
    (ALL, consent.NOTICE, {"practised", "detail", "skills"}),
]


@pytest.mark.parametrize(("kinds", "notice", "there"), SHARED)
def test_only_what_was_agreed_to_is_there(
    kinds: tuple[str, ...], notice: str, there: set[str], store: Store, course: Course, els: Staff
) -> None:
    found = seen(store, course, els, *kinds, notice=notice)
    assert {name for name in vars(found) if getattr(found, name)} == {*ALWAYS} | there
    assert (found.chosen[0].done_at is not None) is ("practised" in there)
    assert {one.kind for one in found.agreed} == {consent.RECORD, *kinds}


@pytest.mark.parametrize("kind", [consent.SHARING, consent.SKILLS])
def test_what_was_taken_back_is_gone_and_not_told_apart_from_what_was_never_asked(
    kind: str, store: Store, course: Course, els: Staff
) -> None:
    amina = add_amina(store)
    agrees(store, amina, *(one for one in ALL if one != kind))
    never = portrait(store, course, amina, els, NOW)
    agrees(store, amina, kind)
    agrees(store, amina, kind, given=False)
    after = portrait(store, course, amina, els, NOW)
    # Rows are equal to themselves alone.
    assert replace(after, words=(), messages=()) == replace(never, words=(), messages=())


def test_what_people_can_do_is_told_in_their_words(store: Store, course: Course, els: Staff) -> None:
    assert seen(store, course, els, *ALL).can == (
        Verbatim("Ik kan metselen.", language="nl"),
        Verbatim("Ik hoed schapen."),
    )


def test_only_moods_that_were_shown_are_told(store: Store, course: Course, els: Staff) -> None:
    assert [one.mood for one in seen(store, course, els).moods] == [4]


def test_words_that_the_learner_sent_carry_no_name(store: Store, course: Course, els: Staff) -> None:
    [word] = seen(store, course, els, *ALL).words
    assert (word.word.text, word.name, word.pictured, word.spoken) == ("de bekisting", "Els", False, False)


@pytest.mark.parametrize(("who", "shows"), [("els", "violence"), ("omar", "call")])
def test_the_kind_of_a_call_is_told_to_whom_the_learner_chose(
    who: str, shows: str, store: Store, course: Course, els: Staff
) -> None:
    amina = add_amina(store)
    add(store, staff_row("omar"))
    member = els if who == "els" else staff_row("omar")
    [call] = portrait(store, course, amina, member, NOW).calls
    assert (call.shows, call.taken_on) == (shows, False)


def test_only_the_last_messages_are_told(store: Store, course: Course, els: Staff) -> None:
    amina = add_amina(store)
    for number in range(5):
        add(store, Message(id=f"n{number}", learner_id=amina.id, text=f"{number}", at=NOW + number * DAY))
    assert [one.text for one in portrait(store, course, amina, els, NOW).messages or ()] == ["2", "3", "4"]


def test_a_lead_reads_no_messages_that_are_for_a_counsellor(store: Store, course: Course, els: Staff) -> None:
    amina, lead = add_amina(store), staff_row("greet", role="lead")
    add(
        store,
        lead,
        Message(id="n1", learner_id=amina.id, text="For Els", at=NOW),
        Message(id="n2", learner_id=amina.id, text="For the makers", about="problem", at=NOW),
    )
    assert [one.text for one in portrait(store, course, amina, els, NOW).messages or ()] == [
        "Mag ik bellen?",
        "For Els",
    ]
    assert portrait(store, course, amina, lead, NOW).messages is None


def test_who_has_only_begun_has_a_page(store: Store, course: Course, els: Staff) -> None:
    learner = add_learner(store)
    agrees(store, learner, *ALL)
    found = portrait(store, course, learner, els, NOW)
    assert found.practised is not None
    assert found.detail is not None
    assert (found.practised.can_say, found.practised.days_in_28, found.detail.goal) == ((), 0, None)


def test_the_store_is_asked_as_often_whatever_was_practised(store: Store, course: Course, els: Staff) -> None:
    amina = add_amina(store)
    agrees(store, amina, *ALL)
    with statements(store) as few:
        portrait(store, course, amina, els, NOW)
    for number, item in enumerate(item for item in course.items.values() if item.unit == "shared.phone"):
        practises(store, amina, item.id, number / 10)
        remembers(store, amina, item.id)
        add(store, TipShown(learner_id=amina.id, tip_id="tip.find_job.walk_in", at=NOW))
        add(store, Message(id=f"n{number}", learner_id=amina.id, text="Dag", at=NOW))
    with statements(store) as many:
        portrait(store, course, amina, els, NOW)
    assert len(few) == len(many)
