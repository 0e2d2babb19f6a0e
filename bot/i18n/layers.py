"""What is said in a language, layer upon layer: what staff wrote, the files, and both in English behind them."""

from collections.abc import Mapping, Sequence
from copy import copy
from gettext import GNUTranslations
from itertools import chain

from bot.i18n.loading import FALLBACK, Filed, digests
from bot.i18n.own import Own, compiled, compiled_content
from bot.i18n.speech import Speech


class Layers:
    """Puts languages together. What staff wrote in one is compiled once, until it changes."""

    def __init__(self, filed: Mapping[str, Filed]) -> None:
        self._filed = filed
        self._english = digests(filed)
        self._compiled: dict[str, tuple[Own, GNUTranslations, GNUTranslations]] = {}

    def speeches(self, own: Mapping[str, Own]) -> Mapping[str, Speech]:
        """Every language, with these words before those of the files."""
        return {language: self._speech(language, own) for language in self._filed}

    def _speech(self, language: str, own: Mapping[str, Own]) -> Speech:
        filed, mine = self._filed[language], own.get(language, Own())
        behind = (language,) if language == FALLBACK else (language, FALLBACK)
        messages = [self._messages(one, own) for one in behind]
        content = [self._content(one, own) for one in behind]
        reviewed = (filed.reviewed - mine.content.keys()) | mine.reviewed
        samples = tuple(chain.from_iterable(filed.written.values()))
        return Speech(filed.locale, _chained(messages), _chained(content), reviewed, samples)

    def _messages(self, language: str, own: Mapping[str, Own]) -> Sequence[GNUTranslations]:
        files = self._filed[language].messages, self._filed[language].staff
        return (self._own(language, own[language])[0], *files) if language in own else files

    def _content(self, language: str, own: Mapping[str, Own]) -> Sequence[GNUTranslations]:
        file = self._filed[language].content
        return (self._own(language, own[language])[1], file) if language in own else (file,)

    def _own(self, language: str, own: Own) -> tuple[GNUTranslations, GNUTranslations]:
        kept = self._compiled.get(language)
        if kept is None or kept[0] is not own:
            filed = self._filed[language]
            used = {key: one.forms for key, one in own.messages.items() if self._english.get(key) == one.of}
            how = filed.locale, filed.plural_forms
            kept = (own, compiled(used, *how), compiled_content(own.content, *how))
            self._compiled[language] = kept
        return kept[1:]


def _chained(layers: Sequence[Sequence[GNUTranslations]]) -> GNUTranslations:
    """Layers as one, the first before all others; gettext chains by changing, so copies are chained."""
    first, *others = (copy(one) for one in chain.from_iterable(layers))
    for one in others:
        first.add_fallback(one)
    return first
