"""Looking at items: those with a reason first, and nothing of fewer than five people."""

import pytest

from bot.catalogue.course import Course
from bot.i18n import Text, Verbatim
from bot.journeys import quality
from bot.journeys.quality import Wish
from bot.learning.items import Grade
from bot.store import Store
from bot.store.tables import Doubt, NotUnderstood
from tests.fakes.course import published_course
from tests.fakes.met import HANDS, HELMET, LATER, helmets, people
from tests.fakes.stores import BEGINNING, add


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, BEGINNING)


def name_of(head: Text) -> str:
    """Of a column: ``right`` of ``console.quality.number.right``, also when its unit stands with it."""
    what = head.values.get("what", head)
    assert isinstance(what, Text)
    return what.key.rpartition(".")[2]


def counted(store: Store, course: Course) -> None:
    for _ in quality.count_all(store, course, LATER):
        pass


def test_an_item_with_a_reason_comes_first(store: Store, course: Course) -> None:
    helmets(store, [Grade.WRONG] * 20 + [Grade.RIGHT] * 5)
    counted(store, course)
    first, *others = quality.look(store, course, Wish()).items
    assert (first.item.id, first.reasons[0].name) == (HELMET, "lure")
    assert first.numbers
    assert first.numbers.people == 25
    assert not any(one.reasons or one.numbers for one in others)
    why = quality.why(first.item, first.reasons[0], str, lambda share: f"{share:.0%}")
    assert why.values["share"] == "80%"
    assert HANDS in str(why.values["option"])


def test_items_are_chosen_by_pack_unit_and_language(store: Store, course: Course) -> None:
    helmets(store, [Grade.WRONG] * 20, "uk")
    helmets(store, [Grade.RIGHT] * 20)
    helmets(store, [Grade.RIGHT] * 5, "ti")
    counted(store, course)
    pack = quality.look(store, course, Wish(pack="construction/pre-A1"))
    assert {quality.pack_of(one.item) for one in pack.items} == {"construction/pre-A1"}
    assert {unit.id for unit in pack.units} == {one.item.unit for one in pack.items}
    unit = course.items[HELMET].unit
    assert {one.item.unit for one in quality.look(store, course, Wish(unit=unit)).items} == {unit}
    whole = quality.look(store, course, Wish())
    assert whole.languages == ["ar", "ti", "uk"]
    assert [(one.name, one.about) for one in whole.items[0].reasons] == [("language", "uk")]
    for language, number in (("uk", 20), ("ti", 5)):
        known = [one for one in quality.look(store, course, Wish(language=language)).items if one.numbers]
        assert [(one.item.id, one.numbers and one.numbers.people) for one in known] == [(HELMET, number)]


def test_of_four_people_nothing_is_known(store: Store, course: Course) -> None:
    helmets(store, [Grade.WRONG] * 4)
    counted(store, course)
    assert quality.look_at(store, course, HELMET) == []
    assert all(one.numbers is None for one in quality.look(store, course, Wish()).items)


def test_a_doubt_brings_an_item_to_the_front(store: Store, course: Course) -> None:
    [amina] = people(store, 1)
    add(store, Doubt(learner_id=amina.id, entry_id=HELMET, language="ar", at=BEGINNING))
    assert [one.name for one in quality.look(store, course, Wish()).items[0].reasons] == ["doubted"]
    assert not quality.look(store, course, Wish(language="uk")).items[0].reasons


def test_an_item_is_looked_at_by_language(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT] * 5)
    helmets(store, [Grade.WRONG] * 10, "uk")
    helmets(store, [Grade.WRONG] * 4, "ti")
    counted(store, course)
    [form] = quality.look_at(store, course, HELMET)
    assert form.numbers.people == 15
    assert [(code, numbers.people) for code, numbers in form.by_language.items()] == [("uk", 10), ("ar", 5)]
    [asked] = form.asked
    assert {*asked.labels} == {"a", "b", "c"}


def test_places_and_units_of_all(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT] * 4 + [None] * 6)
    counted(store, course)
    items = quality.look(store, course, Wish()).items
    assert {place: (share.count, share.whole) for place, share in quality.places(items).items()} == {1: (6, 10)}
    assert quality.units(items) == {}


def test_a_file_has_every_number(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT] * 5)
    counted(store, course)
    described = quality.columns(course, str, lambda share: f"{share:.0%}")
    by_item = {one.item.id: one for one in quality.look(store, course, Wish()).items}
    told = {name_of(column.head): column.of(by_item[HELMET]) for column in described}
    assert told["item"] == Verbatim(HELMET)
    assert (told["people"], told["right"], told["skipped"], told["discrimination"]) == (5, 100, 0, None)
    shares = [column for column in described if column.head.key == "console.quality.in.percent"]
    assert {column.of(by_item["construction.gear.glasses"]) for column in shares} == {None}


def test_what_was_not_understood_is_told_of_five_messages_and_five_learners(store: Store) -> None:
    people(store, 5, "ar")
    people(store, 4, "ti")
    people(store, 5, "uk")
    for number, language in enumerate(["ar"] * 5 + ["ti"] * 9 + ["uk"] * 4):
        row = NotUnderstood(id=str(number), language=language, guessed=["pause"], at=BEGINNING)
        add(store, row)
    [one] = quality.not_understood(store)
    assert (one.language, one.messages, one.counts[0].offered) == ("ar", 5, 5)
