"""A word from work, all the way: sent by a learner, made an exercise by a coordinator, practised by the learner."""

from bot.store import drafts, practice
from tests.console.desks import Console
from tests.console.pages.studio import UNIT, coordinator
from tests.fakes.desk import Desk

WORD = "de bekisting"

EXERCISE = {
    "situation": "De ploeg giet morgen beton en Samira wijst naar de planken.",
    "word": WORD,
    "meaning": "de bekisting: planken waartussen je beton giet",
    "example": "Eerst zetten we de bekisting.",
}


async def test_a_learner_sends_a_word_and_practises_it_when_it_is_published(desk: Desk) -> None:
    store = desk.store
    desk.enrol()
    desk.taps("work_word:-:ask")
    await desk.works()
    desk.says(WORD)
    await desk.works()
    assert "work_word.kept" in desk.message_keys()
    console = Console(store, now=desk.clock())
    visitor = console.visitor(coordinator(console))
    page = (await visitor.get("/studio/words")).text
    assert WORD in page
    word_id = page.partition("word=")[2].partition('"')[0]
    began = await visitor.send_form(f"/studio/new?kind=item&word={word_id}&unit={UNIT}&type=meet", **EXERCISE)
    entry_id = f"{UNIT}.de_bekisting"
    assert began.headers["location"].startswith(f"/studio/entries/{entry_id}?")
    draft = drafts.of(store, entry_id)
    assert draft is not None
    assert "work_word.made" not in desk.message_keys()
    await visitor.send_form(f"/studio/publish?entry={entry_id}", draft=f"{draft.id}:1", why="", when="now")
    assert desk.message_keys()[-1] == "work_word.made"
    desk.clock.forward(seconds=2)
    desk.taps(f"work_word:-:practise-{word_id}")
    await desk.works()
    showing = practice.showing(store, desk.learner().asked or "")
    assert showing is not None
    assert showing.item_id == entry_id
