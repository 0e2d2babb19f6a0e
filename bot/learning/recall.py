"""What a learner remembers, by FSRS-6 (Free Spaced Repetition Scheduler, default weights)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler, State

# Lessons are days apart, so only a miss is asked again the same day; a right answer waits for days.
# Whoever practises for a year should meet everything again within it: safety words above all.
SCHEDULER = Scheduler(
    learning_steps=(timedelta(minutes=10),),
    relearning_steps=(timedelta(minutes=10),),
    maximum_interval=365,
    enable_fuzzing=False,
)


@dataclass(frozen=True)
class Memory:
    """A learner's card of one item.

    Attributes:
        state: 1 learning, 2 review, 3 relearning (FSRS).
        step: the step within learning or relearning; None in review.
        stability: days until the chance of recall falls to 90 %.
        difficulty: 1 (easy) to 10.
        due_at: when to ask again, UTC.
        last_review_at: when it was last answered, UTC.
    """

    item_id: str
    state: int
    step: int | None
    stability: float
    difficulty: float
    due_at: datetime
    last_review_at: datetime

    @property
    def missed(self) -> bool:
        """Whether the last answer was wrong: with one step, a right answer always leads to review."""
        return self.state != State.Review


def review(memory: Memory | None, item_id: str, right: bool, now: datetime) -> Memory:
    """Return the memory after an answer.

    Args:
        memory: what was remembered before; None at the first answer.
        right: wrong is FSRS's Again, right is Good; finer grades do not predict better.
        now: an aware time.

    Raises:
        ValueError: the memory is of another item, or `now` has no time zone.
    """
    if memory and memory.item_id != item_id:
        raise ValueError(f"a memory of {memory.item_id} cannot be reviewed as {item_id}")
    rating = Rating.Good if right else Rating.Again
    card, _ = SCHEDULER.review_card(_card(memory, _utc(now)), rating, _utc(now))
    return _memory(item_id, card)


def retained(memory: Memory, now: datetime) -> float:
    """Return the chance (0 to 1) that the item is recalled now; FSRS counts in whole days.

    Raises:
        ValueError: `now` has no time zone.
    """
    return SCHEDULER.get_card_retrievability(_card(memory, _utc(now)), _utc(now))


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone: pass an aware datetime")
    return moment.astimezone(UTC)


def _card(memory: Memory | None, now: datetime) -> Card:
    # Without an id and a due time of our own, Card() sleeps and asks the clock.
    if memory is None:
        return Card(card_id=0, due=now)
    return Card(
        card_id=0,
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_utc(memory.due_at),
        last_review=_utc(memory.last_review_at),
    )


def _memory(item_id: str, card: Card) -> Memory:
    assert card.stability is not None
    assert card.difficulty is not None
    assert card.last_review is not None
    return Memory(
        item_id=item_id,
        state=int(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due_at=card.due,
        last_review_at=card.last_review,
    )
