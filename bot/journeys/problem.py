"""A complaint or an idea about Werkmaat itself: a voice for those who make it, without a name if the learner wants."""

from datetime import date, timedelta

from bot.i18n import Text
from bot.journeys import asked, media
from bot.journeys.reply import Button, Line, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import voices
from bot.store.tables import Message, Voice

OPEN = button("problem.button.open", "problem", asked.NO_MESSAGE, "ask")
"""The way in, under other messages."""

WAYS = ("nameless", "answer", "drop")
"""What may become of it: passed on without a name, passed on with one because an answer is wanted, or dropped."""


def ask(turn: Turn) -> None:
    """Ask what is wrong, or what would be better."""
    ref = asked.ask(turn, "problem")
    rows = ((button("counsellor.button.nothing", "problem", ref, "nothing"),),)
    asked.put(turn, ref, Text("problem.ask"), buttons=rows)


def answer(turn: Turn, choice: str | None) -> None:
    """The words or the voice note themselves; or a button."""
    if choice is None:
        _keep(turn)
    elif choice == "ask":
        ask(turn)
    elif choice in WAYS:
        _decide(turn, choice)
    else:
        asked.settle(turn, Text("problem.ask"), chosen=Text("counsellor.button.nothing"))
        turn.say(Text("counsellor.nothing_sent"), menu=True)


def _keep(turn: Turn) -> None:
    """Nobody reads it yet: first the learner says how it may be passed on."""
    _drop_undecided(turn)
    asked.settle(turn, Text("problem.ask"))
    voice = Voice(id=turn.new_id(), learner_id=turn.learner.id, language=turn.learner.language, week=_week(turn))
    voice.text, voice.voice_file_id = turn.incoming.text or None, turn.incoming.file_id
    turn.keep(voice)
    ref = turn.new_id()
    rows = tuple((_way(ref, way),) for way in WAYS)
    asked.put(turn, ref, *_question(bool(voice.voice_file_id)), buttons=rows)


def _decide(turn: Turn, way: str) -> None:
    undecided = voices.undecided(turn.store, turn.learner.id)
    if not undecided:
        media.answer(turn, "old_button")
        return
    _drop_undecided(turn)
    said = undecided[-1]
    if way == "nameless":
        # Under an id of its own: nothing leads from the learner's chat to what is read.
        turn.keep(Voice(id=turn.new_id(), language=said.language, week=said.week, **_said(said)))
    elif way == "answer":
        turn.keep(
            Message(id=turn.new_id(), learner_id=turn.learner.id, about=voices.PROBLEM, at=turn.now, **_said(said))
        )
    asked.settle(turn, *_question(bool(said.voice_file_id)), chosen=_label(way))
    turn.say(Text(f"problem.done.{way}"), menu=True)


def _drop_undecided(turn: Turn) -> None:
    for voice in voices.undecided(turn.store, turn.learner.id):
        turn.drop(voice)


def _said(voice: Voice) -> dict[str, str | None]:
    return {"text": voice.text, "voice_file_id": voice.voice_file_id}


def _question(spoken: bool) -> tuple[Line, ...]:
    """Who speaks may be known by the voice, and must hear that first."""
    return paragraphs(Text("problem.may_we"), *([Text("problem.a_voice_is_known")] if spoken else []))


def _way(ref: str, way: str) -> Button:
    return Button(_label(way), f"problem:{ref}:{way}")


def _label(way: str) -> Text:
    return Text(f"problem.button.{way}")


def _week(turn: Turn) -> date:
    today = turn.now.astimezone(turn.course.region.zone).date()
    return today - timedelta(days=today.weekday())
