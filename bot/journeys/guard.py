"""A message that speaks of danger: the lesson rests, and helplines stand in the chat. No advice, no promise."""

from bot.catalogue.guides import Helpline
from bot.i18n import Text, Verbatim
from bot.journeys import consent
from bot.journeys.reply import Button, Line, Reply, button
from bot.journeys.turn import Turn
from bot.safeguarding.flags import Flag
from bot.store import learners
from bot.store.tables import Alert

MOST = 3
"""Helplines for one danger: more would bury the best."""

ANY_DANGER = (Flag.EMERGENCY, Flag.VIOLENCE, Flag.SELF_HARM, Flag.EXPLOITATION)
"""In this order when nobody said which danger it is."""

STAYS_BETWEEN_US = frozenset({Flag.EXPLOITATION, Flag.VIOLENCE})
"""Kinds that could harm the learner in the wrong hands: staff read only that a call is asked for."""


def answer_danger(turn: Turn, flag: str) -> None:
    """Words of danger came in."""
    found = Flag(flag)
    turn.expect_nothing()
    if consent.given(turn, consent.SHARING):
        ref = turn.new_id()
        _alert(turn, found)
        turn.send(
            Reply(lines=(*_message(turn, found), (), _told(turn)), buttons=((_hide(ref),),), silent=True), ref=ref
        )
    else:
        _send(turn, found)


def answer(turn: Turn, asked: str | None, choice: str) -> None:
    """A button: help now, hide this, or tell my counsellor."""
    what, _, flag = choice.partition("-")
    if what == "hide" and asked:
        turn.send(Reply(edits=asked, deletes=True))
    elif what == "tell":
        _tell(turn, asked, Flag(flag) if flag in set(Flag) else None)
    else:
        turn.expect_nothing()
        _send(turn, None)


def _tell(turn: Turn, asked: str | None, flag: Flag | None) -> None:
    """Said once, in the same message: so that one tap asks for one call, and hiding leaves no trace of it."""
    _alert(turn, flag)
    if asked:
        turn.send(Reply(lines=(*_message(turn, flag), (), _told(turn)), buttons=((_hide(asked),),), edits=asked))
    else:
        turn.say(_told(turn))


def _told(turn: Turn) -> Line:
    linked = learners.counsellor(turn.store, turn.learner.id)
    return (Text("guard.told" if linked else "guard.told_unlinked"),)


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


def _send(turn: Turn, flag: Flag | None) -> None:
    """One silent message whose first line says nothing to a bystander."""
    ref = turn.new_id()
    tell = button("guard.button.tell", "guard", ref, f"tell-{flag.value if flag else ''}")
    turn.send(Reply(lines=_message(turn, flag), buttons=((_hide(ref),), (tell,)), silent=True), ref=ref)


def _hide(ref: str) -> Button:
    return button("guard.button.hide", "guard", ref, "hide")


def _message(turn: Turn, flag: Flag | None) -> tuple[Line, ...]:
    lines: list[Line] = [(Text("guard.neutral"),), (), (Text("guard.heard" if flag else "guard.now"),)]
    for helpline in _helplines(turn, flag):
        lines += [(), *_lines(turn, helpline)]
    return (*lines, (), (Text("guard.what_next"),))


def _helplines(turn: Turn, flag: Flag | None) -> list[Helpline]:
    """Those for this danger, who speak the learner's language first; without one, the best for each danger."""
    region = turn.course.region
    if flag is None:
        best = {line.id: line for one in ANY_DANGER for line in region.helplines(one)[:1]}
        return [*best.values()]
    spoken = sorted(region.helplines(flag), key=lambda line: turn.learner.language not in line.languages)
    return spoken[:MOST]


def _lines(turn: Turn, helpline: Helpline) -> list[Line]:
    """Who, by which number, in which languages, when, and what to say there in Dutch."""
    names = turn.catalogues.locale(turn.learner.language).languages
    # A dot between them: the comma has another form in another script.
    spoken = Text("guard.languages", {"languages": " · ".join(names.get(code, code) for code in helpline.languages)})
    lines: list[Line] = [(Verbatim("📞"), Verbatim(helpline.number.text, bold=True), helpline.name)]
    lines.append((spoken, Verbatim("·"), helpline.hours) if helpline.hours else (spoken,))
    if helpline.note:
        lines.append((helpline.note,))
    lines.append((Text("tip.say", {"sentence": Verbatim(helpline.say.text, bold=True)}),))
    if turn.learner.language != turn.course.region.target:
        lines.append((Text("tip.means", {"meaning": helpline.say_meaning}),))
    return lines
