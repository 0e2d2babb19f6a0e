"""How an item looks in the chat: the question with its buttons, and the same message once it is answered."""

from dataclasses import dataclass

from bot.catalogue.course import explained
from bot.i18n import Part, Text, Verbatim
from bot.journeys.reply import Button, Line, Rows, button
from bot.learning.items import Explained, Grade, Item, Question, Sign, Target, Verdict, Wording, item_types
from bot.learning.items import Line as ItemLine

MARKS = {
    Grade.RIGHT: "✅",
    Grade.SLIP: "✅",
    Grade.ARTICLE: "✅",
    Grade.WRONG: "📌",
    Grade.UNKNOWN: "📌",
    Grade.SEEN: "👍",
}
"""What stands before the right form: no cross, and nothing that points left or right, as lines run both ways."""

PICTURE = "🖼"
"""Stands before what is to be seen in a picture."""

HOW = "☝️"
"""Stands before how an item of a new type is done."""

REMARK = "💬"
"""Stands before what is said of a step."""

DONT_KNOW, EXPLAIN, SKIP, HEAR, SLOWLY = "?", "explain", "skip", "hear", "slowly"
AROUND = {"dont_know": DONT_KNOW, "explain": EXPLAIN, "skip": SKIP, "hear": HEAR, "slowly": SLOWLY}
"""The ways around an item: the name of the button, and its choice."""

DOUBT = "doubt"
"""Says that words sound wrong, once they are explained."""

STOP = "stop"
"""The way out of a run of items."""

PICTURED = {DONT_KNOW: "❓", SLOWLY: "🐢", SKIP: "➖", STOP: "⏹"}
"""The ways around for somebody who reads nothing: pictures that look the same in every direction."""

LONGEST_QUOTE = 100
"""Characters of a wrong answer that are shown again: a learner may have sent a whole letter."""

HEADINGS = {
    Grade.RIGHT: "practice.right",
    Grade.SLIP: "practice.slip",
    Grade.ARTICLE: "practice.article",
    Grade.WRONG: "practice.it_is",
    Grade.UNKNOWN: "practice.it_is",
}
"""What stands before the right form; what was only seen has no heading."""


@dataclass(frozen=True)
class Heading:
    """What stands above a question: how far the lesson is (``2/5``; empty in none), and perhaps how it is done."""

    place: str
    how: bool = False


def part(item: Item, line: ItemLine, bold: bool = False) -> Part:
    """A line of an item as a part: explained in the own language, or target words and signs as they are."""
    if isinstance(line, Wording):
        return Text(f"item.{line.name}")
    if isinstance(line, Sign):
        return Verbatim(line.text)
    content = explained(item, line)
    return Verbatim(content, bold=bold, language=item.target or None) if isinstance(content, str) else content


def words(item: Item) -> str:
    """The words of the target language that an item is about."""
    kind = item_types()[item.type]
    right = kind.grade(item.body, "").right
    return right.text if isinstance(right, Target) else next(iter(kind.targets(item.body)))


def lines(item: Item, question: Question, heading: Heading) -> tuple[Line, ...]:
    """The question; what is said stands apart from the situation."""
    head: Line = tuple(Verbatim(sign) for sign in (heading.place, question.picture) if sign)
    how: tuple[Line, ...] = ((Verbatim(HOW), Text(f"item.how.{item.type}")), ()) if heading.how else ()
    situation, *said = ((part(item, line, bold=True),) for line in question.lines)
    return (*((head,) if head else ()), *how, situation, *(one for line in said for one in ((), line)))


def buttons(
    item: Item,
    question: Question,
    showing_id: str,
    may_stop: bool = False,
    pictured: bool = False,
    may_doubt: bool = False,
) -> Rows:
    """The choices, and below them the ways around, and perhaps the way out; ``pictured``: in one row of pictures.

    With ``may_doubt`` the item is explained already, and may be said to sound wrong.
    """
    choices = [Button(part(item, choice.label), f"practice:{showing_id}:{choice.key}") for choice in question.choices]
    rows = [tuple(choices[at : at + question.columns]) for at in range(0, len(choices), question.columns)]
    asks = Grade.WRONG in item_types()[item.type].grades
    if pictured:
        ways = [*([DONT_KNOW] if asks else []), *([SLOWLY] if question.sound else []), STOP if may_stop else SKIP]
        return (*rows, tuple(Button(Verbatim(PICTURED[way]), f"practice:{showing_id}:{way}") for way in ways))
    around = {
        choice: button(f"practice.button.{name}", "practice", showing_id, choice) for name, choice in AROUND.items()
    }
    # Two rows: what stands above them must fit a small screen as well.
    doubt = button("doubt.button", "practice", showing_id, DOUBT)
    told = (*((around[HEAR], around[SLOWLY]) if question.sound else ()), doubt if may_doubt else around[EXPLAIN])
    left = (*((around[DONT_KNOW],) if asks else ()), around[SKIP])
    out = (button("practice.button.stop", "practice", showing_id, STOP),) if may_stop else ()
    return (*rows, told, left, out)


def answered(item: Item, question: Question, verdict: Verdict, heading: Heading) -> tuple[Line, ...]:
    """The question again, with what was right and, set apart, why."""
    right = part(item, verdict.right, bold=True)
    key = HEADINGS.get(verdict.grade)
    result: list[Line] = [(Verbatim(MARKS[verdict.grade]), Text(key, {"right": right}) if key else right)]
    if verdict.grade is Grade.WRONG:
        result.append((Text("practice.you_said", {"given": _quoted(item, part(item, verdict.given))}),))
    if verdict.reason:
        result += [(), (part(item, verdict.reason),)]
    return (*lines(item, question, heading), (), *result)


def remarked(item: Item, question: Question, remark: Explained | None, heading: Heading) -> tuple[Line, ...]:
    """What is said of the step just taken, and the question as it stands now."""
    said: tuple[Line, ...] = ((Verbatim(REMARK), part(item, remark)), ()) if remark else ()
    return (*said, *lines(item, question, heading))


def skipped(item: Item, question: Question, heading: Heading) -> tuple[Line, ...]:
    """The question again, left open without an answer."""
    return (*lines(item, question, heading), (), (Text("practice.left"),))


def explanation(item: Item, seen: Part | None) -> tuple[Line, ...]:
    """What the words of an item mean, one more sentence with them, and what is to be ``seen`` in its picture."""
    meaning, example = item_types()[item.type].explanation(item.body)
    return (
        (),
        (Text("practice.meaning", {"meaning": part(item, meaning)}),),
        (Text("practice.example", {"example": part(item, example, bold=True)}),),
        *(((Verbatim(PICTURE), seen),) if seen else ()),
    )


def _quoted(item: Item, said: Part) -> Part:
    """What was typed as it can stand in a sentence: on one line, no longer than an answer may be, and never spoken."""
    if not isinstance(said, Verbatim) or said.text in item_types()[item.type].targets(item.body):
        return said
    words = " ".join(said.text.split())
    return Verbatim(words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…")
