"""How exercises do: counting what is new, and listing those to look at first."""

from typing import Annotated, Any

import typer

from bot.cli.common import AsJson, opened, print_json, progress_bar, say
from bot.cli.report_words import STAFF_LANGUAGE
from bot.i18n import Catalogues
from bot.journeys import quality
from bot.journeys.quality import Looked, Wish
from bot.store.quality import sums
from bot.wiring.parts import Parts


def show_quality(
    anew: Annotated[
        bool, typer.Option("--anew", help="Forget what was counted, and count from the beginning.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Count the lessons that are a day old, and list the exercises that stand out. No learner is named."""
    with opened() as parts:
        if anew:
            sums.forget(parts.store)
        _count(parts)
        found = quality.look(parts.store, parts.courses.current(), Wish()).items
        first = [(one, _reasons(parts.catalogues, one)) for one in found if one.reasons]
    if json:
        print_json([_as_json(one, reasons) for one, reasons in first])
        return
    for one, reasons in first:
        typer.echo(f"{one.item.id}  {' '.join(reasons)}")
    if not first:
        say("No exercise stands out.")


def _count(parts: Parts) -> None:
    now = parts.clock()
    with progress_bar() as bar:
        task = bar.add_task("Counting lessons", total=quality.waiting(parts.store, now))
        for counted in quality.count_all(parts.store, parts.courses.current(), now):
            bar.advance(task, counted.lessons)


def _reasons(catalogues: Catalogues, one: Looked) -> list[str]:
    def names(code: str) -> str:
        return catalogues.language_name(code, STAFF_LANGUAGE)

    told = (quality.why(one.item, reason, names, lambda share: f"{share:.0%}") for reason in one.reasons)
    return [catalogues.plain(words, STAFF_LANGUAGE) for words in told]


def _as_json(one: Looked, reasons: list[str]) -> dict[str, Any]:
    people = one.numbers.people if one.numbers else None
    kinds = [reason.name for reason in one.reasons]
    return {"item": one.item.id, "revision": one.item.revision, "people": people, "reasons": kinds, "words": reasons}
