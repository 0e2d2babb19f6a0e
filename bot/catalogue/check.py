"""Checking the content before it is published."""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from bot.catalogue.folder import Folder, read_folder
from bot.catalogue.problems import Problem


def check(content: Path, locales: Path) -> list[Problem]:
    """Everything that is wrong with the content, all at once, in the order of files and lines.

    Args:
        content: the folder with the content.
        locales: the folder with the translations: danger must be recognised in every language spoken.
    """
    folder = read_folder(content)
    return [*folder.problems, *_languages_without_phrases(folder, content, locales)]


def _languages_without_phrases(folder: Folder, content: Path, locales: Path) -> Iterator[Problem]:
    known = {entry.body["language"] for entry in folder.entries if entry.kind == "safeguarding"}
    for path in sorted(locales.glob("*/LC_MESSAGES/messages.po")):
        language = Locale.parse(path.parent.parent.name).language
        if language not in known:
            file = f"{content.name}/safeguarding/{language}.yml"
            yield Problem(file, 0, "", f"is missing: danger must be recognised in every language ({language})")
