"""Reading what is believed of learners and items."""

from collections.abc import Collection

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import ItemDifficulty, Placement


def of_lesson(store: Store, lesson_id: str) -> Placement | None:
    """The placement that runs, or ran, in this lesson."""
    with store.reading() as session:
        return session.get(Placement, lesson_id)


def began(store: Store, learner_id: str) -> bool:
    """Whether the learner ever began one."""
    with store.reading() as session:
        mine = select(Placement.lesson_id).where(Placement.learner_id == learner_id).limit(1)
        return session.scalars(mine).first() is not None


def difficulty(store: Store, item_id: str) -> ItemDifficulty | None:
    """What is believed of an item; None as long as nobody answered it."""
    with store.reading() as session:
        return session.get(ItemDifficulty, item_id)


def difficulties(store: Store, item_ids: Collection[str]) -> dict[str, float]:
    """The difficulties of those of these items that somebody answered, in logits by item id."""
    statement = select(ItemDifficulty.item_id, ItemDifficulty.difficulty).where(ItemDifficulty.item_id.in_(item_ids))
    with store.reading() as session:
        return dict(session.execute(statement).tuples().all())
