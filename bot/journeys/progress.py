"""Progress, in words and as a picture: what was practised, what holds, what is a strength. Never a mark."""

from bot.i18n import Text
from bot.journeys import consent, lesson, onboarding, skill_list, skills, steps, target
from bot.journeys.reply import Line, Picture, PicturedUnit, Reply, Rows, command_button
from bot.journeys.turn import Turn
from bot.learning import growth
from bot.learning.attempts import Attempt as Graded
from bot.learning.items import Grade
from bot.learning.progress import Progress, progress
from bot.learning.recall import Memory
from bot.store import missions
from bot.store import practice as practised

HEAD = Text("progress.head")

FIRST_SKILLS = 3
"""How many sentences of what one can do stand before the rest: the newest. The others are one tap away."""


def show(turn: Turn) -> None:
    """What the learner did so far."""
    if consent.given(turn, consent.RECORD) is None:
        return onboarding.next_step(turn)
    attempts, memories = _practised(turn)
    at_work = _at_work(turn)
    if not memories and not at_work:
        return _nothing_yet(turn)
    so_far = progress(attempts, memories, turn.course.items, now=turn.now, zone=turn.course.region.zone)
    lines, picture = [*_can(turn), *_lines(turn, so_far), *at_work], _picture(turn, so_far, attempts, memories)
    turn.send(Reply(lines=tuple(lines), buttons=_ways(turn), picture=picture))
    return None


def _practised(turn: Turn) -> tuple[list[Graded], list[Memory]]:
    rows = practised.attempts(turn.store, turn.learner.id)
    cards = practised.cards(turn.store, turn.learner.id)
    return [Graded(row.item_id, Grade(row.grade), row.at) for row in rows], [lesson.memory(card) for card in cards]


def _nothing_yet(turn: Turn) -> None:
    turn.say(*_can(turn), Text("progress.nothing_yet"), buttons=_ways(turn))


def _ways(turn: Turn) -> Rows:
    rows = ((command_button("practise"),), target.way_in(turn), (skills.OPEN,), (steps.OPEN,))
    return tuple(row for row in rows if row)


def _can(turn: Turn) -> list[Line]:
    """What somebody brings leads everything that they learned here."""
    newest = skill_list.mine(turn)[-FIRST_SKILLS:]
    sentences = [(skill_list.said(turn.course, held),) for held in newest]
    return [(Text("progress.can"),), *sentences, ()] if sentences else []


def _lines(turn: Turn, so_far: Progress) -> list[Line]:
    lines: list[Line] = [(HEAD,), ()]
    units = [turn.course.units[unit] for unit in so_far.strengths if unit in turn.course.units]
    lines += [(Text("progress.strong", {"unit": unit.title}),) for unit in units]
    lines += [()] if units else []
    lines += [(_days(so_far),), (_met(so_far),)]
    if so_far.held:
        lines.append((Text("progress.held", {"count": so_far.held}),))
    return lines


def _at_work(turn: Turn) -> list[Line]:
    """What was done at work; there it counts most, so nothing is said of what was not."""
    done = [one for one in missions.all_of(turn.store, turn.learner.id) if one.done_at]
    confirmed = sum(one.confirmed_at is not None for one in done)
    lines: list[Line] = [(), (Text("progress.at_work", {"number": len(done)}),)] if done else []
    return [*lines, (Text("progress.confirmed", {"number": confirmed}),)] if confirmed else lines


def _days(so_far: Progress) -> Text:
    return Text("progress.days", {"count": so_far.days_in_28})


def _met(so_far: Progress) -> Text:
    return Text("progress.met", {"count": so_far.met})


def _picture(turn: Turn, so_far: Progress, attempts: list[Graded], memories: list[Memory]) -> Picture | None:
    """The last weeks and the units begun; None after weeks without practice, which nobody needs to see drawn."""
    weeks = growth.weeks(attempts, now=turn.now, zone=turn.course.region.zone)
    if not any(week.days for week in weeks):
        return None
    titles = {key: unit.title for key, unit in turn.course.units.items()}
    units = [unit for unit in growth.units(memories, turn.course.items, turn.now) if unit.unit in titles]
    return Picture(
        head=HEAD,
        days=_days(so_far),
        exercises=_met(so_far),
        weeks=tuple((week.monday, week.days) for week in weeks),
        units=tuple(PicturedUnit(titles[one.unit], one.met, one.held, one.mastered) for one in units),
    )
