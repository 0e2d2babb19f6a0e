"""What the PO files say, beside what staff write."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages import Catalog

from bot.catalogue import pofiles
from bot.catalogue.problems import Problem
from bot.catalogue.translating import remarks
from bot.catalogue.translating.remarks import Remarks
from bot.i18n.folders import read_folders
from bot.store.translations import Domain

COUNTS = (*range(201), 1000, 1_000_000)
"""Counts among which examples of a plural form are looked for."""

EXAMPLES = 4


@dataclass(frozen=True)
class Written:
    """One entry of a file: its source, and its translation in all forms; none when it is missing or unfinished."""

    source: str
    forms: tuple[str, ...]
    remarks: Remarks


@dataclass(frozen=True)
class LanguageFiles:
    """The files of one language; ``folder`` is named as CLDR names it."""

    folder: Path
    entries: Mapping[tuple[Domain, str], Written]
    header: Catalog

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.folder.name)

    @property
    def plurals(self) -> int:
        """How many plural forms a message has that counts."""
        return self.header.num_plurals

    @cached_property
    def examples(self) -> tuple[tuple[int, ...], ...]:
        """For each plural form some counts that it is for; none when it is for fractions alone."""
        choose = c2py(self.header.plural_expr)
        found: list[list[int]] = [[] for _ in range(self.plurals)]
        for count in COUNTS:
            found[choose(count)].append(count)
        return tuple(tuple(counts[:EXAMPLES]) for counts in found)


class Files:
    """The files of every language; each is read when it is first asked for, as the bot does at its start."""

    def __init__(self, locales: Path) -> None:
        self.locales = locales
        self._folders = read_folders(locales).languages
        self._read: dict[str, LanguageFiles] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._folders)

    def of(self, language: str) -> LanguageFiles:
        """What the files say in a language. Raises KeyError when there is none."""
        if language not in self._read:
            self._read[language] = read(self._folders[language])
        return self._read[language]


def read(folder: Path) -> LanguageFiles:
    """The files of a language's folder; one that cannot be read says nothing."""
    entries: dict[tuple[Domain, str], Written] = {}
    catalogs = {domain: pofiles.load(pofiles.path_of(folder, domain)) for domain in Domain}
    for domain, catalog in catalogs.items():
        for message in () if isinstance(catalog, Problem) else pofiles.messages(catalog):
            forms = pofiles.strings(message)
            said = forms if all(forms) and not message.fuzzy else ()
            source = message.id if isinstance(message.id, str) else message.id[0]
            entries[domain, message.context or source] = Written(source, said, remarks.read(message.user_comments))
    header = catalogs[Domain.MESSAGES]
    return LanguageFiles(folder, entries, Catalog(folder.name) if isinstance(header, Problem) else header)
