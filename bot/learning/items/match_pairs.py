"""match_pairs: for each word in turn, what belongs to it is tapped."""

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
    Question,
    Sign,
    Taken,
    Target,
    Verdict,
)
from bot.learning.items._checks import Problem, part_problems, text
from bot.learning.items._options import LONGEST_LABEL
from bot.learning.shapes import Emoji, Own, Parts, Shape, Taught

FEWEST, MOST = 3, 4
PAIR: tuple[Shape, ...] = (
    Taught("word"),
    Emoji("picture"),
    Own("text", longest=LONGEST_LABEL),
    Own("reason", long=True),
)


class MatchPairs(ItemType):
    """A word of the target language belongs to a picture or to own-language words. The last pair is left over.

    The pairs asked are those in the order.
    """

    name = "match_pairs"
    own: ClassVar[tuple[Shape, ...]] = (Parts("pairs", fields=PAIR, least=FEWEST, most=MOST),)

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the keys of the pairs, shuffled: the order of the buttons."""
        keys = [*body["pairs"]]
        random.shuffle(keys)
        return keys

    def fewer(self, body: Body, order: list[str], most: int) -> list[str]:
        """Return the first pairs."""
        return order[:most]

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation and the word whose turn it is, with what is left to choose from."""
        keys = _asked(body, order)
        at = min(len(steps), len(keys) - 2)
        word = body["pairs"][keys[at]]["word"]
        # A button carries the place too: the same one means something else at the next word.
        choices = tuple(Choice(f"{at}{key}", _other(body, key)) for key in order if key not in keys[:at])
        pictured = all(isinstance(choice.label, Sign) for choice in choices)
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), Target(word)),
            choices=choices,
            sound=word,
            columns=len(choices) if pictured else 1,
        )

    def take(self, body: Body, order: list[str], steps: Sequence[str], answer: str) -> Verdict | Taken:
        """Take what was tapped for one word, say why it belongs elsewhere if it does, and grade at the end."""
        if not answer:
            return self.grade(body, "")
        keys = _asked(body, order)
        so_far = (*steps, answer)
        asked, chosen = keys[len(steps)], answer[1:]
        if chosen not in keys:
            raise ValueError(f"no pair {chosen!r} in this revision: show the item again")
        if len(so_far) < len(keys) - 1:
            return Taken(so_far, None if chosen == asked else _reason(body, asked))
        return self._whole(body, keys, so_far)

    def _whole(self, body: Body, keys: list[str], steps: tuple[str, ...]) -> Verdict:
        """The verdict on all pairs. Of those missed the last one is told: of the others it was said before."""
        missed = [(key, step[1:]) for key, step in zip(keys, steps, strict=False) if step[1:] != key]
        if not missed:
            words = Target(", ".join(body["pairs"][key]["word"] for key in keys))
            return Verdict(Grade.RIGHT, words, words, Explained("reason", body["reason"]), steps)
        asked, chosen = missed[-1]
        return Verdict(Grade.WRONG, _other(body, chosen), _other(body, asked), _reason(body, asked), steps)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade nothing but "I don't know": pairs are taken one by one."""
        if answer:
            raise ValueError("the pairs are taken one by one")
        first = next(iter(body["pairs"].values()))
        return Verdict(Grade.UNKNOWN, Target(""), Target(first["word"]), Explained("reason", body["reason"]))

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield what belongs to each word, and why."""
        for key, pair in body["pairs"].items():
            yield Explained(f"{key}.text", pair["text"])
            yield Explained(f"{key}.reason", pair["reason"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the words."""
        yield from (pair["word"] for pair in body["pairs"].values())

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield a wrong number of pairs, and what a pair lacks."""
        pairs = body.get("pairs")
        if not isinstance(pairs, dict) or not pairs:
            return
        if not FEWEST <= len(pairs) <= MOST:
            yield Problem("pairs", f"has {len(pairs)} pairs: {FEWEST} or {MOST} are wanted")
        for key, pair in pairs.items():
            yield from _pair_problems(f"pairs.{key}", pair)
        yield from _doubled([pair for pair in pairs.values() if isinstance(pair, dict)])


def _asked(body: Body, order: list[str]) -> list[str]:
    """The pairs that are asked, in the author's order."""
    return [key for key in body["pairs"] if key in order]


def _other(body: Body, key: str) -> Line:
    pair = body["pairs"][key]
    return Sign(pair["picture"]) if pair.get("picture") else Explained(f"{key}.text", pair["text"])


def _reason(body: Body, key: str) -> Explained:
    return Explained(f"{key}.reason", body["pairs"][key]["reason"])


def _pair_problems(where: str, pair: object) -> Iterator[Problem]:
    if not isinstance(pair, dict):
        yield Problem(where, "should hold `word`, `text` and `reason`")
        return
    yield from part_problems(where, pair, PAIR)
    if len(text(pair.get("text"))) > LONGEST_LABEL:
        yield Problem(
            f"{where}.text", f"has {len(text(pair['text']))} characters: at most {LONGEST_LABEL} fit a button"
        )


def _doubled(pairs: list[Mapping[str, object]]) -> Iterator[Problem]:
    for field in ("word", "text", "picture"):
        values = [text(pair.get(field)).casefold() for pair in pairs]
        for value in sorted({value for value in values if value and values.count(value) > 1}):
            yield Problem("pairs", f"has the {field} {value!r} more than once")


TYPE = MatchPairs()
