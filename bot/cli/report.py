"""werkmaat report: what counsellors may see of their learners, in the language of the staff."""

from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.common import AsJson, fail, opened, print_json
from bot.cli.report_numbers import show_numbers
from bot.cli.report_talk import not_understood_lines, show_not_understood, show_voices
from bot.cli.report_words import STAFF_LANGUAGE, ReportWords
from bot.i18n import Catalogues
from bot.journeys.report import About, Practised, Report, report
from bot.store import people
from bot.store.tables import Organisation
from bot.wiring.parts import Parts


def show(
    organisation: Annotated[str | None, typer.Option(help="Its name. Default: all of them.")] = None,
    voices: Annotated[bool, typer.Option("--voices", help="Only what learners say about Werkmaat.")] = False,
    save: Annotated[
        Path | None, typer.Option(help="With --voices: a folder for what was spoken.", file_okay=False)
    ] = None,
    not_understood: Annotated[bool, typer.Option("--not-understood", help="What was not understood, counted.")] = False,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Only numbers, of months that are over.")] = False,
    begin: Annotated[str, typer.Option("--from", help="With --anonymous: the first month, 2026-01.")] = "",
    end: Annotated[str, typer.Option("--to", help="With --anonymous: the last month, 2026-03.")] = "",
    json: AsJson = False,
) -> None:
    """Print who practised, what works, who has gone quiet, and who waits for an answer."""
    if save and not voices:
        raise typer.BadParameter("--save goes with --voices")
    with opened() as parts:
        if voices:
            return show_voices(parts, json, save)
        if not_understood:
            return show_not_understood(parts.store, parts.catalogues, json)
        if anonymous:
            return show_numbers(parts, _organisations(parts, organisation), begin, end, json)
        reports = [(home, _report(parts, home)) for home in _organisations(parts, organisation)]
        words = ReportWords(parts.catalogues, parts.courses.current().region.zone)
        if json:
            print_json([_as_json(home, one, parts.catalogues) for home, one in reports])
            return None
        each = ["\n".join(words.lines(home.name, one)) for home, one in reports]
        talk = "\n".join(not_understood_lines(parts.store, parts.catalogues))
        typer.echo("\n\n".join([*each, *([talk] if talk else [])]))
        return None


def _organisations(parts: Parts, name: str | None) -> list[Organisation]:
    found = [one for one in people.organisations(parts.store) if name in (None, one.name)]
    if not found:
        fail(f"There is no organisation {name!r}.")
    return found


def _report(parts: Parts, home: Organisation) -> Report:
    return report(parts.store, parts.courses.current(), home.id, parts.clock())


def _as_json(home: Organisation, found: Report, catalogues: Catalogues) -> dict[str, Any]:
    return {
        "organisation": home.name,
        "at": found.at.isoformat(),
        "learners": [_learner(about, catalogues) for about in found.learners],
        "kept_to_oneself": found.kept_to_oneself,
    }


def _learner(about: About, catalogues: Catalogues) -> dict[str, Any]:
    return {
        "id": about.learner_id,
        "name": about.name,
        "can": [catalogues.plain(one, STAFF_LANGUAGE) for one in about.can],
        "practised": _practised(about.practised, catalogues) if about.practised else None,
        "messages": about.messages,
        "oldest_message": about.oldest_message.isoformat() if about.oldest_message else None,
        "asks_for_a_call": about.asks_for_a_call,
        "why": list(about.why),
        "moods": [{"at": one.at.isoformat(), "mood": one.mood} for one in about.moods],
    }


def _practised(practised: Practised, catalogues: Catalogues) -> dict[str, Any]:
    return {
        "strengths": [catalogues.plain(title, STAFF_LANGUAGE) for title in practised.strengths],
        "days_in_28": practised.days_in_28,
        "this_week": practised.this_week,
        "quiet": practised.quiet,
    }
