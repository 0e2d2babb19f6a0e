"""Helplines, as lines of a message: which ones, in which order, and what is said of each."""

from bot.catalogue.guides import Helpline
from bot.i18n import Text, Verbatim
from bot.journeys.reply import Line
from bot.journeys.turn import Turn
from bot.safeguarding.flags import Flag

MOST = 3
"""Places to turn to at first: more would not fit on a small screen, and bury the best."""

ANY_DANGER = (Flag.EMERGENCY, Flag.VIOLENCE, Flag.SELF_HARM, Flag.EXPLOITATION)
"""In this order when nobody said which danger it is."""

PREFIX = "helpline."
"""How the ids of all helplines begin."""


def fitting(turn: Turn, flag: Flag | None) -> list[Helpline]:
    """Those for this danger, who speak the learner's language first; without one, the best for each danger."""
    region = turn.course.region
    if flag is None:
        return [*{line.id: line for one in ANY_DANGER for line in region.helplines(one)[:1]}.values()]
    return sorted(region.helplines(flag), key=lambda line: turn.learner.language not in line.languages)


def named(turn: Turn, name: str) -> Helpline | None:
    """The helpline that a button names; None when it is no longer there."""
    return next((one for one in turn.course.region.all_helplines if short_name(one) == name), None)


def short_name(helpline: Helpline) -> str:
    """What a button calls it."""
    return helpline.id.removeprefix(PREFIX)


def where(turn: Turn, helpline: Helpline) -> list[Line]:
    """Who, by which number, in which languages, and when."""
    names = turn.catalogues.locale(turn.learner.language).languages
    # A dot between them: the comma has another form in another script.
    spoken = Text("guard.languages", {"languages": " · ".join(names.get(code, code) for code in helpline.languages)})
    return [
        (Verbatim("📞"), Verbatim(helpline.number.text, bold=True), helpline.name),
        (spoken, Verbatim("·"), helpline.hours) if helpline.hours else (spoken,),
    ]


def how(turn: Turn, helpline: Helpline) -> list[Line]:
    """What to know before one calls, and what to say there in Dutch."""
    lines: list[Line] = [(helpline.note,)] if helpline.note else []
    lines.append((Text("tip.say", {"sentence": turn.target(helpline.say.text, bold=True)}),))
    if turn.learner.language != turn.course.region.target:
        lines.append((Text("tip.means", {"meaning": helpline.say_meaning}),))
    return lines
