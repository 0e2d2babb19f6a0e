"""Settings: what the learner chose, each with a button to change it."""

from bot.i18n import Text, Verbatim
from bot.journeys import (
    aims,
    asked,
    check_in_offer,
    export_sharing,
    listening,
    placing,
    reminder,
    sharing,
    target,
    words,
)
from bot.journeys.reply import Button, Line, Rows, button, command_button
from bot.journeys.turn import Turn
from bot.store import practice as practised


def show(turn: Turn) -> None:
    """All settings on one screen. The question that a button leads to takes its place."""
    ref = turn.new_id()
    rows: Rows = (
        (button("menu.language", "language", ref, "ask"), button("settings.button.job", "sector", ref, "ask")),
        (button("settings.button.days", "reminder", ref, "ask"), _pause_or_resume(turn, ref)),
        (button("settings.button.sharing", "sharing", ref, "ask"), command_button("privacy")),
        *export_sharing.way_in(turn, ref),
        *words.way_in(turn, ref),
        *check_in_offer.way_in(turn, ref),
        (*_exercises(turn, ref), *_target(turn, ref)),
        (_listen_or_read(turn, ref),),
        (command_button("mydata"), button("menu.delete", "delete", ref, "ask")),
    )
    asked.put(turn, ref, *_lines(turn), buttons=rows)


def _exercises(turn: Turn, ref: str) -> tuple[Button, ...]:
    """Which exercises fit: from the first lesson on, for nobody begins with being tested."""
    may_find = practised.lessons_ended(turn.store, turn.learner.id) > 0 and placing.is_possible(turn)
    return (button("placement.button.find", "placement", ref, "ask"),) if may_find else ()


def _target(turn: Turn, ref: str) -> tuple[Button, ...]:
    return (button("path.button.open", "path", ref, "show"),) if target.way_in(turn) else ()


def _pause_or_resume(turn: Turn, ref: str) -> Button:
    name = "resume" if reminder.is_paused(turn) else "pause"
    return button(f"menu.{name}", "pause", ref, "resume" if reminder.is_paused(turn) else "ask")


def _listen_or_read(turn: Turn, ref: str) -> Button:
    choice = listening.OFF if turn.learner.listens else listening.ON
    return button(f"settings.button.{choice}", "language", ref, choice)


def _lines(turn: Turn) -> list[Line]:
    learner = turn.learner
    sectors = {sector.id: sector.name for sector in turn.course.region.sectors}
    goal = aims.target(turn)
    job = sectors.get(learner.sector or "") or Text("sector.button.unknown")
    return [
        (Text("settings.head"),),
        (),
        (Text("settings.language", {"language": Verbatim(turn.catalogues.native_name(learner.language))}),),
        (Text("settings.job", {"job": job}),),
        *(((Text("path.head", {"job": target.name(goal)}),),) if goal else ()),
        (_invitations(turn),),
        (sharing.who_sees(turn),),
        *(((Text("privacy.export"),),) if export_sharing.may_leave(turn) else ()),
    ]


def _invitations(turn: Turn) -> Text:
    if reminder.is_paused(turn):
        return Text("settings.paused")
    days = reminder.days_part(turn)
    if days is None:
        return Text("settings.no_days")
    begun = turn.learner.next_due_at is not None
    key = "settings.days" if begun else "settings.days_after_first_lesson"
    return Text(key, {"days": days, "time": turn.learner.practice_at})
