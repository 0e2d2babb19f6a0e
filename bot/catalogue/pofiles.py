"""PO files as this project keeps them: without dates and places, so that a diff shows changed words alone."""

import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from bot.catalogue.problems import Problem
from bot.i18n.folders import read_folders

WIDTH = 100

# Babel takes a line with a missing quote without a word, and drops a letter.
_KEYWORD = r"(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\])\s+"
_LINE = re.compile(rf'\s*(#.*|({_KEYWORD})?"([^"\\]|\\.)*"\s*)?')

# Babel makes room for as many plural forms as a file claims to have.
_TOO_MANY = re.compile(r"nplurals\s*=\s*\d{2,}", re.IGNORECASE)
_JOINTS = re.compile(r'"\s*"|\\')


def folders(locales: Path, domain: str = "messages") -> list[Path]:
    """The folders of all languages that have this domain, such as ``locales/fa_AF``."""
    return [folder for folder in read_folders(locales).languages.values() if path_of(folder, domain).exists()]


def stray_folders(locales: Path) -> list[Problem]:
    """What is wrong with the folders that are not among ``folders``."""
    faults = read_folders(locales).faults
    return [Problem(f"{locales.name}/{folder.name}", 0, "", fault) for folder, fault in faults.items()]


def path_of(folder: Path, domain: str) -> Path:
    """The file of a domain in a language's folder."""
    return folder / "LC_MESSAGES" / f"{domain}.po"


def language(path: Path) -> str:
    """The code of the language of a file, as learners have it: ``fa`` for ``fa_AF``."""
    return str(Locale.parse(path.parent.parent.name).language)


def load(path: Path) -> Catalog | Problem:
    """The catalogue in a file, empty when there is no file; the problem when it cannot be read."""
    locale = Locale.parse(path.parent.parent.name)
    if not path.exists():
        return Catalog(locale=locale, header_comment="")
    return parse(path.read_bytes(), locale, name(path))


def parse(written: bytes, locale: Locale, name: str) -> Catalog | Problem:
    """The catalogue in the bytes of a PO file, whatever wrote them; the problem when it cannot be read."""
    try:
        text = written.decode("utf-8-sig")
        for number, line in enumerate(text.splitlines(), start=1):
            if not _LINE.fullmatch(line):
                return Problem(name, number, "", "cannot be read: is a quote missing?")
        if _TOO_MANY.search(_JOINTS.sub("", text)):
            return Problem(name, 1, "", "has a header that cannot be read: no language has so many plural forms")
        return read_po(StringIO(text), locale=locale, abort_invalid=True)
    except PoFileError as error:
        return Problem(name, (error.lineno or 0) + 1, "", f"cannot be read: {error}")
    except UnicodeDecodeError:
        return Problem(name, 1, "", "is not UTF-8: save it again with the encoding UTF-8")
    except ValueError as error:
        return Problem(name, 1, "", f"has a header that cannot be read: {error}")


def messages(catalog: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalog if message.id)


def strings(message: Message) -> tuple[str, ...]:
    """A message's translation: one string, or one for each plural form."""
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


def save(path: Path, catalog: Catalog) -> bool:
    """Write a catalogue, if that changes the file. Returns whether it did."""
    text = as_text(catalog, path.parent.parent.name)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def name(path: Path) -> str:
    """How messages call a file: ``locales/nl/LC_MESSAGES/content.po``."""
    return "/".join(path.parts[-4:])


def as_text(catalog: Catalog, folder: str, width: int = WIDTH) -> str:
    """A catalogue as it stands in a file; ``folder`` is the language as its folder is named."""
    return _header(catalog, folder) + _body(catalog, width)


def _header(catalog: Catalog, folder: str) -> str:
    comment = f"{catalog.header_comment}\n" if catalog.header_comment else ""
    lines = (
        f"Language: {folder}",
        f"Plural-Forms: {catalog.plural_forms}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    fields = "\n".join(f'"{line}\\n"' for line in lines)
    return f'{comment}msgid ""\nmsgstr ""\n{fields}\n'


def _body(catalog: Catalog, width: int) -> str:
    written = BytesIO()
    write_po(written, catalog, width=width, omit_header=True, ignore_obsolete=True, include_previous=True)
    text = written.getvalue().decode().strip()
    return f"\n{text}\n" if text else ""
