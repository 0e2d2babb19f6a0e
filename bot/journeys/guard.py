"""A message that speaks of danger: the lesson rests, and helplines stand in the chat. No advice, no promise."""

from dataclasses import replace

from bot.i18n import Text
from bot.journeys import alerts, asked, consent, helplines, media
from bot.journeys.guard_message import Shown, message
from bot.journeys.reply import Button, Reply, button, command_button
from bot.journeys.turn import Turn
from bot.journeys.understanding import WAITS_FOR_WORDS
from bot.safeguarding.flags import Flag
from bot.safeguarding.sharing import SharedWith
from bot.speech.sound import Sound
from bot.store import outbox
from bot.store.tables import OutboxRow

WORDS = "w"
"""Ends the ref by which the learner's own message is known while the answer to it stands in the chat."""

SOUNDS = 30
"""So many times a sentence may be heard below one message, each by a ref of its own."""


def help_now() -> Button:
    """Help at once, without a word written."""
    return button("counsellor.button.help_now", "guard", asked.NO_MESSAGE, "now")


def answer_danger(turn: Turn, flag: str) -> None:
    """Words of danger came in."""
    lost = turn.learner.expects in WAITS_FOR_WORDS
    shares = bool(consent.given(turn, consent.SHARING))
    if shares:
        alerts.pass_on(turn, Flag(flag))
    ref = _send(turn, Shown(Flag(flag), told=shares, lost=lost))
    _remember_words(turn, ref)


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """A button: help now, hide this, more places, hear a sentence, tell my counsellor and why; or a typed yes or no."""
    what, _, name = choice.partition("-")
    shown = Shown(Flag(name) if name in set(Flag) else None)
    if what == "hide" and ref:
        _hide(turn, ref)
    elif what == "hear" and ref:
        _hear(turn, ref, name)
    elif what == "tell":
        _tell(turn, ref, shown)
    elif what in {*SharedWith} and ref:
        alerts.share(turn, shown.flag, SharedWith(what))
        _change(turn, ref, replace(shown, told=True))
    elif what in ("more", "told", "why") and ref:
        _change(turn, ref, replace(shown, told=what != "more", whole=what != "why", asks=what == "why"))
    elif what in ("yes", "no"):
        _ask_which(turn)
    else:
        send(turn)


def send(turn: Turn) -> None:
    """Somebody asked for help now."""
    _send(turn, Shown(None))


def say_nobody_listens(turn: Turn) -> None:
    """A voice message came in: nothing looks for danger in it, and whoever sent it must know."""
    turn.send(Reply(lines=((Text("guard.voice"),),), buttons=((help_now(),),), silent=True))


def _send(turn: Turn, shown: Shown) -> str:
    """One silent message whose first line says nothing to a bystander. Whatever was open rests."""
    ref = turn.ask("guard")
    return turn.send(message(turn, ref, shown), ref=ref)


def _change(turn: Turn, ref: str, shown: Shown) -> None:
    turn.send(message(turn, ref, shown, edits=ref))


def _tell(turn: Turn, ref: str | None, shown: Shown) -> None:
    """Said once, in the same message: so that one tap asks for one call, and hiding leaves no trace of it."""
    alerts.pass_on(turn, shown.flag)
    if ref and ref != asked.NO_MESSAGE:
        _change(turn, ref, replace(shown, told=True))
    else:
        _send(turn, replace(shown, told=True))


def _ask_which(turn: Turn) -> None:
    """A typed yes or no could mean anything here: so what can be done is asked, and only now is the lesson among it."""
    go_on = Button(Text("guard.button.go_on"), command_button("practise").data)
    tell = button("guard.button.tell", "guard", asked.NO_MESSAGE, "tell")
    turn.send(Reply(lines=((Text("guard.which"),),), buttons=((tell,), (help_now(),), (go_on,)), silent=True))


def _hear(turn: Turn, ref: str, name: str) -> None:
    """What to say at a helpline, aloud and slowly; it goes when the message is hidden."""
    place = helplines.named(turn, name)
    taken = outbox.standing(turn.store, _sounds(ref))
    free = next((one for one in _sounds(ref) if one not in taken), None)
    if place is None or free is None:
        media.answer(turn, "old_button")
        return
    sound = Sound(place.say.text, turn.course.region.target, slow=True)
    turn.send(Reply(lines=((place.say,),), sound=sound, silent=True), ref=free)


def _hide(turn: Turn, ref: str) -> None:
    """Take the message away, with what was heard below it and the words that it answered.

    Where it is too old for that, or nothing is known of it any more, it says how the learner can do so.
    """
    standing = outbox.standing(turn.store, [ref, f"{ref}-{WORDS}", *_sounds(ref)])
    by_hand = Reply(lines=((Text("guard.hide_by_hand"),),), silent=True)
    if ref not in standing:
        turn.send(by_hand)
        return
    for one in standing:
        turn.send(replace(by_hand, edits=ref, deletes=True) if one == ref else Reply(edits=one, deletes=True))


def _remember_words(turn: Turn, ref: str) -> None:
    """Note where the learner's own message stands, and nothing of what it says: so that it can be hidden too."""
    if turn.incoming.message_id is None:
        return
    row = OutboxRow(
        learner_id=turn.learner.id,
        chat_id=turn.learner.telegram_id,
        language=turn.learner.language,
        ref=f"{ref}-{WORDS}",
        state="sent",
        created_at=turn.now,
        sent_at=turn.now,
        message_id=turn.incoming.message_id,
    )
    turn.keep(row)


def _sounds(ref: str) -> list[str]:
    return [f"{ref}-s{number}" for number in range(1, SOUNDS + 1)]
