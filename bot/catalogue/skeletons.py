"""What a new region, or a new target language, has to fill in: files as in ``content/``, with empty fields.

`werkmaat content check --also FOLDER` then tells field by field what is missing.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from bot.catalogue.authored import Authored
from bot.learning.syllabus import SHARED
from bot.safeguarding.flags import Flag

Files = Mapping[str, str]
"""What is to be written, by its path within ``content/``."""

LEVELS = ("pre-A1", "A1")
"""With these a course begins."""

REGION = Template("""\
# Where learners live and work: docs/add-a-region.md
region: $region
name: $name
written_in: $written_in
target: $target
timezone: $timezone
# The own languages into which all of this is translated; without this line, all that the bot speaks.
languages: [$languages]
sectors:
$sectors
# What tips name as {emergency_phone}: with its source, and when it is to be looked up again; or `unchecked: yes`.
facts:
  emergency_phone:
    value: ""
    what: ""
    source: ""
    checked: ""
    check_again: ""
# For each kind of danger somebody to call who answers.
helplines:
$helplines
""")

SECTOR = Template('  - {id: $id, picture: $picture, name: ""}')

HELPLINE = Template("""\
  - id: helpline.${region}_$flag
    name: ""
    number: ""
    languages: []
    flags: [$flag]
    say: ""
    say_meaning: ""
    source: ""
    checked: ""
    check_again: \"\"""")

TIPS = Template("""\
topic: $topic
region: $region
written_in: $written_in
tips:
  - id: tip.$topic.${prefix}_
    title: ""
    situation: ""
    do: ""
    say: ""
    say_meaning: ""
    turn_to: ""
""")

PACK = Template("""\
# docs/content.md tells how a course is built; docs/item-types shows every kind of exercise.
target: $target
sector: $sector
level: $level
written_in: $written_in
licence: CC-BY-SA-4.0
units:
  - id: $sector.${target}_
    title: ""
    can_do: ""
    items:
      - id: $sector.${target}_.
        type: meet
        situation: ""
        word: ""
        meaning: ""
        example: ""
""")

INTERVIEW = Template("""\
target: $target
written_in: $written_in
questions:
  - id: interview.${target}_
    picture: ""
    ask: ""
    meaning: ""
    answer: ""
    answer_meaning: ""
""")

SKILLS = Template("""\
field: $field
target: $target
written_in: $written_in
picture: $picture
name: $name
$sectors
cards:
  - id: skill.$field.${target}_
    picture: ""
    card: ""
    say: ""
""")

JOBS = Template("""\
sector: $sector
target: $target
written_in: $written_in
jobs:
  - id: job.$sector.${target}_
    picture: ""
    name: ""
    units: []
""")


@dataclass(frozen=True)
class NewRegion:
    """A region that begins: its id, its name, and what a region says of itself."""

    id: str
    name: str
    target: str
    timezone: str
    written_in: str
    languages: Sequence[str]


def region(new: NewRegion, entries: Iterable[Authored]) -> Files:
    """The files of a new region: itself, and a file of tips for every topic that other regions have.

    Args:
        new: what is known of it.
        entries: the content that there is.
    """
    there = [*entries]
    sectors = "\n".join(SECTOR.substitute(one) for one in _sectors(there))
    prefix = new.id.replace("-", "_")
    helplines = "\n".join(HELPLINE.substitute(region=prefix, flag=flag) for flag in Flag)
    about = {"region": new.id, "prefix": prefix, "written_in": new.written_in}
    itself = REGION.substitute(
        about,
        name=new.name,
        target=new.target,
        timezone=new.timezone,
        languages=", ".join(new.languages),
        sectors=sectors,
        helplines=helplines,
    )
    topics = dict.fromkeys(entry.body["topic"] for entry in there if entry.kind == "tip")
    tips = {f"tips/{new.id}/{topic}.yml": TIPS.substitute(about, topic=topic) for topic in topics}
    return {f"regions/{new.id}.yml": itself, **tips}


def target(code: str, written_in: str, entries: Iterable[Authored]) -> Files:
    """The files of a new target language: the first packs, cards of skills, jobs, and questions of an interview."""
    there, about = [*entries], {"target": code, "written_in": written_in}
    files = {f"interviews/{code}.yml": INTERVIEW.substitute(about)}
    for level in LEVELS:
        files[f"packs/{code}/{SHARED}/{level}.yml"] = PACK.substitute(about, sector=SHARED, level=level)
    for sector in _sectors(there):
        files[f"jobs/{code}/{sector['id']}.yml"] = JOBS.substitute(about, sector=sector["id"])
    for entry in (one for one in there if one.kind == "skill_field"):
        field = entry.id.partition(".")[2]
        files[f"skills/{code}/{field}.yml"] = SKILLS.substitute(about, field=field, **_head(entry))
    return files


def write(files: Files, folder: Path) -> list[Path]:
    """Write the files into a folder. Raises FileExistsError, and writes nothing, when one of them is there."""
    paths = {folder / name: text for name, text in files.items()}
    for path in paths:
        if path.exists():
            raise FileExistsError(path)
    for path, text in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [*paths]


@contextmanager
def together(content: Path, also: Path | None) -> Iterator[Path]:
    """A folder in which the files of both stand; ``content`` itself when there is no other."""
    if also is None:
        yield content
        return
    with TemporaryDirectory() as folder:
        both = Path(folder) / content.name
        shutil.copytree(content, both)
        shutil.copytree(also, both, dirs_exist_ok=True)
        yield both


def _sectors(entries: Iterable[Authored]) -> Iterator[Mapping[str, str]]:
    """The sectors of the regions that there are, each once."""
    found = {one["id"]: one for entry in entries if entry.kind == "region" for one in entry.body["sectors"]}
    yield from found.values()


def _head(field: Authored) -> Mapping[str, str]:
    """How a file of skills begins: as the field's other files do."""
    body = field.body
    sectors = f"sectors: [{', '.join(body['sectors'])}]" if "sectors" in body else "# used in every sector"
    return {"picture": body["picture"], "name": body["name"], "sectors": sectors}
