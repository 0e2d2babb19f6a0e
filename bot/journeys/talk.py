"""What staff say to a learner through the bot: under the sender's name, kept, and said again when it was lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from bot.i18n import Catalogues, Part, Text, Verbatim, from_json, to_json
from bot.journeys import asked
from bot.journeys.reply import Reply, button
from bot.store import Store, outbox, talk, voices
from bot.store.ids import new_id
from bot.store.tables import Base, Learner, Message, OutboxRow, SpokenMessage, Staff

MOST_LETTERS = 2000
"""Of one message: more nobody reads on a phone."""


@dataclass(frozen=True)
class Words:
    """What is said: words, and how the learner reads them; or a sound, as Ogg Opus."""

    part: Part | None = None
    text: str | None = None
    sound: bytes | None = None


def written(text: str, language: str | None) -> Words:
    """Words as somebody wrote them. Who listens hears them in the voice of ``language``; None is only read."""
    return Words(Verbatim(text, language=language, personal=True), text)


def ready(sentence: Text, catalogues: Catalogues, language: str) -> Words:
    """A sentence that there is in every language; ``language`` is the learner's."""
    return Words(sentence, catalogues.plain(sentence, language))


def spoken(sound: bytes) -> Words:
    """Something said aloud."""
    return Words(sound=sound)


def send(
    store: Store,
    learner_id: str,
    staff: Staff,
    words: Words,
    now: datetime,
    random: Random,
    answers: Message | None = None,
) -> Message | None:
    """Say something to a learner, in answer or unasked.

    Args:
        store: where it is kept.
        learner_id: whom to.
        staff: who says it.
        words: what is said.
        now: in UTC.
        random: for ids.
        answers: the one message that it answers; None for all that wait for the counsellor.

    Returns:
        The message; None when there is no such learner any more.
    """
    about = answers.about if answers else talk.COUNSELLOR
    with store.writing() as session:
        learner = talk.hold(session, learner_id)
        if learner is None:
            return None
        message = Message(id=new_id(random), learner_id=learner.id, staff_id=staff.id, about=about, at=now)
        message.text, message.said = words.text, to_json(words.part) if words.part else None
        session.add(message)
        if words.sound is not None:
            session.flush()
            session.add(SpokenMessage(message_id=message.id, learner_id=learner.id, sound=words.sound))
        head = Text("talk.spoken" if words.sound else "counsellor.reply", {"name": staff.name})
        session.add(_put(learner, message, head, now, random))
        talk.answered(session, learner.id, now, answers.id if answers else None)
        return message


def send_again(store: Store, message_id: str, zone: ZoneInfo, now: datetime, random: Random) -> bool:
    """Say something again that did not arrive. Returns False when it did meanwhile, or is gone.

    Args:
        store: where it is kept.
        message_id: that of what a member of staff said.
        zone: that of the region.
        now: in UTC.
        random: for ids.
    """
    with store.writing() as session:
        message = session.get(Message, message_id)
        learner = talk.hold(session, message.learner_id) if message else None
        if message is None or learner is None or not talk.is_lost(session, message):
            return False
        by = session.get_one(Staff, message.staff_id)
        session.add(_put(learner, message, _late(message, by, zone), now, random))
        return True


def again(store: Store, learner: Learner, zone: ZoneInfo, now: datetime, random: Random) -> Sequence[Base]:
    """Rows to be kept when a learner is back: what staff said meanwhile is said now."""
    lost = talk.undelivered(store, learner.id)
    rows = [(one, _put(learner, one, _late(one, staff, zone), now, random)) for one, staff in lost]
    return [row for both in rows for row in both]


def settle(store: Store, learner_id: str, now: datetime) -> None:
    """What a learner wrote needs no answer."""
    with store.writing() as session:
        if talk.hold(session, learner_id):
            talk.answered(session, learner_id, now)


def part_of(message: Message) -> Part | None:
    """What staff said in words; None of what they said aloud."""
    if message.said:
        return from_json(message.said)
    return Verbatim(message.text, personal=True) if message.text else None


def _late(message: Message, staff: Staff, zone: ZoneInfo) -> Text:
    return Text("talk.late", {"name": staff.name, "day": message.at.astimezone(zone).date()})


def _put(learner: Learner, message: Message, head: Text, now: datetime, random: Random) -> OutboxRow:
    """The message on its way, with a button to answer it."""
    part, message.ref = part_of(message), new_id(random)
    # Who complained writes to those who make Werkmaat again: it may be about the counsellor.
    journey, choice = ("problem", "ask") if message.about == voices.PROBLEM else ("counsellor", "answer")
    said = Reply(
        lines=((head,), (part,)) if part else ((head,),),
        buttons=((button("counsellor.button.answer", journey, asked.NO_MESSAGE, choice),),),
        spoken=bool(learner.listens),
        recorded=None if part else message.id,
    )
    return outbox.message(learner, said.as_json(), message.ref, now)
