"""Answering a learner's message from the command line."""

from datetime import datetime
from random import SystemRandom
from typing import Any

import typer
from babel.dates import format_timedelta

from bot.catalogue.course import Courses
from bot.cli import staff as people
from bot.cli.common import fail, on_one_line, print_json, say, settings
from bot.i18n import Catalogues
from bot.journeys import talk as saying
from bot.settings import LOCALES
from bot.store import Store, learners, talk
from bot.store.tables import Learner, Message
from bot.wiring.parts import clock

VOICE = "(voice message)"


def show_waiting(store: Store, json: bool) -> None:
    """List the messages that nobody answered yet, oldest first."""
    waiting = [(one, learner) for learner in learners.everyone(store) for one in talk.unanswered(store, learner.id)]
    waiting.sort(key=lambda pair: pair[0].at)
    if json:
        print_json([_as_json(one, learner) for one, learner in waiting])
        return
    for one, learner in waiting:
        ago = format_timedelta(one.at - clock(), add_direction=True, locale="en")
        name, text = on_one_line(learner.name or "") or "-", on_one_line(one.text or VOICE)
        typer.echo(f"{one.id}  {name}  {ago}  {text}")
    if any(one.voice_file_id for one, _ in waiting):
        say("Voice messages are heard on the pages of the talk; about Werkmaat: werkmaat report --voices --save FOLDER")
    if not waiting:
        say("No message waits for an answer.")


def answer(store: Store, message_id: str, email: str, text: str) -> None:
    """Send an answer to the learner's chat; the command ends when that cannot be."""
    sender = people.find(store, email)
    message = talk.message(store, message_id)
    learner = learners.by_id(store, message.learner_id) if message and message.staff_id is None else None
    if message is None or learner is None or learner.organisation_id != sender.organisation_id:
        fail(f"No learner of this organisation wrote a message {message_id}. See: werkmaat learner reply")
    said = saying.written(text, _language(store, learner, text) if learner.listens else None)
    if saying.send(store, learner.id, sender, said, clock(), SystemRandom(), answers=message) is None:
        fail("The learner was erased meanwhile.")


def _language(store: Store, learner: Learner, text: str) -> str | None:
    """The language in which an answer is read aloud: the own one, or, if the words are in it, the one they learn."""
    target = Courses(store, settings().region, clock).current().region.target
    return Catalogues.load(LOCALES).written_in(text, learner.language, target)


def _as_json(message: Message, learner: Learner) -> dict[str, Any]:
    return {
        "id": message.id,
        "learner": learner.name,
        "about": message.about,
        "at": _moment(message.at),
        "text": message.text,
        "voice": message.voice_file_id is not None,
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat()
