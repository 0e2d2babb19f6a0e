"""What of the content must be looked at again, and when: the facts, helplines, trainings and tips that bear a date."""

from collections.abc import Iterable
from datetime import date

from bot.catalogue.authored import Authored


def due(entries: Iterable[Authored], today: date) -> dict[str, str]:
    """What should have been checked again, and when."""
    return {name: day for entry in entries for name, day in _dated(entry) if date.fromisoformat(day) < today}


def _dated(entry: Authored) -> list[tuple[str, str]]:
    if entry.kind == "tip":
        return [(entry.id, entry.body["check_by"])] if entry.body["check_by"] else []
    if entry.kind != "region":
        return []
    listed = [*entry.body["helplines"], *entry.body["training"]]
    named = [*entry.body["facts"].items(), *((one["id"], one) for one in listed)]
    return [(name, one["check_again"]) for name, one in named if one["check_again"]]
