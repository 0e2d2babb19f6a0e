"""Checking the content before it is published."""

from datetime import date
from pathlib import Path

from bot.catalogue.folder import read_folder
from bot.catalogue.problems import Problem
from bot.catalogue.rules import Material, broken


def check(content: Path, locales: Path, today: date) -> list[Problem]:
    """Everything there is to say of the content, all at once, in the order of files and lines.

    What must be mended, what should be looked at again and what is only advice are told apart by their kind.

    Args:
        content: the folder with the content.
        locales: the folder with the translations: how long the course's words are in them, and what they name.
        today: the day from which dates are judged.
    """
    folder = read_folder(content)
    return sorted([*folder.problems, *broken(Material(content, locales, folder, today))])
