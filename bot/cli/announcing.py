"""werkmaat learner announce: the same to all learners, each in their own language."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.catalogue.announcements import read_words
from bot.catalogue.problems import BrokenContent
from bot.cli.common import AsJson, fail, opened, print_json, progress_bar, say
from bot.journeys import announcement
from bot.journeys.announcement import LONGEST_LASTING, Announcement, Audience
from bot.store import OutOfOrder, Store, learners, people
from bot.store.tables import Learner
from bot.wiring.parts import Parts

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def announce(
    name: Annotated[str, typer.Argument(help="Tells it from others, such as closed-in-july: a-z, 0-9 and -.")],
    words: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="A file with a text in each own language.")],
    instead: Annotated[str | None, typer.Option(help="The language for whose own one the file has no text.")] = None,
    expires: Annotated[str, typer.Option(help="What is not sent by then is dropped: 90m, 48h or 3d.")] = "48h",
    organisation: Annotated[str | None, typer.Option(help="Its name. Default: the learners of all.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell how many would get it.")] = False,
    json: AsJson = False,
) -> None:
    """Send a text to all learners, each in their own language. Begun again, it sends nobody a second one."""
    lasts = _duration(expires)
    if not NAME.fullmatch(name):
        raise typer.BadParameter("NAME is made of a-z, 0-9 and -, at most 40 characters")
    with opened() as parts:
        now = parts.clock()
        said = Announcement(name, _read(parts, words, instead), instead)
        audience = announcement.audience(parts.store, said, _chosen(parts.store, organisation), now)
        _refuse_gaps(said, audience, words)
        new = 0 if dry_run else _put(parts.store, said, audience, now, lasts)
    told = _told(audience, len(audience.learners) if dry_run else new)
    if json:
        print_json({"name": name, "dry_run": dry_run, **told, "expires_at": (now + lasts).isoformat()})
    else:
        _print(told, dry_run, now + lasts)


def _duration(text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,4})([mhd])", text)
    lasts = timedelta(**{UNITS[found[2]]: int(found[1])}) if found else timedelta()
    if not timedelta() < lasts <= LONGEST_LASTING:
        raise typer.BadParameter(
            f"--expires takes minutes, hours or days, as 90m, 48h or 3d: at most {LONGEST_LASTING.days}d"
        )
    return lasts


def _read(parts: Parts, path: Path, instead: str | None) -> dict[str, str]:
    try:
        words = read_words(path, parts.catalogues.languages)
    except BrokenContent as error:
        for problem in error.problems:
            say(str(problem))
        fail("Nobody was written to.")
    if instead is not None and instead not in words:
        raise typer.BadParameter(f"--instead takes a language of {path.name}: {', '.join(words)}")
    return words


def _chosen(store: Store, organisation: str | None) -> Sequence[Learner]:
    if organisation is None:
        return learners.everyone(store)
    found = [one for one in people.organisations(store) if one.name == organisation]
    if not found:
        fail(f"There is no organisation {organisation!r}.")
    return learners.everyone(store, found[0].id)


def _refuse_gaps(said: Announcement, audience: Audience, path: Path) -> None:
    """End the command when somebody would read nothing."""
    gaps = announcement.missing(said, audience)
    for language, count in gaps.items():
        say(f"{path.name} has no text in {language}, which {count} of the learners read")
    if gaps:
        fail("Nobody was written to. Add these texts, or choose another language for them with --instead.")


def _put(store: Store, said: Announcement, audience: Audience, now: datetime, lasts: timedelta) -> int:
    """Put the messages into the outbox. Returns how many learners got one."""
    total = 0
    try:
        with progress_bar() as bar:
            task = bar.add_task("Announcing", total=len(audience.learners))
            for learners_done, new in announcement.announce(store, said, audience, now, lasts):
                bar.advance(task, learners_done)
                total += new
    except OutOfOrder as error:
        fail(
            f"Broken off after {total} learners: {error}. Begin again when it is mended: nobody gets a second message."
        )
    return total


def _told(audience: Audience, to: int) -> dict[str, object]:
    return {
        "to": to,
        "languages": dict(sorted(audience.languages.items())),
        "have_it": audience.have_it,
        "paused": audience.paused,
        "blocked": audience.blocked,
    }


def _print(told: dict[str, object], dry_run: bool, expires_at: datetime) -> None:
    typer.echo(f"{'would go to' if dry_run else 'goes to'} {told['to']} learners")
    for name, what in (("have_it", "have it already"), ("paused", "are pausing"), ("blocked", "blocked the bot")):
        if told[name]:
            typer.echo(f"not to {told[name]} who {what}")
    if told["to"] and not dry_run:
        say(f"A running bot sends them, after replies. What is not sent by {expires_at:%Y-%m-%d %H:%M} UTC is dropped.")
