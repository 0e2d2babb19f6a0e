"""Settings: what the learner chose, each with a button to change it."""

from bot.i18n import Text, Verbatim
from bot.journeys import consent, reminder
from bot.journeys.reply import Button, Line, button, command_button
from bot.journeys.turn import Turn


def show(turn: Turn) -> None:
    """All settings on one screen."""
    rows = (
        (command_button("language"), button("settings.button.job", "sector", "-", "ask")),
        (button("settings.button.days", "reminder", "-", "ask"), _pause_or_resume(turn)),
        (button("settings.button.sharing", "sharing", "-", "ask"), command_button("privacy")),
        (command_button("mydata"), command_button("delete")),
    )
    turn.say(*_lines(turn), buttons=rows)


def _pause_or_resume(turn: Turn) -> Button:
    return command_button("resume" if _paused(turn) else "pause")


def _lines(turn: Turn) -> list[Line]:
    learner = turn.learner
    shares = consent.given(turn, consent.SHARING)
    sectors = {sector.id: sector.name for sector in turn.course.region.sectors}
    job = sectors.get(learner.sector or "") or Text("sector.button.unknown")
    return [
        (Text("settings.head"),),
        (),
        (Text("settings.language", {"language": Verbatim(turn.catalogues.native_name(learner.language))}),),
        (Text("settings.job", {"job": job}),),
        (_invitations(turn),),
        (Text("settings.shares" if shares else "settings.keeps_to_oneself"),),
    ]


def _invitations(turn: Turn) -> Text:
    if _paused(turn):
        return Text("settings.paused")
    days = reminder.days_part(turn.learner)
    return Text("settings.days", {"days": days, "time": turn.learner.practice_at}) if days else Text("settings.no_days")


def _paused(turn: Turn) -> bool:
    return turn.learner.paused_until is not None and turn.learner.paused_until > turn.now
