"""The id of a new entry is proposed from its words."""

import pytest

from bot.console.shaping import proposed_id, slug


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("De ploegbaas", "de_ploegbaas"),
        ("Één café, s’il vous plaît!", "een_cafe_s_il_vous_plait"),
        ("Waar kan ik hier mijn fiets zetten, meneer?", "waar_kan_ik_hier_mijn"),
        ("Arbeidsongevallenverzekering", "arbeidsongevallenverzeke"),
        ("Շնորհակալություն", ""),
        ("🙂", ""),
    ],
)
def test_words_become_a_part_of_an_id(words: str, found: str) -> None:
    assert slug(words) == found


def test_an_item_is_called_after_its_word() -> None:
    body = {"type": "meet", "body": {"example": "Ik draag een helm.", "word": "de helm", "situation": "Op de werf."}}
    assert proposed_id("item", body, "construction.site", lambda _: False) == "construction.site.de_helm"


def test_a_tip_is_called_after_its_title() -> None:
    body = {"title": "Wacht even", "say": "Ik kom later."}
    assert proposed_id("tip", body, "tip.contract", lambda _: False) == "tip.contract.wacht_even"


def test_no_id_is_proposed_twice() -> None:
    taken = {"care.food.new", "care.food.new_2"}
    assert proposed_id("item", {"type": "meet"}, "care.food", taken.__contains__) == "care.food.new_3"
