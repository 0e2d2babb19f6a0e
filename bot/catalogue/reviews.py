"""What of the content must be looked at again, and when: the facts, helplines, trainings and tips that bear a date."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from bot.catalogue.authored import Authored


def due(entries: Iterable[Authored], today: date) -> dict[str, str]:
    """What should have been checked again, and when."""
    return {name: day for entry in entries for name, day in _dated(entry) if date.fromisoformat(day) < today}


def ages(entries: Iterable[Authored], today: date) -> dict[str, int]:
    """How many facts, helplines and trainings were checked how long ago, are past their date, or were never checked."""
    return dict(Counter(_age(one, today) for entry in entries for _, one in _checkable(entry)))


def _age(one: Mapping[str, Any], today: date) -> str:
    if one.get("unchecked") or not (one["checked"] and one["check_again"]):
        return "not checked"
    if date.fromisoformat(one["check_again"]) < today:
        return "to be checked again"
    months = max(0, (today - date.fromisoformat(one["checked"])).days // 30)
    return f"checked {months} to {months + 1} months ago"


def _checkable(entry: Authored) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What a region says that changes, by its name."""
    if entry.kind == "region":
        yield from entry.body["facts"].items()
        yield from ((one["id"], one) for one in (*entry.body["helplines"], *entry.body["training"]))


def _dated(entry: Authored) -> list[tuple[str, str]]:
    if entry.kind == "tip":
        return [(entry.id, entry.body["check_by"])] if entry.body["check_by"] else []
    return [(name, one["check_again"]) for name, one in _checkable(entry) if one["check_again"]]
