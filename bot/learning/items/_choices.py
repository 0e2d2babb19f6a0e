"""What the types with buttons share: options, one of them right, and why the others are not."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import ClassVar

from bot.learning.items._base import (
    Body,
    Choice,
    Explained,
    Grade,
    ItemType,
    Line,
    Options,
    Question,
    Sign,
    Target,
    Verdict,
)
from bot.learning.items._checks import Problem, text
from bot.learning.items._options import at_most, choices, option_problems
from bot.learning.shapes import Shape

PICTURES_A_ROW = 3


class ChoiceType(ItemType):
    """An item answered by a tap on one of its options."""

    labels: ClassVar[tuple[str, ...]] = ("word", "text")
    own: ClassVar[tuple[Shape, ...]] = choices(labels)

    @abstractmethod
    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return what stands above the buttons."""

    def sound(self, body: Body) -> str | None:
        """Return the target words above the buttons that can be heard."""
        return body.get("say") or None

    def right_line(self, body: Body) -> Line:
        """Return the right form as shown after answering."""
        return meant(body, body["right"])

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the option keys, shuffled."""
        keys = [*body["options"]]
        random.shuffle(keys)
        return keys

    def fewer(self, body: Body, order: list[str], most: int) -> list[str]:
        """Return the right option and the first others."""
        return at_most(order, body["right"], most)

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the lines, with one button an option; pictures stand beside each other."""
        pictured = any(option.get("picture") for option in body["options"].values())
        return Question(
            picture=body.get("picture") or None,
            lines=self.lines(body),
            choices=tuple(Choice(key, label(body, key)) for key in order),
            image=body.get("image") or None,
            sound=self.sound(body),
            columns=PICTURES_A_ROW if pictured else 1,
        )

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade the key of an option."""
        right, reason = self.right_line(body), Explained("reason", body["reason"])
        if not answer:
            return Verdict(Grade.UNKNOWN, Target(""), right, reason)
        if answer not in body["options"]:
            raise ValueError(f"no option {answer!r} in this revision: show the item again")
        if answer == body["right"]:
            return Verdict(Grade.RIGHT, meant(body, answer), right, reason)
        own_reason = Explained(f"{answer}.reason", body["options"][answer]["reason"])
        return Verdict(Grade.WRONG, meant(body, answer), right, own_reason)

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield each option's own-language words and its reason."""
        for key, option in body["options"].items():
            for field in ("text", "reason"):
                if option.get(field):
                    yield Explained(f"{key}.{field}", option[field])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield what is said, then the options that are target-language words."""
        if body.get("say"):
            yield body["say"]
        yield from (option["word"] for option in body["options"].values() if option.get("word"))

    def said(self, body: Body) -> Mapping[str, str]:
        """Return the right option, when it is words of the target language."""
        right = body["right"]
        word = body["options"][right].get("word")
        return {f"options.{right}.word": word} if word else {}

    def options(self, body: Body) -> Sequence[Options]:
        """Return the options; beside a picture stands what it shows."""
        labels = {key: meant(body, key) for key in body["options"]}
        return (Options("options", self.lines(body), labels, frozenset({body["right"]})),)

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield what is wrong with the options and the choice of the right one."""
        yield from option_problems(body.get("options"), text(body.get("right")), self.labels, level)


def label(body: Body, key: str) -> Line:
    """Return what stands on an option's button."""
    option = body["options"][key]
    return Sign(option["picture"]) if option.get("picture") else meant(body, key)


def meant(body: Body, key: str) -> Line:
    """Return what an option says: target words as they are, own-language words to be translated."""
    option = body["options"][key]
    word = option.get("word")
    return Target(word) if word else Explained(f"{key}.text", option["text"])
