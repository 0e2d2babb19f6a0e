"""The catalogues of ``locales/``: which languages there are, and every part said in one of them."""

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path

from babel import Locale

from bot.i18n import aloud
from bot.i18n.aloud import Piece
from bot.i18n.direction import Direction, isolated, leading, needs_isolating, without_controls
from bot.i18n.layers import Layers
from bot.i18n.loading import FALLBACK, Filed, load
from bot.i18n.markup import ALOUD, HTML, PLAIN, Markup
from bot.i18n.own import AskOwn, Own, nothing_own
from bot.i18n.parts import Content, Part, Text, Value, Verbatim
from bot.i18n.scripts import script
from bot.i18n.speech import Speech
from bot.i18n.tongues import Tongues

log = logging.getLogger(__name__)

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Catalogues:
    """All languages that the bot speaks: a part is said in the own one, else in English, else as written."""

    def __init__(self, filed: Mapping[str, Filed], own: AskOwn = nothing_own) -> None:
        self._layers = Layers(filed)
        self._files = self._layers.speeches({})
        self._ask_own = own
        self._spoken: tuple[Mapping[str, Own], Mapping[str, Speech]] = (nothing_own(), self._files)
        self._missed: set[str] = set()

    @classmethod
    def load(cls, folder: Path, own: AskOwn = nothing_own) -> "Catalogues":
        """Read the files of ``locales/``; before their words stand those that ``own`` gives. Raises BrokenLocales."""
        return cls(load(folder), own)

    @cached_property
    def _tongues(self) -> Tongues:
        return Tongues({language: speech.samples for language, speech in self._files.items()})

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, as Telegram uses them."""
        return tuple(self._files)

    def known(self, language: str | None) -> str:
        """The code to use for this one (``nl``, ``pt-br``, None): English when it is not spoken."""
        code = re.split("[-_]", language or "")[0].lower()
        return code if code in self._files else FALLBACK

    def locale(self, language: str) -> Locale:
        return self._speech(language).locale

    def direction(self, language: str) -> Direction:
        return self._speech(language).direction

    def native_name(self, language: str) -> str:
        return self._speech(language).native_name

    def language_name(self, language: str, within: str) -> str:
        """What a language is called in another one, else in itself."""
        locale, names = self.locale(language), self.locale(within).languages
        return str(names.get(str(locale)) or names.get(locale.language) or self.native_name(language))

    def weekdays(self, days: Sequence[int], language: str) -> str:
        """Weekdays by their names, Monday is 0, in a list."""
        return self._speech(language).weekdays(days)

    def written_in(self, words: str, *languages: str) -> str | None:
        """Which of these languages the words are in, going by their letters: the first where that is not clear.

        None when none of them has the script of the words.
        """
        found = script(words)
        possible = [code for code in languages if script(self.native_name(code)) == found]
        return self._tongues.likeliest(words, possible) if possible else None

    def day(self, value: date, language: str) -> str:
        """A day in few letters, without the year: where there is little room."""
        return self._speech(language).day(value)

    def reviewed(self, words: Content, language: str) -> bool:
        """Whether a native speaker has reviewed these words of the course in this language."""
        return (words.context, words.source) in self._speech(language).reviewed

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

    def has(self, key: str) -> bool:
        """Whether there is a message of this key."""
        return self._speech(FALLBACK).message(key, None) is not None

    def labels(self, key: str) -> dict[str, str]:
        """What a label reads in every language, stripped and casefolded, with the language that it is of.

        Also as the files say it where staff wrote something else: it stands below older messages.
        """
        labels: dict[str, str] = {}
        for language in (FALLBACK, *self.languages):
            for speech in (self._speech(language), self._files[language]):
                labels.setdefault(self._alone(Text(key), speech, PLAIN).strip().casefold(), language)
        return labels

    @property
    def own(self) -> Mapping[str, Own]:
        """What staff wrote until now, by language; the same object while nothing changed."""
        return self._ask_own()

    def _speech(self, language: str) -> Speech:
        own, speeches = self._spoken
        if (now := self._ask_own()) is not own:
            speeches = self._layers.speeches(now)
            self._spoken = (now, speeches)
        return speeches[self.known(language)]

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
