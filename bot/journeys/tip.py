"""Tips: one situation, one thing to do, one sentence to say, one place to turn."""

from bot.catalogue.guides import Tip
from bot.i18n import Text, Verbatim
from bot.journeys import asked, consent, doubt
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

STEP, TRACK, DOUBT = "step", "track", "doubt"
"""A step of a track by its name; the track of a topic, where the learner is on it; a tip that sounds wrong."""

SPEEDS = {"hear": False, "slowly": True}
"""How a sentence can be heard, as the buttons of practice call it, and whether that is slowly."""


def ask(turn: Turn, topic: str | None) -> None:
    """A tip of a topic; without one, or when there is none of it, the list of topics."""
    tips = turn.course.tips(topic) if topic else ()
    if tips:
        # The steps of a track are taken one after the other, by a button; they are tips of their topic all the same.
        alone = tuple(tip for tip in tips if not tip.step)
        _show(turn, _longest_ago(turn, alone or tips))
        return
    if topic in TOPICS:
        turn.say(Text("tip.none_yet", {"topic": Text(f"topic.{topic}")}))
    _topics(turn)


def answer(turn: Turn, choice: str) -> None:
    """A topic was tapped, or "all topics", or the way through a track, or how fast to hear a sentence."""
    how, _, name = choice.partition(".")
    tip = turn.course.tip(f"{PREFIX}{name}") if how in (*SPEEDS, STEP, DOUBT) else None
    if tip and how == STEP:
        _show(turn, tip)
    elif tip and how == DOUBT:
        doubt.note(turn, tip.id)
    elif how == TRACK and turn.course.track(name):
        _show(turn, _first_unseen(turn, turn.course.track(name)))
    elif tip and tip.say:
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


def _longest_ago(turn: Turn, tips: tuple[Tip, ...]) -> Tip:
    """The tip that was not shown for longest."""
    seen = list(practised.tips_shown(turn.store, turn.learner.id))
    last_place = {tip_id: place for place, tip_id in enumerate(seen)}
    return min(tips, key=lambda tip: last_place.get(tip.id, -1))


def _first_unseen(turn: Turn, track: tuple[Tip, ...]) -> Tip:
    """Where the learner is on a track; at its end, its beginning."""
    seen = {*practised.tips_shown(turn.store, turn.learner.id)}
    return next((tip for tip in track if tip.id not in seen), track[0])


def _show(turn: Turn, tip: Tip) -> None:
    if consent.given(turn, consent.RECORD):
        turn.keep(TipShown(learner_id=turn.learner.id, tip_id=tip.id, at=turn.now))
    show_again(turn, tip)


def show_again(turn: Turn, tip: Tip) -> None:
    """The tip as it stands, with its buttons."""
    on = _next_step(turn, tip) if tip.step else _others(turn, tip)
    wrong = [button("doubt.button", "tip", asked.NO_MESSAGE, f"{DOUBT}.{_name(tip)}")] if doubt.may(turn) else []
    ways = [*on, button("tip.button.all", "tip", asked.NO_MESSAGE, "all"), *wrong]
    rows = (speeds(tip), *((one,) for one in ways))
    shown = doubt.caution(turn, tuple(lines(turn, tip)))
    asked.put(turn, turn.new_id(), *shown, buttons=tuple(row for row in rows if row))


def _next_step(turn: Turn, tip: Tip) -> list[Button]:
    """The way on along a track; none at its end."""
    after = turn.course.track(tip.topic)[tip.step or 0 :][:1]
    return [button("tip.button.next_step", "tip", asked.NO_MESSAGE, f"{STEP}.{_name(one)}") for one in after]


def _others(turn: Turn, tip: Tip) -> list[Button]:
    """Another tip of the topic, and its track, where there are these."""
    track = turn.course.track(tip.topic)
    found = [button("tip.button.track", "tip", asked.NO_MESSAGE, f"{TRACK}.{tip.topic}")] if track else []
    if len(turn.course.tips(tip.topic)) - len(track) > 1:
        found.append(button("tip.button.another", "tip", asked.NO_MESSAGE, tip.topic))
    return found


def speeds(tip: Tip) -> tuple[Button, ...]:
    """Hear the sentence, or hear it slowly."""
    if not tip.say:
        return ()
    return tuple(button(f"practice.button.{how}", "tip", asked.NO_MESSAGE, f"{how}.{_name(tip)}") for how in SPEEDS)


def _name(tip: Tip) -> str:
    return tip.id.removeprefix(PREFIX)


def lines(turn: Turn, tip: Tip) -> list[Line]:
    """The tip on one screen; past the date of its law, only where to turn."""
    head: Line = (*((Verbatim(tip.picture),) if tip.picture else ()), Text("tip.title", {"title": tip.title}))
    place = Text("tip.step", {"step": tip.step, "of": len(turn.course.track(tip.topic))}) if tip.step else None
    lines: list[Line] = [*([(place,)] if place else []), head, ()]
    lines += [line for part in (tip.situation, tip.do) if part for line in ((part,), ())]
    if tip.say and tip.say_meaning:
        lines.append((Text("tip.say", {"sentence": turn.target(tip.say.text, bold=True)}),))
        lines += [(Text("tip.means", {"meaning": tip.say_meaning}),), ()]
    lines.append((Text("tip.turn_to", {"place": tip.turn_to}),))
    return [*lines, (), (tip.unsure,)] if tip.unsure else lines
