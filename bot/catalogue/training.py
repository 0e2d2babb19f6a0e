"""Training that leads to a job: facts of a region, in its file (``training`` in ``regions/<region>.yml``)."""

from collections.abc import Collection, Iterator
from typing import Any

from bot.catalogue.authored import Words, read_id, words_of
from bot.catalogue.fields import Fields
from bot.learning.shapes import Day, Id, Lines, Own, PartOf, Plain, Shape, Yes

LONGEST_NAME = 60
LONGEST_ASK = 140

SHAPES: tuple[Shape, ...] = (
    Id("id", prefix="training"),
    Own("name", longest=LONGEST_NAME),
    Lines("jobs", kind="job"),
    Plain("provider"),
    Own("ask", longest=LONGEST_ASK, long=True),
    PartOf("phone", parts="facts", required=False),
    Plain("url", required=False),
    Plain("source", required=False),
    Day("checked", required=False),
    Day("check_again", required=False),
    Yes("unchecked"),
)

ABOUT = {
    "name": f"name of a training, at most {LONGEST_NAME} characters",
    "ask": f"what it is and what to ask for, at most {LONGEST_ASK} characters",
}


def read(fields: Fields, facts: Collection[str]) -> dict[str, Any]:
    """Read one training. ``facts`` are the names of those that the region's file holds."""
    training: dict[str, Any] = {
        "id": read_id(fields, "training"),
        "jobs": fields.texts("jobs"),
        "name": fields.text("name", LONGEST_NAME),
        "provider": fields.text("provider"),
        "ask": fields.text("ask", LONGEST_ASK),
        "phone": fields.optional("phone"),
        "url": fields.optional("url"),
        "unchecked": fields.yes("unchecked"),
        "source": fields.optional("source"),
        "checked": fields.day("checked"),
        "check_again": fields.day("check_again"),
    }
    fields.done()
    _note_missing(fields, training, facts)
    return training


def words(training: dict[str, Any]) -> Iterator[Words]:
    """Yield what translators put into every language; names of organisations stay."""
    said = f"given by {training['provider']}"
    yield from words_of(training["id"], training, {name: f"{about}; {said}" for name, about in ABOUT.items()})


def _note_missing(fields: Fields, training: dict[str, Any], facts: Collection[str]) -> None:
    if not training["jobs"]:
        fields.note("jobs", "is missing: name the jobs that this training leads to")
    if not training["phone"] and not training["url"]:
        fields.note("", "needs `phone` (the name of a fact) or `url`: where to ask")
    if training["phone"] and training["phone"] not in facts:
        fields.note("phone", f"is {training['phone']!r}: use one of the facts {', '.join(facts)}")
    if not training["unchecked"] and not all(training[name] for name in ("source", "checked", "check_again")):
        fields.note("", "needs `source`, `checked` and `check_again`, or else `unchecked: yes`")
