"""The speech program of this machine: any that reads words and writes a WAV file."""

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bot.speech.sound import NoSound, Sound

PATIENCE = 30.0
"""Seconds that a program has for one text."""

LONGEST_DETAIL = 120


@dataclass(frozen=True)
class Program:
    """How sound is made.

    Attributes:
        command: the program and its arguments, with ``{voice}``, ``{speed}`` and ``{file}`` where they belong.
        usual: what ``{speed}`` is for the speed of everyday speech.
        slow: what it is for slow speech.
    """

    command: str
    usual: str
    slow: str

    @property
    def name(self) -> str:
        """The program itself."""
        return shlex.split(self.command)[0]

    def is_there(self) -> bool:
        """Whether this machine has it."""
        return shutil.which(self.name) is not None

    def speed(self, sound: Sound) -> str:
        """What ``{speed}`` is for this sound."""
        return self.slow if sound.slow else self.usual

    def render(self, sound: Sound, wav: Path) -> None:
        """Write what is to be heard to ``wav``. Raises NoSound."""
        filled = {"{voice}": voice(sound.language), "{speed}": self.speed(sound), "{file}": str(wav)}
        call = [_filled(word, filled) for word in shlex.split(self.command)]
        try:
            # No shell, and the words are input: whatever they are, they are no command and no option.
            subprocess.run(call, input=f"{sound.spoken}\n".encode(), capture_output=True, timeout=PATIENCE, check=True)
        except subprocess.TimeoutExpired:
            raise NoSound(f"{self.name} took longer than {PATIENCE:g} seconds") from None
        except subprocess.CalledProcessError as error:
            raise NoSound(f"{self.name} ended with {error.returncode}", _last_line(error.stderr)) from None
        except OSError:
            raise NoSound(f"{self.name} is not installed") from None


def voice(language: str) -> str:
    """The voice of a language is called by its code: programs and people name them so."""
    return language.partition("_")[0]


def _filled(word: str, values: dict[str, str]) -> str:
    for place, value in values.items():
        word = word.replace(place, value)
    return word


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")[:LONGEST_DETAIL]
