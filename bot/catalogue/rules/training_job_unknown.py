"""training_job_unknown: a training of a region leads to a job that there is not."""

from collections.abc import Iterator
from difflib import get_close_matches

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule


def find(material: Material) -> Iterator[Problem]:
    """Yield every job that a training names and no file of jobs has."""
    known = {entry.id for entry in material.folder.entries if entry.kind == "job"}
    for region in (entry for entry in material.folder.entries if entry.kind == "region"):
        for place, training in enumerate(region.body["training"]):
            for number, job in enumerate(training["jobs"]):
                if job not in known:
                    line = region.line_of(f"training.{place}.jobs.{number}")
                    near = get_close_matches(job, known, n=1)
                    advice = f"did you mean {near[0]}?" if near else "name jobs of content/jobs/"
                    yield Problem(region.file, line, training["id"], f"`jobs` has {job}, which is no job: {advice}")


RULE = Rule(Kind.PROBLEM, find)
