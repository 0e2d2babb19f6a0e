"""werkmaat understand and werkmaat train: what the bot makes of words."""

import asyncio
import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Annotated, Any

import typer

from bot.catalogue.folder import read_folder
from bot.cli.common import fail, progress_bar, settings
from bot.journeys.understanding import Brain, Fit, decide
from bot.safeguarding.phrasebook import Phrasebook
from bot.settings import CONTENT


def train(force: Annotated[bool, typer.Option("--force", help="Even though nothing has changed.")] = False) -> None:
    """Train the model, if anything that it is made of has changed."""
    from bot.dialogue import training

    found = settings()
    try:
        with progress_bar() as bar:
            task = bar.add_task("Training", total=None)
            trained = training.train(
                found.model_folder, force=force, progress=lambda stage: bar.update(task, description=stage)
            )
    except training.TrainingFailed as error:
        fail(str(error))
    typer.echo("trained" if trained else "up to date")


def understand(
    lang: Annotated[str | None, typer.Option(help="The learner's language, if known; all are read alike.")] = None,
) -> None:
    """Read an utterance a line from standard input, and print what it means as one JSON object a line."""
    brain, phrases = _load_brain(), _phrasebook()
    for line in _lines():
        found = asyncio.run(_meaning(brain, phrases, line))
        typer.echo(json.dumps(found, ensure_ascii=False))
        sys.stdout.flush()


async def _meaning(brain: Brain, phrases: Phrasebook, text: str) -> dict[str, Any]:
    reading, flag = await brain.read(text), phrases.find(text)
    meant = decide(reading, expects="none", fit=Fit.NONE)
    return {
        "text": text,
        "intent": meant.intent,
        "topic": meant.topic,
        "confidence": round(meant.confidence, 4),
        # What speaks of danger does so whether or not it is clear what is asked for.
        "flag": flag.value if flag else reading.flag,
    }


def _load_brain() -> Brain:
    from bot.dialogue import loading, model

    try:
        # Libraries that greet on standard output must not stand between the results.
        with redirect_stdout(sys.stderr), progress_bar() as bar:
            bar.add_task("Loading the model", total=None)
            return loading.load(settings().model_folder)
    except model.NoModel as error:
        fail(str(error))


def _phrasebook() -> Phrasebook:
    """The phrases of danger as they stand in the files: no database is needed."""
    return Phrasebook.from_raw(entry.body for entry in read_folder(CONTENT).entries if entry.kind == "safeguarding")


def _lines() -> Iterator[str]:
    """The lines of standard input as they are, whatever the terminal's encoding."""
    raw = sys.stdin.buffer if hasattr(sys.stdin, "buffer") else io.BytesIO(sys.stdin.read().encode())
    for line in raw:
        yield line.decode("utf-8", "replace").rstrip("\r\n")
