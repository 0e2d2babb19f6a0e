"""Review: a colleague reads a draft, says what should change, approves; nobody approves their own."""

import pytest

from bot.store import drafts, reviewing
from bot.store.drafts import State
from bot.store.tables import Draft
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import noted, read
from tests.console.pages.studio import FOREMAN, coordinator, told, written

PAGE = f"/studio/entries/{FOREMAN}"


def draft_of(console: Console) -> Draft:
    found = drafts.of(console.store, FOREMAN)
    assert found is not None
    return found


async def test_a_colleague_is_asked_and_approves(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    written(console, nadia, situation="Wie is de baas?")
    hers, his = console.visitor(nadia), console.visitor(piet)
    await hers.send_form(f"{PAGE}/review", version="1", reader=piet.id)
    assert (draft_of(console).state, draft_of(console).reader_id) == (State.REVIEW, piet.id)
    assert "Piet reads it" in read(await hers.get(PAGE))
    await his.send_form(f"{PAGE}/approve", version="1")
    assert draft_of(console).state == State.APPROVED
    assert "approved by Piet" in read(await hers.get(PAGE))
    assert ("studio.approved", FOREMAN) in noted(console.store)


async def test_nobody_approves_what_they_wrote(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    answer = await visitor.send_form(f"{PAGE}/approve", version="1")
    assert (answer.status_code, "You wrote this yourself." in answer.text) == (422, True)
    assert not reviewing.approve(console.store, draft_of(console).id, 1, nadia.id)
    assert f"{PAGE}/approve" not in (await visitor.get(PAGE)).text


async def test_remarks_on_a_field_are_made_and_settled(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    written(console, nadia, situation="Wie is de baas?")
    hers, his = console.visitor(nadia), console.visitor(piet)
    await hers.send_form(f"{PAGE}/review", version="1", reader="")
    await his.send_form(f"{PAGE}/send-back", version="1", field="situation", text="Zeg <b>waar</b>")
    assert draft_of(console).state == State.DRAFT
    for path in (PAGE, f"{PAGE}/edit"):
        assert "Zeg &lt;b&gt;waar&lt;/b&gt;" in (await hers.get(path)).text
    (one,) = reviewing.remarks(console.store, draft_of(console).id)
    assert (one.name, one.remark.field) == ("Piet", "situation")
    for status in (303, 404):
        answer = await hers.send_form(f"{PAGE}/remarks/{one.remark.id}/settle")
        assert answer.status_code == status
    await his.send_form(f"{PAGE}/remarks", field="", text="Beter")
    assert len(reviewing.remarks(console.store, draft_of(console).id)) == 2


@pytest.mark.parametrize("deed", ["remarks", "send-back"])
async def test_a_remark_needs_words(deed: str, console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    answer = await console.visitor(nadia).send_form(f"{PAGE}/{deed}", version="1", text="  ")
    assert (answer.status_code, "Write what should be different." in answer.text) == (422, True)


@pytest.mark.parametrize("deed", ["review", "approve", "throw-away"])
@pytest.mark.parametrize("version", ["2", "", "x", "9" * 40])
async def test_what_was_changed_meanwhile_is_looked_at_again(deed: str, version: str, console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    written(console, nadia, situation="Wie is de baas?")
    visitor = console.visitor(piet)
    answer = await visitor.send_form(f"{PAGE}/{deed}", version=version)
    assert "A colleague was faster." in await told(visitor, answer)
    assert draft_of(console).state == State.DRAFT


async def test_only_a_coordinator_of_the_organisation_is_asked(console: Console) -> None:
    nadia = coordinator(console)
    els = add_staff(console.store, "els")
    written(console, nadia, situation="Wie is de baas?")
    answer = await console.visitor(nadia).send_form(f"{PAGE}/review", version="1", reader=els.id)
    assert (answer.status_code, "cannot read it" in answer.text) == (422, True)


async def test_a_draft_is_thrown_away_and_what_is_published_stays(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    answer = await visitor.send_form(f"{PAGE}/throw-away", version="1")
    assert answer.headers["location"] == f"{PAGE}?told=saved"
    assert drafts.of(console.store, FOREMAN) is None
    assert (await visitor.send_form(f"{PAGE}/throw-away", version="1")).status_code == 404


async def test_saving_anew_has_to_be_read_anew(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    draft = written(console, nadia, situation="Wie is de baas?")
    assert reviewing.approve(console.store, draft.id, draft.version, piet.id)
    written(console, nadia, situation="Wie is hier de baas?")
    assert (draft_of(console).state, draft_of(console).reader_id) == (State.DRAFT, None)
