"""The rules of the page of today: all are told, some may set them, and back is always possible."""

import pytest

from bot.console.pages.today import TEMPLATES
from bot.journeys import attention, ready
from bot.learning.attention import rules
from bot.store import audit
from bot.store.tables import Organisation
from tests.console.desks import Console, add_staff, catalogues
from tests.console.pages.learners import read
from tests.fakes.stores import HOME, add

USUAL = {"on": "yes", "silence": "7", "times": "3", "weeks": "8"}


@pytest.mark.parametrize("role", ["counsellor", "lead", "administrator"])
async def test_every_rule_is_told_with_its_numbers(role: str, console: Console) -> None:
    found = read(await console.visitor(add_staff(console.store, "lien", role)).get("/today/rules"))
    for rule in rules():
        assert f'id="rule-{rule}"' in found
    assert "have not practised for more than 7 days, and for more than 3 times as long as usual" in found
    assert "It stands here until it is closed" in found
    assert ('name="silence"' in found) is (role != "counsellor")


@pytest.mark.parametrize("role", ["lead", "administrator"])
async def test_a_rule_is_set_for_the_organisation_and_noted(role: str, console: Console) -> None:
    visitor = console.visitor(add_staff(console.store, "ines", role))
    answer = await visitor.send_form("/today/rules/gone_quiet", **{**USUAL, "silence": "14"})
    assert answer.headers["location"] == "/today/rules?told=saved"
    assert attention.settings(console.store, HOME)["gone_quiet"].numbers["silence"] == 14
    add(console.store, Organisation(id="elsewhere", name="Elsewhere", created_at=console.now))
    assert attention.settings(console.store, "elsewhere")["gone_quiet"] == rules()["gone_quiet"].usual
    found = read(await visitor.get("/today/rules"))
    assert "more than 14 days" in found
    assert "Set by your organisation" in found
    noted = {one.what: one.detail for one in audit.page(console.store, HOME)}
    assert noted["today_rule.set"] == {"rule": "gone_quiet", "on": True, "silence": 14, "times": 3, "weeks": 8}


async def test_a_rule_is_turned_off_and_set_back(console: Console) -> None:
    visitor = console.visitor(add_staff(console.store, "ines", "lead"))
    await visitor.send_form("/today/rules/back", silence="21", days="7")
    assert not attention.settings(console.store, HOME)["back"].on
    for _ in range(2):
        answer = await visitor.send_form("/today/rules/back/usual")
        assert answer.status_code == 303
    assert attention.settings(console.store, HOME)["back"] == rules()["back"].usual


@pytest.mark.parametrize("wrong", ["", "2", "61", "-7", "7.5", "seven", "²", "7" * 5000])
async def test_a_number_outside_its_bounds_is_refused(wrong: str, console: Console) -> None:
    visitor = console.visitor(add_staff(console.store, "ines", "lead"))
    answer = await visitor.send_form("/today/rules/gone_quiet", **{**USUAL, "silence": wrong})
    assert (answer.status_code, "That number does not fit here." in answer.text) == (422, True)
    assert attention.settings(console.store, HOME)["gone_quiet"] == rules()["gone_quiet"].usual


@pytest.mark.parametrize("path", ["/today/rules/birthday", "/today/rules/birthday/usual", "/today/rules/call"])
async def test_a_rule_that_is_not_there_cannot_be_set(path: str, console: Console) -> None:
    visitor = console.visitor(add_staff(console.store, "ines", "lead"))
    assert (await visitor.send_form(path, on="yes")).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_every_rule_has_its_words(language: str, console: Console) -> None:
    visitor = console.visitor(add_staff(console.store, "ines", "lead", language=language))
    main = (await visitor.get("/today/rules")).text.partition("<main")[2]
    assert "console." not in main
    assert "{" not in main


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_a_reason(rule: str) -> None:
    assert catalogues().has(f"console.today.why.{rule}")


def test_the_sentences_on_offer_are_there() -> None:
    assert TEMPLATES.keys() <= rules().keys()
    assert {*TEMPLATES.values()} <= ready.SENTENCES.keys()
