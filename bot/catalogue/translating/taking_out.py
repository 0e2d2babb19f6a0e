"""Taking staff's translations out of the store into the files, so that both say the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message

from bot.catalogue import pofiles
from bot.catalogue.problems import BrokenContent, Problem
from bot.catalogue.translating import remarks
from bot.catalogue.translating.lines import Line
from bot.catalogue.translating.remarks import Remarks
from bot.catalogue.translating.studio import Translating
from bot.store.translations import Domain


@dataclass(frozen=True)
class Taken:
    """What one file lacks of what staff wrote: entries that read otherwise there, and those that it does not have."""

    file: str
    otherwise: Sequence[str]
    lacking: Sequence[str]


def take_out(translating: Translating, write: bool) -> Sequence[Taken]:
    """Bring what staff wrote into the files; without ``write`` only tell what would be. Files that agree are left out.

    What a file does not have is not added: ``locales update`` brings the words of ``content/`` into it first.

    Raises:
        BrokenContent: a file cannot be read; then none is touched.
    """
    found = [
        (
            pofiles.path_of(translating.files(language).folder, domain),
            [line for line in own if line.phrase.domain is domain],
        )
        for language, all_lines in translating.all_lines(translating.languages).items()
        for own in [[line for line in all_lines if line.version and line.translated]]
        for domain in Domain
    ]
    loaded = [(path, pofiles.load(path), own) for path, own in found if own]
    if broken := [catalog for _, catalog, _ in loaded if isinstance(catalog, Problem)]:
        raise BrokenContent(broken)
    taken = [_merge(path, catalog, own) for path, catalog, own in loaded if isinstance(catalog, Catalog)]
    for path, catalog, _ in loaded if write else ():
        if isinstance(catalog, Catalog):
            pofiles.save(path, catalog)
    return [one for one in taken if one.otherwise or one.lacking]


def _merge(path: Path, catalog: Catalog, own: Iterable[Line]) -> Taken:
    otherwise, lacking = [], []
    for line in own:
        message = _entry(catalog, line)
        if message is None:
            lacking.append(line.phrase.context)
        elif _put(message, line):
            otherwise.append(line.phrase.context)
    return Taken(pofiles.name(path), otherwise, lacking)


def _entry(catalog: Catalog, line: Line) -> Message | None:
    phrase = line.phrase
    is_content = phrase.domain is Domain.CONTENT
    return catalog.get(phrase.source[0] if is_content else phrase.context, phrase.context if is_content else None)


def _put(message: Message, line: Line) -> bool:
    """Whether the entry said something else."""
    if pofiles.strings(message) == line.forms and _same_remarks(message, line.remarks) and not message.fuzzy:
        return False
    message.string = line.forms if len(line.forms) > 1 else line.forms[0]
    message.user_comments = remarks.as_comments(line.remarks)
    message.flags.discard("fuzzy")
    return True


def _same_remarks(message: Message, said: Remarks) -> bool:
    return remarks.read(message.user_comments) == said
