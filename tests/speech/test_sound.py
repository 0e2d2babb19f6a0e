"""Words as they are spoken: nothing that a program could take for anything else than words."""

import pytest

from bot.speech.sound import Sound

SPOKEN = {
    "Goeiemorgen, ik ___ Amina.": "Goeiemorgen, ik … Amina.",
    "één\r\ntwee\tdrie\x00vier\x1b[31m": "één twee drie vier [31m",
    "\u2068de helm\u2069\u200f": "de helm",
    "می‌خواهم": "می\u200cخواهم",
    "half\ud800": "half",
    "\x07 \n": "",
}


@pytest.mark.parametrize("words", SPOKEN, ids=ascii)
def test_what_is_spoken(words: str) -> None:
    assert Sound(words, "nl").spoken == SPOKEN[words]
