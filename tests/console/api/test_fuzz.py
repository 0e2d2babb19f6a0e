"""The API asked everything that its description allows, and much that it does not, by Schemathesis.

Schemathesis stands in an environment of its own (tests/api_fuzz), which ``make test`` installs.
"""

import asyncio
import json
import os
from pathlib import Path

import pytest

from bot.store.tables import Staff
from tests.console.api.programs import DOCUMENT, a_token, add_agreed
from tests.console.desks import Console, add_staff
from tests.fakes.house import ROOT
from tests.fakes.served import served
from tests.fakes.stores import add
from tests.store.groups import add_group, add_members
from tests.store.rows import attempt_row, lesson_row, showing_row

PROGRAMS = ROOT / "var" / "api_fuzz" / "bin"
EXAMPLES = 25


@pytest.fixture
def ada(console: Console) -> Staff:
    """An administrator of an organisation with some learners in a group, one of whom practised."""
    store, ada = console.store, add_staff(console.store, "ada", role="administrator")
    group = add_group(store, ada)
    learners = [add_agreed(store, number) for number in range(1, 6)]
    add_members(store, group, *learners)
    lesson = lesson_row(learners[0].id)
    showing = showing_row(lesson)
    add(store, lesson, showing, attempt_row(showing))
    return ada


@pytest.mark.slow
async def test_nothing_that_is_asked_breaks_it(console: Console, ada: Staff, tmp_path: Path) -> None:
    secret = a_token(console.store, ada)
    async with served(console.app) as url:
        await run(
            "schemathesis",
            "run",
            f"{url}/api/openapi.json",
            f"--url={url}/api",
            f"--header=Authorization: Bearer {secret}",
            "--checks=all",
            # A cursor says where the page before ended: one that nobody was given is refused, whatever its letters.
            "--exclude-checks=positive_data_acceptance",
            f"--max-examples={EXAMPLES}",
            "--seed=1",
            "--no-color",
            folder=tmp_path,
        )


async def test_its_description_is_what_openapi_wants(tmp_path: Path) -> None:
    (tmp_path / "openapi.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    await run("openapi-spec-validator", "--schema", "3.1.0", "openapi.json", folder=tmp_path)


async def run(program: str, *arguments: str, folder: Path) -> None:
    """Run a program of the other environment. Asserts that it found nothing; skips where it is not installed."""
    path = PROGRAMS / program
    if not path.exists() and os.environ.get("WERKMAAT_TESTS_STRICT") != "1":
        pytest.skip(f"{program} is not there: `make test` installs it")
    running = await asyncio.create_subprocess_exec(
        path, *arguments, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await running.communicate()
    assert running.returncode == 0, said.decode()
