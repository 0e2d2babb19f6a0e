"""Every item type does what its cases say; a type without cases or without a page in the docs fails."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.items import Explained, Item, Line, Question, Sign, Taken, Verdict, Wording, item_types
from tests.learning.specimens import CASES, broken, each, specimens

TYPES = item_types()
DOCS = Path(__file__).parents[2] / "docs" / "item-types"
TYPED = [name for name in TYPES if specimens(name) and not specimens(name)[0]["choices"]]
BODIES = [(name, case["body"]) for name in TYPES for case in specimens(name)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)


def shown(line: Line | None) -> str:
    if line is None:
        return ""
    if isinstance(line, Sign):
        return line.text
    if isinstance(line, Wording):
        return f"item.{line.name}"
    return f"{line.field}: {line.text}" if isinstance(line, Explained) else line.text


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_cases_of_all_kinds(name: str) -> None:
    assert specimens(name), f"write {CASES}/{name}.yml"
    graded = [*each(name, "answers"), *((body, case["then"]) for body, case in each(name, "taken"))]
    grades = {case.get("grade") for _, case in graded}
    assert {grade.value for grade in TYPES[name].grades} <= grades
    assert any(case["problems"] for _, case in each(name, "broken"))


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_a_page_in_the_docs(name: str) -> None:
    assert (DOCS / f"{name}.md").exists(), f"write docs/item-types/{name}.md"
    assert (DOCS / f"{name}.md").read_text("utf-8").startswith(f"# {name}\n")


def test_every_cases_file_belongs_to_a_type() -> None:
    assert {file.stem for file in CASES.glob("*.yml")} == set(TYPES)
    assert {file.stem for file in DOCS.glob("*.md")} == {"README", *TYPES}


@pytest.mark.parametrize(("name", "specimen"), [(name, specimen) for name in TYPES for specimen in specimens(name)])
def test_a_sound_body_is_shown(name: str, specimen: dict[str, Any]) -> None:
    item_type, body = TYPES[name], specimen["body"]
    assert list(item_type.problems(body)) == []
    order = item_type.order(body, Random(7))
    question = item_type.question(body, order)
    assert [shown(line) for line in question.lines] == specimen["lines"]
    assert buttons(question) == specimen["choices"]
    assert question.choices or question.typed
    assert not (question.choices and question.typed)
    assert (question.picture, question.image) == (body.get("picture"), body.get("image"))
    assert question.sound in (None, *item_type.targets(body))
    assert [part.field for part in item_type.explained(body)] == specimen["explained"]
    assert list(item_type.targets(body)) == specimen["targets"]
    assert [shown(line) for line in item_type.explanation(body)] == [f"meaning: {body['meaning']}", body["example"]]


@pytest.mark.parametrize(("name", "body"), BODIES)
def test_whoever_checks_is_told_what_is_said_and_what_can_be_tapped(name: str, body: dict[str, Any]) -> None:
    assert {*TYPES[name].said(body).values()} <= {*TYPES[name].targets(body)}
    for options in TYPES[name].options(body):
        assert options.right < {*options.labels}
        assert held(body, options.field).keys() == options.labels.keys()


def held(body: dict[str, Any], path: str) -> dict[str, Any]:
    for step in path.split("."):
        body = body[step]
    return body


def test_what_is_said_is_told_by_its_field() -> None:
    told = {name: TYPES[name].said(body) for name, body in BODIES}
    assert told["say_it"].keys() == told["mission"].keys() == {"say"}
    assert told["type_gap"].keys() == {"answers"}
    assert told["order_words"] == {"orders": "Morgen kom ik om acht uur"}
    assert {*told["scene"]} == {"turns.late.choices.a.word", "turns.tomorrow.choices.a.word"}
    assert not told["listen_choose"]


@pytest.mark.parametrize(
    ("name", "body", "case"), [(name, body, case) for name in TYPES for body, case in each(name, "answers")]
)
def test_an_answer_is_graded(name: str, body: dict[str, Any], case: dict[str, Any]) -> None:
    verdict = TYPES[name].grade(body, case["answer"])
    got = {"answer": case["answer"], "grade": verdict.grade.value}
    got |= {"given": shown(verdict.given), "right": shown(verdict.right), "reason": shown(verdict.reason)}
    assert {key: got[key] for key in case} == case


@pytest.mark.parametrize(
    ("name", "body", "case"), [(name, body, case) for name in TYPES for body, case in each(name, "taken")]
)
def test_an_answer_of_several_steps_is_taken(name: str, body: dict[str, Any], case: dict[str, Any]) -> None:
    item_type, order = TYPES[name], case["order"]
    outcome = item_type.take(body, order, case["steps"], case["answer"])
    got = outcome_of(item_type.question(body, order, getattr(outcome, "steps", ())), outcome)
    assert {key: got[key] for key in got if key != "given" or key in case["then"]} == case["then"]


def outcome_of(question: Question, outcome: Taken | Verdict) -> dict[str, Any]:
    """What follows from an answer, as the cases say it."""
    if isinstance(outcome, Verdict):
        told = {"given": outcome.given, "right": outcome.right, "reason": outcome.reason}
        return {"grade": outcome.grade.value, **{name: shown(line) for name, line in told.items()}}
    lines = [shown(line) for line in question.lines]
    steps = {"steps": [*outcome.steps], "lines": lines, "choices": buttons(question)}
    return steps | ({"remark": shown(outcome.remark)} if outcome.remark else {})


def buttons(question: Question) -> dict[str, str]:
    return {choice.key: shown(choice.label) for choice in question.choices}


@pytest.mark.parametrize(
    ("name", "body", "case"), [(name, body, case) for name in TYPES for body, case in each(name, "broken")]
)
def test_a_broken_body_is_told(name: str, body: dict[str, Any], case: dict[str, Any]) -> None:
    problems = TYPES[name].problems(broken(body, case), case.get("level"))
    assert [(problem.field, problem.message) for problem in problems] == [*case["problems"].items()]


@given(st.sampled_from(BODIES), st.data())
def test_whatever_an_author_writes_is_checked_and_what_passes_works(
    sound: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    name, body = sound
    item_type, field = TYPES[name], data.draw(st.sampled_from(sorted(body)))
    wild = {**body, field: data.draw(JSON)}
    if any(item_type.problems(wild, "A1")):
        return
    order = item_type.order(wild, Random(1))
    assert item_type.question(wild, order).lines
    assert all(part.text for part in item_type.explained(wild))
    assert all(item_type.targets(wild))
    assert item_type.grade(wild, "").grade in ("unknown", "seen")


@given(st.sampled_from([pair for pair in BODIES if pair[0] in TYPED]), st.text())
def test_whatever_is_typed_is_graded(sound: tuple[str, dict[str, Any]], typed: str) -> None:
    name, body = sound
    assert TYPES[name].grade(body, typed).right


def a_choice() -> tuple[str, dict[str, Any]]:
    """An item with three options."""
    return next((name, body) for name, body in BODIES if name == "choose_word")


def test_choices_come_in_every_order() -> None:
    name, body = a_choice()
    orders = {tuple(TYPES[name].order(body, Random(seed))) for seed in range(60)}
    assert len(orders) == 6


def test_the_key_of_another_revision_is_refused() -> None:
    name, body = a_choice()
    with pytest.raises(ValueError, match="no option 'z' in this revision"):
        TYPES[name].grade(body, "z")


def test_an_item_knows_whether_it_is_about_safety() -> None:
    item = Item("x", "choose_word", "u", "shared", "A1", 1, 1, {"safety": "yes"})
    assert item.safety
    assert not Item("x", "choose_word", "u", "shared", "A1", 1, 1, {}).safety
