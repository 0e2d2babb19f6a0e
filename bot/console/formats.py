"""Times, days and numbers as a page writes them."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta, get_datetime_format
from babel.numbers import format_decimal, format_percent


@dataclass(frozen=True)
class Formats:
    """The way of one language, in the region's time."""

    locale: Locale
    zone: ZoneInfo
    now: datetime

    def moment(self, at: datetime) -> str:
        """A day with its hour and minute."""
        hour = format_time(at, "short", self.zone, self.locale)
        joined = str(get_datetime_format("medium", self.locale)).replace("'", "")
        return joined.replace("{1}", self.day(at)).replace("{0}", hour)

    def day(self, at: date | datetime) -> str:
        """A day; the year only when it is another one."""
        when = at.astimezone(self.zone).date() if isinstance(at, datetime) else at
        if when.year == self.now.astimezone(self.zone).year:
            return str(format_skeleton("MMMd", when, locale=self.locale))
        return str(format_date(when, "medium", self.locale))

    def month(self, at: date) -> str:
        """A month with its year."""
        return str(format_skeleton("yMMMM", at, locale=self.locale))

    def ago(self, at: datetime) -> str:
        """How long ago something was."""
        return str(format_timedelta(at - self.now, add_direction=True, locale=self.locale))

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=self.locale))

    def percent(self, part: float) -> str:
        """A part of 1 in hundredths."""
        return str(format_percent(part, locale=self.locale))
