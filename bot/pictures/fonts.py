"""The fonts: Noto Sans for every script that the package of fonts carries."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from fontTools.ttLib import TTFont

PLAIN = "NotoSans[wght].ttf"
NO_SCRIPT = ("NotoSans-Italic", "NotoSansSymbols")


@dataclass(frozen=True)
class Font:
    """A font file. ``advances`` holds how far each character moves on, in parts of the font size."""

    family: str
    file: str
    advances: dict[str, float]


@cache
def files() -> tuple[str, ...]:
    """The paths of the font files, in the order in which they are asked for a character."""
    folder = resources.files("manimgx_fonts")
    scripts = (entry.name for entry in folder.iterdir() if entry.name.startswith("NotoSans"))
    others = sorted(name for name in scripts if name != PLAIN and not name.startswith(NO_SCRIPT))
    return tuple(str(folder / name) for name in (PLAIN, *others))


@cache
def read(file: str) -> Font:
    """The font of a file; each is read once."""
    with TTFont(file, lazy=True) as font:
        size, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        advances = {chr(code): metrics[glyph][0] / size for code, glyph in font.getBestCmap().items()}
        return Font(str(font["name"].getBestFamilyName()), file, advances)


def plain() -> Font:
    """The font of Latin, Cyrillic and Greek."""
    return read(files()[0])


@cache
def of(character: str) -> Font | None:
    """The first font that has the character; None when no font has it."""
    return next((font for font in map(read, files()) if character in font.advances), None)
