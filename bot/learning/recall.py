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

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Memory:
    """A learner's card of one item.

    Attributes:
        state: 1 learning, 2 review, 3 relearning (FSRS).
        step: the step within learning or relearning; None in review.
        stability: days until the chance of recall falls to 90 %.
        difficulty: 1 (easy) to 10.
        due_at: when to ask again, UTC; after a right answer the beginning of a day.
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

    FSRS counts whole days between two times: from eight o'clock to five to eight on the next day would be none. Here
    a night is a day, whatever the hour, and an item falls due with its day. (Days of UTC change while Europe sleeps.)

    Args:
        memory: what was remembered before; None at the first answer.
        right: wrong is FSRS's Again, right is Good; finer grades do not predict better.
        now: an aware time.

    Raises:
        ValueError: the memory is of another item, or `now` has no time zone.
    """
    if memory and memory.item_id != item_id:
        raise ValueError(f"a memory of {memory.item_id} cannot be reviewed as {item_id}")
    rating, today = Rating.Good if right else Rating.Again, _day(now)
    card, _ = SCHEDULER.review_card(_card(memory, today), rating, today)
    wait = card.due - today
    return _memory(item_id, card, card.due if wait >= DAY else _utc(now) + wait, _utc(now))


def retained(memory: Memory, now: datetime) -> float:
    """Return the chance (0 to 1) that the item is recalled today; it falls with each night.

    Raises:
        ValueError: `now` has no time zone.
    """
    return SCHEDULER.get_card_retrievability(_card(memory, _day(now)), _day(now))


def _day(moment: datetime) -> datetime:
    return _utc(moment).replace(hour=0, minute=0, second=0, microsecond=0)


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
        last_review=_day(memory.last_review_at),
    )


def _memory(item_id: str, card: Card, due_at: datetime, now: datetime) -> Memory:
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(
        item_id=item_id,
        state=int(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due_at=due_at,
        last_review_at=now,
    )
