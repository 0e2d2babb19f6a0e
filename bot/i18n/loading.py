"""Reading the files of ``locales/``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bot.i18n.folders import read_folders
from bot.i18n.own import digest

FALLBACK = "en"
REVIEWED = "reviewed:"
"""How a translator's comment begins that names the native speaker who checked the words."""


class BrokenLocales(Exception):
    """The translations cannot be used as they are; the message says what to do."""


@dataclass(frozen=True)
class Filed:
    """What the files say in one language.

    ``messages`` stands before ``staff``. ``reviewed`` are the words of the course, by context and source, that a native
    speaker put a name to; ``written`` are the messages in all their forms, by key.
    """

    locale: Locale
    messages: GNUTranslations
    staff: GNUTranslations
    content: GNUTranslations
    reviewed: frozenset[tuple[str, str]]
    written: Mapping[str, tuple[str, ...]]
    plural_forms: str


def load(folder: Path) -> Mapping[str, Filed]:
    """Read every ``<folder>/<locale>/LC_MESSAGES/{messages,staff,content}.po``, by Telegram's code of the language.

    Raises BrokenLocales when there is no English, which stands behind all others, when a folder is no
    language's or one too many, and when a file cannot be read.
    """
    found = read_folders(folder)
    for path, fault in found.faults.items():
        raise BrokenLocales(f"{path} {fault}")
    filed = {language: _load(path) for language, path in found.languages.items()}
    if FALLBACK not in filed:
        raise BrokenLocales(f"{folder} needs {FALLBACK}/LC_MESSAGES/messages.po: it stands behind all languages")
    return filed


def digests(filed: Mapping[str, Filed]) -> Mapping[str, str]:
    """The digest of each message in the files' English, by key."""
    return {key: digest(forms) for key, forms in filed[FALLBACK].written.items()}


def _load(folder: Path) -> Filed:
    locale = Locale.parse(folder.name)
    files = (folder / "LC_MESSAGES" / f"{domain}.po" for domain in ("messages", "staff", "content"))
    (messages, read), (staff, _), (content, course) = (_translations(file, locale) for file in files)
    return Filed(locale, messages, staff, content, _reviewed(course), dict(_written(read)), read.plural_forms)


def _reviewed(catalog: Catalog) -> frozenset[tuple[str, str]]:
    named = (one for one in catalog if any(comment.startswith(REVIEWED) for comment in one.user_comments))
    return frozenset((one.context, str(one.id)) for one in named if one.context and not one.fuzzy)


def _written(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every message as it is written, in all its forms."""
    for one in catalog:
        if one.id:
            key = one.id if isinstance(one.id, str) else one.id[0]
            yield key, (one.string,) if isinstance(one.string, str) else tuple(one.string or ())


def _translations(path: Path, locale: Locale) -> tuple[GNUTranslations, Catalog]:
    """The translations of a PO file, without the fuzzy ones, and the whole file; none when it is not there.

    Raises BrokenLocales when it cannot be read.
    """
    compiled = BytesIO()
    try:
        with path.open("rb") if path.exists() else BytesIO() as file:
            catalog = read_po(file, locale=locale, abort_invalid=True)
        write_mo(compiled, catalog)
        compiled.seek(0)
        return GNUTranslations(compiled), catalog
    # Besides a broken entry: another encoding than UTF-8, or plural forms that gettext does not take.
    except (PoFileError, ValueError) as error:
        raise BrokenLocales(f"{path} cannot be read ({error}): run `werkmaat locales check`") from error
