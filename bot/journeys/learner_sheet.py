"""A page about a learner, to print and to talk about with them, in their own language and the one that is learned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.i18n import Catalogues, Part, Text
from bot.journeys.sheets import both
from bot.prints import Both, Days, LearnerPage, Section, Week
from bot.store.tables import Learner

QUESTIONS = 4
"""Openings of a talk: ``sheet.page.question.1`` and on."""

Shared = Sequence[Part] | None
"""Parts, the first one on top; None where the learner does not share them."""


@dataclass(frozen=True)
class Talk:
    """What is talked about.

    Attributes:
        learner: with whom.
        start: the first day of the time that is looked at.
        end: the last one.
        strengths: what they bring.
        can_say: what they said in exercises that ask for it, or at work.
        weeks: Mondays and the days practised in that week, the earliest first; None where they are not shared.
        units: what they practise.
        missions: what they did at work.
        next_step: what comes next.
    """

    learner: Learner
    start: date
    end: date
    strengths: Shared
    can_say: Shared
    weeks: Sequence[tuple[date, int]] | None
    units: Shared
    missions: Shared
    next_step: Shared


def page_of(catalogues: Catalogues, target: str, talk: Talk, turn: int) -> LearnerPage:
    """The page.

    Args:
        catalogues: the languages.
        target: the language that is learned, which staff read.
        talk: what is talked about.
        turn: which of the questions: 0 is the first, and after the last one comes the first again.
    """
    language = catalogues.known(talk.learner.language)
    say = _Saying(catalogues, language, target)
    return LearnerPage(
        language=language,
        rtl=catalogues.direction(language) == "rtl",
        name=talk.learner.name or "",
        period=say.part(Text("sheet.page.period", {"start": talk.start, "end": talk.end})),
        strengths=say.section(Text("sheet.page.strengths"), talk.strengths),
        can_say=say.section(Text("sheet.page.can_say"), talk.can_say),
        days=say.days(talk.weeks),
        units=say.section(Text("sheet.page.units"), talk.units),
        missions=say.section(Text("sheet.page.missions"), talk.missions),
        next_step=say.section(Text("sheet.page.next"), talk.next_step),
        ask=say.part(Text("sheet.page.ask")),
        question=say.part(Text(f"sheet.page.question.{turn % QUESTIONS + 1}")),
        more=lambda count: say.part(Text("sheet.page.more", {"count": count})),
    )


@dataclass(frozen=True)
class _Saying:
    """Says parts in two languages."""

    catalogues: Catalogues
    language: str
    target: str

    def part(self, part: Part) -> Both:
        return both(self.catalogues, part, self.language, self.target)

    def section(self, title: Text, shared: Shared) -> Section:
        return Section(self.part(title), tuple(map(self.part, shared or ())), self._otherwise(shared is not None))

    def days(self, weeks: Sequence[tuple[date, int]] | None) -> Days:
        practised = Text("sheet.page.days", {"count": sum(days for _, days in weeks or ())})
        each = tuple(Week(self._day(monday), days) for monday, days in weeks or ())
        return Days(self.part(practised), each, self._otherwise(weeks is not None))

    def _otherwise(self, shared: bool) -> Both:
        return self.part(Text("sheet.page.none" if shared else "sheet.page.not_shared"))

    def _day(self, day: date) -> Both:
        return Both(self.catalogues.day(day, self.language), self.catalogues.day(day, self.target))
