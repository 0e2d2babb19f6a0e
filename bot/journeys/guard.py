"""A message that speaks of danger: the lesson rests, and helplines stand in the chat. No advice, no promise."""

from dataclasses import dataclass, replace

from bot.catalogue.guides import Helpline
from bot.i18n import Text, Verbatim
from bot.journeys import asked, consent, media
from bot.journeys.reply import Button, Line, Reply, button, paragraphs
from bot.journeys.turn import Turn
from bot.safeguarding.flags import Flag
from bot.store import learners, outbox
from bot.store.tables import Alert

MOST = 3
"""Places to turn to at first: more would not fit on a small screen, and bury the best."""

ANY_DANGER = (Flag.EMERGENCY, Flag.VIOLENCE, Flag.SELF_HARM, Flag.EXPLOITATION)
"""In this order when nobody said which danger it is."""

STAYS_BETWEEN_US = frozenset({Flag.EXPLOITATION, Flag.VIOLENCE})
"""Kinds that could harm the learner in the wrong hands: staff read only that a call is asked for."""


@dataclass(frozen=True)
class Shown:
    """What a message of danger shows.

    ``told``: the counsellor was told, and it says so. ``whole``: all places, with what to say there.
    """

    flag: Flag | None
    told: bool = False
    whole: bool = False


def help_now() -> Button:
    """Help at once, without a word written."""
    return button("counsellor.button.help_now", "guard", asked.NO_MESSAGE, "now")


def answer_danger(turn: Turn, flag: str) -> None:
    """Words of danger came in."""
    turn.expect_nothing()
    shares = bool(consent.given(turn, consent.SHARING))
    if shares:
        _alert(turn, Flag(flag))
    _send(turn, Shown(Flag(flag), told=shares))


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """A button: help now, hide this, more places, or tell my counsellor."""
    what, _, flag = choice.partition("-")
    shown = Shown(Flag(flag) if flag in set(Flag) else None)
    if what == "hide" and ref:
        _hide(turn, ref)
    elif what in ("more", "told") and ref:
        turn.send(_message(turn, ref, replace(shown, told=what == "told", whole=True), edits=ref))
    elif what == "tell":
        _tell(turn, ref, shown)
    else:
        turn.expect_nothing()
        send(turn)


def _hide(turn: Turn, ref: str) -> None:
    """Take the message away; one of which nothing is known any more, as after an erasure, can only be spoken of."""
    if outbox.message_id(turn.store, ref) is None:
        media.answer(turn, "old_button")
    else:
        turn.send(Reply(edits=ref, deletes=True))


def send(turn: Turn) -> None:
    """Somebody asked for help now."""
    _send(turn, Shown(None))


def _tell(turn: Turn, ref: str | None, shown: Shown) -> None:
    """Said once, in the same message: so that one tap asks for one call, and hiding leaves no trace of it."""
    _alert(turn, shown.flag)
    if ref:
        turn.send(_message(turn, ref, replace(shown, told=True), edits=ref))
    else:
        turn.say(_told(turn))


def _told(turn: Turn) -> Text:
    linked = learners.counsellor(turn.store, turn.learner.id)
    return Text("guard.told" if linked else "guard.told_unlinked")


def _alert(turn: Turn, flag: Flag | None) -> None:
    """Keep a sign for the staff; what they may read of it is decided here."""
    shows = "call" if flag is None or flag in STAYS_BETWEEN_US else flag.value
    turn.keep(
        Alert(
            id=turn.new_id(),
            learner_id=turn.learner.id,
            flag=flag.value if flag else "call",
            shows=shows,
            at=turn.now,
        )
    )


def _send(turn: Turn, shown: Shown) -> None:
    """One silent message whose first line says nothing to a bystander."""
    ref = turn.new_id()
    turn.send(_message(turn, ref, shown), ref=ref)


def _message(turn: Turn, ref: str, shown: Shown, edits: str | None = None) -> Reply:
    head = paragraphs(Text("guard.neutral"), Text("guard.heard" if shown.flag else "guard.now"))
    foot = _told(turn) if shown.told else Text("guard.what_next")
    lines = (*head, *_places(turn, shown), (), (foot,))
    return Reply(lines=lines, buttons=_buttons(ref, shown), edits=edits, silent=True)


def _places(turn: Turn, shown: Shown) -> list[Line]:
    """The first places close together, without what a small screen has no room for; or all of them, with everything."""
    places = _helplines(turn, shown.flag)
    if shown.whole:
        return [line for place in places for line in ((), *_where(turn, place), *_how(turn, place))]
    return [line for place in places[:MOST] for line in _where(turn, place)]


def _buttons(ref: str, shown: Shown) -> tuple[tuple[Button, ...], ...]:
    flag = shown.flag.value if shown.flag else ""
    hide = button("guard.button.hide", "guard", ref, "hide")
    more = button("guard.button.more", "guard", ref, f"{'told' if shown.told else 'more'}-{flag}")
    tell = button("guard.button.tell", "guard", ref, f"tell-{flag}")
    return ((hide,) if shown.whole else (hide, more), () if shown.told else (tell,))


def _helplines(turn: Turn, flag: Flag | None) -> list[Helpline]:
    """Those for this danger, who speak the learner's language first; without one, the best for each danger."""
    region = turn.course.region
    if flag is None:
        return [*{line.id: line for one in ANY_DANGER for line in region.helplines(one)[:1]}.values()]
    return sorted(region.helplines(flag), key=lambda line: turn.learner.language not in line.languages)


def _where(turn: Turn, helpline: Helpline) -> list[Line]:
    """Who, by which number, in which languages, and when."""
    names = turn.catalogues.locale(turn.learner.language).languages
    # A dot between them: the comma has another form in another script.
    spoken = Text("guard.languages", {"languages": " · ".join(names.get(code, code) for code in helpline.languages)})
    return [
        (Verbatim("📞"), Verbatim(helpline.number.text, bold=True), helpline.name),
        (spoken, Verbatim("·"), helpline.hours) if helpline.hours else (spoken,),
    ]


def _how(turn: Turn, helpline: Helpline) -> list[Line]:
    """What to know before one calls, and what to say there in Dutch."""
    lines: list[Line] = [(helpline.note,)] if helpline.note else []
    lines.append((Text("tip.say", {"sentence": Verbatim(helpline.say.text, bold=True)}),))
    if turn.learner.language != turn.course.region.target:
        lines.append((Text("tip.means", {"meaning": helpline.say_meaning}),))
    return lines
