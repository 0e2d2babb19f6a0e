"""Parts are added, taken away and moved by buttons of the form, which lose nothing that was typed."""

import pytest

from tests.console.shaping.browser import fields, page, pressed

NEW = {"type": "choose_word", "unit": "care.food", "body": {}}
SCENE = {"type": "scene", "unit": "care.food", "body": {}}
OPTIONS = {key: {"word": f"de {key}"} for key in "abc"}
ABC = {**NEW, "body": {"options": OPTIONS, "right": "b"}}
REGION = {"name": "Vlaanderen", "facts": {"vdab_phone": {"value": "0800 30 700"}}}


def test_a_new_item_has_as_many_parts_as_it_needs() -> None:
    assert fields(page("item", NEW))["options"] == ["a", "b", "c"]
    scene = fields(page("item", SCENE))
    assert (scene["turns"], scene["turns.a.choices"]) == (["a", "b"], ["a", "b"])


def test_a_part_is_added_with_the_next_letter_and_shown_though_it_is_empty() -> None:
    found = pressed("item", ABC, "add options")
    assert found.reshaped
    assert found.body["body"]["options"] == {**OPTIONS, "d": {}}
    assert fields(page("item", found.body))["options"] == ["a", "b", "c", "d"]


def test_there_is_no_button_for_more_parts_than_there_may_be() -> None:
    four = pressed("item", ABC, "add options").body
    assert 'value="add options"' in page("item", ABC)
    assert 'value="add options"' not in page("item", four)


def test_what_was_typed_stays_when_a_part_is_added() -> None:
    found = pressed("item", NEW, "add options", **{"options.a.word": "de helm", "situation": "Je werkt hoog."})
    assert found.body["body"]["options"]["a"] == {"word": "de helm"}
    assert found.body["body"]["situation"] == "Je werkt hoog."


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("up options.b", "bac"),
        ("up options.a", "abc"),
        ("down options.b", "acb"),
        ("down options.c", "abc"),
        ("away options.b", "ac"),
        ("away options.z", "abc"),
        ("fold options.b", "abc"),
        ("away turns.b", "abc"),
        ("up situation", "abc"),
    ],
)
def test_parts_are_moved_and_taken_away(button: str, order: str) -> None:
    assert "".join(pressed("item", ABC, button).body["body"]["options"]) == order


def test_the_name_of_a_part_that_was_taken_away_is_not_used_again() -> None:
    found = pressed("item", pressed("item", ABC, "away options.a").body, "add options")
    assert [*found.body["body"]["options"]] == ["b", "c", "d", "e"]


def test_what_names_a_part_that_is_gone_is_still_seen() -> None:
    found = pressed("item", ABC, "away options.b")
    assert fields(page("item", found.body))["right"] == ["b"]


def test_parts_within_parts() -> None:
    found = pressed("item", SCENE, "add turns.b.choices").body["body"]["turns"]
    assert [*found["b"]["choices"]] == ["a", "b", "c"]
    assert [*found["a"]["choices"]] == ["a", "b"]


def test_an_author_names_a_fact() -> None:
    found = pressed("region", REGION, "add facts", **{"facts+name": "Huis van het Kind, telefoon"}).body
    assert [*found["facts"]] == ["vdab_phone", "huis_van_het_kind"]
    again = pressed("region", REGION, "add facts", **{"facts+name": "VDAB phone"}).body
    assert [*again["facts"]] == ["vdab_phone", "vdab_phone_2"]


def test_rows_are_added_moved_and_taken_away() -> None:
    two = {**REGION, "sectors": [{"id": "care"}, {"id": "metal"}]}
    assert pressed("region", two, "add sectors").body["sectors"] == [{"id": "care"}, {"id": "metal"}, {}]
    assert pressed("region", two, "up sectors.1").body["sectors"] == [{"id": "metal"}, {"id": "care"}]
    assert pressed("region", two, "away sectors.0").body["sectors"] == [{"id": "metal"}]
