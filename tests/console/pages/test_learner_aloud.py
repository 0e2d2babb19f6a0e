"""What a learner said aloud: heard by the counsellor they write to, while they share it, by nobody else."""

from datetime import timedelta

import pytest

from bot.journeys import consent
from bot.journeys.portrait.aloud import MOST
from bot.store import Store
from bot.store.tables import Learner, Recording, SkillHeld
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


def told(store: Store, who: Learner) -> str:
    """Something that she can do, told in a voice message. Returns the address of its sound."""
    add(store, SkillHeld(id="k3", learner_id=who.id, source="voice", voice_file_id="V3", at=NOW - timedelta(days=1)))
    return f"/learners/{who.id}/aloud/k3"


async def test_what_she_can_do_is_heard_where_it_stands(console: Console) -> None:
    els, amina = open_console(console, consent.SHARING, consent.SKILLS)
    here = told(console.store, amina)
    console.files["V3"] = VOICE.read_bytes()
    visitor = console.visitor(els)
    page = read(await visitor.get(f"/learners/{amina.id}"))
    section = page.partition('id="brings"')[2].partition("</section>")[0]
    assert section.count("<audio") == 1
    _, _, player = section.partition("Said in a voice message, November 24, 2026</bdi> ")
    assert player.startswith(f'<audio class="narrow" controls preload="none" src="{here}"')
    assert (await visitor.get(here)).content == VOICE.read_bytes()
    assert noted(console.store)[-1] == ("learner.heard", amina.id)


@pytest.mark.parametrize("who", ["skills not shared", "practice not shared", "taken back", "a lead"])
async def test_nobody_else_hears_what_she_can_do(who: str, console: Console) -> None:
    agreed = {"skills not shared": [consent.SHARING], "practice not shared": [consent.SKILLS]}
    els, amina = open_console(console, *agreed.get(who, [consent.SHARING, consent.SKILLS]))
    here = told(console.store, amina)
    console.files["V3"] = VOICE.read_bytes()
    if who == "taken back":
        agrees(console.store, amina, consent.SKILLS, given=False)
    visitor = console.visitor(add_staff(console.store, "kim", "lead") if who == "a lead" else els)
    assert (await visitor.get(here)).status_code == 404
    page = await visitor.get(f"/learners/{amina.id}")
    assert (page.status_code, here in page.text) == (200, False)
