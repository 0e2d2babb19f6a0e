"""The course with one form in place of another: as it would be if that were published."""

from dataclasses import replace

import pytest

from bot.catalogue.at_hand import PLACES, with_form
from bot.catalogue.course import Course, NotPublished
from bot.store import Store
from tests.fakes.course import REGION, course_forms, published_course
from tests.fakes.stores import BEGINNING

PARTS = ("items", "units", "all_tips", "skills", "skill_fields", "interview", "jobs", "region", "all_training")


@pytest.fixture
def course(sqlite_store: Store) -> Course:
    return published_course(sqlite_store, BEGINNING)


def test_every_published_form_stands_as_it_was_read(course: Course) -> None:
    others = {form.id for form in course_forms() if form.kind == "region"} - {f"region.{REGION}"}
    here = [form for form in course_forms() if form.body.get("target", course.region.target) == course.region.target]
    ours = [form for form in here if form.body.get("region", REGION) == REGION]
    forms = [form for form in ours if form.kind in PLACES and form.id not in others]
    assert {form.kind for form in forms} == {*PLACES}
    for form in forms:
        again = with_form(course, course.store, form.kind, form.id, form.body)
        assert all(getattr(again, part) == getattr(course, part) for part in PARTS), form.id


def test_a_new_item_stands_behind_all_others_and_the_course_stays_as_it_was(course: Course) -> None:
    body = next(form.body for form in course_forms() if form.kind == "item")
    items = dict(course.items)
    again = with_form(course, course.store, "item", "shared.greeting.brand_new", body)
    assert again.items["shared.greeting.brand_new"].position == len(items)
    assert again.item_at("shared.greeting.brand_new", 1).body == body["body"]
    assert course.items == items


def test_an_item_of_another_target_language_is_heard_in_that_one(course: Course) -> None:
    body = next(form.body for form in course_forms() if form.kind == "item")
    again = with_form(course, course.store, "item", "shared.greeting.other", {**body, "target": "xx"})
    assert again.region.target == "xx"
    assert course.region.target != "xx"


def test_a_tip_of_another_region_holds_the_facts_of_that_one(course: Course) -> None:
    form = next(
        one for one in course_forms() if one.kind == "tip" and one.body["facts"] and one.body["region"] != REGION
    )
    again = with_form(course, course.store, "tip", form.id, form.body)
    assert again.all_tips[form.id].title.source == form.body["title"]


@pytest.mark.parametrize("wrong", [{"facts": ["no_such"]}, {"region": "nowhere"}])
def test_a_tip_of_a_fact_that_there_is_not_is_no_tip(wrong: dict[str, object], course: Course) -> None:
    form = next(one for one in course_forms() if one.kind == "tip" and one.body["facts"])
    with pytest.raises(NotPublished, match="has no fact"):
        with_form(course, course.store, "tip", form.id, {**form.body, **wrong})


def test_tips_hold_the_facts_of_the_region(course: Course) -> None:
    form = next(
        one for one in course_forms() if one.kind == "tip" and one.body["facts"] and one.body["region"] == REGION
    )
    unsure = replace(
        course.region, facts={name: replace(fact, sure=False) for name, fact in course.region.facts.items()}
    )
    again = with_form(replace(course, region=unsure), course.store, "tip", form.id, form.body)
    assert again.all_tips[form.id].unsure is not None
