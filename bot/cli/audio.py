"""werkmaat audio: the target sentences, and the messages for who listens, as sound."""

import logging
import os
from typing import Annotated

import typer

from bot.catalogue.folder import Folder, read_folder
from bot.cli.common import AsJson, fail, group, print_json, progress_bar, say, settings
from bot.settings import CONTENT, LOCALES
from bot.speech import ahead
from bot.speech.ahead import Built
from bot.speech.program import Program
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.wiring import sound

log = logging.getLogger(__name__)

app = group("The target sentences, and the messages for who listens, as sound.")

NICE = 19
"""Only when nobody else wants the processor."""


@app.callback()
def _several() -> None:
    """Keep ``build`` a command of its own while it is the only one."""


@app.command("build")
def build(
    languages: Annotated[str, typer.Option(help="Only these languages, such as nl,fr.")] = "",
    prune: Annotated[bool, typer.Option("--prune", help="Remove sounds that no text needs any more.")] = False,
    aside: Annotated[bool, typer.Option("--aside", hidden=True)] = False,
    json: AsJson = False,
) -> None:
    """Make the sound of every target sentence, at two speeds, and of the messages in own languages.

    What is there already is kept.
    """
    found = settings()
    folder = read_folder(CONTENT)
    speech = sound.speech(found, CONTENT, folder.entries, LOCALES)
    wanted = _wanted(speech, folder)
    chosen = _chosen(languages, wanted)
    if aside:
        _build_aside(speech, chosen)
        return
    built = _build(speech, chosen)
    pruned = ahead.prune(speech, [one for of_language in wanted.values() for one in of_language]) if prune else 0
    print_json(_as_json(built, pruned)) if json else _print(built, pruned)
    if built.failed:
        say(_to_do(speech.program))
        raise typer.Exit(1)


def _wanted(speech: Speech, folder: Folder) -> dict[str, list[Sound]]:
    """The target sentences first: everybody needs them."""
    wanted = sound.wanted(folder)
    for language, messages in sound.own(speech, LOCALES).items():
        wanted[language] = [*dict.fromkeys([*wanted.get(language, []), *messages])]
    return wanted


def _chosen(languages: str, wanted: dict[str, list[Sound]]) -> list[Sound]:
    names = [name.strip() for name in languages.split(",") if name.strip()] or [*wanted]
    unknown = [name for name in names if name not in wanted]
    if unknown:
        fail(f"There is nothing to say in {', '.join(unknown)}. There is: {', '.join(wanted)}")
    return [one for name in names for one in wanted[name]]


def _build(speech: Speech, chosen: list[Sound]) -> Built:
    with progress_bar() as bar:
        task = bar.add_task("Speaking", total=len(chosen))
        return ahead.build(speech, chosen, os.cpu_count() or 1, lambda: bar.advance(task))


def _build_aside(speech: Speech, chosen: list[Sound]) -> None:
    """Beside a running bot: slowly, and with a line in the log instead of a result."""
    os.nice(NICE)
    if not speech.program.is_there() and any(speech.known(one) is None for one in chosen):
        log.warning("Messages go out without sound: %s", _to_do(speech.program))
        return
    built = ahead.build(speech, chosen, 1)
    for (language, reason), count in built.failed.items():
        log.warning("%s sounds in %s could not be made: %s", count, language, reason)
    made = built.heard[ahead.Outcome.MADE]
    if made:
        log.info("Sound: %s made", made)


def _print(built: Built, pruned: int) -> None:
    for outcome in ahead.Outcome:
        typer.echo(f"{outcome:<10}{built.heard[outcome]}")
    typer.echo(f"{'pruned':<10}{pruned}")
    for (language, reason), count in built.failed.items():
        typer.echo(f"{'failed':<10}{count} in {language}: {reason}")


def _as_json(built: Built, pruned: int) -> dict[str, object]:
    failed = [
        {"language": language, "reason": reason, "count": count} for (language, reason), count in built.failed.items()
    ]
    return {**{outcome: built.heard[outcome] for outcome in ahead.Outcome}, "pruned": pruned, "failed": failed}


def _to_do(program: Program) -> str:
    if program.is_there():
        return f"{program.name} could not say everything: see docs/record-sound.md for other voices and for recordings."
    return f"{program.name} is not installed (Debian: apt-get install {program.name}), see WERKMAAT_SPEECH_COMMAND."
