"""The report as lines to read: what works first, then who may be glad of a word."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.cli.common import on_one_line
from bot.i18n import Catalogues, Text
from bot.journeys.report import About, Practised, Report

STAFF_LANGUAGE = "nl"


class ReportWords:
    """Says a report in the language of the staff, with the days of the region's time zone."""

    def __init__(self, catalogues: Catalogues, zone: ZoneInfo) -> None:
        self._catalogues = catalogues
        self._zone = zone

    def lines(self, organisation: str, report: Report) -> Iterator[str]:
        """Yield the lines of one organisation's report."""
        yield self._say(Text("report.head", {"organisation": organisation, "day": self._day(report.at)}))
        active = sum(bool(about.practised and about.practised.this_week) for about in report.learners)
        yield (
            self._say(Text("report.this_week", {"count": active}))
            if report.learners
            else self._say(Text("report.nobody"))
        )
        for about in report.learners:
            yield ""
            yield on_one_line(about.name or "") or self._say(Text("report.no_name"))
            yield from (f"  {line}" for line in self._about(about))
        if report.kept_to_oneself:
            yield ""
            yield self._say(Text("report.kept_to_oneself", {"count": report.kept_to_oneself}))

    def _about(self, about: About) -> Iterator[str]:
        if about.can:
            yield self._say(Text("report.can"))
            yield from (f"  {on_one_line(self._catalogues.plain(one, STAFF_LANGUAGE))}" for one in about.can)
        if about.practised:
            yield from self._practised(about.practised)
        for one in about.moods:
            face = Text(f"check_in.face.{one.mood}")
            yield self._say(Text("report.mood", {"day": self._day(one.at), "mood": face}))
        if about.oldest_message:
            yield self._say(Text("report.messages", {"count": about.messages, "day": self._day(about.oldest_message)}))
        if about.asks_for_a_call:
            yield self._say(Text("report.asks_for_a_call"))
            yield from (self._say(Text("report.why", {"kind": Text(f"alert.kind.{kind}")})) for kind in about.why)

    def _practised(self, practised: Practised) -> Iterator[str]:
        titles = [self._catalogues.plain(title, STAFF_LANGUAGE) for title in practised.strengths]
        if titles:
            yield self._say(Text("report.strong", {"units": ", ".join(titles)}))
        if practised.this_week:
            yield self._say(Text("report.practised_this_week"))
        yield self._say(Text("report.days", {"count": practised.days_in_28}))
        if practised.quiet:
            yield self._say(Text("report.gone_quiet"))

    def _say(self, text: Text) -> str:
        return self._catalogues.plain(text, STAFF_LANGUAGE)

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._zone).date()
