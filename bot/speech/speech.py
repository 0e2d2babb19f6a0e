"""The file of a sound: a person's recording, or what the speech program makes of the words, kept by its content."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.speech import opus
from bot.speech.program import Program, voice
from bot.speech.sound import NoSound, Sound


@dataclass(frozen=True)
class Speech:
    """Every sound of this machine.

    Attributes:
        folder: where what the program made is kept; made when first needed.
        program: speaks.
        recordings: what people recorded, and where; they go before the program.
        studio: what finds the file of what was recorded in the studio; that goes before all.
    """

    folder: Path
    program: Program
    recordings: Mapping[Sound, Path] = field(default_factory=dict)
    studio: Callable[[Sound], Path | None] = lambda _: None

    def file(self, sound: Sound) -> Path:
        """The file of a sound, made now if need be, which takes up to seconds. Raises NoSound."""
        return self.known(sound) or self._make(sound)

    def known(self, sound: Sound) -> Path | None:
        """The file of a sound, if there is one already."""
        recorded = self.studio(sound) or self.recordings.get(sound)
        if recorded and recorded.exists():
            return recorded
        kept = self.place(sound)
        return kept if kept.exists() else None

    def place(self, sound: Sound) -> Path:
        """Where what the program says is kept: the name changes with anything that changes the sound."""
        made_of = (self.program.command, voice(sound.language), self.program.speed(sound), sound.language, sound.spoken)
        return self.folder / f"{hashlib.sha256(json.dumps(made_of).encode()).hexdigest()}{opus.SUFFIX}"

    def said(self, sound: Sound, folder: Path) -> Path:
        """What the program says, as a new file in ``folder``. Raises NoSound."""
        wav, ogg = folder / "said.wav", folder / f"said{opus.SUFFIX}"
        self.program.render(sound, wav)
        try:
            opus.encode(wav, ogg)
        except opus.NotSound as error:
            raise NoSound(f"{self.program.name}: {error}") from error
        return ogg

    def _make(self, sound: Sound) -> Path:
        if not sound.spoken:
            raise NoSound("there are no words")
        place = self.place(sound)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with TemporaryDirectory(dir=self.folder) as under_way:
                # Whole or not at all: another process may look for it now.
                self.said(sound, Path(under_way)).replace(place)
        except OSError as error:
            raise NoSound(f"{self.folder} cannot be written ({type(error).__name__})") from error
        return place
