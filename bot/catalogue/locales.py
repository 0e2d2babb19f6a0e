"""Checking the translations: every language says the same, and nothing is missing or left over."""

from collections.abc import Iterable, Iterator, Mapping
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages import Catalog, Message

from bot.catalogue import keys, phrasing, pofiles
from bot.catalogue.folder import read_folder
from bot.catalogue.problems import Problem
from bot.catalogue.translations import Source, sources

SOURCE = "en"
DOMAINS = ("messages", "staff")
"""What learners read, in every own language; and what staff read, in the languages that have the file."""
COUNTS = range(1001)
"""Counts for which a file's plural formula is compared with CLDR's; no message counts further."""
HOW_TO = "docs/add-an-own-language.md tells how to get the line"

Key = tuple[str | None, str]


def check_locales(locales: Path, content: Path, code: Iterable[Path]) -> list[Problem]:
    """Everything that is wrong with the translations, all at once.

    Args:
        locales: the folder with the translations.
        content: the folder with the content; its own problems are not told here.
        code: the folders whose Python files use messages.
    """
    found = [*pofiles.stray_folders(locales), *_check_messages(locales, code)]
    entries = read_folder(content).entries
    for folder in pofiles.folders(locales):
        path = pofiles.path_of(folder, "content")
        found += _check_content(path, sources(entries, pofiles.language(path)))
    return sorted(found)


def _check_messages(locales: Path, code: Iterable[Path]) -> Iterator[Problem]:
    places: dict[str, tuple[str, int]] = {}
    for domain in DOMAINS:
        path = pofiles.path_of(locales / SOURCE, domain)
        source = pofiles.load(path)
        if isinstance(source, Problem):
            yield source
            return
        wanted = {_key(message): message for message in pofiles.messages(source)}
        places |= {_id(message): (pofiles.name(path), message.lineno or 0) for message in wanted.values()}
        for folder in pofiles.folders(locales, domain):
            yield from _compare(pofiles.path_of(folder, domain), wanted)
    yield from keys.problems(keys.uses(code), places, pofiles.name(pofiles.path_of(locales / SOURCE, DOMAINS[0])))


def _compare(path: Path, wanted: Mapping[Key, Message]) -> Iterator[Problem]:
    """A language's messages beside the English ones."""
    catalog = pofiles.load(path)
    if isinstance(catalog, Problem):
        yield catalog
        return
    found = {_key(message): message for message in pofiles.messages(catalog)}
    yield from _plural_problems(path, catalog)
    yield from _state_problems(path, catalog)
    for (_, key), message in wanted.items():
        if (None, key) not in found:
            yield Problem(pofiles.name(path), 0, key, "is missing")
        else:
            yield from _phrase_problems(path, found[None, key], catalog, pofiles.strings(message))
    for extra in found.keys() - wanted.keys():
        message = found[extra]
        where = _context(message)
        yield Problem(pofiles.name(path), message.lineno or 0, where, f"is not in {SOURCE}: remove it")


def _check_content(path: Path, wanted: list[Source]) -> Iterator[Problem]:
    """A language's translations beside the words of the course."""
    catalog = pofiles.load(path)
    if isinstance(catalog, Problem):
        yield catalog
        return
    found = {_key(message): message for message in pofiles.messages(catalog)}
    keys_wanted = {source.key for source in wanted}
    yield from _coverage_problems(path, found, keys_wanted)
    yield from _state_problems(path, catalog, also_empty=False)
    for key, message in found.items():
        if key in keys_wanted:
            yield from _phrase_problems(path, message, catalog, (key[1],))


def _coverage_problems(path: Path, found: Mapping[Key, Message], wanted: set[tuple[str, str]]) -> Iterator[Problem]:
    """One problem a file: a new course would give hundreds of lines otherwise."""
    if absent := [context for context, source in wanted if (context, source) not in found]:
        message = f"lacks {len(absent)} entries of the content, such as {min(absent)}"
        yield Problem(pofiles.name(path), 0, "", f"{message}: run `werkmaat locales update`")
    if stale := [key for key in found if key not in wanted]:
        message = f"has {len(stale)} entries that the content no longer has, such as {stale[0][0]}"
        yield Problem(pofiles.name(path), 0, "", f"{message}: run `werkmaat locales update`")
    empty = [message for message in found.values() if not all(pofiles.strings(message))]
    if empty:
        message = f"has {len(empty)} entries without a translation, the first {empty[0].context}"
        yield Problem(pofiles.name(path), empty[0].lineno or 0, "", message)


def _plural_problems(path: Path, catalog: Catalog) -> Iterator[Problem]:
    rule = Locale.parse(path.parent.parent.name).plural_form
    forms = len(rule.tags) + 1
    if catalog.num_plurals != forms:
        message = f"Plural-Forms counts {catalog.num_plurals}: this language has {forms} (CLDR): {HOW_TO}"
        yield Problem(pofiles.name(path), 1, "", message)
        return
    try:
        choose = c2py(catalog.plural_expr)
        pairs = {(choose(count), rule(count)) for count in COUNTS}
    except (ValueError, ArithmeticError) as error:
        yield Problem(pofiles.name(path), 1, "", f"Plural-Forms cannot be read ({error}): {HOW_TO}")
        return
    if len(pairs) != len({index for index, _ in pairs}) or len(pairs) != len({name for _, name in pairs}):
        yield Problem(pofiles.name(path), 1, "", f"Plural-Forms sorts counts otherwise than CLDR does: {HOW_TO}")


def _state_problems(path: Path, catalog: Catalog, also_empty: bool = True) -> Iterator[Problem]:
    for message in pofiles.messages(catalog):
        where, line = _context(message), message.lineno or 0
        if message.fuzzy:
            yield Problem(pofiles.name(path), line, where, "is fuzzy: translate it anew and take the mark away")
        if also_empty and not all(pofiles.strings(message)):
            yield Problem(pofiles.name(path), line, where, "has no translation")
    if catalog.obsolete:
        yield Problem(pofiles.name(path), 0, "", f"has {len(catalog.obsolete)} entries set aside (#~): remove them")


def _phrase_problems(path: Path, message: Message, catalog: Catalog, source: tuple[str, ...]) -> Iterator[Problem]:
    forms = pofiles.strings(message)
    found = phrasing.form_problems(_context(message), source, forms, catalog.num_plurals, message.context is None)
    for text in dict.fromkeys(map(str, found)):
        yield Problem(pofiles.name(path), message.lineno or 0, _context(message), text)


def _key(message: Message) -> Key:
    return message.context, _id(message)


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _context(message: Message) -> str:
    return message.context or _id(message)
