"""Sharing with a counsellor: a question that may be refused, and taken back at any time."""

from bot.i18n import Text
from bot.journeys import asked, consent, export_sharing, recording, skills_sharing
from bot.journeys.reply import Line, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.store import learners


def ask(turn: Turn) -> None:
    """May the counsellor see what was practised?"""
    ref = asked.ask(turn, "sharing")
    rows = tuple((button(f"sharing.button.{choice}", "sharing", ref, choice),) for choice in consent.CHOICES)
    asked.put(turn, ref, *_question(turn), buttons=rows)


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """Keep the answer; what does not count asks again."""
    agreed = choice == consent.YES
    if not consent.counts(turn, "sharing", ref, choice, consent.given(turn, consent.SHARING)):
        ask(turn)
        return
    if agreed:
        consent.note(turn, consent.SHARING, True)
    else:
        end(turn)
    asked.settle(turn, *_question(turn), chosen=Text(f"sharing.button.{choice}"))
    turn.say(Text("sharing.agreed" if agreed else "sharing.refused"), buttons=((command_button("practise"),),))


def end(turn: Turn) -> None:
    """The learner shares nothing any more, and what was kept for the counsellor goes."""
    consent.note(turn, consent.SHARING, False)
    recording.forget(turn)
    skills_sharing.forget(turn)
    export_sharing.forget(turn)


def who_sees(turn: Turn) -> Text:
    """Who sees what is practised, and how much of it: as the learner agreed."""
    if not consent.given(turn, consent.SHARING):
        return Text("settings.keeps_to_oneself")
    return Text("settings.shares_in_detail" if consent.in_detail(turn) else "settings.shares")


def _question(turn: Turn) -> tuple[Line, ...]:
    counsellor = learners.counsellor(turn.store, turn.learner.id)
    who = Text("sharing.ask_named", {"name": counsellor.name}) if counsellor else Text("sharing.ask")
    said = [Text(f"sharing.{about}") for about in ("what", "voice", "danger", "refusing_is_fine")]
    return paragraphs(who, *said)
