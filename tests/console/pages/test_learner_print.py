"""The page to print: whatever is shared, a PDF that carries no name in its own."""

import pytest

from bot.journeys import consent
from bot.store.tables import Learner
from tests.console.desks import Console
from tests.console.pages.learners import ALL, noted, open_console


@pytest.mark.parametrize("kinds", [(), (consent.SHARING,), ALL])
@pytest.mark.parametrize("language", ["ar", "nl", "ti"])
async def test_a_page_is_made_and_noted(kinds: tuple[str, ...], language: str, console: Console) -> None:
    els, amina = open_console(console, *kinds)
    with console.store.writing() as session:
        session.get_one(Learner, amina.id).language = language
    answer = await console.visitor(els).get(f"/learners/{amina.id}/print")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-disposition"] == f'attachment; filename="werkmaat-{amina.id}.pdf"'
    assert answer.content.startswith(b"%PDF")
    assert noted(console.store) == [("learner.printed", amina.id)]
