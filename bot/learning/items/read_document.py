"""read_document: a pay slip, a roster or a safety sheet is read, and questions about it are answered."""

from collections.abc import Iterator, Sequence
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
    Taken,
    Target,
    Verdict,
)
from bot.learning.items._checks import Problem, part_problems, text
from bot.learning.items._options import at_most, choices, option_problems
from bot.learning.items._paper import aloud, paper_problems
from bot.learning.shapes import Own, Parts, Shape, TaughtLines, Yes

MOST = 4
LABELS = ("word", "text")
QUESTION: tuple[Shape, ...] = (Own("ask", long=True), *choices(LABELS), Own("reason", long=True))


class ReadDocument(ItemType):
    """The document is a picture, or lines of text, or both, or lines drawn on paper; its questions come in turn."""

    name = "read_document"
    first_level = "A1"
    own: ClassVar[tuple[Shape, ...]] = (
        TaughtLines("document", required=False),
        Yes("drawn"),
        Parts("questions", fields=QUESTION, least=1, most=MOST),
    )

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the keys of all options (`question.option`), shuffled within their question."""
        keys: list[str] = []
        for name, question in body["questions"].items():
            options = [f"{name}.{option}" for option in question["options"]]
            random.shuffle(options)
            keys += options
        return keys

    def needs_script(self, body: Body) -> bool:
        """Return whether it is a picture alone: lines can be heard."""
        return not body.get("document")

    def fewer(self, body: Body, order: list[str], most: int) -> list[str]:
        """Return the right option of each question and the first others."""
        return [key for name in body["questions"] for key in _fewer(body, order, name, most)]

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, the document, and the question whose turn it is."""
        names = [*body["questions"]]
        name = names[min(len(steps), len(names) - 1)]
        asked = Explained(f"{name}.ask", body["questions"][name]["ask"])
        lines = tuple(body.get("document", ()))
        paper = lines if _is_drawn(body) else ()
        page = () if paper else tuple(map(Target, lines))
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), *page, asked),
            choices=tuple(Choice(key, _label(body, key)) for key in order if key.startswith(f"{name}.")),
            image=body.get("image") or None,
            paper=paper,
            sound=aloud(body["document"]) if paper else None,
        )

    def take(self, body: Body, order: list[str], steps: Sequence[str], answer: str) -> Verdict | Taken:
        """Take the answer to one question, say what is so, and grade after the last one."""
        if not answer:
            return self.grade(body, "")
        if answer not in order:
            raise ValueError(f"no option {answer!r} in this revision: show the item again")
        so_far = (*steps, answer)
        if len(so_far) < len(body["questions"]):
            return Taken(so_far, _reason(body, answer))
        missed = [step for step in so_far if not _is_right(body, step)]
        grade = Grade.WRONG if missed else Grade.RIGHT
        judged = (missed or [answer])[0]
        return Verdict(grade, _label(body, judged), _right(body, judged), _reason(body, answer), so_far)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade nothing but "I don't know": questions are answered one by one."""
        if answer:
            raise ValueError("the questions are answered one by one")
        first = next(iter(body["questions"]))
        return Verdict(Grade.UNKNOWN, Target(""), _right(body, first), Explained("reason", body["reason"]))

    def options(self, body: Body) -> Sequence[Options]:
        """Return the options of each question. The document is no line of theirs: the answer is to be found in it."""
        return [
            Options(
                field=f"questions.{name}.options",
                lines=(Explained("situation", body["situation"]), Explained(f"{name}.ask", question["ask"])),
                labels={key: _label(body, f"{name}.{key}") for key in question["options"]},
                right=frozenset({question["right"]}),
            )
            for name, question in body["questions"].items()
        ]

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield each question, its options and their reasons."""
        for name, question in body["questions"].items():
            yield Explained(f"{name}.ask", question["ask"])
            for key, option in question["options"].items():
                for field in ("text", "reason"):
                    if option.get(field):
                        yield Explained(f"{name}.{key}.{field}", option[field])
            yield Explained(f"{name}.reason", question["reason"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the lines of the document, or all of a drawn one, and the options that are target-language words."""
        yield from [aloud(body["document"])] if _is_drawn(body) else body.get("document", ())
        for question in body["questions"].values():
            yield from (option["word"] for option in question["options"].values() if option.get("word"))

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield a missing document, too many questions, and what is wrong with each."""
        if not body.get("document") and not text(body.get("image")):
            yield Problem("document", "is missing: give its lines, or an `image`")
        yield from _document_problems(body)
        questions = body.get("questions")
        if not isinstance(questions, dict):
            return
        if len(questions) > MOST:
            yield Problem("questions", f"has {len(questions)} questions: at most {MOST} are wanted")
        for name, question in questions.items():
            yield from _question_problems(f"questions.{name}", question, level)


def _document_problems(body: Body) -> Iterator[Problem]:
    lines = body.get("document")
    if isinstance(lines, list) and not all(text(line) for line in lines):
        yield Problem("document", "has an empty line")
    elif _is_drawn(body) and isinstance(lines, list):
        yield from paper_problems([text(line) for line in lines])
    if text(body.get("drawn")) and (not lines or text(body.get("image"))):
        yield Problem("drawn", "draws the lines of `document`: give them, and no `image`")


def _is_drawn(body: Body) -> bool:
    return bool(body.get("drawn") == "yes")


def _question_problems(where: str, question: object, level: str | None) -> Iterator[Problem]:
    if not isinstance(question, dict):
        yield Problem(where, "should hold `ask`, `options`, `right` and `reason`")
        return
    yield from part_problems(where, question, QUESTION)
    if not isinstance(question.get("options"), dict) or not question["options"]:
        yield Problem(f"{where}.options", "should hold named parts, such as `a:` and `b:`")
    yield from option_problems(
        question.get("options"), text(question.get("right")), LABELS, level, where=f"{where}.options"
    )


def _fewer(body: Body, order: list[str], name: str, most: int) -> list[str]:
    options = [key for key in order if key.startswith(f"{name}.")]
    return at_most(options, f"{name}.{body['questions'][name]['right']}", most)


def _label(body: Body, key: str) -> Line:
    name, option_key = key.split(".")
    option = body["questions"][name]["options"][option_key]
    return Target(option["word"]) if option.get("word") else Explained(f"{key}.text", option["text"])


def _is_right(body: Body, key: str) -> bool:
    name, option = key.split(".")
    return bool(body["questions"][name]["right"] == option)


def _right(body: Body, key: str) -> Line:
    """The right answer to the question that this option belongs to."""
    name = key.split(".")[0]
    return _label(body, f"{name}.{body['questions'][name]['right']}")


def _reason(body: Body, key: str) -> Explained:
    """Why this option is right, or why it is not."""
    name, option = key.split(".")
    question = body["questions"][name]
    if _is_right(body, key):
        return Explained(f"{name}.reason", question["reason"])
    return Explained(f"{key}.reason", question["options"][option]["reason"])


TYPE = ReadDocument()
