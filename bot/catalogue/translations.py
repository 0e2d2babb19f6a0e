"""The course's words for translators: taken out of the content, merged into ``locales/*/content.po``."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message

from bot.catalogue import pofiles
from bot.catalogue.authored import Authored, Words
from bot.catalogue.folder import read_folder
from bot.catalogue.problems import BrokenContent, Problem

DOMAIN = "content"


@dataclass(frozen=True)
class Source:
    """Words to translate, and the language they are written in."""

    words: Words
    written_in: str

    @property
    def key(self) -> tuple[str, str]:
        return self.words.context, self.words.source


@dataclass(frozen=True)
class Update:
    """What merging did to one file: entries that came, translations that went, what is to be translated."""

    file: str
    added: int
    dropped: int
    untranslated: int


def extract(content: Path) -> list[Source]:
    """All words to translate, in the order of files. Raises BrokenContent when the content has problems."""
    folder = read_folder(content)
    if folder.problems:
        raise BrokenContent(list(folder.problems))
    return sources(folder.entries)


def sources(entries: Iterable[Authored]) -> list[Source]:
    """The words to translate of these entries."""
    return [Source(words, entry.written_in) for entry in entries for words in entry.words]


def update(content: Path, locales: Path) -> list[Update]:
    """Merge the content's words into every language's ``content.po``.

    Translations and translators' comments (``reviewed: name date``) stay where context and source are the
    same; what the content no longer says is dropped. In the language that the words are written in, they
    are their own translation: so that language needs no translator and never falls back to English.

    Raises BrokenContent when content or a PO file has problems: then no file is touched.
    """
    wanted = extract(content)
    paths = [pofiles.path_of(folder, DOMAIN) for folder in pofiles.folders(locales)]
    loaded = [pofiles.load(path) for path in paths]
    if broken := [*pofiles.stray_folders(locales), *(one for one in loaded if isinstance(one, Problem))]:
        raise BrokenContent(broken)
    return [_merge(path, one, wanted) for path, one in zip(paths, loaded, strict=True) if isinstance(one, Catalog)]


def _merge(path: Path, old: Catalog, wanted: list[Source]) -> Update:
    new = _empty_like(path, old)
    known = {(message.context, message.id): message for message in pofiles.messages(old)}
    for source in wanted:
        _add(new, source, known.get(source.key))
    pofiles.save(path, new)
    keys = {source.key for source in wanted}
    return Update(
        file=pofiles.name(path),
        added=len(keys - known.keys()),
        dropped=sum(bool(message.string) for key, message in known.items() if key not in keys),
        untranslated=sum(not message.string for message in pofiles.messages(new)),
    )


def _empty_like(path: Path, old: Catalog) -> Catalog:
    """An empty catalogue with the header of the old one; of ``messages.po`` when there was none."""
    header = old if path.exists() else pofiles.load(pofiles.path_of(path.parent.parent, "messages"))
    new = Catalog(locale=old.locale, header_comment=old.header_comment)
    if isinstance(header, Catalog):
        # Babel has its own idea of plural forms, which is not CLDR's; the files say what holds.
        new.mime_headers = [("Plural-Forms", header.plural_forms)]
    return new


def _add(catalog: Catalog, source: Source, old: Message | None) -> None:
    own = source.written_in.partition("-")[0] == catalog.locale.language
    message = catalog.add(
        source.words.source,
        source.words.source if own else old.string if old else "",
        context=source.words.context,
        auto_comments=[source.words.about],
        user_comments=old.user_comments if old else [],
    )
    # Babel takes "100 % x" for a format of Python's.
    message.flags.clear()
