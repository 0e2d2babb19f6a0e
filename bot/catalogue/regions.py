"""Regions: their sectors, the facts that change, and the helplines (``regions/<region>.yml``)."""

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import available_timezones

from bot.catalogue import training
from bot.catalogue.authored import Authored, Words, read_id, to_learn, words_of
from bot.catalogue.fields import Fields
from bot.learning.shapes import Day, Emoji, Id, Lines, Own, Parts, Plain, Rows, Several, Shape, Taught, Yes
from bot.safeguarding.flags import Flag

PREFIX = "region."
LONGEST_SECTOR = 26
"""A sector's name and its picture share a button of 30 characters."""

SECTOR: tuple[Shape, ...] = (
    Id("id"),
    Own("name", longest=LONGEST_SECTOR),
    Emoji("picture", required=True),
)
FACT: tuple[Shape, ...] = (
    Plain("value"),
    Plain("what"),
    Plain("source", required=False),
    Day("checked", required=False),
    Day("check_again", required=False),
    Yes("unchecked"),
)
HELPLINE: tuple[Shape, ...] = (
    Id("id", prefix="helpline"),
    Plain("name"),
    Plain("number"),
    Own("hours", required=False),
    Lines("languages"),
    Several("flags", values=tuple(Flag)),
    Taught("say", long=True),
    Own("say_meaning", long=True),
    Own("note", required=False, long=True),
    Plain("source"),
    Day("checked"),
    Day("check_again"),
)
SHAPES: tuple[Shape, ...] = (
    Plain("name"),
    Plain("target"),
    Plain("written_in"),
    Plain("timezone"),
    Lines("languages", required=False),
    Rows("sectors", fields=SECTOR),
    Parts("facts", required=False, fields=FACT, named=True),
    Rows("helplines", fields=HELPLINE),
    Rows("training", required=False, fields=training.SHAPES),
)

HELPLINE_WORDS = {
    "hours": "when this helpline answers",
    "say_meaning": "what the sentence to say means",
    "note": "a remark under a helpline",
}


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the one region that the file holds."""
    region = fields.named_as_file("region")
    written_in = fields.text("written_in")
    body: dict[str, Any] = {
        "name": fields.text("name"),
        "target": fields.text("target"),
        "written_in": written_in,
        "timezone": _timezone(fields),
        "languages": fields.texts("languages"),
        "sectors": [_sector(one) for one in fields.each("sectors")],
        "facts": {name: _fact(Fields(node, name, fields.notes)) for name, node in fields.named("facts")},
        "helplines": [_helpline(one) for one in fields.each("helplines")],
    }
    body["training"] = [training.read(one, body["facts"]) for one in _optional(fields, "training")]
    _note_uncovered(fields, body["helplines"])
    fields.done()
    words = tuple(_words(region, body))
    yield Authored("region", f"{PREFIX}{region}", body, fields.notes.file, 1, written_in, words, fields.node)


def shows(region_id: str, target: str, entry_id: str, body: Mapping[str, Any]) -> bool:
    """Whether learners of a region, who learn this target language, see an entry.

    What names neither a region nor a target language is for all.
    """
    if entry_id.startswith(PREFIX):
        return entry_id == f"{PREFIX}{region_id}"
    if "region" in body:
        return bool(body["region"] == region_id)
    return bool(body.get("target", target) == target)


def _optional(fields: Fields, name: str) -> Iterator[Fields]:
    """The members of a list that may be left out."""
    there = isinstance(fields.node.value, dict) and name in fields.node.value
    return fields.each(name) if there else iter(())


def _timezone(fields: Fields) -> str:
    zone = fields.text("timezone")
    if zone and zone not in available_timezones():
        fields.note("timezone", f"is {zone!r}: use a name such as Europe/Brussels")
    return zone


def _sector(fields: Fields) -> dict[str, str]:
    sector = {
        "id": fields.text("id"),
        "picture": fields.text("picture"),
        "name": fields.text("name", LONGEST_SECTOR),
    }
    fields.done()
    return sector


def _fact(fields: Fields) -> dict[str, Any]:
    unchecked = fields.yes("unchecked")
    fact = {
        "value": fields.text("value"),
        "what": fields.text("what"),
        "source": fields.optional("source"),
        "checked": fields.day("checked"),
        "check_again": fields.day("check_again"),
        "unchecked": unchecked,
    }
    if not unchecked and not (fact["source"] and fact["checked"] and fact["check_again"]):
        fields.note("", "needs `source`, `checked` and `check_again`, or else `unchecked: yes`")
    fields.done()
    return fact


def _helpline(fields: Fields) -> dict[str, Any]:
    helpline = {
        "id": read_id(fields, "helpline"),
        "name": fields.text("name"),
        "number": fields.text("number"),
        "hours": fields.optional("hours"),
        "languages": fields.texts("languages"),
        "flags": fields.texts("flags"),
        "say": fields.text("say"),
        "say_meaning": fields.text("say_meaning"),
        "note": fields.optional("note"),
        "source": fields.text("source"),
        "checked": fields.day("checked"),
        "check_again": fields.day("check_again"),
    }
    fields.done()
    for name in ("languages", "flags", "checked", "check_again"):
        if not helpline[name]:
            fields.note(name, "is missing")
    for flag in set(helpline["flags"] or ()) - set(Flag):
        fields.note("flags", f"has {flag!r}: use {', '.join(Flag)}")
    return helpline


def _note_uncovered(fields: Fields, helplines: list[dict[str, Any]]) -> None:
    covered = {flag for helpline in helplines for flag in helpline["flags"]}
    for flag in Flag:
        if flag not in covered:
            fields.note("helplines", f"has none with the flag {flag}: somebody in danger would see nothing")


def _words(region: str, body: dict[str, Any]) -> Iterator[Words]:
    for sector in body["sectors"]:
        about = f"name of a sector of work, at most {LONGEST_SECTOR} characters"
        yield Words(f"sector.{region}.{sector['id']}.name", sector["name"], about)
    for helpline in body["helplines"]:
        said = f"{helpline['name']}; {to_learn([helpline['say']])}"
        about_each = {name: f"{about}: {said}" for name, about in HELPLINE_WORDS.items()}
        yield from words_of(helpline["id"], helpline, about_each)
    for one in body["training"]:
        yield from training.words(one)
