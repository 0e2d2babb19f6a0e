"""What there is to say in every language: the words of what is published, and the messages of the bot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.catalogue import images, pofiles
from bot.catalogue.authored import Entry, Words
from bot.catalogue.course import Courses
from bot.catalogue.judging import judge
from bot.catalogue.problems import Problem
from bot.catalogue.regions import shows
from bot.i18n.loading import FALLBACK
from bot.i18n.own import digest
from bot.store import Store, entries
from bot.store.entries import Row
from bot.store.translations import Domain

MESSAGES = "messages"
"""The part of what the bot says by itself."""

WORDLESS = ("safeguarding",)
"""Kinds of which nothing is translated."""

Found = tuple[Words, ...]


@dataclass(frozen=True)
class Phrase:
    """Something to translate.

    Attributes:
        domain: words of the course, or a message.
        context: where the words stand, such as ``tip.late_absence.say_when.title``; of a message its key.
        source: as it was written, in its forms.
        about: what translators should know.
        entry_id: the entry that it is of; empty for a message.
        part: a pack (``nl/care/A1``), a kind such as ``tip``, or MESSAGES.
        written_in: the language of the source.
        picture: the name of the picture that is shown with it; empty when there is none.
    """

    domain: Domain
    context: str
    source: tuple[str, ...]
    about: str
    part: str
    written_in: str
    entry_id: str = ""
    picture: str = ""

    @cached_property
    def digest(self) -> str:
        """Tells this source from another one of the same context."""
        return digest(self.source)


class Phrases:
    """Everything there is to say now, in the authors' order; what was published meanwhile is read when asked for.

    Args:
        store: where the course is published.
        courses: tell the region, whose content it is, and the language in which that is written.
        locales: the folder with the translations.
    """

    def __init__(self, store: Store, courses: Courses, locales: Path) -> None:
        self._store = store
        self._courses = courses
        self._locales = locales
        self._state: tuple[tuple[str, int, int], ...] = ()
        self._content: tuple[Phrase, ...] = ()
        self._known: dict[tuple[str, int], Found] = {}

    @cached_property
    def _messages(self) -> Sequence[Phrase]:
        return tuple(read_messages(self._locales))

    def now(self) -> Sequence[Phrase]:
        """The words of the course, then the messages."""
        state = entries.state(self._store)
        if state != self._state:
            self._content, self._state = tuple(self._read()), state
        return (*self._content, *self._messages)

    def _read(self) -> Iterator[Phrase]:
        region = self._courses.current().region
        here = (row for row in entries.current(self._store) if shows(region.id, region.target, row.id, row.body))
        rows, written_in = [row for row in here if row.kind not in WORDLESS], region.written_in
        packs = {row.body["unit"]: _pack(row) for row in reversed(rows) if row.kind == "item"}
        self._known = {(row.id, row.revision): self._words(row, written_in) for row in rows}
        for row in rows:
            # A unit may go on in a second pack.
            part = _pack(row) if row.kind == "item" else packs.get(row.id, row.kind)
            yield from _phrases(row, self._known[row.id, row.revision], part, written_in)

    def _words(self, row: Row, written_in: str) -> Found:
        kept = self._known.get((row.id, row.revision))
        return words(row, written_in) if kept is None else kept


def of_entry(entry: Entry, written_in: str) -> Iterator[Phrase]:
    """The words to translate of one entry, whatever region it is of."""
    yield from _phrases(entry, words(entry, written_in), entry.kind, written_in)


def words(row: Entry, written_in: str) -> Found:
    """The words to translate of what is published of an entry."""
    if row.kind == "image":
        return (Words(f"{row.id}.alt", row.body["alt"], images.ABOUT),)
    judged = judge(row.kind, row.id, row.body, written_in)
    return judged.entry.words if judged.entry else ()


def read_messages(locales: Path) -> Iterator[Phrase]:
    """The messages of the bot, as the files say them in English. A comment holds for what follows, up to the next."""
    catalog = pofiles.load(pofiles.path_of(locales / FALLBACK, MESSAGES))
    about = ""
    for message in () if isinstance(catalog, Problem) else pofiles.messages(catalog):
        about = " ".join(message.auto_comments) or about
        key = message.id if isinstance(message.id, str) else message.id[0]
        yield Phrase(Domain.MESSAGES, key, pofiles.strings(message), about, MESSAGES, FALLBACK)


def _phrases(row: Entry, found: Found, part: str, written_in: str) -> Iterator[Phrase]:
    picture = _picture(row)
    for one in found:
        yield Phrase(Domain.CONTENT, one.context, (one.source,), one.about, part, written_in, row.id, picture)


def _pack(row: Row) -> str:
    return "/".join(str(row.body[name]) for name in ("target", "sector", "level"))


def _picture(row: Entry) -> str:
    if row.kind == "image":
        return images.name_of(row.id)
    within: Mapping[str, object] = row.body.get("body", {}) if row.kind == "item" else row.body
    return str(within.get("image") or "")
