"""The message that stands in the chat when words speak of danger, in all its forms."""

from dataclasses import dataclass, replace

from bot.catalogue.guides import Helpline
from bot.i18n import Part, Text, Verbatim
from bot.journeys import alerts, helplines
from bot.journeys.reply import Button, Line, Reply, Rows, button, paragraphs
from bot.journeys.turn import Turn
from bot.safeguarding.escalation import Ladder
from bot.safeguarding.flags import Flag
from bot.safeguarding.sharing import CALL, STAYS_BETWEEN_US, SharedWith
from bot.store import ladders
from bot.store.tables import Alert

A_ROW = 2
"""Buttons beside each other that hold a phone number each."""


@dataclass(frozen=True)
class Shown:
    """What the message shows.

    Attributes:
        flag: the danger; None when help was asked for without a word.
        told: staff know that a call is asked for, and it says so.
        whole: all places, with what to say there.
        lost: what was written was meant for somebody else, and it says that it was not passed on.
        asks: it asks who may know why, instead of naming places.
    """

    flag: Flag | None
    told: bool = False
    whole: bool = False
    lost: bool = False
    asks: bool = False


def message(turn: Turn, ref: str, shown: Shown, edits: str | None = None) -> Reply:
    """The message; ``edits`` when it takes the place of its earlier form."""
    ladder, alert = ladders.ladder(turn.store, turn.learner, turn.now), alerts.of(turn, shown.flag)
    # Once an alert is closed, a call can be asked for again.
    shown = replace(shown, told=shown.told and alert is not None)
    if shown.asks and shown.told and shown.flag in STAYS_BETWEEN_US:
        lines = paragraphs(Text("guard.neutral"), Text("guard.ask_who", {"kind": _kind(shown.flag)}))
        return Reply(lines=lines, buttons=_choices(ref, shown, ladder), edits=edits, silent=True)
    foot = _told(turn, ladder, alert) if shown.told else [Text("guard.what_next")]
    lines = (*_head(shown), *_places(turn, shown), (), *((part,) for part in foot))
    return Reply(lines=lines, buttons=_buttons(turn, ref, shown, alert), edits=edits, silent=True)


def _head(shown: Shown) -> tuple[Line, ...]:
    said = [Text("guard.neutral"), Text("guard.heard" if shown.flag else "guard.now")]
    return paragraphs(*said[:1], *([Text("guard.not_passed_on")] if shown.lost else []), *said[1:])


def _places(turn: Turn, shown: Shown) -> list[Line]:
    """The first places close together, without what a small screen has no room for; or all of them, with everything."""
    places = _shown_places(turn, shown)
    checked: Line = (Text("guard.checked", {"day": min(place.checked for place in places)}),)
    if shown.whole:
        lines = [line for place in places for line in ((), *helplines.where(turn, place), *helplines.how(turn, place))]
        return [*lines, (), checked]
    return [*(line for place in places for line in helplines.where(turn, place)), checked]


def _shown_places(turn: Turn, shown: Shown) -> list[Helpline]:
    places = helplines.fitting(turn, shown.flag)
    return places if shown.whole else places[: helplines.MOST]


def _told(turn: Turn, ladder: Ladder, alert: Alert | None) -> list[Part]:
    """Who knows of it now, what they know, and when they read it: as far as that is known."""
    if ladder.counsellor is None and not (ladder.leads or ladder.administrators):
        return [Text("guard.told_unlinked")]
    return [Text("guard.told" if ladder.counsellor else "guard.told_team"), *_known(alert), _read_when(turn)]


def _known(alert: Alert | None) -> list[Part]:
    """Whether staff know why, and who."""
    if alert is None or (alert.shared_with is None and alert.shows == CALL):
        return []
    return [Text(f"guard.shared.{alert.shared_with or SharedWith.TEAM}", {"kind": _kind(Flag(alert.flag))})]


def _read_when(turn: Turn) -> Part:
    """An honest word on when a person reads it."""
    if turn.hours is None:
        return Text("guard.read_unknown")
    zone, closes = turn.course.region.zone, turn.hours.read_until(turn.now)
    if closes:
        return Text("guard.read_until", {"time": closes.astimezone(zone).time()})
    return Text("guard.read_from", {"moment": turn.hours.read_from(turn.now).astimezone(zone)})


def _kind(flag: Flag | None) -> Text:
    return Text(f"guard.kind.{flag}")


def _choices(ref: str, shown: Shown, ladder: Ladder) -> Rows:
    """Who may know why: the counsellor alone, if there is one, the whole team, or nobody."""
    possible = [one for one in SharedWith if ladder.counsellor or one is not SharedWith.COUNSELLOR]
    choices = tuple((button(f"guard.button.{one}", "guard", ref, f"{one}-{shown.flag}"),) for one in possible)
    return (*choices, (_hide(ref),))


def _buttons(turn: Turn, ref: str, shown: Shown, alert: Alert | None) -> Rows:
    first: tuple[Button, ...] = (_hide(ref),) if shown.whole else (_hide(ref), _more(ref, shown))
    return (first, *(_hearing(turn, ref, shown) if shown.whole else ()), _telling(ref, shown, alert))


def _hide(ref: str) -> Button:
    return button("guard.button.hide", "guard", ref, "hide")


def _more(ref: str, shown: Shown) -> Button:
    return button("guard.button.more", "guard", ref, f"{'told' if shown.told else 'more'}-{shown.flag or ''}")


def _hearing(turn: Turn, ref: str, shown: Shown) -> Rows:
    """What to say at each place can be heard."""
    places = _shown_places(turn, shown)
    each = [_hear(ref, place) for place in places]
    return tuple(tuple(each[start : start + A_ROW]) for start in range(0, len(each), A_ROW))


def _hear(ref: str, place: Helpline) -> Button:
    return Button(Verbatim(f"🔊 {place.number.text}"), f"guard:{ref}:hear-{helplines.short_name(place)}")


def _telling(ref: str, shown: Shown, alert: Alert | None) -> tuple[Button, ...]:
    """Tell the counsellor; once told, say why."""
    if not shown.told:
        return (button("guard.button.tell", "guard", ref, f"tell-{shown.flag or ''}"),)
    if shown.flag in STAYS_BETWEEN_US and alert and alert.shared_with is None:
        return (button("guard.button.why", "guard", ref, f"why-{shown.flag}"),)
    return ()
