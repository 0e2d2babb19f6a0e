"""A whole pack as one zip, to be given to others: the pack, its pictures and recordings, translations, licence, source.

pack.yml  about.yml  LICENSE  images/  recordings/<language>/  translations/<language>.po
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.catalogue import images, recordings, spoken
from bot.catalogue.authored import Entry
from bot.catalogue.exchange import yamls
from bot.catalogue.exchange.media import Media
from bot.catalogue.translating.studio import Translating
from bot.speech import opus
from bot.store.studio_recordings import Spoken

PACK, ABOUT, LICENCE = "pack.yml", "about.yml", "LICENSE"
TRANSLATIONS = "translations/"
PICTURES = f"{images.FOLDER}/{images.INDEX}"
ENDINGS = {b"\xff\xd8": ".jpg", b"\x89P": ".png"}
"""What the file of a picture is called, by its first two bytes."""

Files: TypeAlias = Iterator[tuple[str, bytes | str]]


@dataclass(frozen=True)
class Parcel:
    """What goes into a zip.

    Attributes:
        pack: ``target/sector/level``.
        entries: its units and items, in their order.
        pictures: the pictures that are published.
        written_in: the language of what is explained.
        about: where it comes from, and how far each entry was reviewed.
    """

    pack: str
    entries: Sequence[Entry]
    pictures: Sequence[Entry]
    written_in: str
    about: Mapping[str, Any]


PackUp: TypeAlias = Callable[[Parcel], bytes]
"""Makes the zip, with what belongs to the pack."""


def index_of(language: str) -> str:
    """Where the recordings of a language are told in a zip."""
    return f"{recordings.FOLDER}/{language}/{recordings.INDEX}"


def written(parcel: Parcel, media: Media, translating: Translating, content: Path) -> bytes:
    """The zip.

    Args:
        parcel: what goes into it.
        media: has the pictures and the recordings.
        translating: knows what each language says.
        content: the folder with the licence.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, file in _files(parcel, media, translating, content):
            # No file bears a day: the same pack makes the same zip.
            archive.writestr(ZipInfo(name), file, ZIP_DEFLATED)
    return buffer.getvalue()


def _files(parcel: Parcel, media: Media, translating: Translating, content: Path) -> Files:
    asked = {one.body["body"].get("image") for one in parcel.entries if one.kind == "item"}
    pictures = [one for one in parcel.pictures if images.name_of(one.id) in asked]
    yield PACK, yamls.written(parcel.pack, parcel.entries, parcel.written_in)
    yield ABOUT, yamls.dumped({"pack": parcel.pack, "licence": yamls.LICENCE, **parcel.about})
    yield LICENCE, (content / LICENCE).read_bytes()
    yield from _pictures(pictures, parcel.written_in, media)
    yield from _recordings(parcel, media)
    said = translating.po_files([*parcel.entries, *pictures], parcel.written_in)
    yield from ((f"{TRANSLATIONS}{folder}.po", file) for folder, file in said.items())


def _pictures(pictures: Sequence[Entry], written_in: str, media: Media) -> Files:
    """The pictures as learners see them, and an index with who made each, and under which licence."""
    if pictures:
        # Elsewhere nobody knows its file by a digest: it stands beside the index.
        bodies = ({name: value for name, value in one.body.items() if name != "file"} for one in pictures)
        index = [{"id": one.id, **body} for one, body in zip(pictures, bodies, strict=True)]
        yield PICTURES, yamls.dumped({"written_in": written_in, "images": index})
    for one in pictures:
        if body := media.picture(images.name_of(one.id)):
            yield f"{images.FOLDER}/{images.name_of(one.id)}{ENDINGS[body[:2]]}", body


def _recordings(parcel: Parcel, media: Media) -> Files:
    """What people recorded of the words in it, with an index."""
    target = parcel.pack.partition("/")[0]
    found = [*media.recordings(spoken.sounds(parcel.entries, target)).values()]
    if found:
        index = {"language": target, "recordings": [_recorded(one) for one in found]}
        yield index_of(target), yamls.dumped(index)
    for name, ogg in {_name(one): one.ogg for one in found}.items():
        yield f"{recordings.FOLDER}/{target}/{name}", ogg


def _recorded(one: Spoken) -> dict[str, str]:
    about = {"text": one.sound.words, "file": _name(one), "speaker": one.speaker, "licence": one.licence}
    return {**about, **({"slow": "yes"} if one.sound.slow else {})}


def _name(one: Spoken) -> str:
    """The name of its file: the same sound is in it once."""
    return f"{sha256(one.ogg).hexdigest()[:16]}{opus.SUFFIX}"
