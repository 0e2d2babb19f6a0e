"""Zip files, and workbooks, which are zip files too: looked through before they are used, and only up to a limit."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as BrokenStream  # noqa: N812

from bot.catalogue.exchange.faults import Refused
from bot.i18n import Text

MOST_FILES = 2_000
MOST_BYTES = 100 * 1024 * 1024
"""Of all files together when they are unpacked: a workbook of 20,000 rows takes half of it."""

MOST_TIMES = 200
"""How many times larger a file may get when it is unpacked. What people write shrinks to a tenth; a bomb is made of
nothing but repetition. Small files are let be."""
SMALL = 1024 * 1024

DEFINITION = re.compile(rb"<!(DOCTYPE|ENTITY)")
"""What no office program writes into its XML, and a bomb needs: words that stand for more words."""
MACROS = ("vbaproject.bin", "macrosheets/")
BROKEN = (BadZipFile, BrokenStream, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, UnicodeError)
"""What Python's zipfile raises on files that were cut off, made by hand, or locked with a password."""


def opened(content: bytes) -> ZipFile:
    """A zip file that was looked through. Raises Refused when it is broken or could do harm."""
    try:
        archive = ZipFile(BytesIO(content))
        files = archive.infolist()
    except BROKEN as error:
        raise Refused(Text("console.import.fault.broken_archive")) from error
    if len(files) > MOST_FILES:
        raise Refused(Text("console.import.fault.too_many_files", {"most": MOST_FILES}))
    for file in files:
        _look(file)
    if sum(file.file_size for file in files) > MOST_BYTES:
        raise Refused(Text("console.import.fault.bomb"))
    for file in files:
        _unpack(archive, file)
    return archive


def unpacked(archive: ZipFile, name: str) -> bytes:
    """One file of a zip that was looked through; empty when it is not there."""
    return archive.read(name) if name in archive.namelist() else b""


def _look(file: ZipInfo) -> None:
    name = file.filename.replace("\\", "/").casefold()
    if name.startswith("/") or ".." in name.split("/") or ":" in name or "\0" in name:
        raise Refused(Text("console.import.fault.climbs_out", {"name": file.filename[:100]}))
    if any(macro in name for macro in MACROS):
        raise Refused(Text("console.import.fault.macros"))
    if file.flag_bits & 1:
        raise Refused(Text("console.import.fault.locked"))
    if file.file_size > max(SMALL, MOST_TIMES * file.compress_size):
        raise Refused(Text("console.import.fault.bomb"))


def _unpack(archive: ZipFile, file: ZipInfo) -> None:
    """Unpack a file without keeping it: what it says of its size may be a lie, and XML may hold a bomb of its own."""
    try:
        for first, piece in _pieces(archive, file):
            if first and _is_xml(file) and DEFINITION.search(piece.replace(b"\0", b"")):
                raise Refused(Text("console.import.fault.entities"))
    except BROKEN as error:
        raise Refused(Text("console.import.fault.broken_archive")) from error


def _pieces(archive: ZipFile, file: ZipInfo) -> Iterator[tuple[bool, bytes]]:
    """The first megabyte, then the others, as long as there are no more than the file says."""
    size = 0
    with archive.open(file) as unpacking:
        while piece := unpacking.read(SMALL):
            yield not size, piece
            size += len(piece)
            if size > file.file_size:
                raise Refused(Text("console.import.fault.bomb"))


def _is_xml(file: ZipInfo) -> bool:
    return file.filename.casefold().endswith((".xml", ".rels"))
