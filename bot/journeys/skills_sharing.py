"""May the counsellor see what the learner can do? Asked once, of who shares with a counsellor; changed at any time."""

from bot.i18n import Text
from bot.journeys import asked, consent
from bot.journeys.reply import button, paragraphs
from bot.journeys.turn import Turn

QUESTION = paragraphs(Text("skills_sharing.ask"), Text("skills_sharing.refusing_is_fine"))


def is_open(turn: Turn) -> bool:
    """Whether the question is still to be asked."""
    return bool(consent.given(turn, consent.SHARING)) and consent.given(turn, consent.SKILLS) is None


def seen(turn: Turn) -> bool:
    """Whether the counsellor sees what the learner can do: only who shares at all, and said yes to this too."""
    return bool(consent.given(turn, consent.SHARING) and consent.given(turn, consent.SKILLS))


def ask(turn: Turn) -> None:
    """Ask it."""
    ref = asked.ask(turn, "skills_sharing")
    rows = tuple((button(f"sharing.button.{choice}", "skills_sharing", ref, choice),) for choice in consent.CHOICES)
    asked.put(turn, ref, *QUESTION, buttons=rows)


def answer(turn: Turn, ref: str | None, choice: str) -> None:
    """Keep the answer; what does not count asks again."""
    agreed = choice == consent.YES
    if not consent.counts(turn, "skills_sharing", ref, choice, consent.given(turn, consent.SKILLS)):
        return ask(turn)
    consent.note(turn, consent.SKILLS, agreed)
    asked.settle(turn, *QUESTION, chosen=Text(f"sharing.button.{choice}"))
    turn.say(Text("skills_sharing.shared" if seen(turn) else "skills_sharing.only_you"), menu=True)
    return None


def forget(turn: Turn) -> None:
    """The learner no longer shares anything: a yes to this is over, and would have to be given anew."""
    if consent.given(turn, consent.SKILLS):
        consent.note(turn, consent.SKILLS, False)
