"""A word from the learner's own work: written, said or photographed, for whoever makes the exercises."""

from dataclasses import replace
from datetime import datetime
from random import Random

from bot.i18n import Text, Verbatim
from bot.journeys import asked, closing, consent, lesson, media, onboarding, showings
from bot.journeys.incoming import Kind
from bot.journeys.reply import Button, Reply, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.store import Store, learners, work_words
from bot.store import practice as practised
from bot.store.ids import new_id
from bot.store.tables import WorkWord
from bot.store.work_words import State

OPEN = button("work_word.button.open", "work_word", asked.NO_MESSAGE, "ask")
"""The way in, under other messages."""

QUESTION = paragraphs(Text("work_word.ask"), Text("work_word.nobody_named"))


def answer(turn: Turn, choice: str | None) -> None:
    """A button; without one, the word itself."""
    if not consent.given(turn, consent.RECORD):
        return onboarding.next_step(turn)
    what, _, word_id = (choice or "").partition("-")
    if choice is None:
        _keep(turn)
    elif what == "practise":
        _practise(turn, word_id)
    elif what == "nothing":
        asked.settle(turn, *QUESTION, chosen=Text("counsellor.button.nothing"))
        turn.say(Text("counsellor.nothing_sent"), menu=True)
    else:
        _ask(turn)
    return None


def decide(store: Store, word: WorkWord, item_id: str | None, now: datetime, random: Random) -> bool:
    """A coordinator made an exercise of a word, or (``item_id`` is None) did not: the learner is told.

    Returns False when it was decided about before.
    """
    told = replace(_made(word) if item_id else _refused(word), spoken=learners.listens(store, word.learner_id))
    return work_words.decide(store, word.id, item_id, now, new_id(random), told.as_json())


def _ask(turn: Turn) -> None:
    ref = asked.ask(turn, "work_word")
    asked.put(turn, ref, *QUESTION, buttons=((button("counsellor.button.nothing", "work_word", ref, "nothing"),),))


def _keep(turn: Turn) -> None:
    """It waits for a coordinator. A photo comes with its caption, if it has one."""
    said, file_id = turn.incoming, turn.incoming.file_id
    word = WorkWord(id=turn.new_id(), learner_id=turn.learner.id, text=said.text or None, at=turn.now)
    word.state = State.WAITING.value
    word.voice_file_id = file_id if said.kind is Kind.VOICE else None
    word.photo_file_id = file_id if said.media == "photo" else None
    turn.keep(word)
    asked.settle(turn, *QUESTION)
    turn.say(Text("work_word.kept"), buttons=((command_button("practise"),),))


def _practise(turn: Turn, word_id: str) -> None:
    """A lesson of this one exercise; what was open is put aside, and its answers count."""
    word = work_words.by_id(turn.store, word_id)
    item = turn.course.items.get(word.item_id or "") if word and word.learner_id == turn.learner.id else None
    if item is None:
        return media.answer(turn, "old_button")
    closing.put_aside(turn, practised.open_lesson(turn.store, turn.learner.id), showings.open_showing(turn))
    lesson.begin_with(turn, item)
    return None


def _made(word: WorkWord) -> Reply:
    practise = Button(Text("menu.practise"), f"work_word:{asked.NO_MESSAGE}:practise-{word.id}")
    return Reply(lines=(*_quoted(word), (Text("work_word.made"),)), buttons=((practise,),))


def _refused(word: WorkWord) -> Reply:
    return Reply(lines=(*_quoted(word), (Text("work_word.refused"),)), buttons=((command_button("practise"),),))


def _quoted(word: WorkWord) -> tuple[tuple[Verbatim, ...], ...]:
    """The word itself, if it was written: so that the learner knows which one it is about."""
    return ((Verbatim(word.text, bold=True),), ()) if word.text else ()
