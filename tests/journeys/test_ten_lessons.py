"""Ten lessons, a day apart, in each sector and level: nothing twice, nothing untranslated, nothing too long."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest

from bot.i18n import Catalogues, Content
from bot.learning.choosing import REST
from bot.learning.items import Item, item_types
from bot.learning.levels import LEVELS
from bot.store import practice
from tests.fakes.house import house
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.phones import Handset
from tests.fakes.quick_brain import QuickBrain
from tests.fakes.stores import hurried
from tests.journeys.conftest import Onboarded, onboard_once

SECTORS = ("construction", "care", "metal", "office")
LANGUAGES = ("nl", "ar", "fa")
LESSONS = 10

LONGEST_LABEL = 60
"""Characters on a button: what is said in a scene."""

TOO_SHORT = 12
"""Characters: shorter words may be the same in two languages."""


@pytest.fixture(scope="module")
def each_onboarded(
    sqlite_template: Path, catalogues: Catalogues, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Onboarded]:
    """A learner of each language, through the onboarding."""
    folder = tmp_path_factory.mktemp("lessons")
    return {one: asyncio.run(onboard_once(one, folder, sqlite_template, catalogues)) for one in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
async def walker(
    request: pytest.FixtureRequest, each_onboarded: Mapping[str, Onboarded], catalogues: Catalogues, tmp_path: Path
) -> AsyncIterator[Walker]:
    """The same learner, on a copy of the database."""
    so_far = each_onboarded[request.param]
    with hurried(so_far.database, tmp_path / "learner.db") as store:
        async with house(store, QuickBrain(), catalogues, before=so_far.before) as home:
            yield Walker(home, Handset(home.client, so_far.phone), request.param)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("sector", SECTORS)
async def test_ten_lessons_in_a_row(walker: Walker, sector: str, level: str) -> None:
    walker.becomes(sector=sector, level=level)
    seen: set[str] = set()
    for number in range(LESSONS):
        shown = await takes_a_lesson(walker, seen, misses=number % 2 == 1)
        assert shown, f"lesson {number + 1} is empty"
        assert {walker.house.courses.current().items[one].sector for one in shown} <= {sector, "shared"}
        seen |= {*shown}
        walker.house.clock.forward(days=1)


async def takes_a_lesson(walker: Walker, seen: set[str], misses: bool) -> list[str]:
    """Walk through a lesson, perhaps with one miss, and look at everything. Returns the items in their order."""
    await begins(walker)
    shown: list[str] = []
    missed: str | None = None
    while walker.record.expects == "practice":
        item, _ = walker.open_item()
        reads_well(walker, item)
        if item.id in shown:
            assert item.id == missed, f"{item.id} came twice"
        else:
            assert item.id not in seen or may_return(walker, item), f"{item.id} came again too soon"
        shown.append(item.id)
        misses_now = misses and missed is None and item_types()[item.type].asks and item.type != "say_it"
        missed = item.id if misses_now else missed
        await walker.answers(right=not misses_now)
        reads_well(walker, item)
    assert shown.count(missed or "") in (0, 2)
    return shown


async def begins(walker: Walker) -> None:
    """Begin a lesson; whoever is asked how a mission went says so first."""
    await walker.presses("menu.practise")
    while walker.record.expects != "practice":
        assert walker.words("mission.button.did") in walker.labels()
        await walker.taps("mission.button.did")
        await walker.presses("menu.practise")


def may_return(walker: Walker, item: Item) -> bool:
    """Whether it was answered before, and has rested since: what is only seen never comes again."""
    card = practice.card(walker.house.store, walker.record.id, item.id)
    return card is not None and walker.house.clock() - card.last_review_at > REST


def reads_well(walker: Walker, item: Item) -> None:
    """What was just said is in the learner's language, with buttons that can be read."""
    untold = [source for source in sources(item) if walker.language != "nl" and source in walker.text]
    assert not untold, f"{item.id} is not translated"
    english = [said for said in told(walker, item, "en") if said in walker.text]
    assert not english, f"{item.id} is in English"
    for message in walker.new:
        labels = [plain(button["text"]) for row in rows(message) for button in row]
        assert all(len(label) <= LONGEST_LABEL for label in labels), labels


def sources(item: Item) -> Iterator[str]:
    """The author's own words that explain it, but for those that may read the same in another language."""
    explained = item_types()[item.type].explained(item.body)
    yield from (line.text for line in explained if len(line.text) > TOO_SHORT and " " in line.text)


def told(walker: Walker, item: Item, language: str) -> Iterator[str]:
    """The same words as they read in another language."""
    for line in item_types()[item.type].explained(item.body):
        said = plain(walker.house.catalogues.plain(Content(f"{item.id}.{line.field}", line.text), language))
        if len(line.text) > TOO_SHORT and said != line.text:
            yield said
