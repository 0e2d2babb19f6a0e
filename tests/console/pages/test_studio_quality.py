"""How exercises do: which to look at first, one exercise form by form, a file, and what was not understood."""

import csv
from io import StringIO

import pytest

from bot.journeys import quality
from bot.learning.items import Grade
from bot.store.tables import Doubt, NotUnderstood, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.met import HELMET, LATER, helmets, people
from tests.fakes.stores import BEGINNING, add

HEAD, HANDS = "I protect my head", "I protect my hands"


@pytest.fixture
def griet(console: Console) -> Staff:
    """A coordinator, after twenty-five learners met the helmet, of whom most took the wrong answer."""
    console.now = LATER
    helmets(console.store, [Grade.WRONG] * 16 + [Grade.RIGHT] * 4)
    helmets(console.store, [Grade.RIGHT] * 5, "uk")
    helmets(console.store, [Grade.RIGHT] * 4, "ti")
    for _ in quality.count_all(console.store, console.desk.courses.current(), LATER):
        pass
    return add_staff(console.store, "griet", "coordinator")


async def test_the_exercise_that_misleads_comes_first_with_the_reason(console: Console, griet: Staff) -> None:
    words = (await console.visitor(griet).get("/studio/quality")).text
    first = words.partition('id="first"')[2].partition("</section>")[0]
    assert f'href="/studio/quality/{HELMET}"' in first
    assert f"“{HANDS}” is tapped more often than the right answer" in first
    assert "25 people met it" in first
    assert "Counted: lessons up to" in words
    assert "from 20 people on" in words
    assert '<svg class="drawn columns"' in words
    assert '<svg class="drawn bars"' in words


async def test_a_language_of_too_few_is_nowhere(console: Console, griet: Staff) -> None:
    answers = [await console.visitor(griet).get(path) for path in ("/studio/quality", f"/studio/quality/{HELMET}")]
    assert "Arabic" in answers[0].text
    assert "Ukrainian" in answers[1].text
    assert not any("Tigrinya" in answer.text for answer in answers)


async def test_before_anything_is_counted_it_says_so(console: Console) -> None:
    griet = add_staff(console.store, "griet", "coordinator")
    words = (await console.visitor(griet).get("/studio/quality")).text
    assert "Nothing is counted yet." in words
    assert "No exercise stands out" in words
    assert (
        "Fewer than five people met this exercise"
        in (await console.visitor(griet).get(f"/studio/quality/{HELMET}")).text
    )


async def test_a_unit_has_a_table_of_all_its_exercises(console: Console, griet: Staff) -> None:
    unit = console.desk.courses.current().items[HELMET].unit
    words = (await console.visitor(griet).get(f"/studio/quality?unit={unit}")).text
    table = words.partition('id="of-unit"')[2].partition("</table>")[0]
    assert table.count("<tr>") == 1 + sum(one.unit == unit for one in console.desk.courses.current().items.values())
    assert '<td class="number">36%</td>' in table
    assert "too few people" in table


async def test_an_exercise_tells_what_was_tapped_and_by_whom_in_languages(console: Console, griet: Staff) -> None:
    words = (await console.visitor(griet).get(f"/studio/quality/{HELMET}")).text
    assert "Form 1" in words
    assert "what learners get now" in words
    options = words.partition("What was tapped")[2].partition("</section>")[0]
    for option, share, right in ((HANDS, "64%", "wrong"), (HEAD, "36%", "right")):
        assert f'<th scope="row">{option}</th>' in options
        assert share in options
        assert f"<td>{right}</td>" in options
    assert "20% to 55%" in words
    assert "8–16 s" in words


@pytest.mark.parametrize("address", ["construction.gear.nothing", "unit.nothing", "%00"])
async def test_what_is_no_exercise_is_not_there(console: Console, griet: Staff, address: str) -> None:
    assert (await console.visitor(griet).get(f"/studio/quality/{address}")).status_code == 404


@pytest.mark.parametrize("wish", ["pack=construction/pre-A1", "pack=nowhere", "unit=x", "language=uk", "language=<b>"])
async def test_any_choice_has_an_answer(console: Console, griet: Staff, wish: str) -> None:
    for page in ("/studio/quality", "/studio/quality.csv"):
        assert (await console.visitor(griet).get(f"{page}?{wish}")).status_code == 200


async def test_the_file_holds_all_numbers(console: Console, griet: Staff) -> None:
    answer = await console.visitor(griet).get("/studio/quality.csv?pack=construction/pre-A1")
    lines = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"), newline="")))
    [helmet] = [line for line in lines if line["Exercise"] == HELMET]
    assert (helmet["People"], helmet["Right at first try (%)"], helmet["Skipped (%)"]) == ("25", "36", "0")
    assert HANDS in helmet["Look at it because"]
    others = [line for line in lines if line["Exercise"] != HELMET]
    assert others
    assert {line["People"] for line in others} == {""}


async def test_who_doubts_is_not_named(console: Console, griet: Staff) -> None:
    [amina] = people(console.store, 1)
    add(console.store, Doubt(learner_id=amina.id, entry_id=HELMET, language="ar", at=BEGINNING))
    words = (await console.visitor(griet).get("/studio/quality")).text
    assert "Somebody says that the words sound wrong in Arabic." in words
    assert amina.id not in words


async def test_what_was_not_understood_is_counted_by_language(console: Console, griet: Staff) -> None:
    for number, language in enumerate(["ar"] * 6 + ["ti"] * 9):
        guessed = ["pause", "ask_tip/contract"] if number else []
        row = NotUnderstood(id=str(number), language=language, guessed=guessed, at=BEGINNING)
        add(console.store, row)
    words = (await console.visitor(griet).get("/studio/not-understood")).text
    assert '<th scope="row">Arabic</th>' in words
    assert '<td class="number">5</td>' in words
    assert "(no guess)" in words
    assert "Tigrinya" not in words


async def test_when_nothing_was_misunderstood(console: Console) -> None:
    griet = add_staff(console.store, "griet", "coordinator")
    assert "Too few messages" in (await console.visitor(griet).get("/studio/not-understood")).text
