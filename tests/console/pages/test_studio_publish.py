"""Publishing: one entry or a whole unit, now or later; what has a fault, or was not read, stays a draft."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.schedule.jobs import publish_planned
from bot.store import Store, audit, drafts, entries, planning, reviewing
from bot.store.drafts import Change
from bot.store.tables import Card
from tests.console.desks import Console
from tests.console.pages.learners import read
from tests.console.pages.studio import FOREMAN, UNIT, body_of, changed, coordinator, told, written
from tests.fakes.stores import HOME, add, add_learner
from tests.store.rows import card_row

PAGE = f"/studio/publish?entry={FOREMAN}"
OF_UNIT = f"/studio/publish?unit={UNIT}"
MANAGER = "construction.site.manager"


def ticked(console: Console, *entry_ids: str) -> list[str]:
    """What the page sends for these drafts."""
    found = [drafts.of(console.store, one) for one in entry_ids]
    return [f"{one.id}:{one.version}" for one in found if one]


async def test_a_draft_is_published_with_why_and_noted(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    assert "Els werkt" not in read(await visitor.get(PAGE))
    answer = await visitor.send_form(PAGE, draft=ticked(console, FOREMAN), why="Korter", when="now")
    assert "Published. Learners get it at once." in await told(visitor, answer)
    assert body_of(console.store)["body"]["situation"] == "Wie is de baas?"
    assert "Korter" in read(await visitor.get(f"/studio/entries/{FOREMAN}"))
    (noted,) = [one for one in audit.page(console.store, HOME) if one.what == "studio.published"]
    assert noted.detail == {"entries": [FOREMAN]}


async def test_a_unit_is_published_at_once_but_for_what_has_faults(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    written(console, nadia, MANAGER, situation="")
    visitor = console.visitor(nadia)
    found = read(await visitor.get(OF_UNIT))
    assert "This cannot be published yet:" in found
    assert ticked(console, FOREMAN)[0] in found
    assert ticked(console, MANAGER)[0] not in found
    answer = await visitor.send_form(OF_UNIT, draft=ticked(console, FOREMAN, MANAGER), when="now")
    assert answer.status_code == 422
    assert body_of(console.store)["body"]["situation"] != "Wie is de baas?"
    await visitor.send_form(OF_UNIT, draft=ticked(console, FOREMAN), when="now")
    assert body_of(console.store)["body"]["situation"] == "Wie is de baas?"
    assert drafts.of(console.store, MANAGER) is not None


async def test_a_second_reader_is_needed_where_it_is_set(console: Console) -> None:
    nadia, piet = coordinator(console), coordinator(console, "piet")
    console.second_reader = True
    draft = written(console, nadia, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    assert "A colleague has to approve it first." in read(await visitor.get(PAGE))
    sent = {"draft": ticked(console, FOREMAN), "when": "now"}
    assert (await visitor.send_form(PAGE, **sent)).status_code == 422
    reviewing.approve(console.store, draft.id, draft.version, piet.id)
    assert (await visitor.send_form(PAGE, **sent)).status_code == 303


async def test_what_was_changed_after_it_was_looked_at_is_not_published(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    looked_at = ticked(console, FOREMAN)
    written(console, nadia, situation="Wie is hier de baas?")
    answer = await console.visitor(nadia).send_form(PAGE, draft=looked_at, when="now")
    assert (answer.status_code, "A draft was changed meanwhile." in answer.text) == (422, True)
    assert drafts.of(console.store, FOREMAN) is not None


@pytest.mark.parametrize("sent", [{}, {"draft": "x"}, {"draft": "x:1"}, {"draft": ["", ":"]}])
async def test_something_has_to_be_ticked(sent: dict[str, str], console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    answer = await console.visitor(nadia).send_form(PAGE, when="now", **sent)
    assert (answer.status_code, "Tick what you want to publish." in answer.text) == (422, True)


@pytest.mark.parametrize("again", [True, False])
async def test_another_right_answer_asks_whether_cards_start_again(again: bool, console: Console) -> None:
    nadia, learner = coordinator(console), add_learner(console.store)
    add(console.store, card_row(learner.id, FOREMAN), card_row(learner.id, MANAGER))
    options = {
        "a": {"word": "de architect"},
        "b": {"word": "de ploegbaas", "reason": "Die leidt de ploeg."},
        "c": {"word": "de leverancier", "reason": "Die brengt materiaal."},
    }
    written(console, nadia, right="a", options=options)
    visitor = console.visitor(nadia)
    assert "The right answer changed" in read(await visitor.get(PAGE))
    more = {"again": FOREMAN} if again else {}
    answer = await visitor.send_form(PAGE, draft=ticked(console, FOREMAN), when="now", **more)
    assert answer.status_code == 303
    with console.store.reading() as session:
        assert (session.get(Card, (learner.id, FOREMAN)) is None) is again
        assert session.get(Card, (learner.id, MANAGER)) is not None


async def test_a_change_of_words_alone_asks_nothing(console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    assert "The right answer changed" not in read(await console.visitor(nadia).get(PAGE))


async def planned(console: Console, day: str, hour: str) -> tuple[int, str]:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    sent = {"draft": ticked(console, FOREMAN), "when": "later", "day": day, "hour": hour}
    answer = await console.visitor(nadia).send_form(PAGE, **sent)
    return answer.status_code, answer.headers.get("location", "")


def later_by(console: Console, minutes: int) -> Callable[[], datetime]:
    """A clock that stands so many minutes later."""
    return lambda: console.now + timedelta(minutes=minutes)


async def test_what_is_planned_is_published_when_its_time_comes(console: Console) -> None:
    assert await planned(console, "2026-11-01", "18:00") == (303, "/studio?told=studio_planned")
    (one,) = planning.shown(console.store, console.now)
    # Six in the evening in Brussels.
    assert one.planned.at.hour == 17
    for minutes, published in ((0, False), (9 * 60 - 1, False), (9 * 60, True)):
        await publish_planned(console.store, console.desk.courses, False, later_by(console, minutes))
        assert (body_of(console.store)["body"]["situation"] == "Wie is de baas?") is published
    assert planning.shown(console.store, console.now) == []


async def test_what_was_changed_after_it_was_planned_is_noted_and_not_published(console: Console) -> None:
    await planned(console, "2026-11-01", "18:00")
    draft = drafts.of(console.store, FOREMAN)
    assert draft is not None
    change = Change(FOREMAN, "item", changed(console.store, situation="Hoe heet zij?"))
    drafts.save(console.store, change, "nadia", draft.version, console.now, Random(1))
    later = console.now + timedelta(hours=10)
    await publish_planned(console.store, console.desk.courses, False, lambda: later)
    (one,) = planning.shown(console.store, later)
    assert one.planned.fault == "changed"
    assert body_of(console.store)["body"]["situation"].startswith("Els werkt")


async def test_a_plan_that_fails_keeps_no_other_from_its_time(
    console: Console, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = console.visitor(nadia := coordinator(console))
    for entry_id, hour in ((FOREMAN, "18:00"), (MANAGER, "18:01")):
        written(console, nadia, entry_id, situation="Wie is de baas?")
        sent = {"draft": ticked(console, entry_id), "when": "later", "day": "2026-11-01", "hour": hour}
        await visitor.send_form(f"/studio/publish?entry={entry_id}", **sent)
    first, _ = (one.planned.id for one in planning.shown(console.store, console.now))
    really = planning.carry_out

    def carry_out(store: Store, planned_id: str, *rest: Any) -> Sequence[str]:
        if planned_id == first:
            raise ZeroDivisionError
        return really(store, planned_id, *rest)

    monkeypatch.setattr(planning, "carry_out", carry_out)
    await publish_planned(console.store, console.desk.courses, False, later_by(console, 11 * 60))
    (failed,) = planning.shown(console.store, console.now + timedelta(hours=11))
    assert (failed.planned.id, failed.planned.fault) == (first, "broken")
    assert body_of(console.store, MANAGER)["body"]["situation"] == "Wie is de baas?"
    assert first in caplog.text
    assert "something went wrong in Werkmaat" in read(await visitor.get("/studio"))


@pytest.mark.parametrize(
    ("day", "hour"),
    [("", ""), ("2026-11-01", "08:00"), ("2029-01-01", "08:00"), ("2026-13-01", "x"), ("0001-01-01", "00:00")],
)
async def test_a_time_that_is_none_to_come_is_refused(day: str, hour: str, console: Console) -> None:
    assert (await planned(console, day, hour))[0] == 422
    assert planning.shown(console.store, console.now) == []


async def test_an_entry_is_retired_and_brought_back(console: Console) -> None:
    nadia = coordinator(console)
    visitor = console.visitor(nadia)
    answer = await visitor.send_form(f"/studio/entries/{FOREMAN}/retire")
    assert answer.headers["location"] == PAGE
    await visitor.send_form(PAGE, draft=ticked(console, FOREMAN), when="now")
    assert FOREMAN not in {row.id for row in entries.current(console.store)}
    found = read(await visitor.get(f"/studio/entries/{FOREMAN}"))
    assert "Bring back" in found
    assert (await visitor.send_form(f"/studio/entries/{FOREMAN}/retire")).status_code == 404
    await visitor.send_form(f"/studio/entries/{FOREMAN}/roll-back", number="1")
    assert FOREMAN in {row.id for row in entries.current(console.store)}


async def test_who_retires_takes_no_draft_away_from_a_colleague(console: Console) -> None:
    nadia = coordinator(console)
    draft = written(console, nadia, situation="Wie is de baas?")
    visitor = console.visitor(nadia)
    answer = await visitor.send_form(f"/studio/entries/{FOREMAN}/retire")
    assert "A colleague was faster" in await told(visitor, answer)
    kept = drafts.of(console.store, FOREMAN)
    assert kept is not None
    assert kept.body == draft.body


@pytest.mark.parametrize(
    ("entry", "said"),
    [(UNIT, "There are still exercises in this unit: construction.site."), ("region.be-vlg", "This cannot be retired")],
)
async def test_what_others_need_is_not_retired(entry: str, said: str, console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    answer = await visitor.send_form(f"/studio/entries/{entry}/retire")
    assert said in await told(visitor, answer)


async def test_a_new_item_needs_its_unit_published_or_with_it(console: Console) -> None:
    nadia = coordinator(console)
    body = {**changed(console.store), "unit": "construction.new"}
    changes = [
        Change("construction.new.foreman", "item", body),
        Change("construction.new", "unit", {"target": "nl", "title": "Nieuw", "can_do": "Je kan iets."}),
    ]
    with console.store.writing() as session:
        drafts.save_all(session, changes[:1], nadia.id, console.now, Random(1))
    visitor = console.visitor(nadia)
    found = read(await visitor.get("/studio/publish?entry=construction.new.foreman"))
    assert "The unit that it belongs to is not published." in found
    with console.store.writing() as session:
        drafts.save_all(session, changes[1:], nadia.id, console.now, Random(2))
    both = ticked(console, "construction.new", "construction.new.foreman")
    await visitor.send_form("/studio/publish?unit=construction.new", draft=both, when="now")
    assert {one.entry_id for one in changes} <= {row.id for row in entries.current(console.store)}


async def test_what_breaks_the_course_is_not_published(console: Console) -> None:
    nadia = coordinator(console)
    tip = next(row for row in entries.current(console.store) if row.kind == "tip" and row.body["facts"])
    body = {**tip.body, "facts": ["no_such_fact"], "turn_to": "Bel {no_such_fact}.", "do": "Bel.", "situation": "Ziek."}
    drafts.save(console.store, Change(tip.id, "tip", body), nadia.id, None, console.now, Random(1))
    found = read(await console.visitor(nadia).get(f"/studio/publish?entry={tip.id}"))
    assert "It does not fit the rest of the course" in found


async def test_with_nothing_to_publish_the_page_says_so(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    for path in (PAGE, OF_UNIT, "/studio/publish"):
        assert "There is no draft to publish." in read(await visitor.get(path))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_every_word_is_there(language: str, console: Console) -> None:
    nadia = coordinator(console, language=language)
    written(console, nadia, situation="")
    main = (await console.visitor(nadia).get(PAGE)).text.partition("<main")[2]
    assert "console." not in main
