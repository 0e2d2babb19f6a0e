"""What is checked of a branching talk: its turns, their choices, and the ways between them."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.learning.items._checks import Problem, part_problems, text
from bot.learning.shapes import Own, PartOf, Parts, Shape, Taught, Yes

FEWEST_CHOICES, MOST_CHOICES = 2, 3
SHORTEST, LONGEST = 2, 5
LONGEST_SAID = 60
"""Characters of a choice: two lines of a button."""

CHOICE: tuple[Shape, ...] = (
    Taught("word", longest=LONGEST_SAID),
    Yes("fits"),
    Own("reason", long=True),
    PartOf("to", parts="turns", required=False),
)
TURN: tuple[Shape, ...] = (
    Taught("say", long=True),
    Parts("choices", fields=CHOICE, least=FEWEST_CHOICES, most=MOST_CHOICES),
)

Turns = Mapping[str, Any]


def talk_problems(turns: object) -> Iterator[Problem]:
    """Yield what is wrong with the turns of a talk, of whatever shape."""
    if not isinstance(turns, dict) or not turns:
        return
    found = [problem for name, turn in turns.items() for problem in _turn_problems(f"turns.{name}", turn, turns)]
    yield from found
    if not found:
        yield from _way_problems(turns)


def _turn_problems(where: str, turn: object, turns: Turns) -> Iterator[Problem]:
    if not isinstance(turn, dict) or not isinstance(turn.get("choices"), dict):
        yield Problem(where, "should hold `say` and `choices`")
        return
    yield from part_problems(where, turn, TURN)
    choices = turn["choices"]
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        wanted = f"{FEWEST_CHOICES} or {MOST_CHOICES} are wanted"
        yield Problem(f"{where}.choices", f"has {len(choices)} choices: {wanted}")
    for key, choice in choices.items():
        yield from _choice_problems(f"{where}.choices.{key}", choice, turns)
    if not any(isinstance(choice, dict) and choice.get("fits") == "yes" for choice in choices.values()):
        yield Problem(f"{where}.choices", "has none that fits: mark it with `fits: yes`")


def _choice_problems(where: str, choice: object, turns: Turns) -> Iterator[Problem]:
    if not isinstance(choice, dict):
        yield Problem(where, "should hold `word` and `reason`")
        return
    yield from part_problems(where, choice, CHOICE)
    if len(text(choice.get("word"))) > LONGEST_SAID:
        yield Problem(f"{where}.word", f"has {len(text(choice['word']))} characters: at most {LONGEST_SAID} fit")
    if "to" in choice and text(choice["to"]) not in turns:
        yield Problem(f"{where}.to", f"is none of the turns {', '.join(map(str, turns))}")


def _way_problems(turns: Turns) -> Iterator[Problem]:
    """Yield ways that never end, that are too short or too long, and turns that no way leads to."""
    lengths = {*_lengths(turns, next(iter(turns)), 1)}
    if any(length > LONGEST for length in lengths):
        yield Problem("turns", f"has a way of more than {LONGEST} turns, or one that comes back to itself")
    elif max(lengths) < SHORTEST:
        yield Problem("turns", f"has one turn: from {SHORTEST} on it is a talk")
    reached = {next(iter(turns))} | {
        choice["to"] for turn in turns.values() for choice in turn["choices"].values() if choice.get("to")
    }
    for name in turns:
        if name not in reached:
            yield Problem(f"turns.{name}", "is reached by no choice: name it in a `to`")


def _lengths(turns: Turns, name: str, so_far: int) -> Iterator[int]:
    """Yield the lengths of all ways on from a turn; what is too long is followed no further."""
    if so_far > LONGEST:
        yield so_far
        return
    for choice in turns[name]["choices"].values():
        if choice.get("to"):
            yield from _lengths(turns, choice["to"], so_far + 1)
        else:
            yield so_far
