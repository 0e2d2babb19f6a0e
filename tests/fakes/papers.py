"""What stands on printed pages, as poppler's programs read it: words, where they stand, and pictures of the pages.

Without them (Debian: apt-get install poppler-utils) a test is skipped, and says so; with WERKMAAT_TESTS_STRICT=1 it
fails.
"""

import os
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from html import unescape
from io import BytesIO

import pytest
from PIL import Image

DOTS = 144
"""An inch, in pictures of pages."""

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Box:
    """A word and where it stands, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    word: str


def texts(pdf: bytes) -> list[str]:
    """The words of each page, as ``bare`` leaves them."""
    pages = _run("pdftotext", pdf, "-", "-").decode()
    return [bare(page) for page in pages.split("\f")[:-1]]


def boxes(pdf: bytes) -> list[Box]:
    """The words of the first page, and where they stand."""
    found = WORD.findall(_run("pdftotext", pdf, "-bbox", "-l", "1", "-", "-").decode())
    return [_box(*one) for one in found]


def image(pdf: bytes) -> Image.Image:
    """The first page in shades of grey."""
    return Image.open(BytesIO(_run("pdftoppm", pdf, "-r", str(DOTS), "-l", "1", "-png", "-"))).convert("L")


def bare(words: str) -> str:
    """Words without spaces and invisible signs: in some scripts a reader of PDF makes spaces of joints."""
    plain = unicodedata.normalize("NFKC", words)
    return "".join(one for one in plain if not one.isspace() and unicodedata.category(one) != "Cf")


def _box(left: str, top: str, right: str, bottom: str, word: str) -> Box:
    return Box(float(left), float(top), float(right), float(bottom), bare(unescape(word)))


def _run(program: str, pdf: bytes, *words: str) -> bytes:
    if not shutil.which(program):
        reason = f"{program} is not installed (Debian: apt-get install poppler-utils)"
        if os.environ.get("WERKMAAT_TESTS_STRICT") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return subprocess.run([program, *words], input=pdf, capture_output=True, check=True).stdout
