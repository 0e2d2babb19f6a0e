"""Words as they are said aloud, and the picture that stands before them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

JOINERS = "\u200c\u200d"
"""They part and join letters: what is heard depends on them."""

PAUSE = "…"

OPENS, SAYS, ENDS = "\ufdd0", "\ufdd1", "\ufdd2"
"""Stand around words with a voice of their own: no characters, which Unicode leaves to a program (section 23.7)."""

_VOICED = re.compile(f"{OPENS}(\\w+)(!?){SAYS}([^{ENDS}]*){ENDS}")
_MARKS = re.compile(f"[{OPENS}{SAYS}{ENDS}]")

TALK = " –"
"""Stands before what is said in a talk, and is not said itself."""


@dataclass(frozen=True)
class Piece:
    """Words to be said in one voice; ``personal`` ones were written by a person."""

    words: str
    language: str
    personal: bool = False


def voiced(words: str, language: str, personal: bool = False) -> str:
    """Words marked as of this language, to stand in a message of another one."""
    return f"{OPENS}{language}{'!' * personal}{SAYS}{_MARKS.sub('', words)}{ENDS}"


def pieces(words: str, language: str) -> Iterator[Piece]:
    """Yield a message of this language in pieces: its own words, and between them those that are ``voiced``."""
    # Splitting keeps what the pattern finds: after each own piece come a language, the mark of a person, and words.
    own, *rest = _VOICED.split(words)
    yield from _own(own, language)
    for other, mark, foreign, after in zip(*[iter(rest)] * 4, strict=True):
        if any(one.isalnum() for one in foreign):
            yield Piece(foreign.strip(TALK), other, personal=bool(mark))
        yield from _own(after, language)


def said(words: str) -> str:
    """Words on one line without pictures and invisible signs; empty when nothing is left to say."""
    spoken = " ".join("".join(one for one in _VOICED.sub(PAUSE, words) if not _is_sign(one)).split())
    return spoken if any(one.isalnum() for one in spoken) else ""


def picture(label: str) -> str | None:
    """The picture that a label begins with; None when it begins with words."""
    first = "".join(one for one in label if unicodedata.category(one) != "Cf" or one in JOINERS).split()[:1]
    return first[0] if first and not any(one.isalnum() for one in first[0]) else None


def _own(words: str, language: str) -> Iterator[Piece]:
    spoken = said(words)
    if spoken:
        yield Piece(spoken, language)


def _is_sign(character: str) -> bool:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return character not in JOINERS
    return kind in ("So", "Me") or "\ufe00" <= character <= "\ufe0f"
