"""job_unit_unknown: a job names a unit that there is not, or the same one twice."""

from collections.abc import Iterator
from difflib import get_close_matches

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule


def find(material: Material) -> Iterator[Problem]:
    """Yield every unit of a job that leads nowhere."""
    known = {entry.id for entry in material.folder.entries if entry.kind == "unit"}
    for job in (entry for entry in material.folder.entries if entry.kind == "job"):
        for place, unit in enumerate(job.body["units"]):
            line = job.line_of(f"units.{place}")
            if unit not in known:
                near = get_close_matches(unit, known, n=1)
                advice = f"did you mean {near[0]}?" if near else "name units of content/packs/"
                yield Problem(job.file, line, job.id, f"`units` has {unit}, which is no unit: {advice}")
            elif unit in job.body["units"][:place]:
                yield Problem(job.file, line, job.id, f"`units` has {unit} twice: take one out")


RULE = Rule(Kind.PROBLEM, find)
