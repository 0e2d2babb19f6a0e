"""The anonymous report: months to choose, figures with tables, a file of the same, and nothing of few people."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest

from bot.store import audit
from bot.store.tables import Organisation, Staff, StepTaken
from tests.console.desks import Console, add_staff
from tests.fakes.stores import add
from tests.store.tallies.rows import MIDDLE, learner, practise

IN_NOVEMBER = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
OCTOBER = "from=2026-10&to=2026-10"


@pytest.fixture
def lead(console: Console) -> Staff:
    """The lead of an organisation in which six people practised in October, and four told of work."""
    console.now = IN_NOVEMBER
    for number in range(6):
        who = learner(console.store, number, language="uk" if number == 5 else "ar")
        practise(console.store, who, "construction.gear.helmet")
        if number < 4:
            add(console.store, StepTaken(id=f"s{number}", learner_id=who.id, kind="work", day=MIDDLE.date()))
    return add_staff(console.store, "wim", "lead")


async def test_numbers_of_five_people_and_more_are_shown(console: Console, lead: Staff) -> None:
    words = (await console.visitor(lead).get(f"/reports/numbers?{OCTOBER}")).text
    figures = words.partition('id="numbers"')[2]
    assert '<th scope="row">Learners who practised</th><td class="number">6</td>' in figures
    assert '<th scope="row">New learners</th><td class="number">too few people</td>' in figures
    assert "<strong>October 2026</strong>" in words
    assert "Construction" in words
    # One of six speaks another language: by language there is nothing to show.
    languages = figures.partition('id="languages"')[2].partition("</section>")[0]
    assert "Too few people to show anything here." in languages
    assert "Ukrainian" not in words


async def test_without_a_choice_it_is_about_the_last_three_months(console: Console, lead: Staff) -> None:
    answer = await console.visitor(lead).get("/reports/numbers")
    assert "August 2026 to October 2026" in answer.text
    [event] = audit.page(console.store, "home")
    assert (event.what, event.detail) == ("report.read", {"from": "2026-08", "to": "2026-10"})


@pytest.mark.parametrize("asked", ["from=2026-11&to=2026-11", "from=2026-10", "from=x&to=y", "from=2026-10&to=2026-09"])
@pytest.mark.parametrize("page", ["/reports/numbers", "/reports/numbers.csv"])
async def test_other_periods_are_not_to_be_had(console: Console, lead: Staff, page: str, asked: str) -> None:
    assert (await console.visitor(lead).get(f"{page}?{asked}")).status_code == 404


async def test_the_file_holds_the_same_numbers(console: Console, lead: Staff) -> None:
    answer = await console.visitor(lead).get(f"/reports/numbers.csv?{OCTOBER}")
    lines = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert lines[0] == ["Table", "Row", "What is counted", "Number"]
    assert ["At a glance", "Learners who practised", "Number", "6"] in lines
    assert ["At a glance", "New learners", "Number", "too few people"] in lines
    assert ["Who practised, by sector", "Construction", "People", "6"] in lines
    assert [line[3] for line in lines if line[0] == "What people told"] == ["too few people"] * 4
    assert answer.headers["content-disposition"] == 'attachment; filename="werkmaat-numbers-2026-10-2026-10.csv"'
    [event] = audit.page(console.store, "home")
    assert (event.what, event.detail) == ("report.taken", {"from": "2026-10", "to": "2026-10", "format": "csv"})


async def test_another_organisation_is_not_in_it(console: Console, lead: Staff) -> None:
    add(console.store, Organisation(id="other", name="Other", created_at=MIDDLE))
    stranger = add_staff(console.store, "karim", "lead", organisation_id="other")
    words = (await console.visitor(stranger).get(f"/reports/numbers?{OCTOBER}")).text
    assert '<td class="number">6</td>' not in words


@pytest.mark.parametrize(("role", "way"), [("administrator", False), ("lead", True)])
async def test_the_way_to_the_list_is_for_who_counsels(console: Console, role: str, way: bool) -> None:
    console.now = IN_NOVEMBER
    words = (await console.visitor(add_staff(console.store, role, role)).get("/reports/numbers")).text
    assert ("/reports/learners" in words) is way
