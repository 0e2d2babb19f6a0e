"""A PO file that a translator sends back: what it would change, and what is wrong with it, before anything is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from babel.messages import Message

from bot.catalogue import pofiles
from bot.catalogue.phrasing import Finding
from bot.catalogue.problems import Problem
from bot.catalogue.translating import remarks, typed
from bot.catalogue.translating.exporting import export
from bot.catalogue.translating.files import LanguageFiles
from bot.catalogue.translating.lines import Line
from bot.catalogue.translating.remarks import Remarks
from bot.catalogue.translating.typed import Typed
from bot.i18n.own import digest
from bot.store.translations import Domain


class NotThisLanguage(Exception):
    """The file says that it is of another language; the message is which."""


@dataclass(frozen=True)
class Wrong:
    """What is wrong with one entry of a file."""

    line: int
    context: str
    finding: Finding


@dataclass(frozen=True)
class Changed:
    """A line, and what the file makes of it."""

    line: Line
    typed: Typed


@dataclass
class DryRun:
    """What a file would do.

    Attributes:
        changed: the lines that would read otherwise, or get another remark.
        wrong: what is wrong: with any of it, nothing is kept.
        strangers: entries, by line and context, that fit nothing that there is to say now.
        unfinished: how many entries are empty, or marked as unfinished (fuzzy).
        same: how many say what is said already.
    """

    changed: list[Changed] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    strangers: list[tuple[int, str]] = field(default_factory=list)
    unfinished: int = 0
    same: int = 0

    @property
    def mark(self) -> str:
        """Differs when something else would be changed, or somebody wrote meanwhile."""
        return digest([f"{one.line.phrase.context} {one.line.version} {one.typed}" for one in self.changed])


def dry_run(written: bytes, lines: Iterable[Line], files: LanguageFiles) -> DryRun | Problem:
    """What a file would change; the problem when it cannot be read.

    Args:
        written: the file.
        lines: everything there is to say in the language.
        files: those of the language.

    Raises:
        NotThisLanguage: it is of another one.
    """
    catalog = pofiles.parse(written, files.locale, "PO")
    if isinstance(catalog, Problem):
        return catalog
    if catalog.locale and catalog.locale.language != files.locale.language:
        raise NotThisLanguage(catalog.locale_identifier)
    known = {_key(line): line for line in lines}
    result = DryRun()
    for message in pofiles.messages(catalog):
        _look_at(message, known.get(_key_of(message)), files.plurals, result)
    return result


def as_file(run: DryRun, files: LanguageFiles) -> bytes:
    """The file that would change the same, and nothing else."""
    lines = [
        replace(
            one.line, forms=one.typed.forms, was=None, remarks=Remarks(one.typed.review, one.typed.back, one.typed.note)
        )
        for one in run.changed
    ]
    return export(lines, files)


def _look_at(message: Message, line: Line | None, plurals: int, result: DryRun) -> None:
    said = Typed(tuple(map(typed.tidied, pofiles.strings(message))))
    if line is None:
        result.strangers.append((message.lineno or 0, message.context or _id(message)))
    elif message.fuzzy or not any(said.forms):
        result.unfinished += 1
    elif found := typed.problems(line, said.forms, plurals):
        where = message.lineno or 0, line.phrase.context
        result.wrong += [Wrong(*where, each) for findings in found.values() for each in findings]
    elif change := _change(line, said.forms, message.user_comments):
        result.changed.append(change)
    else:
        result.same += 1


def _change(line: Line, forms: tuple[str, ...], comments: Sequence[str]) -> Changed | None:
    """What is new in an entry; None when nothing is. A review that stood with other words is not one of these."""
    said = remarks.read(comments)
    same = forms == line.forms and not line.stale
    if same and said == line.remarks:
        return None
    review = said.review if same or said.review != line.remarks.review else None
    return Changed(line, Typed(forms, review, said.back, said.note, line.version))


def _key(line: Line) -> tuple[str, str]:
    """What an entry is found by: words of the course by context and source, a message by its key."""
    phrase = line.phrase
    return (phrase.context, phrase.source[0]) if phrase.domain is Domain.CONTENT else ("", phrase.context)


def _key_of(message: Message) -> tuple[str, str]:
    return message.context or "", _id(message)


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
