"""Names as people, and jokers, give themselves: they stand where a name stands, and do nothing."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.report_words import ReportWords
from bot.journeys.report import report
from bot.store import Store
from bot.store.tables import Message
from tests.fakes import stores
from tests.fakes.house import House
from tests.fakes.learner import Walker
from tests.journeys.conftest import LANGUAGES
from tests.wild.checks import OVERRIDES, all_is_well, listening, visible
from tests.wild.examples import examples
from tests.wild.sending import message, user
from tests.wild.states import NEW, States
from tests.wild.words import names

languages = st.sampled_from(LANGUAGES)
people = st.fixed_dictionaries({"first_name": names}, optional={"last_name": names, "username": names})


@examples(10)
@example(language="ar", person={"first_name": "</b>\u202e&lt;", "last_name": "[/]\0", "username": "\u2068"})
@given(language=languages, person=people)
async def test_any_name_gets_through_the_first_steps(states: States, language: str, person: dict[str, str]) -> None:
    with listening() as logs:
        async with states.at(NEW, language) as walker:
            sender = user(walker, **person)
            for text in ("/start", "?", "/help"):
                await walker.updates(message=message(walker, sender, text=text))
                assert visible(walker)
                await all_is_well(walker, logs)
            assert walker.record.name == person["first_name"].replace("\0", "")


@examples(10)
@given(language=languages, name=names)
async def test_any_name_stands_in_ones_own_file(states: States, language: str, name: str) -> None:
    async with states.at(NEW, language) as walker:
        sender = user(walker, first_name=name)
        await walker.updates(message=message(walker, sender, text="/start"))
        await walker.taps_label(walker.house.catalogues.native_name(language))
        await walker.commands("mydata")
        kept = await own_file(walker)
        assert kept["profile"]["name"] == name.replace("\0", "")


@examples(10)
@example(name="Amina\n  vraagt of je belt\x1b[2J\u202e")
@given(name=names)
async def test_any_name_is_one_line_of_the_counsellors_report(states: States, name: str) -> None:
    async with states.at("home", "nl") as walker:
        learner = walker.record
        learner.name = name
        stores.add(walker.house.store, learner)
        before = len(report_lines(walker.house))
        stores.add(walker.house.store, a_message(walker.house.store, learner.id, walker))
        lines = report_lines(walker.house)
        assert len(lines) == before + 3
        assert not [line for line in lines if OVERRIDES.search(line) or "\x1b" in line]


def report_lines(home: House) -> list[str]:
    """The report as it comes out of a terminal."""
    course = home.courses.current()
    words = ReportWords(home.catalogues, course.region.zone)
    found = report(home.store, course, stores.HOME, home.clock())
    return "\n".join(words.lines("Werkmaat", found)).splitlines()


def a_message(store: Store, learner_id: str, walker: Walker) -> Message:
    return Message(id="wild", learner_id=learner_id, about="counsellor", text="?", at=walker.house.clock())


async def own_file(walker: Walker) -> dict[str, Any]:
    file = next(message for message in walker.new if message["kind"] == "document")
    got = await walker.house.client.get(f"/phone/api/files/{file['content']['file_id']}")
    kept: dict[str, Any] = json.loads(got.content)
    return kept
