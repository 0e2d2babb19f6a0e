"""What a text names that is to be set at once: days and an hour, a trade, a language."""

from collections.abc import Mapping, Sequence

from bot.dialogue.naming.clock import hear
from bot.dialogue.naming.days import named_days, spread
from bot.dialogue.naming.lexicon import File, clock_words, day_words, language_words, trade_words
from bot.dialogue.naming.phrases import Phrases
from bot.dialogue.naming.tokens import tokens

OR = "|"
"""Stands between what may be meant, when that is not clear."""


class Things:
    """Finds what is named, in any language.

    Args:
        files: the words of each own language, as its file says them.
    """

    def __init__(self, files: Mapping[str, File]) -> None:
        # In the same order on every machine: where two languages know as many words, the first one is believed.
        files = dict(sorted(files.items()))
        more = [prefix for file in files.values() for prefix in file.get("prefixes", ())]
        languages = [*files]
        days = {language: [*day_words(language, file)] for language, file in files.items()}
        self._days = Phrases([one for of_language in days.values() for one in of_language], more)
        self._to = Phrases([(phrase, True) for file in files.values() for phrase in file.get("to", ())])
        self._clocks = [clock_words(file, Phrases(days[language], more)) for language, file in files.items()]
        self._trades = Phrases(trade_words(files.values()), more)
        self._languages = Phrases(language_words(languages, files), more)

    def named(self, intent: str, text: str) -> dict[str, str]:
        """The entities of a text with this intent; none when the intent has none.

        ``days`` are digits, Monday is 0; ``time`` is ``08:00``, or ``08:00|20:00`` when either may be meant;
        ``sector`` and ``language`` are ids, several in the same way.
        """
        words = tokens(text)
        if intent == "set_reminder":
            return self._reminder(words)
        if intent == "change_sector":
            return _given("sector", self._trades, words)
        return _given("language", self._languages, words) if intent == "change_language" else {}

    def _reminder(self, words: Sequence[str]) -> dict[str, str]:
        heard = max((hear(words, clock) for clock in self._clocks), key=lambda one: one.sure)
        days = named_days(words, self._days, self._to) or spread(heard.often or 0)
        times = OR.join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in heard.minutes)
        return {name: value for name, value in (("days", days), ("time", times)) if value}


def _given(name: str, phrases: Phrases[str], words: Sequence[str]) -> dict[str, str]:
    found = dict.fromkeys(one.value for one in phrases.every(words))
    return {name: OR.join(found)} if found else {}
