"""Checking the content before it is published."""

from collections.abc import Iterator
from pathlib import Path

from bot.catalogue import pofiles
from bot.catalogue.folder import Folder, read_folder
from bot.catalogue.problems import Problem
from bot.catalogue.recordings import read_recordings
from bot.i18n.catalogues import FALLBACK
from bot.i18n.folders import read_folders


def check(content: Path, locales: Path) -> list[Problem]:
    """Everything that is wrong with the content, all at once, in the order of files and lines.

    Args:
        content: the folder with the content.
        locales: the folder with the translations: danger must be recognised in every language spoken, and
            every topic of tips has a name in them.
    """
    folder = read_folder(content)
    return [
        *folder.problems,
        *_languages_without_phrases(folder, content, locales),
        *_topics_without_name(folder, locales),
        *read_recordings(content, folder.entries).problems,
    ]


def _languages_without_phrases(folder: Folder, content: Path, locales: Path) -> Iterator[Problem]:
    known = {entry.body["language"] for entry in folder.entries if entry.kind == "safeguarding"}
    for language in read_folders(locales).languages:
        if language not in known:
            file = f"{content.name}/safeguarding/{language}.yml"
            yield Problem(file, 0, "", f"is missing: danger must be recognised in every language ({language})")


def _topics_without_name(folder: Folder, locales: Path) -> Iterator[Problem]:
    """A topic is a file of tips; in English it has its name before any other language has."""
    path = pofiles.path_of(locales / FALLBACK, "messages")
    messages = pofiles.load(path)
    if isinstance(messages, Problem):
        return
    for file in dict.fromkeys(entry.file for entry in folder.entries if entry.kind == "tip"):
        key = f"topic.{Path(file).stem}"
        if key not in messages:
            yield Problem(file, 1, "", f"is a topic without a name for its button: add {key} to {pofiles.name(path)}")
