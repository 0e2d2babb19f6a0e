"""Pages for a learner to begin with, in their own language and beside it in the one that is learned.

Counsellors print them: for who is new, and for who has a new phone.
"""

from zoneinfo import ZoneInfo

from bot.i18n import Catalogues, Part, Text
from bot.prints import Both, EnrolmentSheet, Figure, Step
from bot.store.inviting import Script
from bot.store.tables import Invitation, Learner

QUESTIONS = 8
"""Openings of a talk: ``sheet.question.1`` and on."""

STEPS = (Figure.INSTALL, Figure.HIDE, Figure.SCAN, Figure.START)
BY_EAR = (*STEPS, Figure.LISTEN)


def link_of(invitation: Invitation, bot_name: str) -> str:
    """The address that opens the bot with an invitation."""
    return f"https://t.me/{bot_name}?start={invitation.code}"


def both(catalogues: Catalogues, part: Part, own: str, target: str) -> Both:
    """A part in the learner's own language and in the one that is learned."""
    return Both(catalogues.plain(part, own), catalogues.plain(part, target))


def for_newcomer(
    catalogues: Catalogues, target: str, invitation: Invitation, bot_name: str, zone: ZoneInfo, turn: int
) -> EnrolmentSheet:
    """The page of an invitation.

    Args:
        catalogues: the languages.
        target: the language that is learned, which staff read.
        invitation: says what the learner speaks and reads.
        bot_name: as Telegram knows the bot.
        zone: in which the last day is told.
        turn: which of the questions: 0 is the first, and after the last one comes the first again.
    """
    language = catalogues.known(invitation.language)
    lasts = Text("sheet.lasts", {"day": invitation.expires_at.astimezone(zone).date()})
    question = Text(f"sheet.question.{turn % QUESTIONS + 1}")
    return _sheet(
        catalogues,
        target,
        language,
        title=Text("profile.short"),
        lasts=lasts,
        link=link_of(invitation, bot_name),
        listens=invitation.script == Script.NONE,
        question=question,
    )


def for_new_phone(
    catalogues: Catalogues, target: str, learner: Learner, invitation: Invitation, bot_name: str, zone: ZoneInfo
) -> EnrolmentSheet:
    """The page with which a learner comes back."""
    lasts = Text("sheet.phone.lasts", {"moment": invitation.expires_at.astimezone(zone)})
    return _sheet(
        catalogues,
        target,
        learner.language,
        title=Text("sheet.phone.title"),
        lasts=lasts,
        link=link_of(invitation, bot_name),
        listens=learner.listens,
    )


def _sheet(
    catalogues: Catalogues,
    target: str,
    language: str,
    *,
    title: Text,
    lasts: Text,
    link: str,
    listens: bool,
    question: Text | None = None,
) -> EnrolmentSheet:
    def said(part: Part) -> Both:
        return both(catalogues, part, language, target)

    steps = [Step(figure, said(Text(f"sheet.few.{figure.value}"))) for figure in BY_EAR]
    if not listens:
        steps = [Step(figure, said(Text(f"sheet.step.{figure.value}"))) for figure in STEPS]
    return EnrolmentSheet(
        language=language,
        rtl=catalogues.direction(language) == "rtl",
        title=said(title),
        steps=tuple(steps),
        link=link,
        lasts=said(lasts),
        trust=said(Text("sheet.trust")),
        name=said(Text("sheet.name")),
        ask=said(Text("sheet.ask")) if question else None,
        question=said(question) if question else None,
        pictures=listens,
    )
