"""werkmaat content new-region and new-target: a folder with everything to fill in."""

import re
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

import typer
from babel import Locale, UnknownLocaleError

from bot.catalogue import skeletons
from bot.catalogue.folder import read_folder
from bot.catalogue.skeletons import Files, NewRegion
from bot.cli.common import fail, say
from bot.i18n.folders import read_folders
from bot.settings import CONTENT, LOCALES

Into = Annotated[Path, typer.Option(help="The folder to make; its layout is that of content/.")]
WrittenIn = Annotated[str, typer.Option(help="The language in which its authors explain things, as a code.")]
REGION_ID = re.compile(r"[a-z]{2}(-[a-z]{2,8})?")


def new_region(
    region: Annotated[str, typer.Argument(help="Its id: a country, and what sets it apart, such as bg-pop.")],
    name: Annotated[str, typer.Option(help="What it is called there.")],
    target: Annotated[str, typer.Option(help="The language that is learned, as a code such as bg.")],
    timezone: Annotated[str, typer.Option(help="Such as Europe/Sofia.")],
    languages: Annotated[str, typer.Option(help="Own languages of its learners, such as uk,ru. Default: all.")] = "",
    written_in: WrittenIn = "en",
    into: Into = Path("new"),
) -> None:
    """Make the files of a new region: itself, and a file of tips for every topic."""
    if not REGION_ID.fullmatch(region):
        fail(f"{region} can be no region's id: write small letters with a hyphen, such as bg-pop.")
    if (CONTENT / "regions" / f"{region}.yml").exists():
        fail(f"The region {region} is there: content/regions/{region}.yml.")
    if timezone not in available_timezones():
        fail(f"There is no time zone {timezone}: use a name such as Europe/Sofia.")
    _check_language(target)
    own = [code.strip() for code in languages.split(",") if code.strip()]
    for code in (written_in, *own):
        _check_own(code)
    entries = read_folder(CONTENT).entries
    _write(skeletons.region(NewRegion(region, name, target, timezone, written_in, own), entries), into)
    if not (CONTENT / "packs" / target).exists() and not (into / "packs" / target).exists():
        say(f"There is no course of {target} yet. Next: werkmaat content new-target {target} --into {into}")


def new_target(
    target: Annotated[str, typer.Argument(help="The language that is learned, as a code such as bg.")],
    written_in: WrittenIn = "en",
    into: Into = Path("new"),
) -> None:
    """Make the files of a new target language: the first packs, skills, jobs, and questions of an interview."""
    _check_language(target)
    _check_own(written_in)
    if (CONTENT / "packs" / target).exists():
        fail(f"There is a course of {target}: content/packs/{target}. docs/content.md tells how to add to it.")
    _write(skeletons.target(target, written_in, read_folder(CONTENT).entries), into)


def _write(files: Files, into: Path) -> None:
    try:
        for path in skeletons.write(files, into):
            typer.echo(path)
    except FileExistsError as error:
        fail(f"{error} is there already, so nothing was written: name another folder with --into.")
    say(f"Fill them in. What is missing: werkmaat content check --also {into}")


def _check_language(code: str) -> None:
    try:
        Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        fail(f"There is no language {code}: use its code, such as bg for Bulgarian.")


def _check_own(code: str) -> None:
    spoken = read_folders(LOCALES).languages
    if code not in spoken:
        fail(f"The bot does not speak {code}: it speaks {', '.join(spoken)}. docs/add-an-own-language.md adds one.")
