"""What people can already do: a field, and cards each with a sentence for CV and interview (``skills/<field>.yml``)."""

from collections.abc import Iterator
from typing import Any

from bot.catalogue.authored import Authored, read_button_id, to_learn, words_of
from bot.catalogue.fields import Fields
from bot.learning.shapes import Emoji, Image, Lines, Own, Shape, Taught

LONGEST_CARD = 120
LONGEST_SAY = 70
"""The sentence stands on one or two lines of a CV, and can be said in one breath."""
LONGEST_ID = 45
"""A card's buttons name it beside the message that they stand under, and hold no more."""

FIELD_SHAPES: tuple[Shape, ...] = (
    Own("name"),
    Emoji("picture", required=True),
    Lines("sectors", required=False, empty=True),
)
CARD_SHAPES: tuple[Shape, ...] = (
    Own("card", longest=LONGEST_CARD, long=True),
    Taught("say", longest=LONGEST_SAY),
    Emoji("picture", required=True),
    Image("image"),
)


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the field of one file and its cards, in the author's order."""
    field = fields.named_as_file("field")
    target = fields.text("target")
    written_in = fields.text("written_in")
    body: dict[str, Any] = {"picture": fields.text("picture"), "name": fields.text("name"), **_sectors(fields)}
    about = {"name": "name of a group of skills, on a button"}
    words = words_of(f"skills.{field}", body, about)
    yield Authored("skill_field", f"skills.{field}", body, fields.notes.file, fields.node.line, written_in, words)
    for card in fields.each("cards"):
        yield _card(card, field, target, written_in)
    fields.done()


def _sectors(fields: Fields) -> dict[str, list[str]]:
    """The sectors in which the field is used; left out, it is used in every one."""
    there = isinstance(fields.node.value, dict) and "sectors" in fields.node.value
    return {"sectors": fields.texts("sectors")} if there else {}


def _card(fields: Fields, field: str, target: str, written_in: str) -> Authored:
    skill_id = read_button_id(fields, f"skill.{field}", LONGEST_ID)
    body: dict[str, Any] = {
        "field": field,
        "target": target,
        "picture": fields.text("picture"),
        "image": fields.optional("image"),
        "card": fields.text("card", LONGEST_CARD),
        "say": fields.text("say", LONGEST_SAY),
    }
    fields.done()
    about = {"card": f"what somebody can do, said in the first person, of women and men; {to_learn([body['say']])}"}
    words = words_of(skill_id, body, about)
    return Authored("skill", skill_id, body, fields.notes.file, fields.node.line, written_in, words, fields.node)
