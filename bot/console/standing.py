"""How a learner stands, drawn: the weeks in which they practised, and the units that they began."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.console.figures import About, Mark, bars, dots
from bot.console.visit import Visit
from bot.journeys.portrait import InDetail, Practised


@dataclass(frozen=True)
class Drawing:
    """A figure, and what it shows: for the table behind it."""

    figure: Markup
    marks: list[Mark]


def weeks(visit: Visit, practised: Practised) -> Drawing:
    """A dot for each day of the last weeks."""
    marks = [
        Mark(visit.formats.day(week.monday), week.days, visit.words("console.learner.days", count=week.days))
        for week in practised.weeks
    ]
    described = visit.words("console.learner.days_of_28", count=practised.days_in_28)
    return Drawing(dots(About("weeks", visit.words("console.learner.weeks"), described), marks), marks)


def units(visit: Visit, detail: InDetail) -> Drawing:
    """A bar for each unit: the part of it that should be recalled today."""
    marks = [
        Mark(
            label=visit.say(one.unit.title),
            value=one.recall.known,
            said=visit.formats.percent(one.recall.known),
            word=visit.words(f"console.learner.hold.{one.recall.hold}"),
            kind=one.recall.hold.value,
        )
        for one in detail.units
    ]
    about = About("units", visit.words("console.learner.units"), visit.words("console.learner.units_described"))
    return Drawing(bars(about, marks, most=1), marks)
