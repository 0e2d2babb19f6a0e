"""What is examined: this Werkmaat, as its settings describe it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bot.catalogue.folder import Folder, read_folder
from bot.settings import CONTENT, LOCALES, Settings
from bot.store import Store
from bot.wiring.parts import clock


@dataclass(frozen=True)
class Machine:
    """This Werkmaat. Looking at it changes nothing, and makes no file."""

    settings: Settings
    clock: Callable[[], datetime] = clock
    content: Path = CONTENT
    locales: Path = LOCALES

    @cached_property
    def store(self) -> Store:
        """The database, opened when it is first asked for; its folder is not made."""
        return Store(self.settings.database)

    @cached_property
    def folder(self) -> Folder:
        """The files of the content."""
        return read_folder(self.content)
