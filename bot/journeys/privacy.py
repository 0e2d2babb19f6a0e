"""Privacy: what holds now for this learner, with everything one can do about it."""

from bot.i18n import Part, Text
from bot.journeys import asked, check_in_offer, consent, export_sharing, sharing
from bot.journeys.reply import button, command_button, paragraphs
from bot.journeys.turn import Turn


def show(turn: Turn) -> None:
    """What is kept, who sees it, and the buttons to change that."""
    ref = turn.new_id()
    rows = (
        (button("settings.button.sharing", "sharing", ref, "ask"),),
        *export_sharing.way_in(turn, ref),
        (command_button("mydata"), button("menu.delete", "delete", ref, "ask")),
    )
    notices = [Text(f"onboarding.notice.{number}") for number in (3, 2, 4)]
    asked.put(turn, ref, *paragraphs(*_record(turn), *notices), buttons=rows)


def _record(turn: Turn) -> tuple[Part, ...]:
    """What is kept of the practice, and who sees it."""
    agreed = consent.given(turn, consent.RECORD)
    if agreed is None:
        return (Text("privacy.not_asked_yet"),)
    if not agreed:
        return (Text("privacy.only_tips"),)
    asked_how = (Text("privacy.check_ins"),) if check_in_offer.is_on(turn) else ()
    return (
        Text("privacy.record"),
        sharing.who_sees(turn),
        Text("privacy.export" if export_sharing.may_leave(turn) else "privacy.no_export"),
        Text("privacy.counted"),
        *asked_how,
    )
