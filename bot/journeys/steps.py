"""I have news: work, training, a business or a diploma procedure begun. Told with one tap, taken back with another.

Only the day is kept. It is counted among those of many, and no counsellor sees whose it is.
"""

from bot.i18n import Text
from bot.journeys import asked, consent, listening, onboarding
from bot.journeys.reply import Button, Line, Reply, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.store import steps
from bot.store.steps import Kind
from bot.store.tables import StepTaken

OPEN = button("steps.button.open", "steps", asked.NO_MESSAGE, "open")
"""The way in, under other messages."""

KINDS = {kind.value: kind for kind in Kind}


def answer(turn: Turn, choice: str) -> None:
    """A button: what began, what to take back, or the way in."""
    if not consent.given(turn, consent.RECORD):
        return onboarding.ask_record(turn)
    what, _, name = choice.partition("-")
    if what == "tell" and name in KINDS:
        return _take(turn, KINDS[name])
    if what == "remove":
        return _remove(turn, name)
    return _show(turn, start=name)


def mine(turn: Turn) -> list[StepTaken]:
    """What the learner told, with what this turn changes."""
    new = [row for row in turn.kept if isinstance(row, StepTaken)]
    gone = {row.id for row in turn.dropped if isinstance(row, StepTaken)}
    return [row for row in [*steps.of(turn.store, turn.learner.id), *new] if row.id not in gone]


def _show(turn: Turn, start: str = "") -> None:
    """What may have begun, below what was told before."""
    told, ref = mine(turn), turn.new_id()
    ways = [button(_label(kind).key, "steps", ref, f"tell-{kind}") for kind in Kind]
    ways += [button("skills.button.remove", "steps", ref, "remove")] if told else []
    _put(turn, ref, (*_lines(told), (Text("steps.ask"),)), ways, start, "open")


def _lines(told: list[StepTaken]) -> tuple[Line, ...]:
    return ((Text("steps.head"),), *((_said(one),) for one in told), ()) if told else ()


def _take(turn: Turn, kind: Kind) -> None:
    """Keep it, once a day; and say something kind."""
    today = turn.now.astimezone(turn.course.region.zone).date()
    row = next((one for one in mine(turn) if (one.kind, one.day) == (kind.value, today)), None)
    if row is None:
        row = StepTaken(id=turn.new_id(), learner_id=turn.learner.id, kind=kind.value, day=today)
        turn.keep(row)
    asked.settle(turn, Text("steps.ask"), chosen=_label(kind))
    ref = turn.new_id()
    rows = ((button("steps.button.undo", "steps", ref, f"remove-{row.id}"),), (command_button("counsellor"),))
    turn.send(Reply(lines=paragraphs(Text(f"steps.heard.{kind}"), Text("steps.counted")), buttons=rows), ref=ref)


def _remove(turn: Turn, told: str) -> None:
    """Which one should go; or, once it is chosen, it goes. ``told`` is its id, or from where on to show them."""
    chosen = next((row for row in mine(turn) if row.id == told), None)
    if chosen:
        turn.drop(chosen)
        asked.put(turn, turn.new_id(), Text("steps.gone"), buttons=((OPEN,),))
    elif mine(turn):
        _ask_which(turn, told)
    else:
        _show(turn)


def _ask_which(turn: Turn, start: str) -> None:
    ref = turn.new_id()
    each = [Button(_said(row), f"steps:{ref}:remove-{row.id}") for row in reversed(mine(turn))]
    ways = [*each, button("skills.button.back", "steps", ref, "open")]
    _put(turn, ref, ((Text("skills.ask_remove"),),), ways, start, "remove")


def _put(turn: Turn, ref: str, lines: tuple[Line, ...], ways: list[Button], start: str, here: str) -> None:
    """Who listens gets some of the ways at a time, from ``start`` on."""
    some = listening.few(ways, start, f"steps:{ref}:{here}-") if turn.learner.listens else None
    asked.put(turn, ref, *lines, buttons=some or tuple((way,) for way in ways))


def _said(one: StepTaken) -> Text:
    return Text("steps.one", {"what": _label(KINDS[one.kind]), "day": one.day})


def _label(kind: Kind) -> Text:
    return Text(f"steps.button.{kind}")
