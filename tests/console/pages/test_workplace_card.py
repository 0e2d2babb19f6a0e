"""How to speak so that a beginner understands: a page to read, and a sheet to print."""

import pytest

from bot.console.pages.workplace_card import RULES
from bot.i18n import Text
from tests.console.desks import Console, add_staff, catalogues
from tests.console.pages.learners import read
from tests.fakes.papers import bare, texts

TITLES = {"nl": "Duidelijk Nederlands spreken", "fr": "Parler un néerlandais clair", "en": "Speaking clear Dutch"}


@pytest.mark.parametrize("language", TITLES)
async def test_it_is_one_sheet_with_every_rule_in_the_language_of_staff(language: str, console: Console) -> None:
    visitor = console.visitor(add_staff(console.store, language=language))
    page = read(await visitor.get("/workplaces/card"))
    answer = await visitor.get("/workplaces/card/print")
    assert answer.headers["content-type"] == "application/pdf"
    [sheet] = texts(answer.content)
    assert TITLES[language] in page
    assert bare(TITLES[language]) in sheet
    for name in RULES:
        for part in ("rule", "not", "so"):
            words = catalogues().plain(Text(f"console.card.{part}.{name}"), language)
            assert words in page
            assert bare(words) in sheet
