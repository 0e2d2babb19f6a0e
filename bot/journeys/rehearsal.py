"""A rehearsed interview: question by question, answered with the learner's own cards, and with the author's sentences.

The learner says each sentence aloud, to nobody: nothing is kept. The buttons carry where the learner is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from bot.i18n import Text
from bot.journeys import asked, listening, skill_cards, skill_list
from bot.journeys.rehearsal_step import (
    ANSWER,
    MOST,
    PREFIX,
    Step,
    lines,
    speeds_of_answer,
    speeds_of_question,
    steps,
)
from bot.journeys.reply import button
from bot.journeys.skill_list import REHEARSE
from bot.journeys.turn import Turn

TIPS = "job_interview"
"""The topic of the tips that go with it."""


@dataclass(frozen=True)
class Place:
    """Where the learner is: the name of a question, and how many sentences were said before it."""

    said: int
    name: str

    @classmethod
    def read(cls, words: str) -> "Place":
        """The place as a button carries it."""
        said, _, name = words.partition(".")
        return cls(min(int(said), MOST) if said.isdecimal() else 0, name)

    def __str__(self) -> str:
        return f"{self.said}.{self.name}"


def answer(turn: Turn, choice: str) -> None:
    """A button of it, such as ``said.2.why_here``. Whatever is not known begins anew."""
    what, _, rest = choice.partition(".")
    ANSWERS.get(what, _begin)(turn, rest)


def _begin(turn: Turn, _: str = "") -> None:
    """How it goes, and the first question; without a sentence to say, the list of what the learner can do."""
    found = steps(turn) if skill_list.to_say(turn) else ()
    if not found:
        return skill_list.show(turn)
    asked.put(turn, turn.new_id(), Text("rehearsal.begin"), (), Text("rehearsal.nobody_listens"), buttons=())
    return _ask(turn, found[0], said=0)


def _go_on(turn: Turn, rest: str) -> None:
    """The sentence was said: the next question takes the place of this one, also when it is tapped twice."""
    place = Place.read(rest)
    if f"{PREFIX}{place.name}" not in turn.course.interview or not skill_list.to_say(turn):
        return _begin(turn)
    following, said = _after(turn, place), min(place.said + 1, MOST)
    return _ask(turn, following, said) if following else _end(turn, said)


def _more(turn: Turn, rest: str) -> None:
    """Further buttons for who listens, from a number on."""
    words, _, start = rest.rpartition(".")
    place = Place.read(words)
    step = _step(turn, place)
    if step:
        _ask(turn, step, place.said, start)
    else:
        _begin(turn)


def _enough(turn: Turn, rest: str) -> None:
    _end(turn, Place.read(rest).said)


def _end(turn: Turn, said: int) -> None:
    """What the learner did, and where to go from here."""
    if not said:
        return skill_list.show(turn)
    ref = turn.new_id()
    cards = (button("skills.button.open", "skills", ref, "mine"),)
    tips = (button("topic.job_interview", "tip", asked.NO_MESSAGE, TIPS),) if turn.course.tips(TIPS) else ()
    return asked.put(turn, ref, Text("rehearsal.done", {"number": said}), buttons=(cards, tips))


def _hear(turn: Turn, rest: str, how: str) -> None:
    """A question, or the author's answer to it."""
    what, _, name = rest.partition(".")
    found = turn.course.interview.get(f"{PREFIX}{name}")
    words = found and (found.answer if what == ANSWER else found.ask)
    if words:
        skill_cards.hear(turn, words, how)
    else:
        _begin(turn)


def _step(turn: Turn, place: Place) -> Step | None:
    return next((step for step in steps(turn) if step.name == place.name), None)


def _after(turn: Turn, place: Place) -> Step | None:
    """The step after a question, which itself may have lost its answer since."""
    order = [*turn.course.interview]
    here = order.index(f"{PREFIX}{place.name}")
    return next((step for step in steps(turn) if order.index(step.question.id) > here), None)


def _ask(turn: Turn, step: Step, said: int, start: str = "") -> None:
    ref, place = turn.new_id(), Place(said, step.name)
    on = button("rehearsal.button.said", "skills", ref, f"{REHEARSE}-said.{place}")
    enough = button("skills.button.enough", "skills", ref, f"{REHEARSE}-enough.{place}")
    if turn.learner.listens:
        # The message itself is heard at the usual speed.
        slowly = (*speeds_of_question(step)[1:], *speeds_of_answer(step)[1:])
        rows = listening.few((on, *slowly, enough), start, f"skills:{ref}:{REHEARSE}-more.{place}.")
    else:
        rows = (speeds_of_question(step), speeds_of_answer(step), (on,), (enough,))
    asked.put(turn, ref, *lines(turn, step), buttons=rows)


ANSWERS: Mapping[str, Callable[[Turn, str], None]] = {
    "said": _go_on,
    "more": _more,
    "enough": _enough,
    **{how: partial(_hear, how=how) for how in skill_cards.SPEEDS},
}
