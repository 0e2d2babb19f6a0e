"""/studio/new: a new item, unit, tip, ...: first where it belongs, then its form. What is saved is a draft."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue.judging import judge
from bot.console import shaping
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import pack_name, sectors
from bot.console.pages.studio_words import found as found_word
from bot.console.visit import Visit
from bot.journeys.studio import beginning
from bot.journeys.studio.beginning import KINDS, Beginning
from bot.journeys.studio.shelves import packs
from bot.learning.levels import LEVELS
from bot.store import drafts, shelves
from bot.store.drafted_words import Nameless, WordTaken
from bot.store.drafts import Change, Origin, Overtaken
from bot.store.work_words import State

ASKED = ("kind", "in", "word", "pack", "unit", "level", "type")
"""What the address tells; ``word`` is the id of a word from work, of which an exercise is made."""


def show(visit: Visit) -> Response:
    """The form; before it, what there is still to choose."""
    word = _word(visit)
    if word and word.word.state != State.WAITING:
        return visit.go("/studio/words", told="studio_overtaken")
    found = _beginning(visit)
    if isinstance(found, Response):
        return found
    said = word.word.text if word else None
    return _form(visit, found, beginning.with_word(found, said) if said else found.base, word)


def make(visit: Visit) -> Response:
    """Keep it as a draft, whatever is wrong with it; its id is made from its words."""
    found, word = _beginning(visit), _word(visit)
    if isinstance(found, Response):
        return found
    sent = shaping.sent(visit, found.kind, found.base)
    if sent.reshaped:
        return _form(visit, found, sent.body, word)
    if sent.body == found.base:
        return _form(visit, found, sent.body, word, visit.words("console.studio.nothing_written"))
    try:
        return _keep(visit, found, sent.body, word)
    except Overtaken:
        return _form(visit, found, sent.body, word, visit.words("console.studio.id_taken"))
    except WordTaken:
        return _form(visit, found, sent.body, None, visit.words("console.words.taken"))


def _keep(visit: Visit, found: Beginning, sent: Mapping[str, Any], word: Nameless | None) -> Response:
    entry_id = shaping.proposed_id(found.kind, sent, found.before, lambda one: _taken(visit, one))
    judged = judge(found.kind, entry_id, sent, visit.desk.courses.current().region.written_in)
    body = judged.entry.body if judged.entry and not judged.faults else sent
    change = Change(entry_id, found.kind, body)
    if word:
        change = replace(change, origin=Origin.WORK_WORD, word_id=word.word.id)
        visit.detail["word"] = word.word.id
    drafts.save(visit.desk.store, change, visit.member.id, None, visit.now, visit.desk.random)
    visit.detail["entry"] = entry_id
    if judged.faults:
        return visit.go(f"/studio/entries/{entry_id}/edit", told="studio_saved_faulty")
    return visit.go(f"/studio/entries/{entry_id}", told="studio_saved")


def _beginning(visit: Visit) -> Beginning | Response:
    """What the address asks for, or the page on which more is chosen. Raises HTTPException (404)."""
    kind, course = visit.query("kind"), visit.desk.courses.current()
    if kind == "item":
        return _item(visit)
    if not kind:
        return _choose(visit, "kind", [one for one in KINDS if one != "item"])
    if kind not in KINDS:
        raise HTTPException(404)
    found = beginning.begin(course, kind, visit.query("in"))
    return found or _choose(visit, "in", beginning.holders(course, kind))


def _item(visit: Visit) -> Beginning | Response:
    unit, store = visit.query("unit"), visit.desk.store
    if not unit and (word := _word(visit)):
        return _choose_unit(visit, word)
    label = shelves.labels(store, [unit]).get(unit)
    if label is None or label.kind != "unit":
        raise HTTPException(404)
    pack = beginning.pack_of(store, visit.desk.courses.current(), unit, visit.query("level"))
    if pack is None:
        return _choose(visit, "level", LEVELS)
    found = beginning.begin_item(unit, pack, visit.query("type"))
    return found or _choose(visit, "type", beginning.types_for(pack.rpartition("/")[2]))


def _choose_unit(visit: Visit, word: Nameless) -> Response:
    """First the sector and level, those of who sent the word before all others, then the unit."""
    store, pack = visit.desk.store, visit.query("pack")
    if not pack:
        target = visit.desk.courses.current().region.target
        theirs = f"{target}/{word.sector}/{word.level}"
        found = sorted(packs(store, target), key=lambda one: one != theirs)
        return _choose(visit, "pack", found, {one: pack_name(visit, one) for one in found})
    titles = {unit: title for unit, title, _ in shelves.units(store, pack)}
    if not titles:
        raise HTTPException(404)
    return _choose(visit, "unit", titles, titles)


def _choose(visit: Visit, name: str, values: Iterable[str], called: Mapping[str, str] | None = None) -> Response:
    """The page that asks for one thing more."""
    kind, names = visit.query("kind"), called or sectors(visit)
    return visit.page(
        "studio_choose.html",
        kind=kind,
        asked=f"{name}.{kind}" if kind else name,
        choices=[(_address(visit, **{name: value}), _called(visit, name, kind, value, names)) for value in values],
        word=_word(visit),
        sectors=sectors(visit),
    )


def _called(visit: Visit, name: str, kind: str, value: str, names: Mapping[str, str]) -> str:
    """What one of the choices is called."""
    course = visit.desk.courses.current()
    if name == "kind":
        return visit.words(f"console.studio.new.{value}")
    if name == "type":
        return visit.words(f"console.studio.type.{value}")
    if kind == "skill":
        return visit.say(course.skill_fields[value].name)
    if kind == "tip":
        return visit.words(f"topic.{value}")
    return names.get(value) or (visit.words("console.studio.shared") if value == "shared" else value)


def _form(
    visit: Visit, found: Beginning, body: Mapping[str, Any], word: Nameless | None, fault: str | None = None
) -> Response:
    written_in = visit.desk.courses.current().region.written_in
    return visit.page(
        "studio_new.html",
        422 if fault else 200,
        fault=fault,
        kind=found.kind,
        drawn=shaping.form(visit, found.kind, body, written_in),
        address=_address(visit, word=word.word.id if word else ""),
        word=word,
        sectors=sectors(visit),
        base=json.dumps(found.base),
        before=found.before,
    )


def _address(visit: Visit, **more: str) -> str:
    """This page's address, with one thing more chosen."""
    asked = {name: visit.query(name) for name in ASKED} | more
    return "/studio/new?" + urlencode({name: value for name, value in asked.items() if value})


def _word(visit: Visit) -> Nameless | None:
    """The word from work of which an item is made, if the address names one. Raises HTTPException (404): not theirs."""
    word_id = visit.query("word") if visit.query("kind") == "item" else ""
    return found_word(visit, word_id) if word_id else None


def _taken(visit: Visit, entry_id: str) -> bool:
    return entry_id in shelves.labels(visit.desk.store, [entry_id])


PAGES = (
    Page("/studio/new", show, may=COORDINATING),
    Page("/studio/new", make, may=COORDINATING, noted="studio.begun", method="POST", most=shaping.LARGEST),
)
