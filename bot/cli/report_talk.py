"""What coordinators read of the talk itself: what was not understood, and what learners say about Werkmaat."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from bot.cli.common import on_one_line, print_json, say
from bot.cli.report_words import STAFF_LANGUAGE
from bot.i18n import Catalogues, Text
from bot.settings import Settings
from bot.store import Store, not_understood, voices
from bot.store.tables import Message, Voice
from bot.wiring import telegram
from bot.wiring.parts import Parts


def not_understood_lines(store: Store, catalogues: Catalogues) -> Iterator[str]:
    """Yield what was not understood by language and label; nothing when there is none."""
    counts = not_understood.counts(store)
    if counts:
        yield catalogues.plain(Text("report.not_understood"), STAFF_LANGUAGE)
    for count in counts:
        label = count.label or Text("report.no_guess")
        values = {"language": count.language, "label": label, "offered": count.offered, "chosen": count.chosen}
        yield "  " + catalogues.plain(Text("report.not_understood_label", values), STAFF_LANGUAGE)


def show_not_understood(store: Store, catalogues: Catalogues, json: bool) -> None:
    """Print the counts and, as JSON, the words of learners who agreed to that, without their names."""
    if json:
        counts = [vars(count) for count in not_understood.counts(store)]
        kept = [{"language": row.language, "words": row.words} for row in not_understood.with_words(store)]
        print_json({"counts": counts, "words": kept})
        return
    lines = [*not_understood_lines(store, catalogues)]
    typer.echo("\n".join(lines)) if lines else say("Everything was understood.")


def show_voices(parts: Parts, json: bool, folder: Path | None) -> None:
    """Print what learners say about Werkmaat: without a name, or wanting an answer. A folder takes the voices."""
    found = [*_anonymous(parts.store), *_wanting_an_answer(parts.store)]
    if folder:
        _save(parts.settings, found, folder)
    if json:
        print_json(found)
        return
    for one in found:
        spoken = f"(voice message {one['sound']})" if one["sound"] else ""
        what = f"{on_one_line(one['text'] or '')} {spoken}".strip()
        answer = f"  [werkmaat learner reply {one['message']}]" if one["message"] else ""
        typer.echo(f"{one['week']}  {one['language'] or '-'}  {what}{answer}")
    if not found:
        say("Nobody said anything about Werkmaat.")


def _save(settings: Settings, found: Sequence[dict[str, Any]], folder: Path) -> None:
    """Write the voice messages, which stay at Telegram. A file is named by the id of what was said, not by who."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in found:
        if one["sound"]:
            content = telegram.fetch_file(settings, one["voice_file_id"])
            if content:
                (folder / one["sound"]).write_bytes(content)
            else:
                say(f"Telegram does not give {one['sound']}. If it is not gone there: werkmaat doctor")


def _sound(said: Voice | Message) -> dict[str, str | None]:
    """The file in which it can be heard, and what that is at Telegram."""
    spoken = said.voice_file_id
    return {"sound": f"{said.id}.ogg" if spoken else None, "voice_file_id": spoken}


def _anonymous(store: Store) -> Iterator[dict[str, Any]]:
    for voice in voices.passed_on(store):
        week = voice.week.isoformat()
        yield {"week": week, "language": voice.language, "text": voice.text, **_sound(voice), "message": None}


def _wanting_an_answer(store: Store) -> Iterator[dict[str, Any]]:
    for message in voices.wanting_an_answer(store):
        week = f"{message.at:%Y-%m-%d}"
        yield {"week": week, "language": None, "text": message.text, **_sound(message), "message": message.id}
