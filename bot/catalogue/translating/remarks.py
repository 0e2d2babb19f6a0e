"""What stands beside a translation, and as translators' comments in a PO file: who found it good, and what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.i18n.loading import REVIEWED

BACK = "back translation:"
NOTE = "note:"


@dataclass(frozen=True)
class Review:
    """The native speaker who found a translation good, and when, if that is known."""

    by: str
    on: date | None

    def __str__(self) -> str:
        return f"{self.by} {self.on}" if self.on else self.by


@dataclass(frozen=True)
class Remarks:
    """A review, the translation put back into the language of the source, and a note for the next translator."""

    review: Review | None = None
    back: str = ""
    note: str = ""


NO_REMARKS = Remarks()


def read(comments: Iterable[str]) -> Remarks:
    """The remarks in translators' comments; a line that begins otherwise goes on with the one before."""
    said: dict[str, list[str]] = {REVIEWED: [], BACK: [], NOTE: []}
    kind = NOTE
    for comment in comments:
        begun = next((one for one in said if comment.strip().startswith(one)), None)
        kind = begun or kind
        said[kind].append(comment.strip().removeprefix(begun or ""))
    review, back, note = (on_one_line(" ".join(said[one])) for one in (REVIEWED, BACK, NOTE))
    return Remarks(_review(review) if review else None, back, note)


def as_comments(remarks: Remarks) -> list[str]:
    """The comments that ``read`` takes for these remarks."""
    said = {REVIEWED: str(remarks.review or ""), BACK: remarks.back, NOTE: remarks.note}
    return [f"{kind} {words}" for kind, words in said.items() if words]


def on_one_line(words: str) -> str:
    """Words as they stand in a comment."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _review(words: str) -> Review:
    by, _, day = words.rpartition(" ")
    try:
        return Review(by, date.fromisoformat(day)) if by else Review(words, None)
    except ValueError:
        return Review(words, None)
