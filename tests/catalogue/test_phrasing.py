import pytest

from bot.catalogue.phrasing import faults


@pytest.mark.parametrize(
    ("name", "longest"),
    [
        ("menu.tip", 24),
        ("onboarding.button.next", 30),
        ("sector.button", 30),
        ("sector.button.unknown", 30),
        ("sector.be-vlg.care.name", 30),
        ("care.wash.order.a.text", 30),
        ("topic.sick_leave", 34),
        ("command.start", 60),
        ("profile.short", 120),
        ("profile.description", 512),
        ("help.menu", 4096),
        ("sector.changed", 4096),
    ],
)
def test_words_fit_where_they_are_shown(name: str, longest: int) -> None:
    assert [*faults(name, longest * "a")] == []
    assert [*map(str, faults(name, (longest + 1) * "a"))] == [f"has {longest + 1} characters: at most {longest} fit"]


@pytest.mark.parametrize(("name", "longest"), [("menu.tip", 24), ("help.menu", 2048)])
def test_an_emoji_is_one_character_on_a_button_and_two_in_a_message(name: str, longest: int) -> None:
    assert [*faults(name, longest * "💡")] == []
    assert len([*faults(name, (longest + 1) * "💡")]) == 1


@pytest.mark.parametrize(
    ("words", "sound"),
    [
        ("قل \u2068Tot morgen!\u2069 غدا", True),
        ("\u2068a \u2068b\u2069\u2069", True),
        ("\u2067a\u2069", True),
        ("قل \u2068Tot morgen! غدا", False),
        ("قل Tot morgen!\u2069 غدا", False),
        ("\u2069a\u2068", False),
    ],
)
def test_every_isolate_is_closed(words: str, sound: bool) -> None:
    assert ([*faults("help.menu", words)] == []) is sound
