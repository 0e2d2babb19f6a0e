"""A message to all of a group: looked at, made ready, taken back, sent, and its results."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import httpx
import pytest

from bot.journeys import broadcasting
from bot.journeys.broadcasting import SENTENCES
from bot.journeys.ready import SENTENCES as READY
from bot.store import Store, audit, broadcasts, outbox
from bot.store.tables import Group, Staff
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.course import ZONE
from tests.fakes.stores import HOME, outbox_rows
from tests.store.groups import add_client, add_group, add_members

GIVEN = {"day": "2026-11-30", "time": "10:15", "name": "Omar", "place": "Genk", "paper": "contract"}


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


@pytest.fixture
def group(store: Store, els: Staff) -> Group:
    group = add_group(store, els)
    for number, language in enumerate(("nl", "ar", "ar"), start=1):
        add_members(store, group, add_client(store, els, number, language=language))
    return group


@pytest.fixture
def visitor(console: Console, els: Staff) -> Visitor:
    return console.visitor(els)


def said(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    return unescape(re.sub(r"\s+", " ", answer.text))


async def planned(visitor: Visitor, group: Group, **form: Any) -> str:
    """Make a message ready. Returns the address of its page."""
    answer = await visitor.send_form(f"/groups/{group.id}/broadcasts", **form)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


async def test_everything_that_fits_a_group_is_offered(visitor: Visitor, group: Group) -> None:
    page = said(await visitor.get(f"/groups/{group.id}/write"))
    assert "own counsellor reads their answers" in page
    offered = re.findall(r'name="sentence" value="(\w+)"', page)
    assert offered == list(SENTENCES)
    assert set(SENTENCES) <= READY.keys()
    assert not {"well_done", "thank_you", "congratulations"} & set(offered)


@pytest.mark.parametrize("name", SENTENCES)
async def test_a_ready_sentence_is_shown_in_each_language_that_is_read(
    visitor: Visitor, group: Group, name: str
) -> None:
    page = said(await visitor.send_form(f"/groups/{group.id}/write", sentence=name, **GIVEN))
    assert "It goes to 3 learners" in page
    assert "Arabic: 2 learners" in page
    assert 'lang="ar" dir="rtl"' in page
    assert "Not in their own language" not in page
    assert broadcasts.of_group(visitor.console.store, group.id) == []


async def test_own_words_say_who_does_not_read_them(visitor: Visitor, group: Group) -> None:
    page = said(await visitor.send_form(f"/groups/{group.id}/write", text="Tot <morgen>!", language="nl"))
    assert re.search("Not in their own language: ?</p> <ul><li>Arabic: 2 learners</li></ul>", page)
    assert "Tot <morgen>!" in page


async def test_it_says_who_does_not_get_it_and_when_phones_ring(
    console: Console, els: Staff, group: Group, store: Store
) -> None:
    add_members(
        store,
        group,
        add_client(store, els, 8, paused_until=console.now + timedelta(days=9)),
        add_client(store, els, 9, blocked_at=console.now),
    )
    by_day = said(await console.visitor(els).send_form(f"/groups/{group.id}/write", sentence="question"))
    assert "It goes to 3 learners" in by_day
    assert "1 learner takes a pause and does not get it" in by_day
    assert "1 learner blocked Werkmaat" in by_day
    assert "phones ring" not in by_day
    console.now = datetime(2026, 11, 2, 20, 30, tzinfo=ZONE)
    evening = said(await console.visitor(els).send_form(f"/groups/{group.id}/write", sentence="question"))
    assert "phones ring" in evening
    assert re.findall(r">in (\d+) minutes 🌙<", evening) == ["30", "60", "180"]


WRONG = [
    {},
    {"text": "  ", "language": "nl"},
    {"text": "Dag", "language": "xx"},
    {"text": "x" * 2001, "language": "nl"},
    {"sentence": "well_done"},
    {"sentence": "no_class"},
    {"sentence": "no_class", "day": "2020-01-01"},
    {"sentence": "next_class", "day": "2026-11-30", "time": "nine", "place": "Genk"},
]


@pytest.mark.parametrize("form", WRONG)
async def test_what_makes_no_message_is_refused(visitor: Visitor, group: Group, form: dict[str, str]) -> None:
    for path in ("write", "broadcasts"):
        answer = await visitor.send_form(f"/groups/{group.id}/{path}", **form)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
    assert broadcasts.of_group(visitor.console.store, group.id) == []


async def test_it_is_made_ready_and_taken_back(console: Console, visitor: Visitor, group: Group) -> None:
    here = await planned(visitor, group, text="Tot morgen!", language="nl", delay="30")
    page = said(await visitor.get(here))
    assert "Tot morgen!" in page
    assert "It goes out at" in page
    taken_back = await visitor.send_form(f"{here}/cancel")
    assert taken_back.headers["location"] == f"{here}?told=broadcast_cancelled"
    assert "Taken back" in said(await visitor.get(here))
    assert [*broadcasting.send_due(console.store, console.now + timedelta(hours=1))] == []
    too_late = await visitor.send_form(f"{here}/cancel")
    assert too_late.headers["location"] == f"{here}?told=broadcast_too_late"
    kept = [one.what for one in reversed(audit.page(console.store, HOME))]
    assert kept == [
        "broadcast.planned",
        "broadcast.seen",
        "broadcast.cancelled",
        "broadcast.seen",
        "broadcast.cancelled",
    ]


@pytest.mark.parametrize(("delay", "minutes"), [("5", 5), ("60", 60), ("0", 5), ("-9", 5), ("x", 5), ("", 5)])
async def test_there_is_always_time_to_take_it_back(
    console: Console, visitor: Visitor, group: Group, delay: str, minutes: int
) -> None:
    await planned(visitor, group, sentence="question", delay=delay)
    (signed,) = broadcasts.of_group(console.store, group.id)
    assert signed.broadcast.send_at == console.now + timedelta(minutes=minutes)


async def test_its_results_are_numbers(console: Console, els: Staff, group: Group) -> None:
    store = console.store
    here = await planned(console.visitor(els), group, sentence="question")
    console.now += timedelta(minutes=6)
    assert [*broadcasting.send_due(store, console.now)] == [3]
    first, second, _third = outbox_rows(store)
    outbox.sent(store, first, 1, console.now)
    outbox.leave_alone(store, second.chat_id, console.now)
    page = said(await console.visitor(els).get(here))
    numbers = dict(re.findall(r'<th scope="row">([^<]+)</th><td class="number">(\d+)</td>', page))
    assert numbers == {
        "Taken by Telegram": "1",
        "Still waiting": "1",
        "Did not arrive: Werkmaat was blocked": "1",
    }
    assert "0 learners wrote back or practised" in page
    console.now += outbox.KEPT
    assert "kept for thirty days" in said(await console.visitor(els).get(here))


async def test_of_a_message_that_did_not_go_out_the_page_says_so(console: Console, els: Staff, group: Group) -> None:
    here = await planned(console.visitor(els), group, sentence="question")
    console.now += timedelta(days=1)
    assert "It did not go out" in said(await console.visitor(els).get(here))
    assert "not sent" in said(await console.visitor(els).get(f"/groups/{group.id}"))


async def test_a_message_of_another_group_is_not_there(visitor: Visitor, els: Staff, group: Group) -> None:
    here = await planned(visitor, group, sentence="question")
    other = add_group(visitor.console.store, els, "Friday")
    elsewhere = here.replace(group.id, other.id)
    assert (await visitor.get(elsewhere)).status_code == 404
    assert "too_late" in (await visitor.send_form(f"{elsewhere}/cancel")).headers["location"]
    (signed,) = broadcasts.of_group(visitor.console.store, group.id)
    assert signed.broadcast.cancelled_at is None
