"""A sentence with one gap."""

from collections.abc import Iterator

from bot.learning.items._base import Body
from bot.learning.items._checks import Problem, text

GAP = "___"


def filled(sentence: str, word: str) -> str:
    """Return the sentence with this word in its gap."""
    return sentence.replace(GAP, word)


def gap_problems(body: Body) -> Iterator[Problem]:
    """Yield a wrong number of gaps in the body's sentence."""
    sentence = text(body.get("sentence"))
    if sentence and (sentence.count(GAP) != 1 or "_" in sentence.replace(GAP, "")):
        yield Problem("sentence", f"needs exactly one gap, written {GAP}")
