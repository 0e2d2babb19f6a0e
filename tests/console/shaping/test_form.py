"""The form of an entry: its words, what is wrong in it, and what is kept of what was typed."""

import pytest

from bot.catalogue import kinds
from bot.catalogue.judging import Fault, judge
from bot.console import shaping
from bot.console.shaping.faults import said
from bot.console.shaping.fields import within
from bot.console.shaping.labels import Labels
from bot.learning.items import item_types
from tests.console.desks import catalogues
from tests.console.shaping.browser import Browser, fields, page, sent, visit
from tests.learning.specimens import each

EVERYTHING = [("item", {"type": name, "body": {}}) for name in item_types()]
EVERYTHING += [(kind, {}) for kind in kinds.KINDS if kind != kinds.ITEM]
ITEM = {"type": "choose_word", "unit": "care.food", "sector": "care", "level": "A1", "target": "nl", "body": {}}
WRONG = {message for name in item_types() for _, case in each(name, "broken") for message in case["problems"].values()}


def drawn(kind: str, body: dict[str, object]) -> shaping.Form:
    """A form with one of each part that it may have."""
    parts = [one.path for one in within(shaping.form(visit(), kind, body, "nl").fields) if one.control == "parts"]
    for path in parts:
        body = sent(kind, body, {**fields(page(kind, body)), "reshape": [f"add {path}"]}).body
    return shaping.form(visit(), kind, body, "nl")


@pytest.mark.parametrize(("kind", "body"), EVERYTHING)
def test_every_field_has_a_name_in_a_teachers_words(kind: str, body: dict[str, object]) -> None:
    for field in within(drawn(kind, body).fields):
        assert field.label != field.path.rpartition(".")[2], f"give {field.path} a label: console.field.<name>"


@pytest.mark.parametrize(("kind", "body"), EVERYTHING)
def test_every_field_of_a_form_is_told_apart(kind: str, body: dict[str, object]) -> None:
    browser = Browser()
    browser.feed(page(kind, body, [Fault("situation", "is missing"), Fault("name", "is missing")]))
    assert len(browser.ids) == len({*browser.ids})
    assert {*browser.points_to} <= {*browser.ids}


def test_what_is_wrong_stands_at_its_field_and_above_all() -> None:
    faults = judge("item", "care.food.new", ITEM, "nl").faults
    html = page("item", ITEM, faults)
    assert '<a href="#f-situation">De situatie, en wat er gevraagd wordt</a>: Vul dit in.' in html
    assert 'aria-invalid="true" aria-describedby="h-situation w-situation"' in html
    assert '<p class="note danger small" id="w-situation">Vul dit in.</p>' in html


def test_what_is_wrong_with_a_part_leads_to_it() -> None:
    body = {**ITEM, "body": {"options": {"a": {"word": "de helm"}, "b": {"word": "de bril"}}, "right": "a"}}
    faults = [Fault("options.b.reason", "is missing: say why this one does not fit"), Fault("id", "is strange")]
    html = page("item", body, faults)
    assert 'href="#f-options.b.reason">Antwoord b: Waarom dit antwoord niet past</a>' in html
    assert "<li>is strange</li>" in html


def test_what_is_missing_deep_within_stands_at_its_field() -> None:
    choice = {"word": "Sorry.", "fits": "yes"}
    turn = {"say": "Waar was je?", "choices": {"a": choice, "b": {"word": "Ik?", "reason": "Dat klinkt boos."}}}
    body = {**ITEM, "type": "scene", "body": {"turns": {"late": turn}}}
    html = page("item", body, judge("item", "care.food.new", body, "nl").faults)
    assert 'id="w-turns.late.choices.a.reason">Vul dit in.</p>' in html
    assert 'href="#f-turns.late.choices.a.reason">Beurt late: Keuze a: Hoe dit overkomt</a>' in html


WRONG |= {"has no phrase for violence", "is no flag: use threat", "has 'threats': use threat", "is `yes` or left out"}


@pytest.mark.parametrize("message", sorted(WRONG))
def test_what_a_check_says_is_said_in_the_language_of_the_page(message: str) -> None:
    assert said(Labels(catalogues(), "nl", "item"), message) != message


def test_what_no_page_can_say_is_said_as_the_check_says_it() -> None:
    assert said(Labels(catalogues(), "nl", "item"), "breaks in a new way") == "breaks in a new way"


def test_what_is_typed_is_in_the_language_of_its_field() -> None:
    html = page("item", ITEM)
    assert 'name="example" value="" type="text" dir="auto" lang="nl"' in html
    assert 'name="picture" value="" type="text" dir="auto" aria' in html


def test_what_is_no_day_is_still_seen() -> None:
    assert 'value="binnenkort" type="text"' in page("tip", {"topic": "contract", "check_by": "binnenkort"})
    assert 'value="2027-05-01" type="date"' in page("tip", {"topic": "contract", "check_by": "2027-05-01"})


def test_script_is_words_as_any_other() -> None:
    body = {**ITEM, "body": {"situation": "<script>alert(1)</script>", "options": {'"><b>': {"word": "</textarea>"}}}}
    html = page("item", body)
    assert "<script>" not in html
    assert "<b>" not in html
    assert fields(html)["situation"] == ["<script>alert(1)</script>"]


def test_where_an_entry_belongs_is_not_in_its_form() -> None:
    found = sent("item", ITEM, {"unit": ["metal.tools"], "situation": [" Je eet. \r\nJe drinkt. "]}).body
    assert found == {**ITEM, "body": {"situation": "Je eet. \nJe drinkt."}}
    assert sent("tip", {"topic": "contract", "step": 2}, {"title": ["Wacht"]}).body == {
        "topic": "contract",
        "title": "Wacht",
    }


def test_parts_in_which_nothing_stands_are_not_kept() -> None:
    assert sent("item", ITEM, fields(page("item", ITEM))).body == ITEM
