"""The steps of a rehearsed interview: a question each, and what the learner answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.targets import InterviewQuestion
from bot.i18n import Content, Text, Verbatim
from bot.journeys import asked, skill_list
from bot.journeys.reply import Button, Line, button
from bot.journeys.skill_cards import PREFIX as CARDS
from bot.journeys.skill_cards import SPEEDS
from bot.journeys.turn import Turn
from bot.store.tables import SkillHeld

PREFIX = "interview."
"""How the ids of all questions begin."""

MOST = 6
"""Questions of one rehearsal."""

ASK, ANSWER = "ask", "answer"
"""What can be heard of a question: itself, and the answer that its author wrote."""


@dataclass(frozen=True)
class Answer:
    """What the learner can say, what stands under it, and the choices that let it be heard at each of ``SPEEDS``."""

    line: Text
    under: Text
    hear: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A question with its answer."""

    question: InterviewQuestion
    answer: Answer

    @property
    def name(self) -> str:
        return self.question.id.removeprefix(PREFIX)


def steps(turn: Turn) -> tuple[Step, ...]:
    """The questions that the learner can answer, each with something else: the first of them, and the last."""
    mine = (_own(turn, held) for held in skill_list.to_say(turn))
    every = ((one, _authors(turn, one) or next(mine, None)) for one in turn.course.interview.values())
    able = [Step(question, answer) for question, answer in every if answer]
    return (*able[: MOST - 1], *able[MOST - 1 :][-1:])


def lines(turn: Turn, step: Step) -> Iterator[Line]:
    """The step on one screen."""
    names = [one.name for one in steps(turn)]
    yield (Text("rehearsal.place", {"place": names.index(step.name) + 1, "of": len(names)}),)
    asked_for = (Verbatim(step.question.picture), turn.target(step.question.ask.text, bold=True))
    yield from ((), asked_for, (Text("tip.means", {"meaning": step.question.meaning}),))
    yield from ((), (step.answer.line,), (step.answer.under,))


def speeds_of_question(step: Step) -> tuple[Button, ...]:
    """Hear the question, or hear it slowly."""
    each = zip(SPEEDS, _choices(step.question, ASK), strict=True)
    return tuple(button(f"practice.button.{how}", "skills", asked.NO_MESSAGE, choice) for how, choice in each)


def speeds_of_answer(step: Step) -> tuple[Button, ...]:
    """Hear what the learner can say, or hear it slowly; nothing of own words."""
    each = zip(SPEEDS, step.answer.hear, strict=False)
    return tuple(button(f"rehearsal.button.{how}", "skills", asked.NO_MESSAGE, choice) for how, choice in each)


def _authors(turn: Turn, asked_for: InterviewQuestion) -> Answer | None:
    if not asked_for.answer or not asked_for.answer_meaning:
        return None
    return _to_say(turn, asked_for.answer, asked_for.answer_meaning, _choices(asked_for, ANSWER))


def _own(turn: Turn, held: SkillHeld) -> Answer:
    """The sentence of a card; or own words, in whichever language they are."""
    skill = turn.course.skill(held.skill_id) if held.skill_id else None
    if skill:
        choices = tuple(f"{how}-{skill.id.removeprefix(CARDS)}" for how in SPEEDS)
        return _to_say(turn, skill.say, skill.card, choices)
    words = skill_list.shortened(held.words or "")
    language = turn.catalogues.written_in(words, turn.learner.language, turn.course.region.target)
    shown = Verbatim(words, bold=True, language=language, personal=True)
    return Answer(Text("rehearsal.own_words", {"words": shown}), Text("rehearsal.try_it"), ())


def _to_say(turn: Turn, sentence: Verbatim, meaning: Content, hear: tuple[str, ...]) -> Answer:
    said = Text("tip.say", {"sentence": turn.target(sentence.text, bold=True)})
    return Answer(said, Text("tip.means", {"meaning": meaning}), hear)


def _choices(asked_for: InterviewQuestion, what: str) -> tuple[str, ...]:
    name = asked_for.id.removeprefix(PREFIX)
    return tuple(f"{skill_list.REHEARSE}-{how}.{what}.{name}" for how in SPEEDS)
