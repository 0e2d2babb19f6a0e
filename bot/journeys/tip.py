"""Tips: one situation, one thing to do, one sentence to say, one place to turn."""

from bot.catalogue.guides import Tip
from bot.i18n import Text, Verbatim
from bot.journeys import asked, consent
from bot.journeys.reply import Button, Line, Reply, button
from bot.journeys.turn import Turn
from bot.speech.sound import Sound
from bot.store import practice as practised
from bot.store.tables import TipShown

TOPICS = (
    "sick_leave", "late_absence", "payslip_wage", "contract", "working_hours_breaks", "holidays_leave",
    "safety_accident", "colleagues_small_talk", "not_understanding_at_work", "phone_call", "job_interview",
    "cv_application", "find_job", "interim_work", "training_courses", "diploma_recognition", "start_business",
    "health_insurance", "childcare", "transport", "discrimination_bullying", "union_rights", "unemployment_benefit",
    "work_permit", "digital_services", "learn_dutch",
)  # fmt: skip
"""The order of the list of topics: what happens at work first, then finding work, then what is around it."""

PREFIX = "tip."
"""How the ids of all tips begin."""

SPEEDS = {"hear": False, "slowly": True}
"""How a sentence can be heard, as the buttons of practice call it, and whether that is slowly."""


def ask(turn: Turn, topic: str | None) -> None:
    """A tip of a topic; without one, or when there is none of it, the list of topics."""
    tips = turn.course.tips(topic) if topic else ()
    if tips:
        _show(turn, _next(turn, tips))
        return
    if topic in TOPICS:
        turn.say(Text("tip.none_yet", {"topic": Text(f"topic.{topic}")}))
    _topics(turn)


def answer(turn: Turn, choice: str) -> None:
    """A topic was tapped, or "all topics", or how fast to hear a sentence."""
    how, _, name = choice.partition(".")
    tip = turn.course.tip(f"{PREFIX}{name}") if how in SPEEDS else None
    if tip and tip.say:
        turn.send(Reply(lines=((tip.say,),), sound=Sound(tip.say.text, turn.course.region.target, SPEEDS[how])))
    else:
        ask(turn, None if choice == "all" else choice)


def _topics(turn: Turn) -> None:
    ref = turn.new_id()
    rows = tuple((button(f"topic.{topic}", "tip", ref, topic),) for topic in _in_order(turn))
    asked.put(turn, ref, Text("tip.ask_topic"), buttons=rows)


def _in_order(turn: Turn) -> list[str]:
    """The topics that there are tips on; one that has no place in ``TOPICS`` stands after the others."""
    there = dict.fromkeys(tip.topic for tip in turn.course.all_tips.values())
    return sorted(there, key=lambda topic: TOPICS.index(topic) if topic in TOPICS else len(TOPICS))


def _next(turn: Turn, tips: tuple[Tip, ...]) -> Tip:
    """The tip that was not shown for longest."""
    seen = list(practised.tips_shown(turn.store, turn.learner.id))
    last_place = {tip_id: place for place, tip_id in enumerate(seen)}
    return min(tips, key=lambda tip: last_place.get(tip.id, -1))


def _show(turn: Turn, tip: Tip) -> None:
    if consent.given(turn, consent.RECORD):
        turn.keep(TipShown(learner_id=turn.learner.id, tip_id=tip.id, at=turn.now))
    show_again(turn, tip)


def show_again(turn: Turn, tip: Tip) -> None:
    """The tip as it stands, with its buttons."""
    another: tuple[Button, ...] = ()
    if len(turn.course.tips(tip.topic)) > 1:
        another = (button("tip.button.another", "tip", asked.NO_MESSAGE, tip.topic),)
    rows = (speeds(tip), another, (button("tip.button.all", "tip", asked.NO_MESSAGE, "all"),))
    asked.put(turn, turn.new_id(), *lines(turn, tip), buttons=tuple(row for row in rows if row))


def speeds(tip: Tip) -> tuple[Button, ...]:
    """Hear the sentence, or hear it slowly."""
    if not tip.say:
        return ()
    name = tip.id.removeprefix(PREFIX)
    return tuple(button(f"practice.button.{how}", "tip", asked.NO_MESSAGE, f"{how}.{name}") for how in SPEEDS)


def lines(turn: Turn, tip: Tip) -> list[Line]:
    """The tip on one screen; past the date of its law, only where to turn."""
    head: Line = (*((Verbatim(tip.picture),) if tip.picture else ()), Text("tip.title", {"title": tip.title}))
    lines: list[Line] = [head, ()]
    lines += [line for part in (tip.situation, tip.do) if part for line in ((part,), ())]
    if tip.say and tip.say_meaning:
        lines.append((Text("tip.say", {"sentence": turn.target(tip.say.text, bold=True)}),))
        lines += [(Text("tip.means", {"meaning": tip.say_meaning}),), ()]
    lines.append((Text("tip.turn_to", {"place": tip.turn_to}),))
    return [*lines, (), (tip.unsure,)] if tip.unsure else lines
