"""The files of replies: what is heard and what is seen of the content, and what Telegram calls it."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from telegram import InputFile

from bot.journeys.reply import Reply
from bot.speech import opus
from bot.speech.sound import NoSound, Sound
from bot.store import Conflict, OutOfOrder, Store, files, talk

log = logging.getLogger(__name__)

KINDS = {"photo": ("sendPhoto", "picture.png"), "voice": ("sendVoice", "voice.ogg")}
"""How a file of a kind is sent, and what it is called on the way."""


@dataclass(frozen=True)
class File:
    """A file. ``file_id`` is what Telegram calls it, once it has it; ``details`` go with an upload.

    What Telegram calls a ``personal`` one is not kept.
    """

    kind: str
    body: bytes
    details: dict[str, Any] = field(default_factory=dict)
    file_id: str | None = None
    personal: bool = False

    @property
    def digest(self) -> str:
        """Of the content: what is the same is uploaded once."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def method(self) -> str:
        """The method of the Bot API that sends it."""
        return KINDS[self.kind][0]

    @property
    def parameters(self) -> dict[str, Any]:
        """What that method is given: the name that Telegram knows, or the file itself."""
        if self.file_id:
            return {self.kind: self.file_id}
        return {self.kind: InputFile(self.body, filename=KINDS[self.kind][1]), **self.details}


def _no_sound(_: object) -> Path:
    raise NoSound("no speech program is joined")


def _none_together(sounds: Sequence[Sound], _: str) -> bytes:
    return _no_sound(sounds).read_bytes()


@dataclass(frozen=True)
class Media:
    """Where files come from; either may take seconds.

    Attributes:
        sound: the OGG/Opus file of a sound; raises NoSound.
        image: the PNG of a picture by its name; None when there is none.
        together: several sounds one after the other, as OGG/Opus; what cannot be heard is left out, but for sounds in
            the language that is named, for which it raises NoSound.
        paper: the PNG of a document by its lines; None when it cannot be drawn.
    """

    sound: Callable[[Sound], Path]
    image: Callable[[str], bytes | None]
    together: Callable[[Sequence[Sound], str], bytes] = _none_together
    paper: Callable[[tuple[str, ...]], bytes | None] = lambda _: None


TEXT_ALONE = Media(_no_sound, lambda _: None)


class Attachments:
    """Finds the files of replies.

    Args:
        media: where they come from.
        store: keeps what Telegram calls them.
        bot_id: whose names these are.
    """

    def __init__(self, media: Media, store: Store, bot_id: int) -> None:
        self._media = media
        self._store = store
        self._bot_id = bot_id
        self._told: set[str] = set()

    def of(self, reply: Reply) -> list[File]:
        """The files of a reply in the order in which they go out; what there is not, is left out."""
        found = (self._photo(reply), self._voice(reply.sound), self._recorded(reply.recorded))
        return [file for file in found if file]

    def aloud(self, sounds: Sequence[Sound], language: str) -> File | None:
        """The voice that says these, one after the other; None when those of this language cannot be heard."""
        found = self._heard(lambda: self._media.together(sounds, language), language) if sounds else None
        return replace(found, personal=any(sound.personal for sound in sounds)) if found else None

    def known(self, found: list[File]) -> list[File]:
        """The same files, each with what Telegram calls it."""
        return [replace(file, file_id=files.file_id(self._store, self._bot_id, file.digest)) for file in found]

    def sent(self, file: File, message: Any) -> None:
        """Note what Telegram calls a file that was uploaded. ``message`` is what it answered."""
        name = _file_id(file, message)
        if not name or file.file_id or file.personal:
            return
        try:
            files.keep(self._store, self._bot_id, file.digest, name)
        except (OutOfOrder, Conflict):
            log.info("What Telegram calls a file could not be kept: it is uploaded once more")

    def forgotten(self, file: File) -> File:
        """The same file to be uploaded: Telegram refused the name that it had."""
        files.forget(self._store, self._bot_id, file.digest)
        return replace(file, file_id=None)

    def _photo(self, reply: Reply) -> File | None:
        png = self._media.image(reply.image) if reply.image else None
        if reply.paper:
            png = self._media.paper(reply.paper)
        return File("photo", png) if png else None

    def _voice(self, sound: Sound | None) -> File | None:
        return self._heard(lambda: self._media.sound(sound).read_bytes(), sound.language) if sound else None

    def _recorded(self, message_id: str | None) -> File | None:
        """What a member of staff said aloud: for one person, so nothing of it is kept."""
        ogg = talk.sound(self._store, message_id) if message_id else None
        return File("voice", ogg, {"duration": opus.seconds(ogg)}, personal=True) if ogg else None

    def _heard(self, made: Callable[[], bytes], language: str) -> File | None:
        try:
            ogg = made()
            return File("voice", ogg, {"duration": opus.seconds(ogg)})
        except (NoSound, OSError) as error:
            self._tell(f"{language}: {error if isinstance(error, NoSound) else type(error).__name__}")
            return None

    def _tell(self, why: str) -> None:
        """Say why there is no sound: once, as it is so for every message."""
        if why not in self._told:
            self._told.add(why)
            log.warning("Messages go out without sound (%s)", why)


def _file_id(file: File, message: Any) -> str | None:
    """What Telegram calls a file in a message; of a photo it has several sizes, and the largest comes last."""
    shown = message.get(file.kind) if isinstance(message, dict) else None
    one = shown[-1] if isinstance(shown, list) and shown else shown
    return one.get("file_id") if isinstance(one, dict) else None
