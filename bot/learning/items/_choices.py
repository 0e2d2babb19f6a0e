"""What the types with buttons share: options, one of them right, and why the others are not."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, ClassVar

from bot.learning.items._base import (
    Body,
    Choice,
    Explained,
    Grade,
    ItemType,
    Line,
    Question,
    Target,
    Verdict,
)
from bot.learning.items._checks import Problem, text
from bot.learning.levels import LEVELS

# What fits on a phone's button beside a second one.
LONGEST_LABEL = 30
FEWEST, MOST = 3, 4


class ChoiceType(ItemType):
    """An item answered by a tap on one of its options."""

    required: ClassVar[Mapping[str, type]] = {"options": dict, "right": str}
    labels: ClassVar[tuple[str, ...]] = ("word", "text")

    @abstractmethod
    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return what stands above the buttons."""

    def right_line(self, body: Body) -> Line:
        """Return the right form as shown after answering."""
        return _label(body, body["right"])

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the option keys, shuffled."""
        keys = [*body["options"]]
        random.shuffle(keys)
        return keys

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the lines, with one button an option."""
        choices = tuple(Choice(key, _label(body, key)) for key in order)
        return Question(body.get("picture") or None, self.lines(body), choices, typed=False)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade the key of an option."""
        right, reason = self.right_line(body), Explained("reason", body["reason"])
        if not answer:
            return Verdict(Grade.UNKNOWN, Target(""), right, reason)
        if answer not in body["options"]:
            raise ValueError(f"no option {answer!r} in this revision: show the item again")
        if answer == body["right"]:
            return Verdict(Grade.RIGHT, _label(body, answer), right, reason)
        own_reason = Explained(f"{answer}.reason", body["options"][answer]["reason"])
        return Verdict(Grade.WRONG, _label(body, answer), right, own_reason)

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield each option's own-language words and its reason."""
        for key, option in body["options"].items():
            for field in ("text", "reason"):
                if option.get(field):
                    yield Explained(f"{key}.{field}", option[field])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the options that are target-language words."""
        yield from (option["word"] for option in body["options"].values() if option.get("word"))

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield what is wrong with the options and the choice of the right one."""
        options = body.get("options")
        if not isinstance(options, dict) or not options:
            return
        yield from _number_problems(options, level)
        right = text(body.get("right"))
        if right and right not in options:
            yield Problem("right", f"is none of the options {', '.join(map(str, options))}")
        for key, option in options.items():
            yield from self._option_problems(f"options.{key}", option, key == right)
        yield from self._set_problems([option for option in options.values() if isinstance(option, dict)])

    def _option_problems(self, where: str, option: object, right: bool) -> Iterator[Problem]:
        if not isinstance(option, dict):
            yield Problem(where, f"should hold `{'` or `'.join(self.labels)}`")
            return
        yield from (
            Problem(f"{where}.{field}", "is not known here")
            for field in option
            if field not in (*self.labels, "reason")
        )
        yield from self._label_problems(where, option)
        if not right and not text(option.get("reason")):
            yield Problem(f"{where}.reason", "is missing: say why this one does not fit")
        if right and option.get("reason"):
            yield Problem(f"{where}.reason", "belongs in the item's own `reason`: it is right")

    def _label_problems(self, where: str, option: Mapping[str, Any]) -> Iterator[Problem]:
        found = [field for field in self.labels if text(option.get(field))]
        if len(found) != 1:
            yield Problem(where, f"should hold `{'` or `'.join(self.labels)}`")
        for field in found:
            if (length := len(text(option[field]))) > LONGEST_LABEL:
                message = f"has {length} characters: at most {LONGEST_LABEL} fit a button"
                yield Problem(f"{where}.{field}", message)

    def _set_problems(self, options: list[Mapping[str, Any]]) -> Iterator[Problem]:
        found = [(kind, text(option.get(kind)).casefold()) for option in options for kind in self.labels]
        labels = [(kind, label) for kind, label in found if label]
        if len({kind for kind, _ in labels}) > 1:
            yield Problem("options", f"mixes `{'` and `'.join(self.labels)}`: use one kind")
        for kind, label in sorted({pair for pair in labels if labels.count(pair) > 1}):
            yield Problem("options", f"has the {kind} {label!r} more than once")


def _label(body: Body, key: str) -> Line:
    option = body["options"][key]
    word = option.get("word")
    return Target(word) if word else Explained(f"{key}.text", option["text"])


def _number_problems(options: Mapping[str, Any], level: str | None) -> Iterator[Problem]:
    most = FEWEST if level == LEVELS[0] else MOST
    if not FEWEST <= len(options) <= most:
        wanted = f"{FEWEST}" if most == FEWEST else f"{FEWEST} or {MOST}"
        yield Problem("options", f"has {len(options)} options: {wanted} are wanted")
