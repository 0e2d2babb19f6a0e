"""Tips: one situation, one thing to do, one sentence to say, one place to turn."""

from bot.catalogue.guides import Tip
from bot.i18n import Text, Verbatim
from bot.journeys import consent
from bot.journeys.reply import Button, Line, button
from bot.journeys.turn import Turn
from bot.store import practice as practised
from bot.store.tables import TipShown


def ask(turn: Turn, topic: str | None) -> None:
    """A tip of a topic; without one, or when there is none of it, the list of topics."""
    tips = turn.course.tips(topic) if topic else ()
    if tips:
        _show(turn, _next(turn, tips))
        return
    if topic:
        turn.say(Text("tip.none_yet", {"topic": Text(f"topic.{topic}")}))
    _topics(turn)


def answer(turn: Turn, choice: str) -> None:
    """A topic was tapped, or "all topics"."""
    ask(turn, None if choice == "all" else choice)


def _topics(turn: Turn) -> None:
    topics = dict.fromkeys(tip.topic for tip in turn.course.all_tips.values())
    rows = tuple((button(f"topic.{topic}", "tip", "-", topic),) for topic in topics)
    turn.say(Text("tip.ask_topic"), buttons=rows)


def _next(turn: Turn, tips: tuple[Tip, ...]) -> Tip:
    """The tip that was not shown for longest."""
    seen = list(practised.tips_shown(turn.store, turn.learner.id))
    last_place = {tip_id: place for place, tip_id in enumerate(seen)}
    return min(tips, key=lambda tip: last_place.get(tip.id, -1))


def _show(turn: Turn, tip: Tip) -> None:
    if consent.given(turn, consent.RECORD):
        turn.keep(TipShown(learner_id=turn.learner.id, tip_id=tip.id, at=turn.now))
    another: tuple[Button, ...] = ()
    if len(turn.course.tips(tip.topic)) > 1:
        another = (button("tip.button.another", "tip", "-", tip.topic),)
    rows = (another, (button("tip.button.all", "tip", "-", "all"),))
    turn.say(*_lines(tip), buttons=tuple(row for row in rows if row))


def _lines(tip: Tip) -> list[Line]:
    """The tip on one screen; past the date of its law, only where to turn."""
    head: Line = (*((Verbatim(tip.picture),) if tip.picture else ()), Text("tip.title", {"title": tip.title}))
    lines: list[Line] = [head, ()]
    lines += [line for part in (tip.situation, tip.do) if part for line in ((part,), ())]
    if tip.say and tip.say_meaning:
        lines.append((Text("tip.say", {"sentence": Verbatim(tip.say.text, bold=True)}),))
        lines += [(Text("tip.means", {"meaning": tip.say_meaning}),), ()]
    lines.append((Text("tip.turn_to", {"place": tip.turn_to}),))
    return [*lines, (), (tip.unsure,)] if tip.unsure else lines
