"""past_review: a fact, a helpline, a training or a tip should have been checked again by now."""

from collections.abc import Iterator

from bot.catalogue.authored import Authored
from bot.catalogue.problems import Kind, Problem
from bot.catalogue.reviews import due
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule


def find(material: Material) -> Iterator[Problem]:
    """Yield whatever is past its date; on the day itself it still holds."""
    for entry in material.folder.entries:
        for name, day in due([entry], material.today).items():
            message = f"was to be checked again by {day}: check it with its source, and write the new dates"
            yield Problem(entry.file, entry.line_of(_field(entry, name)), name, message)


def _field(entry: Authored, name: str) -> str:
    """The field that holds the date."""
    if entry.kind == "tip":
        return "check_by"
    if name in entry.body["facts"]:
        return f"facts.{name}.check_again"
    part = "training" if name.startswith("training.") else "helplines"
    ids = [one["id"] for one in entry.body[part]]
    return f"{part}.{ids.index(name)}.check_again"


RULE = Rule(Kind.DUE, find)
