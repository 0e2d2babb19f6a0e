"""What a language says, line by line: staff's words before those of the files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.catalogue.translating.files import LanguageFiles, Written
from bot.catalogue.translating.phrases import Phrase
from bot.catalogue.translating.remarks import NO_REMARKS, Remarks, Review
from bot.i18n.loading import FALLBACK
from bot.i18n.own import digest
from bot.store.tables import Translation
from bot.store.translations import Domain

Forms = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A phrase, and what a language makes of it.

    Attributes:
        phrase: what is to be said.
        source: as translators see it, in its forms: a message as it reads in English now.
        english: what it is in English, where the source is in another language; may be empty.
        forms: the translation; none when there is none.
        was: the source that the translation is of, when that reads otherwise by now.
        remarks: beside the translation.
        version: of what staff wrote; 0 when the words are those of the files.
        doubts: how many learners said that it sounds wrong.
    """

    phrase: Phrase
    source: Forms
    english: str = ""
    forms: Forms = ()
    was: str | None = None
    remarks: Remarks = NO_REMARKS
    version: int = 0
    doubts: int = 0

    @property
    def key(self) -> str:
        """Names the line among all of a language."""
        return f"{self.phrase.domain}:{self.phrase.context}"

    @property
    def mark(self) -> str:
        """Differs when the source reads otherwise."""
        return digest(self.source)

    @property
    def missing(self) -> bool:
        return not self.forms

    @property
    def stale(self) -> bool:
        return self.was is not None

    @property
    def translated(self) -> bool:
        return not self.missing and not self.stale

    @property
    def reviewed(self) -> bool:
        return self.translated and self.remarks.review is not None


class Spoken:
    """What one language says.

    Args:
        files: of the language.
        rows: what staff wrote in it, the newest first.
    """

    def __init__(self, files: LanguageFiles, rows: Iterable[Translation]) -> None:
        self._files = files
        self._rows: dict[tuple[str, str], list[Translation]] = {}
        for row in rows:
            self._rows.setdefault((row.domain, row.context), []).append(row)

    def own(self, phrase: Phrase) -> Translation | None:
        """What staff wrote for a phrase as it reads now."""
        return next((row for row in self._all(phrase) if row.digest == phrase.digest), None)

    def forms(self, phrase: Phrase) -> Forms:
        """What is said now."""
        own, filed = self.own(phrase), self.filed(phrase)
        return tuple(own.forms) if own else filed.forms if filed else ()

    def filed(self, phrase: Phrase) -> Written | None:
        """What the files say, if it is of this source."""
        found = self._files.entries.get((phrase.domain, phrase.context))
        is_of_it = found and (phrase.domain is Domain.MESSAGES or found.source == phrase.source[0])
        return found if is_of_it else None

    def line(self, phrase: Phrase, english: Forms) -> Line:
        """The line of a phrase; ``english`` is what that says of it."""
        if phrase.domain is Domain.MESSAGES:
            return self._message(phrase, english)
        line = Line(phrase, phrase.source, "".join(english[:1]))
        if own := self.own(phrase):
            return _with_row(line, own)
        filed = self.filed(phrase)
        return _with_file(line, filed) if filed and filed.forms else self._of_before(line)

    def _message(self, phrase: Phrase, english: Forms) -> Line:
        line = Line(phrase, english)
        if own := self.own(phrase):
            return replace(_with_row(line, own), was=None if own.source == shown(english) else own.source)
        filed = self.filed(phrase)
        changed = shown(phrase.source) if english != phrase.source else None
        return replace(_with_file(line, filed), was=changed) if filed and filed.forms else line

    def _of_before(self, line: Line) -> Line:
        """With the translation of what the source said before, if there is one."""
        if older := self._all(line.phrase):
            return replace(line, forms=tuple(older[0].forms), was=older[0].source)
        filed = self._files.entries.get((line.phrase.domain, line.phrase.context))
        return replace(line, forms=filed.forms, was=filed.source) if filed and filed.forms else line

    def _all(self, phrase: Phrase) -> Sequence[Translation]:
        return self._rows.get((phrase.domain.value, phrase.context), ())


def lines(
    phrases: Iterable[Phrase], language: str, spoken: Spoken, english: Spoken, doubts: Mapping[str, int]
) -> Sequence[Line]:
    """What a language makes of these phrases, but of those that are written in it.

    Args:
        phrases: what there is to say.
        language: which.
        spoken: what it says.
        english: what English says, which stands behind all languages.
        doubts: how many learners doubt an entry in this language, by its id.
    """
    found = []
    for phrase in phrases:
        if phrase.domain is Domain.CONTENT and phrase.written_in == language:
            continue
        said = english.forms(phrase) if language != FALLBACK else ()
        behind = said if phrase.domain is Domain.CONTENT else said or phrase.source
        found.append(replace(spoken.line(phrase, behind), doubts=doubts.get(phrase.entry_id, 0)))
    return found


def shown(forms: Forms) -> str:
    """A source as it is kept beside its translation."""
    return "\n".join(dict.fromkeys(forms))


def _with_row(line: Line, row: Translation) -> Line:
    review = Review(row.reviewed_by, row.reviewed_on) if row.reviewed_by else None
    return replace(line, forms=tuple(row.forms), remarks=Remarks(review, row.back, row.note), version=row.version)


def _with_file(line: Line, filed: Written) -> Line:
    return replace(line, forms=filed.forms, remarks=filed.remarks)
