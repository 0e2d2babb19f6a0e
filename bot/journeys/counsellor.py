"""My counsellor: a message kept for a person, and their answer."""

from datetime import datetime
from random import Random

from bot.i18n import Text, Verbatim
from bot.journeys import asked, guard
from bot.journeys.reply import Reply, button, paragraphs
from bot.journeys.turn import Turn
from bot.store import Store, learners, outbox
from bot.store.ids import new_id
from bot.store.tables import Learner, Message, Staff


def ask(turn: Turn) -> None:
    """Ask what to pass on. Help in danger stands first, before a word is written."""
    ref = asked.ask(turn, "counsellor")
    rows = (
        (button("counsellor.button.help_now", "counsellor", ref, "now"),),
        (button("counsellor.button.nothing", "counsellor", ref, "nothing"),),
    )
    asked.put(turn, ref, *paragraphs(_question(turn), Text("counsellor.how")), buttons=rows)


def answer(turn: Turn, choice: str | None) -> None:
    """Words or a voice note for the counsellor; or help now, or "never mind"."""
    if choice == "now":
        asked.settle(turn, _question(turn), chosen=Text("counsellor.button.help_now"))
        guard.send(turn)
    elif choice:
        asked.settle(turn, _question(turn), chosen=Text("counsellor.button.nothing"))
        turn.say(Text("counsellor.nothing_sent"), menu=True)
    else:
        keep_message(turn, "counsellor")
        asked.settle(turn, _question(turn))
        turn.say(*paragraphs(_receipt(turn), Text("counsellor.urgent")), buttons=((guard.help_now(),),))


def keep_message(turn: Turn, about: str) -> None:
    """Keep what came in as a message of the learner."""
    turn.keep(
        Message(
            id=turn.new_id(),
            learner_id=turn.learner.id,
            about=about,
            text=turn.incoming.text or None,
            voice_file_id=turn.incoming.file_id,
            at=turn.now,
        )
    )


def reply(
    store: Store,
    message: Message,
    learner: Learner,
    staff: Staff,
    text: str,
    now: datetime,
    random: Random,
    language: str | None = None,
) -> None:
    """A counsellor answers a learner's message: it goes to the learner's chat with the sender's name.

    Who listens hears it in the voice of its ``language``; None when that is not known, and then it is only read.
    """
    words = Verbatim(text, language=language, personal=True)
    lines = ((Text("counsellor.reply", {"name": staff.name}),), (words,))
    said = Reply(lines=lines, menu=True, spoken=bool(learner.listens))
    with store.writing() as session:
        session.add(
            Message(
                id=new_id(random),
                learner_id=learner.id,
                staff_id=staff.id,
                about=message.about,
                text=text,
                at=now,
            )
        )
        session.add(outbox.message(learner, said.as_json(), new_id(random), now))
        message.answered_at = now
        session.add(message)


def _question(turn: Turn) -> Text:
    counsellor = learners.counsellor(turn.store, turn.learner.id)
    return Text("counsellor.ask_named", {"name": counsellor.name}) if counsellor else Text("counsellor.ask")


def _receipt(turn: Turn) -> Text:
    """Reading is promised only where somebody is there to read."""
    counsellor = learners.counsellor(turn.store, turn.learner.id)
    return Text("counsellor.kept_named", {"name": counsellor.name}) if counsellor else Text("counsellor.kept")
