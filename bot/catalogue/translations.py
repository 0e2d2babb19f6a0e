"""The course's words for translators: taken out of the content, merged into ``locales/*/content.po``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message

from bot.catalogue import pofiles
from bot.catalogue.authored import Authored, Words
from bot.catalogue.folder import read_folder
from bot.catalogue.problems import BrokenContent, Problem
from bot.catalogue.regions import PREFIX, shows

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


def sources(entries: Sequence[Authored], language: str | None = None) -> list[Source]:
    """The words to translate of these entries; with a language, those that its speakers read in some region."""
    regions = [entry for entry in entries if entry.kind == "region"]
    wanted = entries if language is None else [one for one in entries if _is_read(one, regions, language)]
    return [Source(words, entry.written_in) for entry in wanted for words in entry.words]


def _is_read(entry: Authored, regions: Iterable[Authored], language: str) -> bool:
    """Whether an entry belongs to a region in which the language is spoken: a region that names none has all."""
    here = [region for region in regions if _shows(region, entry)]
    return not here or any(not (own := region.body["languages"]) or language in own for region in here)


def _shows(region: Authored, entry: Authored) -> bool:
    return shows(region.id.removeprefix(PREFIX), region.body["target"], entry.id, entry.body)


def update(content: Path, locales: Path) -> list[Update]:
    """Merge the content's words into every language's ``content.po``.

    Translations and translators' comments (``reviewed: name date``) stay where context and source are the
    same; what the content no longer says is dropped. In the language that the words are written in, they
    are their own translation: so that language needs no translator and never falls back to English.

    Raises BrokenContent when content or a PO file has problems: then no file is touched.
    """
    found = read_folder(content)
    if found.problems:
        raise BrokenContent(list(found.problems))
    paths = [pofiles.path_of(folder, DOMAIN) for folder in pofiles.folders(locales)]
    loaded = [pofiles.load(path) for path in paths]
    if broken := [*pofiles.stray_folders(locales), *(one for one in loaded if isinstance(one, Problem))]:
        raise BrokenContent(broken)
    return [
        _merge(path, one, sources(found.entries, pofiles.language(path)))
        for path, one in zip(paths, loaded, strict=True)
        if isinstance(one, Catalog)
    ]


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
