"""The values among which a field is filled in."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.console.shaping.fields import Choice
from bot.console.shaping.labels import Labels
from bot.console.shaping.naming import There
from bot.i18n import Text
from bot.learning.shapes import Entry, Image, Lines, OneOf, PartOf, Several, Shape

LONGEST_HINT = 40
"""Characters of a part's words beside its name."""

Body = Mapping[str, Any]


def choices(shape: Shape, around: Sequence[Body], labels: Labels, there: There) -> tuple[Choice, ...]:
    """What can be chosen, and what is; nothing for a field that takes any value.

    Args:
        shape: the field.
        around: the body that holds it, last, and those in which that one stands.
        labels: what values are called.
        there: what pictures and entries there are.
    """
    held = around[-1].get(shape.name)
    if isinstance(shape, Several):
        chosen = [one for one in held if isinstance(one, str)] if isinstance(held, list) else []
        # Those that are chosen stand in front, in their order: as they are sent, they are kept.
        return tuple(Choice(one, labels.value(one), one in chosen) for one in dict.fromkeys((*chosen, *shape.values)))
    known = _known(shape, around, labels, there)
    if known is None:
        return ()
    values = [one for one in (held if isinstance(held, list) else [held]) if isinstance(one, str)]
    # What was chosen may be there no more: it is offered all the same, so that it is not lost unseen.
    offered = {"": labels.say(Text("console.shape.nothing")), **{one: one for one in values if one}, **known}
    return tuple(Choice(one, label, one in values) for one, label in offered.items())


def _known(shape: Shape, around: Sequence[Body], labels: Labels, there: There) -> Mapping[str, str] | None:
    """The values that a field takes, each with its name; None when it takes any."""
    if isinstance(shape, OneOf):
        return {value: labels.value(value) for value in shape.values}
    if isinstance(shape, Image):
        return there("image")
    if isinstance(shape, Entry) or (isinstance(shape, Lines) and shape.kind):
        return there(shape.kind or "")
    if isinstance(shape, PartOf):
        holding = (body[shape.parts] for body in reversed(around) if isinstance(body.get(shape.parts), Mapping))
        return {name: _hint(name, part) for name, part in next(holding, {}).items()}
    return None


def _hint(name: str, part: object) -> str:
    """The name of a part, and the words with which it begins."""
    values = part.values() if isinstance(part, Mapping) else ()
    words = next((value for value in values if isinstance(value, str) and value), "")
    short = words if len(words) <= LONGEST_HINT else f"{words[:LONGEST_HINT]}…"
    return f"{name}: {short}" if short else name
