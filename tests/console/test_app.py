"""The console as a whole: what machines ask of it, and what every answer carries."""

from collections.abc import Mapping

import pytest

from bot.store import Store
from tests.console.desks import Console, Visitor
from tests.fakes.stores import add
from tests.store.rows import update_row

WELL = {"model_loaded": True, "receiving": True}


def client(store: Store, bot: Mapping[str, bool] | None = None) -> Visitor:
    return Console(store, bot=bot).visitor()


HEALTH = [
    (WELL, 200, {**WELL, "bot_answers": True}),
    (
        {"model_loaded": False, "receiving": False},
        503,
        {"model_loaded": False, "receiving": False, "bot_answers": True},
    ),
    (None, 503, {"bot_answers": False}),
]


@pytest.mark.parametrize(("bot", "status", "found"), HEALTH)
async def test_health_is_that_of_the_whole(
    bot: Mapping[str, bool] | None, status: int, found: Mapping[str, bool], migrated: Store
) -> None:
    answer = await client(migrated, bot).get("/healthz")
    assert answer.status_code == status
    assert answer.json() == {"database_reachable": True, "migrated": True, **found, "parked": {"inbox": 0, "outbox": 0}}


async def test_what_was_set_aside_is_named_and_is_no_failure(store: Store) -> None:
    add(store, update_row(1, state="parked"), update_row(2, state="parked"), update_row(3))
    answer = await client(store, WELL).get("/healthz")
    assert answer.json()["parked"] == {"inbox": 2, "outbox": 0}
    assert answer.status_code == 200


async def test_a_database_without_tables_is_not_well(empty_url: str) -> None:
    store = Store(empty_url)
    answer = await client(store, WELL).get("/healthz")
    store.close()
    assert answer.status_code == 503
    found = {"database_reachable": True, "migrated": False, "bot_answers": True, "parked": None, **WELL}
    assert answer.json() == found


async def test_a_database_that_cannot_be_reached_is_not_well() -> None:
    answer = await client(Store("sqlite:////nowhere/werkmaat.db"), WELL).get("/healthz")
    assert answer.status_code == 503
    assert not answer.json()["database_reachable"]


async def test_metrics_are_in_the_form_of_prometheus(store: Store) -> None:
    answer = await client(store).get("/metrics")
    assert answer.text == "werkmaat_queue_rows 0\n"
    assert answer.headers["content-type"].startswith("text/plain; version=")


async def test_who_is_not_logged_in_begins_at_the_login(store: Store) -> None:
    answer = await client(store).get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")


@pytest.mark.parametrize("path", ["/login", "/healthz", "/static/console.css", "/nowhere"])
async def test_every_answer_tells_the_browser_what_it_may_not_do(path: str, store: Store) -> None:
    answer = await client(store).get(path)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ("no-store" in answer.headers["cache-control"]) is (not path.startswith("/static"))


async def test_what_is_not_there_is_404_in_words(store: Store) -> None:
    answer = await client(store).get("/nowhere", headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert "This page is not there" in answer.text
