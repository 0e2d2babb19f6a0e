"""What a counsellor changes for a learner: done and told together, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.i18n import Text, from_json
from bot.journeys import guiding, work_word
from bot.journeys.pause import LENGTHS
from bot.journeys.work_word import FromWork
from bot.learning.reminders import SILENT_AFTER
from bot.store import Store, learners, work_words
from bot.store.tables import Caseload, Learner, Staff
from tests.fakes.course import ZONE, published_course
from tests.fakes.learner import Walker
from tests.fakes.portraits import DAY, NOW, ROOFER, add_els
from tests.fakes.stores import add, add_learner, outbox_rows, staff_row

Do = Callable[[Staff, Learner], bool]


@dataclass
class Desk:
    """What a counsellor can do, on a store."""

    store: Store
    course: Course

    def __post_init__(self) -> None:
        self.els = add_els(self.store)

    def amina(self, **changes: Any) -> Learner:
        """A learner of Els."""
        learner = add_learner(self.store, **changes)
        add(self.store, Caseload(staff_id="els", learner_id=learner.id, since=NOW))
        return learner

    def acts(self) -> dict[str, Do]:
        """Everything, by its name."""
        store, random = self.store, Random(5)
        job, word = self.course.jobs[ROOFER], FromWork("de bekisting", "le coffrage", b"jpeg", b"ogg")
        return {
            "target": lambda els, who: guiding.set_target(store, els, who.id, job, NOW, random),
            "pause": lambda els, who: guiding.pause(store, els, who.id, "week", ZONE, NOW, random),
            "end": lambda els, who: guiding.end_pause(store, els, who.id, ZONE, NOW, random),
            "placement": lambda els, who: guiding.offer_placement(store, els, who.id, NOW, random),
            "word": lambda els, who: work_word.add(store, els, who, word, NOW, random),
        }

    def kept(self, learner: Learner) -> Learner:
        """The learner as they are kept."""
        found = learners.by_id(self.store, learner.id)
        assert found
        return found

    def told(self) -> list[list[str]]:
        """The messages to learners, each as the keys of its lines and buttons."""
        return [[*_keys(row.payload or {})] for row in outbox_rows(self.store)]


def _keys(payload: dict[str, Any]) -> list[str]:
    lines = [from_json(part) for line in payload["lines"] for part in line]
    labels = [from_json(one["label"]) for row in payload["buttons"] for one in row]
    return [part.key for part in (*lines, *labels) if isinstance(part, Text)]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, published_course(store, NOW))


TOLD = {
    "target": ["path.target_by_staff", "path.button.open", "menu.practise"],
    "pause": ["pause.by_staff", "menu.resume"],
    "end": ["pause.ended_by_staff", "menu.practise"],
    "placement": [
        "placement.by_staff",
        "placement.ask",
        "placement.no_exam",
        "placement.button.start",
        "placement.button.later",
    ],
    "word": ["work_word.from_staff"],
}


@pytest.mark.parametrize("act", TOLD)
def test_it_is_done_and_the_learner_told_by_whom(act: str, desk: Desk) -> None:
    amina = desk.amina(next_due_at=NOW, paused_until=NOW + DAY if act == "end" else None)
    assert desk.acts()[act](desk.els, amina)
    assert desk.told() == [TOLD[act]]
    [row] = outbox_rows(desk.store)
    assert "Els" in str(row.payload)
    assert desk.kept(amina).version == amina.version + 1


@pytest.mark.parametrize("act", TOLD)
def test_nobody_does_anything_for_the_learner_of_another(act: str, desk: Desk) -> None:
    amina = desk.amina(paused_until=NOW + DAY)
    other = staff_row("omar")
    add(desk.store, other)
    assert not desk.acts()[act](other, amina)
    assert desk.told() == []
    after = desk.kept(amina)
    assert (after.version, after.target_job, after.paused_until) == (amina.version, None, amina.paused_until)
    assert work_words.waiting(desk.store) == []


@pytest.mark.parametrize("act", TOLD)
def test_who_listens_hears_it(act: str, desk: Desk) -> None:
    amina = desk.amina(listens=True, paused_until=NOW + DAY)
    assert desk.acts()[act](desk.els, amina)
    [row] = outbox_rows(desk.store)
    assert row.payload
    assert row.payload["spoken"]


def test_a_target_that_is_theirs_already_is_not_told_again(desk: Desk) -> None:
    amina = desk.amina(target_job=ROOFER)
    assert not desk.acts()["target"](desk.els, amina)
    assert desk.told() == []


@pytest.mark.parametrize("paused_until", [None, NOW - DAY])
def test_a_pause_that_is_over_cannot_be_ended(paused_until: Any, desk: Desk) -> None:
    assert not desk.acts()["end"](desk.els, desk.amina(paused_until=paused_until))
    assert desk.told() == []


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("invited", [True, False])
def test_a_pause_lets_invitations_wait_and_promises_only_what_will_come(length: str, invited: bool, desk: Desk) -> None:
    amina = desk.amina(next_due_at=NOW + timedelta(hours=1) if invited else None)
    assert guiding.pause(desk.store, desk.els, amina.id, length, ZONE, NOW, Random(1))
    after = desk.kept(amina)
    assert after.paused_until == NOW + LENGTHS[length]
    assert (after.next_due_at is not None and after.next_due_at > after.paused_until) is invited
    promised = invited and length != "open"
    assert desk.told()[0][0] == ("pause.by_staff" if promised else "pause.by_staff_open")


def test_who_left_all_invitations_alone_gets_them_again_after_a_pause(desk: Desk) -> None:
    amina = desk.amina(next_due_at=NOW + DAY, unanswered=SILENT_AFTER)
    assert desk.acts()["pause"](desk.els, amina)
    assert desk.kept(amina).unanswered == 0


def test_after_a_pause_invitations_go_on_and_nobody_counts_what_was_not_answered(desk: Desk) -> None:
    amina = desk.amina(next_due_at=NOW + 400 * DAY, paused_until=NOW + 399 * DAY, unanswered=5)
    assert desk.acts()["end"](desk.els, amina)
    after = desk.kept(amina)
    assert (after.paused_until, after.unanswered) == (None, 0)
    assert after.next_due_at is not None
    assert NOW < after.next_due_at <= NOW + 7 * DAY


def test_a_word_waits_for_a_coordinator_with_all_that_was_given(desk: Desk) -> None:
    amina = desk.amina()
    assert desk.acts()["word"](desk.els, amina)
    [word] = work_words.waiting(desk.store)
    assert (word.text, word.meaning, word.staff_id, word.learner_id) == (
        "de bekisting",
        "le coffrage",
        "els",
        amina.id,
    )
    assert work_words.files(desk.store, word.id) == (b"jpeg", b"ogg")
    [one] = work_words.from_staff(desk.store, amina.id)
    assert (one.name, one.pictured, one.spoken) == ("Els", True, True)


@pytest.mark.parametrize(("item", "key"), [("construction.gear.helmet", "made"), (None, "refused_from_staff")])
def test_what_becomes_of_such_a_word_is_told_without_thanks_for_what_the_learner_did_not_send(
    item: str | None, key: str, desk: Desk
) -> None:
    desk.acts()["word"](desk.els, desk.amina())
    [word] = work_words.waiting(desk.store)
    assert work_word.decide(desk.store, word, item, NOW, Random(2))
    assert desk.told()[1][0] == f"work_word.{key}"
    payload = outbox_rows(desk.store)[1].payload
    assert payload
    assert [line[0]["verbatim"] for line in payload["lines"][:2]] == ["de bekisting", "le coffrage"]


async def test_the_buttons_under_what_a_counsellor_sends_lead_on(learner: Walker) -> None:
    house, me = learner.house, learner.record
    els = staff_row("els")
    add(house.store, els, Caseload(staff_id="els", learner_id=me.id, since=house.clock()))
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    assert guiding.offer_placement(house.store, els, me.id, house.clock(), Random(3))
    await learner.waits_for(house.work())
    learner.shows("placement.by_staff")
    await learner.taps("placement.button.later")
    learner.shows("placement.later")
    job = house.courses.current().jobs[ROOFER]
    assert guiding.set_target(house.store, els, me.id, job, house.clock(), Random(4))
    await learner.waits_for(house.work())
    await learner.taps("path.button.open")
    learner.shows("path.head")
    assert guiding.pause(house.store, els, me.id, "week", ZONE, house.clock(), Random(5))
    await learner.waits_for(house.work())
    await learner.taps("menu.resume")
    learner.shows("pause.welcome_back")
