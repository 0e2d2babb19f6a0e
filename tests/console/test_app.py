"""The console's pages for people and for machines."""

from collections.abc import Mapping
from random import Random

import httpx
import pytest

from bot.console import create_app
from bot.i18n import Catalogues
from bot.settings import LOCALES
from bot.store import Store
from tests.fakes.stores import BEGINNING, add
from tests.store.rows import update_row

WELL = {"model_loaded": True, "receiving": True}


def client(store: Store, bot: Mapping[str, bool] | None = None, *, phone: bool = False) -> httpx.AsyncClient:
    async def health() -> Mapping[str, bool] | None:
        return bot

    async def metrics() -> bytes:
        return b"werkmaat_queue_rows 0\n"

    app = create_app(
        store, Catalogues.load(LOCALES), health, metrics, clock=lambda: BEGINNING, random=Random(1), phone=phone
    )
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://console")


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


@pytest.mark.parametrize("phone", [True, False])
async def test_the_first_page_leads_to_the_phone_if_there_is_one(phone: bool, store: Store) -> None:
    answer = await client(store, phone=phone).get("/")
    assert answer.status_code == 200
    assert ('href="/phone"' in answer.text) is phone
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_what_is_not_there_is_404(store: Store) -> None:
    assert (await client(store).get("/phone")).status_code == 404
