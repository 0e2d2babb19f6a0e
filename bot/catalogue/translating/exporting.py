"""A language's translations as a PO file, for Poedit, Weblate and whatever else translators work with."""

from collections.abc import Iterable

from babel.messages import Catalog

from bot.catalogue import pofiles
from bot.catalogue.translating.files import LanguageFiles
from bot.catalogue.translating.lines import Line
from bot.catalogue.translating.remarks import as_comments
from bot.store.translations import Domain

UNBROKEN = 1_000_000
"""The width of lines: what stands on one stays on one, in comments too."""


def export(lines: Iterable[Line], files: LanguageFiles) -> bytes:
    """The lines as a PO file. A translation whose source changed is marked as unfinished (fuzzy)."""
    catalog = Catalog(locale=files.locale, header_comment="")
    catalog.mime_headers = [("Plural-Forms", files.header.plural_forms)]
    for line in lines:
        _add(catalog, line)
    return pofiles.as_text(catalog, files.folder.name, UNBROKEN).encode()


def _add(catalog: Catalog, line: Line) -> None:
    phrase = line.phrase
    is_content = phrase.domain is Domain.CONTENT
    key = phrase.source[0] if is_content else phrase.context
    plural = len(phrase.source) > 1
    message = catalog.add(
        (key, key) if plural else key,
        _string(catalog, line, plural),
        context=phrase.context if is_content else None,
        auto_comments=[*filter(None, (" ".join(phrase.about.split()), *_english(line)))],
        user_comments=as_comments(line.remarks),
        previous_id=[line.was] if line.was and is_content else [],
    )
    # Babel takes "100 % x" for a format of Python's.
    message.flags.clear()
    if line.stale:
        message.flags.add("fuzzy")


def _string(catalog: Catalog, line: Line, plural: bool) -> str | tuple[str, ...]:
    forms = line.forms if all(line.forms) else ()
    if not plural:
        return forms[0] if forms else ""
    return forms if len(forms) == catalog.num_plurals else ("",) * catalog.num_plurals


def _english(line: Line) -> Iterable[str]:
    """What translators read beside the key of a message, or beside words in a language that they may not know."""
    said = [line.english] if line.phrase.domain is Domain.CONTENT else line.source
    return (f"English: {' / '.join(one.split(chr(10)))}" for one in said if one)
