"""From an update to an intent: what needs no reading, and what becomes of a reading."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.i18n import Catalogues, Text
from bot.journeys.incoming import Incoming, Kind, Pressed
from bot.journeys.understanding import (
    BESIDE_AN_ITEM,
    COMMANDS,
    CONFIDENT,
    LEAVES_AN_ITEM,
    LIKELY,
    OFFERED,
    SURE,
    WAITS_FOR_WORDS,
    Fit,
    Guess,
    Labels,
    Understood,
    beginning,
    decide,
    is_answer,
    understood_already,
)
from bot.store import Store
from tests.fakes.course import published_course
from tests.fakes.house import MONDAY_NOON
from tests.fakes.learner import plain
from tests.fakes.quick_brain import rules

LABELLED = tuple(command for command in COMMANDS if command != "start")
JUST_BELOW = 0.0001


@pytest.fixture(scope="module")
def labels(catalogues: Catalogues) -> Labels:
    return Labels(catalogues)


def heard(kind: Kind, **values: Any) -> Incoming:
    return Incoming(kind, update_id=1, chat_id=1001, **values)


def pressed(journey: str, asked: str, choice: str) -> Incoming:
    return heard(Kind.BUTTON, pressed=Pressed(journey, asked, choice))


def answer(**entities: str) -> Understood:
    return Understood("answer", entities=entities)


ALREADY: dict[str, tuple[Incoming, str, tuple[Understood, str] | None]] = {
    "a command": (heard(Kind.COMMAND, command="tip"), "practice", (Understood("ask_tip"), "practice")),
    "a command with an argument": (
        heard(Kind.COMMAND, command="start", argument="code1", text="code1"),
        "none",
        (Understood("start", entities={"argument": "code1"}), "none"),
    ),
    "a command that there is not": (heard(Kind.COMMAND, command="foo"), "none", (Understood("ask_help"), "none")),
    "an intent as a command": (heard(Kind.COMMAND, command="delete_data"), "none", (Understood("ask_help"), "none")),
    "a menu button": (pressed("menu", "-", "practise"), "delete", (Understood("start_exercise"), "delete")),
    "a menu button that there is not": (pressed("menu", "-", "foo"), "none", (Understood("ask_help"), "none")),
    "a button of the open question": (
        pressed("practice", "s1", "b"),
        "practice",
        (answer(asked="s1", choice="b"), "practice"),
    ),
    "a button of another question": (
        pressed("sharing", "q1", "yes"),
        "delete",
        (answer(asked="q1", choice="yes"), "sharing"),
    ),
    "a guess": (pressed("guess", "m1", "pause.r1"), "practice", (Understood("pause"), "practice")),
    "a guess that is a topic": (
        pressed("guess", "m1", "contract.r1"),
        "none",
        (Understood("ask_tip", topic="contract"), "none"),
    ),
    "none of the guesses": (pressed("guess", "m1", "other.r1"), "none", (Understood("ask_help"), "none")),
    "a guess that is none": (
        pressed("guess", "m1", "danger.r1"),
        "none",
        (Understood("ask_tip", topic="danger"), "none"),
    ),
    "a button of no journey": (pressed("foo", "-", "bar"), "none", (answer(asked="-", choice="bar"), "foo")),
    "a voice note for the counsellor": (heard(Kind.VOICE, file_id="v1"), "counsellor", (answer(), "counsellor")),
    "a voice note about a problem": (heard(Kind.VOICE, file_id="v1"), "problem", (answer(), "problem")),
    "a voice note in a lesson": (
        heard(Kind.VOICE, file_id="v1"),
        "practice",
        (answer(), "practice"),
    ),
    "a voice note for nobody": (
        heard(Kind.VOICE, file_id="v1"),
        "mission",
        (Understood("media", entities={"media": "voice"}), "mission"),
    ),
    "a picture": (
        heard(Kind.OTHER, media="photo", text="menu.tip"),
        "none",
        (Understood("media", entities={"media": "photo"}), "none"),
    ),
    "a picture for the counsellor": (
        heard(Kind.OTHER, media="photo"),
        "counsellor",
        (Understood("media", entities={"media": "photo"}), "counsellor"),
    ),
    "a button without data": (
        heard(Kind.OTHER, media="old_button"),
        "none",
        (Understood("media", entities={"media": "old_button"}), "none"),
    ),
    "free text": (heard(Kind.TEXT, text="kan je mij helpen"), "none", None),
    "free text for the counsellor": (heard(Kind.TEXT, text="kan je mij helpen"), "counsellor", None),
    "a command in words": (heard(Kind.TEXT, text="practise"), "none", None),
}


@pytest.mark.parametrize(("incoming", "expects", "found"), ALREADY.values(), ids=ALREADY)
def test_what_is_understood_already(
    incoming: Incoming, expects: str, found: tuple[Understood, str] | None, labels: Labels
) -> None:
    assert understood_already(incoming, expects, labels) == found


@pytest.mark.parametrize("command", LABELLED)
def test_a_label_of_any_language_is_its_command(command: str, catalogues: Catalogues, labels: Labels) -> None:
    for language in catalogues.languages:
        label = catalogues.plain(Text(f"menu.{command}"), language)
        for typed in (label, f"  {label} \n", plain(label)):
            incoming = heard(Kind.TEXT, text=typed)
            found = understood_already(incoming, "practice", labels)
            assert found == (Understood(COMMANDS[command]), "practice"), (language, typed)


def test_no_two_commands_share_a_label_in_any_language(catalogues: Catalogues) -> None:
    commands: dict[str, set[str]] = {}
    for command in LABELLED:
        for label in catalogues.labels(f"menu.{command}"):
            commands.setdefault(plain(label), set()).add(command)
    assert {label: found for label, found in commands.items() if len(found) > 1} == {}


def test_no_label_is_a_phrase_of_danger(catalogues: Catalogues, sqlite_store: Store) -> None:
    course: Course = published_course(sqlite_store, MONDAY_NOON)
    labels = [label for command in LABELLED for label in catalogues.labels(f"menu.{command}")]
    assert {label: course.phrases.find(label) for label in labels if course.phrases.find(label)} == {}


def test_no_label_is_taken_for_the_answer_to_an_item(catalogues: Catalogues) -> None:
    labels = [plain(label) for command in LABELLED for label in catalogues.labels(f"menu.{command}")]
    assert [label for label in labels if label[0].isalnum()] == []


def test_every_language_has_its_own_labels(catalogues: Catalogues) -> None:
    for command in LABELLED:
        for language in catalogues.languages:
            assert catalogues.plain(Text(f"menu.{command}"), language) != f"menu.{command}"


def test_every_command_has_a_rule() -> None:
    assert {intent for intent in COMMANDS.values() if (intent, "") not in rules()} == set()


BEGINNINGS: dict[str, tuple[Incoming, Mapping[str, str]]] = {
    "start": (heard(Kind.COMMAND, command="start"), {}),
    "start with a code": (heard(Kind.COMMAND, command="start", argument="code1"), {"argument": "code1"}),
    "another command": (heard(Kind.COMMAND, command="tip", argument="code1"), {}),
    "words": (heard(Kind.TEXT, text="hallo"), {}),
    "a button": (pressed("practice", "s1", "b"), {}),
    "a voice note": (heard(Kind.VOICE, file_id="v1"), {}),
}


@pytest.mark.parametrize(("incoming", "entities"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_whatever_comes_first_is_a_start(incoming: Incoming, entities: Mapping[str, str]) -> None:
    assert beginning(incoming) == Understood("start", entities=entities)


def reading(intent: str, confidence: float) -> Understood:
    return Understood(intent, topic="contract" if intent == "ask_tip" else None, confidence=confidence)


OUT, ANSWER = "out_of_scope", "answer"

DECIDED: list[tuple[str, float, str, Fit, str]] = [
    # Nothing is open, or a question that buttons answer: what was clearly said counts.
    ("ask_tip", 1.0, "none", Fit.NONE, "ask_tip"),
    ("ask_tip", CONFIDENT, "none", Fit.NONE, "ask_tip"),
    ("ask_tip", CONFIDENT - JUST_BELOW, "none", Fit.NONE, OUT),
    ("delete_data", CONFIDENT, "delete", Fit.NONE, "delete_data"),
    ("affirm", CONFIDENT, "consent", Fit.NONE, "affirm"),
    ("affirm", CONFIDENT - JUST_BELOW, "consent", Fit.NONE, OUT),
    (OUT, 0.0, "none", Fit.NONE, OUT),
    # An item with buttons is open: it is left for what may be said instead, and else it waits for its answer.
    ("skip", CONFIDENT, "practice", Fit.NONE, "skip"),
    ("skip", CONFIDENT - JUST_BELOW, "practice", Fit.NONE, ANSWER),
    ("affirm", 1.0, "practice", Fit.NONE, ANSWER),
    # What can be no answer to buttons may be said besides, if it is quite sure.
    ("ask_tip", SURE, "practice", Fit.NONE, "ask_tip"),
    ("ask_tip", SURE - JUST_BELOW, "practice", Fit.NONE, ANSWER),
    ("ask_tip", 1.0, "practice", Fit.PERHAPS, ANSWER),
    (OUT, 1.0, "practice", Fit.NONE, ANSWER),
    # An item that asks for typed words is open: other words must be quite sure to mean something else.
    ("skip", SURE, "practice", Fit.PERHAPS, "skip"),
    ("skip", SURE - JUST_BELOW, "practice", Fit.PERHAPS, ANSWER),
    ("affirm", 1.0, "practice", Fit.PERHAPS, ANSWER),
]


@pytest.mark.parametrize(("intent", "confidence", "expects", "fit", "decided"), DECIDED)
def test_what_becomes_of_a_reading(intent: str, confidence: float, expects: str, fit: Fit, decided: str) -> None:
    read = reading(intent, confidence)
    found = decide(read, expects, fit)
    assert (found.intent, found.confidence) == (decided, confidence)
    assert found.topic == (read.topic if decided == intent else None)


SECOND, THIRD = Guess("skip", None, 0.2), Guess("ask_tip", "contract", 0.1)


@pytest.mark.parametrize(
    ("intent", "confidence", "offered"),
    [
        ("pause", CONFIDENT, []),
        ("pause", CONFIDENT - JUST_BELOW, ["pause", "skip"]),
        # What is surely outside of what Werkmaat does is nothing else.
        (OUT, CONFIDENT, []),
        # Nobody is asked whether they greet.
        ("greet", CONFIDENT - JUST_BELOW, ["skip", "ask_tip/contract"]),
        (OUT, CONFIDENT - JUST_BELOW, ["skip", "ask_tip/contract"]),
        ("ask_tip", CONFIDENT - JUST_BELOW, ["ask_tip/contract", "skip"]),
    ],
)
def test_what_is_offered_when_it_is_not_sure(intent: str, confidence: float, offered: list[str]) -> None:
    read = replace(reading(intent, confidence), guesses=(SECOND, THIRD))
    found = decide(read, "none", Fit.NONE)
    assert found.intent == (OUT if offered else intent)
    assert [guess.label for guess in found.guesses] == offered


@pytest.mark.parametrize(
    ("intent", "confidence", "offered"),
    [
        ("skip", CONFIDENT, []),
        ("skip", CONFIDENT - JUST_BELOW, ["skip", "ask_tip/contract"]),
        # Not sure enough to be said beside the item, and yet likely.
        ("ask_tip", SURE - JUST_BELOW, ["ask_tip/contract", "skip"]),
        ("thank", SURE - JUST_BELOW, []),
        ("affirm", 1.0, []),
        (OUT, 1.0, []),
        (OUT, CONFIDENT - JUST_BELOW, ["skip", "ask_tip/contract"]),
    ],
)
def test_what_is_offered_beside_an_item_with_buttons(intent: str, confidence: float, offered: list[str]) -> None:
    likely = [replace(one, confidence=LIKELY) for one in (SECOND, THIRD)]
    read = replace(reading(intent, confidence), guesses=tuple(one for one in likely if one.intent != intent))
    assert [guess.label for guess in decide(read, "practice", Fit.NONE).guesses] == offered
    less = tuple(replace(one, confidence=LIKELY - JUST_BELOW) for one in read.guesses)
    beside = decide(replace(read, guesses=less), "practice", Fit.NONE).guesses
    assert all(guess.confidence >= LIKELY for guess in beside)
    assert decide(read, "practice", Fit.PERHAPS).guesses == ()


@pytest.mark.parametrize("intent", sorted({intent for intent, _ in rules()} - {"start", "danger", "media"}))
def test_while_an_item_is_open(intent: str) -> None:
    found = decide(reading(intent, 1.0), "practice", Fit.NONE)
    assert found.intent == (intent if intent in LEAVES_AN_ITEM | BESIDE_AN_ITEM else ANSWER)


@pytest.mark.parametrize(
    ("expects", "fit", "answered"),
    [
        *((expects, Fit.NONE, True) for expects in sorted(WAITS_FOR_WORDS)),
        ("practice", Fit.ANSWER, True),
        ("practice", Fit.PERHAPS, False),
        ("practice", Fit.NONE, False),
        ("none", Fit.NONE, False),
    ],
)
def test_words_for_a_person_and_the_answer_to_an_item_need_no_reading(expects: str, fit: Fit, answered: bool) -> None:
    assert is_answer(expects, fit) == answered


def test_what_leaves_an_item_and_what_is_offered_has_a_rule_of_its_own() -> None:
    assert {(intent, "") for intent in LEAVES_AN_ITEM | BESIDE_AN_ITEM | OFFERED} <= set(rules())
    assert {"danger", "answer", "affirm", "out_of_scope"}.isdisjoint(OFFERED)
    assert CONFIDENT < SURE < 1
