"""Speech programs for tests: a small one that is always there, and espeak-ng where it is installed."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from bot.speech.program import Program

# Says a tone whose length depends on the words, so that a sound tells what was said.
TALKER = """
import math, struct, sys, wave
voice, speed, file = sys.argv[1:]
words = sys.stdin.buffer.read().decode()
with open(__file__ + ".log", "a", encoding="utf-8") as log:
    log.write(f"{voice}|{speed}|{words.strip()}\\n")
if voice == "zz":
    sys.exit("There is no voice zz.")
count = int(22050 * len(words) / int(speed) * 10)
tone = (int(9000 * math.sin(n / 20)) for n in range(count))
with wave.open(file, "wb") as sound:
    sound.setnchannels(1), sound.setsampwidth(2), sound.setframerate(22050)
    sound.writeframes(b"".join(struct.pack("<h", sample) for sample in tone))
"""

ESPEAK = Program("espeak-ng -v {voice} -s {speed} --stdin -w {file}", "150", "95")


def talker(folder: Path, code: str = TALKER) -> Program:
    """A speech program: it knows every voice but ``zz``, and notes what it is asked to say."""
    script = folder / "talker.py"
    script.write_text(code, encoding="utf-8")
    return Program(f"{sys.executable} {script} {{voice}} {{speed}} {{file}}", "100", "50")


def said(folder: Path) -> list[str]:
    """What the talker of this folder was asked to say: voice, speed and words, with ``|`` between."""
    log = folder / "talker.py.log"
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def needs_espeak() -> None:
    """Skip the test where espeak-ng is missing; with WERKMAAT_TESTS_STRICT=1 it fails."""
    if shutil.which("espeak-ng"):
        return
    reason = "espeak-ng is not installed (Debian: apt-get install espeak-ng)"
    if os.environ.get("WERKMAAT_TESTS_STRICT") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
