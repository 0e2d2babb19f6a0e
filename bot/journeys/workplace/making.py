"""What the words of a workplace become: the entries of their page, judged as if they stood in a file."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from bot.catalogue import images
from bot.catalogue.course import Course
from bot.catalogue.judging import judge
from bot.learning.workplace import SECTOR, Said, exercises
from bot.store.entries import Form
from bot.store.tables import WorkplacePage, WorkplaceWord

NO_LICENCE = "-"
"""A picture of a workplace is for its team alone: nobody else may use it."""


class Unfit(Exception):
    """The course could not be learned with these words; says which entry, without them."""


def forms(
    course: Course, page: WorkplacePage, words: Sequence[WorkplaceWord], by: str, level: str, can_do: str
) -> Sequence[Form]:
    """Return the entries of a page: its unit, its pictures, its exercises. Raises Unfit.

    Args:
        course: what is published; it tells the languages.
        page: of the words.
        words: with their pictures.
        by: who sent the pictures in.
        level: of the exercises.
        can_do: what learners can do after them.
    """
    unit, target = f"{SECTOR}.{page.id}", course.region.target
    drawn = [word for word in words if word.picture]
    bodies: list[tuple[str, str, dict[str, Any]]] = []
    bodies.append(("unit", unit, {"title": page.title, "can_do": can_do, "target": target}))
    bodies += [("image", images.entry_id(_image(word)), _picture(word, by)) for word in drawn]
    place = {"unit": unit, "sector": SECTOR, "level": level, "target": target}
    for one in exercises(unit, page.title, [_said(word) for word in words]):
        bodies.append(("item", f"{unit}.{one.name}", {**place, "type": one.type, "body": dict(one.body)}))
    return [*_judged(bodies, course.region.written_in)]


def _judged(bodies: Sequence[tuple[str, str, dict[str, Any]]], written_in: str) -> Iterator[Form]:
    for kind, entry_id, body in bodies:
        judged = judge(kind, entry_id, body, written_in)
        if judged.faults or judged.entry is None:
            raise Unfit(f"{entry_id}: {', '.join(fault.field for fault in judged.faults)}")
        yield Form(entry_id, kind, judged.entry.body, judged.entry.digest)


def _said(word: WorkplaceWord) -> Said:
    return Said(word.id, word.text, word.meaning, word.sentence, _image(word) if word.picture else None)


def _image(word: WorkplaceWord) -> str:
    return f"{SECTOR}_{word.id}"


def _picture(word: WorkplaceWord, by: str) -> dict[str, Any]:
    return {"alt": word.meaning, "by": by, "licence": NO_LICENCE, "file": sha256(word.picture or b"").hexdigest()}
