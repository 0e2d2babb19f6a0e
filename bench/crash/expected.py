"""What ought to be there, worked out from the record of taps, texts and messages alone."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from bench.crash.people import REPORT
from bench.crash.record import Json, Record, Said

SKIPPED = "skip"
EXPLAINED = "explain"
"""This tap leaves its question open."""

NO_QUESTION = ("", "-")
"""What stands for the question in buttons that belong to none, and in updates that are no taps."""

AGREED = ("consent", "yes")


def reports(record: Record) -> list[str]:
    """The texts that were written to the counsellor."""
    texts = (update.get("message", {}).get("text", "") for update in record.updates.values())
    return [text for text in texts if text.startswith(REPORT)]


def answered(record: Record) -> dict[str, int]:
    """The showings that were answered, each with the number of the update that did it.

    An answer counts when it is the first tap that closes its showing, gives a choice (or "I don't know"), comes after
    the consent to a record, and the showing was not put anew at the bottom of the chat meanwhile.
    """
    replaced, agreed = _replaced(record), _agreed(record)
    expected = {}
    for showing, number in _first_taps(record).items():
        _, _, choice = _pressed(record.updates[number])
        graded = choice != SKIPPED and showing not in replaced
        if graded and number > agreed.get(_chat(record.updates[number]), number):
            expected[showing] = number
    return expected


def needs_no_words(record: Record) -> set[int]:
    """Taps that may stay without a reply: on a question tapped before, or one that was put anew meanwhile."""
    excused, tapped, replaced = set(), set(), _replaced(record)
    for number in sorted(record.updates):
        journey, asked, choice = _pressed(record.updates[number])
        question = (_chat(record.updates[number]), journey, asked)
        if question in tapped or (journey == "practice" and asked in replaced):
            excused.add(number)
        if asked not in NO_QUESTION and choice != EXPLAINED:
            tapped.add(question)
    return excused


def _first_taps(record: Record) -> dict[str, int]:
    """For each showing that a tap closed, the first update that did."""
    firsts: dict[str, int] = {}
    for number in sorted(record.updates):
        journey, asked, choice = _pressed(record.updates[number])
        if journey == "practice" and choice != EXPLAINED:
            firsts.setdefault(asked, number)
    return firsts


def _agreed(record: Record) -> dict[int, int]:
    """For each chat, the update that consented to a record."""
    agreed: dict[int, int] = {}
    for number in sorted(record.updates):
        journey, _, choice = _pressed(record.updates[number])
        if (journey, choice) == AGREED:
            agreed.setdefault(_chat(record.updates[number]), number)
    return agreed


def _replaced(record: Record) -> set[str]:
    """The showings after which the same question came once more, in the same place of the lesson."""
    chains: dict[int, dict[str, str]] = defaultdict(dict)
    for said in record.said:
        if showing := _showing(said):
            chains[said.chat_id].setdefault(showing, said.text)
    pairs = (pair for chain in chains.values() for pair in pairwise(chain.items()))
    return {earlier for (earlier, asked), (_, asked_next) in pairs if asked == asked_next}


def _showing(said: Said) -> str | None:
    """The showing that a message asks about."""
    return next((data.split(":")[1] for data in said.buttons if data.startswith("practice:")), None)


def _pressed(update: Json) -> tuple[str, str, str]:
    """Journey, question and choice of a tap; nothing for other updates."""
    data: Any = update.get("callback_query", {}).get("data", "::")
    journey, asked, choice = data.split(":", 2)
    return journey, asked, choice


def _chat(update: Json) -> int:
    said: Json = update.get("callback_query") or update["message"]
    chat_id: int = said["from"]["id"]
    return chat_id
