"""The cards of what people can do: a field is chosen, then one card comes at a time."""

from bot.catalogue.guides import Skill
from bot.i18n import Text, Verbatim
from bot.journeys import asked, listening, skill_list
from bot.journeys.reply import Line, Reply, button
from bot.journeys.turn import Turn
from bot.speech.sound import Sound
from bot.store.skills import Source
from bot.store.tables import SkillHeld

PREFIX = "skill."
"""How the ids of all skills begin."""

SPEEDS = {"hear": False, "slowly": True}
"""How a sentence can be heard, as the buttons of practice call it, and whether that is slowly."""


def answer(turn: Turn, what: str, name: str) -> None:
    """A button: a field (``in``), a card, or how fast to hear its sentence. Whatever is not known shows the fields."""
    skill = turn.course.skill(f"{PREFIX}{name}")
    if skill and what in SPEEDS:
        hear(turn, skill.say, what)
    elif skill and what in ON_A_CARD:
        ON_A_CARD[what](turn, skill)
    elif what == "in" and turn.course.skills_in(name):
        _show_next(turn, None, turn.course.skills_in(name))
    else:
        fields(turn, start=name if what == "more" else "")


def hear(turn: Turn, sentence: Verbatim, how: str) -> None:
    """A sentence of the language that is learned, at one of ``SPEEDS``."""
    sound = Sound(sentence.text, turn.course.region.target, SPEEDS[how])
    turn.send(Reply(lines=((turn.target(sentence.text),),), sound=sound))


def fields(turn: Turn, start: str = "") -> None:
    """The fields, and below them the way past all cards; who listens gets some at a time, from ``start`` on."""
    ref = turn.new_id()
    named = [
        button("skills.button.field", "skills", ref, f"in-{field}", picture=one.picture, name=one.name)
        for field, one in turn.course.skill_fields.items()
        if turn.course.skills_in(field)
    ]
    ways = [*named, button("skills.button.own", "skills", ref, "own")]
    heard = turn.learner.listens
    rows = listening.few(ways, start, f"skills:{ref}:more-") if heard else tuple((way,) for way in ways)
    asked.put(turn, ref, Text("skills.ask_field"), buttons=rows)


def _can(turn: Turn, skill: Skill) -> None:
    """The card keeps its words and gets the sentence, to be heard; the next one comes below."""
    if all(held.skill_id != skill.id for held in skill_list.mine(turn)):
        me, card = turn.learner.id, Source.CARD.value
        row = SkillHeld(id=turn.new_id(), learner_id=me, skill_id=skill.id, source=card, at=turn.now)
        turn.keep(row)
    sentence = Text("skills.sentence", {"sentence": turn.target(skill.say.text, bold=True)})
    name = skill.id.removeprefix(PREFIX)
    speeds = tuple(button(f"practice.button.{how}", "skills", asked.NO_MESSAGE, f"{how}-{name}") for how in SPEEDS)
    asked.put(turn, turn.new_id(), _words(skill), (), (sentence,), buttons=(speeds,), image=skill.image)
    _show_next(turn, skill, _after(turn, skill))


def _not_this_one(turn: Turn, skill: Skill) -> None:
    """Nothing is noted of what somebody cannot do."""
    _show_next(turn, skill, _after(turn, skill))


def _enough(turn: Turn, skill: Skill) -> None:
    _show_next(turn, skill, ())


def _after(turn: Turn, skill: Skill) -> tuple[Skill, ...]:
    cards = turn.course.skills_in(skill.field)
    return cards[cards.index(skill) + 1 :] if skill in cards else ()


def _show_next(turn: Turn, before: Skill | None, cards: tuple[Skill, ...]) -> None:
    """The first of these cards that is not the learner's yet; after the last one, everything that is."""
    held = {one.skill_id for one in skill_list.mine(turn)}
    following = next((card for card in cards if card.id not in held), None)
    if (before and before.image) or (following and following.image):
        asked.take_away(turn)
    if following:
        _show(turn, following)
    else:
        skill_list.show(turn)


def _show(turn: Turn, skill: Skill) -> None:
    ref, name = turn.new_id(), skill.id.removeprefix(PREFIX)
    can, not_this, enough = (button(f"skills.button.{what}", "skills", ref, f"{what}-{name}") for what in ON_A_CARD)
    rows = ((can, not_this), (enough,))
    asked.put(turn, ref, _words(skill), buttons=rows, image=skill.image)


def _words(skill: Skill) -> Line:
    return (Verbatim(skill.picture), skill.card)


ON_A_CARD = {"can": _can, "not": _not_this_one, "enough": _enough}
