"""What is named in free text, by tables in every own language: ``<text> => <entities>``."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.naming.lexicon import LOCALES
from bot.dialogue.naming.things import Things
from bot.dialogue.naming.tokens import tokens

ROOT = Path(__file__).parents[3]
FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "nlu_data" / "lookup").glob("*.yml")}
THINGS = Things(FILES)
INTENTS = ("set_reminder", "change_sector", "change_language")
FEWEST = {"set_reminder": 12, "change_sector": 5, "change_language": 1}
KEYS = {
    "days", "every_day", "workdays", "weekend", "to", "week", "times", "often", "numbers", "hour", "no_hours",
    "before", "after", "morning", "noon", "afternoon", "evening", "night", "prefixes", "languages", "trades",
}  # fmt: skip


def cases(intent: str) -> Iterator[tuple[str, str, str]]:
    """Yield language, text and entities."""
    language = ""
    for line in (Path(__file__).parent / f"{intent}.txt").read_text("utf-8").splitlines():
        language = line.removeprefix("# ") if line.startswith("# ") else language
        text, arrow, entities = line.partition(" =>")
        if arrow:
            yield language, text, entities.strip()


def shown(intent: str, text: str) -> str:
    return " ".join(f"{name}={value}" for name, value in THINGS.named(intent, text).items())


@pytest.mark.parametrize("intent", INTENTS)
def test_the_tables(intent: str) -> None:
    table = [*cases(intent)]
    assert {text: shown(intent, text) for _, text, _ in table} == {text: entities for _, text, entities in table}
    counts = {language: sum(one == language for one, _, _ in table) for language in FILES}
    assert {language for language, count in counts.items() if count < FEWEST[intent]} == set()


@pytest.mark.parametrize("speaker", sorted(FILES))
def test_every_own_language_is_known_by_its_name_in_every_other(speaker: str) -> None:
    locale = Locale.parse(LOCALES.get(speaker, speaker))
    for code in FILES:
        name = locale.languages[code]
        assert THINGS.named("change_language", f"... {name}!") == {"language": code}, name


@pytest.mark.parametrize("language", sorted(FILES))
def test_days_are_known_by_their_names(language: str) -> None:
    names = Locale.parse(LOCALES.get(language, language)).days["format"]["wide"]
    week = {name for name in names.values() if name != "اونۍ"}
    found = {name: THINGS.named("set_reminder", name).get("days") for name in week}
    assert found == {name: str(day) for day, name in names.items() if name in week}


def test_every_own_language_has_its_words() -> None:
    assert set(FILES) == {Locale.parse(path.name).language for path in (ROOT / "locales").iterdir() if path.is_dir()}
    for language, file in FILES.items():
        assert set(file) <= KEYS, language
        assert KEYS - set(file) <= {"prefixes", "days", "before", "after", "hour", "noon"}, language


def test_sectors_are_those_of_the_region() -> None:
    region = yaml.safe_load((ROOT / "content" / "regions" / "be-vlg.yml").read_text("utf-8"))
    offered = {sector["id"] for sector in region["sectors"]}
    assert {language: set(file["trades"]) for language, file in FILES.items()} == dict.fromkeys(FILES, offered)


@pytest.mark.parametrize("intent", ["greet", "ask_tip", "answer", ""])
def test_other_intents_name_nothing(intent: str) -> None:
    assert THINGS.named(intent, "elke maandag om 8 uur, lasser, turks") == {}


@pytest.mark.parametrize(("digits", "words"), [("٨:٣٠", ["8:30"]), ("۱۲", ["12"]), ("8:30 PM", ["20:30"])])
def test_digits_of_any_script_are_numbers(digits: str, words: list[str]) -> None:
    assert tokens(digits) == words


@settings(deadline=None)
@given(intent=st.sampled_from(INTENTS), text=st.text() | st.lists(st.sampled_from(
    ["8", "24", "25", "99:99", "half", "maandag", "tot", "keer", "week", "pm", "²", "٣", "ⅷ", "سه", "الساعة", "on", "-"]
)).map(" ".join))  # fmt: skip
def test_any_text_is_read(intent: str, text: str) -> None:
    for value in THINGS.named(intent, text).get("time", "").split("|"):
        assert value == "" or time.strptime(value, "%H:%M")


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert THINGS.named("set_reminder", "x " * 200 + "maandag") == {}
    assert len(tokens("8 " * 4000)) <= 150
