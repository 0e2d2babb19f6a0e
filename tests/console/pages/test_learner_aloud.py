"""What a learner said aloud in an exercise: heard by the counsellor they write to, while they share, by nobody else."""

from datetime import timedelta

import pytest

from bot.journeys import consent
from bot.journeys.portrait.aloud import MOST
from bot.store import Store
from bot.store.tables import Learner, Recording
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import noted, open_console, read
from tests.fakes.house import VOICE
from tests.fakes.portraits import NOW, SAID, agrees
from tests.fakes.stores import add

SHOWING = f"{SAID[-12:]}1"
WORDS = '<span lang="nl">pauze</span>'
KNOWS = "Amina was told that you can hear this."


def recorded(store: Store, who: Learner, file_id: str = "V1", days_ago: int = 1, item_id: str = SAID) -> int:
    """A voice note of an exercise. Returns its id."""
    one = Recording(learner_id=who.id, item_id=item_id, showing_id=SHOWING, file_id=file_id, seconds=3)
    one.at = NOW - timedelta(days=days_ago)
    add(store, one)
    return one.id


async def test_the_counsellor_hears_it(console: Console) -> None:
    els, amina = open_console(console, consent.SHARING)
    one = recorded(console.store, amina)
    visitor = console.visitor(els)
    page = read(await visitor.get(f"/learners/{amina.id}"))
    section = page.partition('id="aloud"')[2].partition("</section>")[0]
    assert WORDS in section
    assert KNOWS in section
    assert f'src="/learners/{amina.id}/aloud/{one}"' in section
    assert (await visitor.get(f"/learners/{amina.id}/aloud/{one}")).status_code == 404
    console.files["V1"] = VOICE.read_bytes()
    answer = await visitor.get(f"/learners/{amina.id}/aloud/{one}")
    assert (answer.content, answer.headers["content-type"]) == (VOICE.read_bytes(), "audio/ogg")
    assert answer.headers["cache-control"] == "no-store"
    assert noted(console.store) == [("learner.seen", amina.id), ("learner.heard", amina.id)]


async def test_an_exercise_that_is_gone_leaves_the_sound(console: Console) -> None:
    els, amina = open_console(console, consent.SHARING)
    recorded(console.store, amina, item_id="care.gone.item")
    assert f'src="/learners/{amina.id}/aloud/' in read(await console.visitor(els).get(f"/learners/{amina.id}"))


async def test_the_newest_are_there(console: Console) -> None:
    els, amina = open_console(console, consent.SHARING)
    ids = [recorded(console.store, amina, days_ago=30 - day) for day in range(MOST + 2)]
    console.files["V1"] = VOICE.read_bytes()
    visitor = console.visitor(els)
    answers = [(await visitor.get(f"/learners/{amina.id}/aloud/{one}")).status_code for one in ids]
    assert answers == [404, 404, *([200] * MOST)]


@pytest.mark.parametrize("who", ["not shared", "taken back", "a lead", "another's learner"])
async def test_nobody_else_hears_it(who: str, console: Console) -> None:
    els, amina = open_console(console, *([] if who == "not shared" else [consent.SHARING]))
    one = recorded(console.store, amina)
    console.files["V1"] = VOICE.read_bytes()
    if who == "taken back":
        agrees(console.store, amina, consent.SHARING, given=False)
    asks = {"a lead": "lead", "another's learner": "counsellor"}.get(who)
    visitor = console.visitor(add_staff(console.store, "kim", asks) if asks else els)
    assert (await visitor.get(f"/learners/{amina.id}/aloud/{one}")).status_code == 404
    assert KNOWS not in read(await visitor.get(f"/learners/{amina.id}"))
