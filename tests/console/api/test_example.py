"""The example of docs/api.md does what it says."""

import asyncio
import csv
import io
import os
import re
import sys
from pathlib import Path

import pytest

from bot.store.api_tokens import Scope
from tests.console.api.programs import DOCUMENT, Program, a_token, add_agreed
from tests.console.desks import Console, add_staff
from tests.fakes.house import MONDAY_NOON, ROOT
from tests.fakes.served import served
from tests.fakes.stores import add_learner
from tests.journeys.practised import an_item, practise, remember

DOCS = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


async def test_the_program_of_the_example_reads_everybody_who_agreed(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.now = MONDAY_NOON
    store, course = console.store, console.desk.courses.current()
    for number in range(1, 53):
        add_agreed(store, number, name=f"Learner {number}", language="so")
    first = add_agreed(store, 60, name='=Amina, "the best"')
    add_learner(store, 61, name="Nobody")
    unit = course.items[an_item(course)].unit
    practise(store, first, an_item(course), console.now)
    remember(store, first, console.now, *(item.id for item in course.items.values() if item.unit == unit))
    token = a_token(store, add_staff(store, "ada", role="administrator"), Scope.LEARNERS, Scope.COURSE)
    script = tmp_path / "example.py"
    script.write_text(the_example(), encoding="utf-8")
    async with served(console.app) as url:
        rows = await printed(script, WERKMAAT_URL=url, WERKMAAT_TOKEN=token)
    assert len(rows) == 1 + 53
    (mine,) = (row for row in rows if row[0] == first.id)
    assert mine[1:5] == [first.name, "ar", "1", "1"]
    assert console.desk.catalogues.plain(course.units[unit].title, "nl") in mine[5]
    assert "Nobody" not in {row[1] for row in rows}


def the_example() -> str:
    """The one program in the document."""
    (found,) = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)
    return str(found)


async def printed(script: Path, **settings: str) -> list[list[str]]:
    """The rows of the table that it prints."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, script, env={**os.environ, **settings}, stdout=-1, stderr=-1
    )
    said, faults = await running.communicate()
    assert running.returncode == 0, faults.decode()
    return [*csv.reader(io.StringIO(said.decode(), newline=""))]


def test_the_document_names_every_operation_and_scope() -> None:
    for path in DOCUMENT["paths"]:
        assert f"/api{path.replace('{learner}', '{id}')}" in DOCS
    for scope in Scope:
        assert f"`{scope}`" in DOCS


async def test_the_answer_in_the_document_has_the_fields_that_there_are(console: Console) -> None:
    add_agreed(console.store, 1)
    token = a_token(console.store, add_staff(console.store, "ada", role="administrator"))
    (told,) = (await Program(console, token).reads("/v1/learners"))["data"]
    shown = re.findall(r'^ {6}"(\w+)":', DOCS, re.MULTILINE)
    assert shown == list(told)
