"""What ought to be there: every tap that passed outside is played once more, through what items make of answers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bench.crash.kept import Kept
from bench.crash.people import REPORT
from bench.crash.record import Record
from bot.journeys import consent
from bot.journeys.question import DONT_KNOW, SKIP, STOP
from bot.learning.items import Grade, Taken, Verdict, Wording, item_types
from bot.learning.items.mission import TAKEN_ON
from bot.store.tables import Showing

LEAVES = (SKIP, STOP)
"""A tap on these closes a showing without an answer."""


@dataclass(frozen=True)
class Tap:
    """A tap on a button of a showing. ``at`` is the moment of its turn."""

    number: int
    choice: str
    at: datetime


@dataclass
class Played:
    """A showing after its taps.

    ``attempt`` is the number of the update that answered it, ``needless`` are those that need no words; ``ended`` says
    whether a tap closed it.
    """

    showing: Showing
    steps: Sequence[str]
    ended: bool = False
    attempt: int | None = None
    needless: set[int] = field(default_factory=set)

    def goes_on_in(self, showing: Showing) -> bool:
        """Whether that one is the same question, put anew."""
        anew = not self.ended and self.showing.closed_at == showing.shown_at
        return anew and self.showing.item_id == showing.item_id


def reports(record: Record) -> list[str]:
    """The texts that were written to the counsellor."""
    texts = (update.get("message", {}).get("text", "") for update in record.updates.values())
    return [text for text in texts if text.startswith(REPORT)]


def played(kept: Kept, record: Record) -> list[Played]:
    """Every showing with what came of its taps, in the order in which they were made.

    A showing is closed by a tap, or by something else before it, such as being put anew: a tap that comes later counts
    for nothing. That moment is the bot's word; what an answer is, and who gave the first one, is not.
    """
    taps, agreed = _taps(kept, record), _agreed(kept)
    last: dict[str, Played] = {}
    games = []
    for showing in sorted(kept.showings, key=lambda one: one.shown_at):
        before = last.get(showing.lesson_id)
        steps = before.steps if before and before.goes_on_in(showing) else ()
        game = last[showing.lesson_id] = Played(showing, steps)
        body = kept.published[showing.item_id, showing.revision]
        for tap in taps[showing.id]:
            _play(game, tap, body, agreed.get(showing.learner_id))
        games.append(game)
    return games


def _play(game: Played, tap: Tap, published: Mapping[str, Any], agreed: datetime | None) -> None:
    """One tap on a showing; ``agreed`` is when its learner consented to a record."""
    kind, body, order = item_types()[published["type"]], published["body"], game.showing.order
    choices = {one.key for one in kind.question(body, order, game.steps).choices}
    if game.showing.closed_at and tap.at > game.showing.closed_at:
        game.needless.add(tap.number)
    elif tap.choice in LEAVES:
        game.ended = True
    elif tap.choice == DONT_KNOW or tap.choice in choices:
        outcome = kind.take(body, order, game.steps, tap.choice.removeprefix(DONT_KNOW))
        _take(game, tap, outcome, agreed is not None and agreed < tap.at)
    elif tap.choice in game.steps:
        game.needless.add(tap.number)


def _take(game: Played, tap: Tap, outcome: Verdict | Taken, agreed: bool) -> None:
    if isinstance(outcome, Taken):
        game.steps = outcome.steps
        return
    game.ended = True
    # A word that was only met, and a mission that was taken on, are no answers.
    if agreed and outcome.grade is not Grade.SEEN and outcome.given != Wording(TAKEN_ON):
        game.attempt = tap.number


def _taps(kept: Kept, record: Record) -> dict[str, list[Tap]]:
    """The taps on each showing."""
    done = {row.update_id: row.done_at for row in kept.inbox}
    taps: dict[str, list[Tap]] = defaultdict(list)
    for number in sorted(record.updates):
        data = record.updates[number].get("callback_query", {}).get("data", "::")
        journey, showing, choice = data.split(":", 2)
        if journey == "practice" and (at := done.get(number)):
            taps[showing].append(Tap(number, choice, at))
    return taps


def _agreed(kept: Kept) -> dict[str, datetime]:
    """When each learner consented to a record."""
    agreed: dict[str, datetime] = {}
    for row in kept.consents:
        if row.kind == consent.RECORD and row.given:
            agreed.setdefault(row.learner_id, row.at)
    return agreed
