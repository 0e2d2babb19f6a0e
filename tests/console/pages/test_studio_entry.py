"""One entry: as learners get it, what changed, and back to what was before."""

from random import Random

import pytest

from bot.catalogue import kinds
from bot.store import audit, drafts, from_files, publishing
from bot.store.drafts import Change
from bot.store.entries import Form
from bot.store.publishing import Deed, Ready
from bot.store.tables import Card
from tests.console.desks import Console
from tests.console.pages.learners import read
from tests.console.pages.studio import FOREMAN, body_of, changed, coordinator, told, written
from tests.fakes.course import course_forms
from tests.fakes.stores import BEGINNING, HOME, add, add_learner
from tests.store.rows import card_row

PAGE = f"/studio/entries/{FOREMAN}"


def published_anew(console: Console, member_id: str, **fields: str) -> None:
    """Let the foreman read otherwise, published."""
    change = Change(FOREMAN, "item", changed(console.store, **fields))
    draft = drafts.save(console.store, change, member_id, None, console.now, Random(2))
    deed = Deed(member_id, "Shorter is better")
    publishing.publish(console.store, {draft.id: Ready(draft.version, draft.body)}, deed, console.now)


async def test_an_entry_is_read_with_the_names_of_its_fields(console: Console) -> None:
    found = read(await console.visitor(coordinator(console)).get(PAGE))
    assert "Els werkt mee in je ploeg" in found
    assert "de architect" in found
    assert "Version 1" in found
    assert "from the files" in found
    assert "draft" not in found.partition("<main")[2]


@pytest.mark.parametrize("kind", kinds.KINDS)
async def test_an_entry_of_every_kind_is_shown_and_edited(kind: str, console: Console) -> None:
    entry = next(form.id for form in course_forms() if form.kind == kind)
    visitor = console.visitor(coordinator(console))
    for path in ("", "/edit", "/compare"):
        page = await visitor.get(f"/studio/entries/{entry}{path}")
        assert page.status_code == 200
        assert "console.studio" not in page.text


async def test_what_a_draft_changes_is_told_word_by_word(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, reason="De “ploegbaas” leidt één grote ploeg. Bij vragen ga je eerst naar haar.")
    for path in (PAGE, f"{PAGE}/compare"):
        found = read(await console.visitor(nadia).get(path))
        assert '<ins><span class="visually-hidden">new: </span>grote ' in found
        assert "gone: </span> over je werk<span" in found


async def test_two_revisions_are_compared(console: Console) -> None:
    nadia = coordinator(console)
    published_anew(console, nadia.id, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    found = read(await visitor.get(f"{PAGE}/compare?from=1&to=2"))
    assert "Wie is de baas" in found or "de baas" in found
    assert (await visitor.get(f"{PAGE}/compare?from=1&to=9")).status_code == 404
    assert "There is no difference." in read(await visitor.get(f"{PAGE}/compare?from=2&to=2"))


async def test_one_click_goes_back_and_is_noted(console: Console) -> None:
    nadia = coordinator(console)
    before = body_of(console.store)
    published_anew(console, nadia.id, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    assert "Shorter is better" in read(await visitor.get(PAGE))
    answer = await visitor.send_form(f"{PAGE}/roll-back", number="1")
    assert "Published. Learners get it at once." in await told(visitor, answer)
    assert body_of(console.store) == before
    assert [past.number for past in publishing.history(console.store, FOREMAN)] == [3, 2, 1]
    (noted,) = [one for one in audit.page(console.store, HOME) if one.what == "studio.rolled_back"]
    assert (noted.about, noted.detail) == (FOREMAN, {"revision": 1, "start_again": False})


@pytest.mark.parametrize("number", ["", "9", "-1", "x", "1" * 30, "²", "01", "0000000015"])
async def test_nobody_goes_back_to_what_never_was(number: str, console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    assert (await visitor.send_form(f"{PAGE}/roll-back", number=number)).status_code == 404


async def test_going_back_to_another_right_answer_may_let_cards_start_again(console: Console) -> None:
    nadia = coordinator(console)
    learner = add_learner(console.store)
    published_anew(console, nadia.id, right="a")
    visitor = console.visitor(nadia)
    assert "Let learners learn this anew" in read(await visitor.get(PAGE))
    add(console.store, card_row(learner.id, FOREMAN))
    await visitor.send_form(f"{PAGE}/roll-back", number="1", again="yes")
    with console.store.reading() as session:
        assert session.get(Card, (learner.id, FOREMAN)) is None


async def test_the_files_form_is_taken_or_left(console: Console) -> None:
    nadia = coordinator(console)
    published_anew(console, nadia.id, situation="Wie is de baas?")
    theirs = changed(console.store, situation="Wie leidt de ploeg?")
    forms = [
        Form(one.id, one.kind, theirs, publishing.digest(theirs)) if one.id == FOREMAN else one
        for one in course_forms()
    ]
    from_files.publish(console.store, forms, BEGINNING)
    visitor = console.visitor(nadia)
    assert "Different in the files than in the studio" in read(await visitor.get("/studio"))
    assert "The files have another text" in read(await visitor.get(PAGE))
    await visitor.send_form(f"{PAGE}/files/take", version="1-")
    assert drafts.of(console.store, FOREMAN) is None
    answer = await visitor.send_form(f"{PAGE}/files/take", version="2-")
    assert "Saved." in await told(visitor, answer)
    draft = drafts.of(console.store, FOREMAN)
    assert draft is not None
    assert draft.body == theirs
    files = drafts.beside(console.store, FOREMAN)
    assert files is not None
    await visitor.send_form(f"{PAGE}/files/leave", version=str(files.version))
    assert drafts.beside(console.store, FOREMAN) is None
    assert (await visitor.send_form(f"{PAGE}/files/leave", version="1")).status_code == 404


async def test_an_entry_that_is_not_there_is_404(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    for path in ("nowhere", "nowhere/edit", "nowhere/compare"):
        assert (await visitor.get(f"/studio/entries/{path}")).status_code == 404
