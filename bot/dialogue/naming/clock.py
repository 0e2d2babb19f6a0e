"""Which hour of the day a text names, read with the words of one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.dialogue.naming.lexicon import ClockWords
from bot.dialogue.naming.phrases import Found

A_DAY = 24 * 60
NOON = 12 * 60

USUAL = {"morning": (7 * 60,), "noon": (NOON,), "afternoon": (16 * 60,), "evening": (18 * 60, 20 * 60), "night": ()}
"""What a part of the day means when no hour is named."""

EVENING_FROM, NIGHT_FROM = 4 * 60, 6 * 60
"""From this hour on, on the face of a clock, "in the evening" and "at night" are before midnight."""


@dataclass
class Heard:
    """What one language makes of a text.

    Attributes:
        minutes: the minutes after midnight that may be meant, each once, in order.
        often: how many times a week, if that is said.
        sure: how many words the language knows: the one that knows most is the text's.
    """

    minutes: list[int] = field(default_factory=list)
    often: int | None = None
    sure: int = 0


@dataclass(frozen=True)
class Hour:
    """A number that may be an hour: minutes after midnight, whether it says which half of the day, and its place."""

    minutes: int
    is_sure: bool
    start: int
    end: int
    in_words: bool = False


def hear(words: Sequence[str], clock: ClockWords) -> Heard:
    """What may be meant, when the text is in the language of ``clock``."""
    parts = [*clock.parts.every(words)]
    days = {one.start: one.end for one in clock.days.every(words)}
    found = Heard(sure=len(parts) + len(days))
    in_weeks = any(clock.week.every(words))
    place = 0
    while place < len(words):
        # A number in the name of a day is no hour: in Persian, Tuesday is "three-Saturday".
        place = days.get(place) or _one(words, place, clock, found, in_weeks, {part.value for part in parts})
    if not found.minutes:
        found.minutes = [minute for part in parts for minute in USUAL[part.value]]
    found.minutes = [*dict.fromkeys(found.minutes)]
    return found


def _one(words: Sequence[str], place: int, clock: ClockWords, found: Heard, in_weeks: bool, parts: set[str]) -> int:
    """Take what stands at this place into ``found``. Returns the place after it."""
    often = clock.often.at(words, place) if in_weeks else None
    if often:
        found.often, found.sure = often.value, found.sure + 2
        return often.end
    hour = _hour(words, place, clock)
    if hour is None:
        return place + 1
    times = clock.times.at(words, hour.end) if hour.end < len(words) else None
    if times and in_weeks:
        found.often, found.sure = hour.minutes // 60, found.sure + 2
        return times.end
    if hour.end < len(words) and clock.no_hours.at(words, hour.end):
        found.sure += 2
        return hour.end + 1
    # A number in digits is of every language; the words around it are not.
    found.sure += hour.in_words + hour.end - hour.start - 1
    found.minutes += _in_the_day(hour, parts)
    return hour.end


def _hour(words: Sequence[str], place: int, clock: ClockWords) -> Hour | None:
    """The hour at this place, with what belongs to it before and after; None when there is none."""
    before = clock.before.at(words, place)
    start = before.end if before else place
    number = _number(words, start, clock)
    if number is None:
        return None
    after = _after(words, number, clock)
    offset = (before.value if before else 0) + (after.value if after else 0)
    minutes = (number.minutes + offset) % A_DAY
    end = after.end if after else number.end
    return Hour(minutes, number.is_sure, place, end, number.in_words)


def _number(words: Sequence[str], place: int, clock: ClockWords) -> Hour | None:
    if place >= len(words):
        return None
    if words[place][0].isdecimal():
        return _digits(words, place)
    found = clock.numbers.at(words, place)
    return Hour(round(found.value * 60), False, place, found.end, in_words=True) if found else None


def _digits(words: Sequence[str], place: int) -> Hour | None:
    hours, _, minutes = words[place].replace(".", ":").partition(":")
    if len(hours) > 2 or int(hours) > 24 or int(minutes or 0) > 59:
        return None
    # Who writes a nought in front, or counts on after twelve, says which half of the day it is.
    is_sure = hours[0] == "0" or int(hours) > 12
    return Hour((int(hours) * 60 + int(minutes or 0)) % A_DAY, is_sure, place, place + 1)


def _after(words: Sequence[str], number: Hour, clock: ClockWords) -> Found[int] | None:
    """What follows a number: the word for hour, minutes, or both."""
    end = number.end
    hour = clock.hour.at(words, end) if end < len(words) else None
    end = hour.end if hour else end
    if end < len(words):
        more = clock.after.at(words, end)
        if more:
            return more
        if len(words[end]) == 2 and words[end].isdecimal() and int(words[end]) < 60:
            return Found(int(words[end]), end, end + 1)
    return Found(0, number.end, end) if hour else None


def _in_the_day(hour: Hour, parts: set[str]) -> Iterator[int]:
    """Yield the minutes after midnight that an hour on the face of a clock may mean."""
    if hour.is_sure:
        yield hour.minutes
    elif not parts:
        yield hour.minutes % NOON
        yield hour.minutes % NOON + NOON
    else:
        yield from dict.fromkeys(_of_part(hour.minutes % NOON, part) for part in parts)


def _of_part(minutes: int, part: str) -> int:
    """An hour before noon or midnight, in this part of the day."""
    if part == "morning":
        return minutes
    if part == "noon":
        # Eleven at noon is before it, one is after it.
        return minutes if minutes >= 10 * 60 else minutes + NOON
    if part == "night":
        return minutes + NOON if minutes >= NIGHT_FROM else minutes
    return minutes + NOON if minutes >= EVENING_FROM or part == "afternoon" else minutes
