"""Tips: one situation, one thing to do, one sentence to say, one place to turn (``tips/<topic>.yml``).

Those of another region than the first stand in a folder of its own, ``tips/<region>/<topic>.yml``.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.catalogue.authored import Authored, read_button_id, to_learn, words_of
from bot.catalogue.fields import Fields
from bot.learning.shapes import Day, Emoji, Lines, Number, Own, Shape, Taught

LONGEST_TITLE = 40
LONGEST_ID = 55
"""The button that lets a tip's sentence be heard names the tip, and holds no more."""

SHAPES: tuple[Shape, ...] = (
    Own("title", longest=LONGEST_TITLE),
    Own("situation", long=True),
    Own("do", long=True),
    Taught("say", long=True),
    Own("say_meaning", long=True),
    Own("turn_to", long=True),
    Lines("facts", required=False),
    Day("check_by", required=False),
    Number("step", required=False),
    Emoji("picture"),
)

PLACEHOLDER = re.compile(r"\{(\w+)\}")

WORDS = {
    "title": f"title of a tip, at most {LONGEST_TITLE} characters",
    "situation": "the situation",
    "do": "what to do",
    "say_meaning": "what the sentence to say means",
    "turn_to": "where to turn for help",
}


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the tips of one topic, in the author's order."""
    topic = fields.named_as_file("topic")
    region = fields.text("region")
    written_in = fields.text("written_in")
    found = [_tip(tip, topic, region, written_in) for tip in fields.each("tips")]
    steps = [tip.body["step"] for tip in found if tip.body["step"]]
    if steps != [*range(1, len(steps) + 1)]:
        fields.note("tips", f"has the steps {steps}: number them 1, 2, 3 in their order")
    yield from found
    fields.done()


def _tip(fields: Fields, topic: str, region: str, written_in: str) -> Authored:
    tip_id = read_button_id(fields, f"tip.{topic}", LONGEST_ID)
    body: dict[str, Any] = {
        "topic": topic,
        "region": region,
        "picture": fields.optional("picture"),
        "title": fields.text("title", LONGEST_TITLE),
        "situation": fields.text("situation"),
        "do": fields.text("do"),
        "say": fields.text("say"),
        "say_meaning": fields.text("say_meaning"),
        "turn_to": fields.text("turn_to"),
        "facts": fields.texts("facts"),
        "check_by": fields.day("check_by"),
        "step": fields.number("step"),
    }
    fields.done()
    _note_facts(fields, body)
    about = {name: f"{said}; {to_learn([str(body['say'])])}" for name, said in WORDS.items()}
    words = words_of(tip_id, body, about)
    return Authored("tip", tip_id, body, fields.notes.file, fields.node.line, written_in, words, fields.node)


def _note_facts(fields: Fields, body: Mapping[str, Any]) -> None:
    used = {name for field in WORDS for name in PLACEHOLDER.findall(str(body[field]))}
    for name in sorted(used - set(body["facts"])):
        fields.note("facts", f"should list `{name}`, which the text uses")
    for name in sorted(set(body["facts"]) - used):
        fields.note("facts", f"lists `{name}`, but no text uses {{{name}}}")
