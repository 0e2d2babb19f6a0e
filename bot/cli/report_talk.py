"""What coordinators read of the talk itself: what was not understood, and what learners say about Werkmaat."""

from collections.abc import Iterator
from typing import Any

import typer

from bot.cli.common import on_one_line, print_json, say
from bot.cli.report_words import STAFF_LANGUAGE
from bot.i18n import Catalogues, Text
from bot.store import Store, not_understood, voices


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


def show_voices(store: Store, json: bool) -> None:
    """Print what learners say about Werkmaat: without a name, or wanting an answer."""
    found = [*_anonymous(store), *_wanting_an_answer(store)]
    if json:
        print_json(found)
        return
    for one in found:
        what = on_one_line(one["text"] or "") or "(voice message)"
        answer = f"  [werkmaat learner reply {one['message']}]" if one["message"] else ""
        typer.echo(f"{one['week']}  {one['language'] or '-'}  {what}{answer}")
    if not found:
        say("Nobody said anything about Werkmaat.")


def _anonymous(store: Store) -> Iterator[dict[str, Any]]:
    for voice in voices.passed_on(store):
        week = voice.week.isoformat()
        spoken = voice.voice_file_id
        yield {"week": week, "language": voice.language, "text": voice.text, "voice_file_id": spoken, "message": None}


def _wanting_an_answer(store: Store) -> Iterator[dict[str, Any]]:
    for message in voices.wanting_an_answer(store):
        week, spoken = f"{message.at:%Y-%m-%d}", message.voice_file_id
        yield {"week": week, "language": None, "text": message.text, "voice_file_id": spoken, "message": message.id}
