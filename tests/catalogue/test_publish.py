from datetime import timedelta
from pathlib import Path

import pytest

from bot.catalogue.course import Course, Courses, NotPublished
from bot.catalogue.problems import BrokenContent
from bot.catalogue.publish import publish
from bot.store import Store, entries
from tests.catalogue.conftest import NOW, Clock, change

DAY = NOW.date()
PACK = "content/packs/nl/construction/pre-A1.yml"
GLOVES = "construction.gear.gloves"


def test_everything_is_published_once(course: Path, store: Store) -> None:
    first = publish(course / "content", store, NOW)
    assert len(first.new) == len(entries.current(store)) == 11
    again = publish(course / "content", store, NOW)
    assert (again.new, again.retired) == ((), ())


def test_one_change_is_one_new_revision_and_the_old_body_stays(course: Path, store: Store) -> None:
    publish(course / "content", store, NOW)
    change(course, PACK, "example: Waar zijn mijn handschoenen?", "example: Mijn handschoenen zijn nat.")
    assert publish(course / "content", store, NOW).new == (GLOVES,)

    published = Course.read(store, "be-vlg", DAY)
    assert published.items[GLOVES].revision == 2
    assert published.body(GLOVES, 2)["example"] == "Mijn handschoenen zijn nat."
    assert published.body(GLOVES, 1)["example"] == "Waar zijn mijn handschoenen?"


def test_comments_and_spaces_make_no_revision(course: Path, store: Store) -> None:
    publish(course / "content", store, NOW)
    change(course, PACK, "    title: Bescherming", "    # kept short\n    title:   Bescherming")
    assert publish(course / "content", store, NOW).new == ()


def test_what_vanished_is_retired_and_comes_back_as_it_was(course: Path, store: Store) -> None:
    publish(course / "content", store, NOW)
    path = course / PACK
    text = path.read_text(encoding="utf-8")
    path.unlink()
    assert publish(course / "content", store, NOW).retired == (GLOVES,)

    without = Course.read(store, "be-vlg", DAY)
    assert GLOVES not in without.items
    assert without.item_at(GLOVES, 1).safety
    assert publish(course / "content", store, NOW).retired == ()

    path.write_text(text, encoding="utf-8")
    assert publish(course / "content", store, NOW).new == ()
    assert Course.read(store, "be-vlg", DAY).items[GLOVES].revision == 1


def test_broken_content_is_not_published_at_all(course: Path, store: Store) -> None:
    change(course, PACK, "right: b", "right: z")
    with pytest.raises(BrokenContent) as broken:
        publish(course / "content", store, NOW)
    assert [problem.where for problem in broken.value.problems] == [GLOVES, GLOVES]
    assert entries.current(store) == []


def test_the_authors_order_is_kept_and_may_change(course: Path, store: Store) -> None:
    publish(course / "content", store, NOW)
    before = Course.read(store, "be-vlg", DAY)
    assert [*before.items] == ["shared.greeting.morning", GLOVES, "construction.gear.helmet_word"]

    change(
        course, "content/regions/be-vlg.yml", "{id: care, picture: 🏥, name: Zorg}", "{id: a, picture: 🏥, name: Zorg}"
    )
    (course / "content/packs/nl/a").mkdir()
    pack = (course / PACK).read_text(encoding="utf-8").replace("construction", "a")
    (course / "content/packs/nl/a/pre-A1.yml").write_text(pack, encoding="utf-8")
    publish(course / "content", store, NOW)
    after = Course.read(store, "be-vlg", DAY)
    assert [*after.items][1] == "a.gear.gloves"
    assert after.items[GLOVES].revision == 1
    assert [item.position for item in after.items.values()] == sorted(i.position for i in after.items.values())


def test_a_course_is_stale_once_something_else_is_published(course: Path, store: Store) -> None:
    publish(course / "content", store, NOW)
    published = Course.read(store, "be-vlg", DAY)
    assert not published.stale(store)
    change(course, PACK, "Doe je ___ aan!", "Doe uw ___ aan!")
    publish(course / "content", store, NOW)
    assert published.stale(store)


def test_a_running_bot_gets_what_is_published_within_a_second(course: Path, store: Store, clock: Clock) -> None:
    publish(course / "content", store, NOW)
    courses = Courses(store, "be-vlg", clock)
    before = courses.current()
    assert courses.current() is before
    (course / PACK).unlink()
    publish(course / "content", store, NOW)
    clock.now += timedelta(milliseconds=500)
    assert courses.current() is before
    clock.now += timedelta(milliseconds=500)
    assert GLOVES not in courses.current().items


def test_a_new_day_in_the_region_takes_law_past_its_date_away(course: Path, store: Store, clock: Clock) -> None:
    publish(course / "content", store, NOW)
    courses = Courses(store, "be-vlg", clock)
    clock.now = NOW.replace(year=2027, month=5, day=1, hour=21, minute=59)
    tip = courses.current().tip("tip.payslip_wage.days")
    assert tip
    assert tip.do
    clock.now += timedelta(minutes=1)
    tip = courses.current().tip("tip.payslip_wage.days")
    assert tip
    assert tip.do is None


def test_what_was_never_published_is_said_so(course: Path, store: Store) -> None:
    with pytest.raises(NotPublished, match="The region be-vlg is not published: run `werkmaat content import`"):
        Course.read(store, "be-vlg", DAY)
    publish(course / "content", store, NOW)
    with pytest.raises(NotPublished, match="gloves has no revision 7"):
        Course.read(store, "be-vlg", DAY).item_at(GLOVES, 7)
