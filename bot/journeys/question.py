"""How an item looks in the chat: the question with its buttons, and the same message once it is answered."""

from bot.catalogue.course import explained
from bot.i18n import Part, Text, Verbatim
from bot.journeys.reply import Button, Line, button
from bot.learning.items import Grade, Item, Question, Target, Verdict, item_types
from bot.learning.items import Line as ItemLine

MARKS = {Grade.RIGHT: "✅", Grade.SLIP: "✅", Grade.WRONG: "📌", Grade.UNKNOWN: "📌"}
"""What stands before the right form: no cross, and nothing that points left or right, as lines run both ways."""

HEADINGS = {
    Grade.RIGHT: "practice.right",
    Grade.SLIP: "practice.slip",
    Grade.WRONG: "practice.it_is",
    Grade.UNKNOWN: "practice.it_is",
}


def part(item: Item, line: ItemLine, bold: bool = False) -> Part:
    """A line of an item as a part: explained in the own language, or target words as they are."""
    content = explained(item, line)
    return Verbatim(content, bold=bold) if isinstance(content, str) else content


def words(item: Item) -> str:
    """The words of the target language that an item is about."""
    kind = item_types()[item.type]
    right = kind.grade(item.body, "").right
    return right.text if isinstance(right, Target) else next(iter(kind.targets(item.body)))


def lines(item: Item, question: Question, place: str) -> tuple[Line, ...]:
    """The question; what is said stands apart from the situation. ``place`` tells how far the lesson is, as ``2/5``."""
    head: Line = tuple(Verbatim(sign) for sign in (place, question.picture) if sign)
    situation, *said = ((part(item, line, bold=True),) for line in question.lines)
    return (*((head,) if head else ()), situation, *(one for line in said for one in ((), line)))


def buttons(item: Item, question: Question, showing_id: str) -> tuple[tuple[Button, ...], ...]:
    """The choices, one a row, and below them the ways around."""
    choices = tuple(
        (Button(part(item, choice.label), f"practice:{showing_id}:{choice.key}"),) for choice in question.choices
    )
    dont_know = button("practice.button.dont_know", "practice", showing_id, "?")
    explain = button("practice.button.explain", "practice", showing_id, "explain")
    skip = button("practice.button.skip", "practice", showing_id, "skip")
    return (*choices, (dont_know,), (explain, skip))


def answered(item: Item, question: Question, verdict: Verdict, place: str) -> tuple[Line, ...]:
    """The question again, with what was right and, set apart, why."""
    right = part(item, verdict.right, bold=True)
    result: list[Line] = [(Verbatim(MARKS[verdict.grade]), Text(HEADINGS[verdict.grade], {"right": right}))]
    if verdict.grade is Grade.WRONG:
        result.append((Text("practice.you_said", {"given": part(item, verdict.given)}),))
    if verdict.reason:
        result += [(), (part(item, verdict.reason),)]
    return (*lines(item, question, place), (), *result)


def skipped(item: Item, question: Question, place: str) -> tuple[Line, ...]:
    """The question again, left open without an answer."""
    return (*lines(item, question, place), (), (Text("practice.left"),))


def explanation(item: Item) -> tuple[Line, ...]:
    """What the words of an item mean, and one more sentence with them."""
    meaning, example = item_types()[item.type].explanation(item.body)
    return (
        (),
        (Text("practice.meaning", {"meaning": part(item, meaning)}),),
        (Text("practice.example", {"example": part(item, example, bold=True)}),),
    )
