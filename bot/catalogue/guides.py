"""What guides learners, its parts ready to be shown: units, tips, skills, and the region with its helplines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.i18n import Content, Text, Value, Verbatim

FIELD_PREFIX = "skills."
"""How the entries of all groups of skills begin."""


@dataclass(frozen=True)
class Unit:
    """A part of the course, and what a learner can do after it."""

    id: str
    title: Content
    can_do: Content


@dataclass(frozen=True)
class Sector:
    """A kind of work that a learner may choose."""

    id: str
    picture: str
    name: Content


@dataclass(frozen=True)
class Fact:
    """Something that changes, such as a phone number. ``sure`` is false when it may be out of date."""

    value: str
    sure: bool


@dataclass(frozen=True)
class Helpline:
    """Where somebody in danger can call. ``languages`` are codes of those that are spoken there.

    ``checked`` is the day on which somebody made sure of the number.
    """

    id: str
    name: Verbatim
    number: Verbatim
    languages: tuple[str, ...]
    flags: frozenset[str]
    say: Verbatim
    say_meaning: Content
    hours: Content | None
    note: Content | None
    checked: date


@dataclass(frozen=True)
class Region:
    """Where learners live: the sectors on offer, whom to call, which hour it is.

    ``target`` is the language that they learn, ``written_in`` the one in which its authors explain things.
    """

    id: str
    name: str
    target: str
    written_in: str
    zone: ZoneInfo
    sectors: tuple[Sector, ...]
    facts: Mapping[str, Fact]
    all_helplines: tuple[Helpline, ...]

    def helplines(self, flag: str) -> tuple[Helpline, ...]:
        """The helplines for this danger, in the order in which they should be shown."""
        return tuple(one for one in self.all_helplines if flag in one.flags)


@dataclass(frozen=True)
class Tip:
    """A tip as it may be shown on a day. Past the date of its law only ``title`` and ``turn_to`` are left.

    ``unsure`` stands under a tip that holds a fact which nobody could check, or not lately. ``step`` is its place
    in the track of its topic, from 1 on; None when it stands alone.
    """

    id: str
    topic: str
    picture: str | None
    title: Content
    situation: Content | None
    do: Content | None
    say: Verbatim | None
    say_meaning: Content | None
    turn_to: Content
    unsure: Text | None
    step: int | None = None


@dataclass(frozen=True)
class SkillField:
    """A group of things that people can do. ``sectors`` are those in which they are used; None is every one."""

    id: str
    picture: str
    name: Content
    sectors: frozenset[str] | None = None

    def fits(self, sector: str) -> bool:
        """Whether work in this sector uses what people of this group can do."""
        return self.sectors is None or sector in self.sectors


@dataclass(frozen=True)
class Skill:
    """A card: what somebody can do, and how to say so in a CV. ``image`` names a picture of the content."""

    id: str
    field: str
    picture: str
    image: str | None
    card: Content
    say: Verbatim


def unit(unit_id: str, body: Mapping[str, Any]) -> Unit:
    """A unit, from its published body."""
    return Unit(unit_id, _content(unit_id, "title", body), _content(unit_id, "can_do", body))


def region(region_id: str, body: Mapping[str, Any], day: date) -> Region:
    """A region, from its published body, with its facts as sure as they are on this day."""
    return Region(
        id=region_id,
        name=body["name"],
        target=body["target"],
        written_in=body["written_in"],
        zone=ZoneInfo(body["timezone"]),
        sectors=tuple(_sector(region_id, one) for one in body["sectors"]),
        facts={name: Fact(fact["value"], _sure(fact, day)) for name, fact in body["facts"].items()},
        all_helplines=tuple(_helpline(one) for one in body["helplines"]),
    )


def tip(tip_id: str, body: Mapping[str, Any], facts: Mapping[str, Fact], day: date) -> Tip:
    """A tip, from its published body, with its facts filled in."""
    used = {name: facts[name] for name in body["facts"]}
    values = {name: Verbatim(fact.value) for name, fact in used.items()}
    current = not body["check_by"] or day <= date.fromisoformat(body["check_by"])

    def words(name: str) -> Content:
        return _content(tip_id, name, body, values)

    return Tip(
        id=tip_id,
        topic=body["topic"],
        picture=body["picture"],
        title=words("title"),
        situation=words("situation") if current else None,
        do=words("do") if current else None,
        say=Verbatim(body["say"]) if current else None,
        say_meaning=words("say_meaning") if current else None,
        turn_to=words("turn_to"),
        unsure=None if all(fact.sure for fact in used.values()) else Text("tip.ask_to_be_sure"),
        step=body.get("step"),
    )


def skill_field(field_id: str, body: Mapping[str, Any]) -> SkillField:
    """A group of skills, from its published body."""
    sectors = frozenset(body["sectors"]) if "sectors" in body else None
    return SkillField(field_id, body["picture"], _content(f"{FIELD_PREFIX}{field_id}", "name", body), sectors)


def skill(skill_id: str, body: Mapping[str, Any]) -> Skill:
    """A skill, from its published body."""
    card, say = _content(skill_id, "card", body), Verbatim(body["say"])
    return Skill(skill_id, body["field"], body["picture"], body["image"], card, say)


def _sector(region_id: str, body: Mapping[str, Any]) -> Sector:
    return Sector(body["id"], body["picture"], _content(f"sector.{region_id}.{body['id']}", "name", body))


def _helpline(body: Mapping[str, Any]) -> Helpline:
    def optional(name: str) -> Content | None:
        return _content(body["id"], name, body) if body[name] else None

    return Helpline(
        id=body["id"],
        name=Verbatim(body["name"]),
        number=Verbatim(body["number"]),
        languages=tuple(body["languages"]),
        flags=frozenset(body["flags"]),
        say=Verbatim(body["say"]),
        say_meaning=_content(body["id"], "say_meaning", body),
        hours=optional("hours"),
        note=optional("note"),
        checked=date.fromisoformat(body["checked"]),
    )


def _sure(fact: Mapping[str, Any], day: date) -> bool:
    return not fact["unchecked"] and day <= date.fromisoformat(fact["check_again"])


def _content(entry_id: str, name: str, body: Mapping[str, Any], values: Mapping[str, Value] | None = None) -> Content:
    return Content(f"{entry_id}.{name}", body[name], values or {})
