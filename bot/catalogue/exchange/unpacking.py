"""A pack that came in as a zip: its entries and pictures, and the recordings of its words, looked at as uploads are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import repeat
from pathlib import PurePath
from zipfile import ZipFile

from bot.catalogue import images, recordings, spoken
from bot.catalogue.exchange import yamls
from bot.catalogue.exchange.archives import unpacked
from bot.catalogue.exchange.faults import Fault, Place, Refused
from bot.catalogue.exchange.media import Media
from bot.catalogue.exchange.parcels import ABOUT, PACK, PICTURES, TRANSLATIONS, index_of
from bot.catalogue.exchange.rows import Taken
from bot.catalogue.fields import Fields
from bot.catalogue.problems import Notes
from bot.catalogue.reading import read_bytes
from bot.catalogue.recordings import Recording
from bot.i18n import Part, Text
from bot.pictures import sent_in
from bot.pictures.sent_in import NotSeen
from bot.speech import recorded
from bot.speech.recorded import LONGEST_SAID, NotHeard, voice_message
from bot.speech.sound import Sound
from bot.store.studio_recordings import Spoken

COSTLY = 25
"""So many rows are read in the time that one picture or recording takes."""

LONGEST_SOURCE = 150


@dataclass
class Unpacking:
    """Takes what is in a zip that was looked through.

    Attributes:
        archive: the zip.
        media: what is here already, and need not be taken in.
        faults: where faults go.
        remarks: where goes what there is to know of it.
        recordings: where recordings go that are not here yet, or otherwise.
    """

    archive: ZipFile
    media: Media
    faults: list[Fault]
    remarks: list[Part]
    recordings: list[Spoken]

    def taken(self) -> Iterator[Taken | None]:
        """Yield the entries and pictures. None stands for the time of a row. Raises Refused when no pack is in it."""
        if PACK not in self.archive.namelist():
            raise Refused(Text("console.import.fault.no_pack_inside"))
        source = self._source()
        self._note_translations()
        found = [replace(one, source=source) for one in yamls.taken(self._file(PACK), PACK, self.faults)]
        yield from found
        for picture in self._pictures():
            yield replace(picture, source=source)
            yield from repeat(None, COSTLY if picture.file else 0)
        items = [one.entry for one in found]
        for target in sorted({str(one.body["target"]) for one in items}):
            yield from self._recorded(target, {*spoken.sounds(items, target)})

    def _file(self, name: str) -> bytes:
        return unpacked(self.archive, name)

    def _source(self) -> str:
        """Where the pack comes from, and under which licence, in one line."""
        about = self._fields(ABOUT)
        said = about.node.plain() if about and isinstance(about.node.value, dict) else {}
        words = [one for name in ("source", "licence") if isinstance(one := said.get(name), str)]
        source = " ".join(", ".join(words).split())[:LONGEST_SOURCE]
        if source:
            self.remarks.append(Text("console.import.remark.source", {"source": source}))
        return source

    def _note_translations(self) -> None:
        names = (name for name in self.archive.namelist() if name.startswith(TRANSLATIONS) and name.endswith(".po"))
        if languages := sorted(PurePath(name).stem for name in names):
            self.remarks.append(Text("console.import.remark.translations", {"languages": ", ".join(languages)}))

    def _pictures(self) -> Iterator[Taken]:
        if not (fields := self._fields(PICTURES)):
            return
        files = {PurePath(name).stem: name for name in self.archive.namelist() if _is_picture(name)}
        for entry in images.parse(fields):
            place = Place(PICTURES, line=entry.line)
            body = {name: value for name, value in entry.body.items() if name != "file"}
            name = images.name_of(entry.id)
            file = self._picture(name, files.get(name, ""), Fault(place, Text(""), entry.id))
            named = {**body, "file": sha256(file).hexdigest()} if file else body
            yield Taken(replace(entry, body=named), place, file=file)
        self.faults += yamls.told(fields.notes)

    def _picture(self, name: str, path: str, fault: Fault) -> bytes | None:
        """The picture as it would be sent; None when it is the one that is here, or none, which is a fault."""
        file, here = self._file(path), self.media.picture(name)
        if file == here or (here and not path):
            return None
        try:
            if not path:
                raise NotSeen(sent_in.Fault.EMPTY)
            return sent_in.picture(file)
        except NotSeen as error:
            self.faults.append(replace(fault, message=Text(f"console.media.picture.{error.fault}")))
            return None

    def _recorded(self, target: str, said: set[Sound]) -> Iterator[None]:
        """Look at the recordings of a language; only what the entries say is taken."""
        index = index_of(target)
        if not (fields := self._fields(index)):
            return
        fields.one_of("language", [target])
        found: dict[Sound, tuple[Recording, Fields]] = {}
        for one in fields.each("recordings"):
            recording = recordings.read_one(one, target)
            if recordings.may_be(recording.sound, said, found, one):
                found[recording.sound] = recording, one
        fields.done()
        self.faults += yamls.told(fields.notes)
        here = self.media.recordings(found)
        for sound, (recording, one) in found.items():
            wanted = self._spoken(recording, here.get(sound), Place(index, line=one.node.line))
            self.recordings += [wanted] if wanted else []
            yield from repeat(None, COSTLY if wanted else 1)

    def _spoken(self, recording: Recording, here: Spoken | None, place: Place) -> Spoken | None:
        """The recording as it would be kept; None when it is the one that is here, or none, which is a fault."""
        folder = PurePath(place.sheet).parent
        ogg = self._file((folder / PurePath(recording.file).name).as_posix())
        if here and here.ogg == ogg:
            wanted = replace(here, speaker=recording.speaker, licence=recording.licence)
            return None if wanted == here else wanted
        try:
            made = voice_message(ogg, LONGEST_SAID)
        except NotHeard as error:
            self.faults.append(Fault(place, _why_not(error.fault)))
            return None
        return Spoken(recording.sound, made, recording.speaker, recording.licence)

    def _fields(self, name: str) -> Fields | None:
        """What a file of the zip says; None when it is not there, or cannot be read, which is a fault."""
        notes = Notes(name)
        content = self._file(name)
        if len(content) > yamls.LARGEST:
            raise Refused(Text("console.import.fault.too_large", {"most": yamls.LARGEST // 1024**2}), name)
        node = read_bytes(content, notes) if content else None
        if node is None:
            self.faults += yamls.told(notes)
        return Fields(node, "", notes) if node else None


def _is_picture(name: str) -> bool:
    path = PurePath(name)
    return path.parent.as_posix() == images.FOLDER and path.name != images.INDEX


def _why_not(fault: recorded.Fault) -> Text:
    if fault is recorded.Fault.LONG:
        return Text("console.media.too_long", {"seconds": LONGEST_SAID})
    return Text(f"console.thread.sound.{fault}")
