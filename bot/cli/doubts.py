"""Words of the course that sounded wrong to learners: listing them, and putting one aside."""

from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.common import AsJson, fail, opened_store, print_json, say
from bot.store import doubts as kept


def doubts(
    settle: Annotated[str | None, typer.Option(help="An entry that somebody has looked at: its doubts go.")] = None,
    lang: Annotated[str | None, typer.Option(help="With --settle: in this language alone.")] = None,
    json: AsJson = False,
) -> None:
    """List what sounds wrong to learners, by entry and language, or put an entry aside. No learner is named."""
    if lang and not settle:
        raise typer.BadParameter("Use --lang together with --settle ENTRY.")
    with opened_store() as store:
        if settle:
            if not kept.settle(store, settle, lang):
                fail(f"Nobody doubts {settle}{f' in {lang}' if lang else ''}. See: werkmaat content doubts")
            return
        found = kept.doubted(store)
    if json:
        print_json([{**asdict(one), "last": one.last.isoformat()} for one in found])
        return
    for one in found:
        typer.echo(f"{one.people}  {one.language}  {one.entry_id}  {one.last:%Y-%m-%d}")
    if not found:
        say("Nobody doubts any words.")
