"""Tips: one situation, one thing to do, one sentence to say, one place to turn (``tips/<topic>.yml``)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.catalogue.authored import Authored, read_button_id, to_learn, words_of
from bot.catalogue.fields import Fields

LONGEST_TITLE = 40
LONGEST_ID = 55
"""The button that lets a tip's sentence be heard names the tip, and holds no more."""

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
    written_in = fields.text("written_in")
    for tip in fields.each("tips"):
        yield _tip(tip, topic, written_in)
    fields.done()


def _tip(fields: Fields, topic: str, written_in: str) -> Authored:
    tip_id = read_button_id(fields, f"tip.{topic}", LONGEST_ID)
    body: dict[str, Any] = {
        "topic": topic,
        "picture": fields.optional("picture"),
        "title": fields.text("title", LONGEST_TITLE),
        "situation": fields.text("situation"),
        "do": fields.text("do"),
        "say": fields.text("say"),
        "say_meaning": fields.text("say_meaning"),
        "turn_to": fields.text("turn_to"),
        "facts": fields.texts("facts"),
        "check_by": fields.day("check_by"),
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
