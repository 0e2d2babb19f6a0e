"""Pictures in the studio: what shows which, and drafts of new ones and of others in their place."""

from collections.abc import Mapping
from typing import Any

from bot.catalogue.course import Course
from bot.journeys.studio.entry import Entry
from bot.store.drafts import Change

KIND = "image"


def shown_with(course: Course) -> Mapping[str, list[str]]:
    """The ids of the published items and skill cards that show a picture, by its name."""
    found: dict[str, list[str]] = {}
    for item in course.items.values():
        if name := item.body.get("image"):
            found.setdefault(name, []).append(item.id)
    for skill in course.skills.values():
        if skill.image:
            found.setdefault(skill.image, []).append(skill.id)
    return found


def another(entry: Entry, digest: str) -> Change:
    """The picture with another file, the words as they are."""
    return Change(entry.id, KIND, with_file(entry.newest, digest))


def with_file(body: Mapping[str, Any], digest: str) -> dict[str, Any]:
    """What is written of a picture, with its file."""
    return {**body, "file": digest}
