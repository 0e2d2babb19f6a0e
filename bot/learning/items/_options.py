"""What is checked of options: their number, their labels, one of them right, a reason for each of the others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.learning.items._checks import Problem, text
from bot.learning.levels import LEVELS
from bot.learning.shapes import Emoji, Own, PartOf, Parts, Shape, Taught, names

# What fits on a phone's button beside a second one.
LONGEST_LABEL = 30
FEWEST, MOST = 3, 4
PICTURE = "picture"

LABELS: Mapping[str, tuple[Shape, ...]] = {
    "word": (Taught("word", required=False, longest=LONGEST_LABEL),),
    "text": (Own("text", required=False, longest=LONGEST_LABEL),),
    PICTURE: (Emoji(PICTURE), Own("text", required=False)),
}


def choices(labels: Sequence[str]) -> tuple[Shape, ...]:
    """Return the fields of a question with options: the options, and which of them is right.

    Args:
        labels: what may stand on an option: `word`, `text`, or `picture`, beside which a `text` says what it shows.
    """
    options = Parts("options", fields=_option(labels), least=FEWEST, most=MOST)
    return options, PartOf("right", parts="options")


def _option(labels: Sequence[str]) -> tuple[Shape, ...]:
    found = {shape.name: shape for label in labels for shape in LABELS[label]}
    return *found.values(), Own("reason", required=False, long=True)


def at_most(keys: Sequence[str], right: str, most: int) -> list[str]:
    """Return the right key and the first of the others, so many together, in their order."""
    others = [key for key in keys if key != right]
    return [key for key in keys if key == right or key in others[: most - 1]]


def option_problems(
    options: object, right: str, labels: Sequence[str], level: str | None, where: str = "options"
) -> Iterator[Problem]:
    """Yield what is wrong with options, of whatever shape.

    Args:
        options: as authored: named parts, each with one of `labels`, and a `reason` unless it is the right one.
        right: the key of the right one, "" if there is none.
        labels: `word`, `text` or `picture`, which stands beside a `text` that says what it shows.
        level: the pack's level.
        where: the field that holds the options.
    """
    if not isinstance(options, dict) or not options:
        return
    yield from _number_problems(options, level, where)
    if right and right not in options:
        yield Problem(where.removesuffix("options") + "right", f"is none of the options {', '.join(map(str, options))}")
    for key, option in options.items():
        yield from _one(f"{where}.{key}", option, labels, key == right)
    yield from _set_problems([option for option in options.values() if isinstance(option, dict)], labels, where)


def _one(where: str, option: object, labels: Sequence[str], right: bool) -> Iterator[Problem]:
    if not isinstance(option, dict):
        yield Problem(where, f"should hold {_wanted(labels)}")
        return
    known = names(_option(labels))
    yield from (Problem(f"{where}.{field}", "is not known here") for field in option if field not in known)
    yield from _label_problems(where, option, labels)
    if not right and not text(option.get("reason")):
        yield Problem(f"{where}.reason", "is missing: say why this one does not fit")
    if right and option.get("reason"):
        yield Problem(f"{where}.reason", "belongs in the item's own `reason`: it is right")


def _label_problems(where: str, option: Mapping[str, Any], labels: Sequence[str]) -> Iterator[Problem]:
    found = _labels(option, labels)
    if len(found) != 1:
        yield Problem(where, f"should hold {_wanted(labels)}")
    if found == [PICTURE]:
        yield from _picture_problems(where, option)
    for field in found:
        if field != PICTURE and (length := len(text(option[field]))) > LONGEST_LABEL:
            yield Problem(f"{where}.{field}", f"has {length} characters: at most {LONGEST_LABEL} fit a button")


def _picture_problems(where: str, option: Mapping[str, Any]) -> Iterator[Problem]:
    if any(sign.isalpha() or sign.isspace() for sign in text(option[PICTURE])):
        yield Problem(f"{where}.{PICTURE}", "is one emoji, without letters or spaces")
    if not text(option.get("text")):
        yield Problem(f"{where}.text", "is missing: say what the picture shows")


def _set_problems(options: list[Mapping[str, Any]], labels: Sequence[str], where: str) -> Iterator[Problem]:
    found = [(kind, text(option.get(kind)).casefold()) for option in options for kind in _labels(option, labels)]
    if len({kind for kind, _ in found}) > 1:
        yield Problem(where, f"mixes {' and '.join(f'`{kind}`' for kind in labels)}: use one kind")
    for kind, label in sorted({pair for pair in found if found.count(pair) > 1}):
        yield Problem(where, f"has the {kind} {label!r} more than once")


def _labels(option: Mapping[str, Any], labels: Sequence[str]) -> list[str]:
    """The labels that an option has; the words beside a picture only say what it shows."""
    found = [field for field in labels if text(option.get(field))]
    return [PICTURE] if found in ([PICTURE, "text"], ["text", PICTURE]) else found


def _wanted(labels: Sequence[str]) -> str:
    return " or ".join(f"`{field}`" for field in labels)


def _number_problems(options: Mapping[str, Any], level: str | None, where: str) -> Iterator[Problem]:
    most = FEWEST if level == LEVELS[0] else MOST
    if not FEWEST <= len(options) <= most:
        wanted = f"{FEWEST}" if most == FEWEST else f"{FEWEST} or {MOST}"
        yield Problem(where, f"has {len(options)} options: {wanted} are wanted")
