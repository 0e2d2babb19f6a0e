"""Packs: units and items of a target language, sector and level (``packs/<target>/<sector>/<level>.yml``)."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.authored import Authored, Words, read_button_id, read_id, to_learn, words_of
from bot.catalogue.fields import Fields
from bot.learning.items import Explained, ItemType, item_types
from bot.learning.levels import LEVELS
from bot.learning.shapes import Own, Shape

LONGEST_TITLE = 30
LONGEST_UNIT = 45
"""The button that lets a unit be practised names it, and holds no more."""

UNIT_SHAPES: tuple[Shape, ...] = (Own("title", longest=LONGEST_TITLE), Own("can_do", long=True))

UNIT_WORDS = {
    "title": f"title of a unit, at most {LONGEST_TITLE} characters",
    "can_do": "what the learner can do after this unit",
}
ABOUT = {
    "situation": "the scene, and what is asked",
    "reason": "shown after answering: why the right answer is right",
    "wrong_reason": "shown when another word was typed: help, no blame",
    "meaning": "what the words to learn mean; keep those words themselves as they are",
    "ask": "a question about what is read",
    "claim": "what is said about a notice: true or not",
    "task": "what to do at work",
}


@dataclass(frozen=True)
class Pack:
    """What all entries of one pack share."""

    target: str
    sector: str
    level: str
    written_in: str


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the units of a pack and the items of each, in the author's order."""
    target, sector, level = fields.notes.file.removesuffix(".yml").split("/")[-3:]
    pack = Pack(
        target=fields.one_of("target", [target]),
        sector=fields.one_of("sector", [sector]),
        level=fields.one_of("level", [level] if level in LEVELS else LEVELS),
        written_in=fields.text("written_in"),
    )
    fields.text("licence")
    for unit in fields.each("units"):
        yield from _unit(unit, pack)
    fields.done()


def _unit(fields: Fields, pack: Pack) -> Iterator[Authored]:
    unit_id = read_button_id(fields, pack.sector, LONGEST_UNIT)
    body = {
        "title": fields.text("title", LONGEST_TITLE),
        "can_do": fields.text("can_do"),
        "target": pack.target,
    }
    words = words_of(unit_id, body, UNIT_WORDS)
    yield Authored("unit", unit_id, body, fields.notes.file, fields.node.line, pack.written_in, words)
    for item in fields.each("items"):
        yield _item(item, unit_id, pack)
    fields.done()


def _item(fields: Fields, unit_id: str, pack: Pack) -> Authored:
    item_id = read_id(fields, unit_id)
    of_type = item_types().get(fields.one_of("type", item_types()))
    body = fields.node.plain() if isinstance(fields.node.value, dict) else {}
    sound = of_type is not None and _is_sound(fields, of_type, body, pack.level)
    entry = {
        "type": body.get("type", ""),
        "unit": unit_id,
        "sector": pack.sector,
        "level": pack.level,
        "target": pack.target,
        "body": {name: value for name, value in body.items() if name not in ("id", "type")},
    }
    words = tuple(_words(item_id, of_type, body)) if of_type and sound else ()
    return Authored("item", item_id, entry, fields.notes.file, fields.node.line, pack.written_in, words, fields.node)


def _is_sound(fields: Fields, of_type: ItemType, body: dict[str, object], level: str) -> bool:
    problems = [*of_type.problems(body, level)]
    for problem in problems:
        fields.note(problem.field, problem.message)
    return not problems


def _words(item_id: str, of_type: ItemType, body: dict[str, object]) -> Iterator[Words]:
    around = to_learn(of_type.targets(body))
    for line in of_type.explained(body):
        yield Words(f"{item_id}.{line.field}", line.text, f"{_about(line)}; {around}")


def _about(line: Explained) -> str:
    within, _, name = line.field.rpartition(".")
    is_option = len(within.rpartition(".")[2]) == 1
    if is_option and name == "reason":
        # In a scene several choices may fit.
        return f"said when {within} was chosen" if "." in within else f"why {within} is not right"
    return f"option {within}, on a button: 30 characters" if is_option else ABOUT.get(name, name)
