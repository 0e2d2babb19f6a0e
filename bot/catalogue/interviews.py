"""What is asked in a job interview, to rehearse one (``interviews/<target>.yml``)."""

from collections.abc import Iterator
from typing import Any

from bot.catalogue.authored import Authored, read_button_id, to_learn, words_of
from bot.catalogue.fields import Fields
from bot.learning.shapes import Emoji, Own, Shape, Taught

LONGEST_ASK = 90
LONGEST_ANSWER = 90
"""Two short sentences, said in one breath or two."""
LONGEST_MEANING = 200
LONGEST_ID = 35
"""A question's buttons name it beside the message that they stand under and what was said so far, and hold no more."""

SHAPES: tuple[Shape, ...] = (
    Taught("ask", longest=LONGEST_ASK),
    Own("meaning", longest=LONGEST_MEANING, long=True),
    Taught("answer", required=False, longest=LONGEST_ANSWER),
    Own("answer_meaning", required=False, longest=LONGEST_MEANING, long=True),
    Emoji("picture", required=True),
)

PAIR = ("answer", "answer_meaning")


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the questions in a target language, in the author's order."""
    target = fields.named_as_file("target")
    written_in = fields.text("written_in")
    found = [_question(one, target, written_in) for one in fields.each("questions")]
    if found and all(one.body["answer"] for one in found):
        fields.note(
            "questions", "have an `answer` each: leave it out of one, which learners answer with a card of theirs"
        )
    yield from found
    fields.done()


def _question(fields: Fields, target: str, written_in: str) -> Authored:
    question_id = read_button_id(fields, "interview", LONGEST_ID)
    body: dict[str, Any] = {
        "target": target,
        "picture": fields.text("picture"),
        "ask": fields.text("ask", LONGEST_ASK),
        "meaning": fields.text("meaning", LONGEST_MEANING),
        "answer": fields.optional("answer", LONGEST_ANSWER),
        "answer_meaning": fields.optional("answer_meaning", LONGEST_MEANING),
    }
    fields.done()
    _note_half_an_answer(fields, body)
    about = {
        "meaning": f"what a question in a job interview means; {to_learn([body['ask']])}",
        "answer_meaning": f"what an answer in a job interview means; {to_learn([str(body['answer'])])}",
    }
    words = words_of(question_id, body, about)
    return Authored("interview", question_id, body, fields.notes.file, fields.node.line, written_in, words, fields.node)


def _note_half_an_answer(fields: Fields, body: dict[str, Any]) -> None:
    missing = [name for name in PAIR if not body[name]]
    if len(missing) == 1:
        fields.note(missing[0], f"is missing: `{PAIR[0]}` and `{PAIR[1]}` stand together, or neither")
