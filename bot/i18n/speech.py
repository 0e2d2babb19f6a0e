"""One language that the bot speaks: its translations, and numbers and dates in its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from gettext import GNUTranslations

from babel import Locale, dates, lists, numbers

from bot.i18n.direction import Direction


@dataclass(frozen=True)
class Speech:
    """The translations of one language, with English behind them for what is missing.

    ``reviewed`` are the words of the course, by context and source, that a native speaker put a name to; ``samples``
    the messages as they are written, by which the language is known.
    """

    locale: Locale
    messages: GNUTranslations
    content: GNUTranslations
    reviewed: frozenset[tuple[str, str]] = frozenset()
    samples: tuple[str, ...] = ()

    @property
    def direction(self) -> Direction:
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    @property
    def native_name(self) -> str:
        """The language's own name, with a capital as it stands in a list."""
        # A variant may have a name of its own, and who speaks another one looks for theirs: fa_AF is Dari and Persian.
        names = self.locale.languages
        own, common = names.get(str(self.locale)), names.get(self.locale.language) or self.locale.language
        name = f"{own} / {common}" if own and own != common else common
        return name[:1].upper() + name[1:]

    def message(self, key: str, count: int | None) -> str | None:
        """The message of this key, in the plural form for ``count``; None when no language has it."""
        if count is not None:
            plural = self.messages.ngettext(key, key, count)
            if plural != key:
                return plural
        single = self.messages.gettext(key)
        return single if single != key else None

    def explanation(self, context: str, source: str) -> str:
        """The translation of words of the course; the words as they were written when there is none."""
        return self.content.pgettext(context, source)

    def number(self, value: float) -> str:
        return numbers.format_decimal(value, locale=self.locale)

    def day(self, value: date) -> str:
        """A day as short as it is clear: without the year."""
        return dates.format_skeleton("MMMd", value, locale=self.locale)

    def weekdays(self, days: Sequence[int]) -> str:
        """The names of weekdays, Monday is 0, in a list."""
        names = self.locale.days["format"]["wide"]
        return str(lists.format_list([names[day] for day in days], locale=self.locale))

    def moment(self, value: date | datetime | time) -> str:
        """A day, an hour, or both; a datetime is shown in the time zone that it carries."""
        if isinstance(value, datetime):
            joined = str(dates.get_datetime_format("medium", locale=self.locale)).replace("'", "")
            return joined.replace("{1}", self.moment(value.date())).replace("{0}", self.moment(value.time()))
        if isinstance(value, date):
            return dates.format_date(value, "long", locale=self.locale)
        return dates.format_time(value, "short", locale=self.locale)
