"""The rows of a workplace's page as they are written, inside a write transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from bot.store.ids import new_id
from bot.store.tables import WorkplacePage, WorkplaceWord


@dataclass(frozen=True)
class Written:
    """A row as somebody wrote it.

    A picture or a sound of None leaves the one that is there, unless it is dropped.
    """

    number: int
    text: str = ""
    meaning: str = ""
    sentence: str = ""
    picture: bytes | None = None
    sound: bytes | None = None
    drop_picture: bool = False
    drop_sound: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written; then the row goes, with what was kept in it."""
        return not (self.text or self.meaning or self.sentence or self.picture or self.sound)


def put(session: Session, page: WorkplacePage, rows: Sequence[Written], random: Random) -> None:
    """Keep these rows as all that the page holds."""
    there = {one.number: one for one in whole(session, page)}
    wanted = {row.number: row for row in rows if not row.empty}
    for number in there.keys() - wanted.keys():
        session.delete(there[number])
    for number, row in wanted.items():
        before = there.get(number)
        word = before or WorkplaceWord(page_id=page.id, number=number)
        # Another word is a new one to who learned the one before.
        if before is None or before.text.casefold() != row.text.casefold():
            word.id = new_id(random)
        word.text, word.meaning, word.sentence = row.text, row.meaning, row.sentence
        word.picture = row.picture or (None if row.drop_picture else word.picture)
        word.sound = row.sound or (None if row.drop_sound else word.sound)
        session.add(word)
    # Whoever reads them in this transaction finds them.
    session.flush()


def whole(session: Session, page: WorkplacePage) -> Sequence[WorkplaceWord]:
    """The rows of a page in their order, with their files."""
    rows = select(WorkplaceWord).where(WorkplaceWord.page_id == page.id).order_by(WorkplaceWord.number)
    with_files = rows.options(undefer(WorkplaceWord.picture), undefer(WorkplaceWord.sound))
    return session.scalars(with_files).all()
