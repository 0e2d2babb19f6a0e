"""My counsellor: a message kept for a person."""

from bot.i18n import Part, Text
from bot.journeys import asked, guard
from bot.journeys.expecting import expected
from bot.journeys.reply import button, paragraphs
from bot.journeys.turn import Turn
from bot.store import learners, talk
from bot.store.tables import Message


def ask(turn: Turn) -> None:
    """Ask what to pass on. Help in danger stands first, before a word is written."""
    ref = asked.ask(turn, "counsellor")
    rows = (
        (button("counsellor.button.help_now", "counsellor", ref, "now"),),
        (button("counsellor.button.nothing", "counsellor", ref, "nothing"),),
    )
    asked.put(turn, ref, *paragraphs(_question(turn), Text("counsellor.how")), buttons=rows)


def answer(turn: Turn, choice: str | None) -> None:
    """Words or a voice note for the counsellor; or help now, "never mind", or an answer to what they said."""
    if choice == "answer":
        ask(turn)
    elif choice == "now":
        asked.settle(turn, _question(turn), chosen=Text("counsellor.button.help_now"))
        guard.send(turn)
    elif choice:
        asked.settle(turn, _question(turn), chosen=Text("counsellor.button.nothing"))
        turn.say(Text("counsellor.nothing_sent"), menu=True)
    else:
        keep_message(turn, talk.COUNSELLOR)
        asked.settle(turn, _question(turn))
        turn.say(*paragraphs(*_receipt(turn), Text("counsellor.urgent")), buttons=((guard.help_now(),),))


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


def _question(turn: Turn) -> Text:
    counsellor = learners.counsellor(turn.store, turn.learner.id)
    return Text("counsellor.ask_named", {"name": counsellor.name}) if counsellor else Text("counsellor.ask")


def _receipt(turn: Turn) -> tuple[Part, ...]:
    """Reading is promised only where somebody is there to read, and an hour only where it is known."""
    found = expected(turn.store, turn.learner.id, turn.hours, turn.course.region.zone, turn.now)
    if found.reader is None:
        return (Text("counsellor.kept"),)
    return Text("counsellor.kept_named", {"name": found.reader.name}), *found.words
