"""Pages with words that a test does not care about filled in; and where on a page was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

from bot.prints import Both, Days, EnrolmentSheet, Figure, LearnerPage, Section, Step, Week
from bot.prints.paper import Paper

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LINK = "https://t.me/werkmaat_bot?start=a1B2c3D4e5F6g7H8i9J0kkLM"


def said(words: str) -> Both:
    """Words in two languages that differ."""
    return Both(f"{words} eigen", f"{words} ernaast")


def sheet(**changes: Any) -> EnrolmentSheet:
    values = {
        "language": "so",
        "rtl": False,
        "title": said("titel"),
        "steps": tuple(Step(figure, said(figure.value)) for figure in list(Figure)[:4]),
        "link": LINK,
        "lasts": said("duur"),
        "trust": said("vertrouwen"),
        "name": said("naam"),
        "ask": said("vraag"),
        "question": said("waarom"),
        **changes,
    }
    return EnrolmentSheet(**values)


def section(name: str, count: int = 1) -> Section:
    return Section(said(name), tuple(said(f"{name}{number}") for number in range(count)), said(f"geen-{name}"))


def page(**changes: Any) -> LearnerPage:
    values = {
        "language": "so",
        "rtl": False,
        "name": "Amina",
        "period": said("tijd"),
        "strengths": section("sterk"),
        "can_say": section("zegt"),
        "days": Days(said("dagen"), tuple(Week(said(f"w{number}"), number) for number in range(8)), said("geen-dagen")),
        "units": section("leert"),
        "missions": section("deed"),
        "next_step": section("stap"),
        "ask": said("samen"),
        "question": said("wat"),
        "more": lambda count: said(f"nog{count}"),
        **changes,
    }
    return LearnerPage(**values)


@contextmanager
def spans() -> Iterator[list[tuple[float, float]]]:
    """Where words were written meanwhile: from where to where, in millimetres from above."""
    found: list[tuple[float, float]] = []
    write = Paper.write

    def noting(paper: Paper, words: str, style: Any, x: float, y: float, width: float, **how: Any) -> float:
        below = write(paper, words, style, x, y, width, **how)
        found.append((y, below))
        return below

    with patch.object(Paper, "write", noting):
        yield found
