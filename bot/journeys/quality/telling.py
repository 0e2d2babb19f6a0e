"""Quality numbers in words: why to look at an item, and all that is known of it as columns of a file."""

from collections.abc import Callable, Sequence

from bot.catalogue.course import Course
from bot.i18n import Part, Text, Value, Verbatim
from bot.journeys import question
from bot.journeys.quality.looking import Looked
from bot.journeys.tables import Cell, Column, Names
from bot.learning import quality
from bot.learning.items import Item
from bot.learning.quality import Numbers, Reason, Share

Percent = Callable[[float], str]
"""Writes a part of 1 in hundredths, as the language of who reads does."""


def why(item: Item, reason: Reason, names: Names, percent: Percent) -> Text:
    """A reason as a sentence: ``console.quality.why.<name>``."""
    values: dict[str, Value] = {}
    if reason.share is not None:
        values["share"] = percent(reason.share)
    if reason.name in ("language", "doubted"):
        values["language"] = names(reason.about)
    if reason.name == "lure":
        values["option"] = label(item, reason.about)
    return Text(f"console.quality.why.{reason.name}", values)


def label(item: Item, key: str) -> Part:
    """What stands on an option."""
    lines = {name: line for one in quality.asked(item) for name, line in one.labels.items()}
    return question.part(item, lines[key])


def columns(course: Course, names: Names, percent: Percent) -> Sequence[Column[Looked]]:
    """What a file holds of each item; shares in whole hundredths, and nothing where too few people are."""

    def reasons(one: Looked) -> Cell:
        return tuple(why(one.item, reason, names, percent) for reason in one.reasons)

    return (
        _column("item", lambda one: Verbatim(one.item.id)),
        _column("words", lambda one: Verbatim(question.words(one.item))),
        _column("unit", lambda one: course.units[one.item.unit].title if one.item.unit in course.units else None),
        _column("revision", lambda one: one.item.revision),
        _column("people", _of(lambda known: known.people)),
        *(_column(name, _of(_share_of(name)), "percent") for name in SHARES),
        _column("seconds", _of(_seconds), "seconds"),
        _column("discrimination", _of(_discrimination), "hundredths"),
        _column("why", reasons),
    )


SHARES = ("right", "unknown", "skipped", "too_hard", "left")
"""Those of ``Numbers`` that are shares, in the order in which they are told."""


def _column(name: str, of: Callable[[Looked], Cell], unit: str = "") -> Column[Looked]:
    head = Text(f"console.quality.number.{name}")
    return Column(Text(f"console.quality.in.{unit}", {"what": head}) if unit else head, of, long=name == "why")


def _of(number: Callable[[Numbers], Cell]) -> Callable[[Looked], Cell]:
    return lambda one: number(one.numbers) if one.numbers else None


def _share_of(name: str) -> Callable[[Numbers], Cell]:
    def hundredths(known: Numbers) -> Cell:
        share: Share | None = getattr(known, name)
        return round(100 * share.value) if share else None

    return hundredths


def _seconds(known: Numbers) -> Cell:
    return None if known.seconds is None else round(known.seconds)


def _discrimination(known: Numbers) -> Cell:
    """In hundredths, as the shares are: files hold whole numbers."""
    return round(100 * known.discrimination.value) if known.discrimination else None
