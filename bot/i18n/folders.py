"""The folders of ``locales/``: one a language, named as CLDR names it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError

UNKNOWN = "is not the code of a language that CLDR knows: name the folder as pl, fa_AF or pa_Arab, or take it away"


@dataclass(frozen=True)
class Folders:
    """What was found: the folder of each language, by Telegram's code for it, and what is wrong with others."""

    languages: Mapping[str, Path]
    faults: Mapping[Path, str]


def read_folders(locales: Path) -> Folders:
    """Look through ``locales/``. A folder is a language's when it has a ``messages.po``."""
    languages: dict[str, Path] = {}
    faults: dict[Path, str] = {}
    for file in sorted(locales.glob("*/LC_MESSAGES/messages.po")):
        folder = file.parents[1]
        code = _language(folder.name)
        if code is None:
            faults[folder] = UNKNOWN
        elif code in languages:
            faults[folder] = f"is a second folder of the language {code}, beside {languages[code].name}: keep one"
        else:
            languages[code] = folder
    return Folders(languages, faults)


def _language(name: str) -> str | None:
    try:
        return Locale.parse(name).language
    except (ValueError, UnknownLocaleError):
        return None
