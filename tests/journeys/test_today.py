"""The page of today: who stands where, why, and of whom nothing is known."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.i18n import Content, Verbatim
from bot.journeys.today import Entry, Today, today
from bot.safeguarding.hours import read_shifts
from bot.store import Store, today_rules
from bot.store.tables import Mission, Staff, WorkWord
from tests.fakes.course import ZONE, published_course
from tests.fakes.stores import add, staff_row
from tests.fakes.watched import DAY, HARD, Watched, add_watched

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ITEM = "construction.site.foreman"
NOTHING: tuple[Entry, ...] = ()


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, NOW)


@pytest.fixture
def lien(store: Store) -> Staff:
    member = staff_row("lien")
    add(store, member)
    return member


@pytest.fixture
def amina(store: Store, lien: Staff) -> Watched:
    """A learner of Lien."""
    return add_watched(store, lien, NOW)


def look(amina: Watched, course: Course, member: Staff, hours: str = "", whose: str | None = None) -> Today:
    return today(amina.store, course, member, read_shifts(hours) if hours else (), NOW, whose)


def why(entries: tuple[Entry, ...]) -> list[tuple[str, dict[str, Any]]]:
    """What is said of the only learner of a section."""
    [entry] = entries
    return [(text.key.removeprefix("console.today.why."), dict(text.values)) for text in entry.why]


def day(ago: int) -> Any:
    return (NOW - ago * DAY).astimezone(ZONE).date()


def test_who_has_gone_quiet(amina: Watched, course: Course, lien: Staff) -> None:
    amina.agrees().practises(ITEM, 9, 10, 11)
    found = look(amina, course, lien)
    assert why(found.quiet) == [("gone_quiet_daily", {"count": 9, "usual": 1, "day": day(9)})]
    assert (found.calls, found.messages, found.good_news) == ((), (), ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"paused_until": NOW + DAY}, None),
        ({"paused_until": NOW - DAY}, None),
        ({"paused_until": NOW - 8 * DAY}, "gone_quiet_daily"),
        ({"blocked_at": NOW - 2 * DAY}, "unreachable"),
    ],
)
def test_quiet_is_nobody_in_a_pause_and_nobody_who_cannot_be_reached(
    changes: dict[str, Any], said: str | None, store: Store, course: Course, lien: Staff
) -> None:
    bilal = add_watched(store, lien, NOW, **changes).agrees().practises(ITEM, 9, 10, 11)
    found = [text.key for entry in look(bilal, course, lien).quiet for text in entry.why]
    assert found == ([f"console.today.why.{said}"] if said else [])


def test_good_news_is_gathered_by_learner(amina: Watched, course: Course, lien: Staff, store: Store) -> None:
    amina.agrees().learns(ITEM, HARD)
    mission = {"item_id": "construction.site.mission_manager", "revision": 1, "state": "confirmed"}
    add(
        store,
        Mission(id="m1", learner_id=amina.id, taken_on_at=NOW - 9 * DAY, confirmed_at=NOW - 4 * DAY, **mission),
        Mission(id="m2", learner_id=amina.id, taken_on_at=NOW - 9 * DAY, confirmed_at=NOW - 8 * DAY, **mission),
        WorkWord(id="w1", learner_id=amina.id, text="de mal", at=NOW - 2 * DAY, state="waiting"),
        WorkWord(id="w2", learner_id=amina.id, text="opkuisen", at=NOW, state="waiting", staff_id=lien.id),
    )
    found = look(amina, course, lien)
    assert why(found.good_news) == [
        ("hard_item", {"misses": 2, "day": day(3), "words": Verbatim("de ploegbaas", language="nl")}),
        ("mission", {"day": day(4), "words": Verbatim("Wie is hier de werfleider", language="nl")}),
        ("work_word", {"count": 1, "day": day(2)}),
    ]
    assert found.good_news[0].day == day(2)
    assert found.quiet == ()


def test_a_unit_that_holds_is_named(amina: Watched, course: Course, lien: Staff) -> None:
    unit = [item.id for item in course.items.values() if item.unit == "construction.site" and item.type != "mission"]
    asked = [item for item in unit if course.items[item].type != "meet"]
    amina.agrees()
    for item in asked:
        amina.learns(item, [(12, True), (5, True)])
    told = dict(why(look(amina, course, lien).good_news))
    title = Content("construction.site.title", "De werf en de mensen")
    assert told["unit_holds"] == {"held": len(asked), "count": len(asked), "day": day(5), "unit": title}


@pytest.mark.parametrize("given", [None, False])
def test_of_who_does_not_share_there_are_messages_alone(
    given: bool | None, amina: Watched, course: Course, lien: Staff
) -> None:
    amina.learns(ITEM, HARD).practises(ITEM, 60, 61).writes(2).writes(1)
    amina.writes(3, answered_at=NOW)
    if given is not None:
        amina.agrees().agrees(given)
    found = look(amina, course, lien)
    assert (found.quiet, found.good_news) == ((), ())
    assert why(found.messages) == [("message", {"count": 2, "since": NOW - 2 * DAY})]
    assert (found.learners, found.to_themselves) == (1, 1)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("", []),
        ("mon-fri 09:00-17:00", [("staffed", {"count": 4})]),
        ("tue 09:00-17:00", [("unstaffed", {"count": 0})]),
    ],
)
def test_waiting_is_told_in_staffed_hours_too(
    hours: str, said: list[Any], amina: Watched, course: Course, lien: Staff
) -> None:
    amina.writes(1)
    assert why(look(amina, course, lien, hours).messages)[1:] == said


def test_whoever_waits_and_cannot_be_reached_is_to_be_called(store: Store, course: Course, lien: Staff) -> None:
    bilal = add_watched(store, lien, NOW, blocked_at=NOW - DAY).writes(2)
    assert why(look(bilal, course, lien).messages)[1:] == [("unreachable", {"day": day(1)})]


def test_time_alone_orders(store: Store, course: Course, lien: Staff) -> None:
    for number, (name, ago) in enumerate([("Zahra", 2), ("Ali", 1), ("Mo", 3)]):
        add_watched(store, lien, NOW, 1001 + number, name=name).agrees().practises(ITEM, ago).writes(ago)
    found = today(store, course, lien, (), NOW)
    assert [one.learner.name for one in found.messages] == ["Mo", "Zahra", "Ali"]
    assert [one.learner.name for one in found.good_news] == ["Ali", "Zahra", "Mo"]


def test_a_rule_that_the_organisation_turned_off_says_nothing(
    amina: Watched, course: Course, lien: Staff, store: Store
) -> None:
    amina.agrees().practises(ITEM, 9, 10, 11)
    today_rules.put(store, lien, "gone_quiet", {"on": False}, NOW)
    assert look(amina, course, lien).quiet == NOTHING
    today_rules.put(store, lien, "gone_quiet", {"on": True, "silence": 30}, NOW)
    assert look(amina, course, lien).quiet == NOTHING
    today_rules.take_back(store, lien, "gone_quiet")
    assert len(look(amina, course, lien).quiet) == 1


def test_nobody_sees_the_learners_of_another(amina: Watched, course: Course, store: Store) -> None:
    amina.agrees().practises(ITEM, 9, 10, 11).writes(1)
    karim, adam = staff_row("karim"), staff_row("adam", role="administrator")
    add(store, karim, adam)
    for member in (karim, adam):
        found = look(amina, course, member)
        assert (found.messages, found.quiet, found.good_news, found.learners) == ((), (), (), 0)


def test_a_lead_chooses_whose_learners(amina: Watched, course: Course, store: Store) -> None:
    amina.agrees().practises(ITEM, 9, 10, 11).writes(1)
    ines = staff_row("ines", role="lead")
    add(store, ines)
    own, of_lien = look(amina, course, ines, whose="ines"), look(amina, course, ines, whose="lien")
    assert (own.learners, own.quiet) == (0, ())
    assert (of_lien.learners, len(of_lien.quiet)) == (1, 1)
    # Learners are told that their counsellor reads what they write.
    assert (own.messages, of_lien.messages) == ((), ())


def test_what_is_written_to_nobody_waits_for_a_lead(store: Store, course: Course) -> None:
    ines, lars = staff_row("ines", role="lead"), staff_row("lars", disabled_at=NOW)
    add(store, ines, lars)
    add_watched(store, lars, NOW).writes(1)
    assert len(today(store, course, ines, (), NOW, "ines").messages) == 1


def test_what_is_for_the_makers_waits_for_no_counsellor(amina: Watched, course: Course, lien: Staff) -> None:
    amina.writes(1, about="problem")
    assert look(amina, course, lien).messages == ()


def test_a_stand_in_sees_what_the_absent_one_does(amina: Watched, course: Course, lien: Staff, store: Store) -> None:
    amina.agrees().practises(ITEM, 9, 10, 11)
    omar = staff_row("omar")
    add(store, omar, staff_row("mia", stand_in_id="omar", absent_until=NOW + DAY))
    bilal = add_watched(store, staff_row("mia"), NOW, 1002).agrees().practises(ITEM, 9, 10, 11)
    assert [one.learner.id for one in look(amina, course, omar).quiet] == [bilal.id]
