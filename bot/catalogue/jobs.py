"""Target jobs: what somebody can learn towards, and the units that lead there (``jobs/<sector>.yml``)."""

from collections.abc import Iterator

from bot.catalogue.authored import Authored, read_button_id, words_of
from bot.catalogue.fields import Fields
from bot.learning.shapes import Emoji, Lines, Own, Shape

LONGEST_NAME = 28
"""Together with its picture it stands on a button."""
LONGEST_ID = 45
"""A job's button names it beside the message that it stands under, and holds no more."""

SHAPES: tuple[Shape, ...] = (
    Own("name", longest=LONGEST_NAME),
    Emoji("picture", required=True),
    Lines("units", kind="unit"),
)


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the jobs of one sector, in the author's order. The units that they name are looked up by a rule."""
    sector = fields.named_as_file("sector")
    target = fields.text("target")
    written_in = fields.text("written_in")
    for job in fields.each("jobs"):
        yield _job(job, sector, target, written_in)
    fields.done()


def _job(fields: Fields, sector: str, target: str, written_in: str) -> Authored:
    job_id = read_button_id(fields, f"job.{sector}", LONGEST_ID)
    body = {
        "sector": sector,
        "target": target,
        "picture": fields.text("picture"),
        "name": fields.text("name", LONGEST_NAME),
        "units": fields.texts("units"),
    }
    fields.done()
    if not body["units"]:
        fields.note("units", "is missing: name the units that lead to this job, the first one first")
    words = words_of(job_id, body, {"name": f"name of a job, of women and men, at most {LONGEST_NAME} characters"})
    return Authored("job", job_id, body, fields.notes.file, fields.node.line, written_in, words, fields.node)
