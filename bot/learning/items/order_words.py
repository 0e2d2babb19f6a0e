"""order_words: the pieces of a sentence are tapped in their order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from random import Random
from typing import ClassVar

from bot.learning.items._base import (
    Body,
    Choice,
    Explained,
    Grade,
    ItemType,
    Question,
    Taken,
    Target,
    Verdict,
    Wording,
)
from bot.learning.items._checks import Problem, text
from bot.learning.shapes import Own, Shape, TaughtLines
from bot.learning.spelling import plain

BETWEEN = "|"
UNDO = "undo"
EMPTY = "…"
FEWEST, MOST = 3, 8
TWO_A_ROW = 2
LONGEST_PIECE = 20
"""Characters that fit half a row."""


class OrderWords(ItemType):
    """Each piece goes from the buttons into the sentence; the last one ends it. Several orders may be right."""

    name = "order_words"
    first_level = "A1"
    produces = True
    own: ClassVar[tuple[Shape, ...]] = (TaughtLines("orders"), Own("wrong_reason", long=True))

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the places of the pieces, shuffled: never in a right order."""
        pieces = _pieces(body["orders"][0])
        keys = [str(place) for place in range(len(pieces))]
        while _is_right(body, [pieces[int(key)] for key in keys]):
            random.shuffle(keys)
        return keys

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, the sentence so far, and the pieces that are left."""
        pieces = _pieces(body["orders"][0])
        built = _sentence([pieces[int(key)] for key in steps])
        left = [Choice(key, Target(pieces[int(key)])) for key in order if key not in steps]
        undo = [Choice(UNDO, Wording(UNDO))] if steps else []
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), Target(f"{built} {EMPTY}" if built else EMPTY)),
            choices=(*left, *undo),
            image=body.get("image") or None,
            columns=TWO_A_ROW,
        )

    def take(self, body: Body, order: list[str], steps: Sequence[str], answer: str) -> Verdict | Taken:
        """Take a piece, take the last one back, or grade the whole sentence."""
        if answer == UNDO:
            return Taken((*steps[:-1],))
        pieces = _pieces(body["orders"][0])
        so_far = (*steps, answer)
        if answer not in order or len(so_far) < len(pieces):
            return Taken(so_far) if answer in order else self.grade(body, answer)
        verdict = self.grade(body, _sentence([pieces[int(key)] for key in so_far]))
        return Verdict(verdict.grade, verdict.given, verdict.right, verdict.reason, so_far)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade the whole sentence."""
        right = Target(_sentence(_pieces(body["orders"][0])))
        reason = Explained("reason", body["reason"])
        if not answer:
            return Verdict(Grade.UNKNOWN, Target(""), right, reason)
        for pieces in map(_pieces, body["orders"]):
            if plain(answer) == plain(" ".join(pieces)):
                return Verdict(Grade.RIGHT, Target(answer), Target(_sentence(pieces)), reason)
        return Verdict(Grade.WRONG, Target(answer), right, Explained("wrong_reason", body["wrong_reason"]))

    def needs_script(self, body: Body) -> bool:
        """Return that its pieces are read: too many to be kept in mind by ear."""
        return True

    def said(self, body: Body) -> Mapping[str, str]:
        """Return the sentence; the other orders are of the same pieces."""
        return {"orders": _sentence(_pieces(body["orders"][0]))}

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield the help for another order."""
        yield Explained("wrong_reason", body["wrong_reason"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the sentence in each right order."""
        yield from (_sentence(_pieces(order)) for order in body["orders"])

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield too few or too many pieces, and orders of other pieces."""
        orders = body.get("orders")
        if not isinstance(orders, list) or not orders:
            return
        first = sorted(map(plain, _pieces(text(orders[0]))))
        if not FEWEST <= len(first) <= MOST or not all(first):
            yield Problem("orders", f"needs {FEWEST} to {MOST} pieces with `{BETWEEN}` between them")
        elif _all_are_right([text(order) for order in orders]):
            yield Problem("orders", "has every order that there is: nothing is left to be put right")
        for piece in _pieces(text(orders[0])):
            if len(piece) > LONGEST_PIECE:
                yield Problem("orders", f"has the piece {piece!r}: at most {LONGEST_PIECE} characters fit a button")
        for order in orders[1:]:
            if sorted(map(plain, _pieces(text(order)))) != first:
                yield Problem("orders", f"has {text(order)!r}, which is not made of the same pieces as the first")


def _pieces(order: str) -> list[str]:
    return [piece.strip() for piece in order.split(BETWEEN)]


def _sentence(pieces: Sequence[str]) -> str:
    """The pieces as they are read: with a capital in front."""
    said = " ".join(pieces)
    return said[:1].upper() + said[1:]


def _all_are_right(orders: Sequence[str]) -> bool:
    """Whether the pieces cannot be shuffled into anything wrong."""
    right = {plain(" ".join(_pieces(order))) for order in orders}
    return all(plain(" ".join(pieces)) in right for pieces in permutations(_pieces(orders[0])))


def _is_right(body: Body, pieces: Sequence[str]) -> bool:
    return any(plain(" ".join(pieces)) == plain(" ".join(_pieces(order))) for order in body["orders"])


TYPE = OrderWords()
