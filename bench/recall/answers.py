"""Answers to predict: a review log, and simulated learners who are asked at random."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from math import exp, log
from pathlib import Path
from random import Random
from typing import TypeAlias

import typer

from bench.recall.learners import Learner
from bench.recall.plans import DAY, FIRST

Answer: TypeAlias = tuple[bool, datetime]
"""Whether it was right, and when it came, in UTC."""

History: TypeAlias = Sequence[Answer]
"""All answers to one item, the oldest first."""

COLUMNS = ("card_id", "review_rating", "review_time")

LONGEST_GAP = 60
"""Days."""

A_NIGHT = timedelta(hours=12)
"""What is answered sooner after the last time is not predicted, but learned from."""


class BadLog(typer.BadParameter):
    """A review log cannot be read; the message, which the command prints, names the line and says what it takes."""


def read_log(path: Path) -> list[History]:
    """The histories of a review log as py-fsrs writes it: CSV with ``card_id,review_rating,review_time``.

    A rating of 1 (Again) is a wrong answer, 2 to 4 are right ones; times are ISO 8601 with a zone.

    Raises:
        BadLog: a column is missing, a row has something else, or there is nothing to predict.
    """
    histories: dict[str, list[Answer]] = {}
    with path.open(newline="", encoding="utf-8", errors="replace") as lines:
        rows = csv.DictReader(lines)
        if missing := [column for column in COLUMNS if column not in (rows.fieldnames or ())]:
            raise BadLog(f"{path}: the first line names no column {', '.join(missing)}. It takes {', '.join(COLUMNS)}.")
        for row in rows:
            histories.setdefault(row["card_id"], []).append(_answer(row, f"{path}, line {rows.line_num}"))
    ordered = [sorted(history, key=lambda answer: answer[1]) for history in histories.values()]
    if not any(apart(*pair) for history in ordered for pair in pairwise(history)):
        raise BadLog(f"{path}: nothing to predict. It takes cards that were answered again after 12 hours or more.")
    return ordered


def apart(earlier: Answer, later: Answer) -> bool:
    """Whether a night or more lies between two answers."""
    return later[1] - earlier[1] >= A_NIGHT


def _answer(row: dict[str, str | None], where: str) -> Answer:
    rating, moment = row["review_rating"], row["review_time"] or ""
    if rating not in {"1", "2", "3", "4"}:
        raise BadLog(f"{where}: review_rating is {rating!r}. It takes 1, 2, 3 or 4.")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        raise BadLog(f"{where}: review_time is {moment!r}. It takes a time like 2026-01-31T08:00:00+00:00.") from None
    if at.tzinfo is None:
        raise BadLog(f"{where}: review_time {moment} has no zone. Add one, for instance +00:00.")
    return rating != "1", at.astimezone(FIRST.tzinfo)


def asked_at_random(learner: Learner, items: int, days: int) -> list[History]:
    """A learner's answers to items that are asked after one day to two months, whatever was answered.

    So that no scheduler is tried on answers that it asked for itself.
    """
    return [list(_asked(learner, number, days)) for number in range(items)]


def _asked(learner: Learner, number: int, days: int) -> Iterator[Answer]:
    mind, gaps = learner.item(number), Random(f"{learner.seed} {learner.number} gaps {number}")
    at = FIRST + gaps.uniform(0, LONGEST_GAP) * DAY
    while at < FIRST + days * DAY:
        yield mind.answer(at), at
        at += exp(gaps.uniform(0, log(LONGEST_GAP))) * DAY
