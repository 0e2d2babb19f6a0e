"""What is wrong with a file that came in, and where: told so that a teacher can mend it."""

from dataclasses import dataclass

from bot.i18n import Part


@dataclass(frozen=True)
class Place:
    """Where something stands: in which sheet or file of a whole, and in which cell (``B7``) or line."""

    sheet: str = ""
    cell: str = ""
    line: int = 0


@dataclass(frozen=True)
class Fault:
    """One thing to mend: where, what, and of which entry, if that is known."""

    place: Place
    message: Part
    entry_id: str = ""


class Refused(Exception):
    """A file that cannot be read at all; the message says why, and what to do."""

    def __init__(self, message: Part, sheet: str = "") -> None:
        super().__init__("The file cannot be read")
        self.fault = Fault(Place(sheet), message)
