"""What the types share whose answer is typed: typing slips, other articles, other words."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import ClassVar

from bot.learning.items._base import Body, Explained, Grade, ItemType, Question, Target, Verdict
from bot.learning.items._checks import Problem, text
from bot.learning.shapes import Own, Shape, TaughtLines
from bot.learning.spelling import near, plain

# An article in any target language we know of; a longer word in front says something else.
LONGEST_ARTICLE = 3


class TypedType(ItemType):
    """Typing slips and another article count as right, and the right form is shown."""

    first_level = "A1"
    produces = True
    own: ClassVar[tuple[Shape, ...]] = (
        TaughtLines("answers"),
        TaughtLines("other_words", required=False),
        Own("wrong_reason", long=True),
    )

    def order(self, body: Body, random: Random) -> list[str]:
        """Return no choices: the answer is typed."""
        return []

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation alone."""
        line = Explained("situation", body["situation"])
        image = body.get("image") or None
        return Question(body.get("picture") or None, (line,), typed=True, image=image)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade what was typed; nothing but punctuation is "I don't know"."""
        answers: list[str] = body["answers"]
        reason = Explained("reason", body["reason"])
        typed, given = plain(answer), Target(answer.strip())
        if not typed:
            return Verdict(Grade.UNKNOWN, Target(""), Target(answers[0]), reason)
        if typed in map(plain, answers):
            return Verdict(Grade.RIGHT, given, Target(answers[0]), reason)
        others = _other_words(body)
        if meant := next((answer for answer in answers if near(typed, plain(answer), others)), None):
            return Verdict(Grade.SLIP, given, Target(meant), reason)
        if meant := _with_article(typed, answers, others):
            return Verdict(Grade.ARTICLE, given, Target(meant), reason)
        wrong_reason = Explained("wrong_reason", body["wrong_reason"])
        return Verdict(Grade.WRONG, given, Target(answers[0]), wrong_reason)

    def needs_script(self, body: Body) -> bool:
        """Return that it is written."""
        return True

    def said(self, body: Body) -> Mapping[str, str]:
        """Return the first answer; the others are accepted, not wanted."""
        return {"answers": body["answers"][0]}

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield the help for another word."""
        yield Explained("wrong_reason", body["wrong_reason"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the answers; other words are never shown."""
        yield from body["answers"]

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield empty, doubled and contradicting words."""
        for field in ("answers", "other_words"):
            yield from _list_problems(field, body.get(field))
        answers = {plain(word) for word in _words(body, "answers")}
        for word in _words(body, "other_words"):
            if plain(word) in answers:
                yield Problem("other_words", f"has {word!r}, which is an answer")


def _with_article(typed: str, answers: Sequence[str], other_words: frozenset[str]) -> str | None:
    """Return the answer that was meant with another article."""
    front, _, rest = typed.partition(" ")
    if len(front) > LONGEST_ARTICLE:
        return None
    forms = [plain(answer) for answer in answers]
    for answer in answers:
        word = plain(answer).partition(" ")[2]
        if word in forms and near(rest, word, other_words):
            return answer
    return None


def _other_words(body: Body) -> frozenset[str]:
    """Return what must never pass as a slip: words listed as such, and those of the example."""
    return frozenset(" ".join(map(plain, [*body.get("other_words", ()), body["example"]])).split())


def _words(body: Body, field: str) -> list[str]:
    words = body.get(field)
    return [word for word in words if isinstance(word, str)] if isinstance(words, list) else []


def _list_problems(field: str, words: object) -> Iterator[Problem]:
    if not isinstance(words, list):
        return
    if any(not plain(text(word)) for word in words):
        yield Problem(field, "has an empty line, or one without letters or numbers")
    forms = [plain(text(word)) for word in words]
    for form in sorted({form for form in forms if form and forms.count(form) > 1}):
        yield Problem(field, f"has {form!r} more than once")
