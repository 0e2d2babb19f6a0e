from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.course import Course, explained
from bot.catalogue.publish import publish
from bot.i18n import Content, Text, Verbatim
from bot.learning.items import Explained, Target
from bot.safeguarding.flags import Flag
from bot.settings import CONTENT
from bot.store import Store
from tests.catalogue.conftest import NOW

BEFORE, AFTER = date(2026, 12, 1), date(2027, 5, 2)


@pytest.fixture
def small(course: Path, sqlite_store: Store) -> Store:
    publish(course / "content", sqlite_store, NOW)
    return sqlite_store


def test_items_units_and_phrases(small: Store) -> None:
    course = Course.read(small, "be-vlg", BEFORE)
    item = course.items["construction.gear.gloves"]
    assert (item.type, item.unit, item.sector, item.level) == (
        "fill_gap",
        "construction.gear",
        "construction",
        "pre-A1",
    )
    assert item.safety
    assert [*course.units] == ["shared.greeting", "construction.gear"]
    assert course.units["construction.gear"].title == Content("construction.gear.title", "Bescherming")
    assert course.units["construction.gear"].can_do.source == "Je verstaat wat je moet dragen."
    assert course.has_items("construction")
    assert not course.has_items("care")
    assert course.phrases.find("Ik wil dood") is Flag.SELF_HARM
    assert course.phrases.find("he hits me") is Flag.VIOLENCE
    assert course.phrases.find("wil niet leven!") is Flag.SELF_HARM
    assert course.phrases.find("ik wil niet leven van een uitkering") is None


def test_a_line_of_an_item_is_explained_or_stays_as_it_is(small: Store) -> None:
    item = Course.read(small, "be-vlg", BEFORE).items["construction.gear.gloves"]
    context = "construction.gear.gloves.a.reason"
    assert explained(item, Explained("a.reason", "Een helm zet je op.")) == Content(context, "Een helm zet je op.")
    assert explained(item, Target("helm")) == "helm"


def test_a_region_offers_sectors_helplines_and_its_hour(small: Store) -> None:
    region = Course.read(small, "be-vlg", BEFORE).region
    assert [(one.id, one.picture, one.name) for one in region.sectors] == [
        ("construction", "👷", Content("sector.be-vlg.construction.name", "Bouw")),
        ("care", "🏥", Content("sector.be-vlg.care.name", "Zorg")),
    ]
    assert str(region.zone) == "Europe/Brussels"
    assert [line.id for line in region.helplines(Flag.SELF_HARM)] == ["helpline.listen", "helpline.police"]
    (police,) = region.helplines(Flag.EMERGENCY)
    assert police.number == Verbatim("101")
    assert police.say == Verbatim("Kom snel.")
    assert police.note == Content("helpline.police.note", "De politie.")
    assert police.hours is None
    assert region.helplines(Flag.SELF_HARM)[0].number == Verbatim("0106")


def test_a_tip_has_its_facts_filled_in(small: Store) -> None:
    course = Course.read(small, "be-vlg", BEFORE)
    hours, days = course.tips("payslip_wage")
    phone = {"help_phone": Verbatim("0800 11 22 33")}
    assert hours.turn_to == Content("tip.payslip_wage.hours.turn_to", "Bel {help_phone}.", phone)
    assert hours.say == Verbatim("Kunt u dat nakijken?")
    assert hours.picture == "💶"
    assert hours.unsure is None
    assert days.unsure == Text("tip.ask_to_be_sure")
    assert course.tip("tip.payslip_wage.days") == days
    assert course.tip("tip.gone") is None
    assert course.tips("transport") == ()


def test_past_its_dates_a_tip_says_less_and_promises_less(small: Store) -> None:
    hours, days = Course.read(small, "be-vlg", AFTER).tips("payslip_wage")
    assert (days.situation, days.do, days.say, days.say_meaning) == (None, None, None, None)
    assert days.title.source == "Vrije dagen"
    assert days.turn_to.source == "Vraag het je baas."
    assert hours.do
    assert hours.unsure == Text("tip.ask_to_be_sure")


def test_items_in_old_revisions_are_asked_for_at_once(small: Store, course: Path) -> None:
    gloves, tip = ("construction.gear.gloves", 1), ("tip.payslip_wage.nowhere", 1)
    now = Course.read(small, "be-vlg", BEFORE)
    assert now.items_at([gloves, tip]) == {gloves: now.items["construction.gear.gloves"]}
    assert now.items_at([]) == {}
    file = course / "content" / "packs" / "nl" / "construction" / "pre-A1.yml"
    file.write_text(file.read_text("utf-8").replace("safety: yes", ""), "utf-8")
    publish(course / "content", small, NOW)
    after = Course.read(small, "be-vlg", BEFORE)
    both = after.items_at([gloves, ("construction.gear.gloves", 2)])
    assert [item.safety for item in both.values()] == [True, False]
    assert after.item_at(*gloves) == both[gloves]


def test_a_region_shows_nothing_of_another_one(store: Store) -> None:
    publish(CONTENT, store, NOW)
    flanders, popovo = (Course.read(store, region, NOW.date()) for region in ("be-vlg", "bg-pop"))
    assert {item.target for item in popovo.items.values()} == {"bg"}
    assert (len(popovo.items), len(popovo.all_tips)) == (40, 10)
    for ours, theirs in (
        (flanders.items, popovo.items),
        (flanders.units, popovo.units),
        (flanders.all_tips, popovo.all_tips),
        (flanders.interview, popovo.interview),
    ):
        assert ours
        assert not ours.keys() & theirs.keys()
    assert (popovo.skills, popovo.jobs) == ({}, {})
    assert flanders.skills
    assert flanders.jobs
