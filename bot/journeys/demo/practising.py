"""How somebody of the demo practised: real lessons, chosen and graded as ever, with answers made up."""

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from random import Random

from bot.catalogue.course import Course
from bot.journeys.demo.answering import Way, ways
from bot.learning import choosing, recall
from bot.learning.items import Item, Verdict, item_types
from bot.learning.recall import Memory, retained
from bot.store.ids import new_id
from bot.store.tables import Attempt, Base, Card, Learner, Lesson, Showing

JUST_TOLD = 0.85
"""The chance that an answer is still known which was told some minutes ago."""

DONT_KNOW = 0.3
"""How often somebody who does not know says so instead of guessing."""

FASTEST, SLOWEST = 8, 45
"""Seconds for one item."""


@dataclass
class Practice:
    """One learner's practice: grows lesson by lesson.

    Args:
        learner: whose it is.
        course: what is practised.
        knows: the chance that an item is known when it is met for the first time.
        random: decides what is known.
    """

    learner: Learner
    course: Course
    knows: float
    random: Random
    memories: dict[str, Memory] = field(default_factory=dict)
    lessons: list[Lesson] = field(default_factory=list)
    showings: list[Showing] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    _missed: set[str] = field(default_factory=set)
    _possible: dict[tuple[str, frozenset[str]], list[Way]] = field(default_factory=dict)

    def rows(self) -> tuple[list[Base], ...]:
        """What is to be kept: each list refers only to those before it."""
        cards = [Card(learner_id=self.learner.id, **asdict(memory)) for memory in self.memories.values()]
        return [*self.lessons, *cards], [*self.showings], [*self.attempts]

    def lesson(self, at: datetime) -> None:
        """Take a lesson, which begins at this time (in UTC), if there is anything to practise."""
        plan = self._plan(at)
        if not plan:
            return
        self._missed = set()
        lesson = Lesson(id=new_id(self.random), learner_id=self.learner.id, plan=[], size=0, started_at=at)
        done: list[str] = []
        while plan:
            shown_at, at = at, at + self._while()
            item = self.course.items[plan.pop(0)]
            done.append(item.id)
            if not self._answer(lesson, item, shown_at, at):
                self._missed.add(item.id)
                plan = choosing.return_at_end([*done, *plan], item.id)[len(done) :]
        lesson.size, lesson.ended_at = len(done), at
        self.lessons.append(lesson)

    def _plan(self, at: datetime) -> list[str]:
        return choosing.plan_lesson(
            list(self.course.items.values()),
            self.memories,
            sector=self.learner.sector,
            level=self.learner.level,
            now=at,
            random=self.random,
            missed=self._missed,
            met={showing.item_id for showing in self.showings},
            reading=not self.learner.listens,
        )

    def _answer(self, lesson: Lesson, item: Item, shown_at: datetime, at: datetime) -> bool:
        """Answer one item, or look at one that asks nothing. Returns whether it need not come back."""
        order = item_types()[item.type].order(item.body, self.random)
        steps, verdict = self._way(item, order, known=self.random.random() < self._chance(item, at))
        showing = Showing(
            id=new_id(self.random),
            learner_id=self.learner.id,
            lesson_id=lesson.id,
            item_id=item.id,
            revision=item.revision,
            order=order,
            steps=[*steps],
            shown_at=shown_at,
            closed_at=at,
        )
        self.showings.append(showing)
        if item_types()[item.type].asks:
            self.memories[item.id] = recall.review(self.memories.get(item.id), item.id, verdict.grade.recalled, at)
            self.attempts.append(self._attempt(showing, verdict, at))
        return not verdict.grade.missed

    def _attempt(self, showing: Showing, verdict: Verdict, at: datetime) -> Attempt:
        return Attempt(
            showing_id=showing.id,
            learner_id=showing.learner_id,
            item_id=showing.item_id,
            revision=showing.revision,
            answer=verdict.given.text,
            grade=verdict.grade.value,
            correct=verdict.grade.recalled,
            at=at,
            # No update brought it.
            update_id=0,
        )

    def _chance(self, item: Item, at: datetime) -> float:
        """How likely an answer is known: at first by what somebody brings along, then by what recall expects."""
        memory = self.memories.get(item.id)
        if memory is None:
            return self.knows
        return JUST_TOLD if memory.missed else retained(memory, at)

    def _way(self, item: Item, order: list[str], *, known: bool) -> Way:
        """An answer of the wanted kind among those that can be given; sometimes it is "I don't know"."""
        # Shuffled or not, the same choices lead to the same ends: a sentence of seven pieces has thousands.
        key = item.id, frozenset(order)
        possible = self._possible.get(key) or self._possible.setdefault(key, [*ways(item, order)])
        fitting = [way for way in possible if way[1].grade.missed != known]
        if fitting and order and (known or self.random.random() > DONT_KNOW):
            return self.random.choice(fitting)
        return fitting[0] if fitting and known else ((), item_types()[item.type].grade(item.body, ""))

    def _while(self) -> timedelta:
        return timedelta(seconds=self.random.randint(FASTEST, SLOWEST))
