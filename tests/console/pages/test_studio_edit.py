"""The form of an entry: what is saved is a draft, nothing typed is lost, and two who edit one are shown both."""

import re
from html import unescape
from random import Random
from typing import Any

import httpx
import pytest

from bot.store import drafts, entries, publishing
from bot.store.drafts import Change, State
from bot.store.publishing import Deed, Ready
from bot.store.tables import Draft
from tests.console.desks import Console
from tests.console.pages.learners import noted, read
from tests.console.pages.studio import FOREMAN, UNIT, body_of, changed, coordinator, sent, told, written

PAGE = f"/studio/entries/{FOREMAN}"


def draft_of(console: Console, entry_id: str = FOREMAN) -> Draft:
    found = drafts.of(console.store, entry_id)
    assert found is not None
    return found


def form(console: Console, **fields: Any) -> dict[str, Any]:
    """The form of the foreman, filled in anew by who opened it when there was no draft."""
    return {"_version": "1-", **sent(changed(console.store, **fields))}


async def test_what_is_saved_is_a_draft_that_no_learner_gets(console: Console) -> None:
    nadia, before = coordinator(console), body_of(console.store)
    visitor = console.visitor(nadia)
    answer = await visitor.send_form(f"{PAGE}/edit", **form(console, situation="Wie is de baas?"), _why="Korter")
    assert "Saved as a draft. Learners do not see it yet." in await told(visitor, answer)
    draft = draft_of(console)
    assert draft.body == changed(console.store, situation="Wie is de baas?")
    assert (draft.why, draft.changed_by, draft.state) == ("Korter", nadia.id, State.DRAFT)
    assert body_of(console.store) == before
    assert noted(console.store)[-1] == ("studio.saved", FOREMAN)
    assert f'name="_version" value="1-{draft.id}.1"' in (await visitor.get(f"{PAGE}/edit")).text


