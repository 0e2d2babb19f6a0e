"""A word from the learner's own work: written, said or photographed, for whoever makes the exercises."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from bot.i18n import Text, Verbatim
from bot.journeys import asked, closing, consent, lesson, media, onboarding, pause, showings
from bot.journeys.incoming import Kind
from bot.journeys.reply import Button, Line, Reply, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.store import Store, drafted_words, learners, work_words
from bot.store import practice as practised
from bot.store.ids import new_id
from bot.store.tables import Learner, Staff, WorkWord
from bot.store.work_words import State

OPEN = button("work_word.button.open", "work_word", asked.NO_MESSAGE, "ask")
"""The way in, under other messages."""

QUESTION = paragraphs(Text("work_word.ask"), Text("work_word.nobody_named"))


@dataclass(frozen=True)
class FromWork:
    """What a counsellor knows of a word; ``meaning`` may be empty, ``picture`` is a JPEG and ``sound`` Ogg Opus."""

    text: str
    meaning: str = ""
    picture: bytes | None = None
    sound: bytes | None = None


def answer(turn: Turn, choice: str | None) -> None:
    """A button; without one, the word itself."""
    if not consent.given(turn, consent.RECORD):
        return onboarding.ask_record(turn)
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


def news(store: Store, entry_ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """What learners are told when exercises are published that were made of their words: payloads by the words' ids."""
    words = drafted_words.of_entries(store, entry_ids)
    return {one.id: replace(_made(one), spoken=learners.listens(store, one.learner_id)).as_json() for one in words}


def add(store: Store, member: Staff, learner: Learner, word: FromWork, now: datetime, random: Random) -> bool:
    """A counsellor adds a word of the learner's workplace: it waits for a coordinator, and the learner is told.

    Returns False when the counsellor may not see the learner any more.
    """
    row = WorkWord(id=new_id(random), learner_id=learner.id, staff_id=member.id, state=State.WAITING.value, at=now)
    row.text, row.meaning, row.picture, row.sound = word.text, word.meaning or None, word.picture, word.sound
    said: Line = (Text("work_word.from_staff", {"name": member.name}),)
    told = Reply(lines=(*_quoted(row), said), menu=True, spoken=bool(learner.listens))
    return work_words.add(store, member, row, new_id(random), told.as_json())


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
    pause.come_back(turn)
    lesson.begin_with(turn, item)
    return None


def _made(word: WorkWord) -> Reply:
    practise = Button(Text("menu.practise"), f"work_word:{asked.NO_MESSAGE}:practise-{word.id}")
    return Reply(lines=(*_quoted(word), (Text("work_word.made"),)), buttons=((practise,),))


def _refused(word: WorkWord) -> Reply:
    said = Text("work_word.refused_from_staff" if word.staff_id else "work_word.refused")
    return Reply(lines=(*_quoted(word), (said,)), buttons=((command_button("practise"),),))


def _quoted(word: WorkWord) -> tuple[Line, ...]:
    """The word itself, if it was written, and what a counsellor says that it means: so that it is known which one."""
    if not word.text:
        return ()
    meaning = ((Verbatim(word.meaning, personal=True),),) if word.meaning else ()
    return ((Verbatim(word.text, bold=True),), *meaning, ())
