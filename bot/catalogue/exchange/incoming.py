"""Whatever file came in: what it is by its content, and its entries, step by step so that progress can be shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from zipfile import ZipFile

from bot.catalogue.exchange import commas, lunes, workbooks, yamls
from bot.catalogue.exchange.archives import opened
from bot.catalogue.exchange.faults import Fault, Refused
from bot.catalogue.exchange.grids import Grid, Reader
from bot.catalogue.exchange.media import NO_MEDIA, Media
from bot.catalogue.exchange.rows import Rows, Taken
from bot.catalogue.exchange.unpacking import Unpacking
from bot.i18n import Part, Text
from bot.store.studio_recordings import Spoken

LARGEST = 10 * 1024 * 1024
"""Bytes of a file."""
LARGEST_PARCEL = 3 * LARGEST
"""Bytes of a zip, with pictures and recordings in it."""

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
WORKBOOK, PARCEL, YAML, COMMAS = (".xlsx",), (".zip",), (".yml", ".yaml"), (".csv", ".tsv", ".txt")


@dataclass
class Incoming:
    """A file on its way in.

    Attributes:
        name: what the file was called.
        content: what it holds, until it is read.
        pack: the pack that its rows are for, when they do not say so themselves.
        written_in: the language of what is explained.
        media: what learners see and hear now.
        taken: the entries so far.
        recordings: what people recorded of them, so far.
        faults: what is wrong with it, so far.
        remarks: what there is to know of how it was read.
        size: about how many rows it has; 0 as long as nobody knows.
    """

    name: str
    content: bytes
    pack: str
    written_in: str
    media: Media = NO_MEDIA
    taken: list[Taken] = field(default_factory=list)
    recordings: list[Spoken] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Part] = field(default_factory=list)
    size: int = 0

    def read(self) -> Iterator[None]:
        """Read it, a row a step. Nothing is raised: what is wrong is among the faults."""
        try:
            for one in self._entries():
                self.taken += [one] if one else []
                yield
            if not self.taken and not self.faults:
                raise Refused(Text("console.import.fault.empty"))
        except Refused as refused:
            self.faults.append(refused.fault)
        # It may lie in memory for hours, until somebody takes it in.
        self.content = b""

    def _entries(self) -> Iterator[Taken | None]:
        ending = PurePath(self.name.casefold()).suffix
        most = LARGEST_PARCEL if ending in PARCEL else LARGEST
        if len(self.content) > most:
            raise Refused(Text("console.import.fault.too_large", {"most": most // 1024**2}))
        if ending not in (*WORKBOOK, *PARCEL, *YAML, *COMMAS) or self.content.startswith(OLD_OFFICE):
            macros = ending in (".xlsm", ".xltm", ".xlsb")
            raise Refused(Text("console.import.fault.macros" if macros else "console.import.fault.not_taken"))
        if (ending in (*WORKBOOK, *PARCEL)) != self.content.startswith(ZIP):
            raise Refused(Text("console.import.fault.not_what_it_says"))
        if ending in YAML:
            yield from yamls.taken(self.content, self.name, self.faults)
        elif ending in COMMAS:
            grid = commas.grid(self.content, PurePath(self.name).stem, self.remarks)
            yield from self._rows(grid)
        else:
            yield from self._archived(ending, opened(self.content))

    def _archived(self, ending: str, archive: ZipFile) -> Iterator[Taken | None]:
        if (ending in WORKBOOK) != (workbooks.INSIDE in archive.namelist()):
            raise Refused(Text("console.import.fault.not_what_it_says"))
        if ending in PARCEL:
            yield from Unpacking(archive, self.media, self.faults, self.remarks, self.recordings).taken()
            return
        for grid in workbooks.grids(archive, self.content, self.faults):
            if grid.name != workbooks.INSTRUCTIONS:
                yield from self._rows(grid)

    def _rows(self, grid: Grid) -> Iterator[Taken | None]:
        self.size += grid.size
        reader = Reader(grid, self.faults)
        if lunes.is_lunes(reader):
            yield from lunes.taken(reader, self.pack, self.faults)
        else:
            yield from Rows(reader, self.written_in, self.faults).taken()
