"""A broadcast to many learners: how much of what Telegram allows is used, and what is lost or comes twice."""

from collections.abc import Sequence
from pathlib import Path

from bench.broadcast.account import Account, account
from bench.broadcast.plain import send_plainly
from bench.broadcast.posting import WORDS, broadcast
from bench.folders import working_folder
from bench.outside import Outside, outside
from bench.progress import bar
from bench.report import Finding, Options
from bench.service import model, place
from bot.simulator.rates import MOST_A_SECOND, PENALTY_SECONDS
from bot.telegram.send import AT_ONCE

LEARNERS = 1800
FEW = 240
"""For a quick look."""

LIMITED, BLOCKED = 0.01, 0.05
"""The shares of calls that the simulator refuses in the run with faults."""

RETRY_AFTER = 1

TRIES = 3

COLUMNS = (
    "", "Messages", "Seconds", "Of the limit", "Without pauses", "429, too fast", "429, ordered", "Blocked", "Twice",
    "Lost",
)  # fmt: skip


def measure(options: Options) -> Finding:
    """Send to all learners: with the bot, with the bot under faults and a kill, and with a plain loop."""
    people = FEW if options.quick else LEARNERS
    with working_folder(options) as folder:
        rows = (
            _row("Werkmaat", _with_bot(folder / "smooth", people)),
            _row("Werkmaat, with faults and a kill", _with_bot(folder / "rough", people, options.seed)),
            _row("AIORateLimiter as it comes", _plainly(people, tries=0)),
            _row(f"AIORateLimiter with {TRIES} tries more", _plainly(people, tries=TRIES)),
        )
    return Finding(f"A broadcast to {people:,} learners", COLUMNS, rows, _notes())


def _with_bot(folder: Path, people: int, faulty: int | None = None) -> Account:
    """A broadcast with the bot; ``faulty`` is the seed of the faults, if there are to be any."""
    with place(folder, people, *model()) as here, bar(f"Broadcast, {folder.name}", people) as told:
        if faulty is not None:
            _make_trouble(here.world, faulty)
        broadcast(here, here.world.phones, kill=faulty is not None, told=told)
        return account(here.world.calls(), here.world.phones, RETRY_AFTER)


def _make_trouble(world: Outside, seed: int) -> None:
    world.trouble("error_429", method="sendMessage", probability=LIMITED, seconds=RETRY_AFTER, seed=seed)
    world.trouble("error_403", method="sendMessage", probability=BLOCKED, seed=seed + 1)


def _plainly(people: int, tries: int) -> Account:
    text = model()[1].plain(WORDS, "nl")
    with outside(people) as world:
        send_plainly(world.url, world.phones, text, tries)
        return account(world.calls(), world.phones)


def _row(name: str, found: Account) -> tuple[str, ...]:
    numbers: Sequence[int] = (found.too_fast, found.paused, found.refused, found.twice, found.lost)
    return (
        name,
        f"{found.taken:,}",
        f"{found.seconds:.1f}",
        f"{found.share:.1%}",
        f"{found.share_open:.1%}",
        *map(str, numbers),
    )


def _notes() -> tuple[str, ...]:
    return (
        "The simulator runs in a process of its own and keeps Telegram's limit by the time of arrival: after"
        f" {MOST_A_SECOND} messages in any second it refuses all for {PENALTY_SECONDS:g} seconds. Of the limit: how"
        " many of these 30 passed in a second, on average. Without pauses: the same, of the seconds in which nobody was"
        " told to wait.",
        f"Faults: {LIMITED:.0%} of the calls are refused with 429 and a retry_after of {RETRY_AFTER} s, {BLOCKED:.0%}"
        " with 403; when half is sent the bot is killed and another one started (forked: without the half minute that"
        f" loading the model takes). At most {AT_ONCE} messages are in flight, and so may come twice.",
        "AIORateLimiter: python-telegram-bot's own limiter under a plain loop that sends one message after the other.",
    )
