"""The studio's way to translations: what each language says, and keeping what staff write."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.catalogue.authored import Entry
from bot.catalogue.course import Courses
from bot.catalogue.translating.exporting import export
from bot.catalogue.translating.files import Files, LanguageFiles
from bot.catalogue.translating.lines import Line, Spoken, lines
from bot.catalogue.translating.phrases import Phrases, of_entry
from bot.catalogue.translating.typed import Typed, change
from bot.i18n.loading import FALLBACK
from bot.store import Store, doubts, entries, translations


@dataclass(frozen=True)
class Progress:
    """How far a language, or a part of it, is: how many lines of each state."""

    all: int
    translated: int
    reviewed: int
    stale: int
    doubted: int


class Translating:
    """What each language says, and what staff make of it.

    Args:
        store: where the course and staff's translations are kept.
        courses: the course.
        files: those of ``locales/``.
    """

    def __init__(self, store: Store, courses: Courses, files: Files) -> None:
        self._store = store
        self._files = files
        self._phrases = Phrases(store, courses, files.locales)
        self._counted: dict[str, tuple[object, Progress]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are spoken, by Telegram's codes."""
        return self._files.languages

    def files(self, language: str) -> LanguageFiles:
        """What the files say in a language."""
        return self._files.of(language)

    def lines(self, language: str) -> Sequence[Line]:
        """Everything there is to say, and what a language makes of it."""
        return self.all_lines([language])[language]

    def all_lines(self, languages: Collection[str]) -> Mapping[str, Sequence[Line]]:
        """As ``lines``, for several languages at once."""
        phrases, wanted = self._phrases.now(), {*languages, FALLBACK}
        rows = translations.of(self._store, wanted)
        doubted = doubts.doubted(self._store)
        spoken = {one: Spoken(self._files.of(one), (row for row in rows if row.language == one)) for one in wanted}
        people = {one: {each.entry_id: each.people for each in doubted if each.language == one} for one in languages}
        return {one: lines(phrases, one, spoken[one], spoken[FALLBACK], people[one]) for one in languages}

    def po_files(self, found: Iterable[Entry], written_in: str) -> Mapping[str, bytes]:
        """What each language that says anything says of these entries, as a PO file, by the name of its folder."""
        phrases = [phrase for one in found for phrase in of_entry(one, written_in)]
        rows = translations.of(self._store, self.languages)
        files = {one: self._files.of(one) for one in self.languages}
        spoken = {one: Spoken(files[one], (row for row in rows if row.language == one)) for one in files}
        said = {one: lines(phrases, one, spoken[one], spoken[FALLBACK], {}) for one in files}
        return {
            files[one].folder.name: export(its, files[one])
            for one, its in said.items()
            if any(line.forms for line in its)
        }

    def progress(self) -> Mapping[str, Progress]:
        """How far each language is; counted anew only where something changed."""
        states, said, course = translations.states(self._store), doubts.doubted(self._store), entries.state(self._store)
        marks: dict[str, object] = {
            one: (course, states.get(one), states.get(FALLBACK), [each for each in said if each.language == one])
            for one in self.languages
        }
        behind = [one for one in self.languages if one not in self._counted or self._counted[one][0] != marks[one]]
        for language, found in self.all_lines(behind).items():
            self._counted[language] = marks[language], progress(found)
        return {one: self._counted[one][1] for one in self.languages}

    def save(
        self, written: Iterable[tuple[Line, Typed]], language: str, member_id: str, now: datetime, day: date
    ) -> None:
        """Keep what somebody wrote in a language: all or nothing.

        Args:
            written: what they wrote, with the lines that they had before them.
            language: in which.
            member_id: who.
            now: in UTC.
            day: that on which a native speaker found it good.

        Raises:
            translations.Overtaken: somebody else wrote meanwhile.
        """
        changes = [change(line, typed, language, day) for line, typed in written]
        translations.save(self._store, changes, member_id, now)

    def settle(self, line: Line, language: str) -> int:
        """Put aside what learners said of the entry of a line; return how many said it."""
        return doubts.settle(self._store, line.phrase.entry_id, language)


def progress(found: Iterable[Line]) -> Progress:
    """How far these lines are."""
    counted: Counter[str] = Counter()
    for line in found:
        states = {
            "all": True,
            "translated": line.translated,
            "reviewed": line.reviewed,
            "stale": line.stale,
            "doubted": line.doubts > 0,
        }
        counted.update(name for name, is_so in states.items() if is_so)
    return Progress(**{name: counted[name] for name in ("all", "translated", "reviewed", "stale", "doubted")})


def by_part(found: Iterable[Line]) -> Mapping[str, Progress]:
    """How far each part is, in the authors' order."""
    parts: dict[str, list[Line]] = {}
    for line in found:
        parts.setdefault(line.phrase.part, []).append(line)
    return {part: progress(its) for part, its in parts.items()}
