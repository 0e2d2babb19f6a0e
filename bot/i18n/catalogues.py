"""The catalogues of ``locales/``: which languages there are, and every part said in one of them."""

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bot.i18n import aloud
from bot.i18n.aloud import Piece
from bot.i18n.direction import Direction, isolated, leading, needs_isolating, without_controls
from bot.i18n.folders import read_folders
from bot.i18n.markup import ALOUD, HTML, PLAIN, Markup
from bot.i18n.parts import Content, Part, Text, Value, Verbatim
from bot.i18n.scripts import script
from bot.i18n.speech import Speech

log = logging.getLogger(__name__)

FALLBACK = "en"
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class BrokenLocales(Exception):
    """The translations cannot be used as they are; the message says what to do."""


class Catalogues:
    """All languages that the bot speaks: a part is said in the own one, else in English, else as written."""

    def __init__(self, speeches: Mapping[str, Speech]) -> None:
        self._speeches = speeches
        self._missed: set[str] = set()

    @classmethod
    def load(cls, folder: Path) -> "Catalogues":
        """Read every ``<folder>/<locale>/LC_MESSAGES/{messages,staff,content}.po``.

        Raises BrokenLocales when there is no English, which stands behind all others, when a folder is no
        language's or one too many, and when a file cannot be read.
        """
        found = read_folders(folder)
        for path, fault in found.faults.items():
            raise BrokenLocales(f"{path} {fault}")
        speeches = {language: _load_speech(path) for language, path in found.languages.items()}
        if FALLBACK not in speeches:
            raise BrokenLocales(f"{folder} needs {FALLBACK}/LC_MESSAGES/messages.po: it stands behind all languages")
        english = speeches[FALLBACK]
        for language, speech in speeches.items():
            if language != FALLBACK:
                speech.messages.add_fallback(english.messages)
                speech.content.add_fallback(english.content)
        return cls(speeches)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, as Telegram uses them."""
        return tuple(self._speeches)

    def known(self, language: str | None) -> str:
        """The code to use for this one (``nl``, ``pt-br``, None): English when it is not spoken."""
        code = re.split("[-_]", language or "")[0].lower()
        return code if code in self._speeches else FALLBACK

    def locale(self, language: str) -> Locale:
        return self._speech(language).locale

    def direction(self, language: str) -> Direction:
        return self._speech(language).direction

    def native_name(self, language: str) -> str:
        return self._speech(language).native_name

    def weekdays(self, days: Sequence[int], language: str) -> str:
        """Weekdays by their names, Monday is 0, in a list."""
        return self._speech(language).weekdays(days)

    def written_in(self, words: str, *languages: str) -> str | None:
        """The first of these languages that has the script of the words; None when none has."""
        found = script(words)
        return next((code for code in languages if script(self.native_name(code)) == found), None)

    def day(self, value: date, language: str) -> str:
        """A day in few letters, without the year: where there is little room."""
        return self._speech(language).day(value)

    def html(self, part: Part, language: str) -> str:
        """A part as HTML for Telegram; values and words of the course are escaped."""
        return self._alone(part, self._speech(language), HTML)

    def plain(self, part: Part, language: str) -> str:
        """A part without any markup: for buttons."""
        return self._alone(part, self._speech(language), PLAIN)

    def aloud(self, part: Part, language: str) -> str:
        """What is said of a part in this language: without pictures, target words, names and what a person wrote."""
        return aloud.said(self._said(part, self._speech(language), ALOUD))

    def pieces(self, part: Part, language: str) -> list[Piece]:
        """What is said of a part, piece by piece: in this language, and words of another one in that one's voice."""
        return [*aloud.pieces(self._said(part, self._speech(language), ALOUD), language)]

    def labels(self, key: str) -> dict[str, str]:
        """What a label reads in every language, stripped and casefolded, with the language that it is of."""
        labels: dict[str, str] = {}
        for language in (FALLBACK, *self.languages):
            labels.setdefault(self.plain(Text(key), language).strip().casefold(), language)
        return labels

    def _speech(self, language: str) -> Speech:
        return self._speeches[self.known(language)]

    def _alone(self, part: Part, speech: Speech, markup: Markup) -> str:
        """A part that stands by itself, or opens a line."""
        if isinstance(part, Verbatim):
            return self._value(part, speech, markup)
        return leading(self._said(part, speech, markup), speech.direction)

    def _said(self, part: Part, speech: Speech, markup: Markup) -> str:
        if isinstance(part, Verbatim):
            words = markup.verbatim(replace(part, text=without_controls(part.text)))
            return markup.bold(words) if part.bold else words
        if isinstance(part, Text):
            return self._filled(markup.message(self._message(part, speech)), part, speech, markup)
        return self._filled(markup.words(speech.explanation(part.context, part.source)), part, speech, markup)

    def _message(self, part: Text, speech: Speech) -> str:
        count = part.values.get("count")
        message = speech.message(part.key, count if isinstance(count, int) else None)
        if message is None:
            self._miss(part.key, "No message has the key %s")
        return message or part.key

    def _filled(self, template: str, part: Text | Content, speech: Speech, markup: Markup) -> str:
        """A message with its values put in. A value is never searched for placeholders itself."""

        def fill(match: re.Match[str]) -> str:
            if match[1] in part.values:
                return self._value(part.values[match[1]], speech, markup)
            name = part.key if isinstance(part, Text) else part.context
            self._miss(f"{name} {match[0]}", "No value was given: %s")
            return match[0]

        return PLACEHOLDER.sub(fill, template)

    def _value(self, value: Value, speech: Speech, markup: Markup) -> str:
        if isinstance(value, date | datetime | time):
            return markup.words(speech.moment(value))
        if isinstance(value, int | float):
            return speech.number(value)
        part = Verbatim(value) if isinstance(value, str) else value
        said = self._said(part, speech, markup)
        foreign = not isinstance(part, Text) and needs_isolating(said, speech.direction)
        return isolated(said) if foreign else said

    def _miss(self, what: str, message: str) -> None:
        if what not in self._missed:
            self._missed.add(what)
            log.warning(message, what)


def _load_speech(folder: Path) -> Speech:
    locale = Locale.parse(folder.name)
    files = (folder / "LC_MESSAGES" / f"{domain}.po" for domain in ("messages", "staff", "content"))
    messages, staff, content = (_translations(file, locale) for file in files)
    messages.add_fallback(staff)
    return Speech(locale, messages, content)


def _translations(path: Path, locale: Locale) -> GNUTranslations:
    """The translations of a PO file, without the fuzzy ones; none when there is no such file.

    Raises BrokenLocales when it cannot be read.
    """
    compiled = BytesIO()
    try:
        with path.open("rb") if path.exists() else BytesIO() as file:
            write_mo(compiled, read_po(file, locale=locale, abort_invalid=True))
        compiled.seek(0)
        return GNUTranslations(compiled)
    # Besides a broken entry: another encoding than UTF-8, or plural forms that gettext does not take.
    except (PoFileError, ValueError) as error:
        raise BrokenLocales(f"{path} cannot be read ({error}): run `werkmaat locales check`") from error
