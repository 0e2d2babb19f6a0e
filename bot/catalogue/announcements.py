"""The words of an announcement: a file of the administrator's own, with a text in each own language."""

from collections.abc import Iterable
from pathlib import Path

from bot.catalogue.fields import Fields
from bot.catalogue.problems import BrokenContent, Notes
from bot.catalogue.reading import read
from bot.i18n.catalogues import PLACEHOLDER

LONGEST = 4000
"""UTF-16 units. Telegram takes 4,096; the marks for the direction of writing need a few of them."""


def read_words(path: Path, languages: Iterable[str]) -> dict[str, str]:
    """Read the words of an announcement, each with its language.

    Args:
        path: a YAML file, ``<language>: <text>``.
        languages: those that there are.

    Raises:
        BrokenContent: with everything that is wrong in the file.
    """
    notes, known = Notes(path.name), [*languages]
    node = read(path, notes)
    words = _texts(Fields(node, "", notes), known) if node else {}
    if notes.problems:
        raise BrokenContent(sorted(notes.problems))
    return words


def _texts(fields: Fields, known: list[str]) -> dict[str, str]:
    for name in fields.node.value if isinstance(fields.node.value, dict) else ():
        if name not in known:
            fields.note(name, f"is no own language: use {', '.join(known)}")
    found = {language: _text(fields, language) for language in known}
    return {language: text for language, text in found.items() if text}


def _text(fields: Fields, language: str) -> str | None:
    text = fields.optional(language) or ""
    length = len(text.encode("utf-16-le", "replace")) // 2
    if length > LONGEST:
        fields.note(language, f"has {length} characters: at most {LONGEST} fit into one message")
    if found := PLACEHOLDER.search(text):
        fields.note(language, f"has {found[0]}: nothing is filled in, so write what learners should read")
    return text or None
