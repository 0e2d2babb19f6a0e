"""Publishing the content: files become numbered, immutable revisions in the store."""

from datetime import datetime
from pathlib import Path

from bot.catalogue.folder import Folder, read_folder
from bot.catalogue.problems import BrokenContent
from bot.store import Store, from_files
from bot.store.entries import Form
from bot.store.from_files import Published


def publish(content: Path, store: Store, now: datetime) -> Published:
    """Publish what changed in ``content/``; what is no longer there is retired.

    Raises BrokenContent, with all problems, when anything is wrong: then nothing is published.
    """
    folder = read_folder(content)
    if folder.problems:
        raise BrokenContent(list(folder.problems))
    return from_files.publish(store, _forms(folder), now)


def unpublished(folder: Folder, store: Store) -> Published:
    """What publishing this folder would change."""
    return from_files.changes(store, _forms(folder))


def _forms(folder: Folder) -> list[Form]:
    return [Form(entry.id, entry.kind, entry.body, entry.digest) for entry in folder.entries]