async def test_what_is_not_changed_makes_no_draft(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    answer = await visitor.send_form(f"{PAGE}/edit", **form(console))
    assert "Nothing was changed." in await told(visitor, answer)
    assert drafts.of(console.store, FOREMAN) is None


async def test_what_is_wrong_is_kept_and_told_at_its_field(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    answer = await visitor.send_form(f"{PAGE}/edit", **form(console, situation="", meaning="ploegbaas: baas"))
    assert answer.headers["location"].startswith(f"{PAGE}/edit?")
    found = await told(visitor, answer)
    assert "Something is not right yet" in found
    assert 'id="w-situation"' in found
    assert "ploegbaas: baas" in found


async def test_a_part_is_added_without_saving(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    answer = await visitor.send_form(f"{PAGE}/edit", **form(console, situation="Hè?"), reshape="add options")
    assert answer.status_code == 200
    assert 'name="options.d.word"' in answer.text
    assert "Hè?" in answer.text
    assert drafts.of(console.store, FOREMAN) is None


JOB = "job.construction.site_helper"


def options(html: str, name: str) -> list[list[str]]:
    """What can be chosen in the fields of this name."""
    return [
        re.findall(r'<option value="([^"]*)"', one)
        for one in re.findall(rf'<select[^>]*name="{name}".*?</select>', html, re.S)
    ]


async def test_what_an_exercise_is_about_is_chosen_from_those_of_its_unit_that_teach_a_word(console: Console) -> None:
    nadia = coordinator(console)
    new = Change(f"{UNIT}.crane", "item", {**changed(console.store), "type": "meet", "body": {"word": "de kraan"}})
    drafts.save(console.store, new, nadia.id, None, console.now, Random(1))
    (offered,) = options((await console.visitor(nadia).get(f"{PAGE}/edit")).text, "about")
    assert f"{UNIT}.crane" in offered
    assert FOREMAN not in offered
    assert not [one for one in offered if one and not one.startswith(f"{UNIT}.")]


async def test_the_units_of_a_job_are_chosen_one_below_the_other(console: Console) -> None:
    visitor, units = console.visitor(coordinator(console)), body_of(console.store, JOB)["units"]
    page = (await visitor.get(f"/studio/entries/{JOB}/edit")).text
    fields = options(page, "units")
    assert len(fields) == len(units) + 2
    assert {*units, "care.food"} <= {*fields[0]}
    body = {**body_of(console.store, JOB), "_version": "1-", "units": [*units[1:], "", "care.food", units[0]]}
    await visitor.send_form(f"/studio/entries/{JOB}/edit", **body)
    assert (draft_of(console, JOB).body or {})["units"] == [*units[1:], "care.food", units[0]]


def hidden(answer: httpx.Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.text)
    assert found
    return unescape(found[1])


async def test_two_who_edit_one_are_shown_both_and_choose_field_by_field(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    written(console, nadia, situation="Wie leidt de ploeg?", example="Els is er niet.")
    visitor = console.visitor(piet)
    mine = form(console, situation="Wie is de baas?", meaning="ploegbaas: baas")
    clash = await visitor.send_form(f"{PAGE}/edit", **mine)
    assert clash.status_code == 409
    for name in ("situation", "example", "meaning"):
        assert f'name="_pick.{name}"' in clash.text
    assert "_pick.reason" not in clash.text
    kept = {name: hidden(clash, name) for name in ("_version", "_why", "_mine")}
    picks = {"_pick.situation": "mine", "_pick.example": "theirs", "_pick.meaning": "mine"}
    await visitor.send_form(f"{PAGE}/edit/merge", **kept, **picks)
    merged = {"situation": "Wie is de baas?", "example": "Els is er niet.", "meaning": "ploegbaas: baas"}
    assert draft_of(console).body == changed(console.store, **merged)
    assert (draft_of(console).version, draft_of(console).changed_by) == (2, piet.id)
    again = await visitor.send_form(f"{PAGE}/edit/merge", **kept, **picks)
    assert again.status_code == 409


async def test_who_opened_the_form_before_something_was_published_is_shown_both(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    opened = form(console, example="Els is er niet.")
    draft = written(console, nadia, situation="Wie leidt de ploeg?")
    ready = {draft.id: Ready(draft.version, draft.body)}
    publishing.publish(console.store, ready, Deed(nadia.id), console.now)
    clash = await console.visitor(piet).send_form(f"{PAGE}/edit", **opened)
    assert clash.status_code == 409
    for name in ("situation", "example"):
        assert f'name="_pick.{name}"' in clash.text
    assert drafts.of(console.store, FOREMAN) is None


async def test_who_opened_a_draft_that_was_thrown_away_does_not_write_over_the_next(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    first = written(console, nadia, situation="Wie leidt de ploeg?")
    opened = {**form(console, situation="Wie is de baas?"), "_version": f"1-{first.id}.1"}
    drafts.throw_away(console.store, first.id, first.version)
    change = Change(FOREMAN, "item", changed(console.store, situation="Wie beslist?"))
    drafts.save(console.store, change, nadia.id, None, console.now, Random(9))
    assert (await console.visitor(piet).send_form(f"{PAGE}/edit", **opened)).status_code == 409
    assert draft_of(console).body == change.body


async def test_a_large_form_is_taken_whole(console: Console) -> None:
    visitor, long = console.visitor(coordinator(console)), "woord " * 250_000
    many = {f"more.{number}": "x" for number in range(1500)}
    answer = await visitor.send_form(f"{PAGE}/edit", **form(console, situation=long), **many)
    assert answer.status_code == 303
    assert (draft_of(console).body or {})["body"]["situation"] == long.strip()


NO_FORMS = ["", "{", "[]", "7", "[" * 9999, "{}", '{"type": []}']
NO_FORMS += [f'{{"type": "meet", "body": {one}}}' for one in ("3", '{"word": "\\ud800"}', '{"word": "\\u0000"}')]


@pytest.mark.parametrize("mine", NO_FORMS)
async def test_what_is_no_form_is_not_merged(mine: str, console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    assert (await visitor.send_form(f"{PAGE}/edit/merge", _mine=mine)).status_code == 404
    assert (await visitor.send_form("/studio/preview/item/new-1", _base=mine)).status_code == 404


@pytest.mark.parametrize("wild", ["\u202e<script>", "{}", "${7*7}", "x" * 5000])
async def test_wild_words_stay_words(wild: str, console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    await visitor.send_form(f"{PAGE}/edit", **form(console, situation=wild))
    assert "<script>" not in (await visitor.get(PAGE)).text.partition("<main")[2]
    assert draft_of(console).body == changed(console.store, situation=wild)


ITEM = f"/studio/new?kind=item&unit={UNIT}&type=type_word"


async def test_a_new_item_begins_with_its_type_and_gets_its_id_from_its_words(console: Console) -> None:
    nadia = coordinator(console)
    visitor = console.visitor(nadia)
    choice = read(await visitor.get(f"/studio/new?kind=item&unit={UNIT}"))
    assert "What kind of exercise will it be?" in choice
    assert (await visitor.get(ITEM)).status_code == 200
    answer = await visitor.send_form(ITEM, answers="kraan\nde kraan", situation="Wat tilt stenen op?")
    entry_id = f"{UNIT}.kraan"
    assert answer.headers["location"].startswith(f"/studio/entries/{entry_id}/edit")
    body = draft_of(console, entry_id).body
    assert body is not None
    assert (body["unit"], body["level"], body["type"]) == (UNIT, "A1", "type_word")
    assert (await visitor.get(f"/studio/entries/{entry_id}")).status_code == 200
    again = await visitor.send_form(ITEM, answers="kraan")
    assert f"/studio/entries/{entry_id}_2" in again.headers["location"]


async def test_nothing_written_makes_nothing(console: Console) -> None:
    answer = await console.visitor(coordinator(console)).send_form(ITEM)
    assert (answer.status_code, "Nothing is filled in yet." in answer.text) == (422, True)


NEW = {
    "kind=unit&in=care": {"title": "Handen wassen", "can_do": "Je kan het vragen."},
    "kind=tip&in=sick_leave": {"title": "Bel de dokter"},
    "kind=skill&in=building": {"card": "Ik kan muren bouwen."},
    "kind=job&in=care": {"name": "Kok"},
    "kind=interview": {"ask": "Waarom wil je hier werken?"},
}


@pytest.mark.parametrize("asked", NEW)
async def test_something_new_of_every_kind_is_begun(asked: str, console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    choice = await visitor.get(f"/studio/new?{asked.partition('&')[0]}")
    assert choice.status_code == 200
    answer = await visitor.send_form(f"/studio/new?{asked}", **NEW[asked])
    assert answer.status_code == 303
    assert (await visitor.get(answer.headers["location"])).status_code == 200
    (draft,) = drafts.all_of(console.store)
    assert entries.newest(console.store, draft.entry_id) is None


@pytest.mark.parametrize(
    "asked", ["kind=region", "kind=item", "kind=item&unit=nowhere", f"kind=item&unit={FOREMAN}", "kind=image"]
)
async def test_what_cannot_be_begun_is_404(asked: str, console: Console) -> None:
    assert (await console.visitor(coordinator(console)).get(f"/studio/new?{asked}")).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("path", [f"{PAGE}/edit", ITEM, "/studio/new", "/studio/new?kind=tip"])
async def test_every_word_is_there(path: str, language: str, console: Console) -> None:
    main = (await console.visitor(coordinator(console, language=language)).get(path)).text.partition("<main")[2]
    assert "console." not in main
