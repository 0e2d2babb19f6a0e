"""How long the message of an item is at its longest, in each own language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bot.catalogue.course import explained
from bot.catalogue.rules._material import Written
from bot.i18n import Catalogues, Part, Text, Verbatim
from bot.learning.items import Line as ItemLine
from bot.learning.items import Question, Sign, Taken, Wording

ROOM = 200
"""UTF-16 units that the interface takes of a message: the place in the lesson, how it is done, two headings, signs."""

QUOTED = 100
"""Characters of a typed answer that are shown again."""

BETWEEN = 2
"""An empty line between two lines."""


@dataclass(frozen=True)
class Rendered:
    """An item in one language. ``alt`` says what its picture shows."""

    one: Written
    language: str
    catalogues: Catalogues
    alt: Part | None

    def length(self) -> int:
        """The UTF-16 units of its longest message: the question with its answer, or with what explains it."""
        return ROOM + max(map(self._asked, steps(self.one))) + max(self._answered(), self._explained())

    def _asked(self, question: Question) -> int:
        return sum(map(self._units, question.lines))

    def _answered(self) -> int:
        body = self.one.item.body
        [question] = list(steps(self.one))[:1]
        right = self._units(self.one.type.grade(body, "").right)
        choices = [self._units(choice.label) for choice in question.choices]
        return right + max([right, QUOTED * question.typed, *choices]) + self._reason()

    def _reason(self) -> int:
        lines = self.one.type.explained(self.one.item.body)
        return max((self._units(line) for line in lines if line.field.endswith("reason")), default=0)

    def _explained(self) -> int:
        shown = sum(map(self._units, self.one.type.explanation(self.one.item.body)))
        return shown + (self._said(self.alt) if self.alt else 0)

    def _units(self, line: ItemLine) -> int:
        if isinstance(line, Wording):
            return self._said(Text(f"item.{line.name}"))
        if isinstance(line, Sign):
            return self._said(Verbatim(line.text))
        content = explained(self.one.item, line)
        return self._said(Verbatim(content) if isinstance(content, str) else content)

    def _said(self, part: Part) -> int:
        return len(self.catalogues.plain(part, self.language).encode("utf-16-le", "replace")) // 2 + BETWEEN


def steps(one: Written) -> Iterator[Question]:
    """The question at each of its steps, when the longest button is tapped each time."""
    kind, body = one.type, one.item.body
    order = kind.order(body, Random(0))
    taken: Sequence[str] = ()
    while True:
        question = kind.question(body, order, taken)
        yield question
        # Buttons that are no choice of the item's own, such as "undo", lead nowhere new.
        tapped = max((c for c in question.choices if c.key in order), key=lambda c: len(c.label.text), default=None)
        outcome = kind.take(body, order, taken, tapped.key) if tapped else None
        if not isinstance(outcome, Taken):
            return
        taken = outcome.steps
