"""Words that sound wrong: whoever reads them may say so, and reads beforehand that nobody has checked them."""

from collections.abc import Iterator

from bot.i18n import Content, Part, Text
from bot.journeys import consent, onboarding
from bot.journeys.reply import Line
from bot.journeys.turn import Turn
from bot.store import doubts
from bot.store.tables import Doubt


def caution(turn: Turn, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, and under them that no native speaker has reviewed one of them, if it is so."""
    unread = any(
        not turn.catalogues.reviewed(one, turn.learner.language)
        for line in lines
        for part in line
        for one in _contents(part)
    )
    return (*lines, (), (Text("doubt.not_reviewed"),)) if unread else lines


def may(turn: Turn) -> bool:
    """Whether a doubt can be kept: it is counted by people, of whom there must be a record."""
    return bool(consent.given(turn, consent.RECORD))


def note(turn: Turn, entry_id: str) -> None:
    """Keep that an entry sounds wrong in the learner's language, once, and say thanks."""
    if not may(turn):
        onboarding.next_step(turn)
        return
    me = turn.learner
    if not doubts.has(turn.store, me.id, entry_id, me.language):
        turn.keep(Doubt(learner_id=me.id, entry_id=entry_id, language=me.language, at=turn.now))
    turn.say(Text("doubt.noted"))


def _contents(part: Part) -> Iterator[Content]:
    """The words of the course in a part, and in the values of it."""
    if isinstance(part, Content):
        yield part
    elif isinstance(part, Text):
        yield from (part_of for value in part.values.values() for part_of in _contents_of(value))


def _contents_of(value: object) -> Iterator[Content]:
    if isinstance(value, Content | Text):
        yield from _contents(value)
