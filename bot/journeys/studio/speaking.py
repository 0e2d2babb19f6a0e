"""What learners hear: the sentences of a unit or the messages of a language, and who recorded them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue import spoken
from bot.catalogue.course import Courses
from bot.catalogue.translating.studio import Translating
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.store import Store, studio_recordings
from bot.store.entries import Row
from bot.store.studio_recordings import Spoken, key
from bot.store.tables import StudioRecording
from bot.store.translations import Domain


@dataclass(frozen=True)
class Place:
    """What is recorded one after the other: a unit's sentences at both speeds, or a language's messages."""

    unit: str = ""
    language: str = ""


@dataclass(frozen=True)
class Shelf:
    """The sounds of a place in their order, by their keys.

    Attributes:
        sounds: all of them.
        ours: those that were recorded in the studio.
        of_files: the keys of those that stand recorded in the files.
    """

    sounds: Mapping[str, Sound]
    ours: Mapping[str, StudioRecording]
    of_files: frozenset[str]

    @property
    def missing(self) -> Sequence[str]:
        """The keys of those that nobody recorded."""
        return [one for one in self.sounds if one not in self.ours and one not in self.of_files]

    def next(self, after: str) -> str | None:
        """The key of the next one that nobody recorded, behind the one with this key; None when there is none."""
        keys = [*self.sounds]
        behind = keys[keys.index(after) + 1 :] if after in self.sounds else keys
        missing = {*self.missing}
        return next((one for one in behind if one in missing), None)


class Speaking:
    """What learners hear, and keeping what people record of it.

    Args:
        store: where recordings are kept.
        courses: what is published.
        translating: what each language says.
        speech: every sound of this machine.
    """

    def __init__(self, store: Store, courses: Courses, translating: Translating, speech: Callable[[], Speech]) -> None:
        self._store = store
        self._courses = courses
        self._translating = translating
        self._speech = speech

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the messages."""
        return self._translating.languages

    def shelf(self, place: Place) -> Shelf:
        """The sounds of a place; none when there is no such unit or language."""
        found = {key(sound): sound for sound in self._sounds(place)}
        recorded = self._speech().recordings
        of_files = frozenset(name for name, sound in found.items() if sound in recorded)
        ours = studio_recordings.several(self._store, found)
        return Shelf(found, {name: ours[name] for name in found if name in ours}, of_files)

    def heard(self, sound: Sound) -> bytes:
        """A sound as learners hear it now; making it takes up to seconds. Raises NoSound."""
        return self._speech().file(sound).read_bytes()

    def keep(self, recorded: Spoken, member_id: str, now: datetime) -> None:
        """From now on learners hear this. It was asked whether the speaker agrees."""
        studio_recordings.keep(self._store, recorded, member_id, now)

    def _sounds(self, place: Place) -> Sequence[Sound]:
        return self._of_unit(place.unit) if place.unit else self._messages(place.language)

    def _of_unit(self, unit: str) -> Sequence[Sound]:
        course = self._courses.current()
        items = (item for item in course.items.values() if item.unit == unit)
        rows = (
            Row(one.id, "item", one.position, one.revision, {"type": one.type, "target": one.target, "body": one.body})
            for one in items
        )
        return spoken.sounds(rows, course.region.target)

    def _messages(self, language: str) -> Sequence[Sound]:
        """The messages as they are said now, with staff's own words."""
        if language not in self.languages:
            return ()
        lines = (one for one in self._translating.lines(language) if one.phrase.domain is Domain.MESSAGES)
        return spoken.always_the_same((form for line in lines for form in line.forms), language)
